"""Read the one number that begins at a place: 21, 3,161, 二十一, 1.3万, 3亿5千万, 两三, 十余, 二〇二五."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from policyparse.numerals.characters import (
    ABOUT,
    ARABIC,
    ARABIC_DIGITS,
    BIG,
    CONTRACTED,
    DIGITS,
    EXACT,
    LONGEST,
    MORE,
    NARROW,
    ONE,
    PAIR_WORDS,
    POINTS,
    TEN,
    UNITS,
    VAGUE,
)
from policyparse.numerals.numeral import Inexact, Numeral, plain
from policyparse.numerals.sums import Sum

ARABIC_NUMBER = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[０-９]{1,3}(?:，[０-９]{3}){1,12}(?![０-９])"
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,12}(?![0-9])"
    r"|(?<![0-9，、])[0-9]{1,3}(?:，[0-9]{3}){1,4}(?=[^\s0-9，。、；])"
    rf"|(?<![\s0-9|.])[0-9]{{1,3}}(?: [0-9]{{3}}){{1,12}}(?=[^\s0-9|.])|[{ARABIC}]+)"
    rf"(?:[.．][{ARABIC}]++(?![.．][{ARABIC}]))?"
)
"""3161, 3,161, ３，１６１, 75 000, 1.3; 1.2.3 has no decimals.

