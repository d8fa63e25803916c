"""From findings to a plan: what to drop, join, move, renumber and replace, and which of it is safe."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from policyparse.model.document import PolicyDocument
from policyparse.model.finding import Finding
from policyparse.model.repair import Piece, Repair, Step
from policyparse.model.span import Span
from policyparse.model.text import MappedText
from policyparse.repair.application import carry_out, union
from policyparse.repair.copies import drops
from policyparse.repair.moves import moves
from policyparse.repair.paragraphs import is_blank, with_break
from policyparse.repair.steps import inside, step_for

DAMAGE = frozenset("DNBF")
SURE = frozenset(("malformed-document-number", "malformed-date", "likely-typo", "unbalanced-bracket", "wrong-year"))
"""Rules whose suggestion stands exactly for the place of the finding."""


def plan(document: PolicyDocument, *, unsafe: bool = False) -> Repair:
    """The repair of a checked document: safe steps, with `unsafe` all of them. Needs the text at hand.

    A document without findings of the families D, N, B and F comes back as it is.
    """
    source = document.text
    damaged = any(finding.code[:1] in DAMAGE for finding in document.findings)
    possible = list(_possible(document, source)) if damaged else []
    wanted = [step for step in possible if step.safe or unsafe]
    joins = [join for join in _joins(document.findings, source, wanted) if join.safe or unsafe]
    taken = _outside_drops([*wanted, *joins])
    text, pieces = carry_out(source, taken)
    left = [step for step in possible if not step.safe and not unsafe]
    return Repair(
        source_name=document.source.name,
        text_sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        unsafe=unsafe,
        steps=tuple(sorted(taken, key=lambda step: (step.span.start, step.span.end))),
        left=tuple(left),
        pieces=pieces,
        text=text,
    )


def replay(repair: Repair, source: str) -> str:
    """The repaired text again, from the plan and the source text that it is for."""
    return carry_out(source, repair.steps)[0]


def clean(repair: Repair, text: MappedText) -> Repair:
    """The same repair with the clean text of what it gives; `text` maps that to the repaired text."""
    pieces = []
    for segment in text.segments:
        end = segment.source_end if segment.exact else segment.source + 1
        position = segment.source
        while position < end:
            place, rest = _run(repair, position, end)
            start = segment.clean + position - segment.source if segment.exact else segment.clean
            pieces.append(Piece(start=start, source=place, exact=segment.exact and rest > 0))
            position += max(rest, 1)
    return repair.model_copy(update={"text": text.text, "pieces": tuple(pieces)})


def _run(repair: Repair, position: int, end: int) -> tuple[Span, int]:
    """The source of the repaired text from `position` as far as it runs on without a break, and its length (0: inexact)."""
    index = bisect_right(repair.pieces, position, key=lambda piece: piece.start) - 1
    piece = repair.pieces[index]
    if not piece.exact:
        return piece.source, 0
    stop = repair.pieces[index + 1].start if index + 1 < len(repair.pieces) else end
    length = min(stop, end) - position
    start = piece.source.start + position - piece.start
    return Span(start=start, end=start + length), length


def _possible(document: PolicyDocument, source: str) -> Iterator[Step]:
    """All steps but the joins, which depend on what is dropped between the halves of a sentence."""
    findings = document.findings
    dropped = [*drops(source, findings), *_foreign(source, findings), *_sentences(source, findings)]
    yield from dropped
    for finding in findings:
        if finding.name in SURE and finding.suggestion is not None:
            yield step_for(
                finding, "replace", finding.span, ("按建议更正", "corrected as suggested"),
                text=finding.suggestion, safe=finding.name != "likely-typo", confidence=0.95,
            )  # fmt: skip
    yield from moves(document, source, union(step.span for step in dropped))


def _foreign(source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    reason = "与全文无关的插入内容，删除", "does not belong to this text"
    for finding in findings:
        if finding.name == "foreign-passage":
            yield step_for(finding, "drop", with_break(source, finding.span), reason)


def _sentences(source: str, findings: Sequence[Finding]) -> Iterator[Step]:
    """Sentences that follow themselves. Of words nothing is dropped: often another one should stand there."""
    for finding in findings:
        if finding.name == "stutter" and source[finding.span.start : finding.span.end].count("。") > 1:
            first = finding.related[0].span.end
            second = Span(start=first, end=finding.span.end)
            yield step_for(
                finding,
                "drop",
                second,
                ("句子连写两遍，删除一遍", "a sentence follows itself"),
                safe=True,
                confidence=0.97,
            )


def _joins(findings: Sequence[Finding], source: str, steps: Sequence[Step]) -> Iterator[Step]:
    """Cut sentences whose halves stand side by side once everything between them is gone."""
    gone = union(step.span for step in steps if step.kind == "drop")
    unsafe = any(not step.safe for step in steps if step.kind == "drop")
    for finding in findings:
        if finding.name != "broken-paragraph" or inside(gone, finding.span):
            continue
        for related in finding.related:
            start, end = finding.span.end, related.span.start
            if related.role != "continuation" or end < start or inside(gone, related.span):
                continue
            if all(is_blank(source, a, b) for a, b in _remains(gone, start, end)):
                safe = is_blank(source, start, end) or not unsafe
                yield step_for(
                    finding, "join", Span(start=start, end=end), ("句子被断开，接合", "a sentence was cut in two"),
                    safe=safe, confidence=0.95,
                )  # fmt: skip
            elif not _meets_drop(gone, start, end):
                yield step_for(
                    finding, "move", related.span, ("句子的后半段错位，移回断开处", "the rest of the sentence stands further down"),
                    to=start, confidence=0.6,
                )  # fmt: skip


def _meets_drop(gone: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether something between two places is dropped."""
    return any(first < end and start < last for first, last in gone)


def _remains(gone: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of a place when `gone` is taken out."""
    position = start
    for first, last in gone:
        if last <= start or first >= end:
            continue
        if position < first:
            yield position, first
        position = max(position, last)
    if position < end:
        yield position, end


def _outside_drops(steps: list[Step]) -> list[Step]:
    """Without the steps that a drop makes needless."""
    gone = union(step.span for step in steps if step.kind == "drop")
    return [step for step in steps if step.kind in ("drop", "join") or not inside(gone, step.span)]
