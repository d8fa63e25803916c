"""Passages that do not belong to a document: put into a sentence, or on another subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from policyparse.check.breaks import Break
from policyparse.check.paragraphs import Paragraph

SHORTEST = 50
"""Paragraphs that are shorter say too little to be judged."""
FEWEST = 8
"""In a document of fewer paragraphs every one is on a subject of its own."""
VARIED = 0.2
"""Where paragraphs have less than this share in common, the document has no subject to be compared with."""
STRANGE = 0.2
"""Share of pairs of characters that a foreign passage has in common with the document, at most, however varied it is."""
APART = 0.33
"""And at most this part of what is usual for the paragraphs of the document."""
SURE = 90
"""Characters from which on the share is taken as it is; in fewer, what is shared is a matter of chance."""
SUSPECT = 0.75
"""A paragraph that has more than this part of the usual share in common with all others does not begin a passage."""
LONGEST = 8
"""How many paragraphs are taken together at the most."""
LOOSE = 1.5
"""By some of the pairs, which are looked at first, a passage may have so many times as much in common."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``text[start:end]`` does not belong to the document; `interrupts`: it stands inside a sentence."""

    start: int
    end: int
    first: int
    last: int
    interrupts: bool

    @property
    def paragraphs(self) -> int:
        """How many paragraphs it has."""
        return self.last - self.first + 1


def strangers(paragraphs: Sequence[Paragraph], copied: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Runs of paragraphs on another subject: indexes of the first and the last one.

    A paragraph is judged by the share of its pairs of characters that occur in the rest of the document, a run of them
    by what occurs outside the run. Paragraphs whose index is in `copied` do not count. Most documents hold no foreign
    passage, and some of the pairs are enough to see that.
    """
    judged = [p for p in paragraphs if len(p.words) >= SHORTEST and p.index not in copied and p.runs]
    if len(judged) < FEWEST or not any(_runs(judged, _pairs(half=True), LOOSE)):
        return
    for first, last in _runs(judged, _pairs(half=False), 1.0):
        yield judged[first].index, judged[last].index


@lru_cache(maxsize=2)
def _pairs(*, half: bool) -> re.Pattern[str]:
    """Pairs of Chinese characters: all, or side by side those of which the first is of half of all characters."""
    first = "".join(f"{chr(code)}-{chr(code + 11)}" for code in range(0x4E00, 0x9FF0, 24))
    return re.compile(f"[{first}][\u4e00-\u9fff]" if half else "(?=([\u4e00-\u9fff]{2}))")


def _runs(judged: Sequence[Paragraph], pattern: re.Pattern[str], looseness: float) -> Iterator[tuple[int, int]]:
    """The first and last place in `judged` of each run that has hardly anything in common with the rest."""
    pairs = [frozenset(pattern.findall(paragraph.words)) for paragraph in judged]
    counts: Counter[str] = Counter()
    for found in pairs:
        counts.update(found)
    once = frozenset(pair for pair, count in counts.items() if count == 1)
    shares = [1 - len(found & once) / max(len(found), 1) for found in pairs]
    usual = median(shares)
    if usual < VARIED:
        return
    sure = SURE * median(len(found) / len(p.words) for found, p in zip(pairs, judged, strict=True))
    limit = looseness * min(STRANGE, APART * usual)
    index = 0
    while index < len(judged):
        size = _size(pairs[index : index + LONGEST], counts, limit, sure) if shares[index] < SUSPECT * usual else 0
        if size:
            yield index, index + size - 1
        index += max(size, 1)


def _size(pairs: Sequence[frozenset[str]], counts: Counter[str], limit: float, sure: float) -> int:
    """How many paragraphs from the first on, the most there are, have each hardly anything in common with the rest."""
    inside: Counter[str] = Counter()
    best = 0
    for size, found in enumerate(pairs, 1):
        inside.update(found)
        if all(_in_common(each, counts, inside) <= limit * min(1.0, len(each) / sure) for each in pairs[:size]):
            best = size
    return best


def _in_common(pairs: frozenset[str], counts: Counter[str], inside: Counter[str]) -> float:
    """The share of `pairs` that more paragraphs have than those counted in `inside`."""
    return sum(counts[pair] > inside[pair] for pair in pairs) / max(len(pairs), 1)


def passages(
    paragraphs: Sequence[Paragraph], strange: Sequence[tuple[int, int]], broken: Sequence[Break]
) -> Iterator[Passage]:
    """The foreign passages: what stands inside a broken sentence, and what else is on another subject."""
    inside = [(b.paragraph.index + 1, b.continuation.index - 1) for b in broken if b.continuation and b.interrupted]
    free = [run for run in strange if not any(first <= run[0] <= last for first, last in inside)]
    for first, last in sorted((*inside, *free)):
        place = paragraphs[first].start, paragraphs[last].end
        yield Passage(*place, first, last, (first, last) in inside)
