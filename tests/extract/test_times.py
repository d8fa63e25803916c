"""Time expressions: what they name, and what they are to the figures around them."""

import re
from itertools import product

import pytest

from policyparse.extract.times import expressions
from policyparse.extract.times.expressions import TimeExpression, find_times

YEAR = 2024


def only(text: str, year: int | None = YEAR, plan_end: int | None = None) -> TimeExpression:
    (time,) = find_times(text, year, plan_end)
    return time


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("到2027年，覆盖率达到90%", "2027年", 2027),
        ("2026年底前完成", "2026年底前", 2026),
        ("2025年6月底前出台", "2025年6月底前", 2025),
        ("二〇三五年建成", "二〇三五年", 2035),
        ("2024—2026年新建", "2024—2026年", 2026),
        ("“十五五”期间新增", "“十五五”期间", 2030),
        ("“十四五”末达到", "“十四五”末", 2025),
        ("今年新建", "今年", 2024),
        ("明年底前完成", "明年底前", 2025),
        ("三年内实现", "三年内", 2027),
        ("未来5年新增", "未来5年", 2029),
        ("民國114年底前", "民國114年底前", 2025),
        ("本世纪中叶建成", "本世纪中叶", 2050),
    ],
)
def test_dates(text: str, words: str, year: int) -> None:
    time = only(text)
    assert (text[time.start : time.end], time.year, time.role) == (words, year, "date")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("比2020年增加3所", "baseline"),
        ("在2020年基础上翻一番", "baseline"),
        ("从2019年的12%", "since"),
        ("2021年以来持续增长", "since"),
        ("2005年前建成的老旧小区", "qualifier"),
        ("实施方案（2024—2026年）", "qualifier"),
        ("占比2026年达到40%", "date"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("每年新增", "annual"),
        ("年均增长", "annual"),
        ("每两年评选", "biennial"),
        ("每季度调度", "quarterly"),
        ("每月通报", "monthly"),
    ],
)
def test_recurrences(text: str, recurrence: str) -> None:
    assert (only(text).role, only(text).recurrence) == ("recurrence", recurrence)


def test_month_and_day_give_a_date_and_leap_years_are_known() -> None:
    assert only("2028年2月底前").date == "2028-02-29"
    assert only("2025年3月15日前").date == "2025-03-15"
    assert only("2025年2月30日").date is None


def test_the_clock_is_never_asked() -> None:
    assert only("今年新建3所", year=None).year is None
    assert find_times("三年内新建3所", None) == []
    assert only("规划期末达到", plan_end=2030).year == 2030


@pytest.mark.parametrize("text", ["三年行动计划", "千年古镇", "十五分钟生活圈", "2025", "第一季刊", "年龄结构"])
def test_words_that_are_no_times(text: str) -> None:
    assert find_times(text, YEAR) == []


PARTS = "|".join(
    (
        "2025|年|今|明|后|前|去|上|本|月|6|12|十|五|一|〇|百|“|”|期间|末|底|内|初|至",
        "每|季度|逐|均|按|民国|114|未来|三",
        "本世纪中叶|规划期|过去一",
    )
)


def test_the_quick_look_passes_over_no_time() -> None:
    text = "，".join(map("".join, product(PARTS.split("|"), repeat=3)))
    for times in (expressions.TIME, expressions.TIME_OF_REPUBLIC):
        found = {match.start() for match in times.finditer(text)}
        assert found <= {match.start() for match in re.finditer(f"(?={expressions.MAY_BEGIN.pattern})", text)}
