"""Shares in words: 百分之五, 千分之一点五, 三分之二, 七成六, 一半."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from policyparse.numerals.characters import EXACT, MINUS, ONE, UNITS
from policyparse.numerals.numeral import Numeral, plain
from policyparse.numerals.reading import read_numeral

OF = re.compile(r" {0,2}分 {0,2}之 {0,2}")
TENTHS = re.compile(r" {0,2}成(?![员果本立功为年都效绩品长套熟交型色分人就语天因渝]|不变)")
HALF_TENTH = re.compile(r" ?半(?![年数径导岛])")
HALF = re.compile(r"一半|半数|(?<=[过超近逾])半(?![年月天日小数个])")
PERCENT = Decimal(100)
QUOTIENT = Context(prec=28)


@dataclass(frozen=True, slots=True)
class Share:
    """A share as written, ``start:end`` half-open: `value` of `parts`.

    百分之五 is 5 of 100, 七成六 76 of 100, 千分之五 5 of 1000. A plain fraction has its quotient as value, rounded to
    28 digits, and `parts` 1: 三分之二 is 0.6667 of 1. `value_max` is the upper end of 三四成.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    parts: Decimal


def read_share(text: str, start: int, number: Numeral | None, *, blanks: bool = False) -> Share | None:
    """The share that begins at `start`, where `number` (or 半) begins too; None where there is none."""
    half = HALF.match(text, start)
    if half:
        return Share(start, half.end(), Decimal(50), None, PERCENT)
    if text.startswith("半成", start) and TENTHS.match(text, start + 1):
        return Share(start, start + 2, Decimal(5), None, PERCENT)
    if number is None or number.after != number.end:
        return None
    of = OF.match(text, number.end)
    if of:
        return _fraction(text, number, of.end(), blanks=blanks)
    tenths = TENTHS.match(text, number.end)
    return _tenths(text, number, tenths.end(), blanks=blanks) if tenths else None


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """`above` by `below`, rounded to 28 digits."""
    return plain(QUOTIENT.divide(above, below))


def _fraction(text: str, below: Numeral, place: int, *, blanks: bool) -> Share | None:
    negative = text[place : place + 1] in MINUS and place < len(text)
    above = read_numeral(text, place + negative, blanks=blanks)
    if above is None or not below.value or below.value_max is not None:
        return None
    if all(character in UNITS or character == " " for character in text[below.start : below.end]):
        return Share(below.start, above.end, above.value, above.value_max, below.value)
    value = quotient(above.value, below.value)
    return Share(below.start, above.end, -value if negative else value, None, ONE)


def _tenths(text: str, number: Numeral, end: int, *, blanks: bool) -> Share:
    """成 counts tenths; a digit or 半 after it, hundredths."""
    value = plain(EXACT.multiply(number.value, Decimal(10)))
    half = HALF_TENTH.match(text, end)
    if half:
        return Share(number.start, half.end(), value + 5, None, PERCENT)
    place = end + 1 if blanks and text[end : end + 1] == " " else end
    more = read_numeral(text, place)
    if more is not None and more.end == place + 1 and more.value < 10 and not text[place].isdecimal():
        return Share(number.start, more.end, value + more.value, None, PERCENT)
    value_max = None if number.value_max is None else plain(EXACT.multiply(number.value_max, Decimal(10)))
    return Share(number.start, end, value, value_max, PERCENT)
