"""Tables that the format of the file itself marks cell by cell (Word, HTML, PDF) → grids, merged cells spread out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.columns import Column, column_of
from policyparse.extract.tables.grid import Cell, Grid, Head, is_head
from policyparse.extract.tables.grids import find_grids
from policyparse.model.outline import Table, TableCell

Row = tuple[Cell | None, ...]
Matrix = list[list[TableCell | None]]

MOST_HEAD_ROWS = 4
MOST_PLACES = 20_000
SPREAD = frozenset(("category", "index", "name", "unit", "property", "time"))
"""What a merged cell in such a column says holds for each of its rows; a value or a list of bodies is said once."""
YEAR_HEAD = re.compile(r"年份|年度|时间|目标年|规划年|阶段|")
YEAR_CELL = re.compile(r"20\d\d年?(?:[末底度])?")


def grids_in(text: str, tables: Sequence[Table], wanted: Head = is_head, start: int = 0) -> list[Grid]:
    """All tables with a `wanted` head: those of cells, and in the text around them, from `start` on, those of words."""
    of_cells = [grid for table in tables if (grid := grid_of(table, text, wanted)) is not None]
    of_words = find_grids(text, start, wanted)
    free = [grid for grid in of_words if not any(grid.start < table.end and table.start < grid.end for table in tables)]
    return sorted([*of_cells, *free], key=lambda grid: grid.start)


def grid_of(table: Table, text: str, wanted: Head) -> Grid | None:
    """The grid of a table, or None where its head is not `wanted`. Years that head the rows are turned to the top."""
    matrix = _matrix(table)
    for height in _heights(table, matrix):
        columns = [column_of(head) for head in _heads(matrix, height, text)]
        if wanted(columns):
            rows = tuple(_row(line, index + height, columns, text) for index, line in enumerate(matrix[height:]))
            heads = {column.head for column in columns}
            kept = tuple(row for row in rows if not _repeats_head(row, heads) and _says_something(row))
            return Grid(table.start, table.end, tuple(columns), kept, of_cells=True) if kept else None
    return _turned(table, matrix, text, wanted)


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


def _heights(table: Table, matrix: Matrix) -> range:
    """How many rows the head may have: as many as its merged cells reach down, or one below a cell merged across."""
    first = [cell for cell in table.cells if cell.row == 0]
    least = max((cell.row_span for cell in first), default=1)
    if least == 1 and any(cell.column_span > 1 for cell in first):
        least = 2
    return range(least, min(len(matrix), max(least + 1, MOST_HEAD_ROWS)))


def _heads(matrix: Matrix, height: int, text: str) -> list[str]:
    """The head of each column: what stands above it, from the top."""
    heads: list[str] = []
    for column in range(len(matrix[0]) if matrix else 0):
        cells = dict.fromkeys(cell for row in matrix[:height] if (cell := row[column]) is not None)
        heads.append("".join("".join(text[cell.start : cell.end].split()) for cell in cells))
    return heads


def _row(line: list[TableCell | None], index: int, columns: list[Column], text: str) -> Row:
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


def _turned(table: Table, matrix: Matrix, text: str, wanted: Head) -> Grid | None:
    """The grid of a table whose rows are years and whose columns are indicators."""
    heads = _heads(matrix, 1, text)
    firsts = [row[0] for row in matrix[1:]]
    years = [text[cell.start : cell.end].strip() if cell is not None else "" for cell in firsts]
    if len(heads) < 2 or len(years) < 2 or not all(YEAR_CELL.fullmatch(year) for year in years):
        return None
    if not YEAR_HEAD.fullmatch(heads[0]) or any(column_of(head).kind != "other" for head in heads[1:]):
        return None
    columns = [Column("name", "指标"), *(column_of(year) for year in years)]
    names = [_row(matrix[0], 0, columns[:1] * len(heads), text)[1:]]
    values = [
        _row(line, index, [Column("value", "")] * len(heads), text)[1:] for index, line in enumerate(matrix[1:], 1)
    ]
    rows = tuple(zip(*names, *values, strict=True))
    return Grid(table.start, table.end, tuple(columns), rows, of_cells=True) if wanted(columns) and rows else None
