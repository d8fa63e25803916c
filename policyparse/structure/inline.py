"""Items that are counted within paragraphs: 一是…二是…, 第一，…第二，…, 首先，…其次，…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.structure.labels import BLANKS, Label, Style, path_key
from policyparse.structure.marks import Ground, Mark
from policyparse.structure.ordinals import ordinals

RANK = 90
LONGEST_NUMERAL = 3
LOOK_BACK = 6
NUMERALS = "一二三四五六七八九十"
SENTENCE_ENDS = "。；：！？;:!?"
PHRASE_ENDS = "，、,"
BOUNDARIES = SENTENCE_ENDS + PHRASE_ENDS
PASSED = BLANKS + "”"


@dataclass(frozen=True, slots=True)
class Family:
    """One way of counting within a paragraph; `sure` and `shy` as the lexicon explains.

    `leads`: the anchor begins the label; else a numeral stands before it.
    """

    style: Style
    anchors: tuple[str, ...]
    second: tuple[str, ...]
    pattern: re.Pattern[str]
    sure: bool
    shy: bool
    leads: bool


class _Region(NamedTuple):
    """A line of running text: its index, where its own words begin and end, and the number of its clause."""

    line: int
    start: int
    end: int
    clause: int


class _Item(NamedTuple):
    """A candidate: the mark, its number, whether a sentence begins with it, and the number of its clause."""

    mark: Mark
    number: int
    begins_sentence: bool
    clause: int


def inline_marks(ground: Ground, starts: frozenset[int], cut: frozenset[int]) -> Iterator[Mark]:
    """The items within running text; a clause begins with each line in `starts`, paragraphs of `cut` break off."""
    counted: set[int] = set()
    used = [family for family in families(ground.lexicon) if any(label in ground.text for label in family.second)]
    regions = _regions(ground, starts) if used else []
    for family in used:
        items = list(_items(ground, regions, family))
        for item in _chosen(items, family, cut):
            if not family.shy or item.clause not in counted:
                yield item.mark
            counted.update(() if family.shy else (item.clause,))


@lru_cache(maxsize=4)
def families(lexicon: Lexicon) -> tuple[Family, ...]:
    """The families of the lexicon, compiled."""
    return tuple(
        Family(
            Style("inline", f"inline-{row['family']}", RANK, True),
            tuple(row["anchors"]),
            tuple(row["second"]),
            re.compile(row["pattern"]),
            row["sure"],
            row["shy"],
            row["examples"][0].startswith(tuple(row["anchors"])),
        )
        for row in lexicon.numbering["enumeration"]
    )


def _regions(ground: Ground, starts: frozenset[int]) -> list[_Region]:
    """The running lines, each with where its own words begin and the number of the clause that it belongs to."""
    regions: list[_Region] = []
    clause = 0
    titles = frozenset(ground.below.values())
    for index in ground.running:
        line = ground.lines[index]
        if index not in titles and not line.in_table:
            clause += index in starts
            regions.append(_Region(index, line.label.head if line.label else line.start, line.end, clause))
    return regions


def _items(ground: Ground, regions: list[_Region], family: Family) -> Iterator[_Item]:
    """The candidates of a family: its labels where a sentence or a phrase begins."""
    text, order = ground.text, ground.lexicon.numbering["order"]
    starts = [region.start for region in regions]
    for begin in _places(text, family):
        region = regions[bisect_right(starts, begin) - 1] if starts and starts[0] <= begin else None
        if region is None or begin >= region.end:
            continue
        before = text[max(region.start, begin - LOOK_BACK) : begin].rstrip(PASSED)[-1:]
        if before not in BOUNDARIES:  # "", at the beginning of a line, is in it
            continue
        match = family.pattern.match(text, begin, region.end)
        if match is None:
            continue
        key = path_key(match.group())
        numbers = ordinals(key) or (order[key],)
        label = Label(family.style, numbers, key, begin, match.end(), match.end())
        yield _Item(Mark.of(region.line, begin, label), numbers[0], before in SENTENCE_ENDS, region.clause)


def _places(text: str, family: Family) -> list[int]:
    """Where labels of the family may begin."""
    found: list[int] = []
    for anchor in family.anchors:
        place = text.find(anchor)
        while place >= 0:
            begin = place
            while begin > 0 and place - begin < LONGEST_NUMERAL and text[begin - 1] in NUMERALS:
                begin -= 1
            if begin < place or family.leads:
                found.append(begin)
            place = text.find(anchor, place + 1)
    return sorted(found) if len(family.anchors) > 1 else found


def _chosen(items: list[_Item], family: Family, cut: frozenset[int]) -> Iterator[_Item]:
    """The candidates that are labels: 1 where 2 follows in its clause, and what goes on from it; gaps do no harm.

    In a paragraph that breaks off, 2 may be what was lost.
    """
    second_follows = _followed_by_second(items)
    last, clause = 0, -1
    for item, followed in zip(items, second_follows, strict=True):
        if item.clause != clause:
            last, clause = 0, item.clause
        if item.number == 1:
            fits = followed or (family.sure and item.begins_sentence and item.mark.line in cut)
        else:
            fits = (family.sure and item.begins_sentence) or (last > 0 and item.number == last + 1)
            fits = fits or (item.begins_sentence and item.number > last > 0)
        if fits:
            last = item.number
            yield item


def _followed_by_second(items: list[_Item]) -> list[bool]:
    """For each candidate, whether a second item follows in the same clause, before the next first one."""
    follows: list[bool] = []
    second, clause = False, -1
    for item in reversed(items):
        if item.clause != clause:
            second, clause = False, item.clause
        follows.append(second)
        second = item.number == 2 or (second and item.number != 1)
    return follows[::-1]
