"""One document as a page: outline, source text with what was found in it, tables of targets, duties and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure
from policyparse.model.finding import Finding
from policyparse.model.reason import Reason
from policyparse.model.span import Span
from policyparse.report import tables
from policyparse.report.html.marks import Mark, MarkedText, Segment, heading, sentences
from policyparse.report.html.page import counted, render
from policyparse.report.places import Places
from policyparse.report.wording import STATUSES, Language, amount, due, names, pick

SEVERITIES = MappingProxyType({"error": ("错误", "error"), "warning": ("存疑", "warning"), "info": ("提示", "info")})
WRAPS = frozenset({Reason.HARD_WRAP, Reason.PAGE_BREAK, Reason.BLANK})
"""Reasons for which a line break of the source is none of the text: it is shown as a sign, and the line goes on."""
LONG = 200
"""A finding on more characters than these is not underlined: it speaks of a whole passage."""
Where = tuple[str, str]
"""Words, and the anchor that they lead to."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or fact as a row."""

    key: str
    anchor: str
    clause: Where
    name: str
    scope: str
    text: str
    value: float
    due: str
    bodies: str
    code: str
    status: str
    copied: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A statement of who answers, as a row."""

    anchor: str
    clause: Where
    roles: tuple[str, str, str]
    due: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a row."""

    key: str
    anchor: str
    code: str
    name: str
    severity: str
    word: str
    message: str
    quote: str
    place: str
    clause: Where
    suggestion: str
    related: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    anchor: str
    words: str
    depth: int
    targets: int
    findings: int


def document_page(document: PolicyDocument, language: Language = "zh") -> str:
    """A self-contained page (HTML, to be written as UTF-8) of one document, in Chinese or English.

    It shows the findings where the document was checked. Raises `TextNotAtHand` where the document came from JSON
    without its text, and `MissingExtra` where jinja2 is not installed.
    """
    view = _View(document, language)
    findings = list(view.findings())
    return render(
        "document.html.j2", language, document=document, name=_name(document, language), findings=findings,
        letterhead=tables.letterhead(document, language), outline=list(view.outline()),
        targets=list(view.quantities(document.targets)), facts=list(view.quantities(document.figures)),
        duties=list(view.duties()), references=tables.references(document, language), segments=view.segments(),
        severities=counted(Counter(found.severity for found in findings), SEVERITIES, language),
        statuses=counted(Counter(figure.status for figure in document.figures), STATUSES, language),
    )  # fmt: skip


def _name(document: PolicyDocument, language: Language) -> str:
    metadata = document.metadata
    return metadata.carried_title or metadata.title or document.source.name or pick(("文件", "document"), language)


