"""CSV, read back as a program and as a spreadsheet would."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from policyparse.report import csv as writer
from policyparse.report.papers import document_paper
from report.hostile import CLEANED, FORMULAS, LONG_CELL, MARKUP, empty, paper
from sample import document


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_excel_sees_that_it_is_utf_8() -> None:
    content = writer.write(document_paper(document(), "zh"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content


def test_it_holds_the_chief_table() -> None:
    chief = document_paper(document(), "zh").tables[0]
    assert rows(writer.write(document_paper(document(), "zh"))) == [list(chief.columns), *map(list, chief.rows)]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_neutralised(formula: str) -> None:
    assert writer.cell(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["-3", "-0.5", "-4%", "1.5", "≥35%", "二/(一)", "", "增加 =1"])
def test_what_is_no_formula_is_kept(text: str) -> None:
    assert writer.cell(text) == text


def test_no_cell_of_a_hostile_paper_starts_a_formula() -> None:
    cells = [cell for row in rows(writer.write(paper())) for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝＋－＠")]
    assert {MARKUP, CLEANED, LONG_CELL, "第一行\n第二行", "007"} <= set(cells)


def test_an_empty_table_has_its_head() -> None:
    assert rows(writer.write(empty())) == [["序号", "内容"]]
