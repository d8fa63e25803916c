"""The means of ruining a text: copies of stretches of clean sources that know where each letter went, and defects."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gold import Row, read_rows, read_text

BREAK = "\n\n"
HAN = re.compile(r"[\u4e00-\u9fff]")
LABEL = re.compile(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]是")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A clean document with its paragraphs' spans and its gold."""

    name: str
    text: str
    paragraphs: list[Span]
    targets: list[Row]
    clauses: list[Row]

    @classmethod
    def load(cls, name: str) -> Source:
        """Read the document NAME of the corpus; paragraphs are its lines that are not empty."""
        text = read_text(name).rstrip("\n")
        spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
        return cls(name, text, spans, read_rows(name, "targets"), read_rows(name, "clauses"))

    def starting(self, head: str, nth: int = 0) -> int:
        """The number of the nth paragraph that starts with `head`."""
        found = [i for i, (start, _) in enumerate(self.paragraphs) if self.text.startswith(head, start)]
        return found[nth]

    def paragraph(self, head: str, nth: int = 0) -> Span:
        """The span of the nth paragraph that starts with `head`."""
        return self.paragraphs[self.starting(head, nth)]

    def guarded(self) -> list[Span]:
        """Spans that no damage may touch: figures, and labels with their titles."""
        heads = [(row["start"], row["start"] + len(row["label"] + (row["title"] or "")) + 1) for row in self.clauses]
        return [(row["start"], row["end"]) for row in self.targets] + heads


@dataclass(frozen=True, slots=True)
class Change:
    """How a copy differs from its source: another number, letters lost, words said twice (offsets), its ending."""

    label: str | None = None
    lost: frozenset[int] = frozenset()
    stuttered: frozenset[int] = frozenset()
    after: str = BREAK


@dataclass(slots=True)
class Passage:
    """One copied stretch of a source: where each of its letters went, and the number it bears instead of its own."""

    source: Source
    kept: bool
    start: int
    label: str | None = None
    end: int = 0
    places: dict[int, int] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Where it stands in the ruined text."""
        return self.start, self.end

    def path(self, path: str) -> str:
        """The clause path as it reads with the new number."""
        return path if self.label is None else re.sub(r"^\([^)]+\)", f"({self.label[1:-1]})", path)


class Ruin:
    """The damaged text as it grows, with its passages and defects."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.text = ""
        self.passages: list[Passage] = []
        self.defects: list[Row] = []

    def copy(self, source: Source, span: Span, change: Change | None = None, *, kept: bool = False) -> Passage:
        """Copy a stretch of a source. `kept` says that this copy belongs to the clean text."""
        change = change or Change()
        passage = Passage(source, kept, len(self.text), change.label)
        at, end = span
        if change.label and (own := LABEL.match(source.text, at)):
            passage.places[at] = len(self.text)
            self.text += change.label
            at = own.end()
        for offset in range(at, end):
            if offset in change.lost:
                continue
            passage.places[offset] = len(self.text)
            self.text += source.text[offset]
            if offset - 1 in change.stuttered:
                word, first = source.text[offset - 1 : offset + 1], passage.places[offset - 1]
                self.text += word
                self.flag("stutter", (first, first + 4), (first, first + 2), should_be=word)
        passage.end = len(self.text)
        self.passages.append(passage)
        self.text += change.after
        return passage

    def flag(self, kind: str, span: Span, of: Span | None = None, **words: str) -> None:
        """Note a defect and the place of its original or continuation. words: should_be, note."""
        row: Row = {"kind": kind, "start": span[0], "end": span[1], "quote_head": self.text[span[0] : span[1]][:30]}
        row["of"] = {"start": of[0], "end": of[1]} if of else None
        row["should_be"] = words.get("should_be")
        if "note" in words:
            row["note"] = words["note"]
        self.defects.append(row)

    def flag_label(self, kind: str, passage: Passage, like: Passage, note: str) -> None:
        """Note a defect of the number that opens a passage, against the number that opens another."""
        spans = [(one.start, match.end()) for one in (passage, like) if (match := LABEL.match(self.text, one.start))]
        self.flag(kind, spans[0], spans[1], note=note)

    def cut(self, source: Source, span: Span, spared: Iterable[int] = ()) -> int:
        """A place in mid-sentence, in the middle third of the span, away from figures, titles and `spared` offsets."""
        third = (span[1] - span[0]) // 3
        guarded = [*source.guarded(), *((at, at + 2) for at in spared)]
        return self.dice.choice(
            [
                at
                for at in range(span[0] + third, span[1] - third)
                if all(HAN.match(letter) for letter in source.text[at - 5 : at + 5]) and outside(at, guarded, 1)
            ]
        )

    def letters(self, source: Source, span: Span, count: int) -> frozenset[int]:
        """Offsets of letters to lose, away from figures and titles."""
        guarded = source.guarded()
        choices = [at for at in range(*span) if HAN.match(source.text[at]) and outside(at, guarded, 1)]
        return frozenset(self.dice.sample(choices, count))

    def stutters(self, source: Source, spans: Sequence[Span], count: int) -> frozenset[int]:
        """Starts of two-letter words to be said twice: pairs of letters that the text uses four times and more."""
        pairs = Counter(a + b for a, b in pairwise(source.text) if HAN.match(a) and HAN.match(b) and a != b)
        guarded = source.guarded()
        choices = [
            at
            for start, end in spans
            for at in range(start + 1, end - 3)
            if pairs[source.text[at : at + 2]] >= 4 and outside(at, guarded, 3)
        ]
        picked: list[int] = []
        for at in self.dice.sample(choices, len(choices)):
            if len(picked) < count and all(abs(at - other) > 40 for other in picked):
                picked.append(at)
        return frozenset(picked)


def outside(at: int, spans: Iterable[Span], margin: int) -> bool:
    """Whether an offset stands at least `margin` away from every span."""
    return not any(low - margin < at < high + margin for low, high in spans)
