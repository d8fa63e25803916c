"""Tables whose rows are lines of text: cells between pipes, tabs or blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policyparse.extract.tables.columns import Column, column_of
from policyparse.extract.tables.grid import CATEGORY, LEAST_COLUMNS, Cell, Grid, Head, said_at, side_by_side

RULE_ROW = re.compile(r"[\s|:\-—+=]+")
SUB_HEAD = re.compile(r"[（(]?20\d\d年[）)]?")
SPLITTER = re.compile(r"\t+|[  ]{2,}|　+")
BLANK = re.compile(r"(?<![≥≤><＞＜]) +")
"""One blank parts cells where the head shows it; it does not part a sign from its number."""

LONGEST_HEAD = 120

Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the lines of a table are cut: `blanks`, at every blank; `width` is the number of its columns."""

    blanks: bool
    width: int

    def cells(self, line: Cell) -> list[Cell]:
        """The cells of a line. An empty cell between two tabs counts where that gives a full row."""
        if self.blanks:
            return cut(line, BLANK)
        if line.text.count("\t") == self.width - 1:
            edges = [-1, *(i for i, character in enumerate(line.text) if character == "\t"), len(line.text)]
            return [cell_of(line, a + 1, b) for a, b in pairwise(edges)]
        return split(line)


def ruled(lines: Sequence[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """The table with its head at `index`, and the place after its last row."""
    blanks = False
    head = split(lines[index])
    if len(head) < LEAST_COLUMNS <= lines[index].text.count(" ") + 1 and len(lines[index].text) <= LONGEST_HEAD:
        head, blanks = cut(lines[index], BLANK), True
    if len(head) < LEAST_COLUMNS:
        return None
    columns = [said_at(column_of(cell.text), cell) for cell in head]
    if not wanted(columns) or (blanks and any(column.kind == "other" for column in columns)):
        return None
    rule, after = Rule(blanks, len(columns)), index + 1
    years = rule.cells(lines[after]) if after < len(lines) else []
    if years and all(SUB_HEAD.fullmatch(cell.text) for cell in years):
        columns, after = _with_years(columns, years), after + 1
    rows, after = _rows(lines, after, columns, rule)
    if not rows:
        return None
    return side_by_side(Grid(head[0].start, lines[after - 1].end, head[0].start, tuple(columns), rows)), after


def _rows(lines: Sequence[Cell], after: int, columns: list[Column], rule: Rule) -> tuple[tuple[Row, ...], int]:
    """The rows from line `after` on, and the place after the last one. Lines that only head rows are left out."""
    least = max(2, rule.width - 2)
    rows: list[Row] = []
    end = after
    for place in range(after, len(lines)):
        cells = rule.cells(lines[place])
        if len(cells) >= least:
            rows.append(_fitted(cells, columns, blanks=rule.blanks))
            end = place + 1
        elif not RULE_ROW.fullmatch(lines[place].text) and (
            not CATEGORY.fullmatch(lines[place].text) or place - end > 1
        ):
            break
    return tuple(rows), end


def _with_years(columns: list[Column], years: list[Cell]) -> list[Column]:
    """Columns whose years stand in a second line of the head."""
    waiting = iter(years)
    out = []
    for column in columns:
        cell = next(waiting, None) if column.kind == "value" else None
        year = column_of(cell.text.strip("（）()")).year if cell else column.year
        out.append(said_at(column._replace(year=year), cell) if cell else column)
    return out


def split(line: Cell) -> list[Cell]:
    """The cells of a line, by pipes where there are at least two, else by tabs and wide blanks."""
    if line.text.count("|") >= 2:
        edges = [i for i, character in enumerate(line.text) if character == "|"]
        bounds = [-1, *edges, len(line.text)]
        pieces = [(a + 1, b) for a, b in pairwise(bounds)]
        if line.text.startswith("|"):
            pieces = pieces[1:]
        if line.text.endswith("|"):
            pieces = pieces[:-1]
        return [cell_of(line, first, last) for first, last in pieces]
    if "\t" not in line.text and "  " not in line.text and "　" not in line.text:
        return [line]
    return cut(line, SPLITTER)


def cut(line: Cell, gaps: re.Pattern[str]) -> list[Cell]:
    """The cells of a line between `gaps`."""
    cells, position = [], 0
    for gap in gaps.finditer(line.text):
        cells.append(cell_of(line, position, gap.start()))
        position = gap.end()
    return [*cells, cell_of(line, position, len(line.text))]


def cell_of(line: Cell, first: int, last: int) -> Cell:
    """The cell between two places of a line."""
    raw = line.text[first:last]
    text = raw.strip(" 　")
    start = line.start + first + (len(raw) - len(raw.lstrip(" 　")))
    return Cell(start, start + len(text), text)


def _fitted(cells: list[Cell], columns: list[Column], *, blanks: bool) -> Row:
    """The cells of a row under the columns; where some are missing, a merged category is what is missing first.

    Where `blanks` part cells, a name with blanks within has too many: they are put together again.
    """
    more = len(cells) - len(columns)
    if more > 0 and blanks:
        at = next((i for i, column in enumerate(columns) if column.kind == "name"), 0)
        whole = cells[at : at + more + 1]
        name = Cell(whole[0].start, whole[-1].end, "".join(cell.text for cell in whole))
        cells = [*cells[:at], name, *cells[at + more + 1 :]]
    if len(cells) >= len(columns):
        return tuple(cells[: len(columns)])
    row: list[Cell | None] = list(cells)
    if columns[0].kind == "category":
        row = [None, *row]
    return (*row, *[None] * (len(columns) - len(row)))[: len(columns)]
