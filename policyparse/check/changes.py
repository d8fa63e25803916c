"""The normalizer's edits as places of the source, as narrow as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from policyparse.model.text import SourceEdit

MANY = 12
"""So many paragraphs with the same cosmetic matter are told at once: it is the habit of the document."""


@dataclass(frozen=True, slots=True)
class Change:
    """``source[start:end]`` is `old`, and `new` stands there in the clean text."""

    start: int
    end: int
    old: str
    new: str


def changes(edits: Iterable[SourceEdit], source: str, reason: str) -> Iterator[Change]:
    """The changes made for `reason`. Where an edit keeps the length, only the characters that differ."""
    for edit in edits:
        if edit.reason != reason:
            continue
        start, end = edit.span.start, edit.span.end
        old = source[start:end]
        if len(old) != len(edit.text):
            yield Change(start, end, old, edit.text)
            continue
        yield from _runs(start, old, edit.text)


def _runs(start: int, old: str, new: str) -> Iterator[Change]:
    """The stretches in which two texts of the same length differ."""
    first = None
    for place in range(len(old) + 1):
        differs = place < len(old) and old[place] != new[place]
        if differs and first is None:
            first = place
        elif not differs and first is not None:
            yield Change(start + first, start + place, old[first:place], new[first:place])
            first = None


def by_paragraph(found: Iterable[Change], paragraph: Callable[[int], int]) -> list[list[Change]]:
    """The changes of each paragraph together; all in one list where they are the habit of the document.

    `paragraph` gives the index of the paragraph that holds a place of the source.
    """
    groups = [list(group) for _, group in groupby(found, key=lambda change: paragraph(change.start))]
    return [[change for group in groups for change in group]] if len(groups) >= MANY else groups
