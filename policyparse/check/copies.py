"""Parts of a document that it holds twice: where the copy is, where the original, and how like they are.

Each paragraph is looked up in the ones before it by a third of its groups of three characters (those that begin with
a character of a fixed third of all), so that the work grows with the length of the text and not with its square. What
shares enough of them is aligned. Neighbouring copies whose originals are neighbours, too, are one copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policyparse.check.alignment import Alignment, Block, align
from policyparse.check.paragraphs import Paragraph

Kind = Literal["exact", "renumbered", "near"]
WHOLE = 40
"""Shortest paragraph that counts as a copy of another one. Shorter ones are headings, signatures, entries."""
PART = 60
"""Shortest copied part of a paragraph. Formulae of the trade that recur rightly are shorter."""
LIKE = 0.6
"""Share of characters that a near copy has in common with its original: 30 % noise leaves 0.7."""
STRANGE = 0.12
"""Share of a copy that may be other wording. Parallel articles and yearly tasks differ in whole phrases."""
EDITED = 0.9
"""From this similarity on, other wording in one place does not matter."""
SHARED = 4
"""Groups of characters that two paragraphs must share to be compared."""
CANDIDATES = 3
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[一二三四五六七八九十百千万亿]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """``text[start:end]`` repeats ``text[first:last]``, which stands before it. Places are in the clean text.

    `blocks` are the places of what is the same, character for character: (in the copy, in the original, length).
    `labels` are the numbers that differ: (in the copy, in the original), as places of their paragraphs.
    """

    start: int
    end: int
    first: int
    last: int
    kind: Kind
    similarity: float
    blocks: tuple[Block, ...]
    labels: tuple[tuple[int, int], ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``text[start:end]`` of the copy stands in the original; None where it is not the same there."""
        for copied, first, length in self.blocks:
            if copied <= start and end <= copied + length:
                return first + start - copied, first + end - copied
        return None


def copies(paragraphs: Sequence[Paragraph]) -> tuple[Copy, ...]:
    """The copies among `paragraphs`, in text order."""
    return tuple(_copy(run) for run in _runs(_grown(list(_found(paragraphs)), paragraphs)))


# ---- paragraph by paragraph ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Match:
    """A part of the paragraph `copy` that repeats a part of the paragraph `original`; places in the clean text."""

    copy: Paragraph
    original: Paragraph
    start: int
    end: int
    first: int
    last: int
    exact: bool
    similarity: float
    blocks: tuple[Block, ...]

    @property
    def renumbered(self) -> bool:
        """Whether both begin with a number, and not with the same."""
        if self.start > self.copy.head or self.first > self.original.head:
            return False
        return _label(self.copy) != _label(self.original)


def _label(paragraph: Paragraph) -> str:
    return paragraph.words[: paragraph.head - paragraph.start].strip()


def _found(paragraphs: Sequence[Paragraph]) -> Iterator[_Match]:
    same: dict[str, Paragraph] = {}
    holders: dict[str, int] = {}
    grams = _grams()
    for paragraph in paragraphs:
        body = paragraph.body
        if len(body) < WHOLE or "|" in body or "\t" in body:
            continue
        if body in same:
            yield _match(paragraph, same[body], Alignment.whole(body))
            continue
        found = grams.findall(body)
        shared = Counter([holders[gram] for gram in found if gram in holders])
        yield from _repeated(paragraph, [paragraphs[index] for index, count in shared.most_common(CANDIDATES) if count >= SHARED])
        same[body] = paragraph
        for gram in found:
            holders.setdefault(gram, paragraph.index)


def _repeated(paragraph: Paragraph, candidates: Iterable[Paragraph]) -> Iterator[_Match]:
    """What `paragraph` repeats of `candidates`, the longest first; parts that overlap one that is longer are left out."""
    aligned = [(candidate, align(candidate.body, paragraph.body)) for candidate in candidates]
    found = [(candidate, part) for candidate, part in aligned if part is not None and _is_copy(candidate, paragraph, part)]
    taken: list[Alignment] = []
    for candidate, part in sorted(found, key=lambda pair: pair[1].start - pair[1].end):
        if all(part.end <= other.start or other.end <= part.start for other in taken):
            taken.append(part)
            yield _match(paragraph, candidate, part)


