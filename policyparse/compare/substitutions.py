"""Differences that go through the whole text and say nothing: the level, the region's name, a word always replaced.

They are found once, listed with their counts, and ignored everywhere else. A figure is never one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policyparse.compare.assignment import Match
from policyparse.compare.differences import Change, Ignored
from policyparse.compare.folding import FIRST, LAST, REGION, Folded
from policyparse.compare.sides import Place, Side
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import Substitution

OFTEN = 3
"""Times that a word must be replaced to be systematic, in two clauses or more."""
ALWAYS = 0.6
"""Share of a word's occurrences that must be replaced."""
LONGEST = 12
"""Longest word that is looked at."""
NUMERALS = frozenset("二三四五六七八九十百千万亿两半倍")
"""A change of these is a change of figures (三级, 四级), never a way of wording."""

Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """The changes of one pair of texts, and the texts."""

    left: Folded
    right: Folded
    changes: tuple[Change, ...]
    ignored: tuple[Change, ...]


def by_rule(left: Side, right: Side, lexicon: Lexicon) -> Ignored:
    """Which changes of single characters say nothing: the same words, and the level where it is one."""
    pattern = _place_words(lexicon)
    levels = (left.level, right.level)

    def ignored(ours: Folded, theirs: Folded, change: Change) -> bool:
        if change.start == change.end or change.right_start == change.right_end:
            return False
        place, other = ours.place(change.start, change.end, 0), theirs.place(change.right_start, change.right_end, 0)
        words = left.text(place), right.text(other)
        if words[0] == words[1]:
            return True
        return words == levels and _is_level(left, place, pattern) and _is_level(right, other, pattern)

    return ignored


def _is_level(side: Side, place: Place, pattern: re.Pattern[str]) -> bool:
    """Whether the character there names a level: 市 in 全市, not in 城市."""
    start = max(0, place[0] - LONGEST)
    around = side.mapped.text[start : place[1] + LONGEST]
    position = place[0] - start
    return not any(match.start() <= position < match.end() for match in pattern.finditer(around))


@lru_cache(maxsize=4)
def _place_words(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted({row.surface for row in lexicon.place_words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


def learnt(left: Side, right: Side, rows: Sequence[Told]) -> frozenset[Words]:
    """Words that one document has, often and nearly always, where the other has others."""
    counts: Counter[Words] = Counter()
    where: dict[Words, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for words in _candidates(left, right, row):
            counts[words] += 1
            where[words].add(number)
    often = [words for words, count in counts.items() if count >= OFTEN and len(where[words]) > 1]
    if not often:
        return frozenset()
    text = "\n".join(row.left.text for row in rows)
    return frozenset(words for words in often if counts[words] >= ALWAYS * text.count(words[0]))


def _candidates(left: Side, right: Side, row: Told) -> Iterable[Words]:
    for change in row.changes:
        if change.start < change.end and change.right_start < change.right_end:
            words = words_of(left, right, row, change)
            if all(_is_wording(word) for word in words):
                yield words


def _is_wording(word: str) -> bool:
    return len(word) <= LONGEST and word.isalpha() and not word.isascii() and not NUMERALS.intersection(word)


def words_of(left: Side, right: Side, row: Told, change: Change) -> Words:
    """What a change says on both sides, in the clean text."""
    place, other = row.left.place(change.start, change.end, 0), row.right.place(change.right_start, change.right_end, 0)
    return left.text(place), right.text(other)


def listed(left: Side, right: Side, rows: Sequence[Told], words: frozenset[Words]) -> tuple[Substitution, ...]:
    """All substitutions with their counts, the most frequent first."""
    counts: Counter[Words] = Counter()
    for row in rows:
        counts.update(_folded(left, right, row))
        counts.update(words_of(left, right, row, change) for change in row.ignored)
        counts.update(pair for change in row.changes if (pair := words_of(left, right, row, change)) in words)
    return tuple(
        Substitution(left=ours, right=theirs, count=count)
        for (ours, theirs), count in counts.most_common()
        if ours != theirs
    )


def _folded(left: Side, right: Side, row: Told) -> Iterator[Words]:
    """What the symbols that both texts share stand for: the region's name, the level that a body's name begins with."""
    for i, j in _shared_symbols(row):
        ours, theirs = left.text(row.left.place(i, i + 1, 0)), right.text(row.right.place(j, j + 1, 0))
        if row.left.text[i] == REGION:
            yield ours, theirs
        elif left.level and right.level and ours.startswith(left.level) and theirs.startswith(right.level):
            yield left.level, right.level


def _shared_symbols(row: Told) -> Iterator[Match]:
    """Where the symbols of names stand in both texts, outside the changes, which may lie in one another."""
    start = shift = 0
    for change in sorted((*row.changes, *row.ignored, Change(len(row.left.text), 0, len(row.right.text), 0))):
        for position in range(start, change.start):
            if FIRST <= row.left.text[position] <= LAST:
                yield position, position + shift
        if change.end >= start:
            start, shift = change.end, change.right_end - change.end
