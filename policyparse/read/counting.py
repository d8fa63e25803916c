"""Numbers in the ways in which Word and HTML count by themselves: 一, 壹, 甲, ①, iv, c.

Names are those of ECMA-376 (part 1, 17.18.59, ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from policyparse.numerals import to_chinese

_HAN_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_HANT = str.maketrans("零一二三四五六七八九十百千万亿", "零壹貳參肆伍陸柒捌玖拾佰仟萬億")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 32_767


def counted(number: int, style: str) -> str:
    """`number` as the counting `style` writes it; in digits where the style is not known or does not reach so far.

    A style of no number at all (``bullet``, ``none``) gives ``""``.
    """
    if style in ("bullet", "none"):
        return ""
    write = STYLES.get(style)
    return write(number) if write is not None and 0 <= number <= _LARGEST else str(number)


def _digits(number: int) -> str:
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(number))


def _of(characters: str) -> Callable[[int], str]:
    """Counts with these characters, beginning anew after the last one."""
    return lambda number: characters[(number - 1) % len(characters)] if number else "0"


def _from(first: str, most: int, zero: str = "") -> Callable[[int], str]:
    """Counts with the characters from `first` on, in digits beyond `most`."""

    def write(number: int) -> str:
        if number == 0 and zero:
            return zero
        return chr(ord(first) + number - 1) if 1 <= number <= most else str(number)

    return write


def _circled(number: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb …, as Word counts."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else "0"


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out or "0"


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


STYLES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda number: f"{number:02}",
        "decimalFullWidth": _full_width,
        "decimalFullWidth2": _full_width,
        "decimalHalfWidth": str,
        "chineseCounting": to_chinese,
        "chineseCountingThousand": to_chinese,
        "japaneseCounting": to_chinese,
        "taiwaneseCounting": to_chinese,
        "taiwaneseCountingThousand": to_chinese,
        "koreanDigital": _digits,
        "ideographDigital": _digits,
        "japaneseDigitalTenThousand": _digits,
        "taiwaneseDigital": _digits,
        "chineseLegalSimplified": lambda number: to_chinese(number).translate(_LEGAL),
        "japaneseLegal": lambda number: to_chinese(number).translate(_LEGAL_HANT),
        "ideographLegalTraditional": lambda number: to_chinese(number).translate(_LEGAL_HANT),
        "ideographTraditional": _of(_STEMS),
        "ideographZodiac": _of(_BRANCHES),
        "ideographZodiacTraditional": lambda number: _of(_STEMS)(number) + _of(_BRANCHES)(number),
        "ideographEnclosedCircle": _from("㊀", 10),
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "decimalEnclosedFullstop": _from("⒈", 20),
        "decimalEnclosedParen": _from("⑴", 20),
        "lowerLetter": _letters("a"),
        "upperLetter": _letters("A"),
        "lowerRoman": _roman,
        "upperRoman": lambda number: _roman(number).upper(),
    }
)
"""How each counting style writes a number."""
