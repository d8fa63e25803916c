"""Text with marks in it: figures, duties, findings and differences, which may overlap in any way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policyparse.model.document import Clause

TIPS = 8
"""Remarks that are shown on one stretch of text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is shown in a style, that a link may lead to (`key`), or that leads on itself (`href`)."""

    start: int
    end: int
    style: str = ""
    key: str = ""
    href: str = ""
    tip: str = ""
    anchored: bool = True
    """Whether `key` names the place where the stretch begins; else the stretch is only lit up together with it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under the same marks from end to end; what the shortest of them says stands first."""

    text: str
    styles: str = ""
    keys: str = ""
    href: str = ""
    tip: str = ""
    anchors: tuple[str, ...] = ()


class MarkedText:
    """A text cut where a mark begins or ends."""

    def __init__(self, text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> None:
        kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
        places = {0, len(text), *cuts, *(mark.start for mark in kept), *(mark.end for mark in kept)}
        self._starts = sorted(place for place in places if 0 <= place <= len(text))
        self._segments = list(_segments(text, kept, self._starts))

    def segments(self, start: int, end: int) -> list[Segment]:
        """The segments of ``text[start:end]``; both must be places where the text was cut."""
        return self._segments[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _segments(text: str, marks: list[Mark], starts: list[int]) -> Iterator[Segment]:
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    active: list[Mark] = []
    for start, end in pairwise(starts):
        active = [mark for mark in active if mark.end > start]
        new = []
        while waiting and waiting[-1].start == start:
            new.append(waiting.pop())
        if new:
            active = sorted((*active, *new), key=lambda mark: mark.end - mark.start)
        yield Segment(
            text=text[start:end],
            styles=" ".join(dict.fromkeys(mark.style for mark in active if mark.style)),
            keys=" ".join(dict.fromkeys(mark.key for mark in active if mark.key)),
            href=next((mark.href for mark in active if mark.href), ""),
            tip="\n".join(list(dict.fromkeys(mark.tip for mark in active if mark.tip))[:TIPS]),
            anchors=tuple(mark.key for mark in new if mark.key and mark.anchored),
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that belongs to a clause itself, not to those below it. None: outside of all clauses."""

    clause: str | None
    start: int
    end: int


def pieces(places: Iterable[tuple[str, int, int]], length: int) -> list[Piece]:
    """A text of `length` characters cut by whose it is; `places` are the clauses with all that is below them.

    What stands between two clauses goes with the one above it.
    """
    found: list[Piece] = []
    open_: list[tuple[str, int]] = []
    position = 0

    def reach(end: int) -> None:
        nonlocal position
        if position < end:
            above = found[-1].clause if found else None
            found.append(Piece(open_[-1][0] if open_ else above, position, end))
            position = end

    for clause, start, end in sorted(places, key=lambda place: (place[1], -place[2])):
        while open_ and open_[-1][1] <= start:
            reach(open_[-1][1])
            open_.pop()
        reach(start)
        open_.append((clause, end))
    while open_:
        reach(open_[-1][1])
        open_.pop()
    if position < length:
        found.append(Piece(None, position, length))
    return found


def sentences(places: Iterable[tuple[int, int]], letter: str = "") -> Iterator[Mark]:
    """What is lit up around a figure that a link led to; each sentence once, however many figures stand in it."""
    for start, end in sorted(set(places)):
        yield Mark(start, end, "", f"s:{letter}{start}", anchored=False)


def heading(clause: Clause, text: str, start: int) -> Mark | None:
    """The label and the title of a clause that begins at `start` of `text`; None where it has neither."""
    label, title = clause.label or "", clause.title or ""
    reach = start + len(label) + len(title) + 8
    at = text.find(title, start, reach) if title else -1
    end = at + len(title) if at >= 0 else start + len(label)
    return Mark(start, end, "head") if end > start else None
