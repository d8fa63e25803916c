"""Tables of indicators and projects → figures, whatever the tables came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyparse.extract.duties.parties import read_statement
from policyparse.extract.quantities.find import find_quantities, with_unit
from policyparse.extract.tables.columns import Column
from policyparse.extract.tables.grid import Cell, Grid, row_place
from policyparse.extract.targets.captions import Caption, caption_above
from policyparse.extract.targets.cell_values import EMPTY, CellValue, moved, value_of
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicators import Indicator
from policyparse.extract.targets.left_words import tidy
from policyparse.extract.targets.status import Setting
from policyparse.extract.targets.table_rows import TOTAL, TableRow
from policyparse.extract.targets.task_rows import row_deadline
from policyparse.extract.times.expressions import TimeExpression
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Party, Status
from policyparse.model.metadata import Period
from policyparse.model.outline import Section


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for all rows of a table: its caption, its first year, and the year of values below no year."""

    caption: Caption
    first: int | None
    due: TimeExpression | None


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the tables of one document."""

    text: str
    setting: Setting
    period: Period | None
    lexicon: Lexicon

    def read(self, grid: Grid, section: Section | None) -> Iterator[Draft]:
        """The figures of a table, row by row."""
        frame = self._frame(grid)
        told = (column.unit for column in grid.columns if column.kind == "name" and column.unit)
        unit = next(told, None) or frame.caption.unit
        above: str | None = None
        for cells in grid.rows:
            row = TableRow.of(grid.columns, cells)
            if row.name is None and grid.columns[-1].place is not None:
                row = replace(row, name=frame.caption.name)
            if row.name is None:
                continue
            if row.unit is None:
                row = replace(row, unit=above if row.is_part else unit)
            above = row.unit
            for draft in self._row(grid, cells, row, frame):
                draft.section = section
                yield draft

    def _frame(self, grid: Grid) -> Frame:
        """What a table says of all its values. Those below no year are for the last year that is told, or the plan's."""
        caption = caption_above(self.text, grid.head)
        told = {column.year: column for column in grid.columns if column.year and column.kind in ("value", "growth")}
        years = sorted(told)
        last = _said(told[years[-1]], grid.head) if years else None
        due = last if years and not self._is_past(years[-1]) else caption.year
        end = self.period.end if self.period else None
        if due is None:
            due = last if end is None else TimeExpression(grid.head, grid.head, "date", end)
        return Frame(caption, years[0] if len(years) > 1 else None, due)

    def _row(self, grid: Grid, cells: tuple[Cell | None, ...], row: TableRow, frame: Frame) -> Iterator[Draft]:
        """The figures of one row. A target starts from the value that the row reports in the same unit."""
        place = row_place(cells)
        parties = None if grid.of_cells else self._parties(row)
        base: Draft | None = None
        for column, cell in zip(grid.columns, cells, strict=True):
            if cell is None or EMPTY.fullmatch(cell.text):
                continue
            for draft in self._figures(row, column, cell, frame):
                draft.sentence, draft.parties, draft.property = column.place or place, parties, row.property
                if draft.status == "achieved" and not draft.cumulative:
                    base = draft
                elif base is not None and column.place is None and _starts_from(draft, base):
                    draft.start, draft.start_year = base, base.deadline.year if base.deadline else None
                yield draft

    def _figures(self, row: TableRow, column: Column, cell: Cell, frame: Frame) -> Iterator[Draft]:
        if column.kind in ("value", "growth"):
            value = value_of(cell.text, self.lexicon)
            if value is not None:
                yield self._indicator_figure((row, column), cell, value, frame)
        elif column.kind in ("money", "scale"):
            yield from self._project_figures(row, column, cell)

    def _indicator_figure(self, of: tuple[TableRow, Column], cell: Cell, value: CellValue, frame: Frame) -> Draft:
        row, column = of
        total = value.cumulative or _is_total(column)
        quantity = value.quantity
        if not quantity.unit and quantity.kind != "implied":
            # a change is told in percent, unless it is the sum of several years or the head names another unit
            unit = "%" if column.kind == "growth" and not total else row.unit
            # 〔0.7〕 in a column of yearly percentages is a sum in the row's own unit
            summed = value.cumulative and column.kind == "growth" and row.unit
            quantity = with_unit(quantity, row.unit if summed else column.unit or unit, self.lexicon)
        status = self._status(column, frame)
        change, annual = _change(row, column, value, total=total)
        indicator = Indicator(row.name, row.places, change=change, annual=annual, scope=column.scope)
        draft = Draft(
            moved(quantity, cell.start), None, (cell.start, cell.end), status, None, indicator, row.name,
            cumulative=total,
        )  # fmt: skip
        draft.deadline = self._deadline(row, column, cell, frame) if status == "target" or column.year else None
        return draft

    def _status(self, column: Column, frame: Frame) -> Status:
        """What a column's values are: by its head, else by its year; what an earlier plan had set is a reference."""
        if column.status == "target" and column.year is not None and self._is_past(column.year):
            return "reference"
        if column.status is not None or column.year is None:
            return column.status or "target"
        known = self.setting.year is not None or self.period is not None
        past = self._is_past(column.year) if known else column.year == frame.first and not _is_total(column)
        return "achieved" if past else "target"

    def _is_past(self, year: int) -> bool:
        """Whether a year lies before the document, or before the plan begins."""
        starts = (self.setting.year, self.period.start if self.period else None)
        return any(start is not None and year < start for start in starts)

    def _deadline(self, row: TableRow, column: Column, cell: Cell, frame: Frame) -> TimeExpression | None:
        if column.year is not None:
            return _said(column, cell.start)
        own = None if row.time is None else self._time(row.time)
        if own is None and row.year is not None:
            return TimeExpression(*row.places[-1], "date", row.year)
        return own or frame.due

    def _time(self, cell: Cell) -> TimeExpression | None:
        return row_deadline(cell, self.setting.year, self.period.end if self.period else None)

    def _project_figures(self, row: TableRow, column: Column, cell: Cell) -> Iterator[Draft]:
        """Quantities of a project's scale or money; its own time is the deadline, else the year above its money."""
        deadline = None if row.time is None else self._time(row.time)
        if column.year is not None:
            deadline = _said(column, cell.start)
        project = "" if row.name is None or TOTAL.fullmatch(row.name) else row.name
        before = 0
        for quantity in find_quantities(cell.text, self.lexicon):
            words = tidy(cell.text[before : quantity.start].rpartition("，")[2])
            before = quantity.end
            unit = column.unit or (row.unit if column.kind == "money" else None)
            stated = quantity if quantity.unit else with_unit(quantity, unit, self.lexicon)
            label = words if column.kind == "scale" else column.head.partition("（")[0]
            name = tidy(project if project.endswith(label) else f"{project}{label}")
            indicator = Indicator(name, (*row.places, (cell.start, cell.end)))
            draft = Draft(moved(stated, cell.start), None, (cell.start, cell.end), "target", None, indicator, name)
            draft.deadline = deadline
            yield draft

    def _parties(self, row: TableRow) -> tuple[Party, ...] | None:
        parts = [("牵头单位", row.lead), ("配合单位", row.support)]
        statement = "；".join(f"{duty}：{cell.text}" for duty, cell in parts if cell is not None)
        reading = read_statement(statement, self.lexicon) if statement else None
        return reading.parties if reading is not None else None


def _change(row: TableRow, column: Column, value: CellValue, *, total: bool) -> tuple[str | None, bool]:
    """How values change, and whether year by year: the cell's own words say so first, then the head, then the name."""
    if value.change is not None:
        return value.change, value.change == "rate"
    if column.kind != "growth":
        return row.turn, False
    if total:
        return row.turn or "increase", False
    return ("decrease" if row.turn == "decrease" else "rate"), "年均" in column.head


def _is_total(column: Column) -> bool:
    """Whether the head says that values are sums of several years; of 年均/累计 the values in brackets are."""
    return "累计" in column.head and "年均" not in column.head


def _starts_from(draft: Draft, base: Draft) -> bool:
    """Whether a target is a level that is reached from a reported value."""
    level = draft.indicator.change is None and draft.status == "target" and not draft.cumulative
    return level and draft.quantity.unit == base.quantity.unit


def _said(column: Column, place: int) -> TimeExpression:
    """The year of a column at its head."""
    start, end = column.said or (place, place)
    return TimeExpression(start, end, "date", column.year)
