"""What holds for every text: the map, the replay, the reasons, the time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hostile
from cleaning import LEXICON, clean, mapped
from policyparse.model.reason import Reason
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.normalize import STEPS, normalize
from policyparse.normalize.apply import apply
from policyparse.read import read
from proportion import in_proportion

BITS = (
    "一、总体要求", "（一）", "(二)", "1.", "第三条　", "到2027年,", "达到35%以上。", "著力", "計畫", "乾淨", "網路", "套用", "智慧型化", "省委",
    "隨遷子女", "龙堅镇", "浏览次数：", "— 3 —", "相关链接", "扫一扫", "《方案》", "“", "”", "﹝2024﹞", "[2024]3号", "１２％", "\ufeff", "\x00",
    "\ue5e5", "⼈", "\ud800", "😀", "NB-IoT ", "http://a.cn/?b:1 ", "\t", "|",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(BITS) | st.sampled_from(["\n", "\n\n", "\r\n", "\f", " ", "\u3000\u3000", "完善城区供水管网监测，" * 3])
    | st.text(max_size=5),
    max_size=30,
).map("".join)  # fmt: skip


def check_map(result: MappedText) -> None:
    """Each character lies in its own place, in order, and those that no edit touches are themselves."""
    touched = {place for edit in result.edits for place in range(edit.start, edit.end)}
    kept = set()
    last = 0
    for position, character in enumerate(result.text):
        start, end = result.place(position, position + 1)
        assert last <= start < end <= len(result.source)
        last = start
        if start not in touched:
            assert (result.source[start], end) == (character, start + 1)
            kept.add(start)
    assert kept == set(range(len(result.source))) - touched


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_edit_replays_and_every_character_has_its_place(text: str) -> None:
    result = mapped(text)
    assert result.source == text
    assert MappedText.replay(text, result.edits) == result
    assert {edit.reason for edit in result.edits} <= set(Reason)
    assert all(edit.start < edit.end and text[edit.start : edit.end] != edit.text for edit in result.edits)
    check_map(result)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_each_step_gives_edits_in_order_that_do_not_overlap(text: str) -> None:
    result = MappedText.replay(text, ())
    for step in STEPS:
        edits = list(step(result, LEXICON))
        ends = [edit.end for edit in edits]
        assert all(edit.start >= end for edit, end in zip(edits[1:], ends, strict=False))
        assert all(0 <= edit.start < edit.end <= len(result.text) for edit in edits)
        result = apply(result, edits)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_clean_text_is_clean(text: str) -> None:
    result = clean(text)
    assert not set(result) & set("\r\f\x00\ufeff\u2028")
    assert all(line == line.strip(" \u3000\xa0") for line in result.split("\n"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_junk_never_crashes(text: str) -> None:
    assert MappedText.replay(text, mapped(text).edits).text == clean(text)


def test_the_documents_keep_their_map(corpus_files: list[Path]) -> None:
    for file in corpus_files:
        result = normalize(read(file), LEXICON)
        assert MappedText.replay(result.source, result.edits) == result
        check_map(result)


def test_the_originals_keep_their_map(shared: Path) -> None:
    for file in sorted((shared / "corpus").glob("*.txt")):
        source = read(file)
        assert source.text == file.read_bytes().decode("utf-8")
        result = normalize(source, LEXICON)
        assert MappedText.replay(source.text, result.edits) == result
        check_map(result)


def test_clean_text_stays_as_it_is(corpus_files: list[Path]) -> None:
    for file in corpus_files:
        once = normalize(read(file), LEXICON).text
        assert clean(once) == once, file.name


UNITS = {
    **hostile.UNITS,
    "form feeds": "\f",
    "page numbers": "— 3 —\n",
    "bare numbers": "3\n",
    "running heads": "云州市方案\n\f",
    "NULs": "\x00",
    "radicals": "⼈",
    "full-width digits": "３",
    "colons of times": "1:",
    "straight quotes": '"',
    "half brackets after letters": "a(",
    "web addresses": "http://",
    "numbers of documents": "云[2024]3号",
    "traditional": "縣",
    "traditional and not": "縣县",
    "doubtful": "乾",
    "phrases": "乾乾淨淨",
    "overlapping phrases": "么麼",
    "particles": "著",
    "swapped words": "網路套用",
    "page lines": "浏览次数：\n",
    "wrapped lines": "完善城区供水管网监测体系建设，推进分区计量管理全\n",
    "letters apart": "通 ",
    "blanks within lines": "通" + " " * 5_000 + "知",
    "dots": ".",
    "dots within lines": "目录" + "." * 5_000 + "通",
    "dashes": "—",
    "bars": "|甲",
    "open titles": "关于",
    "private use": "\ue123",
    "surrogates": "\ud800",
}


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_length(name: str) -> None:
    small, large = (Source(text=(UNITS[name] * (size // len(UNITS[name]) + 1))[:size]) for size in (50_000, 400_000))
    assert in_proportion(lambda source: normalize(source, LEXICON), small, large, 8)
