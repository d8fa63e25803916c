"""Words: the field's own stay whole, nothing is said on start, and nobody else can write the prepared dictionary."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyparse as pp
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import StopWord
from policyparse.mining import words
from policyparse.mining.words import HAN, cache_folder, dictionary, text_words, tokenizer_of

LEXICON = Lexicon.load()


def test_bodies_and_headings_of_the_lexicons_stay_whole() -> None:
    found = text_words("由住房城乡建设局会同发改委制定实施方案，报人民政府备案。", LEXICON)
    assert {"住房城乡建设局", "发改委", "实施方案", "人民政府"} <= set(found)


def test_an_office_adds_its_own_words(tmp_path: Path) -> None:
    header = "surface\tcanonical\toffice\tlevel\texample\n"
    (tmp_path / "departments.tsv").write_text(f"{header}河湖长制专班\t河湖长制专班\t河湖\t\t市河湖长制专班\n", "utf-8")
    text = "由河湖长制专班督办"
    assert "河湖长制专班" not in text_words(text, LEXICON)
    assert "河湖长制专班" in text_words(text, Lexicon.load(overlay=tmp_path))


def test_what_tells_nothing_is_left_out_unless_wanted() -> None:
    document = pp.parse_text("一、进一步加强供水水质巡查。")
    assert words(document) == ("供水", "水质", "巡查")
    assert "进一步" in words(document, stop=False)


def test_labels_and_single_letters_are_no_words() -> None:
    text = "第十二章加快5G基站建设，第三节部署AI中台"
    assert text_words(text, LEXICON) == ("基站", "建设", "部署", "AI")
    assert "第三节" in text_words(text, LEXICON, stop=False)


@pytest.mark.parametrize("row", LEXICON.stop_words, ids=lambda row: row.surface)
def test_a_stop_word_is_a_word_of_its_example(row: StopWord) -> None:
    assert row.surface in tokenizer_of(LEXICON).lcut(row.example)


def test_the_dictionary_holds_words_of_two_and_more_characters_once() -> None:
    found = dictionary(LEXICON)
    assert len(found) == len(set(found)) > 500
    assert all(HAN.fullmatch(word) for word in found)


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_words_stand_in_the_text_in_their_order(text: str) -> None:
    place = 0
    for word in text_words(text, LEXICON, stop=False):
        place = text.index(word, place) + len(word)


@pytest.mark.parametrize("text", ["水" * 100_000, "9" * 100_000, "A" * 100_000, "（" * 100_000])
def test_a_text_without_punctuation_is_taken_apart(text: str) -> None:
    assert all(len(word) < 5_000 for word in text_words(text, LEXICON))


def test_it_is_silent_and_its_folder_private(root: Path, tmp_path: Path) -> None:
    """Also where the dictionary is prepared for the first time, and with every warning an error."""
    folder = tmp_path / "新" / "cache"
    code = "import policyparse as pp; print(len(pp.mining.words(pp.parse_text('供水水质巡查'))))"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=root, env={**os.environ, "POLICYPARSE_CACHE": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.stdout.strip(), run.stderr) == ("3", "")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [file.name for file in folder.iterdir()] == ["jieba.cache"]


def test_a_folder_that_cannot_be_made_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("POLICYPARSE_CACHE", str(tmp_path / "file" / "below"))
    assert cache_folder().is_dir()
