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

PAIRS = re.compile("(?=([\u4e00-\u9fff]{2}))")
SHORTEST = 50
"""Paragraphs that are shorter say too little to be judged."""
SURE = 60
"""Pairs of characters from which on the share is taken as it is."""
FEWEST = 8
"""In a document of fewer paragraphs every one is on a subject of its own."""
STRANGE = 0.18
"""Share of pairs of characters that a foreign passage has in common with the document, at most, however varied it is."""
SUSPECT = 0.75
"""A paragraph that has more than this part of the usual share in common with all others does not begin such a run."""
LOOSE = 1.6
"""In a sample of the pairs a foreign passage may have so many times the limit in common before it is looked at closely."""
HOPELESS = 3
"""A run goes on over a paragraph that has up to so many times the limit in common with the rest: with the run itself."""
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
    by what occurs outside the run. Paragraphs whose index is in `copied` do not count. A third of the pairs shows which
    paragraphs are worth a closer look, and what is usual for the document.
    """
    judged = [p for p in paragraphs if len(p.words) >= SHORTEST and p.index not in copied and p.runs]
    if len(judged) < FEWEST:
        return
    pairs = [frozenset(_sampled().findall(paragraph.words)) for paragraph in judged]
    counts: Counter[str] = Counter()
    for found in pairs:
        counts.update(found)
    once = frozenset(pair for pair, count in counts.items() if count == 1)
    shares = [1 - len(found & once) / max(len(found), 1) for found in pairs]
    usual = median(shares)
    limit = min(STRANGE, APART * usual)
    index = 0
    while index < len(judged):
        suspect = shares[index] < SUSPECT * usual and _is_suspect(pairs, counts, index, LOOSE * limit)
        run = _run(judged, index, limit) if suspect else 0
        if run:
            yield judged[index].index, judged[index + run - 1].index
        index += max(run, 1)


def _is_suspect(pairs: Sequence[frozenset[str]], counts: Counter[str], index: int, limit: float) -> bool:
    """Whether the first paragraph of the longest run from `index` on has little in common with the rest, by a sample."""
    inside: Counter[str] = Counter()
    for found in pairs[index : index + LONGEST]:
        inside.update(found)
    return sum(counts[pair] > inside[pair] for pair in pairs[index]) <= limit * len(pairs[index])


@lru_cache(maxsize=1)
def _sampled() -> re.Pattern[str]:
    """Pairs of Chinese characters of which the first is of a fixed third of all."""
    first = "".join(f"{chr(code)}-{chr(code + 7)}" for code in range(0x4E00, 0x9FF0, 24))
    return re.compile(f"(?=([{first}][\u4e00-\u9fff]))")


def _run(judged: Sequence[Paragraph], index: int, limit: float) -> int:
    """How many paragraphs from `index` on, the most there are, have each hardly anything in common with the rest."""
    best = 0
    if _share(judged[index].words, _without(judged, index, LONGEST)) > limit:
        return 0
    for size in range(1, min(LONGEST, len(judged) - index) + 1):
        rest = _without(judged, index, size)
        if _share(judged[index + size - 1].words, rest) > HOPELESS * limit:
            break
        if all(_share(paragraph.words, rest) <= limit for paragraph in judged[index : index + size]):
            best = size
    return best


def _without(judged: Sequence[Paragraph], index: int, size: int) -> str:
    """The words of all paragraphs but `size` of them from `index` on."""
    return "\n".join(paragraph.words for paragraph in (*judged[:index], *judged[index + size :]))


def _share(words: str, rest: str) -> float:
    """The share of the pairs of characters of `words` that stand in `rest`.

    Short paragraphs must have less in common: what they share is a matter of chance.
    """
    pairs = set(PAIRS.findall(words))
    return sum(pair in rest for pair in pairs) / max(min(len(pairs), SURE) * len(pairs) / SURE, 1)


def passages(
    paragraphs: Sequence[Paragraph], strange: Sequence[tuple[int, int]], broken: Sequence[Break]
) -> Iterator[Passage]:
    """The foreign passages: what stands inside a broken sentence, and what else is on another subject."""
    inside = [(b.paragraph.index + 1, b.continuation.index - 1) for b in broken if b.continuation and b.interrupted]
    free = [run for run in strange if not any(first <= run[0] <= last for first, last in inside)]
    for first, last in sorted((*inside, *free)):
        place = paragraphs[first].start, paragraphs[last].end
        yield Passage(*place, first, last, (first, last) in inside)
