"""The numbers of labels: 二十一, ２１, ㉑, Ⅺ, 贰."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMERAL = re.compile(
    "[〇零一二三四五六七八九十百千两]{1,8}|[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}|[0-9０-９]{1,4}"
    "|[Ⅰ-ⅻIVXivx①-⓿⒈-⒛❶-❿㉑-㊿]{1,5}|[A-Ha-h]"
)

DIGITS = {
    **{character: value for value, character in enumerate("〇一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{"两": 2, "貳": 2, "參": 3, "参": 3, "陸": 6},
}
PLACES = {"十": 10, "拾": 10, "百": 100, "千": 1000}
LETTERS = "ABCDEFGHabcdefgh"
ROMAN = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=4096)
def ordinals(label: str) -> tuple[int, ...]:
    """All numbers in a label, in their order: (1, 2) for ``1.2.``. Numerals that say no number are left out."""
    found = (ordinal(numeral) for numeral in NUMERAL.findall(label))
    return tuple(number for number in found if number is not None)


def ordinal(numeral: str) -> int | None:
    """The number that one numeral says, ``None`` where it says none (百 alone, 十十)."""
    first = numeral[0]
    if first in DIGITS or first in PLACES:
        return _han(numeral)
    plain = unicodedata.normalize("NFKC", numeral).strip(".()")
    if plain.isdecimal():
        return int(plain)
    if plain.upper().strip("IVX") == "":
        return _roman(plain.upper())
    if first in LETTERS:
        return LETTERS.index(first) % 8 + 1
    digit = unicodedata.digit(numeral[0], None) if len(numeral) == 1 else None
    return digit if digit is not None else _numeric(numeral)


def _han(numeral: str) -> int | None:
    if len(numeral) > 1 and not any(character in PLACES for character in numeral):
        return int("".join(str(DIGITS[character]) for character in numeral))  # 一二三 as digits: 第一二三条
    total = digit = 0
    last = 10_000
    for character in numeral:
        place = PLACES.get(character)
        if place is None:
            digit = DIGITS[character]
        elif place >= last or (digit == 0 and (place > 10 or total)):
            return None
        else:
            total += (digit or 1) * place
            digit, last = 0, place
    return total + digit


def _roman(numeral: str) -> int | None:
    values = [ROMAN[character] for character in numeral]
    following = [*values[1:], 0]
    total = sum(-value if value < after else value for value, after in zip(values, following, strict=True))
    return total or None


def _numeric(numeral: str) -> int | None:
    value = unicodedata.numeric(numeral, None) if len(numeral) == 1 else None
    return int(value) if value is not None and value == int(value) else None
