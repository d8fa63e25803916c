"""Word documents in the form that an office sends round: A4 landscape, title in 二号, ruled tables.

Sizes are those of GB/T 9704-2012: 二号 is 22 pt for the title, page numbers 四号 (14 pt) between dashes; tables are set
in 五号 (10.5 pt). Fonts are those that every Chinese Windows and WPS has.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from policyparse.report.extras import missing_extra
from policyparse.report.layout import centred, widths, writable
from policyparse.report.papers import Paper
from policyparse.report.tables import Table

_TITLE, _NOTE, _HEAD, _CELL, _CENTRED, _FOLIO = "表格标题", "表格说明", "表头", "表格文字", "表格居中", "表格页码"
_LATIN = "Times New Roman"
_SIZE = 10.5
_STYLES: Mapping[str, tuple[str, float, bool]] = MappingProxyType({
    _TITLE: ("宋体", 22, True), _NOTE: ("仿宋", 10.5, False), _HEAD: ("黑体", _SIZE, True),
    _CELL: ("仿宋", _SIZE, False), _CENTRED: ("仿宋", _SIZE, True), _FOLIO: ("宋体", 14, True),
})  # fmt: skip
"""Font, size and whether it is centred, by style."""
_WIDTH, _HEIGHT, _MARGIN = 297.0, 210.0, 20.0
"""A4 landscape and its margins, in millimetres."""
_ACROSS = (_WIDTH - 2 * _MARGIN) / 25.4 * 72 / (_SIZE / 2)
"""Half characters of a table's text that fit between the margins."""
_PADDING = 2.1
"""Half characters that the inner margins of a cell take."""
_WHOLE = 300
"""Characters up to which a row is kept on one page."""


def write(paper: Paper) -> bytes:
    """The file as bytes. Raises `MissingExtra` where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise missing_extra(".docx", "docx") from error
    document = Document()
    document.core_properties.title = writable(paper.title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _styles(document)
    _page(document)
    for place, table in enumerate(paper.tables):
        _titles(document, paper, table, first=place == 0)
        _table(document, table)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _page(document: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.footer_distance = Mm(10)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles[_FOLIO]
    footer.add_run("— ")
    _field(footer, "PAGE")
    footer.add_run(" —")


def _styles(document: Any) -> None:
    """Styles that the office can change at one place: title, note, head, and cells set left or centred."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, (font, size, middle) in _STYLES.items():
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size = _LATIN, Pt(size)
        style.font.bold = name == _TITLE
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
        if middle:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _titles(document: Any, paper: Paper, table: Table, *, first: bool) -> None:
    """The title over two lines, what it is of and what it is, and on the first page the notes."""
    from docx.shared import Pt

    title = document.add_paragraph(style=_TITLE)
    title.paragraph_format.page_break_before = not first
    title.add_run(_text(paper.title)).add_break()
    title.add_run(_text(table.title))
    title.paragraph_format.space_after = Pt(10)
    title.paragraph_format.keep_with_next = True
    for note in paper.notes if first else ():
        line = document.add_paragraph(_text(note), style=_NOTE)
        line.paragraph_format.space_after = Pt(3)
        line.paragraph_format.keep_with_next = True


def _table(document: Any, table: Table) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Pt

    across = widths(table, _ACROSS - _PADDING * len(table.columns))
    styles = [_CENTRED if middle else _CELL for middle in centred(table, across)]
    made: Any = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _inner_margins(made)
    for column, wide in zip(made.columns, across, strict=True):
        column.width = Pt((wide + _PADDING) * _SIZE / 2)
    _mark(_row(made, table.columns, [_HEAD] * len(styles)), "w:cantSplit", "w:tblHeader")
    for cells in table.rows:
        row = _row(made, cells, styles)
        if sum(map(len, cells)) <= _WHOLE:
            _mark(row, "w:cantSplit")


def _row(made: Any, texts: tuple[str, ...], styles: list[str]) -> Any:
    """One row, each cell in its style."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    row = made.add_row()
    for cell, text, style in zip(row.cells, texts, styles, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        # The name of one of our styles is its id; python-docx would look it up for every cell.
        paragraph._p.style = style
        if text:
            paragraph.add_run(_text(text))
    return row


def _mark(row: Any, *names: str) -> None:
    """Properties of a row: kept on one page, stands again on every page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def _inner_margins(made: Any) -> None:
    """Air between the text of a cell and the rules around it, in twentieths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "85"), ("bottom", "50"), ("right", "85")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), room)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.append(margins)


def _text(text: str) -> str:
    """What a run may hold: python-docx makes a break of a line's end, and would make a stop of a tab."""
    return writable(text).replace("\t", " ")


def _field(paragraph: Any, instruction: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    for kind in ("begin", "instruction", "end"):
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._element.append(element)
