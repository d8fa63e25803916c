"""Numbers that do not count on, and those that only seem not to."""

from __future__ import annotations

import pytest

from plans import HAN, SECOND, SENTENCES
from policyparse.check.engine import check
from policyparse.pipeline import parse_text

WORDS = dict(enumerate(SENTENCES, 1))


def faults(words: str) -> list[tuple[str, str]]:
    document = check(parse_text(words))
    return [(f.name, document.source_text(f.span)) for f in document.findings if f.code.startswith("N")]


def numbered(*numbers: int) -> str:
    """Clauses （一）, （二） … with different words."""
    return "".join(f"（{HAN[number - 1]}）{SENTENCES[place % 10]}\n" for place, number in enumerate(numbers))


@pytest.mark.parametrize(
    "words",
    [
        # run on across parents
        "一、总体要求\n1." + WORDS[1] + "\n2." + WORDS[2] + "\n二、主要任务\n3." + WORDS[3] + "\n4." + WORDS[4] + "\n",
        # begin anew under each parent
        "一、总体要求\n" + numbered(1, 2, 3) + "二、主要任务\n" + numbered(1, 2) + "三、保障措施\n" + numbered(1, 2, 3),
        # articles run on over chapters
        "第一章　总则\n第一条　" + WORDS[1] + "\n第二条　" + WORDS[2] + "\n第二章　规划\n第三条　" + WORDS[3] + "\n第四条　"
        + WORDS[4] + "\n",
        # an article that was inserted later
        "第一条　" + WORDS[1] + "\n第二条　" + WORDS[2] + "\n第二条之一　" + WORDS[3] + "\n第三条　" + WORDS[4] + "\n",
        # an annex begins anew
        "一、总体要求\n" + WORDS[1] + "\n二、主要任务\n" + WORDS[2] + "\n附件1\n一、指标解释\n" + WORDS[3] + "\n二、计算方法\n"
        + WORDS[4] + "\n",
        # enumerations begin anew in every paragraph
        "一、总体要求\n一是" + WORDS[1] + "二是" + WORDS[2] + "\n二、主要任务\n一是" + WORDS[3] + "二是" + WORDS[4] + "\n",
    ],
)  # fmt: skip
def test_what_counts_on_is_let_be(words: str) -> None:
    assert faults(words) == []


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ((1, 2, 4, 5), [("numbering-gap", "（四）")]),
        ((2, 3, 4), [("numbering-gap", "（二）")]),
        ((1, 2, 2, 3), [("numbering-repeat", "（二）")]),
        ((1, 2, 2, 4), [("numbering-repeat", "（二）")]),
        ((1, 2, 3, 4, 2, 5), [("numbering-repeat", "（二）")]),
        ((1, 2, 9, 4, 5), [("numbering-jump", "（九）")]),
        ((2, 3, 4, 1, 5), [("numbering-jump", "（一）")]),
        ((1, 2, 3, 9), [("numbering-jump", "（九）")]),
        ((1, 2, 3, 1, 2, 3), [("missing-heading", "（一）")]),
        ((1, 2, 3, 1, 2), [("missing-heading", "（一）")]),
        ((1, 2, 3, 1, 2, 3, 1, 2), [("missing-heading", "（一）")] * 2),
    ],
)
def test_what_does_not_is_told_once_at_its_place(numbers: tuple[int, ...], wanted: list[tuple[str, str]]) -> None:
    assert faults("一、主要任务\n" + numbered(*numbers)) == wanted


def test_a_number_in_a_damaged_bracket_is_not_missing() -> None:
    words = "一、主要任务\n" + numbered(1, 2) + "（三 " + WORDS[8] + "\n" + "（四）" + WORDS[9] + "\n"
    assert faults(words) == []


def test_an_enumeration_that_begins_in_the_middle() -> None:
    words = (
        f"一、主要任务\n{WORDS[1]}一是{WORDS[4]}二是{WORDS[5]}\n二、工作措施\n{WORDS[6]}四是{WORDS[2]}五是{WORDS[3]}\n"
    )
    assert faults(words) == [("numbering-jump", "四是")]


def test_two_tellings_show_the_lost_heading_and_the_right_numbers() -> None:
    first = [f"（{HAN[n - 1]}）{SENTENCES[n]}{SECOND[n]}" for n in (1, 2)]
    second = [f"（{HAN[n - 1]}）{SENTENCES[n]}{SECOND[n]}" for n in (3, 4)]
    right = [words.replace("（三）", "（一）").replace("（四）", "（二）") for words in second]
    words = "\n".join(["存在的主要问题", *first, *second, "存在的主要问题", *first, "下一步工作打算", *right]) + "\n"
    document = check(parse_text(words))
    told = {(f.name, document.source_text(f.span)[:3]): f for f in document.findings if f.code.startswith("N")}
    assert ("missing-heading", "（三）") in told
    (heading,) = told["missing-heading", "（三）"].related
    assert document.source_text(heading.span).startswith("下一步工作打算")
    assert told["numbering-jump", "（三）"].suggestion == "（一）"
    assert told["numbering-jump", "（四）"].suggestion == "（二）"
