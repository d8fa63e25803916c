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
        same = [c for c in left if c.style == clause.style and c is not clause and c.number is not None]
        places = list(_missing_at(clause, same, source))
        if len(places) != 1:
            places = list(_missing_at(clause, [c for c in same if c.parent == clause.parent], source))
        if len(places) == 1:
            yield step_for(
                finding, "move", with_break(source, clause.span),
                ("编号在此不合，移回缺失处", "its number does not fit here and is missing there"),
                to=places[0], confidence=0.6,
            )  # fmt: skip


def _missing_at(clause: Clause, others: Sequence[Clause], source: str) -> Iterator[int]:
    """The places where exactly the number of `clause` is missing: before the first of `others`, between two, at the end."""
    number, here = clause.number or 0, clause.span.start
    for before, after in pairwise([None, *others]):
        first = before.span.start if before else -1
        missing = (before.number if before else 0, after and after.number) == (number - 1, number + 1)
        if after is not None and missing and not first < here < after.span.start:
            yield after.span.start
    if others and others[-1].number == number - 1 and here < others[-1].span.start:
        yield with_break(source, others[-1].span).end


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
