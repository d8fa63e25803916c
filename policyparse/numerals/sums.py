"""Add up the parts of a Han or mixed numeral."""

from __future__ import annotations

from decimal import Decimal

from policyparse.numerals.characters import BIG, EXACT, ONE, TEN, is_whole

ZERO = Decimal(0)
MOST = Decimal(10) ** 30
"""Above this, 万 and 亿 multiply no further."""
TEN_AFTER_HUNDRED = (TEN, Decimal(100))
"""一百十四, as in years of the Republic, for 一百一十四."""


class Sum:
    """The parts in their order, as Chinese counts: units up to 千 within a section, sections within 万, 亿, 兆.

    `pending` is a digit that no unit has followed yet, `last` the last unit, `scale` the multiplier of a sum that is
    one number times units (三百万: 3 times 1000000).
    """

    __slots__ = ("big", "fraction", "last", "pending", "scale", "section", "short", "small", "total", "zero")

    def __init__(self) -> None:
        self.total = self.section = self.small = self.big = self.last = ZERO
        self.scale = ONE
        self.pending: Decimal | None = None
        self.short = self.zero = self.fraction = False

    @classmethod
    def of(cls, value: Decimal) -> Sum:
        """A sum that begins with a number with decimals."""
        new = cls()
        new.pending, new.fraction = value, True
        return new

    @property
    def begun(self) -> bool:
        """Whether anything has been taken."""
        return self.pending is not None or bool(self.last) or self.zero

    def digit(self, value: Decimal, length: int = 1) -> bool:
        """Take a digit, or an Arabic number of `length` characters; False where none can stand."""
        if self.pending is not None or (self.last and (self.fraction or value >= self.last)):
            return False
        self.pending = value
        self.short = length == 1 and not self.zero
        self.fraction, self.zero = not is_whole(value), False
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
        if self.pending is None and self.last and not self.zero and (unit, self.small) != TEN_AFTER_HUNDRED:
            return False
        self.scale = ONE if self.last else unit
        self.section = EXACT.add(self.section, EXACT.multiply(ONE if self.pending is None else self.pending, unit))
        self.small = unit
        return True

    def _large(self, unit: Decimal) -> bool:
        value = EXACT.add(self.section, self.pending or ZERO) if self.begun else ONE
        if not value:
            if self.last < BIG or self.zero or self.total > MOST:
                return False
            self.total = EXACT.multiply(self.total, unit)
            self.scale = EXACT.multiply(self.scale, unit)
        elif not self.big or unit < self.big:
            self.total = EXACT.add(self.total, EXACT.multiply(value, unit))
            self.scale = ONE if self.big else EXACT.multiply(unit, self.scale if self.pending is None else ONE)
        elif unit > self.big and self.total <= MOST:
            self.total = EXACT.multiply(EXACT.add(self.total, value), unit)
            self.scale = unit
        else:
            return False
        self.section, self.small, self.big = ZERO, ZERO, unit
        return True

    def value(self) -> Decimal:
        """The sum so far. A last digit right after a unit counts its tenths: 一万三 is 13000, 一万零三 is 10003."""
        whole = EXACT.add(self.total, self.section)
        if self.pending is None:
            return whole
        tenths = self.short and self.last > 10
        return EXACT.add(whole, EXACT.multiply(self.pending, self.last / 10) if tenths else self.pending)
