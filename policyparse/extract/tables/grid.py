"""A table as it is read: cells with their places, in rows under columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from policyparse.extract.tables.columns import Column


class Cell(NamedTuple):
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


LEAST_COLUMNS = 3
INDEX = re.compile(r"[（(]?\d{1,3}[）).．、]?")
# a line that only heads the rows below it: 一、经济发展, （二）创新驱动, 民生福祉（7项）
CATEGORY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])?"
    r"[一-鿿“”（）()、与和]{2,20}(?:[（(]\d{1,2}[项个][）)])?"
)

Head = Callable[[list[Column]], bool]


def is_head(columns: list[Column]) -> bool:
    """Whether columns are those of a table of indicators or projects: names, and at least one column of values."""
    kinds = {column.kind for column in columns}
    if kinds & {"value", "growth", "money"}:
        return "name" in kinds
    built = [column.head for column in columns if column.kind == "scale"]
    named = [column.head for column in columns if column.kind == "name"]
    # 重点任务 and its 主要内容 are told in sentences, a project and its 建设内容 in figures
    return bool(built and named) and (built != ["主要内容"] or any("项目" in head for head in named))


def said_at(column: Column, cell: Cell) -> Column:
    """The column with the place of its year, which its head tells."""
    return column if column.year is None else column._replace(said=(cell.start, cell.end))


def side_by_side(grid: Grid) -> Grid:
    """The grid with parts that stand beside each other below the same head (指标 单位 2025年 指标 单位 2025年) as rows."""
    heads = [column.head for column in grid.columns]
    width = next((at for at in range(2, len(heads) // 2 + 1) if heads == heads[:at] * (len(heads) // at)), None)
    if width is None:
        return grid
    parts = (row[at : at + width] for row in grid.rows for at in range(0, len(heads), width))
    return replace(grid, columns=grid.columns[:width], rows=tuple(part for part in parts if any(part)))
