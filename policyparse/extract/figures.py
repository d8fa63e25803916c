"""Targets and figures: every quantity of a document that says something about an indicator."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from policyparse.extract.deadlines import Governing
from policyparse.extract.draft import Draft
from policyparse.extract.grids import find_grids
from policyparse.extract.implied import find_implied
from policyparse.extract.phrases import sentences
from policyparse.extract.publish import published
from policyparse.extract.quantities import find_quantities
from policyparse.extract.quantity import Quantity
from policyparse.extract.responsibilities import Duties
from policyparse.extract.sentence import SentenceReader, Surroundings
from policyparse.extract.status import setting_of
from policyparse.extract.tables import TableReader
from policyparse.extract.times import TimeExpression, find_times
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Figure
from policyparse.model.metadata import Metadata
from policyparse.model.outline import Outline
from policyparse.model.text import MappedText

Placed = TypeVar("Placed", Quantity, TimeExpression)
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
    quantities = _quantities(text, outline, lexicon)
    if not quantities:
        return
    setting = setting_of(metadata)
    times = find_times(text, setting.year, metadata.period.end if metadata.period else None)
    governing = Governing.of(outline, _uncited(times, text))
    table_end = 0
    reader = SentenceReader.of(text, outline, setting, lexicon)
    tables = TableReader(text, setting, metadata.period.end if metadata.period else None, lexicon)
    grids = find_grids(text, outline.body)
    starts = [quantity.start for quantity in quantities]
    breaks = sorted([*(section.start for section in outline.sections), *(grid.start for grid in grids)])
    for first, end in sentences(text, outline.body, len(text), breaks):
        section = outline.section_at(first)
        # the label is no word of the sentence
        start = section.head if section is not None and first == section.start else first
        if grids and start >= grids[0].start:
            yield from tables.read(grids[0], section)
            table_end = grids.pop(0).end
        if start < table_end:
            continue
        within = governing.within(start, end)
        inside = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            inherited = governing.inherited(section)
            yield from reader.read(Surroundings(start, end, section, tuple(inside), within, inherited))
        announces = text[start:end].rstrip().endswith("：") or (section is not None and start < section.title_end)
        governing.remember(section, within, announces=announces)
        if section is None and text.startswith("\n", end):
            governing.forget()


def _quantities(text: str, outline: Outline, lexicon: Lexicon) -> list[Quantity]:
    """Quantities and implied values in one order, without those in cited titles, letterhead and furniture."""
    found = sorted([*find_quantities(text, lexicon), *find_implied(text, lexicon)], key=lambda q: (q.start, -q.end))
    out: list[Quantity] = []
    position = outline.body
    for quantity in _uncited(found, text):
        if quantity.start >= position and not _in(outline.furniture, quantity.start):
            out.append(quantity)
            position = quantity.end
    return out


def _uncited(items: Sequence[Placed], text: str) -> list[Placed]:
    """The items that do not stand within 《》."""
    cited = [match.span() for match in CITED.finditer(text)]
    return [item for item in items if not _in(cited, item.start)]


def _in(places: Sequence[tuple[int, int]], position: int) -> bool:
    index = bisect_left(places, (position + 1,)) - 1
    return index >= 0 and position < places[index][1]
