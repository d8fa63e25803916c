"""Paragraphs that stop in the middle of a sentence, and where the sentence goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.paragraphs import Paragraph

HABIT = 4
"""A document in which so many running paragraphs, and a quarter of all, end without a stop, writes so."""
REACH = 60
"""How many paragraphs an interruption may be long."""


@dataclass(frozen=True, slots=True)
class Break:
    """A paragraph that stops in mid-sentence, and the one that goes on with the sentence; None where it is lost."""

    paragraph: Paragraph
    continuation: Paragraph | None

    @property
    def interrupted(self) -> bool:
        """Whether other paragraphs stand between the two halves."""
        return self.continuation is not None and self.continuation.index > self.paragraph.index + 1


def breaks(paragraphs: Sequence[Paragraph], body: int) -> Iterator[Break]:
    """The broken paragraphs from `body` on, where the text of the document begins. Places are in the clean text."""
    running = [paragraph for paragraph in paragraphs if paragraph.start >= body and paragraph.runs]
    stopped = [paragraph for paragraph in running if not paragraph.ends]
    by_habit = len(stopped) >= HABIT and len(stopped) * 4 > len(running)
    for paragraph in stopped:
        if not by_habit or paragraph.words[-1] in "，、,":
            yield Break(paragraph, continuation(paragraph, paragraphs))


def continuation(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Where the sentence that `paragraph` leaves open goes on."""
    after = paragraphs[paragraph.index + 1 :]
    if not after:
        return None
    if _may_go_on(after[0]):
        return after[0]
    return next((found for found in _beyond(paragraph, after[:REACH])), None)


def _may_go_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be the second half of one: it has no number, is no heading, and is a sentence."""
    return paragraph.clause is None and paragraph.words[-1] in "。；）)”"


def _beyond(paragraph: Paragraph, after: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs without a number among numbered ones, after which the count goes on or falls back.

    What stands between was put in: its numbers go from that of the broken paragraph on, and after it they come again.
    """
    number = paragraph.clause.number if paragraph.clause else None
    style = paragraph.clause.style if paragraph.clause else None
    if number is None:
        return
    passed: list[int] = []
    for here, follower in zip(after, after[1:], strict=False):
        clause = here.clause
        if clause is not None and clause.number is not None and clause.style == style:
            passed.append(clause.number)
        if clause is not None and clause.style == "heading":
            return
        if not passed or not _may_go_on(here):
            continue
        next_clause = follower.clause
        if next_clause is None:
            continue
        if next_clause.style == "heading" or (next_clause.style == style and (next_clause.number or 0) <= max(passed)):
            yield here
