"""Parts of a document that it holds twice: where the copy is, where the original, and how like they are.

Each paragraph is looked up in the ones before it by half of its groups of three characters (those that begin with
a character of a fixed half of all), so that the work grows with the length of the text and not with its square. What
shares enough of them is aligned. Neighbouring copies whose originals are neighbours, too, are one copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress, repeat, takewhile
from typing import Literal

from policyparse.check.alignment import LOOSE_END, Alignment, Block, align, in_common
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
FAITHFUL = 0.95
"""Nor does it where so much is the same to the letter apart from what was left out as a whole."""
SPARE = 200
"""In paragraphs that are shorter every group counts; in longer ones those side by side are enough."""
SHARED = 3
"""Groups of characters that two paragraphs must share to be compared."""
SHARE = 0.12
"""The share of a paragraph's groups that a near copy has in common with its original, at the least."""
DENSE, DENSE_IN = 7, 12
"""So many shared groups among so many in succession show a copied part."""
BESIDE = 6
"""A copy takes in what goes on in a neighbouring paragraph from so many characters on."""
CANDIDATES = 3
"""How many paragraphs one is compared with, those that share most first."""
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
    found = (_copy(run) for run in _runs(_grown(list(_found(paragraphs)), paragraphs)))
    return tuple(copy for copy in found if copy.end - copy.start >= WHOLE)


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
        label = _label(self.original)
        return _label(self.copy) != label and not (
            label and self.copy.words.startswith(label, self.start - self.copy.start)
        )


def _label(paragraph: Paragraph) -> str:
    return paragraph.words[: paragraph.head - paragraph.start].strip()


def _found(paragraphs: Sequence[Paragraph]) -> Iterator[_Match]:
    same: dict[str, Paragraph] = {}
    holders: dict[str, int] = {}
    for paragraph in paragraphs:
        body = paragraph.body
        if len(body) < WHOLE or "|" in body or "\t" in body:
            continue
        if body in same:
            yield _match(paragraph, same[body], Alignment.whole(body))
            continue
        groups = _grams(overlapping=len(body) < SPARE).findall(body)
        held = list(map(holders.get, groups))
        yield from _repeated(paragraph, [paragraphs[index] for index in _candidates(held)])
        same[body] = paragraph
        new = compress(groups, [holder is None for holder in held])
        holders.update(zip(new, repeat(paragraph.index)))


def _candidates(held: list[int | None]) -> Iterator[int]:
    """The paragraphs that share enough groups with one: a share of all, or many close together.

    `held` tells for each of its groups the first paragraph that holds it, if there is one.
    """
    counts = Counter(held)
    often = [index for index, count in counts.items() if count >= SHARED and index is not None]
    for index in sorted(often, key=counts.__getitem__, reverse=True)[:CANDIDATES]:
        if counts[index] >= SHARE * len(held) or _is_dense(held, index, counts[index]):
            yield index


def _is_dense(held: list[int | None], index: int, count: int) -> bool:
    """Whether many groups close together are held by the paragraph at `index`, of the `count` that are."""
    if count < DENSE:
        return False
    places = [place for place, holder in enumerate(held) if holder == index]
    return any(last - first < DENSE_IN for first, last in zip(places, places[DENSE - 1 :], strict=False))


def _repeated(paragraph: Paragraph, candidates: Iterable[Paragraph]) -> Iterator[_Match]:
    """What `paragraph` repeats of `candidates`, the longest first; parts that overlap one that is longer are left out."""
    aligned = [(candidate, align(candidate.body, paragraph.body)) for candidate in candidates]
    found = [
        (candidate, part) for candidate, part in aligned if part is not None and _is_copy(candidate, paragraph, part)
    ]
    taken: list[Alignment] = []
    for candidate, part in sorted(found, key=lambda pair: pair[1].start - pair[1].end):
        if all(part.end <= other.start or other.end <= part.start for other in taken):
            taken.append(part)
            yield _match(paragraph, candidate, part)


