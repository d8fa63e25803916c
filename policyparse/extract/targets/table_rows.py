"""What the columns of a table's row that hold no values say of those that do: indicator, unit, property, time, bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.extract.tables.columns import VALUES, Column, year_in
from policyparse.extract.tables.grid import Cell
from policyparse.extract.targets.cell_values import EMPTY
from policyparse.extract.targets.left_words import tidy

UNIT = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,12})[）)]$")
INDEX = re.compile(r"^(?:[（(]?\d{1,2}[）)．、]|\d{1,2}\.(?!\d)|[①-⑳])\s*")
MARK = re.compile(r"(?:[①-⑳*＊]|[\[［〔]\d{1,2}[\]］〕])+$")
PART = re.compile(r"^(?:其中|#)[:：]?")
"""Before the name of a part of the row above, which is counted in its unit."""
TURN = re.compile(r"(?:累计)?(?P<word>增长|增加|提高|降低|下降|减少|削减)率?$")
CONTROLLED = re.compile(r"(?<=..)控制(?:目标|数)?$")
COUNTED = re.compile(r"(?<=..)(?:任务|目标|计划){1,2}(?:数|量|值)?$")
DOWN = ("降低", "下降", "减少", "削减")
TOTAL = re.compile(r"合计|总计|共计|小计")
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: the indicator of its values with its places, and what else is said of all of them.

    `turn` is the way in which the name lets the values change (…降低). `year` stands in the name itself. `is_part`: the
    row tells a part of the one above it.
    """

    name: str | None
    places: tuple[tuple[int, int], ...]
    unit: str | None
    property: str | None
    turn: str | None
    year: int | None
    is_part: bool
    time: Cell | None
    lead: Cell | None
    support: Cell | None

    @classmethod
    def of(cls, columns: Sequence[Column], cells: Sequence[Cell | None]) -> TableRow:
        """The row under `columns`."""
        filled = [(column, cell) for column, cell in zip(columns, cells, strict=True) if cell and cell.text.strip()]
        held = {column.kind: cell for column, cell in filled}
        names = _names(filled)
        unit = held["unit"].text if "unit" in held else None
        name, own = _name_and_unit([cell.text for cell in names])
        year = None
        if columns[-1].place is not None:
            year, name = year_in(name)
            name = "" if VALUES.fullmatch(name) else name  # 2026年目标 names no indicator
        is_part = bool(PART.match(name))
        name = PART.sub("", name)
        turn = TURN.search(name)
        if turn and len(name) - len(turn[0]) >= SHORTEST_NAME:
            name = name[: turn.start()]
        else:
            turn = None
        unit = own if unit is None or EMPTY.fullmatch(unit) else unit
        return cls(
            name=tidy(COUNTED.sub("", CONTROLLED.sub("", name))) or None,
            places=tuple((cell.start, cell.end) for cell in names),
            unit=unit,
            property=held["property"].text[:3] if "property" in held else None,
            turn=None if turn is None else "decrease" if turn["word"] in DOWN else "increase",
            year=year,
            is_part=is_part,
            time=held.get("time"),
            lead=held.get("lead"),
            support=held.get("support"),
        )


def _names(filled: Sequence[tuple[Column, Cell]]) -> list[Cell]:
    """The cells that name the indicator: those of one head, which may be divided, and where several name, of 指标."""
    heads = [column.head for column, _ in filled if column.kind == "name"]
    head = next((head for head in heads if "指标" in head), heads[-1] if heads else None)
    return [cell for column, cell in filled if column.kind == "name" and column.head == head]


def _name_and_unit(texts: Sequence[str]) -> tuple[str, str | None]:
    """The name that cells make from left to right, without numbers and marks, and the unit in brackets at its end."""
    name, unit = "", None
    for text in texts:
        plain = MARK.sub("", INDEX.sub("", "".join(text.split())))
        bracket = UNIT.search(plain)
        if bracket:
            unit, plain = bracket["unit"], plain[: bracket.start()]
        name = plain if name in plain else name + PART.sub("", plain)
    return MARK.sub("", name), unit
