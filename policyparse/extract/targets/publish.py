"""Turn drafts into published figures, with places in the source and the words that decided each field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from policyparse.extract.duties.responsibilities import Duties
from policyparse.extract.targets.company import grows
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicator_keys import indicator_key
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Baseline, Change, Evidence, Figure, Number
from policyparse.model.record import maker
from policyparse.model.span import Span, span_of
from policyparse.model.text import MappedText

RATES = ("percent", "point", "permille")
YEARLY_CHANGE = re.compile("年均(?:增|降|减|提|下降|流失)")
"""年均增速高于全省平均水平0.5个百分点."""
FALLING = ("削减", "减少", "压减", "降低")

_figure_of = maker(Figure)
_evidence_of = maker(Evidence)


def published(drafts: Iterable[Draft], text: MappedText, duties: Duties, lexicon: Lexicon) -> Iterator[Figure]:
    """The figures in order, numbered f001 and on."""
    for number, draft in enumerate(drafts, 1):
        yield _figure(f"f{number:03d}", draft, text, duties, lexicon)


def number(value: Decimal) -> Number:
    """A decimal as JSON writes it best: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _figure(identifier: str, draft: Draft, text: MappedText, duties: Duties, lexicon: Lexicon) -> Figure:
    quantity, indicator, deadline = draft.quantity, draft.indicator, draft.deadline
    start, end = text.place(quantity.start, quantity.end)
    return _figure_of(
        {
            "id": identifier,
            "clause": draft.section.id if draft.section else None,
            "status": draft.status,
            "indicator": draft.name or None,
            "indicator_key": indicator_key(draft.name, lexicon),
            "value": number(quantity.value),
            "value_max": None if quantity.value_max is None else number(quantity.value_max),
            "unit": quantity.unit,
            "unit_canonical": quantity.canonical,
            "comparator": quantity.comparator,
            "comparator_text": text.text[slice(*quantity.bound)] if quantity.bound else None,
            "change": _change(draft, text.text),
            "deadline": deadline.year if deadline else None,
            "deadline_text": (text.text[deadline.start : deadline.end] or None) if deadline else None,
            "deadline_date": deadline.date if deadline else None,
            "recurrence": draft.recurrence.recurrence if draft.recurrence else ("annual" if indicator.annual else None),
            "implicit": quantity.kind == "implied",
            "cumulative": draft.cumulative,
            "property": draft.property,
            "scope": indicator.scope,
            "baseline": _baseline(draft),
            "quote": text.source[start:end],
            "span": span_of({"start": start, "end": end}),
            "sentence": _sentence(draft, text),
            "parties": draft.parties if draft.parties is not None else duties.at(quantity.start),
            "evidence": _evidence(draft, text),
            "duplicate_of": None,
        }
    )


def _sentence(draft: Draft, text: MappedText) -> Span:
    """The place of the sentence in the source, without blanks at its edges."""
    clean = text.text
    start, end = draft.sentence
    while start < end and clean[start].isspace():
        start += 1
    while start < end and clean[end - 1].isspace():
        end -= 1
    start, end = text.place(start, end)
    return span_of({"start": start, "end": end})


def _change(draft: Draft, text: str) -> Change:
    """level, unless the verb says otherwise; a share that changes a year is a rate, an amount is an increase."""
    share = draft.quantity.kind in RATES
    change = draft.indicator.change
    if change == "rate":
        return "rate" if share else "increase"
    if change in ("increase", "decrease"):
        return "increase" if change == "increase" else "decrease"
    if draft.name is not None and draft.name.startswith(FALLING):
        return "decrease"
    if share and draft.name is not None and YEARLY_CHANGE.search(draft.name):
        return "rate"
    return "increase" if not share and grows(text, draft) else "level"


def _baseline(draft: Draft) -> Baseline | None:
    if draft.start is None:
        return None
    quantity = draft.start.quantity
    return Baseline(value=number(quantity.value), unit=quantity.unit, year=draft.start_year)


def _evidence(draft: Draft, text: MappedText) -> tuple[Evidence, ...]:
    told: list[tuple[str, tuple[int, int]]] = [("indicator", place) for place in draft.indicator.places]
    if draft.quantity.bound is not None:
        told.append(("comparator", draft.quantity.bound))
    if draft.deadline is not None:
        told.append(("deadline", (draft.deadline.start, draft.deadline.end)))
    if draft.recurrence is not None:
        told.append(("recurrence", (draft.recurrence.start, draft.recurrence.end)))
    if draft.cue is not None:
        told.append(("status", draft.cue))
    found = []
    for field, (first, last) in told:
        if first == last:  # the year of the plan, which no words tell
            continue
        start, end = text.place(first, last)
        span = span_of({"start": start, "end": end})
        found.append(_evidence_of({"field": field, "text": text.source[start:end], "span": span}))
    return tuple(found)
