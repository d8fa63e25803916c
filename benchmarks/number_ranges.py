"""Ranges of bare numbers, put together from the library's numerals and comparators, as the peers' cases ask for them.

The library itself joins comparators to quantities, which have a unit; these cases have none, and count the comparator
words into the span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from policyparse.extract.quantities.bounds import BoundIndex
from policyparse.lexicon import Lexicon
from policyparse.numerals import Numeral, find_numerals

EQUAL = re.compile(r"等于 ?$")
THAN = re.compile(r"比 ?$")
THAN_AFTER = re.compile(r" ?([大高多小低少])")
BETWEEN_BEFORE = re.compile(r"(?:位于|介于|在)第?$")
BETWEEN_AFTER = re.compile(r" ?之?间")
DASH = re.compile(r" ?[-–—~～到至] ?")
PAIR = re.compile(r"和第?|与|跟")
GAP = re.compile(r"(?:的?同时|[，,并且 ]){0,4}")
MORE_SIDE = frozenset("大高多")


@dataclass(frozen=True, slots=True)
class NumberRange:
    """A range with its words; an open end is None."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None


def find_ranges(text: str, lexicon: Lexicon) -> list[NumberRange]:
    """The ranges of `text`, in its order."""
    bounds = BoundIndex(lexicon.comparators)
    numbers = find_numerals(text)
    found: list[NumberRange] = []
    index = 0
    while index < len(numbers):
        pair = _between(text, numbers[index], numbers[index + 1]) if index + 1 < len(numbers) else None
        if pair is not None:
            found.append(pair)
            index += 2
            continue
        one = _bounded(text, numbers[index], bounds)
        if one is not None:
            found.append(one)
        index += 1
    return _joined(text, found)


def _between(text: str, first: Numeral, second: Numeral) -> NumberRange | None:
    """20~100, 一千到一千五百, 在第十和第十五之间."""
    gap = text[first.end : second.start]
    low, high = (first.value, abs(second.value)) if not gap else (first.value, second.value)
    if gap == "" and text[second.start] in "-－":
        gap = "-"
    if DASH.fullmatch(gap):
        return NumberRange(first.start, second.end, low, high)
    after = BETWEEN_AFTER.match(text, second.end)
    if not PAIR.fullmatch(gap) or after is None:
        return None
    before = BETWEEN_BEFORE.search(text, 0, first.start)
    return NumberRange(before.start() if before else first.start, after.end(), low, high)


def _bounded(text: str, number: Numeral, bounds: BoundIndex) -> NumberRange | None:
    equal, than = EQUAL.search(text, 0, number.start), THAN.search(text, 0, number.start)
    side = THAN_AFTER.match(text, number.end)
    before = bounds.before(text, number.start)
    after = bounds.after(text, number.after, "none")
    if before is not None and before.comparator in ("ge", "le"):
        return _open(before.start, number.end, number.value, more=before.comparator == "ge")
    if equal:
        return NumberRange(equal.start(), number.end, number.value, number.value)
    if than and side:
        return _open(than.start(), side.end(), number.value, more=side[1] in MORE_SIDE)
    if after is not None and after.comparator in ("ge", "le"):
        return _open(number.start, after.end, number.value, more=after.comparator == "ge")
    if number.inexact == "more":
        return _open(number.start, number.after, number.value, more=True)
    return None


def _open(start: int, end: int, value: Decimal, *, more: bool) -> NumberRange:
    return NumberRange(start, end, value if more else None, None if more else value)


def _joined(text: str, ranges: list[NumberRange]) -> list[NumberRange]:
    """大于10小于20 is one range; 大于50小于12 are two."""
    out: list[NumberRange] = []
    for current in ranges:
        last = out[-1] if out else None
        if last is not None and GAP.fullmatch(text, last.end, current.start):
            low = last.low if last.low is not None else current.low
            high = last.high if last.high is not None else current.high
            opposite = (last.low is None) != (current.low is None) and (last.high is None) != (current.high is None)
            if opposite and low is not None and high is not None and low < high:
                out[-1] = NumberRange(last.start, current.end, low, high)
                continue
        out.append(current)
    return out
