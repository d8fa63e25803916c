"""Find tables in running text: one cell a line, cells between pipes, tabs or blanks."""

from __future__ import annotations

import re

from policyparse.extract.tables.flattened import flattened
from policyparse.extract.tables.grid import Cell, Grid, Head, is_head
from policyparse.extract.tables.ruled import ruled
from policyparse.extract.tables.turned_lines import turned_lines

LINE = re.compile(r"[^\n]+")


def find_grids(text: str, start: int = 0, wanted: Head | None = None) -> list[Grid]:
    """The tables of ``text[start:]`` with a head that is `wanted` (see `is_head`, which is taken without it)."""
    wanted = wanted or is_head
    lines = _lines(text, start)
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        found = ruled(lines, index, wanted) or flattened(lines, index, wanted) or turned_lines(lines, index, wanted)
        if found is None:
            index += 1
            continue
        grid, index = found
        grids.append(grid)
    return grids


def _lines(text: str, start: int) -> list[Cell]:
    out = []
    for match in LINE.finditer(text, start):
        line = match[0]
        stripped = line.strip(" 　")
        if stripped:
            first = match.start() + len(line) - len(line.lstrip(" 　"))
            out.append(Cell(first, first + len(stripped), stripped))
    return out
