"""Ruling lines to tables: which cells they enclose, and what stands in them.

The geometry is that of pdfplumber's table finder (merge lines, find where they cross, build the smallest cells), fed
with the ruling lines of the page and not with pdfplumber's own reading of it, which takes twenty times as long.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policyparse.read.obstacles import missing_extra
from policyparse.read.pages.glyphs import Box, Glyph, Page, Rule, around
from policyparse.read.pages.lines import Line, lines_of
from policyparse.read.tabular import Shape, data_rows

MOST_RULES = 4000
MOST_CROSSINGS = 3000
_SNAP = 3.0
_SHORTEST = 4.0
_SAME_EDGE = 3.0
_ROOM = 0.6
_FEWEST_CELLS = 3
_NUMBER = re.compile("[（(]?[0-9]{1,3}[）).．、]?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its row and column, from 0, with its text: line breaks only where a line of it ended early.

    `rest`: where in the text begins what stands on the next page, and the box that it stands in there.
    """

    text: str
    box: Box
    row: int
    column: int
    row_span: int
    column_span: int
    rest: tuple[int, Box] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page; its vertical edges from left to right tell whether it goes on in another one."""

    box: Box
    edges: tuple[float, ...]
    cells: tuple[Cell, ...]
    rows: int

    @property
    def shape(self) -> Shape:
        """What decides whether it is a table of data."""
        columns = len(self.edges) - 1
        whole = [False] * self.rows
        for cell in self.cells:
            whole[cell.row] = cell.column_span >= columns
        return Shape(columns, whole, False, max(len(cell.text) for cell in self.cells), 0)


def grids_of(page: Page, name: str | None) -> tuple[list[Grid], list[Glyph]]:
    """The tables of a page from top to bottom, and the glyphs that stand in none. Raises `MissingExtra`."""
    if len(page.rules) < 6 or len(page.rules) > MOST_RULES:
        return [], page.glyphs
    found: list[Grid] = []
    rest = page.glyphs
    for boxes in _tables(page, name):
        grid, others = _grid(boxes, rest)
        if grid is not None:
            found.append(grid)
            rest = others
    return sorted(found, key=lambda grid: -grid.box[3]), rest


def _tables(page: Page, name: str | None) -> list[list[Box]]:
    """The cells of each table, as boxes."""
    try:
        from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
    except ImportError as error:
        raise missing_extra("PDF", "pdf", name) from error
    edges = [_edge(rule) for rule in page.rules if max(rule.right - rule.left, rule.high - rule.low) >= _SHORTEST]
    merged = merge_edges([*edges, *map(_edge, _open_ends(page.rules))], _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    if len(crossings) > MOST_CROSSINGS:
        return []
    tables = cells_to_tables(intersections_to_cells(crossings))
    return [[(left, -bottom, right, -top) for left, top, right, bottom in cells] for cells in tables]


def _open_ends(rules: list[Rule]) -> list[Rule]:
    """The line that a table lacks where a page's end cuts it: across the ends of its vertical ones."""
    upright = [rule for rule in rules if rule.left == rule.right]
    across = [rule for rule in rules if rule.low == rule.high]
    found: list[Rule] = []
    for ends, edge in (
        ([rule.high for rule in upright], max((rule.high for rule in upright), default=0.0)),
        ([rule.low for rule in upright], min((rule.low for rule in upright), default=0.0)),
    ):
        at = [rule.left for rule, end in zip(upright, ends, strict=True) if abs(end - edge) <= _SNAP]
        closed = any(abs(rule.low - edge) <= _SNAP and rule.left < max(at) and rule.right > min(at) for rule in across)
        if len(at) > 1 and not closed:
            found.append(Rule(min(at), edge, max(at), edge))
    return found


def _edge(rule: Rule) -> dict[str, object]:
    """A ruling line as pdfplumber knows it, whose pages grow downwards."""
    return {
        "x0": rule.left, "x1": rule.right, "top": -rule.high, "bottom": -rule.low, "height": rule.high - rule.low,
        "width": rule.right - rule.left, "orientation": "h" if rule.high == rule.low else "v",
    }  # fmt: skip