class _View:
    """The rows and the marked text of one document."""

    def __init__(self, document: PolicyDocument, language: Language) -> None:
        self._document = document
        self._language = language
        self._text = document.text
        self._places = Places(document.text)
        self._anchors = {clause.id: f"c{number}" for number, clause in enumerate(document.clauses, 1)}

    # ---- rows -----------------------------------------------------------------------------------------------------

    def outline(self) -> Iterator[Entry]:
        """The clauses, with the number of targets and findings in each."""
        targets = Counter(figure.clause for figure in self._document.targets)
        findings = Counter(finding.clause for finding in self._document.findings)
        for clause in self._document.clauses:
            words = clause.title or clause.text.split("\n", 1)[0][:40]
            label = clause.label or ""
            gap = "" if label.endswith(("、", ".", "．", ")", "）")) else " "
            yield Entry(
                self._anchors[clause.id], f"{label}{gap}{words}".strip(), min(clause.depth, 4), targets[clause.id],
                findings[clause.id],
            )  # fmt: skip

    def quantities(self, figures: tuple[Figure, ...]) -> Iterator[Quantity]:
        """Targets or facts."""
        for figure in figures:
            bodies = names(figure.parties, "lead") or names(figure.parties, "joint")
            yield Quantity(
                f"t-{figure.id}", figure.id, self._where(figure.clause), figure.indicator or "—", figure.scope or "",
                amount(figure, self._language), figure.value, due(figure, self._language), bodies, figure.status,
                pick(STATUSES[figure.status], self._language), figure.duplicate_of is not None,
            )  # fmt: skip

    def duties(self) -> Iterator[Duty]:
        """Who answers for what."""
        for duty in self._document.responsibilities:
            lead, joint, support = (names(duty.parties, role) for role in ("lead", "joint", "support"))
            yield Duty(duty.id, self._where(duty.clause), (lead, joint, support), duty.deadline_text or "")

    def findings(self) -> Iterator[Found]:
        """What the rules found."""
        for number, finding in enumerate(self._document.findings, 1):
            yield Found(
                f"n{number}", f"at-n{number}", finding.code, finding.name, finding.severity,
                pick(SEVERITIES[finding.severity], self._language),
                pick((finding.message.zh, finding.message.en), self._language), self._quote(finding.span),
                self._places.of(finding.span), self._where(finding.clause), finding.suggestion or "",
                tuple(
                    (self._places.of(related.span), f"at-n{number}-{index}")
                    for index, related in enumerate(finding.related, 1)
                ),
            )  # fmt: skip

    def _where(self, clause: str | None) -> Where:
        return (clause, self._anchors[clause]) if clause in self._anchors and clause is not None else ("", "")

    def _quote(self, span: Span) -> str:
        words = " ".join(self._text[span.start : span.end].split())
        return words if len(words) <= 60 else f"{words[:60]}…"

    # ---- text -----------------------------------------------------------------------------------------------------

    def segments(self) -> list[Segment]:
        """The source text, with all marks."""
        marks = [*self._clauses(), *self._facts(), *self._layout()]
        for number, finding in enumerate(self._document.findings, 1):
            marks += self._finding(number, finding)
        shown = MarkedText(self._text, marks).segments(0, len(self._text))
        return [self._unwrapped(segment) for segment in shown]

    def _unwrapped(self, segment: Segment) -> Segment:
        """A line break that is none of the text becomes a sign, blanks around the whole text nothing."""
        if not {"wrap", "blank"} & set(segment.styles.split()):
            return segment
        return Segment("", segment.styles, segment.keys, "", segment.tip, segment.anchors)

    def _seen(self, span: Span) -> tuple[int, int]:
        """A place of one character at least."""
        start = min(span.start, max(0, len(self._text) - 1))
        return start, max(span.end, start + 1)

    def _clauses(self) -> Iterator[Mark]:
        for clause in self._document.clauses:
            start, _ = self._seen(clause.span)
            yield Mark(start, start + 1, "", self._anchors[clause.id])
            head = heading(clause, self._text, start)
            if head is not None:
                yield head

    def _facts(self) -> Iterator[Mark]:
        document = self._document
        for figure in (*document.targets, *document.figures):
            tip = f"{figure.indicator or ''} {amount(figure, self._language)} {due(figure, self._language)}".strip()
            yield Mark(*self._seen(figure.span), f"figure {figure.status}", figure.id, f"#t-{figure.id}", tip)
        yield from sentences(self._seen(figure.sentence) for figure in (*document.targets, *document.figures))
        for duty in document.responsibilities:
            yield Mark(*self._seen(duty.span), "duty", duty.id)

    def _layout(self) -> Iterator[Mark]:
        text = self._text
        yield Mark(0, len(text) - len(text.lstrip()), "blank")
        yield Mark(len(text.rstrip()), len(text), "blank")
        for edit in self._document.edits:
            place = edit.span.of(text)
            if edit.reason in WRAPS and not edit.text and "\n" in place and place.isspace():
                yield Mark(edit.span.start, edit.span.end, "wrap")
            elif edit.reason in (Reason.FURNITURE, Reason.PAGE_BREAK) and not edit.text:
                yield Mark(edit.span.start, edit.span.end, "furniture")

    def _finding(self, number: int, finding: Finding) -> Iterator[Mark]:
        start, end = self._seen(finding.span)
        tip = f"{finding.code} {pick((finding.message.zh, finding.message.en), self._language)}"
        if end - start > LONG:
            style = "" if finding.severity == "info" else f"finding long {finding.severity}"
            yield Mark(start, end, style, f"at-n{number}", "", tip if style else "")
        else:
            yield Mark(start, end, f"finding {finding.severity}", f"at-n{number}", f"#n{number}", tip)
        for index, related in enumerate(finding.related, 1):
            yield Mark(*self._seen(related.span), "", f"at-n{number}-{index}")
