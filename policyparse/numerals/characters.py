"""The characters that numbers are written with: simplified, Traditional, and in the form for accounts (壹贰叁)."""

from __future__ import annotations

from decimal import Context, Decimal

EXACT = Context(prec=120)
"""Arithmetic that does not round: a run of more than `LONGEST` digits is read as no number."""
LONGEST = 30
ONE = Decimal(1)
TEN = Decimal(10)

DIGITS = {
    character: value
    for value, characters in enumerate(
        ("零〇○", "一壹", "二贰貳两兩倆俩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in characters
}
"""Han digits. 两 stands in front of a unit or a counter only, and never after 点."""
PAIR_WORDS = "两兩倆俩"

UNITS = {
    character: Decimal(10) ** power
    for power, characters in ((1, "十拾"), (2, "百佰"), (3, "千仟"), (4, "万萬"), (8, "亿億"), (12, "兆"))
    for character in characters
}
"""The powers of ten that have a character. 兆 is 10^12 among numerals; a unit such as 兆瓦 wins over it."""
BIG = Decimal(10_000)
"""From 万 on, a unit multiplies all that stands before it."""

CONTRACTED = {"廿": 2, "卅": 3, "卌": 4}
"""One character for twenty, thirty, forty."""

POINTS = "点點"
MINUS = "-－−负負"
VAGUE = "几幾数"
"""A digit that is not told: 几十, 数百, 二十几."""
MORE = "余餘多几幾"
"""After a number: and some more. 3000余人, 320多个, 十几万."""
ABOUT = "来來"
"""After 十, 百, 千: about. 十来个."""

HAN = "".join(DIGITS) + "".join(UNITS) + "".join(CONTRACTED)
ARABIC = "0-9０-９"
ARABIC_DIGITS = frozenset("0123456789０１２３４５６７８９")
NARROW = str.maketrans("０１２３４５６７８９．，／－＋％ｅＥ", "0123456789.,/-+%eE", " \u00a0\u2009\u202f")
"""To ASCII, without the blanks that set thousands apart."""


def is_whole(value: Decimal) -> bool:
    """Whether `value` has no decimals, however many digits it has."""
    return value == value.to_integral_value()
