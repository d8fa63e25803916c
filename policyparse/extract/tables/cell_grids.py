"""Tables that the format of the file itself marks cell by cell (Word, HTML, PDF) → grids, merged cells spread out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyparse.extract.tables.columns import Column, column_of, year_in
from policyparse.extract.tables.grid import Cell, Grid, Head, is_head, side_by_side
from policyparse.extract.tables.grids import find_grids
from policyparse.extract.tables.turned import turned
from policyparse.model.outline import Table, TableCell

Row = tuple[Cell | None, ...]
Matrix = list[list[TableCell | None]]

MOST_HEAD_ROWS = 4
MOST_CAPTION_ROWS = 2
MOST_CAPTION_CELLS = 2
MOST_PLACES = 20_000
SPREAD = frozenset(("category", "index", "name", "unit", "property", "time"))
"""What a merged cell in such a column says holds for each of its rows; a value or a list of bodies is said once."""
CONTINUED = re.compile(r"[^\n]{0,30}续[表）)]?[^\n]{0,10}|")
"""What may stand between two parts of a table, if anything does: 续表, 表2（续）."""


def grids_in(text: str, tables: Sequence[Table], wanted: Head = is_head, start: int = 0) -> list[Grid]:
    """All tables with a `wanted` head: those of cells, and in the text around them, from `start` on, those of words."""
    of_words = find_grids(text, start, wanted)
    free = [grid for grid in of_words if not any(grid.start < table.end and table.start < grid.end for table in tables)]
    return sorted([*_of_cells(text, tables, wanted), *free], key=lambda grid: grid.start)


def _of_cells(text: str, tables: Sequence[Table], wanted: Head) -> Iterator[Grid]:
    """The grids of tables of cells; a table without a head may go on with the one before it."""
    before: Grid | None = None
    width = 0
    for table in tables:
        matrix = _matrix(table)
        here = len(matrix[0]) if matrix else 0
        grid = _grid(table, matrix, text, wanted)
        if grid is None and before is not None and here == width and _goes_on(matrix, text, (before.end, table.start)):
            grid = replace(before, start=table.start, end=table.end, rows=_rows(matrix, before.columns, text))
        before, width = grid, here
        if grid is not None and grid.rows:
            yield side_by_side(grid)
        elif (other := _turned(table, matrix, text)) is not None and wanted(list(other.columns)):
            yield other


def _grid(table: Table, matrix: Matrix, text: str, wanted: Head) -> Grid | None:
    """The grid of a table, or None where its head is not `wanted`."""
    for top, bottom in _head_rows(matrix):
        columns = [_column(parts) for parts in _heads(matrix[top:bottom], text)]
        if wanted(columns):
            head = min(cell.start for cell in matrix[top] if cell is not None)
            said = (_said(column, at, matrix[top:bottom], text) for at, column in enumerate(columns))
            return Grid(table.start, table.end, head, tuple(said), _rows(matrix, columns, text, bottom), of_cells=True)
    return None


def _said(column: Column, at: int, head: Matrix, text: str) -> Column:
    """The column with the place of its year: that of the lowest cell above it that names one."""
    if column.year is None:
        return column
    cells = [cell for row in head if (cell := row[at]) is not None]
    own = next(
        (c for c in reversed(cells) if year_in("".join(text[c.start : c.end].split()))[0] is not None), cells[-1]
    )
    return column._replace(said=(own.start, own.end))


def _matrix(table: Table) -> Matrix:
    """The cells at all places that they cover; empty where the table is too large to be one."""
    height = max(cell.row + cell.row_span for cell in table.cells)
    width = max(cell.column + cell.column_span for cell in table.cells)
    if height * width > MOST_PLACES:
        return []
    matrix: Matrix = [[None] * width for _ in range(height)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            matrix[row][cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
    return matrix


def _head_rows(matrix: Matrix) -> Iterator[tuple[int, int]]:
    """Where the head may begin and end, the likeliest first.

    It has as many rows as its merged cells reach down, or one below a cell merged across; a caption or the unit of all
    values may stand in a row above it.
    """
    for top in range(min(MOST_CAPTION_ROWS + 1, len(matrix) - 1)):
        first = [cell for cell in dict.fromkeys(matrix[top]) if cell is not None and cell.row == top]
        least = max((cell.row_span for cell in first), default=1)
        below = 2 if least == 1 and any(cell.column_span > 1 for cell in first) else least
        most = min(len(matrix) - top, max(below + 1, MOST_HEAD_ROWS))
        yield from ((top, top + height) for height in (*range(below, most), *range(least, below)))
        if sum(cell.end > cell.start for cell in first) > MOST_CAPTION_CELLS:
            break


def _heads(rows: Matrix, text: str) -> list[list[str]]:
    """The head of each column: the cells above it, from the top."""
    heads: list[list[str]] = []
    for column in range(len(rows[0]) if rows else 0):
        cells = dict.fromkeys(cell for row in rows if (cell := row[column]) is not None)
        heads.append(["".join(text[cell.start : cell.end].split()) for cell in cells])
    return heads


def _column(parts: Sequence[str]) -> Column:
    """The column below the cells of a head; what stands highest may be no more than a heading of several columns."""
    found = [column_of("".join(parts[first:])) for first in range(max(1, len(parts)))]
    return next((column for column in found if column.kind != "other"), found[0])


def _rows(matrix: Matrix, columns: Sequence[Column], text: str, first: int = 0) -> tuple[Row, ...]:
    """The rows from `first` on under the columns, without those that are the head once more or say nothing."""
    heads = {column.head for column in columns}
    rows = (_row(line, index, columns, text) for index, line in enumerate(matrix[first:], first))
    return tuple(row for row in rows if not _repeats_head(row, heads) and _says_something(row))


def _row(line: list[TableCell | None], index: int, columns: Sequence[Column], text: str) -> Row:
    """The cells of a row under the columns, each once."""
    out: list[Cell | None] = []
    for column, cell in enumerate(line):
        again = cell is None or cell.column != column or (cell.row != index and columns[column].kind not in SPREAD)
        held = None if again or cell is None else cell
        out.append(held and Cell(held.start, held.end, text[held.start : held.end], above=held.row != index))
    return tuple(out)


def _says_something(row: Row) -> bool:
    """Whether a row is more than a category over the whole width, or than nothing."""
    return sum(cell is not None for cell in row) > 1 and any(cell is not None and not cell.above for cell in row)


def _repeats_head(row: Row, heads: set[str]) -> bool:
    """Whether a row is the head once more, as it stands at the top of a table's next page."""
    words = ["".join(cell.text.split()) for cell in row if cell is not None and cell.text]
    return bool(words) and all(word in heads for word in words)


def _goes_on(matrix: Matrix, text: str, gap: tuple[int, int]) -> bool:
    """Whether a table of the same width as the one before it is its rest: no head of its own, and nothing between."""
    first = [text[cell.start : cell.end] for cell in dict.fromkeys(matrix[0]) if cell is not None]
    own = sum(column_of(head).kind != "other" for head in first)
    return own < MOST_CAPTION_CELLS and CONTINUED.fullmatch(text[gap[0] : gap[1]].strip()) is not None


def _turned(table: Table, matrix: Matrix, text: str) -> Grid | None:
    """The grid of a table whose rows are years or places and whose columns are indicators."""
    for top, bottom in _head_rows(matrix):
        heads = ["".join(parts) for parts in _heads(matrix[top:bottom], text)]
        lowest = [
            None if cell is None else Cell(cell.start, cell.end, head)
            for cell, head in zip(matrix[bottom - 1], heads, strict=True)
        ]
        names = [Column("name", head) for head in heads]
        bands = [_row(line, index, names, text) for index, line in enumerate(matrix[bottom:], bottom)]
        found = turned(lowest, bands)
        if found is not None:
            return replace(found, start=table.start, end=table.end)
    return None
