"""Paragraphs that have hardly anything in common with the rest of their document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain, pairwise
from operator import add
from statistics import median
from typing import NamedTuple

from policyparse.check.paragraphs import Paragraph

SHORTEST = 50
"""Paragraphs that are shorter say too little to be judged."""
FEWEST = 8
"""In a document of fewer paragraphs every one is on a subject of its own."""
ALONE = 0.3
"""Of what is usual for the paragraphs of a document to have in common with the others, the part that a foreign
paragraph has at most, where it stands alone: the share of its pairs of characters that occur elsewhere."""
EACH, TOGETHER = 0.55, 0.37
"""The same for each paragraph of a passage of several, and for all its pairs taken together."""
SURE_ALONE, SURE = 80, 60
"""Pairs from which on these hold; of a paragraph with fewer, less is asked in proportion, as chance plays a part."""
LONGEST = 8
"""How many paragraphs are taken together at the most, and"""
PART = 4
"""no more than this part of the document: what it is compared with must outweigh it."""


_HAN = re.compile("[\u4e00-\u9fff]{2,}")
"""Chinese characters in succession."""


class Run(NamedTuple):
    """Indexes of the first and last paragraph of a run on another subject.

    One that is not `sure` follows a sentence that is left open, and counts only where the sentence goes on after it.
    """

    first: int
    last: int
    sure: bool = True


def strangers(paragraphs: Sequence[Paragraph], copied: frozenset[int]) -> list[Run]:
    """The runs of paragraphs on another subject, in text order.

    A run is judged by the share of its pairs of characters that occur in the rest of the document, measured by what is
    usual for the document's own paragraphs. Paragraphs whose index is in `copied` do not count. The first paragraph sets
    the subject, and is never foreign.
    """
    judged = [p for p in paragraphs if len(p.words) >= SHORTEST and p.index not in copied and p.runs]
    if len(judged) < FEWEST:
        return []
    pairs = [_pairs(paragraph.words) for paragraph in judged]
    counts = Counter(chain.from_iterable(pairs))
    once = {pair for pair, count in counts.items() if count == 1}
    usual = median(1 - len(found & once) / max(len(found), 1) for found in pairs)
    most = min(LONGEST, len(judged) // PART)
    suspects = _suspects(pairs, most, EACH * usual)
    opened = {after.index for before, after in pairwise(paragraphs) if before.runs and not before.ends}
    runs = []
    index = 1
    while index < len(judged):
        size = 0
        if suspects[index]:
            inside = judged[index].index in opened
            window = pairs[index : index + (_unbroken(judged, index, most) if inside else most)]
            sure = _size(window, counts, usual, sure=True)
            size = sure or (_size(window, counts, usual, sure=False) if inside else 0)
            if size:
                runs.append(Run(judged[index].index, judged[index + size - 1].index, bool(sure)))
        index += max(size, 1)
    return runs


def _unbroken(judged: Sequence[Paragraph], first: int, most: int) -> int:
    """How many paragraphs from `first` on follow each other directly: a fragment between them ends what was put in."""
    window = judged[first : first + most]
    breaks = (size for size, (left, right) in enumerate(pairwise(window), 1) if right.index > left.index + 1)
    return next(breaks, len(window))


def _pairs(words: str) -> set[str]:
    """The pairs of Chinese characters side by side in `words`."""
    return {pair for run in _HAN.findall(words) for pair in map(add, run, run[1:])}


def _suspects(pairs: Sequence[set[str]], most: int, limit: float) -> list[bool]:
    """Which paragraphs have little in common with what lies outside every passage that they may belong to."""
    after: set[str] = set()
    last: list[set[str]] = []
    for found in reversed(pairs):
        last.append(found - after)
        after |= found
    last.reverse()
    for gone in last[:most]:
        after -= gone
    before: set[str] = set()
    suspects = []
    for index, found in enumerate(pairs):
        if index >= most:
            before |= pairs[index - most]
        least = limit * len(found)
        shared = found & before
        suspects.append(len(shared) <= least and len(shared | (found & after)) <= least)
        if index + most < len(pairs):
            after -= last[index + most]
    return suspects


def _size(pairs: Sequence[set[str]], counts: Counter[str], usual: float, *, sure: bool) -> int:
    """How many paragraphs from the first on, the most there are, have hardly anything in common with the rest."""
    inside: Counter[str] = Counter()
    best = 0
    for size, found in enumerate(pairs, 1):
        inside.update(found)
        alone = size == 1 and sure
        part, enough = (ALONE, SURE_ALONE) if alone else (EACH, SURE)
        if (
            all(_share(each, counts, inside) <= part * usual * min(1.0, len(each) / enough) for each in pairs[:size])
            and _share(inside, counts, inside) <= (TOGETHER if sure else EACH) * usual
        ):
            best = size
    return best


def _share(pairs: Collection[str], counts: Counter[str], inside: Counter[str]) -> float:
    """The share of `pairs` that more paragraphs have than those counted in `inside`."""
    return sum(counts[pair] > inside[pair] for pair in pairs) / max(len(pairs), 1)
