"""What two tellings of the same passage show of each other.

Where two neighbouring passages come again further down with a heading between them, the first telling has lost that
heading, and the numbers after it ran on wrongly: the second telling shows the right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.copies import Copy
from policyparse.check.paragraphs import Paragraph


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
    for before, after in zip(copies, copies[1:], strict=False):
        if not _adjoin(before.last, after.first, paragraphs):
            continue
        lost = next((heading for heading in headings if before.end <= heading.start < after.start), None)
        if lost is not None and after.labels:
            end = next((p.start for p in paragraphs if p.start > lost.start and p.clause is not None), after.start)
            yield LostHeading(after.first, lost.start, min(end, after.start), _numbers(copies, after))


def _adjoin(end: int, start: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether nothing stands between two places but the end of a paragraph."""
    return end < start and not any(end <= paragraph.start < start or end < paragraph.end < start for paragraph in paragraphs)


def _numbers(copies: Sequence[Copy], first: Copy) -> tuple[tuple[int, int], ...]:
    """The numbers that differ in `first` and in the copies that follow on it on both sides."""
    numbers = list(first.labels)
    last = first
    for copy in copies:
        if copy.start > last.start and 0 <= copy.start - last.end <= 2 and 0 <= copy.first - last.last <= 2:
            numbers += copy.labels
            last = copy
    return tuple((origin, copied) for copied, origin in numbers)
