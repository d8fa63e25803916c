"""Links beside the headings of an encyclopaedia: they go, and words of the text stay."""

import pytest

import policyparse as pp
from cleaning import clean
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import FurnitureLine


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一、总体要求[编辑]\n落实责任。", "一、总体要求\n落实责任。"),
        ("一、總體要求［編輯］\n落實責任。", "一、总体要求\n落实责任。"),
        (
            "一、总体要求\n编辑（一）指导思想。\n二、主要任务\n编辑（二）工作任务。",
            "一、总体要求\n（一）指导思想。\n二、主要任务\n（二）工作任务。",
        ),
        ("总体要求\n播报\n编辑\n落实责任。\n", "总体要求\n落实责任。\n"),
        ("总体要求\n播报编辑\n正文。\n保障措施\n播报编辑\n正文。\n", "总体要求\n正文。\n保障措施\n正文。\n"),
        ("培训采访、播报、编辑人员200名。\n编辑（一）部志书。", "培训采访、播报、编辑人员200名。\n编辑（一）部志书。"),
        ("第一条 责任\n编辑出版年鉴。\n编辑出版志书。", "第一条 责任\n编辑出版年鉴。\n编辑出版志书。"),
    ],
)
def test_links_go_and_words_stay(text: str, wanted: str) -> None:
    assert clean(text) == wanted


def test_the_clause_behind_a_link_is_found_at_its_own_place() -> None:
    text = "一、總體要求\n編輯（一）指導思想。堅持為民。\n二、任務\n編輯（二）做好工作。落實責任。\n"
    document = pp.parse_text(text)
    assert [clause.label for clause in document.clauses] == ["一、", "（一）", "二、", "（二）"]
    assert document.clauses[1].span.start == text.index("（一）")


@pytest.mark.parametrize(
    "row", [row for row in Lexicon.load().furniture if row.where == "link"], ids=lambda r: r.surface
)
def test_the_example_of_each_row_leaves_its_heading(row: FurnitureLine) -> None:
    heading = row.example[row.example.index("（") :]
    assert (
        clean(f"{row.example}\n落实责任。\n{row.example}\n落实责任。")
        == f"{heading}\n落实责任。\n{heading}\n落实责任。"
    )
