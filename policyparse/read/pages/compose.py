"""Pages into a source text: lines in reading order, with blocks that say what belongs together and where it stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from policyparse.read.composer import Composer
from policyparse.read.pages.cells import Cell, Grid, grids_of, rejoined, repeated_rows
from policyparse.read.pages.columns import Placed, gutters, in_order
from policyparse.read.pages.furniture import furniture
from policyparse.read.pages.glyphs import Box, Page, around
from policyparse.read.pages.lines import Line, lines_of
from policyparse.read.pages.paragraphs import FEW_LINES, Column, Flow, column_of, flow_of, goes_on
from policyparse.read.tabular import data_rows

_NOTE = re.compile(r"[①-⑳]|\[[0-9]{1,2}\]|[〔【][0-9]{1,2}[〕】]|[*†‡]|[0-9]{1,2}(?=[^0-9.．、％%])")
_NOTE_SIZE = 0.88
FEW_GLYPHS = 12
"""A page with fewer characters and a large picture is a picture."""
_SAME_EDGE = 4.0


@dataclass(slots=True)
class Sheet:
    """A page taken apart: its lines in reading order with the columns that they stand in, and its tables."""

    page: Page
    placed: list[Placed]
    grids: list[Grid]
    columns: dict[int, Column] = field(default_factory=dict)

    def text_items(self, number: int, around_text: set[tuple[int, int]]) -> list[tuple[int, Placed] | Grid]:
        """The items of the page with this index, without those that are furniture."""
        return [item for item in self.items() if isinstance(item, Grid) or (number, item[0]) not in around_text]

    def items(self) -> Iterator[tuple[int, Placed] | Grid]:
        """Lines (with their index) and tables, a table where the first line below it would stand."""
        waiting = list(self.grids)
        for index, placed in enumerate(self.placed):
            while waiting and placed.column == 0 and waiting[0].box[3] > placed.line.base:
                yield waiting.pop(0)
            yield index, placed
        yield from waiting


@dataclass(slots=True)
class Open:
    """The paragraph that is being written: its lines on this page, where they begin, and its last line."""

    start: int
    place: tuple[int, int]
    """Page and column."""
    kind: str
    boxes: list[Box]
    last: Line
    column: Column


@dataclass(slots=True)
class Table:
    """The table that is being written. `first` is what a cell's row on this page lacks to its row in the table."""

    index: int
    start: int
    page: int
    first: int
    grid: Grid
    boxes: list[Box] = field(default_factory=list)


