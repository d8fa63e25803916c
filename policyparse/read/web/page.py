"""A web page into a source text: the document, and around it, marked as such, the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from policyparse.lexicon.web_pages import WebPages
from policyparse.read.composer import Composer
from policyparse.read.tabular import LONGEST_CELL, Shape, data_rows
from policyparse.read.web.dom import Node, is_hidden
from policyparse.read.web.lines import Line, Marks, Row, Walk
from policyparse.read.web.survey import Survey
from policyparse.read.web.tables import Cell, rows, text_length, width

ATTACHED = (
    ".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ofd", ".ppt", ".pptx", ".zip", ".rar", ".7z",
    ".ceb", ".txt",
)  # fmt: skip
_HIDDEN_SHARE = 0.3
_FEWEST_LABELS = 2
_SHORTEST_TITLE = 6
_LONGEST_LABEL = 12
_TITLE_LINES = 12
_TITLE_REACH = 6
_SHORTEST_NAME, _LONGEST_NAME = 8, 90
_SUBJECT = ("关于", "關於", "印发", "印發")
_NOTE = re.compile(r"[（(][^（）()]{1,20}[）)]$")
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_COLON = "：:"


@dataclass(slots=True)
class Page:
    """Reads one page. `fields` are the labels and values of the tables that tell what the document is."""

    body: Node
    known: WebPages
    survey: Survey
    items: list[Line | Row] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    tables: int = 0
    first_row: int = 0
    table_start: int = 0

    @classmethod
    def of(cls, body: Node, known: WebPages) -> Page:
        """The page whose body this is."""
        return cls(body, known, Survey.of(body))

    def read(self) -> None:
        """Collect the lines and tables of the page."""
        marks = Marks(
            container=self.survey.container(self.body, self.known).mem_id,
            titles=frozenset(node.mem_id for node in self.body.css(self.known.title)),
            ids=frozenset(
                id for id, count in self.survey.ids.items() if count == 1 and re.fullmatch(r"[A-Za-z][\w-]*", id)
            ),
            hidden=self._hidden,
            enter=self._table,
        )
        self.items = Walk(marks, inside=marks.container == self.body.mem_id).over(self.body)
        self.fields.extend(self._listed())

    def _listed(self) -> list[tuple[str, str]]:
        """Labels that stand alone on lines around the document, each with the line below (``dt`` and ``dd``)."""
        around = [item.text for item in self.items if isinstance(item, Line) and not item.inside and item.text]
        alone = [
            (_plain(line), below.strip())
            for line, below in pairwise(around)
            if _plain(line) in self.known.labels and _plain(below) not in self.known.labels
        ]
        return alone if len(alone) >= _FEWEST_LABELS else []

    def write(self, composer: Composer, title: str | None) -> None:
        """Write the page. `title` is what the page's head calls the document."""
        titles = self._titles(title)
        furniture: int | None = None
        for index, item in enumerate(self.items):
            outside = not item.inside and index not in titles
            if outside and furniture is None:
                furniture = composer.position
            if not outside and furniture is not None:
                _close(composer, furniture)
                furniture = None
            if isinstance(item, Line):
                _write_line(composer, item, marked=not outside)
            else:
                self._write_row(composer, index, item)
        if furniture is not None:
            _close(composer, furniture)

    # ---- titles -----------------------------------------------------------------------------------------------------

    def _titles(self, title: str | None) -> frozenset[int]:
        """The lines before the container that are the title, where the container does not begin with it."""
        first = next((index for index, item in enumerate(self.items) if item.inside), len(self.items))
        opening = "".join(
            _plain(item.text) for item in self.items[first : first + _TITLE_LINES] if isinstance(item, Line)
        )
        wanted = _plain(title or "")
        found: list[int] = []
        for index in range(first - 1, -1, -1):
            item = self.items[index]
            if not isinstance(item, Line) or not item.text:
                continue
            plain = _plain(item.text)
            named = len(plain) >= _SHORTEST_TITLE and plain in wanted
            if (named and (item.title or plain == wanted or item.level is not None)) or (
                item.level == 1 and not wanted
            ):
                found.append(index)
            elif found:
                break
        found = found or self._looks_like_title(first)
        if "".join(_plain(self._text(index)) for index in reversed(found)) in opening:
            return frozenset()
        return frozenset(found)

    def _looks_like_title(self, first: int) -> list[int]:
        """The line among the last ones before the container that ends like the title of a document, from below."""
        held = [index for index in range(first) if _plain(self._text(index)) and not self._is_link(index)]
        held = held[-_TITLE_REACH:]
        for place in range(len(held) - 1, -1, -1):
            words = _NOTE.sub("", _plain(self._text(held[place])))
            if _SHORTEST_NAME <= len(words) <= _LONGEST_NAME and words.endswith(self.known.kinds):
                begins = place == 0 or not words.startswith(_SUBJECT)
                return held[place : place + 1] if begins else [held[place], held[place - 1]]
        return []

    def _is_link(self, index: int) -> bool:
        """Whether a line is a link to another page as a whole."""
        item = self.items[index]
        return isinstance(item, Line) and any(end - start >= len(item.text.strip()) for start, end, _ in item.links)

    def _text(self, index: int) -> str:
        item = self.items[index]
        return item.text if isinstance(item, Line) else ""

    # ---- tables -----------------------------------------------------------------------------------------------------

    def _table(self, node: Node, walk: Walk) -> bool:
        """Take a table of data in, row by row; False for one that only frames text, which the walk goes through."""
        found = rows(node)
        columns = width(found)
        measured = [text_length(cell.node, LONGEST_CELL) for row in found for cell in row]
        data = data_rows(
            Shape(
                columns, [len(row) == 1 and row[0].column_span >= columns for row in found],
                any(nested for _, nested in measured), max((length for length, _ in measured), default=0), 0,
            )
        )  # fmt: skip
        if not data:
            return False
        path = walk.path_of(node)
        inner = Marks(None, frozenset(), walk.marks.ids, walk.marks.hidden, lambda node, walk: False)
        texts = {id(cell): _lines(cell, path, inner, walk.inside) for row in found for cell in row}
        index = self._table_index(found, texts)
        inside = walk.inside and index is not None
        for number, row in enumerate(found):
            if number in data:
                cells = tuple((cell, "\n".join(line.text for line in texts[id(cell)])) for cell in row)
                walk.items.append(Row(cells, path or "", inside, index))
            else:
                walk.items.extend(line for cell in row for line in texts[id(cell)])
        return True

    def _table_index(self, found: list[list[Cell]], texts: dict[int, list[Line]]) -> int | None:
        """The index of a table of data; None for the table that tells what the document is, whose fields are kept."""
        words = [["".join(line.text for line in texts[id(cell)]) for cell in row] for row in found]
        pairs = [pair for row in words for pair in _pairs(row, self.known)]
        if len(pairs) >= _FEWEST_LABELS and 3 * len(pairs) >= sum(1 for row in words for text in row if text):
            self.fields.extend(pairs)
            return None
        self.tables += 1
        return self.tables - 1

    def _write_row(self, composer: Composer, index: int, row: Row) -> None:
        first = index == 0 or not self._same_table(self.items[index - 1], row)
        last = index + 1 == len(self.items) or not self._same_table(self.items[index + 1], row)
        begin = row.cells[0][0].row if row.cells else 0
        if first:
            self.table_start, self.first_row = composer.position, begin
        for number, (cell, text) in enumerate(row.cells):
            if number:
                composer.write("\t")
            start = composer.position
            composer.write(text)
            if row.table is not None and row.inside:
                composer.block(
                    start, "cell", path=row.path + cell.path, table=row.table, row=cell.row - self.first_row,
                    column=cell.column, row_span=cell.row_span if cell.row_span > 1 else None,
                    column_span=cell.column_span if cell.column_span > 1 else None,
                )  # fmt: skip
        composer.write("\n")
        if last and row.table is not None and row.inside:
            composer.block(self.table_start, "table", end=composer.position - 1, path=row.path, table=row.table)

    def _same_table(self, other: Line | Row, row: Row) -> bool:
        return isinstance(other, Row) and other.path == row.path and other.table == row.table

    def _hidden(self, node: Node) -> bool:
        return is_hidden(node) and self.survey.amount(node) <= _HIDDEN_SHARE * self.survey.whole


