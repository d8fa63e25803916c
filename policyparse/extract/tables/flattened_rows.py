"""Rows of a table whose cells are lines, where a cell may be broken over several lines: their numbers part them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.grid import CATEGORY, INDEX, Cell

MOST_MORE = 8
"""So many lines more than cells may a row have."""
NUMBER = re.compile(r"[0-9]{1,3}")
FLEXIBLE = ("scale", "task", "name")
"""What is broken over lines: what is built or done, else the name."""
GOES_ON = ("、", "，", "（", "(", "；", "：")


def wrapped_row(lines: Sequence[Cell], position: int, kinds: Sequence[str]) -> tuple[list[Cell], int] | None:
    """The cells of the row whose number stands at `position`, and the place after them.

    None unless the number of the next row is found, and the row has more lines than columns.
    """
    after = _next_row(lines, position, len(kinds))
    if after is None:
        return None
    cells = _joined(lines[position:after])
    if after - position <= len(kinds) or len(cells) < len(kinds):
        return None
    at = next((kinds.index(kind) for kind in FLEXIBLE if kind in kinds), None)
    if at is None:
        return None
    last = len(cells) - (len(kinds) - at - 1)
    return [*cells[:at], _one(cells[at:last]), *cells[last:]], after


def _next_row(lines: Sequence[Cell], position: int, width: int) -> int | None:
    """Where the row ends that begins at `position`: before the next number, and a category that stands above that."""
    if position >= len(lines) or (own := _number(lines[position])) is None:
        return None
    for place in range(position + width, min(len(lines), position + width + MOST_MORE)):
        if _number(lines[place]) == own + 1:
            above = place - 1
            labelled = place - position > width and CATEGORY.fullmatch(lines[above].text)
            return above if labelled and lines[above].text[1:3].strip("、.．）)") != lines[above].text[1:3] else place
    return None


def _number(cell: Cell) -> int | None:
    """The number that a cell holds and nothing else."""
    found = NUMBER.search(cell.text) if INDEX.fullmatch(cell.text) else None
    return int(found[0]) if found is not None else None


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, with a line that ends within a list put together with the next."""
    out: list[Cell] = []
    for cell in cells:
        if out and out[-1].text.endswith(GOES_ON):
            out[-1] = _one((out[-1], cell))
        else:
            out.append(cell)
    return out


def _one(cells: Sequence[Cell]) -> Cell:
    return Cell(cells[0].start, cells[-1].end, "".join(cell.text for cell in cells))
