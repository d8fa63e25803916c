"""Word documents in the form that an office sends round: A4 landscape, title in 二号, ruled tables.

Sizes are those of GB/T 9704-2012: 二号 is 22 pt for the title, page numbers 四号 (14 pt) between dashes; tables are set
in 五号 (10.5 pt). Fonts are those that every Chinese Windows and WPS has.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from policyparse.report.extras import missing_extra
from policyparse.report.layout import widths, writable
from policyparse.report.papers import Paper
from policyparse.report.tables import Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TITLE, _NOTE, _CELL, _PAGE_NUMBER = 22.0, 10.5, 10.5, 14.0
_SONG, _HEI, _FANGSONG = "宋体", "黑体", "仿宋"
_WIDTH, _HEIGHT, _MARGIN = 297.0, 210.0, 20.0
"""A4 landscape and its margins, in millimetres."""
_ACROSS = (_WIDTH - 2 * _MARGIN) / 25.4 * 72 / (_CELL / 2)
"""Half characters of a table's text that fit between the margins."""
_PADDING = 2.1
"""Half characters that the inner margins of a cell take."""
_SHORT = 12
"""Columns up to this width are centred."""
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
    _page(document)
    for place, table in enumerate(paper.tables):
        _titles(document, paper, table, first=place == 0)
        _table(document, table)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _page(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.footer_distance = Mm(10)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(footer, "— ", _SONG, _PAGE_NUMBER)
    _field(footer, "PAGE")
    _run(footer, " —", _SONG, _PAGE_NUMBER)


def _titles(document: Document, paper: Paper, table: Table, *, first: bool) -> None:
    """The title over two lines, what it is of and what it is, and on the first page the notes."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title = document.add_paragraph()
    title.paragraph_format.page_break_before = not first
    for text in (paper.title, table.title):
        if title.runs:
            title.add_run().add_break()
        _run(title, text, _SONG, _TITLE).bold = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(8)
    title.paragraph_format.keep_with_next = True
    for note in paper.notes if first else ():
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.keep_with_next = True
        _run(line, note, _FANGSONG, _NOTE)


def _table(document: Document, table: Table) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Pt

    across = widths(table, _ACROSS - _PADDING * len(table.columns))
    sizes = [Pt((wide + _PADDING) * _CELL / 2) for wide in across]
    centred = [wide <= _SHORT for wide in across]
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, size in zip(made.columns, sizes, strict=True):
        column.width = size
    _row(made, table.columns, sizes, head=[True] * len(sizes))
    for cells in table.rows:
        _row(made, cells, sizes, centred=centred)
    document.add_paragraph()


def _row(made: Any, texts: tuple[str, ...], sizes: list[Any], *, head: list[bool] | None = None,
         centred: list[bool] | None = None) -> None:  # fmt: skip
    """One row; a head is bold and stands again on every page."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    row = made.add_row()
    properties = row._tr.get_or_add_trPr()
    if sum(map(len, texts)) <= _WHOLE:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    middle = head or centred or []
    for cell, text, size, centre in zip(row.cells, texts, sizes, middle, strict=True):
        cell.width = size
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(paragraph, text, _HEI if head else _FANGSONG, _CELL)


def _run(paragraph: Paragraph, text: str, font: str, size: float) -> Any:
    """Text in a Chinese font; Latin letters and digits in Times New Roman, as offices set them."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(writable(text).replace("\t", " "))
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = _run(paragraph, "", _SONG, _PAGE_NUMBER)
    for kind in ("begin", "instruction", "end"):
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._element.append(element)
