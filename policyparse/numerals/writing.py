"""Write a number in Han numerals."""

from __future__ import annotations

from policyparse.errors import UsageError

LIMIT = 10**16
DIGITS = "零一二三四五六七八九"
SECTION_UNITS = ("", "十", "百", "千")
MYRIAD, HUNDRED_MILLION = 10_000, 100_000_000


def to_chinese(number: int) -> str:
    """`number` in Han numerals: 21 is 二十一, 10 is 十, 100001 is 十万零一, -3 is 负三.

    Raises `UsageError` from 10^16 on.
    """
    if abs(number) >= LIMIT:
        raise UsageError(
            zh=f"数字过大：{number}", en=f"the number is too large: {number}",
            cure_zh="请给出绝对值小于一亿亿的整数", cure_en="give an integer below 10^16",
        )  # fmt: skip
    if number < 0:
        return "负" + to_chinese(-number)
    written = _written(number) if number else "零"
    return written[1:] if written.startswith("一十") else written


def _written(number: int) -> str:
    """A number above zero; each part that leaves out a place begins with 零."""
    for unit, character in ((HUNDRED_MILLION, "亿"), (MYRIAD, "万")):
        if number >= unit:
            above, rest = divmod(number, unit)
            return _written(above) + character + _rest(rest, unit)
    for power in (3, 2, 1, 0):
        unit = 10**power
        if number >= unit:
            digit, rest = divmod(number, unit)
            return DIGITS[digit] + SECTION_UNITS[power] + _rest(rest, unit)
    return ""


def _rest(rest: int, unit: int) -> str:
    if not rest:
        return ""
    return ("" if rest >= unit // 10 else "零") + _written(rest)
