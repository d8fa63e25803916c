"""Tables of places or years (乡镇 / 人工造林 / 森林抚育) whose rows are lines of text → grids with an indicator in each row."""

from __future__ import annotations

from collections.abc import Sequence

from policyparse.extract.tables.columns import column_of
from policyparse.extract.tables.grid import LEAST_COLUMNS, Cell, Grid, Head
from policyparse.extract.tables.ruled import BLANK, RULE_ROW, cut, split
from policyparse.extract.tables.turned import BODY_HEAD, YEAR_HEAD, turned

LEAST_ROWS = 2
LONGEST_HEAD = 120


def turned_lines(lines: Sequence[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """The table with its head at `index`, and the place after its last row; all its rows have as many cells."""
    line = lines[index].text
    if len(line) > LONGEST_HEAD or not any(map(_tells_rows, line.replace("|", " ").split(maxsplit=2)[:2])):
        return None
    heads = split(lines[index])
    blanks = len(heads) < LEAST_COLUMNS
    heads = cut(lines[index], BLANK) if blanks else heads
    if len(heads) < LEAST_COLUMNS:
        return None
    rows: list[list[Cell]] = []
    after = index + 1
    for place in range(index + 1, len(lines)):
        cells = cut(lines[place], BLANK) if blanks else split(lines[place])
        if len(cells) == len(heads):
            rows.append(cells)
            after = place + 1
        elif not RULE_ROW.fullmatch(lines[place].text):
            break
    grid = turned(heads, rows) if len(rows) >= LEAST_ROWS else None
    return (grid, after) if grid is not None and wanted(list(grid.columns)) else None


def _tells_rows(head: str) -> bool:
    """Whether the cells below a head name the rows: places, bodies or years."""
    return head == BODY_HEAD or bool(YEAR_HEAD.fullmatch(head)) or column_of(head).kind == "region"
