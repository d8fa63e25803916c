"""What a table of a file is for: cells of data, or a frame around running text.

Offices frame a 专栏 with a table of one cell, set a letterhead in a table of two, and put a table's caption and notes
into cells that reach over its whole width. Such cells are paragraphs, and only the rest is a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_COLUMNS = 2
LEAST_ROWS = 2
LONGEST_CELL = 1500
MOST_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides about a table: of each row the number of its cells, and whether one covers all columns.

    `longest` is the number of characters in its longest cell, `paragraphs` the most that one cell holds.
    """

    columns: int
    whole_width: Sequence[bool]
    nested: bool
    longest: int
    paragraphs: int


def data_rows(shape: Shape) -> range:
    """The rows that are a table; those before and after are paragraphs. Empty where the table is only a frame."""
    first, last = 0, len(shape.whole_width)
    while first < last and shape.whole_width[first]:
        first += 1
    while last > first and shape.whole_width[last - 1]:
        last -= 1
    framed = shape.columns < LEAST_COLUMNS or shape.nested or last - first < LEAST_ROWS
    if framed or shape.longest > LONGEST_CELL or shape.paragraphs > MOST_PARAGRAPHS * shape.columns:
        return range(0)
    return range(first, last)
