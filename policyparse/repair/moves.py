"""Numbered blocks that stand in the wrong section, and where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.finding import Finding
from policyparse.model.repair import Step
from policyparse.model.span import Span
from policyparse.repair.paragraphs import with_break
from policyparse.repair.steps import inside, step_for


def moves(document: PolicyDocument, source: str, gone: Sequence[tuple[int, int]]) -> Iterator[Step]:
    """The blocks to move and to renumber; `gone` are the places that are dropped, sorted."""
    findings = [finding for finding in document.findings if not inside(gone, finding.span)]
    left = [
        clause
        for clause in document.clauses
        if not inside(gone, Span(start=clause.span.start, end=clause.span.start + 1))
    ]
    yield from _jumps(document, source, findings)
    yield from _returns(left, source, findings)


def _returns(left: Sequence[Clause], source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    """Clauses whose number stands twice in one run, where it is missing in exactly one other run: they go back there."""
    for finding in findings:
        if finding.name != "numbering-repeat":
            continue
        clause = next((c for c in left if c.span.start == finding.span.start), None)
        if clause is None or clause.number is None:
            continue
        others = [c for c in left if c.style == clause.style and c is not clause and c.number is not None]
        gaps = [
            after
            for before, after in pairwise(others)
            if (before.number, after.number) == (clause.number - 1, clause.number + 1)
            and not before.span.start < clause.span.start < after.span.start
        ]
        if len(gaps) == 1:
            place = with_break(source, clause.span)
            yield step_for(
                finding, "move", place, ("编号在此重复，在别处缺失，移回缺失处", "its number is double here and missing there"),
                to=gaps[0].span.start, confidence=0.6,
            )  # fmt: skip


def _jumps(document: PolicyDocument, source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    """Clauses that stand under a wrong number in the wrong section, where the heading that they lack stands elsewhere."""
    headings = [f.related[0].span for f in findings if f.name == "missing-heading" and f.related]
    for finding in findings:
        if finding.name != "numbering-jump" or finding.suggestion is None:
            continue
        clause = next((c for c in document.clauses if c.span.start == finding.span.start), None)
        if clause is None:
            continue
        yield step_for(
            finding, "renumber", finding.span, ("编号与所在章节不符，改正", "the number does not fit its section"),
            text=finding.suggestion, confidence=0.8,
        )  # fmt: skip
        before = _clause_before(document, clause, finding.suggestion, headings)
        if before is not None:
            place = with_break(source, clause.span)
            yield step_for(
                finding, "move", place, ("移回所属章节", "moved back to its section"), to=before, confidence=0.7
            )


def _clause_before(document: PolicyDocument, clause: Clause, label: str, headings: Sequence[Span]) -> int | None:
    """Where the clause should stand: after the one that carries the number before `label`, below a heading it lacks."""
    for heading in headings:
        for other in document.clauses:
            fits = other.style == clause.style and other.number is not None and other.span.start > heading.start
            if fits and other.number == _number(clause, label) - 1 and other.span.start != clause.span.start:
                return other.span.end
    return None


def _number(clause: Clause, label: str) -> int:
    digits = "一二三四五六七八九十"
    inner = label.strip("（）()、.．")
    if inner.isdigit():
        return int(inner)
    return digits.index(inner) + 1 if inner in digits else (clause.number or 0)
