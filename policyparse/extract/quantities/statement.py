"""Whether a number and the words around it state a quantity, or only name, count off or say an ordinary word."""

from __future__ import annotations

import re

from policyparse.extract.quantities.bounds import Bound, BoundIndex
from policyparse.extract.quantities.codes import is_line_label
from policyparse.extract.quantities.pieces import Piece
from policyparse.numerals.characters import BIG, ONE, UNITS, is_whole

CUES = frozenset("达到为至于是比从由≥≤＞＜><=＝")
"""After these a number needs no unit to state something: 收入比降至2.2."""
BORDERS = frozenset("\n\t|｜│ \u3000")
NOTE_MARKS = ("〔", "［", "[")
CLOSINGS = frozenset("\n\t|｜│ \u3000〕］]")
"""A number that fills a cell of a table needs no unit either."""
LONG_CODE = 1_000_000
"""A longer run of digits alone in its line is a code, or a date that lost its words."""
CAPTIONED = frozenset("表图件栏")
BEFORE_CAPTION = frozenset("\n附专")
"""表3分年度任务, 附件2: at the beginning of a line the number counts captions."""
YEARS = range(1900, 2100)
"""Without unit these are years."""
ONE_TO_NINE = frozenset("一二三四五六七八九两")
PARALLEL = re.compile(r"(?:[一二三四五六七八九两][^年月周天日季次十百千万亿个至到点成分\W\d]){2,6}")
"""一县一策, 两屏三带四区, 三位一体: parallel numbers make a slogan, but 两年三次 does not."""
PARALLEL_BEFORE = re.compile(
    r"(?<![十百千万])[一二三四五六七八九两][^年月周天日季次十百千万亿个期批家项条类至到点成分\W\d]"
)
"""The part of a slogan before the number at hand: 两弹 of 两弹一星."""
COUNT_OF_NUMBERS = re.compile("[0-9]{1,3}(?:[”’」』）)、，。\n]|方式|模式|工程|行动|目标|计划|$)|一[批个律是]")
"""What follows 个 in 5个2, 三个一批."""
UNITS_WITHOUT_TEN = frozenset(UNITS) - {"十", "拾"}
CALENDAR = range(1800, 2200)
REPUBLIC = ("民国", "民國")
LISTED = re.compile(r"[0-9]\.[0-9]{1,4}[、，和与及]$")
"""分别为2.19、2.31和2.58: decimals in a list."""
LEADS = re.compile("预期|目标|计划|规划|平均|相差|年的|分别|系数|指数|强度|比值|均值|积率|倍数|评分|得分")
"""Words of two characters after which a number needs no unit either: 利用系数0.572, 容积率2.5."""
FIVE_YEAR_PLAN = re.compile(r"十[一二三四五六七八九]?五(?=[规期时末以”\"])")
RANKED = re.compile(r"[居列排位升进名][^，。；、\n]{0,8}第$")
RANKED_REACH = 12
RANK_UNITS = ("位", "名")


def slogan_end(text: str, start: int) -> int | None:
    """Where to go on after a slogan or the name of a five-year plan that `start` stands in, or None."""
    plan = FIVE_YEAR_PLAN.match(text, start) if text[start] == "十" else None
    if plan:
        return plan.end()
    second = start > 1 and text[start - 2] in ONE_TO_NINE and PARALLEL_BEFORE.match(text, start - 2)
    first = start - 2 if second else start
    parallel = PARALLEL.match(text, first) if text[first] in ONE_TO_NINE else None
    return parallel.end() if parallel else None


def name_end(text: str, whole: Piece) -> int | None:
    """Where a name ends that the number belongs to, or None: 第3章, 每千人, 2+N, 5个2, 三个一批, 1县1策."""
    start, end, unit = whole.start, whole.end, whole.unit
    before, following = text[start - 1] if start else "", text[end : end + 1]
    if before == "第" and not _is_rank_number(text, whole):
        return end
    captioned = before != "" and before in CAPTIONED and (start == 1 or text[start - 2] in BEFORE_CAPTION)
    if before in ("每", "+") or following == "+" or captioned:
        return end
    if unit is None or not following:
        return None
    if unit.surface == "个":
        counted = COUNT_OF_NUMBERS.match(text, end)
        return counted.end() if counted else None
    if following == "1" and text[start:end] == f"1{unit.surface}" and not text[end + 1 : end + 2].isdecimal():
        return end + 1
    return None


def _is_rank_number(text: str, whole: Piece) -> bool:
    """第16位, or 居全省第3."""
    if whole.unit is None:
        return RANKED.search(text, max(0, whole.start - RANKED_REACH), whole.start) is not None
    return whole.unit.surface in RANK_UNITS


def is_date(text: str, whole: Piece) -> bool:
    """二〇二五年, 六月三十日, 民国一百十四年, in Han numerals."""
    unit, start = whole.unit, whole.start
    if unit is None or unit.surface not in ("年", "日"):
        return False
    if unit.surface == "日":
        return start > 0 and text[start - 1] == "月"
    told = not any(character in UNITS for character in text[start : whole.number_end])
    return (told and whole.value in CALENDAR) or text[start - 2 : start] in REPUBLIC


def is_rank(text: str, whole: Piece) -> bool:
    """第16位, 前10名, 居全省第3."""
    before = text[whole.start - 1] if whole.start else ""
    return before == "第" or (before == "前" and whole.unit is not None and whole.unit.surface in RANK_UNITS)


def is_bare(number: str) -> bool:
    """Whether a numeral has no digit of its own: 百, 千万; 十 is a digit."""
    return UNITS_WITHOUT_TEN.issuperset(number)


def han_states(text: str, whole: Piece, bounds: BoundIndex) -> bool:
    """Whether a Han numeral states a quantity: it needs digits and a unit, or a bound. 千家万户 has neither."""
    number = text[whole.start : whole.number_end]
    if number == "零" and whole.unit is not None and whole.unit.kind == "count":
        return False
    if not is_bare(number):
        return whole.unit is not None or "点" in number or any(UNITS.get(character, ONE) >= BIG for character in number)
    if bounds.before(text, whole.start, bare=True) is not None and (whole.unit is not None or len(number) > 1):
        return True
    if whole.unit is not None and bounds.after(text, whole.end, whole.unit.kind) is not None:
        return True
    return UNITS[number[-1]] >= BIG and text[whole.end : whole.end + 1] == "级"


def is_shown(text: str, whole: Piece, before: Bound | None, after: Bound | None) -> bool:
    """Whether a number without unit states something: it has a bound, a multiplier or a cue, or fills a cell."""
    start, end = whole.start, whole.end
    if before is not None or after is not None or any(character in UNITS for character in text[start:end]):
        return True
    if whole.value in YEARS and (whole.value_max is None or whole.value_max in YEARS):
        return False
    if start and (
        text[start - 1] in CUES or text[start - 1] == "第" or LEADS.fullmatch(text, max(0, start - 2), start)
    ):
        return True
    if not is_whole(whole.value) and LISTED.search(text, max(0, start - 8), start):
        return True
    if whole.value >= LONG_CODE and text[start:end].isdecimal():
        return False
    # 〔3000〕 is a cell; 示范区[1] is a note
    first = start - 1 if text[start - 1 : start] in NOTE_MARKS else start
    opened = first <= 0 or text[first - 1] in BORDERS
    closed = end == len(text) or text[end] in CLOSINGS
    return opened and closed and not is_line_label(text, start)
