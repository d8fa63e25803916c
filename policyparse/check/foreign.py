"""Passages that do not belong to a document: put into a sentence, or on another subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.breaks import Break
from policyparse.check.paragraphs import Paragraph

PAIRS = re.compile("(?=([\u4e00-\u9fff]{2}))")
SHORTEST = 50
"""Paragraphs that are shorter say too little to be judged."""
FEWEST = 8
"""In a document of fewer paragraphs every one is on a subject of its own."""
STRANGE = 0.16
"""Share of pairs of characters that a foreign passage has in common with the document, at most, however varied it is."""
LONGEST = 8
"""How many paragraphs are taken together at the most."""
APART = 0.33
"""And at most this part of what is usual for the paragraphs of the document."""


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
    by what occurs outside the run. Paragraphs whose index is in `copied` do not count.
    """
    judged = [p for p in paragraphs if len(p.words) >= SHORTEST and p.index not in copied and p.runs]
    if len(judged) < FEWEST:
        return
    pairs = [frozenset(PAIRS.findall(paragraph.words)) for paragraph in judged]
    counts: Counter[str] = Counter()
    for found in pairs:
        counts.update(found)
    shares = [sum(counts[pair] > 1 for pair in found) / max(len(found), 1) for found in pairs]
    usual = sorted(shares)[len(shares) // 2]
    limit = min(STRANGE, APART * usual)
    index = 0
    while index < len(judged):
        run = _run(pairs, counts, index, limit) if shares[index] < usual else 0
        if run:
            yield judged[index].index, judged[index + run - 1].index
        index += max(run, 1)


def _run(pairs: Sequence[frozenset[str]], counts: Counter[str], index: int, limit: float) -> int:
    """How many paragraphs from `index` on, the most there are, have each hardly anything in common with the rest."""
    inside: Counter[str] = Counter()
    best = 0
    for size, found in enumerate(pairs[index : index + LONGEST], 1):
        inside.update(found)
        run = pairs[index : index + size]
        if all(sum(counts[pair] > inside[pair] for pair in each) <= limit * len(each) for each in run):
            best = size
    return best


def passages(
    paragraphs: Sequence[Paragraph], strange: Sequence[tuple[int, int]], broken: Sequence[Break]
) -> Iterator[Passage]:
    """The foreign passages: what stands inside a broken sentence, and what else is on another subject."""
    inside = [(b.paragraph.index + 1, b.continuation.index - 1) for b in broken if b.continuation and b.interrupted]
    free = [run for run in strange if not any(first <= run[0] <= last for first, last in inside)]
    for first, last in sorted((*inside, *free)):
        place = paragraphs[first].start, paragraphs[last].end
        yield Passage(*place, first, last, (first, last) in inside)
