"""The numbers of labels: 二十一, ２１, ㉑, Ⅺ, 贰, (b)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from policyparse.numerals import parse_numeral

NUMERAL = re.compile(
    "[〇零一二三四五六七八九十百千两]{1,8}|[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}|[0-9０-９]{1,4}"
    "|[Ⅰ-ⅻIVXivx①-⓿⒈-⒛❶-❿㉑-㊿]{1,5}|[A-Ha-h]"
)
NO_FIRST_DIGIT = "百千"  # 百、千、万工程 is no list
LETTERS = "abcdefgh"
ROMAN = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=4096)
def ordinals(label: str) -> tuple[int, ...]:
    """All numbers in a label, in their order: (1, 2) for ``1.2.``. Numerals that say no number are left out."""
    found = (ordinal(numeral) for numeral in NUMERAL.findall(label))
    return tuple(number for number in found if number is not None)


def ordinal(numeral: str) -> int | None:
    """The number that one numeral says, ``None`` where it says none (百 alone)."""
    if numeral[0] in NO_FIRST_DIGIT:
        return None
    plain = unicodedata.normalize("NFKC", numeral).strip(".()")  # Ⅺ is XI, ⑴ and ⒈ are 1
    if plain.upper().strip("IVX") == "":
        return _roman(plain.upper())
    if plain.lower() in LETTERS:
        return LETTERS.index(plain.lower()) + 1
    number = parse_numeral(plain)
    return int(number) if number is not None else _symbol(plain)


def _roman(numeral: str) -> int | None:
    values = [ROMAN[character] for character in numeral]
    following = [*values[1:], 0]
    total = sum(-value if value < after else value for value, after in zip(values, following, strict=True))
    return total or None


def _symbol(numeral: str) -> int | None:
    """The number of a single sign: ❶."""
    value = unicodedata.numeric(numeral, None) if len(numeral) == 1 else None
    return int(value) if value is not None else None