class Pages:
    """Writes pages. Call `write` with all of them at once: what repeats on them is furniture."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.flow = Flow(indented=True)
        self.body_em = 0.0
        self.open: Open | None = None
        self.notes: list[tuple[int, Line]] = []
        self.table: Table | None = None
        self.pages: dict[int, Page] = {}

    def write(self, pages: Sequence[Page]) -> None:
        """Write all pages, then the footnotes that stood on them."""
        self.pages = {page.number: page for page in pages}
        sheets = _sheets(pages, self.composer.name)
        around_text = furniture([[p.line for p in sheet.placed] for sheet in sheets], [page.height for page in pages])
        _mend_split_rows(sheets, around_text)
        self._measure(sheets, around_text)
        for number, sheet in enumerate(sheets):
            skipped = {index for page, index in around_text if page == number}
            self._page(sheet, skipped, self._note_lines(sheet, skipped))
        self._close()
        self._end_table()
        for page, group in groupby(self.notes, key=lambda note: note[0]):
            self._write_notes(page, [line for _, line in group])

    # ---- measures ---------------------------------------------------------------------------------------------------

    def _measure(self, sheets: list[Sheet], around_text: set[tuple[int, int]]) -> None:
        """The size of the running text, the columns of each page, and how paragraphs are told apart."""
        bodies: list[tuple[Sheet, int, list[Line]]] = []
        for number, sheet in enumerate(sheets):
            for column in (0, 1, 2):
                lines = [
                    placed.line for index, placed in enumerate(sheet.placed)
                    if placed.column == column and (number, index) not in around_text
                ]  # fmt: skip
                if lines:
                    bodies.append((sheet, column, lines))
        self.body_em = _common_em([line for _, _, lines in bodies for line in lines])
        usual: dict[tuple[int, int], tuple[float, float]] = {}
        for place in ((column, odd) for column in (0, 1, 2) for odd in (0, 1)):
            found = [
                column_of(lines, None) for sheet, column, lines in bodies
                if (column, sheet.page.number % 2) == place and len(lines) >= FEW_LINES
            ]  # fmt: skip
            if found:
                usual[place] = (median(each.left for each in found), median(each.right - each.left for each in found))
        for sheet, column, lines in bodies:
            odd = sheet.page.number % 2
            sheet.columns[column] = column_of(lines, usual.get((column, odd), usual.get((column, 1 - odd))))
        self.flow = flow_of([(sheet.columns[column], lines) for sheet, column, lines in bodies])

    def _note_lines(self, sheet: Sheet, skipped: set[int]) -> set[int]:
        """The lines at the foot of a page that are set smaller and begin with a mark: footnotes."""
        found: list[int] = []
        for index in range(len(sheet.placed) - 1, -1, -1):
            if index in skipped:
                continue
            line = sheet.placed[index].line
            if line.em > _NOTE_SIZE * self.body_em or (sheet.grids and sheet.grids[-1].box[1] > line.high):
                break
            found.append(index)
        while found and not _NOTE.match(sheet.placed[found[-1]].line.text):
            found.pop()
        return set(found) if len(found) + len(skipped) < len(sheet.placed) else set()

    # ---- pages ------------------------------------------------------------------------------------------------------

    def _page(self, sheet: Sheet, skipped: set[int], notes: set[int]) -> None:
        composer, page = self.composer, sheet.page
        start = composer.position
        if page.pictured and not page.recognised and len(page.glyphs) < FEW_GLYPHS:
            composer.block(start, "image", page=page.number, box=page.whole)
        for item in sheet.items():
            if isinstance(item, Grid):
                self._close()
                self._grid(item, page.number)
                continue
            index, placed = item
            if index in skipped:
                self._furniture(placed.line, page.number)
            elif index in notes:
                self.notes.append((page.number, placed.line))
            else:
                self._line(placed, sheet)
        end = max(start, composer.position - 1)
        self._part()
        composer.block(start, "page", end=end, page=page.number, box=page.whole)
        if page.recognised and end > start:
            composer.block(start, "recognised", end=end, page=page.number)

    def _line(self, placed: Placed, sheet: Sheet) -> None:
        self._end_table()
        line, column = placed.line, sheet.columns[placed.column]
        place = (sheet.page.number, placed.column)
        before = self.open
        goes = before is not None and goes_on(
            before.last, line, (before.column, column), self.flow, together=before.place == place
        )
        if before is None or not goes:
            self._close()
            self.open = Open(self.composer.position, place, "paragraph", [line.box], line, column)
        else:
            if before.place != place or not before.boxes:
                self._part()
                before.start, before.place, before.kind = self.composer.position, place, "continuation"
            before.boxes.append(line.box)
            before.last, before.column = line, column
        self.composer.write(f"{line.text}\n")

    def _part(self) -> None:
        """Remember the part of the open paragraph that stands on the page or in the column that ends."""
        part = self.open
        if part is not None and part.boxes:
            self._block(part.start, part.kind, part.place[0], box=around(part.boxes))
            part.boxes = []

    def _close(self) -> None:
        self._part()
        self.open = None

    def _block(self, start: int, kind: str, page: int, box: Box | None, **facts: Any) -> None:
        """A block from `start` to the end of the last line, which stands in `box`."""
        shown = None if box is None else self.pages[page].shown(box)
        end = self.composer.position - (self.composer.position > start and kind != "cell")
        self.composer.block(start, kind, end=end, page=page, box=shown, **facts)

    def _furniture(self, line: Line, page: int) -> None:
        self._part()
        start = self.composer.position
        self.composer.write(f"{line.text}\n")
        self._block(start, "furniture", page, box=line.box)

    def _write_notes(self, page: int, lines: list[Line]) -> None:
        """Footnotes of a page, each from its mark on."""
        groups: list[list[Line]] = []
        for line in lines:
            if groups and not _NOTE.match(line.text):
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            start = self.composer.position
            self.composer.write("".join(f"{line.text}\n" for line in group))
            box = around([line.box for line in group])
            self._block(start, "note", page, box=box)
            self._block(start, "paragraph", page, box=box)

    # ---- tables -----------------------------------------------------------------------------------------------------

    def _grid(self, grid: Grid, page: int) -> None:
        """Write a table of a page, or the part of one that stands on it."""
        goes_on = self.table is not None and _same_edges(self.table.grid, grid)
        rows = [[cell for cell in grid.cells if cell.row == row] for row in range(grid.rows)]
        data = range(len(rows)) if goes_on else data_rows(grid.shape)
        if not goes_on:
            self._end_table()
        for number, cells in enumerate(rows):
            if number not in data:
                self._end_table()
                self._framed(cells, page)
                continue
            if self.table is None:
                self.table = Table(self.composer.new_table(), self.composer.position, page, number, grid)
            self._row(cells, self.table, page)
        if self.table is not None:
            self.table.first -= data.stop
            self.table.grid = grid
            self.table.boxes.append(grid.box)

    def _row(self, cells: list[Cell], table: Table, page: int) -> None:
        for number, cell in enumerate(cells):
            if number:
                self.composer.write("\t")
            start = self.composer.position
            self.composer.write(cell.text)
            self._block(
                start, "cell", page, cell.box, table=table.index, row=cell.row - table.first,
                column=cell.column, row_span=cell.row_span if cell.row_span > 1 else None,
                column_span=cell.column_span if cell.column_span > 1 else None,
            )  # fmt: skip
            if cell.rest is not None:
                at, box = cell.rest
                self.composer.block(start + at, "paragraph", page=page + 1, box=self.pages[page + 1].shown(box))
        self.composer.write("\n")

    def _framed(self, cells: list[Cell], page: int) -> None:
        """A caption or note in a cell as wide as its table."""
        for cell in cells:
            for text in cell.text.split("\n"):
                start = self.composer.position
                if text:
                    self.composer.write(f"{text}\n")
                    self._block(start, "paragraph", page, box=cell.box)

    def _end_table(self) -> None:
        table = self.table
        if table is not None:
            box = table.boxes[0] if len(table.boxes) == 1 else None
            self._block(table.start, "table", table.page, box=box, table=table.index)
            self.table = None


def _sheets(pages: Sequence[Page], name: str | None) -> list[Sheet]:
    parted = [grids_of(page, name) for page in pages]
    pieces = [lines_of(rest, apart=True) for _, rest in parted]
    return [
        Sheet(page, in_order(lines, gutter), grids)
        for page, lines, gutter, (grids, _) in zip(pages, pieces, gutters(pieces), parted, strict=True)
    ]


def _mend_split_rows(sheets: list[Sheet], around_text: set[tuple[int, int]]) -> None:
    """Where a page's end cuts a row of a table, put the rest of its cells back into it."""
    start: Grid | None = None  # the first part of a table of several pages
    for number, (sheet, after) in enumerate(pairwise(sheets)):
        last = next(reversed(sheet.text_items(number, around_text)), None)
        first = next(iter(after.text_items(number + 1, around_text)), None)
        if isinstance(last, Grid) and isinstance(first, Grid) and _same_edges(last, first):
            start = start if start is not None and len(sheet.grids) == 1 else last
            mended = rejoined(last, first, repeated_rows(start, first))
            if mended is not None:
                sheet.grids[sheet.grids.index(last)], after.grids[after.grids.index(first)] = mended


def _common_em(lines: list[Line]) -> float:
    """The size that most of the text is set in."""
    amounts: Counter[float] = Counter()
    for line in lines:
        amounts[round(line.em * 2) / 2] += len(line.text)
    return amounts.most_common(1)[0][0] if amounts else 10.0


def _same_edges(grid: Grid, other: Grid) -> bool:
    """Whether the columns of two tables stand one below the other."""
    near = (abs(a - b) <= _SAME_EDGE for a, b in zip(grid.edges, other.edges, strict=False))
    return len(grid.edges) == len(other.edges) and all(near)
