"""Running heads and page numbers: lines at the edge of a page that its neighbours have as well."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policyparse.read.pages.lines import Line

OUTERMOST = 2
FEWEST_PAGES = 3
_LONGEST = 160
_SAME_PLACE = 4.0
_EDGE = 0.14
_DISTANT = 1.35
_WIDEST_PITCH = 2.5
_OTHER_SIZE = 0.12
_DIGITS = re.compile("[0-9０-９]+")
_DASHED = re.compile(r"[—–－\-~·•―─]{1,2}\s?[0-9０-９]{1,4}\s?[—–－\-~·•―─]{1,2}")
_COUNTED = re.compile(
    r"第?\s?[0-9０-９一二三四五六七八九十]{1,4}\s?页?\s?(?:[/／,，]?\s?共?\s?[0-9０-９一二三四五六七八九十]{1,4}\s?页?)?|[ivxlc]{1,6}"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line near the top or bottom of a page: its page, its index among the page's lines, its place on the page.

    `near` says that it stands in the outer seventh of the page, `apart` that the text keeps a distance, or another size.
    """

    page: int
    index: int
    line: Line
    top: bool
    near: bool
    outermost: bool
    apart: bool


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """The lines that are furniture, by the index of the page and of the line on it. Lines come in reading order."""
    edges = [edge for page, lines in enumerate(pages) for edge in _edges(page, lines, heights[page])]
    found = {(edge.page, edge.index) for edge in edges if edge.near and _DASHED.fullmatch(edge.line.text)}
    found.update(_numbers(edges))
    found.update(_heads(edges, len(pages)))
    return found


def _edges(page: int, lines: Sequence[Line], height: float) -> Iterator[Edge]:
    """The outermost lines at the top and at the bottom of a page."""
    order = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    pitches = [lines[a].base - lines[b].base for a, b in pairwise(order) if lines[a].base - lines[b].base > 1]
    em = median(line.em for line in lines) if lines else 0.0
    pitch = min([median(pitches), _WIDEST_PITCH * em] if pitches else [0.0])
    for top, ranks in ((True, order), (False, order[::-1])):
        for rank, index in enumerate(ranks[:OUTERMOST]):
            line = lines[index]
            if len(line.text) <= _LONGEST:
                low, high = height * _EDGE, height * (1 - _EDGE)
                near = line.low > high if top else line.high < low
                yield Edge(page, index, line, top, near, rank == 0, _is_apart(lines, ranks, rank, pitch))


def _is_apart(lines: Sequence[Line], ranks: Sequence[int], rank: int, pitch: float) -> bool:
    """Whether the lines of an edge, this one among them, are set off from what follows."""
    for outer, inner in pairwise(ranks[rank : OUTERMOST + 1]):
        one, other = lines[outer], lines[inner]
        if abs(one.base - other.base) > _DISTANT * pitch or abs(one.em - other.em) > _OTHER_SIZE * other.em:
            return True
    return False


def _numbers(edges: list[Edge]) -> Iterator[tuple[int, int]]:
    """Bare page numbers: they count up with the pages, at one edge."""
    counted: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.near and edge.apart and _COUNTED.fullmatch(edge.line.text):
            digits = _DIGITS.search(edge.line.text)
            if digits is not None:
                counted[int(digits[0]) - edge.page].append(edge)
    for same in counted.values():
        if len({edge.page for edge in same}) >= 2:
            yield from ((edge.page, edge.index) for edge in same)


def _heads(edges: list[Edge], pages: int) -> Iterator[tuple[int, int]]:
    """The same words at the same height of several pages: of three, or of all where there are but two."""
    wanted = min(FEWEST_PAGES, max(2, pages))
    groups: defaultdict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.apart:
            groups[(_DIGITS.sub("#", "".join(edge.line.text.split())), edge.top)].append(edge)
    for group in groups.values():
        places = Counter(round(edge.line.base / _SAME_PLACE) for edge in group)
        for edge in group:
            at = round(edge.line.base / _SAME_PLACE)
            alike = sum(places[at + shift] for shift in (-1, 0, 1))
            if alike >= wanted and (edge.near or (edge.outermost and alike >= FEWEST_PAGES)):
                yield edge.page, edge.index
