"""Tables of indicators and projects → figures, whatever the tables came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyparse.extract.duties.parties import read_statement
from policyparse.extract.quantities.find import find_quantities
from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.tables.columns import Column
from policyparse.extract.tables.grid import Cell, Grid, row_place
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicators import Indicator
from policyparse.extract.targets.left_words import tidy
from policyparse.extract.targets.status import Setting
from policyparse.extract.targets.task_rows import row_deadline
from policyparse.extract.times.expressions import TimeExpression
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Party
from policyparse.model.outline import Section

NAME_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
NAME_INDEX = re.compile(r"^(?:[（(]?\d{1,2}[）).．、]|[①-⑳]|其中[:：])\s*")
TURN = re.compile(r"(?:累计)?(?P<word>增长率?|增速|增加|提高|降低率?|下降率?|减少|削减)(?:率)?$")
DOWN = ("降低", "下降", "减少", "削减")
CUMULATIVE = re.compile(r"^[〔\[【].*[〕\]】]$")
UNIT_LINE = re.compile(r"单位[:：][ \u3000]?(?P<unit>[^\s，,、；;。:：（）()]{1,8})[）)]?$")
LONGEST_UNIT_LINE = 40
EMPTY = re.compile(r"[-—–－/／\s]*")


Years = tuple[int | None, int | None]
"""The first of several years of a table's columns, and the last one."""


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the tables of one document."""

    text: str
    setting: Setting
    plan_end: int | None
    lexicon: Lexicon

    def read(self, grid: Grid, section: Section | None) -> Iterator[Draft]:
        """The figures of a table, row by row."""
        years = sorted({column.year for column in grid.columns if column.year})
        last = years[-1] if years else self.plan_end
        first = years[0] if len(years) > 1 else None
        told = (column.unit for column in grid.columns if column.kind == "name" and column.unit)
        unit = next(told, None) or unit_above(self.text, grid.start)
        for cells in grid.rows:
            row = TableRow.of(grid.columns, cells)
            if row.name is None:
                continue
            if row.unit is None:
                row = replace(row, unit=unit)
            place = row_place(cells)
            for column, cell in zip(grid.columns, cells, strict=True):
                if cell is None or EMPTY.fullmatch(cell.text):
                    continue
                for draft in self._figures(row, column, cell, (first, last)):
                    draft.section, draft.sentence = section, place
                    draft.property, draft.parties = row.property, None if grid.of_cells else self._parties(row)
                    yield draft

    def _figures(self, row: TableRow, column: Column, cell: Cell, years: Years) -> Iterator[Draft]:
        if column.kind in ("value", "growth"):
            quantity = self._value(cell, column.unit or row.unit, column.kind == "growth")
            if quantity is not None:
                yield self._indicator_figure(row, column, cell, quantity, years)
        elif column.kind in ("money", "scale"):
            yield from self._project_figures(row, column, cell)

    def _value(self, cell: Cell, unit: str | None, growth: bool) -> Quantity | None:
        """The quantity of a cell that holds nothing else, with the unit of its row or column where it has none."""
        found = find_quantities(cell.text, self.lexicon)
        if len(found) != 1:
            return None
        quantity = found[0]
        rest = cell.text[: quantity.start] + cell.text[quantity.end :]
        if len(rest.strip("〔〕[]【】（）() ")) > 6:
            return None
        if not quantity.unit:
            cumulative = CUMULATIVE.match(cell.text)
            quantity = self._with_unit(quantity, "%" if growth and not cumulative else unit)
        return _moved(quantity, cell.start)

    def _with_unit(self, quantity: Quantity, unit: str | None) -> Quantity:
        """With the unit of the row: 48.6 under 万吨 is 486000 吨."""
        unit = unit.removeprefix("1") if unit and unit.startswith("1/") else unit  # 1/10万
        one = find_quantities(f"1{unit}", self.lexicon) if unit else []
        if not one:
            return quantity._replace(unit=unit or "", canonical=unit or "")
        factor = one[0].value
        high = None if quantity.value_max is None else quantity.value_max * factor
        return quantity._replace(
            value=quantity.value * factor, value_max=high,
            unit=one[0].unit, canonical=one[0].canonical, kind=one[0].kind,
        )  # fmt: skip

    def _indicator_figure(self, row: TableRow, column: Column, cell: Cell, quantity: Quantity, years: Years) -> Draft:
        cumulative = bool(CUMULATIVE.match(cell.text)) or ("累计" in column.head and column.kind == "value")
        change: str | None = None
        if column.kind == "growth":
            change = ("decrease" if row.falls else "increase") if cumulative else "rate"
        elif row.turn:
            change = "decrease" if row.falls else "increase"
        status = column.status or ("achieved" if self._past(column, years[0]) else "target")
        indicator = Indicator(row.name, row.places, change=change, annual=change == "rate")
        draft = Draft(quantity, None, (cell.start, cell.end), status, None, indicator, row.name, cumulative=cumulative)
        own = None if column.year or row.time is None else row_deadline(row.time, self.setting.year, self.plan_end)
        draft.deadline = own or _year_of(cell, column.year or years[1])
        return draft

    def _past(self, column: Column, first: int | None) -> bool:
        """Whether a column lies before the document, or is the first of several in one that tells no year."""
        if column.year is None:
            return False
        now = self.setting.year
        start = None if self.plan_end is None else self.plan_end - 4
        if now is None and start is None:
            return column.year == first
        return (now is not None and column.year < now) or (start is not None and column.year < start)

    def _project_figures(self, row: TableRow, column: Column, cell: Cell) -> Iterator[Draft]:
        """Quantities of a project's scale or money; its own time is the deadline."""
        deadline = None if row.time is None else row_deadline(row.time, self.setting.year, self.plan_end)
        before = 0
        for quantity in find_quantities(cell.text, self.lexicon):
            words = tidy(cell.text[before : quantity.start].rpartition("，")[2])
            before = quantity.end
            unit = column.unit or (row.unit if column.kind == "money" else None)
            stated = quantity if quantity.unit else self._with_unit(quantity, unit)
            label = words if column.kind == "scale" else column.head.partition("（")[0]
            name = tidy(f"{row.name}{label}")
            indicator = Indicator(name, (*row.places, (cell.start, cell.end)))
            draft = Draft(_moved(stated, cell.start), None, (cell.start, cell.end), "target", None, indicator, name)
            draft.deadline = deadline
            yield draft

    def _parties(self, row: TableRow) -> tuple[Party, ...] | None:
        parts = [("牵头单位", row.lead), ("配合单位", row.support)]
        statement = "；".join(f"{duty}：{cell.text}" for duty, cell in parts if cell is not None)
        reading = read_statement(statement, self.lexicon) if statement else None
        return reading.parties if reading is not None else None


