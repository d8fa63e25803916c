"""Numbers written in Han numerals, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.errors import UsageError
from policyparse.numerals import parse_numeral, to_chinese


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (10010, "一万零一十"),
        (100001, "十万零一"),
        (200000000, "二亿"),
        (10**12 + 5000, "一万亿零五千"),
        (-3, "负三"),
    ],
)
def test_to_chinese(number, written):
    assert to_chinese(number) == written


@given(st.integers(min_value=-(10**16) + 1, max_value=10**16 - 1))
def test_there_and_back(number):
    assert parse_numeral(to_chinese(number)) == number


def test_too_large():
    with pytest.raises(UsageError):
        to_chinese(10**16)
