"""Carets stand under their words, whatever the width of the characters before them."""

from __future__ import annotations

import pytest

from policyparse.model.span import Span
from policyparse.report.findings.excerpt import columns, excerpt
from policyparse.report.places import Places


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("line", "words"),
    [("建成40个站", "40个"), ("abc建成站", "建成"), ("\t一、总则", "总则"), ("目标（GDP）增长", "（GDP）")],
)
def test_carets_are_as_wide_as_the_words(line: str, words: str) -> None:
    text = f"前行\n{line}\n后行"
    shown, carets = excerpt(Places(text), place(text, words))
    blank = len(carets) - len(carets.lstrip())
    assert blank == columns(line[: line.index(words)].replace("\t", " "))
    assert carets.count("^") == columns(words)
    assert shown == line.replace("\t", " ")


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "头" * 300 + "靶心" + "尾" * 300
    shown, carets = excerpt(Places(text), place(text, "靶心"), 60)
    assert columns(shown) <= 60
    assert shown.startswith("…")
    assert shown.endswith("…")
    at = len(carets) - len(carets.lstrip())
    assert columns(shown[: shown.index("靶心")]) == at


def test_a_long_span_shows_both_its_ends() -> None:
    text = "前" * 40 + "甲" + "长" * 300 + "乙" + "后" * 40
    start = text.index("甲")
    shown, carets = excerpt(Places(text), Span(start=start, end=text.index("乙") + 1), 60)
    assert shown.startswith("…甲长")
    assert shown.endswith("长乙…")
    assert columns(shown) <= 60
    assert carets == " " * columns("…") + "^" * (columns(shown) - 2 * columns("…"))


def test_a_span_over_lines_is_marked_to_the_end_of_the_first() -> None:
    text = "一二三\n四五六"
    assert excerpt(Places(text), Span(start=1, end=6)) == ("一二三", "  ^^^^")


def test_an_empty_span_still_shows_where() -> None:
    assert excerpt(Places("一二"), Span(start=2, end=2))[1].endswith("^")


def test_lines_and_columns_count_from_one() -> None:
    places = Places("甲\r\n乙丙\r\n")
    assert places.of(Span(start=0, end=1)) == "1:1"
    assert places.of(Span(start=4, end=5)) == "2:2"
    assert places.bounds(4) == (3, 5)
