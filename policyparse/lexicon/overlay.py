"""Check the rows of an office's own tables against ours, so that a slip is told with file, line and cure.

A column with a fixed set of values (a comparator, a side, a level) takes the values that our own table uses in it; the
lists of allowed values are therefore nowhere written twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from policyparse.lexicon.tables import Complaint

CLOSED_COLUMNS = frozenset(
    (
        "kind", "comparator", "side", "level", "role", "family", "reason", "where", "field", "after", "when", "sure",
        "origin", "conversions",
    )
)  # fmt: skip
"""Columns, of whatever table, whose values mean something to the program."""

SECOND_KEY = ("side", "field", "where")
"""A word may stand in a table once for each value of such a column: 超过 before a number, 以上 after it."""


def key(row: Any) -> tuple[str, ...]:
    """What makes a row of a table the same entry as another: its first column, and its side, field or place."""
    return (row[0], *(getattr(row, column) for column in SECOND_KEY if column in row._fields))


def over(base: Iterable[Any], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """`theirs` before `base`; a row of theirs takes the place of ours with the same key."""
    own = {key(row) for row in theirs}
    return (*theirs, *(row for row in base if key(row) not in own))


def row_check(base: tuple[Any, ...]) -> Callable[[Any], Complaint | None]:
    """A check for the rows of one file, which holds what an office adds to the table `base`."""
    allowed = {column: _values(base, column) for column in base[0]._fields if column in CLOSED_COLUMNS}
    meanings = _meanings(base)
    seen: set[tuple[str, ...]] = set()

    def check(row: Any) -> Complaint | None:
        complaint = (
            _closed(row, allowed)
            or _meaning(row, meanings)
            or _number(row)
            or _script(row)
            or _code_point(row)
            or _example(row)
            or (_twice(row) if key(row) in seen else None)
        )
        seen.add(key(row))
        return complaint

    return check


def _values(base: tuple[Any, ...], column: str) -> list[str]:
    return sorted({getattr(row, column) for row in base})


def _meanings(base: tuple[Any, ...]) -> dict[str, list[str]]:
    """For a table with the columns field and value: the values of each field."""
    if "field" not in base[0]._fields:
        return {}
    return {name: sorted({row.value for row in base if row.field == name}) for name in _values(base, "field")}


def _closed(row: Any, allowed: dict[str, list[str]]) -> Complaint | None:
    for column, values in allowed.items():
        if getattr(row, column) not in values:
            return _not_among(column, getattr(row, column), values)
    return None


def _meaning(row: Any, meanings: dict[str, list[str]]) -> Complaint | None:
    if meanings and row.value not in meanings[row.field]:
        return _not_among("value", row.value, meanings[row.field])
    return None


def _not_among(column: str, value: str, values: list[str]) -> Complaint:
    shown = [each or "（空）" for each in values]
    return Complaint(
        zh=f"{column} 列不能是“{value}”",
        en=f"“{value}” cannot stand in the column {column}",
        cure_zh=f"可用的值：{'、'.join(shown)}",
        cure_en=f"use one of: {', '.join(each or '(empty)' for each in values)}",
    )


def _number(row: Any) -> Complaint | None:
    if "value" not in row._fields or "field" in row._fields:
        return None
    try:
        finite = Decimal(row.value).is_finite()
    except InvalidOperation:
        finite = False
    if finite:
        return None
    return Complaint(
        zh=f"value 列的“{row.value}”不是数", en=f"“{row.value}” in the column value is no number",
        cure_zh="请写成 100 或 0.5 这样的数", cure_en="write a number such as 100 or 0.5",
    )  # fmt: skip


def _script(row: Any) -> Complaint | None:
    """Conversions move nothing; what a script word is left alone in must hold it (a typo's may only reach into it)."""
    if "conversions" in row._fields and len(row.surface) != len(row.right):
        return Complaint(
            zh=f"“{row.surface}”与“{row.right}”字数不同", en=f"“{row.surface}” and “{row.right}” differ in length",
            cure_zh="繁简转换须逐字对应", cure_en="a conversion replaces character for character",
        )  # fmt: skip
    for longer in row.unless.split("|") if {"unless", "reason"} <= set(row._fields) and row.unless else ():
        if row.surface not in longer:
            return Complaint(
                zh=f"unless 列的“{longer}”不含“{row.surface}”",
                en=f"“{longer}” in the column unless does not hold “{row.surface}”",
                cure_zh="请写含有该词的更长的词，以 | 分隔", cure_en="give longer words that hold it, apart by |",
            )  # fmt: skip
    return None


def _code_point(row: Any) -> Complaint | None:
    if "code" not in row._fields or re.fullmatch("[0-9A-Fa-f]{4,6}", row.code):
        return None
    return Complaint(
        zh=f"“{row.code}”不是十六进制码位", en=f"“{row.code}” is no code point in hexadecimal",
        cure_zh="请写成 E5E5 这样的码位", cure_en="write it like E5E5",
    )  # fmt: skip


def _example(row: Any) -> Complaint | None:
    if "example" not in row._fields or (row.example and (row[0] in row.example or "…" in row[0])):
        return None
    return Complaint(
        zh=f"例句“{row.example}”里没有“{row[0]}”", en=f"the example “{row.example}” does not hold “{row[0]}”",
        cure_zh="请在 example 列写一个含有该词的例句", cure_en="give an example with the word in the column example",
    )  # fmt: skip


def _twice(row: Any) -> Complaint:
    return Complaint(
        zh=f"“{row[0]}”在本文件中出现了两次", en=f"“{row[0]}” stands in this file twice",
        cure_zh="请只保留一行", cure_en="keep one of the rows",
    )  # fmt: skip
