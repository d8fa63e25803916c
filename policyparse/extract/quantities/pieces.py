"""A number with the unit right after it, and ranges of two: 3亿5千万元, 三斤半, 百分之五, 3-5个, 2—3万套."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from policyparse.extract.quantities.units import UnitAt, UnitIndex
from policyparse.numerals import Numeral, parse_numeral, read_numeral, read_share
from policyparse.numerals.characters import ARABIC, ARABIC_DIGITS, BIG, EXACT, HAN, ONE, TEN, UNITS, is_whole
from policyparse.numerals.numeral import Inexact, plain

RANGE = re.compile(rf" ?(?:[-－—–~～―]{{1,2}}|[至到和与]) ?(?=[{ARABIC}{HAN}])")
"""Between the ends of a range: 3-5个, 20%—30%, 三到五个, and 3%和5%之间."""
BETWEEN = re.compile("之间|区间")
GOES_ON = frozenset(" -－—–~～―至到和与以（(:：∶比/、")
"""How a range, a proportion or a fraction goes on after its first number."""
CHANGE = re.compile(r"[由从自][^，。；、\n中按为]{0,8}$")
"""由3%到5%: two figures, no range."""
CHANGE_REACH = 9
FORMED = re.compile(r"[^，。；、\n0-9]{0,8}(?:组成|构成|担任)")
"""由五至十一人组成: a range all the same."""
STEPS = ("增加", "增至", "提高", "提升", "增长", "扩大", "减少", "下降", "压减", "新增")
"""增加400个至1200个: a step and what it leads to."""
FROM_ABOVE = re.compile(rf"(?:[（(]含[)）])?以上[、，至到]?(不足|未满|不满|不到|不超过|低于)?(?=[{ARABIC}{HAN}])")
"""三万元以上十五万元以下, 三千元以上不足一万元: a range, as laws write it."""
BELOW = re.compile("(?:[（(](?:不?含)[)）])?以[下内]")
PROPORTION = re.compile(rf" ?[:：∶比] ?(?=[{ARABIC}])")
"""1:3, 2.8∶1, 1比3."""
DEALT = re.compile(r"(?:分别|依次)[^，。；、0-9]{0,8}(?:[0-9][0-9.]{0,11}、){0,6}$")
DEALT_REACH = 60
ITEM = re.compile(r"[、和及与](?=[0-9])")
"""分别回落2.16、1.8和1.66个百分点: the unit stands once for all."""
SIMPLE_FRACTION = re.compile(r"/([1-9][0-9]{0,2})(?![0-9/.%万亿\u3400-\u4dbf]|[A-Za-z])")
"""1/5, 3/4; 8/10万 is a ratio with a unit."""
VERSION = re.compile(r"[0-9]{1,2}\.0$")
"""2.0期, 3.0版."""
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


class Piece(NamedTuple):
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
        """The number, range, proportion or fraction that begins at `start`, with its unit."""
        first = self.piece(start)
        if first is None or first.value_max is not None:
            return first
        following = self.text[first.end : first.end + 1]
        if following not in GOES_ON or not following:
            return first
        return self._legal_range(first) or self._proportion(first) or self._range(first) or self._dealt(first)

    def _range(self, first: Piece) -> Piece | None:
        """3-5个, 20%—30%, 2—3万套 with one multiplier for both, 8000-1万 without."""
        dash = RANGE.match(self.text, first.end)
        second = self.piece(dash.end()) if dash else None
        if dash is None or second is None or not self._is_range(first, second, dash[0].strip()):
            return None
        low = first.value
        if first.unit is None and first.scale == 1 and low < EXACT.divide(second.value, second.scale):
            low = plain(EXACT.multiply(low, second.scale))
        return second._replace(start=first.start, value=low, value_max=second.value) if low < second.value else None

    def _legal_range(self, first: Piece) -> Piece | None:
        """三万元以上十五万元以下."""
        above = FROM_ABOVE.match(self.text, first.end) if first.unit else None
        second = self.piece(above.end()) if above else None
        if above is None or first.unit is None or second is None or second.unit is None:
            return None
        closed = above[1] is not None or BELOW.match(self.text, second.end) is not None
        if not closed or second.unit.canonical != first.unit.canonical:
            return None
        if second.value_max is not None or first.value >= second.value:
            return None
        return second._replace(start=first.start, value=first.value, value_max=second.value)

    def _proportion(self, first: Piece) -> Piece | None:
        """1:3, 1/5: the quotient, rounded to six places."""
        text, end = self.text, first.end
        if first.unit is not None or end != first.number_end:
            return None
        sign = PROPORTION.match(text, end)
        below = read_numeral(text, sign.end(), self.units.until) if sign else None
        if below is not None and below.value:
            return self._quotient(first, below.value, below.end)
        fraction = SIMPLE_FRACTION.match(text, end)
        if fraction and is_whole(first.value) and first.value < Decimal(fraction[1]):
            return self._quotient(first, Decimal(fraction[1]), fraction.end())
        return None

    def _quotient(self, first: Piece, below: Decimal, end: int) -> Piece:
        value = plain(EXACT.divide(first.value, below).quantize(SIX_PLACES, ROUND_HALF_EVEN, EXACT))
        return first._replace(end=end, number_end=end, value=value, unit=UnitAt(end, "", "", "ratio"))

    def _dealt(self, first: Piece) -> Piece:
        """With the unit that the last of a row of dealt-out numbers says for all."""
        if first.unit is not None or not ITEM.match(self.text, first.end):
            return first
        if not DEALT.search(self.text, max(0, first.start - DEALT_REACH), first.start):
            return first
        last: Piece | None = first
        while last is not None and last.unit is None:
            joint = ITEM.match(self.text, last.end)
            last = self.piece(joint.end()) if joint is not None else None
        if last is None or last.unit is None or last.scale != ONE:
            return first
        return first._replace(unit=last.unit)

    def _is_range(self, first: Piece, second: Piece, dash: str) -> bool:
        other = first.unit and (second.unit is None or first.unit.canonical != second.unit.canonical)
        if second.value_max is not None or other:
            return False
        if dash in ("和", "与"):
            return BETWEEN.match(self.text, second.end) is not None
        if dash not in ("至", "到"):
            return True
        if first.unit and first.unit.kind == "count" and self.text.endswith(STEPS, 0, first.start):
            return False
        changed = CHANGE.search(self.text, max(0, first.start - CHANGE_REACH), first.start) is not None
        return not changed or FORMED.match(self.text, second.end) is not None

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
            scale = TEN if self.text[share.end - 1] == "成" else ONE
            return Piece(start, share.end, share.end, share.value, share.value_max, unit, scale=scale)
        value = plain(EXACT.divide(share.value, share.parts).quantize(SIX_PLACES, ROUND_HALF_EVEN, EXACT))
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
        if unit is not None and unit.kind == "count" and VERSION.match(text[number.start : number.end]):
            unit = None
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
        if following == "半" and is_whole(piece.value) and piece.value_max is None:
            return self._and_a_half(piece, unit)
        if unit.canonical == "元" and unit.surface in ("元", "圆") and is_whole(piece.value):
            change = SMALL_CHANGE.match(text, end)
            if change and change[0]:
                tenths, hundredths = (parse_numeral(change[group] or "零") for group in (1, 2))
                if tenths is not None and hundredths is not None:
                    value = plain(piece.value + tenths / 10 + hundredths / 100)
                    return piece._replace(end=change.end(), value=value)
        return piece

    def _and_a_half(self, piece: Piece, unit: UnitAt) -> Piece:
        if unit.surface == "个":
            following = self.units.at(self.text, piece.end + 1, han=True)
            if following is None or following.kind != "duration":
                return piece
            return piece._replace(end=following.end, unit=following, value=piece.value + HALF)
        goes_on = self.text[piece.end + 1 : piece.end + 2]
        if unit.kind in ("duration", "physical", "age") and goes_on not in WORDS_OF_HALF:
            return piece._replace(end=piece.end + 1, value=piece.value + HALF)
        return piece
