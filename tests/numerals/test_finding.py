"""Numbers in running text, and whole texts as numbers."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.numerals import find_numerals, find_shares, parse_numeral
from policyparse.numerals.fixed_words import ORDINARY_WORDS
from proportion import in_proportion


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("购置了三台设备，花费12.5万", [("三", 3), ("12.5万", 125_000)]),
        ("答案不是四而是负五", [("四", 4), ("负五", -5)]),
        ("气温： -3度，误差.5", [("-3", -3), (".5", Decimal("0.5"))]),
        ("完成四分之三，剩1/4", [("四分之三", Decimal("0.75")), ("1/4", Decimal("0.25"))]),
        ("增长百分之十二", [("十二", 12)]),
        ("约2.5e3次", [("2.5e3", 2500)]),
        ("二又二分之一", [("二又二分之一", Decimal("2.5"))]),
        ("版本1.2.3", [("1", 1), ("2.3", Decimal("2.3"))]),
        ("两千 四 百 五", [("两千 四 百 五", 2450)]),
        ("第十二名", [("十二", 12)]),
    ],
)
def test_find_numerals(text, found):
    assert [(text[n.start : n.end], n.value) for n in find_numerals(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "部门统一部署",
        "放眼大陆架",
        "万般皆下品",
        "收拾行装",
        "队伍整齐",
        "万",
        "一切从实际出发",
        "https://a.cn/p?x=%20",
    ],
)
def test_ordinary_words_are_no_numbers(text):
    assert find_numerals(text) == []


@pytest.mark.parametrize("word", ORDINARY_WORDS)
def test_every_ordinary_word(word):
    assert find_numerals(word) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("占比5%，上年为４.２％", [("5%", 5), ("４.２％", Decimal("4.2"))]),
        ("下降百分之三，千分之二以内", [("百分之三", 3), ("千分之二", Decimal("0.2"))]),
        ("三成以上，近一半", [("三成", 30), ("一半", 50)]),
        ("负3.9%", [("负3.9%", Decimal("-3.9"))]),
        ("收窄5个百分点", []),
        ("三分之二多数", []),
    ],
)
def test_find_shares(text, found):
    shares = find_shares(text)
    assert [(text[s.start : s.end], s.value * 100 / s.parts) for s in shares] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" 二十一 ", "21"),
        ("-1.3万", "-13000"),
        ("负四十五亿", "-4500000000"),
        ("三分之一", "0.3333333333333333333333333333"),
        ("百分之五", "0.05"),
        ("一半", "0.5"),
        ("半", "0.5"),
        ("十余", "10"),
        ("一七二零", "1720"),
        ("12345678901234567890.5", "12345678901234567890.5"),
    ],
)
def test_parse_numeral(text, value):
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "负", "十一十二", "两三", "三个", "点五", "10..1万", "万", "五元", "-"])
def test_what_says_no_one_number(text):
    assert parse_numeral(text) is None


@given(st.text(max_size=60))
def test_nothing_crashes(text):
    places = [(n.start, n.end) for n in find_numerals(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    find_shares(text)
    parse_numeral(text)


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "一" * 10_000, "万" * 10_000, "十" * 5000, " " * 5000, "1/" * 5000, "百分之" * 3000, "负" * 5000],
)
@pytest.mark.parametrize("function", [find_numerals, find_shares, parse_numeral])
def test_time_grows_with_length(function, text):
    assert in_proportion(function, text, text * 8, 8)