@dataclass(frozen=True, slots=True)
class TableRow:
    """What stands in the columns of a row that say what its values are."""

    name: str | None
    places: tuple[tuple[int, int], ...]
    unit: str | None
    property: str | None
    turn: str | None
    falls: bool
    time: Cell | None
    lead: Cell | None
    support: Cell | None

    @classmethod
    def of(cls, columns: tuple[Column, ...], cells: tuple[Cell | None, ...]) -> TableRow:
        """The row under `columns`."""
        held = {
            column.kind: cell for column, cell in zip(columns, cells, strict=True) if cell is not None and cell.text
        }
        name_cell, unit_cell, property_cell = held.get("name"), held.get("unit"), held.get("property")
        name = NAME_INDEX.sub("", name_cell.text) if name_cell else ""
        unit = unit_cell.text if unit_cell else None
        bracket = NAME_UNIT.search(name)
        if bracket and unit is None:
            unit, name = bracket["unit"], name[: bracket.start()]
        turn = TURN.search(name)
        if turn and len(name) - len(turn[0]) >= 2:
            name = name[: turn.start()]
        return cls(
            name=tidy(name) or None,
            places=((name_cell.start, name_cell.end),) if name_cell else (),
            unit=None if unit is None or EMPTY.fullmatch(unit) else unit,
            property=property_cell.text[:3] if property_cell else None,
            turn=turn["word"] if turn else None,
            falls=bool(turn and turn["word"].startswith(DOWN)),
            time=held.get("time"),
            lead=held.get("lead"),
            support=held.get("support"),
        )


def unit_above(text: str, start: int) -> str | None:
    """The unit that a line right above a table names for all of it: 单位：万吨."""
    match = UNIT_LINE.search(text[max(0, start - LONGEST_UNIT_LINE) : start].rstrip())
    return match["unit"] if match else None


def _moved(quantity: Quantity, by: int) -> Quantity:
    bound = None if quantity.bound is None else (quantity.bound[0] + by, quantity.bound[1] + by)
    return quantity._replace(
        start=quantity.start + by, end=quantity.end + by, number_end=quantity.number_end + by, bound=bound
    )


def _year_of(cell: Cell, year: int | None) -> TimeExpression | None:
    return None if year is None else TimeExpression(cell.start, cell.end, "date", year)
