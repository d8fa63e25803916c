"""A repair as a page: what was done and why, and the source text with each step at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.model.repair import Repair, Step
from policyparse.report.html.marks import Mark, MarkedText
from policyparse.report.html.page import counted, render
from policyparse.report.places import Places
from policyparse.report.repairs import KINDS
from policyparse.report.wording import Language, pick

LONGEST = 160


@dataclass(frozen=True, slots=True)
class Row:
    """A step as a row."""

    key: str
    kind: str
    word: str
    place: str
    quote: str
    becomes: str
    reason: str
    rule: str
    safe: bool
    done: bool


def repair_page(repair: Repair, source: str, language: Language = "zh") -> str:
    """A self-contained page (HTML, to be written as UTF-8) of a repair of the text `source`, in Chinese or English.

    Raises `MissingExtra` where jinja2 is not installed.
    """
    places = Places(source)
    steps = [*((step, True) for step in repair.steps), *((step, False) for step in repair.left)]
    rows = [_row(f"s{number}", step, places, done, language) for number, (step, done) in enumerate(steps, 1)]
    marks = [mark for number, (step, done) in enumerate(steps, 1) for mark in _marks(number, step, done, language)]
    return render(
        "repair.html.j2", language, repair=repair, rows=rows,
        name=repair.source_name or pick(("文件", "document"), language),
        kinds=counted(Counter(row.kind for row in rows), KINDS, language),
        taken=counted(Counter(step.kind for step in repair.steps), KINDS, language),
        segments=MarkedText(source, marks).segments(0, len(source)),
    )  # fmt: skip


def _row(key: str, step: Step, places: Places, done: bool, language: Language) -> Row:
    words = " ".join(step.span.of(places.text).split())
    return Row(
        key, step.kind, pick(KINDS[step.kind], language), places.of(step.span),
        words if len(words) <= LONGEST else f"{words[:LONGEST]}…", step.text or "",
        pick((step.reason.zh, step.reason.en), language), step.answers.code, step.safe, done,
    )  # fmt: skip


def _marks(number: int, step: Step, done: bool, language: Language) -> Iterator[Mark]:
    tip = pick((step.reason.zh, step.reason.en), language)
    style = f"step {step.kind}" if done else "step left"
    start, end = step.span.start, max(step.span.end, step.span.start + 1)
    yield Mark(start, end, style, f"at-s{number}", f"#s{number}" if end - start <= LONGEST else "", tip)