A plain blank joins only where no other blank stands beside the number, since blanks part the columns of tables."""
PLAIN_NUMBER = re.compile(rf"[0-9]+(?:\.[0-9]+)?+(?![{ARABIC}.．,，\s])")
"""What most Arabic numbers look like, told at once."""
POWER_OF_TEN = re.compile(r"[×xX*]10(?:\^?([-+]?[0-9]{1,2})(?![0-9])|(⁻?[⁰¹²³⁴-⁹]{1,2}))")
"""1.2×10^5, 1.2×10⁵."""
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
DIGIT_RUN = re.compile(f"[{''.join(DIGITS)}]{{1,{LONGEST}}}")
DECIMAL_DIGITS = "".join(digit for digit in DIGITS if digit not in PAIR_WORDS)
DECIMALS = re.compile(rf"[{POINTS}] {{0,2}}([{DECIMAL_DIGITS}]{{1,{LONGEST}}}|[{ARABIC}]{{1,{LONGEST}}})")
BLANKS = re.compile("[ \u3000]{0,2}")
WORDS_OF_MORE = re.compile("[余餘][额热粮缺震晖味]|多[元样功媒边式党民孔层维云数]|[来來][自源华料电年]")
"""Where the word goes on, 余, 多 and 来 say nothing of the number: 30余额, 5多功能."""


class Reader:
    """Reads on from one place. `low` and `high` differ where two digits stand side by side (两三)."""

    __slots__ = ("blanks", "high", "inexact", "low", "place", "text", "until")

    def __init__(self, text: str, place: int, until: re.Pattern[str] | None, *, blanks: bool) -> None:
        self.text, self.place, self.until, self.blanks = text, place, until, blanks
        self.low, self.high = Sum(), Sum()
        self.inexact: Inexact = ""

    def read(self) -> Numeral | None:
        """The numeral that begins here, as far as it goes."""
        start = end = self.place
        while True:
            if self.blanks and end > start:
                self.place = self._after_blanks(self.place)
            take = TAKES.get(self.text[self.place : self.place + 1], Reader._arabic)
            if not take(self):
                break
            if not self.low.zero:
                end = self.place
        if end == start:
            return None
        low, high = plain(self.low.value()), plain(self.high.value())
        scale = self.low.scale if self.low.pending is None else ONE
        return self._with_word_of_more(
            Numeral(start, end, end, low, None if high == low else high, self.inexact, scale)
        )

    def unit(self) -> bool:
        """Take 十, 百, 千, 万, 亿, 兆."""
        if self._is_of_unit(self.place):
            return False
        unit = UNITS[self.text[self.place]]
        return self._advance(1, self.low.unit(unit) and self.high.unit(unit))

    def contracted(self) -> bool:
        """Take 廿 as 二十."""
        if self.low.pending is not None or self.low.fraction or self.low.small == TEN:
            return False
        value = Decimal(CONTRACTED[self.text[self.place]])
        return self._advance(1, all(side.digit(value) and side.unit(TEN) for side in (self.low, self.high)))

    def digits(self) -> bool:
        """Take one Han digit, two side by side, or a number told digit by digit (二〇二五)."""
        match = DIGIT_RUN.match(self.text, self.place)
        run = match[0] if match else ""
        following = self.text[self.place + len(run) : self.place + len(run) + 1]
        if self.low.begun:
            return self._digits_within(run, following)
        if len(run) == 1 and DIGITS[run] == 0 and following in UNITS and following:
            return self._zero()
        if _side_by_side(run):
            return self._pair(run)
        if len(run) == 1 or any(character in PAIR_WORDS for character in run):
            return self._digit(Decimal(DIGITS[run[0]]), 1)
        return self._digit(Decimal("".join(str(DIGITS[character]) for character in run)), len(run))

    def _digits_within(self, run: str, following: str) -> bool:
        first = run[0]
        if DIGITS[first] == 0:
            return self.low.pending is None and not self.low.zero and self._zero()
        if _side_by_side(run) and run[1] not in PAIR_WORDS:
            return self._pair(run)
        if first in PAIR_WORDS and (len(run) > 1 or following not in UNITS or not following):
            return False
        return self._digit(Decimal(DIGITS[first]), 1)

    def _zero(self) -> bool:
        self.low.zero = self.high.zero = True
        return self._advance(1, True)

    def _pair(self, run: str) -> bool:
        low, high = Decimal(DIGITS[run[0]]), Decimal(DIGITS[run[1]])
        return self._advance(2, self.low.digit(low) and self.high.digit(high))

    def _digit(self, value: Decimal, length: int) -> bool:
        return self._advance(length, self.low.digit(value, length) and self.high.digit(value, length))

    def decimals(self) -> bool:
        """Take 点 and the digits after it; after an Arabic number 点 tells the time of day (8点30)."""
        match = DECIMALS.match(self.text, self.place)
        if match is None or self.low.fraction or self.low.zero or not self.low.begun:
            return False
        if self.text[self.place - 1] in ARABIC_DIGITS:
            return False
        digits = "".join(str(DIGITS.get(character, character)) for character in match[1].translate(NARROW))
        self.low = Sum.of(EXACT.add(self.low.value(), Decimal(f"0.{digits}")))
        self.high = Sum.of(EXACT.add(self.high.value(), Decimal(f"0.{digits}")))
        return self._advance(len(match[0]), True)

    def vague(self) -> bool:
        """Take 几 or 数 in front of a unit (数十), or 几 after one (二十几万)."""
        if self.low.begun:
            return self.text[self.place] != "数" and self.more()
        unit = UNITS.get(self.text[self.place + 1 : self.place + 2])
        if unit is None or self._is_of_unit(self.place + 1) or self.text[self.place + 2 : self.place + 3] == "分":
            return False
        self.inexact = "more"
        return self._advance(2, all(side.digit(ONE) and side.unit(unit) for side in (self.low, self.high)))

    def more(self) -> bool:
        """Take 余, 多, 几 between the number and 万 or 亿: 500余万, 十几亿."""
        if self.low.pending is None and not self.low.last:
            return False
        place = self._after_blanks(self.place + 1)
        unit = UNITS.get(self.text[place : place + 1])
        if unit is None or unit < BIG or self._is_of_unit(place):
            return False
        self.low.zero = self.high.zero = False
        done = self._advance(place + 1 - self.place, self.low.unit(unit) and self.high.unit(unit))
        self.inexact = "more" if done else self.inexact
        return done

    def _arabic(self) -> bool:
        match = ARABIC_NUMBER.match(self.text, self.place)
        if match is None or match.end() - match.start() > LONGEST:
            return False
        value, end = _decimal(match[0]), match.end()
        power = POWER_OF_TEN.match(self.text, end)
        if power and not self.low.last:
            value, end = value.scaleb(int(power[1] or power[2].translate(SUPERSCRIPTS)), EXACT), power.end()
        length = match.end() - match.start()
        return self._advance(end - self.place, self.low.digit(value, length) and self.high.digit(value, length))

    def _advance(self, length: int, done: bool) -> bool:
        if done:
            self.place += length
        return done

    def _is_of_unit(self, place: int) -> bool:
        return self.until is not None and self.until.match(self.text, place) is not None

    def _after_blanks(self, place: int) -> int:
        match = BLANKS.match(self.text, place) if self.blanks else None
        return match.end() if match else place

    def _with_word_of_more(self, numeral: Numeral) -> Numeral:
        """`numeral` with the 余, 多, 几, 来 after it. None follows a Han digit: 一多半."""
        place = self._after_blanks(numeral.end)
        word = self.text[place : place + 1]
        if not word or word not in MORE + ABOUT or numeral.inexact or self.text[numeral.end - 1] in DIGITS:
            return numeral
        if WORDS_OF_MORE.match(self.text, place):
            return numeral
        return numeral._replace(after=place + 1, inexact="about" if word in ABOUT else "more")


TAKES: dict[str, Callable[[Reader], bool]] = {
    **dict.fromkeys(UNITS, Reader.unit),
    **dict.fromkeys(DIGITS, Reader.digits),
    **dict.fromkeys(CONTRACTED, Reader.contracted),
    **dict.fromkeys(POINTS, Reader.decimals),
    **dict.fromkeys(MORE, Reader.more),
    **dict.fromkeys(VAGUE, Reader.vague),
}
"""What each character that can go on with a numeral adds to it; anything else has to be Arabic digits."""
GOES_ON = frozenset({*TAKES, *ABOUT, *ARABIC_DIGITS, *"×xX* \u3000"})


def read_numeral(
    text: str, start: int, until: re.Pattern[str] | None = None, *, blanks: bool = False
) -> Numeral | None:
    """The number that begins at `start`, as long as it goes, without sign.

    Where `until` matches, a character such as 千 or 兆 belongs to a unit (千瓦) and ends the number. With `blanks`,
    up to two blanks may stand between its parts (7 万 5 千).
    """
    first, following = text[start : start + 1], text[start + 1 : start + 2]
    if first in DIGITS and following not in GOES_ON:
        return Numeral(start, start + 1, start + 1, Decimal(DIGITS[first]))
    if first not in TAKES:
        match = PLAIN_NUMBER.match(text, start) or ARABIC_NUMBER.match(text, start)
        if match is None or match.end() - start > LONGEST:
            return None
        if text[match.end() : match.end() + 1] not in GOES_ON:
            return Numeral(start, match.end(), match.end(), _decimal(match[0]))
        if not blanks:
            number = _with_one_unit(text, match, until)
            if number is not None:
                return number
    return Reader(text, start, until, blanks=blanks).read()


def _with_one_unit(text: str, match: re.Match[str], until: re.Pattern[str] | None) -> Numeral | None:
    """500万, 1.3亿, 40万千瓦: what most numbers with a multiplier look like, read without ado."""
    end = match.end()
    unit = UNITS.get(text[end : end + 1])
    if unit is None or (until is not None and until.match(text, end)):
        return None
    following = text[end + 1 : end + 2]
    if following in GOES_ON and (until is None or not until.match(text, end + 1)):
        return None
    return Numeral(match.start(), end + 1, end + 1, plain(EXACT.multiply(_decimal(match[0]), unit)), scale=unit)


def _decimal(digits: str) -> Decimal:
    """The value of Arabic digits as written: full width, with thousands set apart."""
    if digits.isdecimal():
        return Decimal(digits)
    return plain(Decimal(digits.translate(NARROW).replace(",", "")))


def _side_by_side(run: str) -> bool:
    """两三, 七八, 三五: two digits that bound a number."""
    if len(run) != 2:
        return False
    low, high = DIGITS[run[0]], DIGITS[run[1]]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))
