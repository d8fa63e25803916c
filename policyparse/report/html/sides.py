"""One document of a comparison: its clean text clause by clause, with what differs and what counts marked in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure
from policyparse.model.span import Span
from policyparse.report.html.marks import Mark, MarkedText, Piece, Segment, heading, pieces, sentences
from policyparse.report.wording import Language, amount, due, names

Spans = Sequence[Span]
EMPTY_LINES = re.compile(r"(?<=\n)\s*\n")


@dataclass(frozen=True, slots=True)
class Told:
    """What a comparison says of one side: differences of wording, passages, rows of targets."""

    changes: Spans
    passages: Spans
    rows: Mapping[str, str]
    """The row of the indicator table that speaks of a figure."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """The clauses that items within their sentences are shown with."""


@dataclass(frozen=True, slots=True)
class Value:
    """A target in a table of indicators."""

    text: str
    href: str
    due: str
    leads: str
    scope: str
    order: float
    """The value as a number, to sort by."""


class Side:
    """The text of one side as segments by clause."""

    def __init__(self, document: PolicyDocument, letter: str, told: Told, language: Language) -> None:
        self.document = document
        self.letter = letter
        self._mapped = document.mapped
        self._language = language
        text = self._mapped.text
        places = [(clause.id, *self._place(clause.span)) for clause in document.clauses]
        parts = pieces(places, len(text))
        heads = (heading(clause, text, start) for clause, (_, start, _) in zip(document.clauses, places, strict=True))
        marks = [*(mark for mark in heads if mark), *self._figures(told.rows), *self._duties(), *self._passages(told)]
        marks += self._changes(told)
        marks += _blanks(text, parts)
        marked = MarkedText(text, marks, chain.from_iterable((part.start, part.end) for part in parts))
        self._blocks: dict[str | None, list[Segment]] = defaultdict(list)
        self.ending: list[Segment] = []
        for number, part in enumerate(parts):
            last = part.clause is None and number > 0
            block = self.ending if last else self._blocks[told.homes.get(part.clause or "", part.clause)]
            block += (piece for piece in marked.segments(part.start, part.end) if "blank" not in piece.styles.split())

    def block(self, clause: str | None) -> list[Segment]:
        """The segments of a clause's own text; of what stands before the first clause where `clause` is None."""
        return self._blocks.get(clause, [])

    def key(self, name: str) -> str:
        """The anchor of a thing on this side."""
        return f"{self.letter}-{name}"

    def value(self, figure: Figure | None) -> Value | None:
        """A target of this side, with the anchor of its sentence."""
        if figure is None:
            return None
        leads = names(figure.parties, "lead") or names(figure.parties, "joint")
        shown, when = amount(figure, self._language), due(figure, self._language)
        return Value(shown, self.key(figure.id), when, leads, figure.scope or "", figure.value)

    def _place(self, span: Span) -> tuple[int, int]:
        """A place of the source in the clean text."""
        return self._mapped.clean_position(span.start), self._mapped.clean_position(span.end)

    def _seen(self, span: Span) -> tuple[int, int]:
        """The same, of one character at least."""
        start, end = self._place(span)
        start = min(start, max(0, len(self._mapped.text) - 1))
        return start, max(end, start + 1)

    def _figures(self, rows: Mapping[str, str]) -> Iterator[Mark]:
        for figure in chain(self.document.targets, self.document.figures):
            key, row = self.key(figure.id), rows.get(figure.id)
            tip = f"{figure.indicator or ''} {amount(figure, self._language)}".strip()
            yield Mark(*self._seen(figure.span), f"figure {figure.status}", key, f"#{row}" if row else "", tip)

        yield from sentences((self._seen(figure.sentence) for figure in self.document.targets), self.letter)

    def _duties(self) -> Iterator[Mark]:
        for duty in self.document.responsibilities:
            yield Mark(*self._seen(duty.span), "duty")

    def _passages(self, told: Told) -> Iterator[Mark]:
        for number, span in enumerate(told.passages, 1):
            yield Mark(*self._seen(span), "reused", self.key(f"p{number}"))

    def _changes(self, told: Told) -> Iterator[Mark]:
        for span in told.changes:
            start, end = self._place(span)
            yield Mark(start, end, "differs") if start < end else self._gap(start)

    def _gap(self, place: int) -> Mark:
        """Where words of the other side are left out: at the edge of the character before, or of the one after."""
        text = self._mapped.text
        if place > 0 and text[place - 1] != "\n":
            return Mark(place - 1, place, "gap")
        return Mark(place, min(place + 1, len(text)), "gap-before")


def _blanks(text: str, parts: Iterable[Piece]) -> Iterator[Mark]:
    """Empty lines, and the blanks around each clause: shown side by side they would only tear holes."""
    for found in EMPTY_LINES.finditer(text):
        yield Mark(*found.span(), "blank")
    for part in parts:
        own = text[part.start : part.end]
        yield Mark(part.start, part.end - len(own.lstrip()), "blank")
        yield Mark(part.start + len(own.rstrip()), part.end, "blank")
