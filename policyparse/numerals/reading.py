"""Read the one number that begins at a place: 21, 3,161, 二十一, 1.3万, 3亿5千万, 两三, 十余, 二〇二五."""

from __future__ import annotations

import re
from decimal import Decimal

from policyparse.numerals.characters import (
    ABOUT,
    ARABIC,
    BIG,
    CONTRACTED,
    DIGITS,
    EXACT,
    LONGEST,
    MORE,
    NARROW,
    POINTS,
    UNITS,
    VAGUE,
)
from policyparse.numerals.numeral import Numeral

ONE = Decimal(1)
ARABIC_NUMBER = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[０-９]{1,3}(?:，[０-９]{3}){1,12}(?![０-９])"
    rf"|[0-9]{{1,3}}(?:[\u00a0\u2009\u202f][0-9]{{3}}){{1,12}}(?![0-9])|[{ARABIC}]+)"
    rf"(?:[.．][{ARABIC}]+)?"
)
"""3161, 3,161, ３，１６１, 75 000 with a narrow or fixed blank, 1.3. A plain blank does not join (table columns)."""
POWER_OF_TEN = re.compile(r"[×xX*]10(?:\^?([-+]?[0-9]{1,3})|([⁻]?[⁰¹²³⁴-⁹]{1,3}))")
"""1.2×10^5, 1.2×10⁵."""
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
DIGIT_RUN = re.compile(f"[{''.join(DIGITS)}]{{1,{LONGEST}}}")
DECIMALS = re.compile(
    f"[{POINTS}](?:[{''.join(d for d in DIGITS if d not in '两兩倆俩')}]{{1,{LONGEST}}}|[{ARABIC}]{{1,{LONGEST}}})"
)
BLANKS = re.compile(r"[ \u3000]{0,2}")
NOT_MORE = re.compile("余[额热粮缺震晖味]|多[元样功媒边式党民孔层维云]|来[自源华料电年]")
"""Where the word goes on, 余 多 来 say nothing of the number: 30余额, 5多功能."""


class Sum:
    """Adds up a numeral's parts in their order, as Chinese does: thousands within 万 within 亿."""

    __slots__ = ("big", "digit_of_unit", "fraction", "last", "pending", "scale", "section", "small", "total", "zero")

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.pending: Decimal | None = None
        self.digit_of_unit = False
        self.small = self.big = self.last = Decimal(0)
        self.zero = self.fraction = False
        self.scale = ONE

    @classmethod
    def of(cls, value: Decimal) -> Sum:
        """A sum that begins with a number with decimals."""
        new = cls()
        new.pending, new.fraction = value, True
        return new

    def digit(self, value: Decimal, *, arabic: bool = False, padded: bool = False) -> bool:
        """Take a digit or an Arabic number, `padded` with zeros or not; False where none can stand."""
        if self.pending is not None or (self.fraction and self.last):
            return False
        if arabic and self.last and value >= self.last:
            return False
        self.pending = value
        self.digit_of_unit = not self.zero and not padded and value < 10
        self.fraction, self.zero = value % 1 != 0, False
        return True

    def unit(self, unit: Decimal) -> bool:
        """Take 十, 百, 千, 万, 亿, 兆; False where it cannot stand."""
        done = self._large(unit) if unit >= BIG else self._small(unit)
        if done:
            self.last, self.pending, self.zero = unit, None, False
        return done

    def _small(self, unit: Decimal) -> bool:
        if self.small and unit >= self.small:
            return False
        if self.pending is None and self.last and not self.zero:
            return False
        self.scale = unit if not self.last else ONE
        self.section = EXACT.add(self.section, EXACT.multiply(ONE if self.pending is None else self.pending, unit))
        self.small = unit
        return True

    def _large(self, unit: Decimal) -> bool:
        value = EXACT.add(self.section, self.pending or Decimal(0))
        if not self.last and self.pending is None:
            value = ONE
        if not value:
            if self.last < BIG or self.zero:
                return False
            self.total = EXACT.multiply(self.total, unit)
            self.scale = EXACT.multiply(self.scale, unit)
        elif not self.big or unit < self.big:
            self.total = EXACT.add(self.total, EXACT.multiply(value, unit))
            self.scale = ONE if self.big else EXACT.multiply(unit, self.scale if self.pending is None else ONE)
        elif unit > self.big:
            self.total = EXACT.multiply(EXACT.add(self.total, value), unit)
            self.scale = unit
        else:
            return False
        self.section, self.small, self.big = Decimal(0), Decimal(0), unit
        return True

    def value(self) -> Decimal:
        """The sum so far. A last digit after a unit counts tenths of it: 一万三 is 13000, but 一万零三 is 10003."""
        whole = EXACT.add(self.total, self.section)
        if self.pending is None:
            return whole
        if self.last > 10 and self.digit_of_unit:
            return EXACT.add(whole, EXACT.multiply(self.pending, self.last / 10))
        return EXACT.add(whole, self.pending)


