"""The head of a table whose cells are lines: one line a column, unless a head is broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyparse.extract.tables.columns import YEAR, Column, column_of
from policyparse.extract.tables.grid import LEAST_COLUMNS, Cell, said_at

LONGEST_HEAD = 24
LONGEST_BROKEN = 4
MOST_COLUMNS = 20
BRACKETED = re.compile(r"[〔\[（(][^）)\]〕]{1,14}[）)\]〕]")
"""（累计）, （%）, （2025年）: the second line of the head above it."""
RATE_BEGUN = ("年均", "五年", "累计", "年度", "同比")
RATE_ENDED = ("增长", "增速", "增幅", "增长率", "累计", "年均", "年均增长", "年均增速", "累计增长")
NAMED = ("指标", "项目", "任务")


def head_at(lines: Sequence[Cell], index: int) -> tuple[list[Column], int]:
    """The columns of the head that begins at `index`, and the place after it; none where no head stands there."""
    columns: list[Column] = []
    position = index
    while position < len(lines) and len(lines[position].text) <= LONGEST_HEAD and len(columns) < MOST_COLUMNS:
        cell = lines[position]
        column = said_at(column_of(cell.text), cell)
        whole = _one_head(columns[-1], column, cell) if columns else None
        if whole is not None:
            columns[-1] = whole
            position += 1
            continue
        if column.kind == "other":
            column = _broken(lines, position)
            if column.kind == "other":
                break
            position += 1
        columns.append(column)
        position += 1
    return (columns, position) if len(columns) >= LEAST_COLUMNS else ([], index)


def _one_head(above: Column, below: Column, cell: Cell) -> Column | None:
    """The head that two lines make together (2025年 / 实际值, 年均增长 / [累计], 指标 / 名称), or None where they are two."""
    if BRACKETED.fullmatch(cell.text):
        if above.kind == "growth":
            return above
        whole = column_of(above.head + cell.text)
    elif above.kind == below.kind == "value" and (above.year is None) != (below.year is None):
        bare = above if below.year is None else below
        if YEAR.fullmatch((below if bare is above else above).head) is None and YEAR.fullmatch(bare.head) is None:
            return None
        whole = column_of(above.head + below.head)
    elif (above.head in RATE_BEGUN and below.head in RATE_ENDED) or (above.head in NAMED and below.head == "名称"):
        whole = column_of(above.head + below.head)
    else:
        return None
    if whole.kind != above.kind:
        return None
    return whole._replace(said=above.said if above.year is not None else said_at(whole, cell).said)


def _broken(lines: Sequence[Cell], position: int) -> Column:
    """The column whose head is broken within a word: 属 / 性, 指 / 标, 计量 / 单位."""
    cell = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    if following is None or len(cell.text) > LONGEST_BROKEN or len(following.text) > LONGEST_BROKEN:
        return Column("other", cell.text)
    return said_at(column_of(cell.text + following.text), cell)
