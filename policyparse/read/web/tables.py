"""The cells of an HTML table, with what ``rowspan`` and ``colspan`` mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.read.web.dom import TEXT, UNSEEN, Node, children, whole

MOST_COLUMNS = 100
MOST_STEPS = 20_000
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass(frozen=True, slots=True)
class Cell:
    """A ``td`` or ``th`` at its row and column, from 0; its path is relative to the table."""

    node: Node
    row: int
    column: int
    row_span: int
    column_span: int
    path: str


def rows(table: Node) -> list[list[Cell]]:
    """The cells of a table row by row."""
    found = list(_rows(table))
    until = [0] * MOST_COLUMNS
    out: list[list[Cell]] = []
    for index, (row, path) in enumerate(found):
        cells: list[Cell] = []
        column = 0
        counts = {"td": 0, "th": 0}
        for node in children(row):
            if node.tag not in counts:
                continue
            counts[node.tag] += 1
            while column < MOST_COLUMNS and until[column] > index:
                column += 1
            if column == MOST_COLUMNS:
                break
            down = min(whole(node.attributes.get("rowspan"), len(found)), len(found) - index)
            across = min(whole(node.attributes.get("colspan"), MOST_COLUMNS), MOST_COLUMNS - column)
            place = f"{path} > {node.tag}:nth-of-type({counts[node.tag]})"
            cells.append(Cell(node, index, column, down, across, place))
            until[column : column + across] = [index + down] * across
            column += across
        out.append(cells)
    return out


def width(cells: list[list[Cell]]) -> int:
    """The number of columns."""
    return max((cell.column + cell.column_span for row in cells for cell in row), default=0)


def text_length(node: Node, most: int) -> tuple[int, bool]:
    """The number of characters in an element, without blanks, and whether a table stands in it.

    Counting ends at `most` characters, at a table, or at elements beyond measure.
    """
    length = steps = 0
    stack = list(children(node))
    while stack and length <= most and steps < MOST_STEPS:
        part = stack.pop()
        steps += 1
        if part.tag == TEXT:
            length += len("".join((part.text_content or "").split()))
        elif part.tag == "table":
            return length, True
        elif part.tag not in UNSEEN:
            stack.extend(children(part))
    return length, False


def _rows(table: Node) -> Iterator[tuple[Node, str]]:
    """The rows with their paths below the table."""
    counts: dict[str, int] = {}
    for part in children(table):
        counts[part.tag] = counts.get(part.tag, 0) + 1
        if part.tag == "tr":
            yield part, f" > tr:nth-of-type({counts['tr']})"
        elif part.tag in _GROUPS:
            number = 0
            for row in children(part):
                if row.tag == "tr":
                    number += 1
                    yield row, f" > {part.tag}:nth-of-type({counts[part.tag]}) > tr:nth-of-type({number})"
