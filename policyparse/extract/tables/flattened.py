"""Tables whose cells are lines of text, one below the other, as a copied web page or PDF leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.columns import Column, column_of
from policyparse.extract.tables.grid import CATEGORY, INDEX, LEAST_COLUMNS, Cell, Grid, Head, said_at, side_by_side

LONGEST_CELL = 60
LONGEST_HEAD = 24
LONGEST_UNIT = 14
LONGEST_VALUE_IN_WORDS = 14
MOST_COLUMNS = 20
PROPERTY = re.compile(r"(?:预期|约束|引导|预测|指导)性?(?:指标)?")
SECOND_LINE = re.compile(r"[〔\[（(](?:五年)?(?:累计|年均)[^）)\]〕]{0,4}[）)\]〕]")
VALUE = re.compile(r"[\d.,%‰≥≤><＞＜〔〕\[\]【】（）()—–\-/]+")


def flattened(lines: Sequence[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """The table whose head begins at `index`, and the place after its last cell."""
    if not all(len(line.text) <= LONGEST_HEAD for line in lines[index : index + LEAST_COLUMNS]):
        return None  # a heading above a paragraph
    columns: list[Column] = []
    position = index
    while position < len(lines) and len(lines[position].text) <= LONGEST_HEAD and len(columns) < MOST_COLUMNS:
        column = said_at(column_of(lines[position].text), lines[position])
        if columns and columns[-1].kind == "growth" and SECOND_LINE.fullmatch(lines[position].text):
            position += 1  # 年均增长 over [累计] is one head
            continue
        if column.kind == "other":
            break
        columns.append(column)
        position += 1
    if len(columns) < LEAST_COLUMNS or not wanted(columns):
        return None
    rows, after = _rows(lines, position, columns)
    if not rows:
        return None
    start = lines[index].start
    return side_by_side(Grid(start, lines[after - 1].end, start, tuple(columns), tuple(rows))), after


def _rows(lines: Sequence[Cell], position: int, columns: list[Column]) -> tuple[list[tuple[Cell | None, ...]], int]:
    kinds = [column.kind for column in columns]
    merged = kinds[0] == "category"
    inner = kinds[1:] if merged else kinds
    rows: list[tuple[Cell | None, ...]] = []
    end = position
    while position < len(lines) and len(lines[position].text) <= LONGEST_CELL:
        first = _row_start(lines, position, inner, merged=merged)
        if first is None:
            break
        cells = lines[first : first + len(inner)]
        rows.append((lines[position] if first > position else None, *cells) if merged else tuple(cells))
        position = end = first + len(inner)
    return rows, end


def _row_start(lines: Sequence[Cell], position: int, kinds: Sequence[str], *, merged: bool) -> int | None:
    """Where the row begins that stands at `position`, after the category that may stand before it."""
    headed = merged or CATEGORY.fullmatch(lines[position].text) is not None
    for first in (position, position + 1) if headed else (position,):
        if _fits(lines[first : first + len(kinds)], kinds):
            return first
    return None


def _fits(cells: Sequence[Cell], kinds: Sequence[str]) -> bool:
    """Whether cells can stand under columns of these kinds."""
    return len(cells) == len(kinds) and all(map(_fits_one, cells, kinds))


def _fits_one(cell: Cell, kind: str) -> bool:
    text = cell.text
    if kind == "index":
        return INDEX.fullmatch(text) is not None
    if kind == "property":
        return PROPERTY.fullmatch(text) is not None
    if kind in ("value", "growth"):
        digits = any(character.isdigit() for character in text)
        return len(text) <= (LONGEST_CELL // 2 if digits else LONGEST_VALUE_IN_WORDS)
    if kind == "name":
        return VALUE.fullmatch(text) is None and len(text) <= LONGEST_CELL
    return kind != "unit" or len(text) <= LONGEST_UNIT
