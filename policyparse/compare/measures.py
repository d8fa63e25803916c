"""Two figures of one indicator against each other: value, comparator, deadline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.comparison import ComparatorRelation, DeadlineRelation, ValueRelation
from policyparse.model.facts import Comparator, Figure, Number

STRICTNESS: dict[Comparator, int] = {"approx": 0, "eq": 1, "ge": 2, "le": 2}
"""左右 promises less than the bare number, 以上 and 以内 more. A range is as strict as another range only."""
OPPOSITE = frozenset(("ge", "le"))
PLACES = 6
"""Decimal places of a share."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: the standard one that it is measured in, how many of that it is, and whether its values make sums."""

    standard: str
    factor: Fraction
    adds: bool


def measure(unit: str, lexicon: Lexicon) -> Measure:
    """What the tables say of a unit in its normal form; one that is not converted is its own standard."""
    return _measures(lexicon).get(unit) or Measure(unit, Fraction(1), False)


@lru_cache(maxsize=4)
def _measures(lexicon: Lexicon) -> dict[str, Measure]:
    counted = {row.canonical for row in lexicon.units if row.kind in ("count", "money")}
    own = {unit: Measure(unit, Fraction(1), True) for unit in counted}
    return own | {
        row.surface: Measure(row.standard, Fraction(row.factor), row.adds == "yes") for row in lexicon.conversions
    }


def same_measure(left: Figure, right: Figure, lexicon: Lexicon) -> bool:
    """Whether one scale holds both; nothing (清零) is nothing on every scale."""
    if not left.value or not right.value:
        nothing = (left, right)[bool(left.value)]
        if not nothing.unit_canonical:
            return True
    return measure(left.unit_canonical, lexicon).standard == measure(right.unit_canonical, lexicon).standard


def comparable(left: Figure, right: Figure, lexicon: Lexicon) -> bool:
    """Whether both values can be laid on one scale: one unit, one kind of change, the same recurrence."""
    same = left.change == right.change and left.recurrence == right.recurrence
    return same and same_measure(left, right, lexicon)


def value_relation(left: Figure, right: Figure, lexicon: Lexicon) -> ValueRelation:
    """The right value against the left one. Ranges that overlap without being equal are incomparable."""
    if not comparable(left, right, lexicon):
        return "incomparable"
    low, high = _interval(left, lexicon)
    other_low, other_high = _interval(right, lexicon)
    if (low, high) == (other_low, other_high):
        return "equal"
    if other_low >= high:
        return "higher"
    return "lower" if other_high <= low else "incomparable"


def _interval(figure: Figure, lexicon: Lexicon) -> tuple[Fraction, Fraction]:
    factor = measure(figure.unit_canonical, lexicon).factor
    low = _exact(figure.value) * factor
    return low, low if figure.value_max is None else _exact(figure.value_max) * factor


def _exact(value: Number) -> Fraction:
    """The number as it is written: 4.8 is 24/5, not the binary fraction nearest to it."""
    return Fraction(Decimal(str(value)))


def comparator_relation(left: Figure, right: Figure) -> ComparatorRelation | None:
    """Whether the right bound is stricter; None for bounds in opposite directions and a range against a bound."""
    one, other = left.comparator, right.comparator
    if one == other:
        return "same"
    if "range" in (one, other) or {one, other} == OPPOSITE:
        return None
    difference = STRICTNESS[other] - STRICTNESS[one]
    return "stricter" if difference > 0 else "looser"


def deadline_relation(left: Figure, right: Figure) -> DeadlineRelation | None:
    """The right deadline against the left one: by their days where both have one, else by years."""
    if left.deadline is None or right.deadline is None:
        return None
    ours, theirs = str(left.deadline), str(right.deadline)
    if left.deadline_date and right.deadline_date:
        ours, theirs = left.deadline_date, right.deadline_date
    if ours == theirs:
        return "same"
    return "earlier" if theirs < ours else "later"


def difference(left: Figure, right: Figure, lexicon: Lexicon) -> Number | None:
    """Right less left, in the left unit; None where they are not comparable, or one is a range."""
    if _is_range(left) or _is_range(right) or not comparable(left, right, lexicon):
        return None
    factor = measure(left.unit_canonical or right.unit_canonical, lexicon).factor
    return number((_interval(right, lexicon)[0] - _interval(left, lexicon)[0]) / factor)


def share(left: Figure, right: Figure, lexicon: Lexicon) -> float | None:
    """Right over left; None where they are not comparable, one is a range, or the left one is nothing."""
    if _is_range(left) or _is_range(right) or not left.value or not comparable(left, right, lexicon):
        return None
    return round(float(_interval(right, lexicon)[0] / _interval(left, lexicon)[0]), PLACES)


def _is_range(figure: Figure) -> bool:
    return figure.value_max is not None


def number(value: Fraction) -> Number:
    """A whole number as int, any other rounded to a float as people would write it."""
    return int(value) if value.denominator == 1 else round(float(value), PLACES)


def amount(figure: Figure, unit: str, lexicon: Lexicon) -> Fraction:
    """The figure's value (the lower end of a range) in `unit`, of the same measure."""
    return _interval(figure, lexicon)[0] / measure(unit, lexicon).factor
