"""Running heads and page numbers: lines at the edge of a page that its neighbours have as well."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.read.pages.lines import Line

OUTERMOST = 2
FEWEST_PAGES = 3
_LONGEST = 160
_SAME_PLACE = 4.0
_EDGE = 0.14
_DIGITS = re.compile("[0-9０-９]+")
_DASHED = re.compile(r"[—–－\-~·•―─]{1,2}\s?[0-9０-９]{1,4}\s?[—–－\-~·•―─]{1,2}")
_COUNTED = re.compile(
    r"第?\s?[0-9０-９一二三四五六七八九十]{1,4}\s?页?\s?(?:[/／,，]?\s?共?\s?[0-9０-９一二三四五六七八九十]{1,4}\s?页?)?|[ivxlc]{1,6}"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line near the top or bottom of a page: its page, its index among the page's lines, its place on the page."""

    page: int
    index: int
    line: Line
    top: bool
    near: bool
    """Whether it stands in the outer seventh of the page."""


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """The lines that are furniture, by the index of the page and of the line on it. Lines come from top to bottom."""
    edges = [edge for page, lines in enumerate(pages) for edge in _edges(page, lines, heights[page])]
    found = {(edge.page, edge.index) for edge in edges if edge.near and _DASHED.fullmatch(edge.line.text)}
    found.update(_numbers(edges))
    found.update(_heads(edges, len(pages)))
    return found


def _edges(page: int, lines: Sequence[Line], height: float) -> Iterator[Edge]:
    order = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    for rank, index in enumerate(order):
        line = lines[index]
        if len(line.text) > _LONGEST:
            continue
        if rank < OUTERMOST:
            yield Edge(page, index, line, True, line.low > height * (1 - _EDGE))
        if rank >= len(order) - OUTERMOST:
            yield Edge(page, index, line, False, line.high < height * _EDGE)


def _numbers(edges: list[Edge]) -> Iterator[tuple[int, int]]:
    """Bare page numbers: they count up with the pages, at one edge."""
    counted: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.near and _COUNTED.fullmatch(edge.line.text):
            digits = _DIGITS.search(edge.line.text)
            if digits is not None:
                counted[int(digits[0]) - edge.page].append(edge)
    for same in counted.values():
        if len({edge.page for edge in same}) >= 2:
            yield from ((edge.page, edge.index) for edge in same)


def _heads(edges: list[Edge], pages: int) -> Iterator[tuple[int, int]]:
    """The same words at the same height of several pages: of three, or of all where there are but two or three."""
    wanted = min(FEWEST_PAGES, max(2, pages))
    groups: defaultdict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[(_DIGITS.sub("#", "".join(edge.line.text.split())), edge.top)].append(edge)
    for group in groups.values():
        places = Counter(round(edge.line.base / _SAME_PLACE) for edge in group)
        for edge in group:
            at = round(edge.line.base / _SAME_PLACE)
            alike = sum(places[at + shift] for shift in (-1, 0, 1))
            if alike >= wanted and (edge.near or alike >= FEWEST_PAGES):
                yield edge.page, edge.index
