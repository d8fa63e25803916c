"""Where a sentence goes on that a paragraph leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.check.paragraphs import Paragraph
from policyparse.check.strangers import Run

REACH = 60
"""How many paragraphs an interruption may be long, where the numbers show it."""
NEAR = 5
"""How many, where nothing but the words shows it."""
CHANCE = 0.1
"""So often two characters may be expected to meet by chance that meet once; twice, four times as often."""
OPENING = "（(〔【《“"
"""What begins with these beneath a short line is a subtitle: （2024—2026年）."""


class Join(NamedTuple):
    """The paragraph that goes on with a sentence; `put_in`: what stands between the halves does not belong there."""

    after: Paragraph
    put_in: bool


@dataclass(frozen=True, slots=True)
class Joins:
    """The paragraphs of `text`, and the runs of them that may not belong to it."""

    paragraphs: Sequence[Paragraph]
    text: str
    strange: Sequence[Run]

    def continuation(self, paragraph: Paragraph) -> Join | None:
        """The paragraph that goes on with the sentence which `paragraph` leaves open."""
        index = self._beyond_strangers(paragraph)
        after = self.paragraphs[index : index + REACH]
        if after and _may_go_on(after[0]):
            strange = index > paragraph.index + 1
            fitting = None if strange or self._touch(paragraph, after[0]) else self._fitting(paragraph, after)
            return fitting or Join(after[0], strange)
        return next(self._beyond_numbers(paragraph, after), None) or self._fitting(paragraph, after)

    def completes(self, paragraph: Paragraph, after: Paragraph) -> bool:
        """Whether `after`, which follows it, surely goes on with what a short `paragraph` begins."""
        if not _may_go_on(after) or after.words[0] in OPENING:
            return False
        if paragraph.is_heading:
            return paragraph.words[-2:] + after.words[:2] in self.text
        return "。" in paragraph.words or self._fit(paragraph, after)

    def is_sure(self, paragraph: Paragraph, after: Paragraph) -> bool:
        """Whether more than the numbers shows that `after` goes on with `paragraph`."""
        between = paragraph.index + 1, after.index - 1
        put_in = any(run.sure and (run.first, run.last) == between for run in self.strange)
        return put_in or between[0] > between[1] or self._touch(paragraph, after)

    def _beyond_strangers(self, paragraph: Paragraph) -> int:
        """The index of the next paragraph, or of the one after those that do not belong here."""
        index = paragraph.index + 1
        for run in self.strange:
            if run.first != index:
                continue
            follower = self.paragraphs[run.last + 1] if run.last + 1 < len(self.paragraphs) else None
            goes_on = follower is not None and _may_go_on(follower) and self._touch(paragraph, follower)
            if run.sure or (goes_on and not self._touch(paragraph, self.paragraphs[index])):
                index = run.last + 1
        return index

    def _touch(self, paragraph: Paragraph, after: Paragraph) -> bool:
        """Whether the two characters that meet where the paragraphs are joined stand together elsewhere, by no chance."""
        last, first = paragraph.words[-1], after.words[0]
        together = self.text.count(last + first)
        by_chance = self.text.count(last) * self.text.count(first) / len(self.text)
        return by_chance <= CHANCE * together**2

    def _fit(self, paragraph: Paragraph, after: Paragraph) -> bool:
        """Whether three characters that meet there stand together elsewhere."""
        last, first = paragraph.words[-2:], after.words[:2]
        return last + first[0] in self.text or last[-1] + first in self.text

    def _fitting(self, paragraph: Paragraph, after: Sequence[Paragraph]) -> Join | None:
        """A paragraph not far below to which the words lead, and no number: it stands in the wrong place."""
        near = (p for p in after[1:NEAR] if _may_go_on(p) and self._fit(paragraph, p) and self._touch(paragraph, p))
        return next((Join(found, False) for found in near), None)

    def _beyond_numbers(self, paragraph: Paragraph, after: Sequence[Paragraph]) -> Iterator[Join]:
        """Paragraphs without a number among numbered ones, after which the count falls back, or to which words lead.

        Where the numbers of what stands between are its own, and those of the document go on after it, it was put in.
        """
        clause = paragraph.clause
        if clause is None or clause.number is None:
            return
        own = last = highest = clause.number
        counted = False
        for here, follower in zip(after, (*after[1:], None), strict=False):
            if here.clause is not None:
                if here.clause.style == "heading":
                    return
                if here.clause.style == clause.style and here.clause.number is not None:
                    last, counted = here.clause.number, True
                    highest = max(highest, last)
            elif counted and _may_go_on(here):
                number = _number(follower, clause.style)
                put_in = number is not None and (number <= highest if last > own else number == own + 1)
                heads = follower is not None and follower.is_heading
                if put_in or self._fit(paragraph, here) or ((heads or last <= own) and self._touch(paragraph, here)):
                    yield Join(here, put_in)


def _may_go_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be the second half of one: it has no number, is no heading, and ends as text does."""
    return paragraph.clause is None and (paragraph.ends or paragraph.runs)


def _number(paragraph: Paragraph | None, style: str) -> int | None:
    clause = None if paragraph is None else paragraph.clause
    return None if clause is None or clause.style != style else clause.number
