"""Which of two copies stays: the first, unless its number or its place is wrong and the later one's is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.model.finding import Finding, Message
from policyparse.model.repair import Answered, Step
from policyparse.model.span import Span
from policyparse.repair.paragraphs import with_break

COPIES = frozenset(("duplicate-block", "renumbered-duplicate", "near-duplicate"))
MISPLACED = frozenset(("numbering-jump", "missing-heading"))
CONFIDENCE = {"duplicate-block": 1.0, "renumbered-duplicate": 0.98, "near-duplicate": 0.85}


@dataclass(frozen=True, slots=True)
class Pair:
    """A copy and its original."""

    finding: Finding
    copy: Span
    original: Span


def pairs_of(findings: Sequence[Finding]) -> list[Pair]:
    """The copies among the findings, in text order."""
    return [
        Pair(finding, finding.span, related.span)
        for finding in findings
        if finding.name in COPIES
        for related in finding.related[:1]
        if related.role == "original"
    ]


def drops(source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    """A step for every copy that is too much, or for the original where the copy is what should stay.

    The original goes where a finding says that it stands in the wrong place or under a wrong number, and the copy is the
    first that is free of such a finding. That is never safe; nor is dropping a copy that is only near.
    """
    pairs = pairs_of(findings)
    wrong = [finding.span for finding in findings if finding.name in MISPLACED]
    kept: list[Span] = []
    for pair in pairs:
        misplaced = _holds(pair.original, wrong) and not _holds(pair.copy, wrong)
        rescued = misplaced and not any(_meets(span, pair.original) for span in kept)
        if rescued:
            kept.append(pair.original)
            yield _step(source, pair, pair.original, safe=False)
        else:
            doubtful = _holds(pair.original, wrong) or any(
                _meets(other.copy, pair.copy) for other in pairs if other is not pair
            )
            yield _step(source, pair, pair.copy, safe=pair.finding.name != "near-duplicate" and not doubtful)


def _step(source: str, pair: Pair, span: Span, *, safe: bool) -> Step:
    if span == pair.copy:
        zh, en = "与前文重复，删除", "says again what stands before"
    else:
        zh, en = (
            "位置或编号有误，后文有正确的同一段，删除",
            "stands in the wrong place or under a wrong number; a later copy is right",
        )
    finding = pair.finding
    return Step(
        kind="drop", span=with_break(source, span), safe=safe, confidence=CONFIDENCE[finding.name],
        reason=Message(zh=zh, en=en), answers=Answered(code=finding.code, name=finding.name, span=finding.span),
    )  # fmt: skip


def _holds(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start <= other.start < span.end for other in others)


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
