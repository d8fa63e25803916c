"""The order in which the pieces of a page are read: from top to bottom, or in two columns between what crosses both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from policyparse.read.pages.lines import Line, joined

_FEWEST = 5
_FEWEST_PAGES = 2
_FEWEST_SHARE = 0.25
_SAME_GUTTER = 12.0
_SHORTEST = 9.0
_STEP = 3.0
_MIDDLE = (0.25, 0.75)
_MOST_CROSSING = 0.35
_FULL = 1.2
_LEAST_FULL = 0.35
_SAME_LINE = 0.45


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a page in reading order, and the column that it stands in: 0 for none, 1 and 2 for left and right."""

    line: Line
    column: int


def gutters(pages: Sequence[list[Line]]) -> list[float | None]:
    """Where the gutter of each page is that is set in two columns; `pages` are their pieces.

    A page with a list or a table in its columns does not show it by itself: it has that of the other pages.
    """
    found = [_gutter(pieces) for pieces in pages]
    known = sorted(gutter for gutter in found if gutter is not None)
    if len(known) < _FEWEST_PAGES or _FEWEST_SHARE * len(pages) > len(known):
        return found
    usual = median(known)
    if sum(abs(gutter - usual) <= _SAME_GUTTER for gutter in known) < 0.8 * len(known):
        return found
    return [
        usual if gutter is None and _may_have(pieces, usual) else gutter
        for gutter, pieces in zip(found, pages, strict=True)
    ]


def in_order(pieces: list[Line], gutter: float | None) -> list[Placed]:
    """The pieces of a page, which come from top to bottom, as lines in reading order."""
    if gutter is None:
        return [Placed(line, 0) for line in _rows(pieces)]
    placed: list[Placed] = []
    left: list[Line] = []
    right: list[Line] = []
    for crosses, group in groupby(_bands(pieces, gutter), key=lambda band: band[0]):
        members = [line for _, line in group]
        if crosses:
            placed += [Placed(line, 0) for line in _rows(members)]
            continue
        left = [line for line in members if line.right <= gutter]
        right = [line for line in members if line.right > gutter]
        placed += [Placed(line, 1) for line in _rows(left)]
        placed += [Placed(line, 2) for line in _rows(right)]
    return placed


def _rows(pieces: list[Line]) -> list[Line]:
    """Pieces of one baseline joined."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: -line.base):
        if rows and rows[-1][0].base - piece.base <= _SAME_LINE * min(piece.em, rows[-1][0].em):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _bands(pieces: list[Line], gutter: float) -> list[tuple[bool, Line]]:
    """The pieces from top to bottom, each with whether its line crosses the gutter.

    A line crosses where one of its pieces does, or where its only piece stands alone around the middle.
    """
    crossing = [line for line in pieces if line.left < gutter < line.right]
    edges = [(line.low, line.high) for line in crossing]

    def beside(line: Line) -> bool:
        middle = (line.low + line.high) / 2
        return any(low <= middle <= high for low, high in edges)

    return [(beside(line), line) for line in sorted(pieces, key=lambda line: -line.base)]


def _gutter(pieces: list[Line]) -> float | None:
    """The middle of the empty strip between two columns of running text, or None."""
    if len(pieces) < 2 * _FEWEST:
        return None
    low, high = min(line.left for line in pieces), max(line.right for line in pieces)
    best: tuple[int, float] | None = None
    at = low + (high - low) * _MIDDLE[0]
    strips: list[tuple[int, float]] = []
    while at < low + (high - low) * _MIDDLE[1]:
        strips.append((sum(line.left < at < line.right for line in pieces), at))
        at += _STEP
    fewest = min((crossing for crossing, _ in strips), default=len(pieces))
    widest = max(_runs([at for crossing, at in strips if crossing == fewest]), key=len, default=[])
    best = (fewest, sum(widest) / len(widest)) if widest else None
    if best is None or not _is_gutter(pieces, *best):
        return None
    return best[1]


def _may_have(pieces: list[Line], gutter: float) -> bool:
    """Whether hardly anything stands across the gutter of other pages."""
    crossing = sum(line.left < gutter < line.right for line in pieces)
    sides = sum(line.right <= gutter for line in pieces), sum(line.left >= gutter for line in pieces)
    return crossing <= _MOST_CROSSING * len(pieces) and min(sides) >= _FEWEST


def _runs(places: list[float]) -> list[list[float]]:
    runs: list[list[float]] = []
    for place in places:
        if runs and place - runs[-1][-1] < 1.5 * _STEP:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _is_gutter(pieces: list[Line], crossing: int, gutter: float) -> bool:
    """Whether running text stands on both sides: long pieces, of which many end at one edge."""
    sides = ([line for line in pieces if line.right <= gutter], [line for line in pieces if line.left >= gutter])
    if crossing > _MOST_CROSSING * len(pieces) or min(map(len, sides)) < _FEWEST:
        return False
    for side in sides:
        edge = max(line.right for line in side)
        full = sum(edge - line.right < _FULL * line.em for line in side)
        if full < _LEAST_FULL * len(side) or median((line.right - line.left) / line.em for line in side) < _SHORTEST:
            return False
    return True
