"""The cells of a Word table, with what merging them means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from policyparse.read.word.package import child, value

_WIDEST = 200
_ROW_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class Cell:
    """A cell at its row and column, from 0; `number` is its place among the cells of its row in the file, from 1."""

    element: Element
    row: int
    column: int
    number: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of a table row by row, without those that a cell above covers; the number of columns."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int


def rows(table: Element) -> Rows:
    """The cells of a ``w:tbl``. Rows that a tracked change deleted are left out."""
    above: dict[int, Cell] = {}
    found: list[tuple[Cell, ...]] = []
    width = 0
    for index, row in enumerate(_children(table, "tr")):
        cells: list[Cell] = []
        column = _whole(value(row, "trPr", "gridBefore"), 0)
        covered: dict[int, Cell] = {}
        for number, element in enumerate(_children(row, "tc"), 1):
            span = max(1, _whole(value(element, "tcPr", "gridSpan"), 1))
            merge = value(element, "tcPr", "vMerge")
            upper = above.get(column)
            if merge is not None and merge != "restart" and upper is not None:
                upper.row_span = index - upper.row + 1
                covered[column] = upper
            else:
                cell = Cell(element, index, column, number, 1, span)
                cells.append(cell)
                if merge == "restart":
                    covered[column] = cell
            column = min(column + span, _WIDEST)
        width = max(width, column)
        above = covered
        found.append(tuple(cells))
    return Rows(tuple(found), width)


def _children(element: Element, name: str) -> Iterator[Element]:
    """The rows or cells, also where a content control or a tracked change is around them."""
    for part in element:
        if part.tag == name:
            if child(part, "trPr", "del") is None:
                yield part
        elif part.tag in _ROW_WRAPPERS:
            yield from _children(part, name)


def _whole(said: str | None, default: int) -> int:
    return min(int(said), _WIDEST) if said and said.isdecimal() and len(said) < 6 else default
