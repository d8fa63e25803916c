"""Find the quantities of a text: numbers with their units and the words that bound them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from policyparse.extract.bounds import Bound, BoundIndex
from policyparse.extract.codes import code_end, is_line_label, token_end
from policyparse.extract.fixed_words import FixedWords
from policyparse.extract.quantity import Quantity
from policyparse.extract.units import KIND_LABEL, UnitAt, UnitIndex
from policyparse.lexicon import Lexicon
from policyparse.numerals import Numeral, read_numeral
from policyparse.numerals.characters import ARABIC, BIG, HAN, SIGNS, UNITS
from policyparse.numerals.shares import read_share

RANGE = re.compile(r" ?(?:[-－—–~～―]{1,2}|[至到]) ?(?=[0-9０-９〇零一二三四五六七八九十百千万两几])")
"""Between the ends of a range: 3-5个, 20%—30%, 三到五个."""
CHANGE = re.compile(r"[由从自][^，。；、\n]{0,12}$")
"""由3%提高到5%: two figures, no range."""
CUES = frozenset("达到为至于是约近超过比从由≥≤＞＜><=＝∶")
"""After these a number needs no unit to be a figure: 收入比降至2.2."""
BORDERS = frozenset("\n\t|｜│ 　〔［[")
CLOSINGS = frozenset("\n\t|｜│ 　〕］]")
QUOTES = '“「『"‘'
SIGNED_AFTER = frozenset("为至到达是约于在（(：:，,、=＝~～≥≤<>＜＞ \n\t|〔")
PARALLEL = re.compile(r"[一二三四五六七八九两][\u4e00-\u9fff][一二三四五六七八九两][\u4e00-\u9fff]")
"""一县一策, 两屏三带, 三位一体: parallel numbers make a slogan."""
NO_PARALLEL = frozenset("年月周天日季次")
FIVE_YEAR_PLAN = re.compile(r"十[一二三四五六七八九]?五(?=[规期时末以”\"])")
JOINT = re.compile(r"[、和与及或]|以及")
SHARED_GAP = re.compile(r"[、和与及][\u4e00-\u9fff]{0,3}")
GENERATED_VALUE = ("GDP", "地区生产总值", "国内生产总值", "工业增加值", "增加值", "产值", "生产总值")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Piece:
    """A number and the unit right after it; `end` is after both, and after 余 or 多."""

    start: int
    end: int
    number_end: int
    value: Decimal
    value_max: Decimal | None
    unit: UnitAt | None
    inexact: str = ""
    scale: Decimal = Decimal(1)


class Grammar:
    """What a lexicon says of quantities, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.units = UnitIndex(lexicon.units)
        self.bounds = BoundIndex(lexicon.comparators)
        self.words = FixedWords(tuple(word.surface for word in lexicon.number_words))
        han = "".join(sorted(set(HAN + "几数半点")))
        follow = re.escape("".join(sorted(set(self.units.initials))))
        self.gate = re.compile(
            rf"[{ARABIC}{han}](?:(?<=[{ARABIC}])|(?<=[一半数])[半数]"
            rf"|[{han}]{{0,24}}(?=[余多几来 ]?[{follow}级成]|分之|以[上下内]|左右|[-—~～至到][{han}]))"
        )


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The compiled grammar of `lexicon`."""
    return Grammar(lexicon)


def find_quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """All quantities of a clean text, in its order; they do not overlap."""
    return _shared(text, Finder(text, grammar(lexicon)).run())


class Finder:
    """One pass over one text."""

    __slots__ = ("bounds", "gate", "lone", "text", "units", "words")

    def __init__(self, text: str, compiled: Grammar, *, lone: bool = False) -> None:
        self.text, self.lone = text, lone
        self.units, self.bounds, self.words, self.gate = compiled.units, compiled.bounds, compiled.words, compiled.gate

    def run(self) -> list[Quantity]:
        """The quantities, each with its own comparator."""
        found: list[Quantity] = []
        search, place = self.gate.search, 0
        while match := search(self.text, place):
            start = match.start()
            if self.text[start].isdigit() and self.text[start] in _ARABIC:
                quantity, place = self._arabic(start)
            else:
                quantity, place = self._han(start)
            if quantity is not None:
                found.append(quantity)
        return found

    def _arabic(self, start: int) -> tuple[Quantity | None, int]:
        end = code_end(self.text, start)
        if end is not None:
            return None, end
        first = self._piece(start, han=False)
        if first is None:
            return None, token_end(self.text, start)
        whole = self._joined(first, han=False)
        if whole.unit is None and self.text[whole.end : whole.end + 1].isascii() and self._letter_follows(whole.end):
            return None, token_end(self.text, start)
        if whole.unit is not None and whole.unit.kind == KIND_LABEL:
            return None, whole.end
        if self._names(whole):
            return None, whole.end
        return self._quantity(whole, han=False), whole.end

    def _han(self, start: int) -> tuple[Quantity | None, int]:
        text = self.text
        word_end = self.words.end_at(text, start)
        if word_end is not None:
            return None, word_end
        run_end = _han_run_end(text, start)
        plan = FIVE_YEAR_PLAN.match(text, start)
        if plan:
            return None, plan.end()
        parallel = PARALLEL.match(text, start)
        if parallel and text[start + 1] not in NO_PARALLEL and text[start + 1] not in UNITS:
            return None, start + 3
        first = self._piece(start, han=True)
        if first is None:
            return None, run_end
        whole = self._joined(first, han=True)
        if (whole.unit is not None and whole.unit.kind == KIND_LABEL) or not self._stated(whole) or self._names(whole):
            return None, max(run_end, whole.number_end)
        return self._quantity(whole, han=True), whole.end

    def _piece(self, start: int, *, han: bool) -> Piece | None:
        """The number at `start` with its unit."""
        text = self.text
        number = read_numeral(text, start, self.units.until)
        share = (
            read_share(text, start, number) if han or (number and text[number.end : number.end + 1] in "成分") else None
        )
        if share is not None:
            unit = UnitAt(share.end, share.sign, share.sign, _SHARE_KIND.get(share.sign, "none"))
            return Piece(start, share.end, share.end, share.value, share.value_max, unit)
        if number is None:
            return self._half(start)
        place = number.after
        if text[place : place + 1] == " ":
            if text[place + 1 : place + 2] in UNITS and not han and number.after == number.end:
                number = read_numeral(text, start, self.units.until, blanks=True) or number
                place = number.after
            if text[place : place + 1] == " ":
                place += 1
        unit = None if self._is_class(number) else self.units.at(text, place, han=han)
        if unit is None:
            return Piece(
                start, number.after, number.after, number.value, number.value_max, None, number.inexact, number.scale
            )
        piece = Piece(start, unit.end, number.after, number.value, number.value_max, unit, number.inexact, number.scale)
        return self._and_a_half(piece)

    def _is_class(self, number: Numeral) -> bool:
        """3000亿级, 千亿级: the class of size has no unit."""
        return self.text[number.end : number.end + 1] == "级" and UNITS.get(self.text[number.end - 1], 0) >= BIG

    def _half(self, start: int) -> Piece | None:
        """半年, 半小时."""
        if self.text[start] != "半":
            return None
        place = start + 2 if self.text.startswith("半个", start) else start + 1
        unit = self.units.at(self.text, start + 1, han=True)
        if unit is None or (unit.kind == "count" and place == start + 2):
            unit = self.units.at(self.text, place, han=True)
        if unit is None or unit.kind != "duration":
            return None
        return Piece(start, unit.end, start + 1, Decimal("0.5"), None, unit)

    def _and_a_half(self, piece: Piece) -> Piece:
        """三斤半, 一年半, 两个半小时."""
        unit, end = piece.unit, piece.end
        if unit is None or self.text[end : end + 1] != "半" or piece.value % 1 or piece.value_max is not None:
            return piece
        if unit.surface == "个":
            unit = self.units.at(self.text, end + 1, han=True)
            if unit is None or unit.kind != "duration":
                return piece
            return replace(piece, end=unit.end, unit=unit, value=piece.value + Decimal("0.5"))
        if unit.kind in ("duration", "physical", "age") and self.text[end + 1 : end + 2] not in _HALF_GOES_ON:
            return replace(piece, end=end + 1, value=piece.value + Decimal("0.5"))
        return piece

    def _joined(self, first: Piece, *, han: bool) -> Piece:
        """`first`, with the upper end of the range where one follows."""
        if first.value_max is not None:
            return first
        dash = RANGE.match(self.text, first.end)
        if dash is None:
            return first
        second = self._piece(dash.end(), han=self.text[dash.end()] not in _ARABIC)
        if second is None or second.value_max is not None or (first.unit is not None and second.unit is None):
            return first
        if first.unit and second.unit and first.unit.canonical != second.unit.canonical:
            return first
        if dash[0].strip() in ("至", "到") and CHANGE.search(self.text, max(0, first.start - 14), first.start):
            return first
        low = first.value
        if second.scale > 1 and first.scale == 1 and first.unit is None and low < second.value / second.scale:
            low = low * second.scale
        if low >= second.value:
            return first
        return Piece(first.start, second.end, second.number_end, low, second.value, second.unit, second.inexact)

    def _letter_follows(self, end: int) -> bool:
        following = self.text[end : end + 1]
        return following.isalpha() or following in ("+", "-", "/")

    def _names(self, whole: Piece) -> bool:
        """第一章, 每千人, 5个2: the number belongs to a name or says what something is counted by."""
        text = self.text
        before = text[whole.start - 1] if whole.start else ""
        if before == "第":
            return whole.unit is None or whole.unit.surface not in ("位", "名")
        if before == "每" or (before == "+" and whole.start):
            return True
        return whole.unit is not None and whole.unit.surface == "个" and text[whole.end : whole.end + 1] in _DIGITS

    def _stated(self, whole: Piece) -> bool:
        """Whether a Han numeral states a figure: it has a unit, and is no bare 千家万户."""
        text, number = self.text, self.text[whole.start : whole.number_end]
        bare = all(character in UNITS for character in number) and "十" not in number and "拾" not in number
        if not bare or (whole.unit is None and not whole.unit):
            if whole.unit is not None:
                return True
            if not any(UNITS.get(character, 0) >= BIG for character in number):
                return False
        if whole.inexact and whole.unit is not None:
            return True
        bound = self.bounds.before(text, whole.start, bare=True)
        if bound is not None and (whole.unit is not None or len(number) > 1):
            return True
        if text[whole.end : whole.end + 1] == "级" and UNITS[number[-1]] >= BIG:
            return True
        if whole.unit is None or text.startswith(GENERATED_VALUE, whole.end):
            return False
        large = UNITS[number[-1]] >= BIG and whole.unit.kind in ("money", "physical")
        return large and self.bounds.after(text, whole.end, whole.unit.kind) is not None

    def _quantity(self, whole: Piece, *, han: bool) -> Quantity | None:
        text = self.text
        start, value, value_max = whole.start, whole.value, whole.value_max
        number = text[start : whole.number_end]
        kind = whole.unit.kind if whole.unit else "none"
        before = self.bounds.before(text, start, bare=han and number[0] in UNITS and number[0] != "十")
        if before is not None and kind == "duration" and text[before.start : before.end] == "近":
            before = None
        after = self.bounds.after(text, whole.end, kind)
        if whole.unit is None and not self._shown(whole, number, before, after):
            return None
        if start and text[start - 1] in SIGNS and self._is_sign(start - 1):
            start -= 1
            value = -value
        comparator, bound = _comparator(whole, before, after)
        if (
            kind in ("count", "none")
            and start
            and text[start - 1] in "第前"
            and whole.unit
            and whole.unit.surface in "位名"
        ):
            kind = "rank"
        quoted = text[start - 1] in QUOTES if start else False
        weak = (han and kind == "count" and number in ("一", "两", "二")) or quoted
        return Quantity(
            start, whole.end, whole.number_end, value, value_max,
            whole.unit.surface if whole.unit else "", whole.unit.canonical if whole.unit else "",
            kind, comparator, bound, weak,
        )  # fmt: skip

    def _shown(self, whole: Piece, number: str, before: Bound | None, after: Bound | None) -> bool:
        """Whether a number without unit is a figure."""
        if before is not None or after is not None:
            return True
        if any(character in UNITS for character in number):
            return True
        year = whole.value % 1 == 0 and 1900 <= whole.value < 2100
        if year and (whole.value_max is None or whole.value_max < 2100):
            return False
        text, start, end = self.text, whole.start, whole.end
        if start and text[start - 1] in CUES:
            return True
        opened = start == 0 or text[start - 1] in BORDERS
        closed = end == len(text) or text[end] in CLOSINGS
        return opened and closed and not is_line_label(text, start)

    def _is_sign(self, place: int) -> bool:
        before = self.text[place - 1 : place]
        return self.text[place] in "负負" or not before or before in SIGNED_AFTER


_ARABIC = frozenset("0123456789０１２３４５６７８９")
_DIGITS = frozenset("0123456789")
_HALF_GOES_ON = frozenset("导岛径数年成山月夜程封自")
_SHARE_KIND = {"%": "percent", "‰": "permille", "‱": "permille"}
_HAN_RUN = re.compile(f"[{HAN}几数半点]{{1,64}}")


def _han_run_end(text: str, start: int) -> int:
    match = _HAN_RUN.match(text, start)
    return match.end() if match else start + 1


def _comparator(whole: Piece, before: Bound | None, after: Bound | None) -> tuple[str, tuple[int, int] | None]:
    """What bounds the value; words after the unit outweigh those before it."""
    bound = after or before
    place = (bound.start, bound.end) if bound else None
    if whole.value_max is not None:
        return "range", place
    if bound is not None:
        return bound.comparator, place
    if whole.inexact:
        return ("approx" if whole.inexact == "about" else "ge"), None
    return "eq", None


def _shared(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Hand a comparator on within a list: 不低于60%、80%; 投资200万元、税收10万元以上."""
    for index in range(len(quantities) - 1):
        left, right = quantities[index], quantities[index + 1]
        if left.canonical != right.canonical or (left.bound is None) == (right.bound is None):
            continue
        if right.bound is not None and right.bound[0] >= right.end and left.comparator == "eq":
            if left.canonical == "%" and left.value == HUNDRED:
                continue
            if SHARED_GAP.fullmatch(text, left.end, right.start):
                quantities[index] = replace(left, comparator=right.comparator, bound=right.bound)
        elif left.bound is not None and left.bound[1] <= left.start and right.comparator == "eq":
            if JOINT.fullmatch(text, left.end, right.start):
                quantities[index + 1] = replace(right, comparator=left.comparator, bound=left.bound)
    return quantities


def parse_quantity(expression: str, lexicon: Lexicon) -> Quantity | None:
    """The quantity that `expression` as a whole says, comparator words included (不低于30%, 3-5个以上), else None.

    Places are those of `expression`. The grammar is that of `find_quantities`, without asking whether the words around
    a number make it a figure.
    """
    begin, end = len(expression) - len(expression.lstrip()), len(expression.rstrip())
    finder = Finder(expression, grammar(lexicon), lone=True)
    for quantity in finder.run():
        first = min(quantity.start, quantity.bound[0]) if quantity.bound else quantity.start
        last = max(quantity.end, quantity.bound[1]) if quantity.bound else quantity.end
        if first == begin and last == end:
            return quantity
    return None