def _is_copy(original: Paragraph, paragraph: Paragraph, part: Alignment) -> bool:
    size = part.end - part.start
    whole = size >= 0.8 * (len(paragraph.body) if part.exact else max(len(original.body), len(paragraph.body)))
    if size < (WHOLE if whole else PART):
        return False
    alike = part.similarity >= EDITED or (part.similarity >= LIKE and part.strange <= STRANGE)
    if not alike and part.kept < FAITHFUL:
        return False
    return part.exact or not _parallel(original.body[part.first : part.last], paragraph.body[part.start : part.end])


def _parallel(words: str, others: str) -> bool:
    """Whether two texts say the same of other numbers: yearly tasks, rows of a plan."""
    return words != others and _DIGITS.sub("0", words) == _DIGITS.sub("0", others)


def _match(copy: Paragraph, original: Paragraph, part: Alignment) -> _Match:
    """The alignment of two bodies in places of the clean text; a copy from the very beginning includes the number."""
    blocks = tuple(Block(copy.head + b.copied, original.head + b.first, b.length) for b in part.blocks)
    part = _trimmed(part, copy.body)
    start = _start(copy, original, part)
    label = _label(original)
    if part.first == 0 and label and copy.words.startswith(label, start - copy.start):
        blocks = (Block(start, original.start, len(label)), *blocks)
    return _Match(
        copy,
        original,
        start,
        copy.head + part.end,
        original.start if part.first == 0 else original.head + part.first,
        original.head + part.last,
        part.exact,
        part.similarity,
        blocks,
    )


def _trimmed(part: Alignment, body: str) -> Alignment:
    """The part without the marks that it begins with, where it begins inside a paragraph."""
    words = body[part.start : part.end]
    marks = len(words) - len(words.lstrip("，。；、：")) if part.start else 0
    if not 0 < marks < part.blocks[0].length:
        return part
    copied, first, length = part.blocks[0]
    blocks = (Block(copied + marks, first + marks, length - marks), *part.blocks[1:])
    return replace(part, start=part.start + marks, first=part.first + marks, blocks=blocks)


def _start(copy: Paragraph, original: Paragraph, part: Alignment) -> int:
    """Where the copy begins: with its number, where the original begins with one."""
    if part.first == 0:
        label = _label(original)
        if part.start == 0:
            return copy.start
        if label and copy.body[: part.start].endswith(label):
            return copy.head + part.start - len(label)
    return copy.head + part.start


@lru_cache(maxsize=2)
def _grams(*, overlapping: bool) -> re.Pattern[str]:
    """Groups of three characters of which the first is of half of all Chinese characters; all, or those side by side."""
    first = "".join(f"{chr(code)}-{chr(code + 11)}" for code in range(0x4E00, 0x9FF0, 24))
    group = f"[{first}][^，。、；：\n]{{2}}"
    return re.compile(f"(?=({group}))" if overlapping else group)


# ---- runs of paragraphs -------------------------------------------------------------------------------------------


def _grown(matches: list[_Match], paragraphs: Sequence[Paragraph]) -> list[_Match]:
    """The matches, with what stands beside them and is repeated, too: parts of neighbours, headings, short entries."""
    taken = {match.copy.index for match in matches}
    grown = list(matches)
    for match in matches:
        for step in (-1, 1):
            piece = _beside(match, step, paragraphs)
            if piece is not None and (piece.copy is match.copy or piece.copy.index not in taken):
                grown.append(piece)
            if piece is None and (match.end == match.copy.end if step > 0 else match.start == match.copy.start):
                grown += _entries(match, step, paragraphs, taken)
    return sorted(grown, key=lambda match: match.start)


