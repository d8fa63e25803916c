"""Passages that do not belong to a document: put into a sentence, or on another subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from policyparse.check.breaks import Break
from policyparse.check.paragraphs import Paragraph

SHORTEST = 50
"""Paragraphs that are shorter say too little to be judged."""
FEWEST = 8
"""In a document of fewer paragraphs every one is on a subject of its own."""
ALONE = 0.3
"""Of what is usual for the paragraphs of a document to have in common with the others, the part that a foreign
paragraph has at most, where it stands alone: the share of its pairs of characters that occur elsewhere."""
EACH, TOGETHER = 0.5, 0.37
"""The same for each paragraph of a passage of several, and for all its pairs taken together."""
SURE_ALONE, SURE = 80, 60
"""Pairs from which on these hold; of a paragraph with fewer, less is asked in proportion, as chance plays a part."""
LONGEST = 8
"""How many paragraphs are taken together at the most, and"""
PART = 4
"""no more than this part of the document: what it is compared with must outweigh it."""


_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")
"""Two Chinese characters side by side."""


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

    A run is judged by the share of its pairs of characters that occur in the rest of the document, measured by what is
    usual for the document's own paragraphs. Paragraphs whose index is in `copied` do not count. The first paragraph sets
    the subject, and is never foreign.
    """
    judged = [p for p in paragraphs if len(p.words) >= SHORTEST and p.index not in copied and p.runs]
    if len(judged) < FEWEST:
        return
    pairs = [frozenset(_PAIR.findall(paragraph.words)) for paragraph in judged]
    counts: Counter[str] = Counter()
    for found in pairs:
        counts.update(found)
    usual = median(_in_common(found, counts, 1) for found in pairs)
    index = 1
    most = min(LONGEST, len(judged) // PART)
    suspects = _suspects(pairs, counts, most, usual)
    while index < len(judged):
        size = _size(pairs[index : index + most], counts, usual) if suspects[index] else 0
        if size:
            yield judged[index].index, judged[index + size - 1].index
        index += max(size, 1)


def _suspects(pairs: Sequence[frozenset[str]], counts: Counter[str], most: int, usual: float) -> list[bool]:
    """Which paragraphs have little in common with what lies outside every passage that they may belong to."""
    near: Counter[str] = Counter()
    for found in pairs[: most - 1]:
        near.update(found)
    suspects = []
    for index, found in enumerate(pairs):
        near.update(pairs[index + most - 1] if index + most <= len(pairs) else ())
        near.subtract(pairs[index - most] if index >= most else ())
        suspects.append(sum(counts[pair] > near[pair] for pair in found) <= EACH * usual * len(found))
    return suspects


def _size(pairs: Sequence[frozenset[str]], counts: Counter[str], usual: float) -> int:
    """How many paragraphs from the first on, the most there are, have hardly anything in common with the rest."""
    inside: Counter[str] = Counter()
    best = 0
    for size, found in enumerate(pairs, 1):
        inside.update(found)
        part, sure = (ALONE, SURE_ALONE) if size == 1 else (EACH, SURE)
        shares = [sum(counts[pair] > inside[pair] for pair in each) / max(len(each), 1) for each in pairs[:size]]
        if any(share > part * usual * min(1.0, len(each) / sure) for share, each in zip(shares, pairs, strict=False)):
            continue
        if sum(counts[pair] > inside[pair] for pair in inside) <= TOGETHER * usual * len(inside):
            best = size
    return best


def _in_common(pairs: frozenset[str], counts: Counter[str], least: int) -> float:
    """The share of `pairs` that more than `least` paragraphs have."""
    return sum(counts[pair] > least for pair in pairs) / max(len(pairs), 1)


def passages(
    paragraphs: Sequence[Paragraph], strange: Sequence[tuple[int, int]], broken: Sequence[Break]
) -> Iterator[Passage]:
    """The foreign passages: what stands inside a broken sentence, and what else is on another subject."""
    inside = [(b.paragraph.index + 1, b.continuation.index - 1) for b in broken if b.continuation and b.interrupted]
    free = [run for run in strange if not any(first <= run[0] <= last for first, last in inside)]
    for first, last in sorted((*inside, *free)):
        place = paragraphs[first].start, paragraphs[last].end
        yield Passage(*place, first, last, (first, last) in inside)
