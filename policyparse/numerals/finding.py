"""Find numbers and shares wherever they stand, and read a whole text as one number.

This is the liberal side: it needs no unit, allows blanks within a number, and reads fractions and powers of ten.
Quantities of policy documents are found by `policyparse.extract`, which asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from policyparse.numerals.characters import ARABIC, ARABIC_DIGITS, BIG, EXACT, HAN, LONGEST, MINUS, UNITS
from policyparse.numerals.fixed_words import NUMERALS, ORDINARY_WORDS, FixedWords
from policyparse.numerals.numeral import Numeral, plain
from policyparse.numerals.reading import read_numeral
from policyparse.numerals.shares import PERCENT, Share, quotient, read_share

START = re.compile(rf"[{ARABIC}{HAN}半几幾数]|(?<![0-9A-Za-z.])\.(?=[0-9])")
ARABIC_RUN = re.compile(f"[{ARABIC}]+")
POINT_FIRST = re.compile(rf"\.[0-9]{{1,{LONGEST}}}")
EXPONENT = re.compile(r"[eEｅＥ]([-+－＋]?[0-9０-９]{1,2})(?![0-9A-Za-z])")
STROKE = re.compile(rf" ?[/／] ?(?=[{ARABIC}])")
WHOLE_AND_FRACTION = re.compile(rf" {{0,2}}又 {{0,2}}| (?=[{ARABIC}]{{1,6}}[/／][{ARABIC}])")
SIGNS = {"%": PERCENT, "％": PERCENT, "‰": Decimal(1000), "‱": Decimal(10_000)}
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
FORMAL_ONLY_IN_RUNS = frozenset("伍陆陸肆拾佰仟")
"""For accounts, and words or names when they stand alone."""
ORDINARY = FixedWords(ORDINARY_WORDS)
HUNDREDTHS = re.compile(r"[百佰千仟万萬亿億]{1,3} {0,2}分 {0,2}之 {0,2}")
"""The number of 百分之五 is 五; a plain fraction (三分之二) is a number itself."""
WHOLE_NUMBER = re.compile(rf"[{MINUS}+＋]? ?")


def find_numerals(text: str) -> list[Numeral]:
    """Every number of `text`, in its order: Arabic, Han or mixed, with sign, fractions (三分之二, 1/2) and exponents.

    Ordinary words are no numbers (统一, 四川, 大陆), nor are 万 or 亿 alone. The digits of 百分之五 and 5% are.
    """
    return list(_numerals(text))


def find_shares(text: str) -> list[Share]:
    """Every share of `text` that counts hundredths, thousandths and so on: 5%, ‰, 百分之五, 千分之一, 三成, 一半."""
    found: list[Share] = []
    place = 0
    while match := START.search(text, place):
        start = match.start()
        number = None if text[start] == "半" else _read(text, start)
        share = None if _in_address(text, start) else _share(text, start, number)
        if share is not None and share.parts > 1:
            found.append(_signed_share(text, share))
            place = share.end
        else:
            place = max(match.end(), number.end if number else _run_end(text, start))
    return found


def parse_numeral(text: str) -> Decimal | None:
    """The value that `text` as a whole says (二十一, -1.3万, 三分之二, 百分之五), or None where it says no one number.

    Inexact numbers give the value named (十余: 10); two digits side by side (两三) name no one value.
    """
    expression = text.strip()
    sign = WHOLE_NUMBER.match(expression)
    place = sign.end() if sign else 0
    if place >= len(expression):
        return None
    if expression[place:] == "半":
        return Decimal("0.5")
    number = _number(expression, place)
    if number is None:
        share = read_share(expression, place, None)
        value = quotient(share.value, share.parts) if share and share.end == len(expression) else None
    else:
        whole = number.after == len(expression) and number.value_max is None and not _lone_unit(expression[place:])
        value = number.value if whole else None
    negative = place > 0 and expression[0] in MINUS
    return -value if value is not None and negative else value


def _numerals(text: str) -> Iterator[Numeral]:
    place = 0
    while match := START.search(text, place):
        start = match.start()
        word_end = ORDINARY.end_at(text, start)
        number = None if word_end is not None or text[start] == "半" else _number(text, start)
        if number is None:
            place = max(match.end(), word_end or _run_end(text, start))
            continue
        above = HUNDREDTHS.match(text, start)
        number = (above and _read(text, above.end())) or number
        place = number.end
        if not _is_word(text, number):
            yield _signed(text, number)


def _number(text: str, start: int) -> Numeral | None:
    """The number at `start` with exponent, fraction or both whole and fraction."""
    number = _read(text, start)
    if number is None:
        return None
    exponent = EXPONENT.match(text, number.end)
    if exponent and text[number.end - 1] in ARABIC_DIGITS:
        value = plain(number.value.scaleb(int(exponent[1].replace("－", "-").replace("＋", "+")), EXACT))
        return Numeral(start, exponent.end(), exponent.end(), value)
    joint = WHOLE_AND_FRACTION.match(text, number.end)
    if joint:
        below = _read(text, joint.end())
        fraction = _fraction(text, below) if below else None
        if fraction is not None:
            return fraction._replace(start=start, value=plain(EXACT.add(number.value, fraction.value)))
    return _fraction(text, number) or number


def _fraction(text: str, number: Numeral) -> Numeral | None:
    """1/2, 三分之二, 一百分之二: the fraction that begins with `number`."""
    stroke = STROKE.match(text, number.end)
    if stroke and text[number.end - 1] in ARABIC_DIGITS:
        below = read_numeral(text, stroke.end())
        after = text[below.end : below.end + 1] if below else ""
        if below is None or not below.value or after in LETTERS or after in ("/", "／"):
            return None
        return Numeral(number.start, below.end, below.end, quotient(number.value, below.value))
    share = read_share(text, number.start, number, blanks=True)
    if share is None or "成" in text[number.end : share.end] or share.value_max is not None:
        return None
    return Numeral(share.start, share.end, share.end, quotient(share.value, share.parts))


def _read(text: str, start: int) -> Numeral | None:
    point = POINT_FIRST.match(text, start)
    if point:
        return Numeral(start, point.end(), point.end(), Decimal(point[0]))
    return read_numeral(text, start, blanks=True)


def _run_end(text: str, start: int) -> int:
    """Where a run of digits ends that is too long for a number, else `start`."""
    run = ARABIC_RUN.match(text, start)
    return run.end() if run else start


def _is_word(text: str, number: Numeral) -> bool:
    """万 and 亿 alone, 陆 and 伍 alone, and digits within an address are no numbers."""
    written = text[number.start : number.end]
    if written in UNITS and number.start and text[number.start - 1] in NUMERALS:
        return True
    return _lone_unit(written) or written in FORMAL_ONLY_IN_RUNS or _in_address(text, number.start)


def _lone_unit(written: str) -> bool:
    return written[0] in UNITS and UNITS[written[0]] >= BIG


def _in_address(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before == "%" or (before != "" and before in LETTERS)


def _share(text: str, start: int, number: Numeral | None) -> Share | None:
    share = read_share(text, start, number, blanks=True)
    if share is not None or number is None or number.inexact:
        return share
    place = number.end + (text[number.end : number.end + 1] == " ")
    parts = SIGNS.get(text[place : place + 1])
    following = text[place + 1 : place + 2]
    if parts is None or (following.isascii() and following.isalnum()):
        return None
    return Share(start, place + 1, number.value, number.value_max, parts)


def _signed(text: str, number: Numeral) -> Numeral:
    start = _sign(text, number.start)
    return number if start == number.start else number._replace(start=start, value=-number.value)


def _signed_share(text: str, share: Share) -> Share:
    start = _sign(text, share.start)
    return share if start == share.start else replace(share, start=start, value=-share.value)


def _sign(text: str, start: int) -> int:
    """Where the minus sign of the number at `start` stands, else `start`: a sign follows no digit, letter or sign."""
    if not start or text[start - 1] not in MINUS:
        return start
    before = text[start - 2 : start - 1] if start > 1 else ""
    if text[start - 1] in "负負" or not (before.isalnum() or (before and before in MINUS)):
        return start - 1
    return start
