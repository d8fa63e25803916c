"""Turn drafts into published figures, with places in the source and the words that decided each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from policyparse.extract.duties.responsibilities import Duties
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicator_keys import indicator_key
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Baseline, Change, Figure, Number
from policyparse.model.text import MappedText

RATES = ("percent", "point", "permille")
GROWING = ("新增", "净增", "增量")


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
    # one validation of nested dicts takes half the time of a constructor for each record
    return Figure.model_validate(
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
            "span": {"start": start, "end": end},
            "sentence": _span(text, *_trimmed(text.text, *draft.sentence)),
            "parties": draft.parties if draft.parties is not None else duties.at(quantity.start),
            "evidence": list(_evidence(draft, text)),
        }
    )


def _span(text: MappedText, start: int, end: int) -> dict[str, int]:
    first, last = text.place(start, end)
    return {"start": first, "end": last}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _change(draft: Draft, text: str) -> Change:
    """level, unless the verb says otherwise; a share that changes a year is a rate, an amount is an increase."""
    share = draft.quantity.kind in RATES
    change = draft.indicator.change
    if change == "rate":
        return "rate" if share else "increase"
    if change in ("increase", "decrease"):
        return "increase" if change == "increase" else "decrease"
    own = "".join(text[start:end] for start, end in draft.indicator.places)
    growing = not share and any(word in own for word in GROWING)
    return "increase" if growing else "level"


def _baseline(draft: Draft) -> Baseline | None:
    if draft.start is None:
        return None
    quantity = draft.start.quantity
    return Baseline(value=number(quantity.value), unit=quantity.unit, year=draft.start_year)


def _evidence(draft: Draft, text: MappedText) -> Iterator[dict[str, object]]:
    places: list[tuple[str, tuple[int, int] | None]] = [("indicator", place) for place in draft.indicator.places]
    places.append(("comparator", draft.quantity.bound))
    places.append(("deadline", (draft.deadline.start, draft.deadline.end) if draft.deadline else None))
    places.append(("recurrence", (draft.recurrence.start, draft.recurrence.end) if draft.recurrence else None))
    places.append(("status", draft.cue))
    for field, place in places:
        if place is not None and place[0] < place[1]:
            span = _span(text, *place)
            yield {"field": field, "text": text.source[span["start"] : span["end"]], "span": span}
