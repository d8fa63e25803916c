"""Text of the left document in the right one: passages, and which share of each clause they are.

Runs of at least `SHORTEST` symbols that stand in both, levels and the region's name made equal, are passages (the
manner of passim and of text-reuse studies: n-gram seeds, extended). Set phrases that stand in documents of all kinds
are discounted. Responsibility statements are left out: they are compared body by body.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyparse.compare.differences import alike, inside
from policyparse.compare.folding import Folded, Folding
from policyparse.compare.formulae import ANY_LEVEL, set_phrases
from policyparse.compare.sides import Place, Side
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import Passage, Reuse

SHORTEST = 10
"""Symbols of the shortest passage; shorter runs stand in any two documents of one field."""
HEADING = 4
"""Symbols of the shortest heading that is a passage by itself."""
SEED = 6
"""Symbols by which a passage is found."""
STEP = SHORTEST - SEED + 1
"""Each passage holds a seed that begins at a multiple of this on the left, so only those are kept."""
TRIES = 16
"""Places on the left at which a seed is tried; one that stands in more of them is a commonplace."""
NOT_FIRST, NOT_LAST = frozenset("，。；：、）”’》〉】"), frozenset("，；：、（“‘《〈【")
"""Punctuation that no passage begins or ends with."""
END = "\n"
"""Between two stretches of the left text; no passage goes over it."""


@dataclass(frozen=True, slots=True)
class Reused:
    """What the right document took over: as a whole, and by clause (its index) the share of its own text.

    None stands for the text before the first clause.
    """

    whole: Reuse
    shares: Mapping[int | None, float]


def reuse(left: Side, right: Side, lexicon: Lexicon) -> Reused:
    """Find the passages. Time grows with the length of both texts."""
    source = _Source.of(left)
    formulae = set_phrases(lexicon)
    tally = _Tally(0, 0, 0, 0)
    shares: dict[int | None, float] = {}
    passages: list[Passage] = []
    folding = Folding(right)
    for index, places in _parts(right):
        own = _Tally(0, 0, 0, 0)
        for place in places:
            text = _Stretch(folding.place(place), formulae)
            runs = list(source.runs(text.text))
            own = own + text.tally(runs, source.text)
            passages += [_passage(run, text, source, (left, right), index) for run in runs]
        shares[index] = own.share
        tally = tally + own
    common = round(tally.common / tally.symbols, 4) if tally.symbols else 0.0
    return Reused(Reuse(share=tally.share, formulae=common, passages=tuple(passages)), shares)


def _parts(side: Side) -> Iterator[tuple[int | None, Sequence[Place]]]:
    """The text by clause, in text order; first what stands before the first clause."""
    yield None, [side.opening]
    for entry in side.entries:
        yield entry.index, entry.parts()


@dataclass(frozen=True, slots=True)
class _Run:
    """``right[start:start + length]`` is ``left[source:source + length]``."""

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class _Tally:
    """Letters and digits: all, those of set phrases, of set phrases that both have, and taken over beside those."""

    symbols: int
    formulaic: int
    common: int
    taken: int

    def __add__(self, other: _Tally) -> _Tally:
        return _Tally(
            self.symbols + other.symbols,
            self.formulaic + other.formulaic,
            self.common + other.common,
            self.taken + other.taken,
        )

    @property
    def share(self) -> float:
        """What was taken over of all but set phrases."""
        rest = self.symbols - self.formulaic
        return round(self.taken / rest, 4) if rest else 0.0


class _Stretch:
    """A stretch of the right text, and which of its symbols belong to set phrases."""

    def __init__(self, folded: Folded, formulae: re.Pattern[str]) -> None:
        self.folded = folded
        self.text = folded.text.translate(ANY_LEVEL)
        self.phrases = [match.span() for match in formulae.finditer(self.text)]
        self._formulaic = bytearray(len(self.text))
        for start, end in self.phrases:
            self._formulaic[start:end] = b"\1" * (end - start)

    def beside_formulae(self, run: _Run) -> int:
        """How many letters and digits of a run belong to no set phrase."""
        places = range(run.start, run.start + run.length)
        return sum(self.text[place].isalnum() and not self._formulaic[place] for place in places)

    def tally(self, runs: Sequence[_Run], source: str) -> _Tally:
        """Count."""
        phrases = [_count(self.text[start:end]) for start, end in self.phrases]
        both = [
            count for count, (start, end) in zip(phrases, self.phrases, strict=True) if self.text[start:end] in source
        ]
        return _Tally(_count(self.text), sum(phrases), sum(both), sum(map(self.beside_formulae, runs)))


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))


class _Source:
    """The left text as one string, with the place and clause of each of its stretches."""

    def __init__(self, parts: Sequence[tuple[Folded, int | None]]) -> None:
        self._parts = parts
        self._starts = []
        length = 0
        for folded, _ in parts:
            self._starts.append(length)
            length += len(folded.text) + 1
        self.text = END.join(folded.text.translate(ANY_LEVEL) for folded, _ in parts)
        self._seeds: dict[str, list[int]] = {}
        for position in range(0, len(self.text) - SEED + 1, STEP):
            places = self._seeds.setdefault(self.text[position : position + SEED], [])
            if len(places) < TRIES:
                places.append(position)

    @classmethod
    def of(cls, side: Side) -> _Source:
        """The text of a document."""
        folding = Folding(side)
        return cls([(folding.place(place), index) for index, places in _parts(side) for place in places])

    def runs(self, text: str) -> Iterator[_Run]:
        """The longest runs of `text` that stand here, one after the other; a heading where it stands here whole."""
        if len(text) < SHORTEST:
            if _count(text) >= HEADING and (place := self.text.find(text)) >= 0:
                yield _Run(0, place, len(text))
            return
        floor = position = 0
        while position + SEED <= len(text):
            run = self._longest(text, position, floor)
            if run is not None and run.length >= SHORTEST:
                yield run
                floor = position = run.start + run.length
            else:
                position += 1

    def _longest(self, text: str, position: int, floor: int) -> _Run | None:
        """The longest run that holds the seed at `position` and begins at `floor` or later."""
        best = None
        for place in self._seeds.get(text[position : position + SEED], ()):
            back = 0
            while back < min(position - floor, place) and text[position - back - 1] == self.text[place - back - 1]:
                back += 1
            length = SEED + alike(text, position + SEED, self.text, place + SEED)
            if best is None or back + length > best.length:
                best = _Run(position - back, place - back, back + length)
        return best

    def place(self, run: _Run) -> tuple[Place, int | None]:
        """Where a run stands on the left, and in which clause."""
        number = bisect_right(self._starts, run.source) - 1
        folded, clause = self._parts[number]
        start = run.source - self._starts[number]
        return folded.place(start, start + run.length, 0), clause


def _passage(run: _Run, text: _Stretch, source: _Source, sides: tuple[Side, Side], clause: int | None) -> Passage:
    left, right = sides
    shown = _trimmed(run, text.text, source.text)
    place, other = source.place(shown)
    here = text.folded.place(shown.start, shown.start + shown.length, 0)
    return Passage(
        left_span=left.mapped.span(*place),
        right_span=right.mapped.span(*here),
        left_clause=None if other is None else left.entries[other].clause.id,
        right_clause=None if clause is None else right.entries[clause].clause.id,
        text=right.text(here),
        formula=2 * text.beside_formulae(run) < _count(text.text[run.start : run.start + run.length]),
    )


def _trimmed(run: _Run, text: str, source: str) -> _Run:
    """Without the punctuation that belongs to what stands before and behind, and without parts of numbers."""
    start, end = run.start, run.start + run.length
    shift = run.source - run.start
    while start < end and (text[start] in NOT_FIRST or inside(text, start) or inside(source, start + shift)):
        start += 1
    while start < end and (text[end - 1] in NOT_LAST or inside(text, end) or inside(source, end + shift)):
        end -= 1
    return _Run(start, start + shift, end - start)
