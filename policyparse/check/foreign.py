"""Passages that do not belong to a document: put into a sentence, or on another subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.breaks import Break
from policyparse.check.paragraphs import Paragraph
from policyparse.check.strangers import Run


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


def passages(paragraphs: Sequence[Paragraph], strange: Sequence[Run], broken: Sequence[Break]) -> Iterator[Passage]:
    """The foreign passages: what stands inside a broken sentence, and what else is surely on another subject."""
    inside = [(b.paragraph.index + 1, b.continuation.index - 1) for b in broken if b.continuation and b.interrupted]
    free = [run[:2] for run in strange if run.sure and not any(first <= run.first <= last for first, last in inside)]
    for first, last in sorted((*inside, *free)):
        place = paragraphs[first].start, paragraphs[last].end
        yield Passage(*place, first, last, (first, last) in inside)
