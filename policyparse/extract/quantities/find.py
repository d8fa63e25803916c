"""Find the quantities of a text: numbers with their units and the words that bound them."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.extract.quantities.bounds import Bound, BoundIndex, hand_on
from policyparse.extract.quantities.codes import code_end, token_end
from policyparse.extract.quantities.pieces import Piece, PieceReader
from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.quantities.statement import (
    han_states,
    is_bare,
    is_date,
    is_rank,
    is_shown,
    name_end,
    slogan_end,
)
from policyparse.extract.quantities.units import KIND_LABEL, UnitIndex
from policyparse.lexicon import Lexicon
from policyparse.numerals.characters import ARABIC, ARABIC_DIGITS, HAN, MINUS
from policyparse.numerals.fixed_words import ORDINARY_WORDS, FixedWords

NUMERAL_CHARACTERS = HAN + "几数半点"
DIGITS_AFTER_POINT = "零一二三四五六七八九"
NUMERAL_RUN = re.compile(f"[{NUMERAL_CHARACTERS}]{{1,64}}")
FIRST_NUMERAL = re.compile(f"[{ARABIC}{HAN}几数半]")
ONE_TO_NINE = frozenset("一二三四五六七八九")
"""数 before these is the end of a noun: 头数七成."""
COUNTED = frozenset("人指总系次户倍件个家参基函变整分少多无天岁年负床位校班亩台辆例")
"""Before 数 these make a word, and 数 is no vague digit: 人数, 指数, 总数."""
OPENING_QUOTES = "“「『‘"
SIGNED_AFTER = frozenset("为至到达是约于在（(：:，,、=＝~～≥≤<>＜＞ \u3000\n\t|｜〔")
WEAK_NUMBERS = ("一", "两", "二")
CELSIUS = "摄氏度"
"""气温-5℃: before degrees a dash is a minus sign whatever stands before it."""
FIRST_SO_MANY = "前"
"""进入前10位 bounds the rank."""
RECENT = "近"
"""近3年 is the last three years, not nearly three."""


class Grammar:
    """What a lexicon says of quantities, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.units = UnitIndex(lexicon.units)
        self.bounds = BoundIndex(lexicon.comparators)
        self.words = FixedWords((*ORDINARY_WORDS, *(word.surface for word in lexicon.number_words)))
        follows = re.escape(self.units.initials)
        self.gate = re.compile(
            rf"[{ARABIC}{NUMERAL_CHARACTERS}](?:(?<=[{ARABIC}])|(?<=一)半|(?<=半)数|(?<=[过超近逾]半)"
            rf"|[{NUMERAL_CHARACTERS}余多]{{0,24}}"
            rf"(?=[来 ]?[{follows}级成大]|分之|以[上下内]|左右|[-—~～至到][{NUMERAL_CHARACTERS}]"
            rf"|(?<=点[{DIGITS_AFTER_POINT}])))"
        )


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The compiled grammar of `lexicon`."""
    return Grammar(lexicon)


def find_quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """All quantities of a clean text, in its order; they do not overlap.

    Dates, codes, labels of clauses and ordinary words that hold a numeral are none.
    """
    return hand_on(text, _Scan(text, grammar(lexicon)).quantities())


def with_unit(quantity: Quantity, unit: str | None, lexicon: Lexicon) -> Quantity:
    """`quantity`, which has no unit, with the `unit` of its row or name: 48.6 under 万吨 is 486000 吨.

    A unit that no table knows is kept as written, and leaves the kind as it is.
    """
    unit = unit.removeprefix("1") if unit and unit.startswith("1/") else unit  # 1/10万
    one = find_quantities(f"1{unit}", lexicon) if unit else []
    if not one:
        return quantity._replace(unit=unit or "", canonical=unit or "")
    factor = one[0].value
    high = None if quantity.value_max is None else quantity.value_max * factor
    return quantity._replace(
        value=quantity.value * factor, value_max=high,
        unit=one[0].unit, canonical=one[0].canonical, kind=one[0].kind,
    )  # fmt: skip


def parse_quantity(expression: str, lexicon: Lexicon) -> Quantity | None:
    """The quantity that `expression` as a whole says, comparator words included (不低于30%, 3-5个以上), else None.

    Places are those of `expression`. The grammar is that of `find_quantities`, without asking whether the words around
    a number make it a quantity.
    """
    begin, end = len(expression) - len(expression.lstrip()), len(expression.rstrip())
    number = FIRST_NUMERAL.search(expression)
    if number is None or code_end(expression, number.start()) is not None:
        return None
    scan = _Scan(expression, grammar(lexicon))
    whole = scan.pieces.whole(number.start())
    if whole is None or (whole.unit is not None and whole.unit.kind == KIND_LABEL):
        return None
    before, after = scan.bounds_of(whole)
    quantity = scan.quantity(whole, before, after)
    first = before.start if before else quantity.start
    last = after.end if after else quantity.end
    return quantity if expression[begin:first] in ("", "第", "前") and last == end else None


class _Scan:
    """One pass over one text."""

    __slots__ = ("bounds", "gate", "pieces", "text", "words")

    def __init__(self, text: str, compiled: Grammar) -> None:
        self.text = text
        self.pieces = PieceReader(text, compiled.units)
        self.bounds, self.words, self.gate = compiled.bounds, compiled.words, compiled.gate

    def quantities(self) -> list[Quantity]:
        """The quantities, each with its own comparator."""
        found: list[Quantity] = []
        text, search, place = self.text, self.gate.search, 0
        while match := search(text, place):
            start = match.start()
            whole, place = self._arabic(start) if text[start] in ARABIC_DIGITS else self._han(start)
            quantity = self.stated(whole) if whole is not None else None
            if quantity is not None:
                found.append(quantity)
        return found

    def _arabic(self, start: int) -> tuple[Piece | None, int]:
        """The number that the digit at `start` begins, if it may state something, and where to go on."""
        text = self.text
        end = code_end(text, start)
        if end is not None:
            return None, end
        whole = self.pieces.whole(start)
        if whole is None:
            return None, token_end(text, start)
        following = text[whole.end : whole.end + 1]
        if whole.unit is None and following.isascii() and (following.isalpha() or following in ("-", "/", "+")):
            return None, token_end(text, start)
        if whole.unit is not None and whole.unit.kind == KIND_LABEL:
            return None, whole.end
        end = name_end(text, whole)
        return (whole, whole.end) if end is None else (None, end)

    def _han(self, start: int) -> tuple[Piece | None, int]:
        text = self.text
        end = self.words.end_at(text, start)
        if end is None:
            end = slogan_end(text, start)
        if end is not None:
            return None, end
        run = NUMERAL_RUN.match(text, start)
        end = run.end() if run else start + 1
        if text[start] == "数" and start and (text[start - 1] in COUNTED or text[start + 1 : start + 2] in ONE_TO_NINE):
            return None, start + 1
        whole = self.pieces.whole(start)
        if whole is None:
            return None, end
        name = name_end(text, whole)
        label = (whole.unit is not None and whole.unit.kind == KIND_LABEL) or is_date(text, whole)
        if name is None and not label and han_states(text, whole, self.bounds):
            return whole, whole.end
        return None, max(end, whole.number_end, name or 0)

    def stated(self, whole: Piece) -> Quantity | None:
        """`whole` as a quantity; None where it has no unit and nothing else shows that it states something."""
        before, after = self.bounds_of(whole)
        unnamed = whole.unit is None or (not whole.unit.surface and self.text[whole.start] in ARABIC_DIGITS)
        if unnamed and not is_shown(self.text, whole, before, after):
            return None
        return self.quantity(whole, before, after)

    def bounds_of(self, whole: Piece) -> tuple[Bound | None, Bound | None]:
        """The words that bound `whole`, before its number and after its unit."""
        text, start, kind = self.text, whole.start, whole.unit.kind if whole.unit else "none"
        bare = is_bare(text[start : whole.number_end])
        before = self.bounds.before(text, start, kind, bare=bare)
        if before is not None and kind == "duration" and text[before.start : before.end] == RECENT:
            before = None
        return before, self.bounds.after(text, whole.end, kind)

    def quantity(self, whole: Piece, before: Bound | None, after: Bound | None) -> Quantity:
        """`whole` with the words that bound it."""
        text, start, value, unit = self.text, whole.start, whole.value, whole.unit
        surface, canonical, kind = (unit.surface, unit.canonical, unit.kind) if unit else ("", "", "none")
        comparator, bound = _comparator(whole, before, after)
        han, quoted = text[start] not in ARABIC_DIGITS, start > 0 and text[start - 1] in OPENING_QUOTES
        weak = quoted or (han and kind == "count" and text[start : whole.number_end] in WEAK_NUMBERS)
        if is_rank(text, whole):
            kind = "rank"
            if text[start - 1] == FIRST_SO_MANY and comparator == "eq":
                comparator, bound = "le", (start - 1, start)
        if start and text[start - 1] in MINUS and (canonical == CELSIUS or self._is_sign(start - 1)):
            start, value = start - 1, -value
        return Quantity(
            start,
            whole.end,
            whole.number_end,
            value,
            whole.value_max,
            surface,
            canonical,
            kind,
            comparator,
            bound,
            weak,
        )

    def _is_sign(self, place: int) -> bool:
        return place == 0 or self.text[place] in "负負" or self.text[place - 1] in SIGNED_AFTER


def _comparator(whole: Piece, before: Bound | None, after: Bound | None) -> tuple[str, tuple[int, int] | None]:
    """What bounds the value, and where it is said. Words after the unit outweigh those before the number."""
    bound = after or before
    place = (bound.start, bound.end) if bound else None
    if whole.value_max is not None:
        return "range", place
    if bound is not None:
        return bound.comparator, place
    return {"more": "ge", "about": "approx", "": "eq"}[whole.inexact], None
