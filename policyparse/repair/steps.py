"""One step from one finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from policyparse.model.finding import Finding, Message
from policyparse.model.repair import Answered, Step, StepKind
from policyparse.model.span import Span


class Details(TypedDict, total=False):
    """What some steps have and others have not, as in `Step`."""

    text: str
    to: int
    safe: bool
    confidence: float


def step_for(finding: Finding, kind: StepKind, span: Span, reason: tuple[str, str], **more: Unpack[Details]) -> Step:
    """A step of one kind at one place, with its reason in both languages and the finding that it answers.

    It is not safe, and its confidence is 0.9, unless `more` says otherwise.
    """
    return Step(
        kind=kind,
        span=span,
        text=more.get("text"),
        to=more.get("to"),
        safe=more.get("safe", False),
        confidence=more.get("confidence", 0.9),
        reason=Message(zh=reason[0], en=reason[1]),
        answers=Answered(code=finding.code, name=finding.name, span=finding.span),
    )


def inside(places: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether one of the places covers the span."""
    return any(start <= span.start and span.end <= end for start, end in places)
