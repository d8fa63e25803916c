"""Word documents, read back with python-docx and by our own reader."""

from __future__ import annotations

import sys
from io import BytesIO
from time import process_time
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import policyparse as pp
from policyparse.report import word
from policyparse.report.papers import Paper, document_paper
from policyparse.report.tables import Marked, Table
from report.hostile import CLEANED, FORMULAS, LONG_CELL, LONG_WORD, MARKUP, RUNS, empty, paper
from sample import document


def opened(content: Paper) -> Any:
    return docx.Document(BytesIO(word.write(content)))


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_tables_hold_their_rows() -> None:
    made = opened(document_paper(document(), "zh"))
    content = document_paper(document(), "zh")
    assert len(made.tables) == len(content.tables)
    for shown, table in zip(made.tables, content.tables, strict=True):
        assert rows(shown) == [list(table.columns), *map(list, table.rows)]


def test_titles_are_centred_in_size_two() -> None:
    made = opened(document_paper(document(), "zh"))
    titles = [paragraph for paragraph in made.paragraphs if paragraph.style.name == "表格标题"]
    assert [title.text for title in titles] == [
        "云州市碧水行动方案\n任务分解表", "云州市碧水行动方案\n指标表", "云州市碧水行动方案\n责任清单",
    ]  # fmt: skip
    assert titles[0].style.font.size == Pt(22)
    assert titles[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert titles[1].paragraph_format.page_break_before
    assert "云政发〔2024〕7号" in made.paragraphs[1].text


def test_the_page_is_a4_landscape_with_its_number() -> None:
    section = opened(document_paper(document(), "zh")).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 210)
    assert "PAGE" in [field.text for field in section.footer._element.iter(qn("w:instrText"))]


def test_heads_stand_again_on_every_page_and_rules_are_drawn() -> None:
    made = opened(document_paper(document(), "zh"))
    for table in made.tables:
        assert table.style.name == "Table Grid"
        heads = [
            row for row in table.rows if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
        ]
        assert len(heads) == 1
        assert heads[0]._tr is table.rows[0]._tr


def test_columns_fit_between_the_margins() -> None:
    made = opened(paper())
    section = made.sections[0]
    for table in made.tables:
        across = sum(column.width for column in table.columns)
        assert 0 < across <= section.page_width - section.left_margin - section.right_margin + Pt(1)


def test_hostile_text_stays_text() -> None:
    made = opened(paper())
    texts = [row[0] for row in rows(made.tables[0])]
    assert {MARKUP, RUNS, CLEANED, LONG_WORD, LONG_CELL, "第一行\n第二行"} <= set(texts)
    assert {formula.replace("\t", " ") for formula in FORMULAS} <= set(texts)
    assert not list(made.element.iter(qn("w:hyperlink")))
    assert not list(made.element.iter(qn("w:instrText")))


def test_an_empty_table_has_its_head() -> None:
    assert rows(opened(empty()).tables[0]) == [["序号", "内容"]]


def test_words_that_stand_out_are_bold_and_underlined() -> None:
    cell = Marked.of("每月<b>\n检修", [(1, 5)])
    ((run, marked, rest),) = (
        cell.paragraphs[0].runs
        for cell in opened(Paper("题", (), (Table("表", ("甲",), ((cell,),)),))).tables[0].columns[0].cells[1:]
    )
    assert [run.text, marked.text, rest.text] == ["每", "月<b>", "\n检修"]
    assert [bool(part.bold) for part in (run, marked, rest)] == [False, True, False]
    assert marked.underline


def test_thousands_of_rows_are_quick() -> None:
    table = Table(
        "表", ("序号", "任务", "单位"), tuple((str(n), f"建设第{n}号工程" * 4, "市水务局") for n in range(2000))
    )
    begun = process_time()
    made = opened(Paper("题", (), (table,)))
    assert process_time() - begun < 3
    assert len(made.tables[0]._tbl.tr_lst) == 2001


def test_our_own_reader_reads_it() -> None:
    read = pp.parse(word.write(document_paper(document(), "zh")), name="任务分解表.docx")
    assert "市住房城乡建设局" in read.text
    assert [duty.parties[0].name for duty in read.responsibilities if duty.parties]


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[docx\]"):
        word.write(empty())
