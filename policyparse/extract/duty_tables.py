"""Duties in tables of tasks and projects: a column 责任单位 or 牵头单位, and a row for each task."""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.extract.brackets import every
from policyparse.extract.columns import Column
from policyparse.extract.grids import Cell, find_grids
from policyparse.extract.parties import Reading, read_statement
from policyparse.lexicon import Lexicon

_HEADS = ("责任单位", "牵头单位", "责任部门", "牵头部门")
_DUTY = ("lead", "support")
_MARKS = ("|", "\t", "  ", "　")
_TIME_LABEL = "完成时限"


def duty_rows(text: str, lexicon: Lexicon) -> Iterator[tuple[Cell, Cell, Reading, tuple[int, int]]]:
    """The rows that name bodies: first and last cell of the statement, its reading, and the place of the whole row."""
    first = min((place for head in _HEADS for place in every(head, text) if _is_head(text, place, head)), default=None)
    if first is None:
        return
    for grid in find_grids(text, _first_line_of_head(text, first), _names_bodies):
        for cells in grid.rows:
            held = [(column, cell) for column, cell in zip(grid.columns, cells, strict=True) if cell and cell.text]
            duties = [(column.head, cell) for column, cell in held if column.kind in _DUTY]
            times = [(_TIME_LABEL, cell) for column, cell in held if column.kind == "time"]
            content = "；".join(f"{label}：{cell.text}" for label, cell in (*duties, *times))
            if duties and (reading := read_statement(content, lexicon)) is not None:
                places = [cell for _, cell in duties]
                row = (min(cell.start for _, cell in held), max(cell.end for _, cell in held))
                yield places[0], places[-1], reading, row


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
    return "lead" in kinds and bool(kinds & {"name", "scale"}) and len(columns) > 1