def _lines(cell: Cell, path: str | None, marks: Marks, inside: bool) -> list[Line]:
    walk = Walk(marks, inside=inside)
    return [line for line in walk.over(cell.node, f"{path}{cell.path}") if isinstance(line, Line) and line.text]


def _pairs(texts: list[str], known: WebPages) -> Iterator[tuple[str, str]]:
    """Labels with their values: in a cell after a colon, or in the next cell."""
    for index, text in enumerate(texts):
        head, colon, rest = text.partition("：") if "：" in text[:20] else text.partition(":")
        label = _BLANKS.sub("", head)
        if label not in known.labels or len(label) > _LONGEST_LABEL:
            continue
        if colon and rest.strip():
            yield label, rest.strip()
        elif not rest.strip():
            yield label, texts[index + 1].strip() if index + 1 < len(texts) else ""


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)


def _close(composer: Composer, start: int) -> None:
    if composer.position > start:
        composer.block(start, "furniture", end=composer.position - 1)


def _write_line(composer: Composer, line: Line, *, marked: bool) -> None:
    start = composer.position
    if line.image is not None:
        composer.block(start, "image", path=line.path)
        return
    composer.write(line.text)
    if marked:
        kind = "paragraph" if line.level is None else "heading"
        composer.block(start, kind, path=line.path, level=line.level, label=line.label)
    for first, last, address in line.links:
        if _is_attached(address):
            composer.block(start + first, "attachment", end=start + last, path=address[:2000])
    composer.write("\n")


def _is_attached(address: str) -> bool:
    try:
        return urlsplit(address).path.lower().endswith(ATTACHED)
    except ValueError:
        return False