def _entries(match: _Match, step: int, paragraphs: Sequence[Paragraph], taken: set[int]) -> Iterator[_Match]:
    """The paragraphs before (step -1) or after (step 1) a match that are those beside the original."""
    index, origin = match.copy.index + step, match.original.index + step
    while 0 <= origin < match.copy.index and index < len(paragraphs) and index not in taken:
        copy, original = paragraphs[index], paragraphs[origin]
        if copy.words == original.words:
            part = Alignment.whole(copy.body)
        elif match.exact or not _is_noisy_entry(original, copy):
            return
        else:
            part = Alignment.of_all(original.body, copy.body)
        taken.add(index)
        yield _match(copy, original, part)
        index, origin = index + step, origin + step


def _is_noisy_entry(original: Paragraph, copy: Paragraph) -> bool:
    """Whether a short paragraph beside a noisy copy is the one beside the original, as a scan would read it."""
    size = max(len(copy.body), len(original.body))
    return 0 < size < WHOLE and in_common(copy.body, original.body) >= LIKE * size


def _beside(match: _Match, step: int, paragraphs: Sequence[Paragraph]) -> _Match | None:
    """What goes on to be the same beyond a match where only one side stands at the end of its paragraph."""
    copied, first = (match.start, match.first) if step < 0 else (match.end, match.last)
    copy, copied, turned = _onward(match.copy, copied, step, paragraphs)
    original, first, origin_turned = _onward(match.original, first, step, paragraphs)
    if turned == origin_turned or original.index >= copy.index:
        return None
    here, there = _words(copy, copied, step), _words(original, first, step)
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    if size < min(BESIDE, len(here), len(there)) or not size:
        return None
    if step < 0:
        copied, first = copied - size, first - size
    blocks = (Block(copied, first, size),)
    return _Match(copy, original, copied, copied + size, first, first + size, True, 1.0, blocks)


def _onward(
    paragraph: Paragraph, place: int, step: int, paragraphs: Sequence[Paragraph]
) -> tuple[Paragraph, int, bool]:
    """The place itself, or the beginning or end of the next paragraph where this one is at its end."""
    index = paragraph.index + step
    at_end = place == (paragraph.end if step > 0 else paragraph.start)
    if not at_end or not 0 <= index < len(paragraphs):
        return paragraph, place, False
    other = paragraphs[index]
    return other, other.start if step > 0 else other.end, True


def _words(paragraph: Paragraph, place: int, step: int) -> str:
    """The words after `place`, or those before it, backwards."""
    offset = place - paragraph.start
    return paragraph.words[offset:] if step > 0 else paragraph.words[:offset][::-1]


def _runs(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """Matches that follow each other in the copy as in the original; near paragraphs apart from exact ones."""
    run: list[_Match] = []
    for match in matches:
        if run and not (_follows(run[-1], match) and _is_alike(run[-1], match)):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _is_alike(match: _Match, after: _Match) -> bool:
    """Whether two neighbours are told together: both exact or both near, of one paragraph, or one a short entry."""
    short = min(match.end - match.start, after.end - after.start) < WHOLE
    return match.exact == after.exact or match.copy is after.copy or short


def _follows(match: _Match, after: _Match) -> bool:
    """Whether nothing but the end of a paragraph, a number and a few lost characters stand between two matches."""
    return _touches(match.copy, match.end, after.copy, after.start) and _touches(
        match.original, match.last, after.original, after.first
    )


def _touches(paragraph: Paragraph, end: int, after: Paragraph, start: int) -> bool:
    if after.index == paragraph.index:
        return 0 <= start - end <= LOOSE_END
    return after.index == paragraph.index + 1 and paragraph.end - end <= LOOSE_END >= start - after.head


def _copy(run: list[_Match]) -> Copy:
    kind: Kind = "exact"
    labels = tuple((match.copy.start, match.original.start) for match in run if match.renumbered)
    if not all(match.exact for match in run):
        kind = "near"
    elif labels:
        kind = "renumbered"
    size = sum(match.end - match.start for match in run)
    similarity = sum(match.similarity * (match.end - match.start) for match in run) / max(size, 1)
    blocks = tuple(block for match in run for block in match.blocks)
    return Copy(run[0].start, run[-1].end, run[0].first, run[-1].last, kind, similarity, blocks, labels)
