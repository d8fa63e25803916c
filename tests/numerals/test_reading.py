"""Numbers as written, read from their place."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.numerals import read_numeral, read_share

EXACT = [
    ("21", "21"),
    ("3,161户", "3161"),
    ("３，１６１户", "3161"),
    ("75\u2009000亩", "75000"),
    ("75 000亩", "75000"),
    ("０．５", "0.5"),
    ("1.30", "1.30"),
    ("二十一", "21"),
    ("两千", "2000"),
    ("一万三", "13000"),
    ("一千二", "1200"),
    ("一万零三", "10003"),
    ("一万零三十", "10030"),
    ("四百五", "450"),
    ("廿三", "23"),
    ("卅", "30"),
    ("〇", "0"),
    ("二〇二五", "2025"),
    ("一百十四", "114"),
    ("三点一四", "3.14"),
    ("十五点七万", "157000"),
    ("1.3万", "13000"),
    ("3亿5千万", "350000000"),
    ("5万4千6百", "54600"),
    ("2千零30万", "20300000"),
    ("100万三千", "1003000"),
    ("4.78万亿", "4780000000000"),
    ("一万五千亿", "1500000000000"),
    ("五兆六十二亿", "5006200000000"),
    ("1.2×10^5", "120000"),
    ("1.2×10⁵", "120000"),
    ("壹仟贰佰叁拾肆", "1234"),
    ("兩萬五", "25000"),
]


@pytest.mark.parametrize(("text", "value"), EXACT)
def test_values_are_exact(text, value):
    number = read_numeral(text, 0)
    assert number is not None
    assert number.value == Decimal(value)
    assert number.value_max is None
    assert number.inexact == ""


@pytest.mark.parametrize(
    ("text", "value", "inexact", "after"),
    [
        ("3000余人", "3000", "more", 5),
        ("320多个", "320", "more", 4),
        ("2100余亿元", "210000000000", "more", 6),
        ("十余个", "10", "more", 2),
        ("十几个", "10", "more", 2),
        ("二十几万", "200000", "more", 4),
        ("数十家", "10", "more", 2),
        ("几百万", "1000000", "more", 3),
        ("十来个", "10", "about", 2),
        ("卅余万亩", "300000", "more", 3),
    ],
)
def test_inexact_numbers(text, value, inexact, after):
    number = read_numeral(text, 0)
    assert number is not None
    assert (number.value, number.inexact, number.after) == (Decimal(value), inexact, after)


@pytest.mark.parametrize("text", ["30余额", "5多功能", "30多元化", "一多半"])
def test_words_that_go_on_after_a_number(text):
    number = read_numeral(text, 0)
    assert number is not None
    assert number.inexact == ""


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("两三家", 2, 3),
        ("三五个", 3, 5),
        ("十七八个", 17, 18),
        ("二三十人", 20, 30),
        ("一百二三十户", 120, 130),
        ("五六万亩", 50000, 60000),
        ("一两年", 1, 2),
    ],
)
def test_digits_side_by_side(text, low, high):
    number = read_numeral(text, 0)
    assert number is not None
    assert (number.value, number.value_max) == (low, high)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("十一十二", 2),
        ("五十千", 2),
        ("三十两", 2),
        ("10.1万零100", 5),
        ("三万五万", 3),
        ("一百零", 2),
        ("1.2.3", 1),
        ("8点30", 1),
    ],
)
def test_a_numeral_ends_where_it_goes_wrong(text, end):
    number = read_numeral(text, 0)
    assert number is not None
    assert number.end == end


@pytest.mark.parametrize("text", ["", "元", "点五", "负", "余", "1" * 31])
def test_no_numeral(text):
    assert read_numeral(text, 0) is None


def test_units_that_begin_with_a_power_of_ten():
    until = re.compile("千瓦|兆")
    assert read_numeral("40万千瓦", 0, until).value == 400_000  # type: ignore[union-attr]
    assert read_numeral("五十兆", 0, until).value == 50  # type: ignore[union-attr]
    assert read_numeral("五千瓦", 0, until).value == 5  # type: ignore[union-attr]
    assert read_numeral("五千瓦", 0).value == 5000  # type: ignore[union-attr]


def test_blanks_within_a_number_only_on_demand():
    assert read_numeral("7 万5 千4 百", 0, blanks=True).value == 75_400  # type: ignore[union-attr]
    assert read_numeral("7 万5 千4 百", 0).value == 7  # type: ignore[union-attr]


def test_columns_are_not_joined():
    text = "指标 54 600 700"
    number = read_numeral(text, 3)
    assert number is not None
    assert number.value == 54


@pytest.mark.parametrize(
    ("text", "value", "parts"),
    [
        ("百分之零点五", "0.5", 100),
        ("百分之百", "100", 100),
        ("千分之五", "5", 1000),
        ("万分之三", "3", 10_000),
        ("七成", "70", 100),
        ("七成六", "76", 100),
        ("三成半", "35", 100),
        ("6.5成", "65", 100),
        ("一半", "50", 100),
        ("半数", "50", 100),
        ("四分之一", "0.25", 1),
    ],
)
def test_shares(text, value, parts):
    share = read_share(text, 0, read_numeral(text, 0))
    assert share is not None
    assert (share.value, share.parts, share.end) == (Decimal(value), parts, len(text))


@pytest.mark.parametrize("text", ["三成员国", "两成果", "一成不变", "半年", "五分钟"])
def test_no_shares(text):
    assert read_share(text, 0, read_numeral(text, 0)) is None


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=6))
def test_arabic_numbers_keep_every_digit(whole, decimals):
    text = f"{whole:,}" if decimals == 0 else f"{whole}.{'7' * decimals}"
    number = read_numeral(text, 0)
    assert number is not None
    assert number.value == Decimal(text.replace(",", ""))
    assert number.end == len(text)


@given(st.text(alphabet="0123456789,. 零一二三五九十百千万亿点余多几两半", max_size=40), st.integers(0, 39))
def test_reading_never_leaves_the_text(text, start):
    number = read_numeral(text, start)
    if number is not None:
        assert start == number.start < number.end <= number.after <= len(text)
        assert number.value_max is None or number.value_max > number.value
        assert number.scale >= 1
