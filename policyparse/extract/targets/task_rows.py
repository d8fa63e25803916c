"""Tables that break a plan down into tasks (任务分解表): each row a task in words, who answers for it, and until when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.extract.duties.tables import duty_grids
from policyparse.extract.tables.columns import Column
from policyparse.extract.tables.grid import Cell, is_head, row_place
from policyparse.extract.times.expressions import TimeExpression, find_times
from policyparse.model.outline import Table

ASIDE = frozenset(("index", "category", "lead", "support", "time", "unit", "property"))
"""Columns whose cells are no sentences about a task."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """The place of a row, and the date that its own column sets."""

    start: int
    end: int
    deadline: TimeExpression | None


@dataclass(frozen=True, slots=True)
class TaskRows:
    """The rows of all task tables in text order, the cells that are no sentences, and where their sentences begin."""

    rows: tuple[TaskRow, ...]
    asides: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]

    @classmethod
    def of(cls, text: str, tables: Sequence[Table], year: int | None, plan_end: int | None) -> TaskRows:
        """Those of a text; `year` and `plan_end` are what times without a year are read by."""
        rows: list[TaskRow] = []
        asides: list[tuple[int, int]] = []
        breaks: list[int] = []
        for grid in duty_grids(text, tables):
            if is_head(list(grid.columns)):
                continue
            asides.append((grid.start, min((c.start for row in grid.rows for c in row if c), default=grid.start)))
            for cells in grid.rows:
                held = [(column, cell) for column, cell in zip(grid.columns, cells, strict=True) if cell is not None]
                rows.append(_row(held, year, plan_end))
                asides += [(cell.start, cell.end) for column, cell in held if column.kind in ASIDE]
                breaks += [place for _, cell in held for place in (cell.start, cell.end)]
        return cls(tuple(sorted(rows, key=lambda row: row.start)), tuple(sorted(asides)), tuple(breaks))

    def holds(self, position: int) -> bool:
        """Whether `position` stands in a row."""
        return self._row(position) is not None

    def deadline(self, position: int) -> TimeExpression | None:
        """The date of the row that holds `position`."""
        row = self._row(position)
        return row.deadline if row is not None else None

    def _row(self, position: int) -> TaskRow | None:
        index = bisect_right(self.rows, position, key=lambda row: row.start) - 1
        return self.rows[index] if index >= 0 and position < self.rows[index].end else None

    def is_aside(self, position: int) -> bool:
        """Whether a cell that is no sentence, or the head, holds `position`."""
        index = bisect_right(self.asides, position, key=lambda place: place[0]) - 1
        return index >= 0 and position < self.asides[index][1]


def row_deadline(cell: Cell, year: int | None, plan_end: int | None) -> TimeExpression | None:
    """The date that a cell of a time column sets: the last one in it."""
    dates = [time for time in find_times(cell.text, year, plan_end) if time.role == "date"]
    return dates[-1]._replace(start=cell.start, end=cell.end) if dates else None


def _row(held: list[tuple[Column, Cell]], year: int | None, plan_end: int | None) -> TaskRow:
    times = [row_deadline(cell, year, plan_end) for column, cell in held if column.kind == "time"]
    found = next((time for time in times if time is not None), None)
    return TaskRow(*row_place(cell for _, cell in held), found)
