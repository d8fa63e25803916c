"""Paragraphs that have hardly anything in common with the rest of their document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

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
FIRST, LAST = 0x4E00, 0x9FFF
"""The code points of Chinese characters."""


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
    pairs = _Pairs.of(judged)
    usual = pairs.usual()
    most = min(LONGEST, len(judged) // PART)
    opened = {after.index for before, after in pairwise(paragraphs) if before.runs and not before.ends}
    runs: list[Run] = []
    done = 1
    suspects = pairs.suspects(most, EACH * usual)
    passages = _Passages.at(suspects, most, pairs)
    for index in suspects:
        if index < done:
            continue
        inside = judged[index].index in opened
        found = passages.beginning(index, _unbroken(judged, index, most) if inside else most)
        sure = _size(found, usual, sure=True)
        size = sure or (_size(found, usual, sure=False) if inside else 0)
        if size:
            runs.append(Run(judged[index].index, judged[index + size - 1].index, bool(sure)))
            done = index + size
    return runs


def _unbroken(judged: Sequence[Paragraph], first: int, most: int) -> int:
    """How many paragraphs from `first` on follow each other directly: a fragment between them ends what was put in."""
    window = judged[first : first + most]
    breaks = (size for size, (left, right) in enumerate(pairwise(window), 1) if right.index > left.index + 1)
    return next(breaks, len(window))


class _Passage(NamedTuple):
    """Paragraphs in succession: how many pairs each has, what share of them occurs outside, and that of all together."""

    sizes: Any
    shares: Any
    together: float


def _size(passages: Iterable[_Passage], usual: float, *, sure: bool) -> int:
    """How many paragraphs the longest of `passages` has that has hardly anything in common with the rest."""
    best = 0
    for size, passage in enumerate(passages, 1):
        part, enough = (ALONE, SURE_ALONE) if size == 1 and sure else (EACH, SURE)
        limits = part * usual * (passage.sizes / enough).clip(max=1.0)
        if (passage.shares <= limits).all() and passage.together <= (TOGETHER if sure else EACH) * usual:
            best = size
    return best


# ---- pairs of characters -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs of Chinese characters side by side in each of `count` paragraphs, each pair of a paragraph once.

    Arrays of whole numbers, an entry for each pair of each paragraph: the paragraph; the first and the last one that has
    the pair; and the last one before this that has it, or -1.
    """

    count: int
    paragraph: Any
    first: Any
    last: Any
    before: Any

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> _Pairs:
        """The pairs of `paragraphs`: sorted by pair, then paragraph, what belongs to a pair stands together."""
        import numpy as np

        words = "\n".join([paragraph.words for paragraph in paragraphs])
        codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
        han = (codes >= FIRST) & (codes <= LAST)
        keys = (codes[:-1] << 16 | codes[1:]) << 32 | np.cumsum(codes == ord("\n"))[:-1]
        keys = keys[han[:-1] & han[1:]]
        keys.sort()
        keys = keys[np.diff(keys, prepend=-1) != 0]
        paragraph, pair = keys.astype(np.uint32).astype(np.int32), keys >> 32
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        sizes = np.diff(starts, append=len(pair))
        before = np.concatenate(([-1], paragraph[:-1]), dtype=np.int32)
        before[starts] = -1
        first, last = np.repeat(paragraph[starts], sizes), np.repeat(paragraph[starts + sizes - 1], sizes)
        return cls(len(paragraphs), paragraph, first, last, before)

    def usual(self) -> float:
        """The share of its pairs that a paragraph has in common with others: the median of all."""
        import numpy as np

        alone = self._counted(self.first == self.last)
        return float(np.median(1 - alone / self._sizes().clip(min=1)))

    def suspects(self, most: int, limit: float) -> list[int]:
        """The paragraphs that have little in common with what lies outside every passage that they may belong to."""
        import numpy as np

        outside = self._counted((self.first <= self.paragraph - most) | (self.last >= self.paragraph + most))
        return [int(index) for index in np.flatnonzero(outside <= limit * self._sizes())]

    def _counted(self, chosen: Any) -> Any:
        """How many of the `chosen` entries each paragraph has."""
        import numpy as np

        return np.bincount(self.paragraph[chosen], minlength=self.count)

    def _sizes(self) -> Any:
        """How many entries each paragraph has."""
        import numpy as np

        return np.bincount(self.paragraph, minlength=self.count)


@dataclass(frozen=True, slots=True)
class _Passages:
    """The pairs of the paragraphs in which a passage may lie, paragraph after paragraph.

    The entries of the one at `index` begin at ``edges[index]``.
    """

    edges: Any
    first: Any
    last: Any
    before: Any

    @classmethod
    def at(cls, suspects: Sequence[int], most: int, pairs: _Pairs) -> _Passages:
        """The passages of up to `most` paragraphs that begin with one of `suspects`."""
        import numpy as np

        inside = np.zeros(pairs.count, dtype=bool)
        for index in suspects:
            inside[index : index + most] = True
        chosen = np.flatnonzero(inside[pairs.paragraph])
        paragraph = pairs.paragraph[chosen]
        chosen = chosen[np.argsort(paragraph)]
        edges = np.concatenate(([0], np.cumsum(np.bincount(paragraph, minlength=pairs.count))))
        return cls(edges, pairs.first[chosen], pairs.last[chosen], pairs.before[chosen])

    def beginning(self, first: int, most: int) -> list[_Passage]:
        """The passages of one paragraph, of two, up to `most`, from `first` on."""
        return [self._passage(first, end) for end in range(first + 1, min(first + most, len(self.edges) - 1) + 1)]

    def _passage(self, first: int, end: int) -> _Passage:
        import numpy as np

        edges = self.edges[first : end + 1]
        inside = slice(edges[0], edges[-1])
        outside = (self.first[inside] < first) | (self.last[inside] >= end)
        new = self.before[inside] < first
        sizes = np.diff(edges)
        shared = np.diff(np.concatenate(([0], np.cumsum(outside)))[edges - edges[0]])
        together = (outside & new).sum() / max(new.sum(), 1)
        return _Passage(sizes, shared / sizes.clip(min=1), float(together))
