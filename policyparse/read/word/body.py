"""The body of a Word document, paragraph by paragraph and table by table, into a source text."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from policyparse.read.composer import Composer
from policyparse.read.tabular import Shape, data_rows
from policyparse.read.word.numbering import Numbering
from policyparse.read.word.package import Package, child, paths_to
from policyparse.read.word.runs import Kind, Piece, pieces
from policyparse.read.word.styles import Styles
from policyparse.read.word.tables import Cell, Rows, rows

_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_DEEPEST = 40
_LONGEST_ROW = 80
_NO_BLANK_AFTER = "、，．.。：:；)）】〕]"
NOTES: tuple[Kind, ...] = ("footnote", "endnote")


@dataclass(slots=True)
class Body:
    """Writes the text of one document. `label`, `pending` and `notes` are what is carried from line to line."""

    composer: Composer
    styles: Styles
    numbering: Numbering
    package: Package
    open_start: int | None = None
    notes: list[Piece] = field(default_factory=list)

    def read(self) -> None:
        """Write the whole document: the body, then its notes."""
        body = child(self.package.document, "body")
        if body is not None:
            self.content(body, "", 0)
        self._end_paragraph()
        self._write_notes()

    def content(self, element: Element, path: str, depth: int) -> None:
        """Write the paragraphs and tables within `element`."""
        if depth > _DEEPEST:
            return
        counts: dict[str, int] = {}
        for part in element:
            tag = str(part.tag)
            if tag not in ("p", "tbl") and tag not in _WRAPPERS:
                continue
            counts[tag] = counts.get(tag, 0) + 1
            place = f"{path}/{tag}[{counts[tag]}]".lstrip("/")
            if tag == "p":
                self.paragraph(part, place, depth)
            elif tag == "tbl":
                self._end_paragraph()
                self.table(part, place, depth)
            else:
                self.content(part, place, depth + 1)

    # ---- paragraphs -------------------------------------------------------------------------------------------------

    def paragraph(self, element: Element, path: str, depth: int, *, in_cell: bool = False) -> None:
        """Write one paragraph as a line, and the text boxes that are anchored in it below."""
        found = list(pieces(element))
        properties = child(element, "pPr")
        mark = child(properties, "rPr") if properties is not None else None
        joined = mark is not None and child(mark, "del") is not None
        visible = any(piece.text.strip() for piece in found if piece.kind in ("text", "inserted"))
        if joined and not visible:
            self._deleted("".join(piece.text for piece in found if piece.kind == "deleted"), path)
            return
        start = self.composer.position if self.open_start is None else self.open_start
        label = self._label(properties, found, written=visible or in_cell)
        self.composer.write(label)
        for piece in found:
            self._piece(piece, path)
        if label or not in_cell:
            self._note_paragraph(start, path, properties, label.rstrip() or None)
        if joined:
            self.open_start = start
        else:
            self.open_start = None
            self.composer.write("\n")
        boxes = [piece.element for piece in found if piece.kind == "box" and piece.element is not None]
        places = paths_to(element, "txbxContent") if boxes else {}
        for box in boxes:
            self.content(box, f"{path}/{places[id(box)]}", depth + 1)

    def _note_paragraph(self, start: int, path: str, properties: Element | None, label: str | None) -> None:
        if self.composer.position == start:
            return
        level = self.styles.heading(properties)
        kind = "paragraph" if level is None else "heading"
        self.composer.block(start, kind, path=path, level=level, label=label)

    def _label(self, properties: Element | None, found: list[Piece], *, written: bool) -> str:
        """The automatic number with the blank after it; nothing for an empty paragraph, which counts all the same."""
        words, suffix = self.numbering.label(properties)
        if not words or not written or self.open_start is not None:
            return ""
        first = next((piece.text for piece in found if piece.text and piece.kind in ("text", "inserted")), "")
        if words[-1] in _NO_BLANK_AFTER and not (words[-1] == "." and first[:1].isdecimal()):
            return words
        return words + (" " if suffix and first else "")

    def _piece(self, piece: Piece, path: str) -> None:
        start = self.composer.position
        if piece.kind == "text":
            self.composer.write(piece.text)
        elif piece.kind == "inserted":
            self.composer.write(piece.text)
            self.composer.block(start, "inserted", path=path)
        elif piece.kind == "deleted":
            self._deleted(piece.text, path)
        elif piece.kind == "image":
            self.composer.block(start, "image", path=path)
        elif piece.kind in NOTES:
            self.notes.append(piece)

    def _deleted(self, words: str, path: str) -> None:
        if words:
            self.composer.block(self.composer.position, "deleted", path=path, text=words)

    def _end_paragraph(self) -> None:
        """End a paragraph whose mark was deleted and which nothing came to join."""
        if self.open_start is not None:
            self.composer.end_line()
            self.open_start = None

    # ---- tables -----------------------------------------------------------------------------------------------------

    def table(self, element: Element, path: str, depth: int) -> None:
        """Write a table: its rows of data as cells, what it only frames as paragraphs."""
        found = rows(element)
        data = data_rows(_shape(found))
        index = self.composer.new_table() if data else None
        start = self.composer.position
        for number, cells in enumerate(found.rows):
            if number == data.start:
                start = self.composer.position
            if index is not None and number in data:
                self._row(cells, (index, data.start), path, depth)
            else:
                self._frame(cells, f"{path}/tr[{number + 1}]", depth)
            if index is not None and number == data.stop - 1:
                self.composer.block(start, "table", end=self.composer.position - 1, path=path, table=index)

    def _row(self, cells: tuple[Cell, ...], table: tuple[int, int], path: str, depth: int) -> None:
        """Write a row of data as one line; a cell of several paragraphs keeps their line breaks."""
        index, first = table
        for number, cell in enumerate(cells):
            if number:
                self.composer.write("\t")
            place = f"{path}/tr[{cell.row + 1}]/tc[{cell.number}]"
            start = self.composer.position
            self._cell(cell.element, place, depth + 1)
            self.composer.block(
                start, "cell", path=place, table=index, row=cell.row - first, column=cell.column,
                row_span=cell.row_span if cell.row_span > 1 else None,
                column_span=cell.column_span if cell.column_span > 1 else None,
            )  # fmt: skip
        self.composer.write("\n")

    def _cell(self, element: Element, path: str, depth: int) -> None:
        """Write what a cell holds, its paragraphs on lines of their own."""
        inner = Composer(self.composer.name)
        copy = Body(inner, self.styles, self.numbering, self.package, notes=self.notes)
        copy.cell_content(element, path, depth)
        self.composer.adopt(inner)

    def cell_content(self, element: Element, path: str, depth: int) -> None:
        """Write the paragraphs of a cell; an empty one counts in a list all the same."""
        counts = 0
        for part in element:
            if part.tag == "p":
                counts += 1
                self.paragraph(part, f"{path}/p[{counts}]", depth, in_cell=True)
            elif part.tag in _WRAPPERS and depth < _DEEPEST:
                self.cell_content(part, path, depth + 1)
        self._end_paragraph()

    def _frame(self, cells: tuple[Cell, ...], path: str, depth: int) -> None:
        """Write cells that only frame text: short ones beside each other on one line, others as paragraphs."""
        beside = len(cells) > 1 and all(_paragraphs(cell.element) <= 1 and not _nested(cell.element) for cell in cells)
        if beside and sum(_length(cell.element) for cell in cells) <= _LONGEST_ROW:
            for number, cell in enumerate(cells):
                if number:
                    self.composer.write("\t")
                self._cell(cell.element, f"{path}/tc[{cell.number}]", depth + 1)
            self.composer.write("\n")
            return
        for cell in cells:
            self.content(cell.element, f"{path}/tc[{cell.number}]", depth + 1)

    # ---- notes ------------------------------------------------------------------------------------------------------

    def _write_notes(self) -> None:
        """Footnotes and endnotes below the text, each as a line, in the order of their marks."""
        counts = dict.fromkeys(NOTES, 0)
        for note in tuple(self.notes):
            counts[note.kind] += 1
            part = self.package.footnotes if note.kind == "footnote" else self.package.endnotes
            element = next((one for one in part if one.get("id") == note.text), None)
            if element is None:
                continue
            start = self.composer.position
            self.content(element, f"{note.kind}[{note.text}]", 1)
            self._end_paragraph()
            if self.composer.position > start:
                self.composer.block(start, "note", end=self.composer.position - 1, label=str(counts[note.kind]))


def _shape(found: Rows) -> Shape:
    lengths = [_length(cell.element) for row in found.rows for cell in row]
    return Shape(
        columns=found.columns,
        whole_width=[len(row) == 1 and row[0].column_span >= found.columns for row in found.rows],
        nested=any(_nested(cell.element) for row in found.rows for cell in row),
        longest=max(lengths, default=0),
        paragraphs=max((_paragraphs(cell.element) for row in found.rows for cell in row), default=0),
    )


def _nested(cell: Element) -> bool:
    return child(cell, "tbl") is not None


def _paragraphs(cell: Element) -> int:
    return sum(1 for part in cell.iter("p") if next(part.iter("t"), None) is not None)


def _length(cell: Element) -> int:
    return sum(len(words.text or "") for words in cell.iter("t"))