def _grid(boxes: list[Box], glyphs: Sequence[Glyph]) -> tuple[Grid | None, list[Glyph]]:
    """The table of these cells with what stands in it, and the glyphs outside of it; None where it is only a frame."""
    columns = _edges([edge for box in boxes for edge in (box[0], box[2])])
    rows = _edges([-edge for box in boxes for edge in (box[1], box[3])])
    whole = around(boxes)
    inside = [glyph for glyph in glyphs if _holds(whole, glyph)]
    cells: list[Cell] = []
    for box in sorted(boxes, key=lambda box: (-box[3], box[0])):
        lines = lines_of((glyph for glyph in inside if _holds(box, glyph)), apart=False)
        row, column = _index(rows, -box[3]), _index(columns, box[0])
        down, across = _index(rows, -box[1]) - row, _index(columns, box[2]) - column
        cells.append(Cell(_text(lines, box), box, row, column, max(1, down), max(1, across)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    grid = Grid(whole, tuple(columns), tuple(cells), len(rows) - 1)
    if not data_rows(grid.shape):
        return None, list(glyphs)
    return grid, [glyph for glyph in glyphs if not _holds(whole, glyph)]


def _edges(places: list[float]) -> list[float]:
    """Places that differ, from the smallest on."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _index(edges: list[float], place: float) -> int:
    return max(0, bisect_right(edges, place + _SAME_EDGE) - 1)


def _holds(box: Box, glyph: Glyph) -> bool:
    across, up = (glyph.left + glyph.right) / 2, (glyph.low + glyph.high) / 2
    return box[0] <= across <= box[2] and box[1] <= up <= box[3]


def _text(lines: list[Line], box: Box) -> str:
    """The lines of a cell; one that filled the cell goes on in the next."""
    text = ""
    room = min((line.left - box[0] for line in lines), default=0.0)
    for index, line in enumerate(lines):
        text += line.text
        if index + 1 < len(lines):
            after = lines[index + 1]
            full = box[2] - room - line.right < after.head + _ROOM * line.em
            text += _joint(line.text[-1], after.text[0]) if full else "\n"
    return text


def _joint(before: str, after: str) -> str:
    return " " if before.isascii() and before.isalpha() and after.isascii() and after.isalpha() else ""


def repeated_rows(first: Grid, after: Grid) -> int:
    """How many rows at the top of `after` are those at the top of `first` once more: the head, set again on each page."""
    count = 0
    while count + 1 < min(first.rows, after.rows) and _words(first, count) == _words(after, count) != {}:
        count += 1
    return count


def _words(grid: Grid, row: int) -> dict[int, str]:
    return {cell.column: cell.text for cell in grid.cells if cell.row == row and cell.text}


def rejoined(grid: Grid, after: Grid, head: int) -> tuple[Grid, Grid] | None:
    """Two parts of a table, where a row of the second is the rest of a row that the page's end cut, or None.

    That row is the first one below the `head` rows that are there once more.
    """
    last = {cell.column: cell for cell in grid.cells if cell.row == grid.rows - 1 and cell.text and cell.row_span == 1}
    rest = {cell.column: cell for cell in after.cells if cell.row == head and cell.text and cell.row_span == 1}
    if after.rows < 2 or not _is_rest(last, rest):
        return None
    grown = tuple(
        _grown(cell, rest[cell.column]) if last.get(cell.column) is cell and cell.column in rest else cell
        for cell in grid.cells
    )
    kept = tuple(
        replace(cell, row=cell.row - (cell.row > head), row_span=cell.row_span - (cell.row == head))
        for cell in after.cells
        if cell.row != head or cell.row_span > 1
    )
    return replace(grid, cells=grown), replace(after, cells=kept, rows=after.rows - 1)


def _grown(cell: Cell, rest: Cell) -> Cell:
    text = cell.text + _joint(cell.text[-1], rest.text[0])
    return replace(cell, text=text + rest.text, rest=(len(text), rest.box))


def _is_rest(last: dict[int, Cell], rest: dict[int, Cell]) -> bool:
    """Whether a row goes on with the last one: it has text only where that one has, and not its number, or much less.

    A row that lacks but the category is none: that cell is merged with the one above, and the page's end cut it.
    """
    if not rest or not rest.keys() < last.keys():
        return False
    missing = [cell.text for column, cell in last.items() if column not in rest]
    return any(map(_NUMBER.fullmatch, missing)) or (len(last) >= _FEWEST_CELLS and 2 * len(rest) <= len(last))
