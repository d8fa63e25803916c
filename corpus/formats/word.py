"""Plans as Word documents: the numbers are Word's own, tables are tables, pages have numbers as GB/T 9704 sets them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from plan import Label, Paragraph, Part, Table

FONT = "Noto Serif CJK SC"
BODY, LEADING = Pt(16), Pt(28)
ALIGNMENTS = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
LEVELS = {
    "chapter": ("chineseCounting", "第%1章", "space"),
    "section": ("chineseCounting", "第%1节", "space"),
    "han": ("chineseCounting", "%1、", "nothing"),
    "han_paren": ("chineseCounting", "（%1）", "nothing"),
    "arabic": ("decimal", "%1.", "nothing"),
    "arabic_paren": ("decimal", "(%1)", "nothing"),
}
HEADING_LEVELS = {"chapter": 1, "section": 2, "han": 1, "han_paren": 2, "arabic": 3, "arabic_paren": 4}


class Word:
    """One document in the making."""

    def __init__(self, head: str | None) -> None:
        self.document: Any = docx.Document()
        self.numbering = self.document.part.numbering_part.element
        self.instances: dict[str, tuple[int, int]] = {}
        self.next_number = 100
        _set_up(self.document, head)
        for index, (style, (counting, words, suffix)) in enumerate(LEVELS.items()):
            self._abstract(50 + index, style, counting, words, suffix)

    def add(self, part: Part) -> None:
        """Add a paragraph or a table."""
        if isinstance(part, Table):
            self._table(part)
        else:
            self._paragraph(part)

    def _paragraph(self, part: Paragraph) -> None:
        level = HEADING_LEVELS[part.label.style] if part.label and part.heading else None
        paragraph = self.document.add_paragraph(style=None if level is None else f"Heading {level}")
        paragraph.alignment = ALIGNMENTS.get(part.place)
        if part.place == "body" and part.text:
            paragraph.paragraph_format.first_line_indent = 2 * BODY
        if part.label is not None:
            self._number(paragraph, part.label)
        paragraph.add_run(part.text)

    def _table(self, part: Table) -> None:
        table = self.document.add_table(rows=part.rows, cols=part.columns)
        table.style = "Table Grid"
        for cell in part.cells:
            place = table.cell(cell.row, cell.column)
            if cell.row_span > 1:
                place = place.merge(table.cell(cell.row + cell.row_span - 1, cell.column))
            run = place.paragraphs[0].add_run(cell.text)
            run.font.size = Pt(10.5)
            place.paragraphs[0].paragraph_format.line_spacing = Pt(16)

    def _number(self, paragraph: Any, label: Label) -> None:
        """Let Word count: on from the last number of this style, or anew from this one."""
        instance, last = self.instances.get(label.style, (0, -1))
        if label.number != last + 1:
            instance = self.next_number
            self.next_number += 1
            number = _child(self.numbering, "w:num", numId=instance)
            _child(number, "w:abstractNumId", val=50 + list(LEVELS).index(label.style))
            if label.style in self.instances or label.number != 1:
                _child(_child(number, "w:lvlOverride", ilvl=0), "w:startOverride", val=label.number)
        self.instances[label.style] = (instance, label.number)
        properties = paragraph._p.get_or_add_pPr()
        held = OxmlElement("w:numPr")
        _child(held, "w:ilvl", val=0)
        _child(held, "w:numId", val=instance)
        properties._insert_numPr(held)

    def _abstract(self, id: int, style: str, counting: str, words: str, suffix: str) -> None:
        element = OxmlElement("w:abstractNum")
        element.set(qn("w:abstractNumId"), str(id))
        self.numbering.insert(0, element)
        _child(element, "w:multiLevelType", val="singleLevel")
        level = _child(element, "w:lvl", ilvl=0)
        _child(level, "w:start", val=1)
        _child(level, "w:numFmt", val=counting)
        _child(level, "w:suff", val=suffix)
        _child(level, "w:lvlText", val=words)
        _child(level, "w:lvlJc", val="left")


def write_docx(parts: list[Part], place: Path, head: str | None = None) -> None:
    """Write `parts` to a DOCX file; `head` runs along the top of every page."""
    word = Word(head)
    for part in parts:
        word.add(part)
    word.document.save(str(place))


def _child(parent: Any, name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    parent.append(element)
    return element


def _set_up(document: Any, head: str | None) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        style = document.styles[name]
        style.font.size = BODY
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        style.paragraph_format.line_spacing = LEADING
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    if head:
        section.header.paragraphs[0].text = head
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run = footer.add_run()
        if kind:
            _child(run._r, "w:fldChar", fldCharType=kind)
        else:
            _child(run._r, "w:instrText").text = words
    footer.add_run(" —")