class Reader:
    """Reads on from one place; `low` and `high` differ where two digits stand side by side."""

    __slots__ = ("blanks", "high", "inexact", "low", "place", "text", "until")

    def __init__(self, text: str, place: int, until: re.Pattern[str] | None, *, blanks: bool) -> None:
        self.text, self.place, self.until, self.blanks = text, place, until, blanks
        self.low, self.high = Sum(), Sum()
        self.inexact = ""

    def read(self, start: int) -> Numeral | None:
        """The numeral from `start` on, as far as it goes; None where nothing is one."""
        best: Numeral | None = None
        while True:
            place = self.place
            if self.blanks and best is not None:
                self.place = _after_blanks(self.text, place)
            if not self._step():
                break
            if not self.low.zero:
                best = self._numeral(start)
        return best and self._with_mark(best)

    def _numeral(self, start: int) -> Numeral:
        low, high = self.low.value(), self.high.value()
        scale = self.low.scale if self.low.pending is None else ONE
        return Numeral(start, self.place, self.place, low, None if high == low else high, self.inexact, scale)

    def _step(self) -> bool:
        """Take the next part of the numeral."""
        character = self.text[self.place : self.place + 1]
        if character in UNITS and character:
            return self._unit(UNITS[character])
        if character in DIGITS:
            return self._digits()
        if character in CONTRACTED:
            return self._digit(Decimal(CONTRACTED[character]), 0) and self._unit(UNITS["十"])
        if character in POINTS and character:
            return self._decimals()
        if character in VAGUE and character:
            return self._vague()
        if character in MORE and character:
            return self._more_before_unit()
        return self._arabic()

    def _unit(self, unit: Decimal) -> bool:
        if self.until is not None and self.until.match(self.text, self.place):
            return False
        return self._advance(1, self.low.unit(unit) and self.high.unit(unit))

    def _digits(self) -> bool:
        match = DIGIT_RUN.match(self.text, self.place)
        assert match is not None
        run = match[0]
        first, begun = DIGITS[run[0]], bool(self.low.last) or self.low.pending is not None
        if begun and first == 0 and self.low.pending is None and not self.low.zero:
            self.low.zero = self.high.zero = True
            return self._advance(1, True)
        if not begun and len(run) > 1 and not _side_by_side(run):
            if self.text[match.end() : match.end() + 1] in UNITS and first == 0:
                return self._digit(Decimal(DIGITS[run[1]]), 2) if len(run) == 2 else False
            return self._digit(Decimal("".join(str(DIGITS[c]) for c in run)), len(run))
        if len(run) == 2 and _side_by_side(run):
            done = self.low.digit(Decimal(first)) and self.high.digit(Decimal(DIGITS[run[1]]))
            return self._advance(2, done)
        if first == 0 and not begun and self.text[self.place + 1 : self.place + 2] in UNITS:
            self.low.zero = self.high.zero = True
            return self._advance(1, True)
        return self._digit(Decimal(first), 1)

    def _digit(self, value: Decimal, length: int) -> bool:
        return self._advance(length, self.low.digit(value) and self.high.digit(value))

    def _decimals(self) -> bool:
        match = DECIMALS.match(self.text, self.place)
        if match is None or self.low.fraction or (self.low.pending is None and not self.low.last):
            return False
        digits = "".join(str(DIGITS.get(c, c)) for c in match[0][1:].translate(NARROW))
        self.low = Sum.of(EXACT.add(self.low.value(), Decimal(f"0.{digits}")))
        self.high = Sum.of(EXACT.add(self.high.value(), Decimal(f"0.{digits}")))
        return self._advance(len(match[0]), True)

    def _vague(self) -> bool:
        """几 and 数 in front of a unit (数十), or 几 after one (二十几万)."""
        character, following = self.text[self.place], self.text[self.place + 1 : self.place + 2]
        begun = bool(self.low.last) or self.low.zero
        if begun:
            return character != "数" and self._more_before_unit()
        if following not in UNITS or not following or self.low.pending is not None:
            return False
        if self.until is not None and self.until.match(self.text, self.place + 1):
            return False
        self.inexact = "more"
        return self._digit(ONE, 1) and self._unit(UNITS[following])

    def _more_before_unit(self) -> bool:
        """余, 多, 几 between the number and 万 or 亿: 500余万, 十几亿."""
        if self.low.pending is None and not self.low.last:
            return False
        place = _after_blanks(self.text, self.place + 1) if self.blanks else self.place + 1
        unit = UNITS.get(self.text[place : place + 1])
        if unit is None or unit < BIG or (self.until is not None and self.until.match(self.text, place)):
            return False
        self.low.zero = self.high.zero = False
        self.inexact = "more"
        self.place = place
        return self._unit(unit)

    def _arabic(self) -> bool:
        match = ARABIC_NUMBER.match(self.text, self.place)
        if match is None or match.end() - match.start() > LONGEST:
            return False
        value, end = Decimal(arabic(match[0])), match.end()
        power = POWER_OF_TEN.match(self.text, end)
        if power and not self.low.last:
            value, end = value.scaleb(int(power[1] or power[2].translate(SUPERSCRIPTS)), EXACT), power.end()
        padded = match.end() - match.start() > 1
        done = all(side.digit(value, arabic=True, padded=padded) for side in (self.low, self.high))
        return self._advance(end - self.place, done)

    def _advance(self, length: int, done: bool) -> bool:
        if done:
            self.place += length
        return done

    def _with_mark(self, numeral: Numeral) -> Numeral:
        """`numeral` with the 余, 多, 几, 来 that follows it."""
        place = _after_blanks(self.text, numeral.end) if self.blanks else numeral.end
        mark = self.text[place : place + 1]
        if not mark or mark not in MORE + ABOUT or numeral.inexact or not _rounded(self.text, numeral):
            return numeral
        if NOT_MORE.match(self.text, place):
            return numeral
        return Numeral(
            numeral.start, numeral.end, place + 1, numeral.value, numeral.value_max,
            "about" if mark in ABOUT else "more", numeral.scale,
        )  # fmt: skip


