"""Time expressions of policy language: 到2025年, 2024年6月底前, “十四五”期间, 三年内, 每年, 比2020年, 民国114年.

The clock is never asked: a relative year needs the year of the document, and stays unread without it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policyparse.numerals import parse_numeral

TimeRole = Literal["date", "since", "baseline", "qualifier", "recurrence"]

CENTURY_MIDDLE = 2050
FIRST_YEAR_OF_FIRST_PLAN = 1951  # 九五 began in 1996, and each plan lasts five years: 1951 + 5 × (n - 1) from there
ROC_OFFSET = 1911
LAST_SHORT_YEAR = 99


class TimeExpression(NamedTuple):
    """A time expression at a place of the clean text.

    `role`: date (by or in which something holds), since (自2020年, 2021年以来), baseline (比2020年, 在2020年基础上),
    qualifier (2000年前建成的: says which things are meant), recurrence (每年, 年均). `year` is the last year where
    the expression names several. `date` is the ISO date of its last day where month or day
    are given.
    """

    start: int
    end: int
    role: TimeRole
    year: int | None = None
    date: str | None = None
    recurrence: str | None = None
    carries: bool = True


HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _time(republic: str) -> re.Pattern[str]:
    """Any time expression; `republic` is what tells that a small number counts the years of the Republic."""
    return re.compile(
        r"(?:(?P<year>(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
        r"(?:年?[-—–~～至到]{1,2}(?P<year2>(?:19|20)\d\d|\d\d(?=学?年)|[一二][〇○零九][〇○零一二三四五六七八九]{2}))?学?年(?:度(?=[之或以]?前))?"
        r"(?:(?P<month>1[0-2]|[1-9]|0[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?)?"
        r"(?P<part>年?[底末初中]|上半年|下半年|[一二三四]季度)?(?P<before>或?之?前|或?以前|内)?"
        rf"|{republic}(?P<roc>\d{{2,3}}|[一二三四五六七八九十百]{{1,5}})年(?P<roc_part>年?[底末]|度)?(?P<roc_before>或?之?前|或?以前)?"
        r"|[“\"]?(?P<plan>[六七八九]|十[一二三四五六七八九]?|二十[一二]?)五[”\"]?(?:规划)?(?P<plan_part>期间|时期|期末|末期|末)"
        r"|(?P<relative>今明两年|今年|明年|后年|前年|去年|上年|过去一年|一年来|本年度|本年|年内|年底前|年底|年末|年初)(?P<rel_part>年?[底末初]前?|同期)?"
        r"|(?P<lead>未来|今后|接下来的?)?(?P<span>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:[至到-]\d{1,2})?"
        r"年(?P<within>(?:左右)?(?:的?时间)?(?:之内|以内|内))?"
        r"|本世纪中叶|规划期末"
        r"|(?P<due_month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?P<due_day>[12]\d|3[01]|0?[1-9])日)?"
        r"(?:(?:[底末]|[上中下]旬|份)?(?:或?之?前|以前)|[底末])"
        r"|每(?P<every>两|二|2)?(?P<unit>年度?|季度?|个?月)|(?P<rate>年均(?!增速|增幅|增长率)|逐年)|按(?P<by>季度|月))"
    )


TIME = _time("(?:民国|民國)")
# in a text that counts so, 115年 and 一百十五年度 are years of the Republic, too
TIME_OF_REPUBLIC = _time(
    r"(?:民国|民國|(?<![\d.第])(?=(?:9\d|1[0-3]\d|一百[零一二三四五六七八九十]{0,4}|九十[一二三四五六七八九]?)年))"
)
# one character opens each pattern, so that the search is fast
REPUBLIC = re.compile(r"年(?:(?<=(?<!\d)9\d年)|(?<=(?<!\d)1[0-3]\d年))(?:底|度|[至～~-](?:9\d|1[0-3]\d)年)")
REPUBLIC_IN_WORDS = re.compile(r"一百[零一二三四五六七八九十]{1,4}年度")

SENTENCE_END = re.compile(r"[。\n]")
MAY_BEGIN = re.compile(  # nearly all of what begins so is a time, and one class opens the pattern: the search is fast
    r"[0-9一二两三四五六七八九十“\"民今明后前去过上本年未接每逐按规](?:"
    r"(?<=[0-9])(?:[年月至到-]|\d(?:[年月至到-]|\d(?:年|\d[年学—–~～至到-])))"
    r"|(?<=[一二两三四五六七八九十])(?:[年月〇○零九五百至到-]|[一二两三四五六七八九十][年月一二三四五六七八九至到-])"
    r"|(?<=[“\"])[六七八九十二]|(?<=[今明后前去上本])年|(?<=年)[内底末初均]|(?<=每)[两二2年季个月]"
    r"|(?<=今)[明后]|(?<=按)[季月]|(?<=民)[国國]|(?<=过)去|(?<=本)世|(?<=未)来|(?<=接)下|(?<=逐)年|(?<=规)划)"
)

AFTER_BASELINE = re.compile(r"(?:的)?(?:基础上|水平|同期|相比)|相比|为(?:基数|基准|基期|基年)")
AFTER_VALUE = re.compile(r"的(?:约|近)?[\d一二两三四五六七八九十百千]")
AFTER_SINCE = re.compile(r"以来|起|开始")
AFTER_QUALIFIER = re.compile(
    r"(?:建成|出台|印发|投入|投用|实施|建设|竣工|登记|在建|出生|发布|制定|修订)[^，。；、]{0,4}?的"
)
BEFORE_BASELINE = ("比", "较", "与", "在", "以", "相比")
RATIOS = ("占比", "之比", "配比", "入比", "重比", "债比")  # nouns that end in 比, which compares nothing
CHANGED = re.compile(r"(?:再)?(?:翻|增|提|升|上升|扩大|下降|降|减|压)")  # 营业收入比2020年翻一番 does compare
BEFORE_SINCE = ("自", "从", "由")
RELATIVE_YEARS = {"明年": 1, "后年": 2, "去年": -1, "上年": -1, "前年": -2, "过去一年": -1, "一年来": -1, "今明两年": 1}
RECURRENCES = {
    "年": "annual",
    "年度": "annual",
    "季": "quarterly",
    "季度": "quarterly",
    "月": "monthly",
    "个月": "monthly",
}


def find_times(text: str, document_year: int | None = None, plan_end: int | None = None) -> list[TimeExpression]:
    """All time expressions of `text`, in its order.

    `document_year` is the year that 今年 and 三年内 count from, `plan_end` the last year of the document's own period
    (规划期末); expressions that need one that is None are left out.
    """
    return list(_times(text, document_year, plan_end))


def _times(text: str, document_year: int | None, plan_end: int | None) -> Iterator[TimeExpression]:
    named: TimeExpression | None = None
    for match in _matches(text):
        start, end = match.span()
        if match["year"]:
            named = _calendar(text, match)
            yield named
        elif match["due_month"]:
            same = named is not None and named.date is not None and SENTENCE_END.search(text, named.end, start) is None
            year = named.year if named is not None and same else document_year
            if year is not None:
                yield _month(match, year)
        elif match["unit"] or match["rate"] or match["by"]:
            yield TimeExpression(start, end, "recurrence", recurrence=_recurrence(match))
        elif match["span"]:
            if (match["lead"] or match["within"]) and document_year is not None:
                number = parse_numeral(match["span"])
                if number is not None:
                    yield TimeExpression(start, end, "date", document_year + int(number))
        else:
            year = _year(match, document_year, plan_end)
            carries = match["plan_part"] not in ("期间", "时期") or text.startswith("：", end)
            yield TimeExpression(start, end, _role(text, start, end), year, carries=carries)


def _matches(text: str) -> Iterator[re.Match[str]]:
    republic = REPUBLIC.search(text) or REPUBLIC_IN_WORDS.search(text)
    search, match = MAY_BEGIN.search, (TIME_OF_REPUBLIC if republic else TIME).match
    candidate = search(text)
    while candidate:
        found = match(text, candidate.start())
        if found:
            yield found
        candidate = search(text, found.end() if found else candidate.start() + 1)


def _year(match: re.Match[str], document_year: int | None, plan_end: int | None) -> int | None:
    """The last year of an expression that names no calendar year; None where it takes one that is not known."""
    if match["roc"]:
        number = parse_numeral(match["roc"])
        return None if number is None else int(number) + ROC_OFFSET
    if match["plan"]:
        number = parse_numeral(match["plan"])
        return None if number is None else FIRST_YEAR_OF_FIRST_PLAN + 5 * int(number) + 4
    if match["relative"]:
        return None if document_year is None else document_year + RELATIVE_YEARS.get(match["relative"], 0)
    return plan_end if match[0] == "规划期末" else CENTURY_MIDDLE


def _month(match: re.Match[str], year: int) -> TimeExpression:
    """6月底前, without a year: that of the date before it in its sentence, else the document's."""
    month = int(parse_numeral(match["due_month"]) or 0)
    last = calendar.monthrange(year, month)[1]
    day = min(int(match["due_day"]), last) if match["due_day"] else last
    return TimeExpression(*match.span(), "date", year, date=f"{year:04d}-{month:02d}-{day:02d}", carries=False)


