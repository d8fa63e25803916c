"""The tables that people read, as plain rows: what a writer for a terminal, a page or a sheet lays out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.facts import Party
from policyparse.report.wording import STATUSES, Language, amount, due, names, pick

Words = tuple[str, str]

ELEMENTS = MappingProxyType({
    "title": ("标题", "title"),
    "carried_title": ("印发的文件", "carried document"),
    "document_number": ("发文字号", "document number"),
    "issuers": ("发文机关", "issued by"),
    "signatory": ("签发人", "signatory"),
    "authors": ("作者", "authors"),
    "recipients": ("主送机关", "addressed to"),
    "copied_to": ("抄送机关", "copied to"),
    "date_written": ("成文日期", "date"),
    "date_published": ("发布日期", "published"),
    "date_printed": ("印发日期", "printed"),
    "printed_by": ("印发机关", "printed by"),
    "attachments": ("附件", "attachments"),
    "annotation": ("附注", "annotation"),
    "kind": ("文种", "kind"),
})  # fmt: skip
SCRIPTS = MappingProxyType(
    {"hans": ("简体", "simplified"), "hant": ("繁体", "traditional"), "mixed": ("简繁混用", "mixed")}
)


class Marked(str):
    """Text of a cell with stretches that stand out, each ``[start, end)``; writers that know no marks show the text."""

    __slots__ = ("marks",)
    marks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, marks: Iterable[tuple[int, int]]) -> str:
        """`text` with `marks`, in order and apart; plain text where there are none."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted(marks):
            if joined and start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        if not joined:
            return text
        made = cls(text)
        made.marks = tuple(joined)
        return made


def pieces_of(text: str) -> Iterator[tuple[str, bool]]:
    """A cell's text cut where marks begin and end, each piece with whether it stands out."""
    here = 0
    for start, end in text.marks if isinstance(text, Marked) else ():
        yield text[here:start], False
        yield text[start:end], True
        here = end
    yield text[here:], False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text under their heads, all of one length. `numbers` are the columns that a sheet may reckon with.

    A clause that is called 1.10 is none: only those columns become numbers in a workbook, and only where a cell is one.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


def letterhead(document: PolicyDocument, language: Language) -> Table:
    """The elements of GB/T 9704 that the document has, one a row."""
    columns = (pick(("要素", "element"), language), pick(("内容", "content"), language))
    return Table(pick(("公文要素", "Letterhead"), language), columns, tuple(_elements(document, language)))


def outline(document: PolicyDocument, language: Language) -> Table:
    """The clauses, indented by depth, each with the number of targets in it and below, and who leads it."""
    heads = (("条款", "clause"), ("目标", "targets"), ("责任单位", "bodies"))
    counts = _counts(document)
    leads = {duty.clause: duty.parties for duty in reversed(document.responsibilities)}
    rows = (
        (_heading(clause), str(counts[clause.id] or ""), _leaders(leads.get(clause.id, ())))
        for clause in document.clauses
    )
    return _table(("提纲", "Outline"), heads, rows, language)


def targets(document: PolicyDocument, language: Language) -> Table:
    """What is to be reached: clause, indicator, value, time, who answers for it."""
    heads = (("条款", "clause"), ("指标", "indicator"), ("目标值", "value"), ("时限", "by"), ("责任单位", "bodies"))
    rows = (
        (figure.clause or "", figure.indicator or "", amount(figure, language), due(figure, language),
         _leaders(figure.parties))
        for figure in document.targets
    )  # fmt: skip
    return _table(("目标", "Targets"), heads, rows, language)


def figures(document: PolicyDocument, language: Language) -> Table:
    """What is reported or referred to: clause, indicator, value, time, status."""
    heads = (("条款", "clause"), ("指标", "indicator"), ("数值", "value"), ("时间", "time"), ("状态", "status"))
    rows = (
        (figure.clause or "", figure.indicator or "", amount(figure, language), due(figure, language),
         pick(STATUSES[figure.status], language))
        for figure in document.figures
    )  # fmt: skip
    return _table(("现状与参照数据", "Facts and references"), heads, rows, language)


def responsibilities(document: PolicyDocument, language: Language) -> Table:
    """Who answers for which clause."""
    heads = (("条款", "clause"), ("牵头单位", "lead"), ("共同负责", "joint"), ("配合单位", "support"))
    titles = {clause.id: f"{clause.id} {clause.title or ''}".strip() for clause in document.clauses}
    rows = (
        (titles.get(duty.clause or "", ""), *(names(duty.parties, role) for role in ("lead", "joint", "support")))
        for duty in document.responsibilities
    )
    return _table(("责任分工", "Responsibilities"), heads, rows, language)


def references(document: PolicyDocument, language: Language) -> Table:
    """The documents that are cited."""
    heads = (("文件", "document"), ("文号", "number"))
    rows = ((f"《{reference.title}》", reference.document_number or "") for reference in document.references)
    return _table(("引用文件", "References"), heads, rows, language)


def edits(document: PolicyDocument, language: Language) -> Table:
    """How often the text was changed on the way, by reason."""
    heads = (("原因", "reason"), ("处数", "places"))
    counts = Counter(edit.reason for edit in document.edits)
    rows = ((reason, str(count)) for reason, count in counts.most_common())
    return _table(("规范化改动", "Edits"), heads, rows, language)


def _table(title: Words, heads: tuple[Words, ...], rows: Iterable[tuple[str, ...]], language: Language) -> Table:
    return Table(pick(title, language), tuple(pick(head, language) for head in heads), tuple(rows))


def _elements(document: PolicyDocument, language: Language) -> Iterator[tuple[str, str]]:
    metadata = document.metadata
    for field, words in ELEMENTS.items():
        value = getattr(metadata, field)
        shown = "、".join(value) if isinstance(value, tuple) else value
        if shown:
            yield pick(words, language), shown
    if metadata.period is not None:
        yield pick(("规划期", "period"), language), f"{metadata.period.start}–{metadata.period.end}"
    if metadata.region is not None:
        yield pick(("地区", "region"), language), metadata.region.name
    if metadata.script != "hans":
        yield pick(("文字", "script"), language), pick(SCRIPTS[metadata.script], language)


def _counts(document: PolicyDocument) -> Counter[str | None]:
    """Targets of each clause and all below it."""
    parents = {clause.id: clause.parent for clause in document.clauses}
    counts: Counter[str | None] = Counter()
    for figure in document.targets:
        here = figure.clause
        while here is not None:
            counts[here] += 1
            here = parents.get(here)
    return counts


def _heading(clause: Clause) -> str:
    label = clause.label or ""
    words = clause.title or clause.text.split("\n", 1)[0][:40]
    gap = "" if not label or label[-1] in "、.．)）" else " "
    return "  " * (clause.depth - 1) + label + gap + words


def _leaders(parties: tuple[Party, ...]) -> str:
    """Those who lead; where nobody does, those who answer together."""
    return names(parties, "lead") or names(parties, "joint")
