"""A figure while it is being read, in places of the clean text."""

from __future__ import annotations

from dataclasses import dataclass

from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.indicators import Indicator
from policyparse.extract.times.expressions import TimeExpression
from policyparse.model.facts import Party, Status
from policyparse.model.outline import Section


@dataclass(slots=True)
class Draft:
    """One quantity with what has been found out about it."""

    quantity: Quantity
    section: Section | None
    sentence: tuple[int, int]
    status: Status
    cue: tuple[int, int] | None
    indicator: Indicator
    name: str | None
    deadline: TimeExpression | None = None
    recurrence: TimeExpression | None = None
    start: Draft | None = None
    start_year: int | None = None
    property: str | None = None
    parties: tuple[Party, ...] | None = None
    cumulative: bool = False
