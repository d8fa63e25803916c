"""One step from one finding."""

from __future__ import annotations

from collections.abc import Sequence

from policyparse.model.finding import Finding, Message
from policyparse.model.repair import Answered, Step
from policyparse.model.span import Span


def step_for(
    finding: Finding, kind: str, span: Span, reason: tuple[str, str], *, text: str | None = None, to: int | None = None,
    safe: bool = False, confidence: float = 0.9,
) -> Step:  # fmt: skip
    """A step of one kind at one place, with its reason in both languages and the finding that it answers."""
    return Step.model_validate(
        {
            "kind": kind, "span": span, "text": text, "to": to, "safe": safe, "confidence": confidence,
            "reason": Message(zh=reason[0], en=reason[1]),
            "answers": Answered(code=finding.code, name=finding.name, span=finding.span),
        }
    )  # fmt: skip


def inside(places: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether one of the places covers the span."""
    return any(start <= span.start and span.end <= end for start, end in places)
