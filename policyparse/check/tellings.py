"""What two tellings of the same passage show of each other.

Where two neighbouring passages come again further down with a heading between them, the first telling has lost that
heading, and the numbers after it ran on wrongly: the second telling shows the right ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.copies import Copy
from policyparse.check.paragraphs import Paragraph

BETWEEN = 8
"""Line ends and blanks between two paragraphs, at most."""


@dataclass(frozen=True, slots=True)
class LostHeading:
    """At `place` of the first telling a heading is missing, which stands at ``start:end`` of the second one.

    `numbers` are the paragraphs of the first telling whose numbers the second one corrects: (theirs, the right one's).
    Places are in the clean text.
    """

    place: int
    start: int
    end: int
    numbers: tuple[tuple[int, int], ...]


def lost_headings(copies: Sequence[Copy], paragraphs: Sequence[Paragraph]) -> Iterator[LostHeading]:
    """The headings that the first telling of a passage has lost."""
    headings = [paragraph for paragraph in paragraphs if paragraph.is_heading]
    for before, after in _neighbours(copies):
        lost = next((heading for heading in headings if before.end <= heading.start < after.start), None)
        if lost is not None:
            end = next((p.start for p in paragraphs if p.start > lost.start and p.clause is not None), after.start)
            yield LostHeading(after.first, lost.start, min(end, after.start), _numbers(copies, after))


def _neighbours(copies: Sequence[Copy]) -> Iterator[tuple[Copy, Copy]]:
    """Pairs of copies, in text order, whose originals follow each other."""
    by_origin = sorted((copy for copy in copies if copy.labels), key=lambda copy: copy.first)
    for before in copies:
        index = bisect_right(by_origin, before.last, key=lambda copy: copy.first)
        for after in by_origin[index:]:
            if after.first - before.last > BETWEEN:
                break
            if after.start > before.end:
                yield before, after


def _numbers(copies: Sequence[Copy], first: Copy) -> tuple[tuple[int, int], ...]:
    """The numbers that differ in `first` and in the copies that follow on it on both sides."""
    numbers = list(first.labels)
    last = first
    for copy in copies:
        if copy.start > last.start and 0 <= copy.start - last.end <= BETWEEN and 0 <= copy.first - last.last <= BETWEEN:
            numbers += copy.labels
            last = copy
    return tuple((origin, copied) for copied, origin in numbers)
