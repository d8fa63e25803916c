"""Shares that are written in words: 百分之五, 千分之一点五, 三分之二, 七成六, 一半."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from policyparse.numerals.characters import EXACT, UNITS
from policyparse.numerals.numeral import Numeral
from policyparse.numerals.reading import read_numeral

OF = re.compile(r"[ ]{0,2}分[ ]{0,2}之[ ]{0,2}")
SIGN_OF_UNIT = {Decimal(100): "%", Decimal(1000): "‰", Decimal(10_000): "‱"}
TENTHS = re.compile(r"[ ]{0,2}成(?![员果本立功为年都效绩品长套熟交型色分人就语天因渝])")
HALF_TENTH = re.compile(r"半(?![年数径导岛])")
HALF = re.compile(r"一半|半数|(?<=[过超近逾])半(?![年月天日小数个])")
SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Share:
    """A share as written: `value` in the sign's unit (percent of 七成六 is 76); sign "" for a plain fraction."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    sign: str


def read_share(text: str, start: int, number: Numeral | None, *, blanks: bool = False) -> Share | None:
    """The share that begins at `start`, where `number` (or 半) begins too; None where there is none.

    百分之 gives ``%``, 千分之 ``‰``, 万分之 ``‱``; other fractions are rounded to six places.
    """
    half = HALF.match(text, start)
    if half:
        return Share(start, half.end(), Decimal(50), None, "%")
    if text.startswith("半成", start) and TENTHS.match(text, start + 1):
        return Share(start, start + 2, Decimal(5), None, "%")
    if number is None:
        return None
    of = OF.match(text, number.end)
    if of:
        return _fraction(text, start, number, of.end(), blanks=blanks)
    tenths = TENTHS.match(text, number.end)
    return _tenths(text, number, tenths.end(), blanks=blanks) if tenths else None


def _fraction(text: str, start: int, below: Numeral, place: int, *, blanks: bool) -> Share | None:
    above = read_numeral(text, place, blanks=blanks)
    if above is None or not below.value or below.value_max is not None:
        return None
    bare = text[start : below.end] in UNITS
    sign = SIGN_OF_UNIT.get(below.value, "") if bare else ""
    if sign:
        return Share(start, above.end, above.value, above.value_max, sign)
    value = EXACT.divide(above.value, below.value).quantize(SIX_PLACES, ROUND_HALF_EVEN, EXACT)
    return Share(start, above.end, value.normalize(EXACT), None, "")


def _tenths(text: str, number: Numeral, end: int, *, blanks: bool) -> Share:
    value = EXACT.multiply(number.value, Decimal(10))
    value_max = None if number.value_max is None else EXACT.multiply(number.value_max, Decimal(10))
    if HALF_TENTH.match(text, end):
        return Share(number.start, end + 1, value + 5, None, "%")
    place = end + 1 if blanks and text[end : end + 1] == " " else end
    more = read_numeral(text, place)
    if more is not None and more.end == place + 1 and more.value < 10 and not text[place].isdigit():
        return Share(number.start, more.end, value + more.value, None, "%")
    return Share(number.start, end, value, value_max, "%")
