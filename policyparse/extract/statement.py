"""Whether a number and the words around it state a quantity, or only name, count off or say an ordinary word."""

from __future__ import annotations

import re

from policyparse.extract.bounds import Bound, BoundIndex
from policyparse.extract.codes import is_line_label
from policyparse.extract.pieces import Piece
from policyparse.numerals.characters import ARABIC_DIGITS, BIG, ONE, UNITS

CUES = frozenset("达到为至于是约近超过比从由≥≤＞＜><=＝")
"""After these a number needs no unit to state something: 收入比降至2.2."""
BORDERS = frozenset("\n\t|｜│ \u3000〔［[")
CLOSINGS = frozenset("\n\t|｜│ \u3000〕］]")
"""A number that fills a cell of a table needs no unit either."""
YEARS = range(1900, 2100)
"""Without unit these are years."""
PARALLEL = re.compile(r"[一二三四五六七八九两][\u4e00-\u9fff][一二三四五六七八九两][\u4e00-\u9fff]")
"""一县一策, 两屏三带, 三位一体: parallel numbers make a slogan, but 两年三次 does not."""
NO_PARALLEL = frozenset("年月周天日季次十百千万亿个")
FIVE_YEAR_PLAN = re.compile(r"十[一二三四五六七八九]?五(?=[规期时末以”\"])")
OUTPUT = ("GDP", "地区生产总值", "国内生产总值", "生产总值", "工业增加值", "增加值", "产值", "产出")
"""万元GDP能耗 names an indicator."""
RANKED = re.compile(r"[居列排位升进名][^，。；、\n]{0,8}第$")
RANK_UNITS = ("位", "名")


def slogan_end(text: str, start: int) -> int | None:
    """Where to go on after a slogan or the name of a five-year plan that begins at `start`, or None."""
    plan = FIVE_YEAR_PLAN.match(text, start)
    if plan:
        return plan.end()
    parallel = PARALLEL.match(text, start)
    if parallel and text[start + 1] not in NO_PARALLEL:
        return start + 3
    return None


def is_name(text: str, whole: Piece) -> bool:
    """第3章, 每千人, 2+N, 5个2: the number belongs to a name, or says what something is counted by."""
    before = text[whole.start - 1] if whole.start else ""
    if before == "第":
        if whole.unit is None:
            return RANKED.search(text, max(0, whole.start - 12), whole.start) is None
        return whole.unit.surface not in RANK_UNITS
    if before in ("每", "+") or text[whole.end : whole.end + 1] == "+":
        return True
    return whole.unit is not None and whole.unit.surface == "个" and text[whole.end : whole.end + 1] in ARABIC_DIGITS


def is_rank(text: str, whole: Piece) -> bool:
    """第16位, 前10名, 居全省第3."""
    before = text[whole.start - 1] if whole.start else ""
    return before == "第" or (before == "前" and whole.unit is not None and whole.unit.surface in RANK_UNITS)


def han_states(text: str, whole: Piece, bounds: BoundIndex) -> bool:
    """Whether a Han numeral states a quantity: it needs digits and a unit, or a bound; 千家万户 has neither."""
    number = text[whole.start : whole.number_end]
    if any(character not in UNITS or character in "十拾" for character in number):
        return whole.unit is not None or any(UNITS.get(character, ONE) >= BIG for character in number)
    bound = bounds.before(text, whole.start, bare=True)
    if bound is not None and (whole.unit is not None or len(number) > 1):
        return True
    large = UNITS[number[-1]] >= BIG
    if large and text[whole.end : whole.end + 1] == "级":
        return True
    if whole.unit is None or not large or text.startswith(OUTPUT, whole.end):
        return False
    return whole.unit.kind in ("money", "physical") and bounds.after(text, whole.end, whole.unit.kind) is not None


def is_shown(text: str, whole: Piece, before: Bound | None, after: Bound | None) -> bool:
    """Whether a number without unit states something: it has a bound, a multiplier or a cue, or fills a cell."""
    start, end = whole.start, whole.end
    if before is not None or after is not None or any(character in UNITS for character in text[start:end]):
        return True
    if whole.value in YEARS and (whole.value_max is None or whole.value_max in YEARS):
        return False
    if start and (text[start - 1] in CUES or text[start - 1] == "第"):
        return True
    opened = start == 0 or text[start - 1] in BORDERS
    closed = end == len(text) or text[end] in CLOSINGS
    return opened and closed and not is_line_label(text, start)
