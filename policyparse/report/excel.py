"""Workbooks for the office: one sheet a table, ready to filter, to reckon with and to print on A4 landscape.

Text stays text: nothing in a cell becomes a formula or a link. Only cells of number columns become numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from policyparse.report.extras import missing_extra
from policyparse.report.layout import centred, lines, number, widths, writable
from policyparse.report.papers import Paper
from policyparse.report.tables import Marked, Table, pieces_of
from policyparse.report.wording import Language, pick

LONGEST_CELL = 32_767
"""UTF-16 code units that a cell of Excel holds."""
_ROOM = 80
"""Code units for the words that say what was left out."""
_FONT = "宋体"
_PAGE = 132.0
"""Half Chinese characters of the body's size that an A4 page holds across."""
_HEAD = 2
"""Row of the heads: title and source stand above."""
_LINE = 15.0
"""Points that a line takes."""
_TALLEST = 409.0
"""Points that a row of Excel may have."""


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Any
    note: Any
    head: Any
    text: Any
    centred: Any
    number: Any
    percent: Any
    exact: Any
    """A percent with a decimal."""
    plain: Any
    marked: Any
    """The font of stretches of a cell: as the rest of it, and of what stands out."""

    @classmethod
    def of(cls, workbook: Any) -> _Formats:
        def make(**properties: object) -> Any:
            return workbook.add_format({"font_name": _FONT, "font_size": 10.5, "valign": "vcenter", **properties})

        cell: Mapping[str, object] = {"border": 1, "text_wrap": True}
        return cls(
            title=make(font_size=18, bold=True, align="left"),
            note=make(font_size=9, font_color="#595959", text_wrap=True),
            head=make(**cell, bold=True, align="center", bg_color="#E7ECF3"),
            text=make(**cell),
            centred=make(**cell, align="center"),
            number=make(**cell, align="center"),
            percent=make(**cell, align="center", num_format="0%"),
            exact=make(**cell, align="center", num_format="0.0%"),
            plain=make(),
            marked=make(bold=True, underline=1, font_color="#B00020"),
        )

    def of_text(self, middle: bool) -> Any:
        """For a cell of words."""
        return self.centred if middle else self.text

    def of_number(self, text: str) -> Any:
        """For a number that is written so."""
        if not text.endswith("%"):
            return self.number
        return self.exact if "." in text else self.percent

    def font(self, marked: bool) -> Any:
        """For a stretch of a cell."""
        return self.marked if marked else self.plain


def write(paper: Paper) -> bytes:
    """The workbook as bytes. Raises `MissingExtra` where XlsxWriter is not installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise missing_extra(".xlsx", "excel") from error
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(content, options) as workbook:
        workbook.set_properties({"title": writable(paper.title)[:255], "comments": ""})
        formats = _Formats.of(workbook)
        for table in paper.all_tables:
            sheet = workbook.add_worksheet(table.title)
            _lay_out(sheet, table, formats, paper)
            _print_setup(sheet, table, paper.language)
    return content.getvalue()


def _lay_out(sheet: Any, table: Table, formats: _Formats, paper: Paper) -> None:
    across = widths(table, _PAGE)
    middle = centred(table, across)
    for column, wide in enumerate(across):
        sheet.set_column(column, column, wide + 1.5)
    _titles(sheet, table, formats, paper)
    for column, head in enumerate(table.columns):
        sheet.write_string(_HEAD, column, cell(head, paper.language), formats.head)
    sheet.set_row(_HEAD, _height(table.columns, across))
    for row, cells in enumerate(table.rows, _HEAD + 1):
        sheet.set_row(row, _height(cells, across))
        for column, text in enumerate(cells):
            value = number(text) if column in table.numbers else None
            if value is not None:
                sheet.write_number(row, column, value, formats.of_number(text))
            elif len(stretches := _stretches(text)) > 1:
                fonts = [part for piece, marked in stretches for part in (formats.font(marked), piece)]
                sheet.write_rich_string(row, column, *fonts, formats.text)
            else:
                sheet.write_string(row, column, cell(text, paper.language), formats.of_text(middle[column]))


def _stretches(text: str) -> list[tuple[str, bool]]:
    """A cell in stretches that stand out or do not; none where it is too long. Excel wants two at least."""
    if not isinstance(text, Marked) or _units(text) > LONGEST_CELL:
        return []
    return [(writable(piece), marked) for piece, marked in pieces_of(text) if piece]


def _titles(sheet: Any, table: Table, formats: _Formats, paper: Paper) -> None:
    """What it is, and below it what it is of, over the width of the table."""
    source = cell("\n".join((paper.title, *paper.notes)), paper.language)
    last = len(table.columns) - 1
    sheet.merge_range(0, 0, 0, last, table.title, formats.title)
    sheet.merge_range(1, 0, 1, last, source, formats.note)
    sheet.set_row(0, 30)
    sheet.set_row(1, min(lines(source, _PAGE * 1.1) * 12.5 + 4, _TALLEST))


def _height(cells: Sequence[str], across: Sequence[float]) -> float:
    """Height of a row in points. Excel would find it by itself, but other programs show one line."""
    most = max(lines(text, wide) for text, wide in zip(cells, across, strict=True))
    return min(most * _LINE + 5, _TALLEST)


def _print_setup(sheet: Any, table: Table, language: Language) -> None:
    """Heads stay in sight on the screen and stand on every page; all columns fit the width of A4 landscape."""
    last = _HEAD + max(len(table.rows), 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.autofilter(_HEAD, 0, last, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer("&C" + pick(("第 &P 页，共 &N 页", "page &P of &N"), language))


def cell(text: str, language: Language) -> str:
    """`text` as a cell can hold it. What is longer than Excel allows is cut, and the end says how much was left out."""
    text = writable(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        text = f" {text}"  # XlsxWriter would take it for XML that was written already
    excess = _units(text) - LONGEST_CELL
    if excess <= 0:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - _ROOM)].decode("utf-16-le", "ignore")
    left_out = len(text) - len(kept)
    return kept + pick(
        (
            f"……〔超出单元格容量，此处略去 {left_out} 字〕",
            f"… [cut here: {left_out} characters more than a cell holds]",
        ),
        language,
    )


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
