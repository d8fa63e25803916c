"""Workbooks, read back with openpyxl and looked at in their XML."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

import policyparse as pp
from policyparse.report import excel
from policyparse.report.papers import Paper, comparison_paper, document_paper
from policyparse.report.tables import Marked, Table
from report.hostile import CLEANED, CONTROLS, FORMULAS, LINK, LONG_CELL, LONG_WORD, RUNS, empty, paper
from sample import TEXT, document


def book(content: Paper) -> Workbook:
    return load_workbook(BytesIO(excel.write(content)))


def rows(sheet: object) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(min_row=3, values_only=True))  # type: ignore[attr-defined]


def test_one_sheet_a_table_in_order() -> None:
    assert book(document_paper(document(), "zh")).sheetnames == ["任务分解表", "指标表", "责任清单"]
    assert book(document_paper(document(), "en")).sheetnames == ["Task breakdown", "Targets", "Duties by body"]


def test_the_task_table_holds_what_the_office_asks_for() -> None:
    head, *tasks = rows(book(document_paper(document(), "zh"))["任务分解表"])
    assert head == ("序号", "重点任务", "目标", "牵头单位", "配合单位", "完成时限", "出处")
    assert tasks[1] == (
        2, "补齐管网短板", "污水管网 增加120公里（每年）\n日处理能力 增加1.5万吨（2026年）", "市住房城乡建设局",
        "市水务局、各县区人民政府", "每年\n2026年", "二/(一)",
    )  # fmt: skip


def test_numbers_are_numbers_and_clauses_are_not() -> None:
    table = Table("数", ("条款", "值"), (("1.1", "1.5"), ("2", "-3"), ("3", "93%"), ("4", "≥5"), ("5", "007")), (1,))
    sheet = book(Paper("题", (), (table,)))["数"]
    assert rows(sheet)[1:] == [("1.1", 1.5), ("2", -3), ("3", 0.93), ("4", "≥5"), ("5", "007")]
    assert sheet["B6"].number_format == "0%"


def test_it_is_ready_to_filter_to_read_and_to_print() -> None:
    sheet = book(document_paper(document(), "zh"))["任务分解表"]
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:G6"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what a file that says nothing means
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["C5"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width > sheet.column_dimensions["A"].width
    assert sheet.row_dimensions[5].height > sheet.row_dimensions[4].height


def test_title_and_source_stand_above() -> None:
    sheet = book(document_paper(document(), "zh"))["指标表"]
    assert sheet["A1"].value == "指标表"
    assert "云州市碧水行动方案" in sheet["A2"].value
    assert "云政发〔2024〕7号" in sheet["A2"].value


def test_nothing_becomes_a_formula_or_a_link() -> None:
    content = excel.write(paper())
    sheet = load_workbook(BytesIO(content))["表格"]
    for cells in sheet.iter_rows(min_row=3):
        for cell in cells:
            assert cell.data_type in ("s", "n"), cell.value
            assert cell.hyperlink is None
    kept = [row[0] for row in rows(sheet)]
    assert set(FORMULAS) | {LINK, LONG_WORD, "_x0041_"} <= set(kept)
    assert f" {RUNS}" in kept
    with zipfile.ZipFile(BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in package.namelist() if "rels" in name and "worksheets" in name]
    assert "<f>" not in xml
    assert "hyperlink" not in xml


def test_what_a_sheet_cannot_hold_is_seen() -> None:
    sheet = book(paper())["表格"]
    assert CLEANED in [row[0] for row in rows(sheet)]
    assert CONTROLS not in [row[0] for row in rows(sheet)]


@pytest.mark.parametrize("text", [LONG_CELL, "𠮷" * 20_000, "甲\n" * 20_000])
def test_a_cell_that_is_too_long_is_cut_and_says_so(text: str) -> None:
    shown = excel.cell(text, "zh")
    assert len(shown.encode("utf-16-le")) // 2 <= excel.LONGEST_CELL
    kept, note = shown.split("……〔")
    assert text.startswith(kept)
    assert f"略去 {len(text) - len(kept)} 字" in note
    assert "characters more than a cell holds" in excel.cell(text, "en")


def test_a_cell_at_the_limit_is_kept_whole() -> None:
    text = "界" * excel.LONGEST_CELL
    assert excel.cell(text, "zh") == text


def test_a_table_without_rows_is_a_sheet_with_heads() -> None:
    assert rows(book(empty())["表格"])[0] == ("序号", "内容")


def test_a_comparison_has_its_tables_and_the_passages() -> None:
    other = pp.parse_text(TEXT.replace("120公里", "80公里").replace("云州市", "临河县"), name="临河.txt")
    made = book(comparison_paper(pp.compare(pp.parse_text(TEXT, name="云州.txt"), other), "zh"))
    assert made.sheetnames == ["指标对照表", "任务对照表", "部门对照表", "修订对照表", "文字沿用表"]
    head, *pairs = rows(made["指标对照表"])
    lower = next(pair for pair in pairs if pair[2] != pair[3])
    assert head[:7] == ("序号", "指标", "云州市", "临河县", "关系", "差值", "占比")
    assert (lower[4], lower[5], lower[6]) == ("更低", "−40公里", 0.67)


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[excel\]"):
        excel.write(empty())


def test_words_that_stand_out_are_set_in_another_font() -> None:
    cells = (Marked.of("每月<b>_x0041_检修", [(1, 2), (2, 5)]), Marked.of("新", [(0, 1)]), Marked.of("全部=", [(0, 3)]))
    content = excel.write(Paper("题", (), (Table("表", ("甲", "乙", "丙"), (cells,)),)))
    assert rows(load_workbook(BytesIO(content))["表"])[1] == tuple(map(str, cells))
    (row,) = list(load_workbook(BytesIO(content), rich_text=True)["表"].iter_rows(min_row=4))
    assert [(part.text, bool(part.font.b)) for part in row[0].value] == [
        ("每", False), ("月<b>", True), ("_x0041_检修", False),
    ]  # fmt: skip
    assert [cell.value for cell in row[1:]] == ["新", "全部="]  # all of it: nothing stands out
