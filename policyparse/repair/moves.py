"""Numbered blocks that stand in the wrong section, and where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.finding import Finding
from policyparse.model.repair import Step
from policyparse.model.span import Span
from policyparse.numerals import parse_numeral
from policyparse.repair.paragraphs import with_break
from policyparse.repair.steps import inside, step_for

OUT_OF_ORDER = ("numbering-jump", "numbering-repeat")
MARKS = "第（）()、.．是章节条 "
"""What stands around the numeral of a label."""


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
    """Clauses out of order, or whose number stands twice: back to the one place where their number is missing."""
    for finding in findings:
        if finding.name not in OUT_OF_ORDER or finding.suggestion is not None:
            continue
        clause = next((c for c in left if c.span.start == finding.span.start), None)
        if clause is None or clause.number is None:
            continue
        here = finding.name == "numbering-jump"
        gaps = [
            after
            for before, after in pairwise([None, *_others(left, clause, siblings=here)])
            if after is not None and _lies_between(clause.number, before, after)
            if not (before.span.start if before else 0) < clause.span.start < after.span.start
        ]
        if len(gaps) == 1:
            place = with_break(source, clause.span)
            why = "编号在此不连续，移回原处" if here else "编号在此重复，在别处缺失，移回缺失处"
            why_en = "its number belongs there" if here else "its number is double here and missing there"
            yield step_for(finding, "move", place, (why, why_en), to=gaps[0].span.start, confidence=0.6)


def _others(left: Sequence[Clause], clause: Clause, *, siblings: bool) -> list[Clause]:
    """The other numbered clauses of its style; with `siblings` only those under its parent."""
    return [
        other
        for other in left
        if other.style == clause.style and other is not clause and other.number is not None
        if not siblings or other.parent == clause.parent
    ]


def _lies_between(number: int, before: Clause | None, after: Clause) -> bool:
    """Whether exactly `number` is missing between two clauses, or before the first one."""
    return after.number == number + 1 and (before.number if before else 0) == number - 1


def _jumps(document: PolicyDocument, source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    """Clauses that stand under a wrong number in the wrong section, where the heading that they lack stands elsewhere."""
    headings = [f.related[0].span for f in findings if f.name == "missing-heading" and f.related]
    for finding in findings:
        if finding.name not in OUT_OF_ORDER or finding.suggestion is None:
            continue
        clause = next((c for c in document.clauses if c.span.start == finding.span.start), None)
        if clause is None:
            continue
        yield step_for(
            finding, "renumber", finding.span, ("编号与前后不符，改正", "the number does not fit its place"),
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
    numeral = parse_numeral(label.strip(MARKS))
    number = clause.number or 0 if numeral is None else int(numeral)
    for heading in headings:
        for other in document.clauses:
            fits = other.style == clause.style and other.number is not None and other.span.start > heading.start
            if fits and other.number == number - 1 and other.span.start != clause.span.start:
                return other.span.end
    return None
