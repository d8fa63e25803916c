"""Items that are counted within paragraphs: 一是…二是…, 第一，…第二，…, 首先，…其次，…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.structure.labels import BLANKS, Label, Style, path_key
from policyparse.structure.lines import Line
from policyparse.structure.marks import Mark
from policyparse.structure.ordinals import ordinals

RANK = 90
LONGEST_NUMERAL = 3
LOOK_BACK = 6
NUMERALS = "一二三四五六七八九十"
SENTENCE_ENDS = "。；：！？;:!?"
PHRASE_ENDS = "，、,"


@dataclass(frozen=True, slots=True)
class Family:
    """One way of counting within a paragraph; `sure` and `shy` as the lexicon explains."""

    style: Style
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    sure: bool
    shy: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """A candidate: the mark, its number, whether a sentence begins with it, and the clause that it stands in."""

    mark: Mark
    number: int
    begins_sentence: bool
    clause: int


def inline_marks(
    text: str, lines: tuple[Line, ...], running: list[int], starts: frozenset[int], lexicon: Lexicon
) -> Iterator[Mark]:
    """The items within the lines `running` (indexes in order); a clause begins with each line in `starts`."""
    counted: set[int] = set()
    for family in families(lexicon):
        items = list(_items(text, lines, running, starts, (family, lexicon.numbering["order"])))
        for item in _chosen(items, family):
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
            re.compile(row["pattern"]),
            row["sure"],
            row["shy"],
        )
        for row in lexicon.numbering["enumeration"]
    )


def _items(
    text: str,
    lines: tuple[Line, ...],
    running: list[int],
    starts: frozenset[int],
    how: tuple[Family, dict[str, int]],
) -> Iterator[_Item]:
    family, order = how
    clause = 0
    for index in running:
        line = lines[index]
        clause += index in starts
        begin = line.start if line.label is None or index not in starts else line.label.head
        for place in _places(text, line, family):
            match = family.pattern.match(text, place, line.end)
            before = text[max(begin, place - LOOK_BACK) : place].rstrip(BLANKS + "”")[-1:]
            if match is None or before not in SENTENCE_ENDS + PHRASE_ENDS:  # "" at the beginning is in both
                continue
            written = match.group()
            numbers = ordinals(written) or (order[path_key(written)],)
            label = Label(family.style, numbers, path_key(written), place, match.end(), match.end())
            yield _Item(Mark(index, place, label), numbers[0], before in SENTENCE_ENDS, clause)


def _places(text: str, line: Line, family: Family) -> Iterator[int]:
    """Where labels of the family may begin in a line."""
    found: list[int] = []
    for anchor in family.anchors:
        place = text.find(anchor, line.start, line.end)
        while place >= 0:
            begin = place
            while begin > line.start and place - begin < LONGEST_NUMERAL and text[begin - 1] in NUMERALS:
                begin -= 1
            found.append(begin)
            place = text.find(anchor, place + 1, line.end)
    yield from sorted(found)


def _chosen(items: list[_Item], family: Family) -> Iterator[_Item]:
    """The candidates that are labels: 1 where 2 follows in its clause, and what goes on from it; gaps do no harm."""
    second_follows = _followed_by_second(items)
    last, clause = 0, -1
    for item, followed in zip(items, second_follows, strict=True):
        if item.clause != clause:
            last, clause = 0, item.clause
        if item.number == 1:
            fits = followed
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
