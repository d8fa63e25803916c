"""Word documents in the form that an office sends round: A4 landscape, title in 二号, ruled tables.

Sizes are those of GB/T 9704-2012: 二号 is 22 pt for the title, page numbers 四号 (14 pt) between dashes; tables are set
in 五号 (10.5 pt). Fonts are those that every Chinese Windows and WPS has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

from policyparse.report.extras import missing_extra
from policyparse.report.layout import centred, widths, writable
from policyparse.report.papers import Paper
from policyparse.report.tables import Table, pieces_of

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
_ROOM = (("top", 50), ("left", 85), ("bottom", 50), ("right", 85))
"""Air between the text of a cell and the rules around it, in twentieths of a point."""
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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
    """The table before the end of the document: written as one piece of WordprocessingML, for thousands of rows."""
    from docx.oxml import parse_xml

    made = parse_xml("".join(_table_parts(table)))
    document.element.body.insert_element_before(made, "w:sectPr")


def _table_parts(table: Table) -> Iterator[str]:
    """A table of fixed widths with ruled cells; its head stands again on every page."""
    across = widths(table, _ACROSS - _PADDING * len(table.columns))
    styles = [_CENTRED if middle else _CELL for middle in centred(table, across)]
    wide = [round((part + _PADDING) * _SIZE * 10) for part in across]
    margins = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in _ROOM)
    yield (
        f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0420"/></w:tblPr><w:tblGrid>'
    )
    yield from (f'<w:gridCol w:w="{part}"/>' for part in wide)
    yield "</w:tblGrid>"
    yield from _row(table.columns, wide, [_HEAD] * len(wide), "<w:cantSplit/><w:tblHeader/>")
    for cells in table.rows:
        yield from _row(cells, wide, styles, "<w:cantSplit/>" if sum(map(len, cells)) <= _WHOLE else "")
    yield "</w:tbl>"


def _row(texts: Sequence[str], wide: Sequence[int], styles: Sequence[str], properties: str) -> Iterator[str]:
    """One row, each cell in its style; our styles have their names for ids."""
    yield f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    for text, part, style in zip(texts, wide, styles, strict=True):
        runs = "".join(_run(piece, marked) for piece, marked in pieces_of(text) if piece)
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{part}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:tc>'
        )
    yield "</w:tr>"


def _run(text: str, marked: bool) -> str:
    properties = '<w:rPr><w:b/><w:color w:val="B00020"/><w:u w:val="single"/></w:rPr>' if marked else ""
    lines = escape(_text(text)).split("\n")
    content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines)
    return f"<w:r>{properties}{content}</w:r>"


def _text(text: str) -> str:
    """What a run may hold: a tab would be a stop."""
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
