"""Tables whose cells are lines of text, one below the other, as a copied web page or PDF leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.columns import Column, column_of
from policyparse.extract.tables.flattened_head import LONGEST_HEAD, head_at
from policyparse.extract.tables.flattened_rows import wrapped_row
from policyparse.extract.tables.grid import CATEGORY, INDEX, LEAST_COLUMNS, Cell, Grid, Head, side_by_side

LONGEST_CELL = 60
LONGEST_UNIT = 14
LONGEST_VALUE_IN_WORDS = 14
LONGEST_CATEGORY = 8
GOES_ON = ("以上", "以下", "的", "和", "及", "与", "、", "占", "中", "每", "：")
MOST_BEFORE_ROW = 3
"""A category may be broken over so many lines (经济 / 发展), or the name of an indicator."""
PROPERTY = re.compile(r"(?:预期|约束|引导|预测|指导)性?(?:指标)?")
VALUE = re.compile(r"[\d.,%‰≥≤><＞＜〔〕\[\]【】（）()—–\-/]+")
EMPTY = re.compile(r"[-—–－―／/~～*]{1,6}|[（(〔\[][-—–－―／/]{1,3}[）)〕\]]")
IN_WORDS = re.compile(
    "保持|稳定|完成|控制|达到|达标|高于|低于|基本|持续|同步|左右|下达|以上|以内|以下|逐步|增长|下降|提高|提升|覆盖|清零|平均|优于|不变|全部|合理|待定"
)
"""What a cell of values says that holds no number: 完成省下达任务, 保持稳定."""
VALUES = ("value", "growth")
HEADS = ("index", "category", "unit", "property", "lead", "support", "time", "name", "scale", "task")

Row = tuple[Cell | None, ...]


def flattened(lines: Sequence[Cell], index: int, wanted: Head) -> tuple[Grid, int] | None:
    """The table whose head begins at `index`, and the place after its last cell."""
    if not all(len(line.text) <= LONGEST_HEAD for line in lines[index : index + LEAST_COLUMNS]):
        return None  # a heading above a paragraph
    columns, position = head_at(lines, index)
    if not columns or not wanted(columns):
        return None
    rows, after = _rows(lines, position, columns)
    if not rows:
        return None
    start = lines[index].start
    return side_by_side(Grid(start, lines[after - 1].end, start, tuple(columns), tuple(rows))), after


def _rows(lines: Sequence[Cell], position: int, columns: Sequence[Column]) -> tuple[list[Row], int]:
    kinds = [column.kind for column in columns]
    merged = kinds[0] == "category"
    inner = kinds[1:] if merged else kinds
    rows: list[Row] = []
    end = position
    while position < len(lines) and len(lines[position].text) <= LONGEST_CELL:
        headed = CATEGORY.fullmatch(lines[position].text) is not None and INDEX.fullmatch(lines[position].text) is None
        wrapped = wrapped_row(lines, position + headed, inner) if inner[0] == "index" else None
        if wrapped is not None and _fits(wrapped[0], inner, strict=False):
            rows.append((None, *wrapped[0]) if merged else tuple(wrapped[0]))
            position = end = wrapped[1]
            continue
        first = _row_start(lines, position, inner, merged=merged)
        if first is None:
            break
        category, cells = _row(lines, position, first, inner)
        rows.append((category, *cells) if merged else tuple(cells))
        position = end = first + len(inner)
    return rows, end


def _row(
    lines: Sequence[Cell], position: int, first: int, kinds: Sequence[str]
) -> tuple[Cell | None, Sequence[Cell | None]]:
    """The category and the cells of the row at `first`; of the lines from `position` on, long ones begin its name."""
    cells = list(lines[first : first + len(kinds)])
    before = list(lines[position:first])
    begun: list[Cell] = []
    while before and kinds[0] == "name" and _begins_name(before[-1].text):
        begun.insert(0, before.pop())
    if begun:
        whole = "".join(cell.text for cell in (*begun, cells[0]))
        cells[0] = Cell(begun[0].start, cells[0].end, whole)
    if not before:
        return None, cells
    return Cell(before[0].start, before[-1].end, "".join(cell.text for cell in before)), cells


def _begins_name(text: str) -> bool:
    """Whether a line goes on in the next: a long one, one within a bracket, or one that ends where no name ends."""
    return len(text) > LONGEST_CATEGORY or text.endswith(GOES_ON) or _is_open(text)


def _is_open(text: str) -> bool:
    """Whether a bracket opens in a line that closes in a later one."""
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _row_start(lines: Sequence[Cell], position: int, kinds: Sequence[str], *, merged: bool) -> int | None:
    """Where the row begins that stands at `position`, after the category that may stand before it."""
    for first in range(position, position + MOST_BEFORE_ROW + 1):
        if _fits(lines[first : first + len(kinds)], kinds, strict=True):
            return first
        if first >= len(lines) or not _may_precede(lines[first].text):
            break
    headed = merged or CATEGORY.fullmatch(lines[position].text) is not None
    for first in (position, position + 1) if headed else (position,):
        if _fits(lines[first : first + len(kinds)], kinds, strict=False):
            return first
    return None


def _may_precede(text: str) -> bool:
    """Whether a line may be a category, a part of one, or the beginning of a name."""
    return len(text) <= LONGEST_CELL // 2 and VALUE.fullmatch(text) is None and text[-1] not in "。；：，"


def _fits(cells: Sequence[Cell], kinds: Sequence[str], *, strict: bool) -> bool:
    """Whether cells can stand under columns of these kinds."""
    if len(cells) != len(kinds):
        return False
    fitting = all(_fits_one(cell, kind, strict=strict) for cell, kind in zip(cells, kinds, strict=True))
    held = [cell.text for cell, kind in zip(cells, kinds, strict=True) if kind in VALUES] if fitting else []
    told = not held or any(any(map(str.isdigit, text)) or IN_WORDS.search(text) for text in held)
    return fitting and told


def _fits_one(cell: Cell, kind: str, *, strict: bool) -> bool:
    text = cell.text
    if kind == "index":
        return INDEX.fullmatch(text) is not None
    if kind == "property":
        return PROPERTY.fullmatch(text) is not None
    if kind in VALUES:
        if any(character.isdigit() for character in text):
            return len(text) <= LONGEST_CELL // 2 and not (strict and text[-1] in "）)" and text[0] not in "（(〔[")
        said = EMPTY.fullmatch(text) is not None or IN_WORDS.search(text) is not None
        return len(text) <= LONGEST_VALUE_IN_WORDS and (said or not (strict or column_of(text).kind in HEADS))
    if kind == "name":
        return VALUE.fullmatch(text) is None and len(text) <= LONGEST_CELL
    return kind != "unit" or len(text) <= LONGEST_UNIT
