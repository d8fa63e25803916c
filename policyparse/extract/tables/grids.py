"""Find tables in running text: one cell a line, cells between pipes, tabs or blanks."""

from __future__ import annotations

from policyparse.extract.tables.flattened import flattened
from policyparse.extract.tables.flattened_head import LONGEST_HEAD
from policyparse.extract.tables.grid import Cell, Grid, Head, is_head
from policyparse.extract.tables.ruled import ruled
from policyparse.extract.tables.turned_lines import turned_lines

BLANKS = " 　"
SEPARATORS = ("|", "\t", " ", "　")


def find_grids(text: str, start: int = 0, wanted: Head | None = None) -> list[Grid]:
    """The tables of ``text[start:]`` with a head that is `wanted` (see `is_head`, which is taken without it)."""
    wanted = wanted or is_head
    lines = _lines(text, start)
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        found = None
        if _may_head(lines[index].text):
            found = ruled(lines, index, wanted) or flattened(lines, index, wanted) or turned_lines(lines, index, wanted)
        if found is None:
            index += 1
            continue
        grid, index = found
        grids.append(grid)
    return grids


def _may_head(line: str) -> bool:
    """Whether a line may be the head of a table or its first cell; most lines are paragraphs."""
    return len(line) <= LONGEST_HEAD or any(separator in line for separator in SEPARATORS)


def _lines(text: str, start: int) -> list[Cell]:
    """The lines of ``text[start:]`` that are not blank, without blanks at their edges."""
    out = []
    for line in text[start:].split("\n"):
        stripped = line.strip(BLANKS)
        if stripped:
            first = start if stripped is line else start + len(line) - len(line.lstrip(BLANKS))
            out.append(Cell(first, first + len(stripped), stripped))
        start += len(line) + 1
    return out
