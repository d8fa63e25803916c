"""Targets and figures: every quantity of a document that says something about an indicator."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from policyparse.extract.duties.responsibilities import Duties
from policyparse.extract.phrases import sentences_with
from policyparse.extract.quantities.find import find_quantities
from policyparse.extract.quantities.implied import find_implied
from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.tables.cell_grids import grids_in
from policyparse.extract.tables.grid import Grid
from policyparse.extract.targets.captions import note_end
from policyparse.extract.targets.company import Surroundings
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.publish import published
from policyparse.extract.targets.sentence import SentenceReader
from policyparse.extract.targets.status import setting_of
from policyparse.extract.targets.tables import TableReader
from policyparse.extract.targets.task_rows import TaskRows
from policyparse.extract.times.deadlines import Governing
from policyparse.extract.times.expressions import TimeExpression, find_times
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Figure
from policyparse.model.metadata import Metadata
from policyparse.model.outline import Outline, Table
from policyparse.model.text import MappedText

Placed = TypeVar("Placed", Quantity, TimeExpression)
BASE_YEAR = re.compile(r"在(?P<year>(?:19|20)[0-9]{2}年)(?:的?水平)?的?基础上")
BARE = re.compile(r"[\d\s.,，:：/\-—–]{1,40}")
CITED = re.compile(r"《[^《》\n]{1,200}》")


def figures(
    text: MappedText, outline: Outline, metadata: Metadata, duties: Duties, lexicon: Lexicon
) -> tuple[Figure, ...]:
    """All figures of a document in text order: targets, reported figures and references.

    A figure is a quantity, or words that imply one, said of an indicator; what counts is defined in the annotation
    guidelines. `duties` tells which bodies answer at a place.
    """
    drafts = _drafts(text.text, outline, metadata, lexicon)
    return tuple(published(drafts, text, duties, lexicon))


def _drafts(text: str, outline: Outline, metadata: Metadata, lexicon: Lexicon) -> Iterator[Draft]:
    setting = setting_of(metadata)
    period_end = metadata.period.end if metadata.period else None
    grids = grids_in(text, outline.tables)
    tasks = TaskRows.of(text, outline.tables, setting.year, period_end)
    # a table is no letterhead, however short the text is that holds it
    body = min([outline.body, *(grid.start for grid in grids[:1]), *(row.start for row in tasks.rows[:1])])
    quantities = _quantities(text, body, outline, lexicon)
    if not quantities and not grids:
        return
    governing = Governing.of(text, outline, _uncited(find_times(text, setting.year, period_end), text))
    reader = SentenceReader.of(text, outline, setting, lexicon)
    tables = TableReader(text, setting, metadata.period, lexicon)
    starts = [quantity.start for quantity in quantities]
    cells = (place for table in outline.tables for cell in table.cells for place in (cell.start, cell.end))
    breaks = [*(section.start for section in outline.sections), *(grid.start for grid in grids), *tasks.breaks, *cells]
    places = sorted([*starts, *governing.starts])
    table_end = 0
    for first, end in sentences_with(text, body, breaks, places):
        section = outline.section_at(first)
        # the label is no word of the sentence
        start = section.head if section is not None and first == section.start else first
        while grids and first >= grids[0].start:
            yield from _tabled(grids[0], tables, outline)
            table_end = note_end(text, grids.pop(0).end)
        if first < table_end or tasks.is_aside(first):
            continue
        within = governing.within(start, end)
        inside = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            task = tasks.holds(first)
            inherited = tasks.deadline(first) or governing.inherited(section, start)
            yield from reader.read(Surroundings(start, end, section, tuple(inside), within, inherited, task))
        governing.remember(section, within, (start, end))
    for grid in grids:
        yield from _tabled(grid, tables, outline)


def _tabled(grid: Grid, tables: TableReader, outline: Outline) -> list[Draft]:
    """The figures of a table in text order."""
    return sorted(tables.read(grid, outline.section_at(grid.start)), key=lambda draft: draft.quantity.start)


def _quantities(text: str, body: int, outline: Outline, lexicon: Lexicon) -> list[Quantity]:
    """Quantities and implied values in one order, without those in cited titles, letterhead, furniture and bare cells."""
    nothing = sorted([*outline.furniture, *_bare_cells(text, outline.tables)])
    found = sorted(
        [*find_quantities(text, lexicon), *find_implied(text, lexicon), *_base_years(text)],
        key=lambda q: (q.start, -q.end),
    )
    out: list[Quantity] = []
    position = body
    for quantity in _uncited(found, text):
        if quantity.start >= position and not _in(nothing, quantity.start):
            out.append(quantity)
            position = quantity.end
    return out


def _base_years(text: str) -> Iterator[Quantity]:
    """The years that figures are told on the basis of: 在2020年基础上提高五成."""
    for match in BASE_YEAR.finditer(text):
        start, end = match.span("year")
        yield Quantity(start, end, end - 1, Decimal(text[start : end - 1]), None, "年", "年", "base", "eq")


def _bare_cells(text: str, tables: Sequence[Table]) -> Iterator[tuple[int, int]]:
    """The cells that hold a number and no word: they say nothing by themselves, and tables of values are read apart."""
    for table in tables:
        for cell in table.cells:
            if cell.start < cell.end and BARE.fullmatch(text, cell.start, cell.end):
                yield cell.start, cell.end


def _uncited(items: Sequence[Placed], text: str) -> list[Placed]:
    """The items that do not stand within 《》."""
    cited = [match.span() for match in CITED.finditer(text)]
    return [item for item in items if not _in(cited, item.start)]


def _in(places: Sequence[tuple[int, int]], position: int) -> bool:
    index = bisect_left(places, (position + 1,)) - 1
    return index >= 0 and position < places[index][1]
