"""Find tables in running text: one cell a line, cells between pipes, tabs or wide blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policyparse.extract.tables.columns import Column, column_of


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and its place in the clean text. `above`: it is a merged one, which stands in a row above."""

    start: int
    end: int
    text: str
    above: bool = False


def row_place(cells: Iterable[Cell | None]) -> tuple[int, int]:
    """Where a row stands: from its first cell to its last, without those that stand above."""
    own = [cell for cell in cells if cell is not None and not cell.above]
    return min(cell.start for cell in own), max(cell.end for cell in own)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its columns, and rows that have one cell a column (None where a merged cell covers it).

    `head` is where its head begins, below a caption that the table may hold. `of_cells`: the format of the file marks
    its cells, so that a cell that is missing is surely a merged one.
    """

    start: int
    end: int
    head: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    of_cells: bool = False


LONGEST_CELL = 60
LEAST_COLUMNS = 3
MOST_COLUMNS = 20
RULE_ROW = re.compile(r"[\s|:\-—+=]+")
INDEX = re.compile(r"[（(]?\d{1,3}[）).．、]?")
PROPERTY = re.compile(r"(?:预期|约束|引导|预测|指导)性?(?:指标)?")
SUB_HEAD = re.compile(r"[（(]?20\d\d年[）)]?")
SPLITTER = re.compile(r"\t+|[  ]{2,}|　+")


Head = Callable[[list[Column]], bool]


def find_grids(text: str, start: int = 0, wanted: Head | None = None) -> list[Grid]:
    """The tables of ``text[start:]`` with a head that is `wanted` (see `is_head`, which is taken without it)."""
    wanted = wanted or is_head
    lines = _lines(text, start)
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        found = _ruled(lines, index, wanted) or _flattened(lines, index, wanted)
        if found is None:
            index += 1
            continue
        grid, index = found
        grids.append(grid)
    return grids


def _lines(text: str, start: int) -> list[Cell]:
    out = []
    for match in re.compile(r"[^\n]+").finditer(text, start):
        line = match[0]
        stripped = line.strip(" 　")
        if stripped:
            first = match.start() + len(line) - len(line.lstrip(" 　"))
            out.append(Cell(first, first + len(stripped), stripped))
    return out


def said_at(column: Column, cell: Cell) -> Column:
    """The column with the place of its year, which its head tells."""
    return column if column.year is None else replace(column, said=(cell.start, cell.end))


def is_head(columns: list[Column]) -> bool:
    """Whether columns are those of a table of indicators or projects: names, and at least one column of values."""
    kinds = {column.kind for column in columns}
    return "name" in kinds and bool(kinds & {"value", "growth", "money", "scale"})


def side_by_side(grid: Grid) -> Grid:
    """The grid with parts that stand beside each other below the same head (指标 单位 2025年 指标 单位 2025年) as rows."""
    heads = [column.head for column in grid.columns]
    width = next((at for at in range(2, len(heads) // 2 + 1) if heads == heads[:at] * (len(heads) // at)), None)
    if width is None:
        return grid
    parts = (row[at : at + width] for row in grid.rows for at in range(0, len(heads), width))
    return replace(grid, columns=grid.columns[:width], rows=tuple(part for part in parts if any(part)))


# ---- cells between marks -------------------------------------------------------------------------------------------


def _ruled(lines: list[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """A table whose rows are lines: the head at `index`, and the place after its last row."""
    head = _split(lines[index])
    if len(head) < LEAST_COLUMNS:
        return None
    columns = [said_at(column_of(cell.text), cell) for cell in head]
    if not wanted(columns):
        return None
    rows, after = [], index + 1
    years = _split(lines[after]) if after < len(lines) else []
    if years and all(SUB_HEAD.fullmatch(cell.text) for cell in years):
        columns, after = _with_years(columns, years), after + 1
    while after < len(lines):
        if RULE_ROW.fullmatch(lines[after].text):
            after += 1
            continue
        cells = _split(lines[after])
        if len(cells) < max(2, len(columns) - 2):
            break
        rows.append(_fitted(cells, columns))
        after += 1
    if not rows:
        return None
    return side_by_side(Grid(head[0].start, lines[after - 1].end, head[0].start, tuple(columns), tuple(rows))), after


def _with_years(columns: list[Column], years: list[Cell]) -> list[Column]:
    """Columns whose years stand in a second line of the head."""
    waiting = iter(years)
    out = []
    for column in columns:
        cell = next(waiting, None) if column.kind == "value" else None
        year = column_of(cell.text.strip("（）()")).year if cell else column.year
        out.append(replace(column, year=year, said=(cell.start, cell.end)) if cell else column)
    return out


def _split(line: Cell) -> list[Cell]:
    """The cells of a line, by pipes where there are at least two, else by tabs and wide blanks."""
    if line.text.count("|") >= 2:
        edges = [i for i, character in enumerate(line.text) if character == "|"]
        bounds = [-1, *edges, len(line.text)]
        pieces = [(a + 1, b) for a, b in pairwise(bounds)]
        if line.text.startswith("|"):
            pieces = pieces[1:]
        if line.text.endswith("|"):
            pieces = pieces[:-1]
        return [_cell(line, first, last) for first, last in pieces]
    if "\t" not in line.text and "  " not in line.text and "　" not in line.text:
        return [line]
    cells, position = [], 0
    for gap in SPLITTER.finditer(line.text):
        cells.append(_cell(line, position, gap.start()))
        position = gap.end()
    return [*cells, _cell(line, position, len(line.text))]


def _cell(line: Cell, first: int, last: int) -> Cell:
    raw = line.text[first:last]
    text = raw.strip(" 　")
    start = line.start + first + (len(raw) - len(raw.lstrip(" 　")))
    return Cell(start, start + len(text), text)


def _fitted(cells: list[Cell], columns: list[Column]) -> tuple[Cell | None, ...]:
    """The cells of a row under the columns; where some are missing, a merged category is what is missing first."""
    if len(cells) >= len(columns):
        return tuple(cells[: len(columns)])
    row: list[Cell | None] = list(cells)
    if columns[0].kind == "category":
        row = [None, *row]
    return (*row, *[None] * (len(columns) - len(row)))[: len(columns)]


# ---- one cell a line -----------------------------------------------------------------------------------------------


def _flattened(lines: list[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """A table whose cells are lines: the head begins at `index`."""
    columns: list[Column] = []
    position = index
    while position < len(lines) and len(lines[position].text) <= 24 and len(columns) < MOST_COLUMNS:
        column = said_at(column_of(lines[position].text), lines[position])
        if column.kind == "other":
            break
        columns.append(column)
        position += 1
    if len(columns) < LEAST_COLUMNS or not wanted(columns):
        return None
    rows, after = _flat_rows(lines, position, columns)
    if not rows:
        return None
    start = lines[index].start
    return side_by_side(Grid(start, lines[after - 1].end, start, tuple(columns), tuple(rows))), after


def _flat_rows(lines: list[Cell], position: int, columns: list[Column]) -> tuple[list[tuple[Cell | None, ...]], int]:
    kinds = [column.kind for column in columns]
    merged = kinds[0] == "category"
    rows: list[tuple[Cell | None, ...]] = []
    while position < len(lines) and len(lines[position].text) <= LONGEST_CELL:
        first = _row_start(lines, position, kinds)
        if first is None:
            break
        width = len(columns) - (1 if merged else 0)
        cells = lines[first : first + width]
        if len(cells) < width or not _fits(cells, kinds[1:] if merged else kinds):
            break
        category = lines[position] if first > position else None
        rows.append((category, *cells) if merged else tuple(cells))
        position = first + width
    return rows, position


def _row_start(lines: list[Cell], position: int, kinds: Sequence[str]) -> int | None:
    """Where the row begins that stands at `position`, after the category that may stand before it."""
    merged = kinds[0] == "category"
    if "index" in kinds:
        for first in (position, position + 1) if merged else (position,):
            if first < len(lines) and INDEX.fullmatch(lines[first].text):
                return first
        return None
    if not merged:
        return position
    inner = kinds[1:]
    return next((p for p in (position, position + 1) if _fits(lines[p : p + len(inner)], inner)), None)


def _fits(cells: list[Cell], kinds: Sequence[str]) -> bool:
    """Whether cells can stand under columns of these kinds."""
    for cell, kind in zip(cells, kinds, strict=False):
        digits = any(character.isdigit() for character in cell.text)
        if kind == "property" and not PROPERTY.fullmatch(cell.text):
            return False
        if kind in ("value", "growth") and len(cell.text) > LONGEST_CELL // 2 and not digits:
            return False
        if kind == "name" and (INDEX.fullmatch(cell.text) or len(cell.text) > LONGEST_CELL):
            return False
        if kind == "unit" and len(cell.text) > 14:
            return False
    return len(cells) == len(kinds)
