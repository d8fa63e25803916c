"""Duties in tables of tasks and projects: a column 责任单位 or 牵头单位, and a row for each task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policyparse.extract.brackets import every
from policyparse.extract.duties.parties import Reading, read_statement
from policyparse.extract.tables.cell_grids import grids_in
from policyparse.extract.tables.columns import Column
from policyparse.extract.tables.grid import Cell, Grid, row_place
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Table

_HEADS = ("责任单位", "牵头单位", "责任部门", "牵头部门")
_DUTY = ("lead", "support")
_MARKS = ("|", "\t", "  ", "　")
_TIME_LABEL = "完成时限"
_LABELS: dict[str, str] = {"lead": "责任单位", "support": "配合单位"}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A row that names bodies: where the statement begins and ends, its reading, and the place that it governs.

    That is the row, and those below it that a merged cell of bodies covers as well.
    """

    start: int
    end: int
    reading: Reading
    row: tuple[int, int]


def duty_rows(text: str, lexicon: Lexicon, tables: Sequence[Table]) -> Iterator[DutyRow]:
    """The rows that name bodies, in all tables that have a column for them."""
    for grid in duty_grids(text, tables):
        above: dict[int, Cell] = {}
        last: DutyRow | None = None
        for cells in grid.rows:
            held = [(column, cell) for column, cell in zip(grid.columns, cells, strict=True) if cell and cell.text]
            own = {at: cell for at, cell in enumerate(cells) if cell is not None and grid.columns[at].kind in _DUTY}
            if last is not None and grid.of_cells and held and not own:
                last = replace(last, row=(last.row[0], held[-1][1].end))
                continue
            if last is not None:
                yield last
            above = {**above, **own} if grid.of_cells else own
            last = _duty_row(held, own, [(grid.columns[at], above[at]) for at in sorted(above)], lexicon)
        if last is not None:
            yield last


def duty_grids(text: str, tables: Sequence[Table]) -> list[Grid]:
    """The tables with a column for bodies and one for tasks, projects or indicators."""
    heads = (place for head in _HEADS for place in every(head, text) if _is_head(text, place, head))
    first = min(heads, default=None)
    start = len(text) if first is None else _first_line_of_head(text, first)
    return grids_in(text, tables, _names_bodies, start)


def _duty_row(
    held: list[tuple[Column, Cell]], own: dict[int, Cell], duties: list[tuple[Column, Cell]], lexicon: Lexicon
) -> DutyRow | None:
    """The duties of a row; of `duties`, those that are not its `own` stand in merged cells that began above."""
    places = [cell for _, cell in sorted(own.items()) if cell.text]
    times = [(_TIME_LABEL, cell) for column, cell in held if column.kind == "time"]
    reading = None
    # a head may be no label that stands in sentences: 牵头及责任单位, 主责科室
    for labels in ({}, _LABELS) if places else ():
        said = [(labels.get(column.kind, column.head), cell) for column, cell in duties if cell.text] + times
        reading = reading or read_statement("；".join(f"{label}：{cell.text}" for label, cell in said), lexicon)
    if reading is None:
        return None
    return DutyRow(places[0].start, places[-1].end, reading, row_place(cell for _, cell in held))


def _is_head(text: str, place: int, head: str) -> bool:
    """Whether the words are a cell of their own: alone on their line, or between the marks of cells."""
    before, after = text[max(0, place - 2) : place], text[place + len(head) : place + len(head) + 2]
    return (not before or before.endswith(("\n", *_MARKS))) and (not after or after.startswith(("\n", *_MARKS)))


def _first_line_of_head(text: str, place: int) -> int:
    """Where the head may begin: with its cells one a line, some lines above."""
    start = place
    for _ in range(12):
        above = text.rfind("\n", max(0, start - 200), max(0, start - 1))
        if above < 0:
            break
        start = above + 1
    return start


def _names_bodies(columns: list[Column]) -> bool:
    kinds = {column.kind for column in columns}
    return "lead" in kinds and bool(kinds & {"name", "scale", "task"}) and len(columns) > 1
