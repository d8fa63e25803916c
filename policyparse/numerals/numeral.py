"""What reading a number gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from policyparse.numerals.characters import EXACT, ONE

Inexact = Literal["", "more", "about"]


class Numeral(NamedTuple):
    """A number as written, ``start:end`` half-open in the text that it was read from.

    `value` is exact; `value_max` the upper end where two digits stand side by side (两三, 十七八). `inexact` is
    ``"more"`` for 余, 多, 几, 数, ``"about"`` for 来, else ``""``; `after` is where such a word ends that follows the
    number, else `end`. `scale` is the multiplier that the number ends with (1.3万: 10000), else 1; `end` counts it in.
    """

    start: int
    end: int
    after: int
    value: Decimal
    value_max: Decimal | None = None
    inexact: Inexact = ""
    scale: Decimal = ONE


def plain(value: Decimal) -> Decimal:
    """The same value without exponent and, where it is whole, without decimals: 13000.0 and 1.3E+4 are 13000."""
    whole = value.to_integral_value()
    if whole != value:
        return value
    return EXACT.quantize(whole, ONE) if "E" in str(whole) else whole
