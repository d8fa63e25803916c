"""A quantity as found in clean text: number, unit and comparator, before anyone asks what it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Quantity(NamedTuple):
    """Places are half-open, in clean text.

    ``start:end`` runs from the first digit or numeral (or its minus sign) to the end of the unit, without comparator
    words; ``number_end`` is where the number (multiplier included) ends. `value` has the multiplier applied;
    `value_max` is the upper end of a range. `unit` is as written without multiplier, "" for none; `canonical` its
    normal form; `kind` that of the unit in the lexicon: percent, point, permille, times, money, count, grade, age,
    duration (3年, 15分钟; dates are no quantities), physical, ratio, rank (第16位), or none. Shares in words have the
    sign as their unit: 百分之五 and 三成 are %, 千分之五 is ‰; 三分之二 is 0.666667 without unit.

    `bound` is the place of the comparator words, where there are any (of the second, where they stand on both sides).
    `weak`: the words hardly state a figure: 一 or 两 with a plain counter (一个, 一批), or a number that opens a quoted
    name (“15分钟生活圈”). `handed`: its comparator stands with its neighbour.
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
    weak: bool = False
    handed: bool = False

    @property
    def told_end(self) -> int:
        """Where the quantity ends with the comparator words that follow it (60%以上)."""
        return max(self.end, self.bound[1]) if self.bound and not self.handed else self.end
