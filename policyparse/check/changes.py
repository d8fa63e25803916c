"""The normalizer's edits as places of the source, as narrow as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from policyparse.model.reason import Reason
from policyparse.model.span import Span, span_of
from policyparse.model.text import SourceEdit

NARROWED = (Reason.FOLDED_WIDTH, Reason.SCRIPT)
NO_HAN = re.compile("[!-/:-@\\[-`{-~\u2000-\u303f\ufe10-\ufe6f\uff00-\uffef]")
"""Characters whose width can change."""
MANY = 12
"""So many paragraphs with the same cosmetic matter are told at once: it is the habit of the document."""


@dataclass(frozen=True, slots=True)
class Change:
    """``source[start:end]`` is `old`, and `new` stands there in the clean text."""

    start: int
    end: int
    old: str
    new: str

    @property
    def span(self) -> Span:
        """Its place."""
        return span_of({"start": self.start, "end": self.end})


def changes(edits: Iterable[SourceEdit], source: str) -> Iterator[Change]:
    """What `edits` changed. Of a paragraph whose width or script was converted, only the characters that differ."""
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        old = source[start:end]
        if edit.reason not in NARROWED or len(old) != len(edit.text):
            yield Change(start, end, old, edit.text)
            continue
        where = NO_HAN.finditer(old) if edit.reason == Reason.FOLDED_WIDTH else range(len(old))
        places = (place if isinstance(place, int) else place.start() for place in where)
        yield from _runs(start, old, edit.text, (place for place in places if old[place] != edit.text[place]))


def _runs(start: int, old: str, new: str, places: Iterable[int]) -> Iterator[Change]:
    """The places in which two texts of the same length differ, neighbours together."""
    first = end = -1
    for place in places:
        if place != end and end >= 0:
            yield Change(start + first, start + end, old[first:end], new[first:end])
        first = first if place == end else place
        end = place + 1
    if end >= 0:
        yield Change(start + first, start + end, old[first:end], new[first:end])


def by_paragraph(found: Iterable[Change], paragraph: Callable[[int], int]) -> list[list[Change]]:
    """The changes of each paragraph together; `paragraph` gives the index of the one that holds a place of the source."""
    return [list(group) for _, group in groupby(found, key=lambda change: paragraph(change.start))]
