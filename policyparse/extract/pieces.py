"""A number with the unit right after it, and ranges of two: 3亿5千万元, 三斤半, 百分之五, 3-5个, 2—3万套."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from policyparse.extract.units import UnitAt, UnitIndex
from policyparse.numerals import Numeral, parse_numeral, read_numeral, read_share
from policyparse.numerals.characters import ARABIC, ARABIC_DIGITS, BIG, HAN, ONE, UNITS
from policyparse.numerals.numeral import Inexact, plain

RANGE = re.compile(rf" ?(?:[-－—–~～―]{{1,2}}|[至到]) ?(?=[{ARABIC}{HAN}])")
"""Between the ends of a range: 3-5个, 20%—30%, 三到五个."""
CHANGE = re.compile(r"[由从自][^，。；、\n]{0,12}$")
"""由3%到5%: two figures, no range."""
CHANGE_REACH = 14
SHARE_BEGINS = frozenset("分成 ")
SIGN_OF_PARTS = {Decimal(100): "%", Decimal(1000): "‰", Decimal(10_000): "‱"}
SIX_PLACES = Decimal("0.000001")
HALF = Decimal("0.5")
WORDS_OF_HALF = frozenset("导岛径数年成山月夜程封自")
"""After 半 these make a word of their own: 5家半导体企业, 三公里半径."""
SMALL_CHANGE = re.compile(
    rf"(?:([{ARABIC}{HAN}]{{1,2}})角)?(?:零?([{ARABIC}{HAN}]{{1,2}})分)?([整正]?)(?![\u4e00-\u9fff])"
)
"""What follows 元 in the writing of accounts: 9665元1角8分, 壹拾元整."""


@dataclass(frozen=True, slots=True)
class Piece:
    """``start:end`` holds number, 余 or 多, and unit; ``number_end`` is before the unit.

    `scale` and `inexact` are those of the numeral.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    value_max: Decimal | None
    unit: UnitAt | None
    inexact: Inexact = ""
    scale: Decimal = ONE


class PieceReader:
    """Reads the pieces of one text."""

    __slots__ = ("text", "units")

    def __init__(self, text: str, units: UnitIndex) -> None:
        self.text, self.units = text, units

    def whole(self, start: int) -> Piece | None:
        """The number or range that begins at `start`, with its unit."""
        first = self.piece(start)
        if first is None or first.value_max is not None:
            return first
        dash = RANGE.match(self.text, first.end)
        second = self.piece(dash.end()) if dash else None
        if dash is None or second is None or not self._is_range(first, second, dash[0].strip()):
            return first
        low = first.value
        if first.unit is None and first.scale == 1 and low < second.value / second.scale:
            low = plain(low * second.scale)
        if low >= second.value:
            return first
        return replace(second, start=start, value=low, value_max=second.value)

    def _is_range(self, first: Piece, second: Piece, dash: str) -> bool:
        if second.value_max is not None:
            return False
        if first.unit and (second.unit is None or first.unit.canonical != second.unit.canonical):
            return False
        return dash not in ("至", "到") or not CHANGE.search(self.text, max(0, first.start - CHANGE_REACH), first.start)

    def piece(self, start: int) -> Piece | None:
        """The number that begins at `start`, with its unit."""
        text = self.text
        number = read_numeral(text, start, self.units.until)
        if number is not None and text[number.end : number.end + 1] == " ":
            number = self._over_blank(number)
        if number is None or text[number.end : number.end + 1] in SHARE_BEGINS or text[start] in "一半":
            share = self._share(start, number)
            if share is not None:
                return share
        if number is None:
            return self._half(start)
        return self._with_unit(number)

    def _over_blank(self, number: Numeral) -> Numeral:
        """180 万: one blank may part an Arabic number from its multiplier."""
        following = self.text[number.end + 1 : number.end + 2]
        if following not in UNITS or not following or self.text[number.end - 1] not in ARABIC_DIGITS:
            return number
        return read_numeral(self.text, number.start, self.units.until, blanks=True) or number

    def _share(self, start: int, number: Numeral | None) -> Piece | None:
        share = read_share(self.text, start, number)
        if share is None:
            return None
        sign = SIGN_OF_PARTS.get(share.parts, "")
        if sign:
            unit = UnitAt(share.end, sign, sign, "percent" if sign == "%" else "permille")
            return Piece(start, share.end, share.end, share.value, share.value_max, unit)
        value = plain((share.value / share.parts).quantize(SIX_PLACES, ROUND_HALF_EVEN))
        return Piece(start, share.end, share.end, value, None, UnitAt(share.end, "", "", "none"))

    def _half(self, start: int) -> Piece | None:
        """半年, 半小时, 半个月."""
        if self.text[start] != "半":
            return None
        for place in (start + 1, start + 2 if self.text.startswith("个", start + 1) else start + 1):
            unit = self.units.at(self.text, place, han=True)
            if unit is not None and unit.kind == "duration":
                return Piece(start, unit.end, start + 1, HALF, None, unit)
        return None

    def _with_unit(self, number: Numeral) -> Piece:
        text, place = self.text, number.after
        if text[place : place + 1] == " ":
            place += 1
        han = text[number.start] not in ARABIC_DIGITS
        unit = None if self._is_class(number) else self.units.at(text, place, han=han)
        end = number.after if unit is None else unit.end
        piece = Piece(
            number.start, end, number.after, number.value, number.value_max, unit, number.inexact, number.scale
        )
        return piece if unit is None else self._with_rest(piece, unit)

    def _is_class(self, number: Numeral) -> bool:
        """3000亿级, 千亿级: the class of size has no unit."""
        return self.text[number.end : number.end + 1] == "级" and UNITS.get(self.text[number.end - 1], ONE) >= BIG

    def _with_rest(self, piece: Piece, unit: UnitAt) -> Piece:
        """What goes on after the unit: 三斤半, 一年半, 两个半小时, 九元一角."""
        text, end = self.text, piece.end
        following = text[end : end + 1]
        if following == "半" and piece.value % 1 == 0 and piece.value_max is None:
            return self._and_a_half(piece, unit)
        if unit.canonical == "元" and unit.surface in ("元", "圆") and piece.value % 1 == 0:
            change = SMALL_CHANGE.match(text, end)
            if change and change[0]:
                tenths, hundredths = (parse_numeral(change[group] or "零") for group in (1, 2))
                if tenths is not None and hundredths is not None:
                    value = plain(piece.value + tenths / 10 + hundredths / 100)
                    return replace(piece, end=change.end(), value=value)
        return piece

    def _and_a_half(self, piece: Piece, unit: UnitAt) -> Piece:
        if unit.surface == "个":
            following = self.units.at(self.text, piece.end + 1, han=True)
            if following is None or following.kind != "duration":
                return piece
            return replace(piece, end=following.end, unit=following, value=piece.value + HALF)
        goes_on = self.text[piece.end + 1 : piece.end + 2]
        if unit.kind in ("duration", "physical", "age") and goes_on not in WORDS_OF_HALF:
            return replace(piece, end=piece.end + 1, value=piece.value + HALF)
        return piece
