"""Why a figure reads as it does: each field, what it says, and the words and places that decided it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure, Party
from policyparse.report.places import Places
from policyparse.report.tables import Table
from policyparse.report.wording import CHANGES, RECURRENCES, ROLES, STATUSES, Language, amount, pick

HEADS = (("项目", "field"), ("读作", "reads as"), ("依据", "because of"), ("位置", "place"))
FIELDS = MappingProxyType({
    "status": ("性质", "status"), "indicator": ("指标", "indicator"), "value": ("数值", "value"),
    "comparator": ("比较关系", "comparator"), "change": ("变化", "change"), "deadline": ("时限", "deadline"),
    "recurrence": ("周期", "recurrence"), "scope": ("范围", "scope"), "baseline": ("基期", "baseline"),
    "parties": ("责任单位", "bodies"),
})  # fmt: skip
COMPARATORS = MappingProxyType({
    "ge": ("不低于", "at least"), "le": ("不超过", "at most"), "approx": ("左右", "about"),
    "range": ("区间", "range"), "eq": ("等于", "exactly"),
})  # fmt: skip
BY_DEFAULT = MappingProxyType({
    "status": ("所在标题、年份或文种", "heading, year or kind of document"), "change": ("动词", "verb"),
})  # fmt: skip


def explanation(document: PolicyDocument, figure: Figure, language: Language) -> Table:
    """One row a field of `figure`, with the words that decided it and where they stand (line:column, from 1).

    The document needs its text at hand; `TextNotAtHand` otherwise.
    """
    places = Places(document.text)
    rows = tuple(_rows(document, figure, places, language))
    title = f"{figure.id}  {document.source_text(figure.sentence).strip()}"
    return Table(title, tuple(pick(head, language) for head in HEADS), rows)


def _rows(
    document: PolicyDocument, figure: Figure, places: Places, language: Language
) -> Iterator[tuple[str, str, str, str]]:
    for field, reading in _readings(figure, language):
        words = [evidence for evidence in figure.evidence if evidence.field == field]
        spans = [evidence.span for evidence in words]
        said = "、".join(evidence.text.replace("\n", "") for evidence in words)
        if field == "value":
            said, spans = figure.quote.replace("\n", ""), [figure.span]
        elif field == "parties":
            spans = [duty.span for duty in document.responsibilities if duty.parties == figure.parties][:1]
            said = "".join("".join(document.source_text(span).split()) for span in spans)
        elif not said and field in BY_DEFAULT:
            said = pick(BY_DEFAULT[field], language)
        yield pick(FIELDS[field], language), reading, said, "、".join(places.of(span) for span in spans)


def _readings(figure: Figure, language: Language) -> Iterator[tuple[str, str]]:
    """The fields that say something, in the order that people ask for them."""
    yield "status", pick(STATUSES[figure.status], language)
    yield "indicator", figure.indicator or "—"
    yield "value", amount(figure, language)
    yield "comparator", pick(COMPARATORS[figure.comparator], language)
    if figure.change != "level":
        yield "change", pick(CHANGES[figure.change], language).strip()
    if figure.deadline is not None:
        yield "deadline", figure.deadline_date or str(figure.deadline)
    if figure.recurrence is not None:
        yield "recurrence", pick(RECURRENCES[figure.recurrence], language)
    if figure.scope is not None:
        yield "scope", figure.scope
    if figure.baseline is not None:
        year = f" ({figure.baseline.year})" if figure.baseline.year else ""
        yield "baseline", f"{figure.baseline.value}{figure.baseline.unit or ''}{year}"
    if figure.parties:
        yield "parties", _bodies(figure.parties, language)


def _bodies(parties: tuple[Party, ...], language: Language) -> str:
    return "、".join(f"{party.name}（{pick(ROLES[party.role], language)}）" for party in parties)