def read_numeral(
    text: str, start: int, until: re.Pattern[str] | None = None, *, blanks: bool = False
) -> Numeral | None:
    """The number that begins at `start`, as long as it goes, without sign.

    Where `until` matches, a character such as 千 or 兆 belongs to a unit (千瓦) and ends the number. With `blanks`,
    up to two blanks may stand between its parts (7 万 5 千).
    """
    return Reader(text, start, until, blanks=blanks).read(start)


def arabic(digits: str) -> str:
    """Digits as written (full width, thousands separated) in plain ASCII."""
    if not digits.isascii():
        digits = digits.translate(NARROW)
        digits = digits.replace("\u00a0", "").replace("\u2009", "").replace("\u202f", "")
    return digits.replace(",", "")


def _side_by_side(run: str) -> bool:
    """两三, 七八, 三五: two digits that bound a number."""
    if len(run) != 2:
        return False
    low, high = DIGITS[run[0]], DIGITS[run[1]]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _after_blanks(text: str, place: int) -> int:
    match = BLANKS.match(text, place)
    return match.end() if match else place


def _rounded(text: str, numeral: Numeral) -> bool:
    """Whether 余 or 多 can follow: a Han numeral that ends with a unit, or any Arabic number (but 一多半)."""
    last = text[numeral.end - 1]
    return last in UNITS or last in CONTRACTED or last not in DIGITS
