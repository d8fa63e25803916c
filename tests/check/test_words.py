"""The checker's tables: each row's example shows it at work, and what excuses it does."""

from __future__ import annotations

import pytest

from policyparse.check.engine import check
from policyparse.check.rules import rules
from policyparse.check.words import any_of
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import SentenceEnd, Typo
from policyparse.model.document import PolicyDocument
from policyparse.pipeline import parse_text

LEXICON = Lexicon.load()
(LIKELY_TYPO,) = (rule for rule in rules() if rule.name == "likely-typo")


def typos(words: str) -> PolicyDocument:
    return check(parse_text(f"一、{words}。\n"), [LIKELY_TYPO])


@pytest.mark.parametrize("row", LEXICON.typos, ids=lambda row: row.surface)
def test_a_typo_is_found_in_its_example(row: Typo) -> None:
    document = typos(row.example)
    assert [(document.source_text(f.span), f.suggestion) for f in document.findings] == [(row.surface, row.right)]


@pytest.mark.parametrize("row", [row for row in LEXICON.typos if row.unless], ids=lambda row: row.surface)
def test_a_longer_word_excuses_it(row: Typo) -> None:
    for word in row.unless.split("|"):
        assert typos(f"各地{word}等情况").findings == (), word


@pytest.mark.parametrize("row", LEXICON.sentence_ends, ids=lambda row: row.surface)
def test_a_sentence_end_ends_its_example(row: SentenceEnd) -> None:
    assert row.example.endswith(row.surface)
    assert row.kind in ("whole", "open")


def test_any_of_many_words_is_found_the_longest_first() -> None:
    words = ["项日", "项日建设", "管埋", "囯", "C+"]
    text = "项日建设与项日管埋，囯C+项"
    assert any_of(words).findall(text) == ["项日建设", "项日", "管埋", "囯", "C+"]
    assert any_of(words[:2]).findall(text) == ["项日建设", "项日"]
    assert any_of([]).findall(text) == []