def _calendar(text: str, match: re.Match[str]) -> TimeExpression:
    start, end = match.span()
    first = int(match["year"].translate(HAN_DIGITS))
    year = int(match["year2"].translate(HAN_DIGITS)) if match["year2"] else first
    year = year if year > LAST_SHORT_YEAR else first - first % 100 + year  # 2027-28学年
    date = None
    if match["month"]:
        month = int(parse_numeral(match["month"]) or 0)
        day = int(match["day"]) if match["day"] else calendar.monthrange(year, month)[1]
        if day <= calendar.monthrange(year, month)[1]:
            date = f"{year:04d}-{month:02d}-{day:02d}"
    bracketed = year != first and text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    role: TimeRole = "qualifier" if bracketed else _role(text, start, end)  # the period of a title is no deadline
    return TimeExpression(start, end, role, year, date=date)


def _role(text: str, start: int, end: int) -> TimeRole:
    before = text[max(0, start - 2) : start]
    if AFTER_BASELINE.match(text, end) and not before.endswith(("到", "至")):
        return "baseline"
    if (
        before.endswith(BEFORE_BASELINE)
        and not (before.endswith(RATIOS) and not CHANGED.match(text, end))
        and not before.endswith(("力争在", "确保在", "争取在"))
    ):
        return "date" if before.endswith(("在", "以", "与")) else "baseline"
    if AFTER_VALUE.match(text, end) and not before.endswith(("到", "至", "从", "由", "自")):
        return "baseline"
    if AFTER_SINCE.match(text, end) or before.endswith(BEFORE_SINCE):
        return "since"
    if AFTER_QUALIFIER.match(text, end):
        return "qualifier"
    return "date"


def _recurrence(match: re.Match[str]) -> str:
    if match["rate"]:
        return "annual"
    if match["by"]:
        return RECURRENCES[match["by"]]
    if match["every"] in ("两", "二", "2"):
        return "biennial"
    return RECURRENCES[match["unit"]]
