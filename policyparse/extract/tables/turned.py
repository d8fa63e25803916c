"""Tables whose rows are years or places and whose columns are indicators → grids with an indicator in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.columns import Column, column_of
from policyparse.extract.tables.grid import Cell, Grid, row_place

Row = Sequence[Cell | None]

YEAR_HEAD = re.compile(r"年份|年度|时间|目标年|规划年|阶段|")
YEAR_CELL = re.compile(r"20\d\d年?(?:[末底度])?")
BODY_HEAD = "单位"
"""Above places this is a body (各有关单位), elsewhere the unit of values."""
TOTAL = re.compile(r"合计|总计|共计|小计|全[市县区省州镇乡]|[市县区]合计")
NUMBER = re.compile(r"[^\d\n]{0,4}\d[\d.,，]{0,14}[^\d\n]{0,8}|[-—－–／/]{0,3}")
PLACE_LENGTH = 14
MOST_BEFORE = 1
"""Columns before that of the years or places: a number, or a category."""


def turned(heads: Row, rows: Sequence[Row]) -> Grid | None:
    """The grid of a table with these heads and rows, or None where its rows are neither years nor places.

    The first column that tells years or places becomes columns, and each head above numbers the name of an indicator.
    """
    columns = [column_of(head.text) if head is not None else Column("other", "") for head in heads]
    for at in range(min(MOST_BEFORE + 1, len(columns) - 1)):
        if at and columns[at - 1].kind not in ("index", "category"):
            break
        held = [
            index
            for index in range(at + 1, len(columns))
            if _holds_values(columns[index], [row[index] for row in rows])
        ]
        bands = [row for row in rows if row[at] is not None and any(row[index] is not None for index in held)]
        keys = _keys(columns, at, [cell.text.strip() for row in bands if (cell := row[at]) is not None])
        if keys and held:
            said = [(cell.start, cell.end) for row in bands if (cell := row[at]) is not None]
            places = (
                key._replace(said=own, place=row_place(row)) for key, own, row in zip(keys, said, bands, strict=True)
            )
            turned_rows = tuple((heads[index], *(row[index] for row in bands)) for index in held)
            start = min(head.start for head in heads if head is not None)
            end = max(cell.end for row in bands for cell in row if cell is not None)
            return Grid(start, end, start, (Column("name", "指标"), *places), turned_rows, of_cells=True)
    return None


def _keys(columns: Sequence[Column], at: int, firsts: Sequence[str]) -> list[Column]:
    """A column of values for each row, by its first cell; none where these are not all years, or places."""
    head = columns[at]
    if len(firsts) > 1 and YEAR_HEAD.fullmatch(head.head) and all(map(YEAR_CELL.fullmatch, firsts)):
        return [column_of(year) for year in firsts]
    placed = head.kind == "region" or head.head == BODY_HEAD
    if not placed or not all(0 < len(first) <= PLACE_LENGTH for first in firsts):
        return []
    return [Column("value", first, scope=None if TOTAL.fullmatch(first) else first) for first in firsts]


def _holds_values(column: Column, cells: Sequence[Cell | None]) -> bool:
    """Whether a column is one of an indicator: its cells are numbers."""
    texts = [cell.text.strip() for cell in cells if cell is not None and cell.text.strip()]
    numbers = sum(NUMBER.fullmatch(text) is not None for text in texts)
    return column.kind in ("other", "value", "growth", "money", "name") and bool(texts) and 2 * numbers > len(texts)
