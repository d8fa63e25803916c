"""The place that a document is about, read off the names of bodies and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.facts import Level
from policyparse.model.metadata import Region

LEVELS: tuple[Level, ...] = ("province", "city", "county", "town")
WHOLE_COUNTRY = "全国"
LONGEST_NAME = 10
LEADS = ("中国共产党", "中共")


def region(bodies: Iterable[str], titles: Iterable[str], lexicon: Lexicon) -> Region | None:
    """The place that the first of the bodies names, else that a title begins with; ``None`` where none does.

    Towns are read off names of bodies only, since titles are full of 城镇 and 乡村.
    """
    for body in bodies:
        if found := place(body, len(LEVELS), lexicon):
            return found
    for title in titles:
        if found := place(title, len(LEVELS) - 1, lexicon):
            return found
    return None


def place(name: str, depth: int, lexicon: Lexicon) -> Region | None:
    """The innermost place that `name` begins with, no deeper than the first `depth` levels below the country."""
    for lead in LEADS:
        name = name.removeprefix(lead)
    shapes = _shapes(lexicon)
    if shapes.national.match(name):
        return Region(name=WHOLE_COUNTRY, level="national")
    found: Region | None = None
    level = start = 0
    province = next((row for row in lexicon.regions if name.startswith(row.surface)), None)
    if province is not None:
        found, level, start = Region(name=province.surface, level="province"), 1, len(province.surface)
    while level < depth:
        ending = _first_ending(name, start, range(level, depth), shapes)
        if ending is None:
            break
        level, stop = ending
        found, start, level = Region(name=name[start:stop], level=LEVELS[level]), stop, level + 1
    return found or _short_province(name, lexicon)


class _Shapes:
    """The compiled patterns of the lexicon's table [region]."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.letterhead["region"]
        self.national = re.compile(table["national"])
        self.never = re.compile(table["never"])
        self.levels = tuple(
            re.compile(f"[\\u3400-\\u9fff]{{1,{LONGEST_NAME}}}?{ending}") for _, ending in table["levels"]
        )


@lru_cache(maxsize=4)
def _shapes(lexicon: Lexicon) -> _Shapes:
    return _Shapes(lexicon)


def _first_ending(name: str, start: int, levels: range, shapes: _Shapes) -> tuple[int, int] | None:
    """The level of the place that begins at `start` and where it ends: the shortest one, the outer one among equals."""
    matches = ((match.end(), level) for level in levels if (match := shapes.levels[level].match(name, start)))
    best = min(matches, default=None)
    if best is None or shapes.never.search(name[start : best[0]]):
        return None
    return best[1], best[0]


def _short_province(name: str, lexicon: Lexicon) -> Region | None:
    """A province named without its ending: 山东黄河流域生态保护规划."""
    for row in lexicon.regions:
        short = row.surface[:3] if row.surface[:3] in ("内蒙古", "黑龙江") else row.surface[:2]
        if name.startswith(short):
            return Region(name=row.surface, level="province")
    return None
