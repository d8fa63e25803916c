"""A quantity as found in clean text: number, unit and comparator, before anyone asks what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """Places are half-open, in clean text.

    ``start:end`` runs from the first digit or numeral to the end of the unit, without comparator words; ``number_end``
    is where the number (multiplier included) ends. `value` has the multiplier applied; `value_max` is the upper end of
    a range. `unit` is as written without multiplier, "" for none; `canonical` its normal form; `kind` that of the unit
    in the lexicon (percent, point, permille, count, physical, ratio, money, time, age, grade, rank, times, none).
    `bound` is the place of the comparator words, where there are any (of the second, where they stand on both sides).
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    canonical: str
    kind: str
    comparator: str
    bound: tuple[int, int] | None = None