def _is_copy(original: Paragraph, paragraph: Paragraph, part: Alignment) -> bool:
    size = part.end - part.start
    whole = size >= 0.8 * max(len(original.body), len(paragraph.body))
    if size < (WHOLE if whole else PART) or part.similarity < LIKE:
        return False
    if part.similarity < EDITED and part.strange > STRANGE:
        return False
    return part.exact or not _parallel(original.body[part.first : part.last], paragraph.body[part.start : part.end])


def _parallel(words: str, others: str) -> bool:
    """Whether two texts say the same of other numbers: yearly tasks, rows of a plan."""
    return words != others and _DIGITS.sub("0", words) == _DIGITS.sub("0", others)


def _match(copy: Paragraph, original: Paragraph, part: Alignment) -> _Match:
    """The alignment of two bodies in places of the clean text; a copy from the very beginning includes the number."""
    blocks = tuple(Block(copy.head + b.copied, original.head + b.first, b.length) for b in part.blocks)
    at_head = part.start == part.first == 0
    return _Match(
        copy,
        original,
        copy.start if part.start == 0 else copy.head + part.start,
        copy.head + part.end,
        original.start if at_head else original.head + part.first,
        original.head + part.last,
        part.exact,
        part.similarity,
        blocks,
    )


@lru_cache(maxsize=1)
def _grams() -> re.Pattern[str]:
    """Three characters of which the first is a Chinese one whose code three divides."""
    first = "".join(map(chr, range(0x4E00, 0xA000, 3)))
    return re.compile(f"(?=([{first}][^，。、；：\n]{{2}}))")


# ---- runs of paragraphs -------------------------------------------------------------------------------------------


def _grown(matches: list[_Match], paragraphs: Sequence[Paragraph]) -> list[_Match]:
    """The matches, and the short paragraphs beside them (headings, entries) that are repeated with them."""
    taken = {match.copy.index for match in matches}
    grown = list(matches)
    for match in matches:
        for step in (-1, 1):
            if match.start > match.copy.start and step < 0 or match.end < match.copy.end and step > 0:
                continue
            index, origin = match.copy.index + step, match.original.index + step
            while 0 <= origin and index < len(paragraphs) and index not in taken and origin < match.copy.index:
                copy, original = paragraphs[index], paragraphs[origin]
                if copy.words != original.words:
                    break
                taken.add(index)
                grown.append(_match(copy, original, Alignment.whole(copy.body)))
                index, origin = index + step, origin + step
    return sorted(grown, key=lambda match: match.start)


def _runs(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """Matches that follow each other in the copy as in the original, near copies apart from exact ones."""
    run: list[_Match] = []
    for match in matches:
        if run and not (_follows(run[-1], match) and run[-1].exact == match.exact):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _follows(match: _Match, after: _Match) -> bool:
    """Whether nothing but the end of a paragraph and a number stands between two matches, on both sides."""
    return _touches(match.copy, match.end, after.copy, after.start) and _touches(
        match.original, match.last, after.original, after.first
    )


def _touches(paragraph: Paragraph, end: int, after: Paragraph, start: int) -> bool:
    if after.index == paragraph.index:
        return 0 <= start - end <= 2
    return after.index == paragraph.index + 1 and end == paragraph.end and start <= after.head


def _copy(run: list[_Match]) -> Copy:
    kind: Kind = "exact"
    labels = tuple((match.copy.start, match.original.start) for match in run if match.renumbered)
    if not run[0].exact:
        kind = "near"
    elif labels:
        kind = "renumbered"
    size = sum(match.end - match.start for match in run)
    similarity = sum(match.similarity * (match.end - match.start) for match in run) / max(size, 1)
    blocks = tuple(block for match in run for block in match.blocks)
    return Copy(run[0].start, run[-1].end, run[0].first, run[-1].last, kind, similarity, blocks, labels)
