"""Numbers as they are written in Chinese: 21, 3,161, 二十一, 1.3万, 3亿5千万, 两三, 数十, 十余, 百分之五."""

from policyparse.numerals.finding import find_numerals, find_shares, parse_numeral
from policyparse.numerals.numeral import Numeral
from policyparse.numerals.reading import read_numeral
from policyparse.numerals.shares import Share, read_share
from policyparse.numerals.writing import to_chinese

__all__ = [
    "Numeral",
    "Share",
    "find_numerals",
    "find_shares",
    "parse_numeral",
    "read_numeral",
    "read_share",
    "to_chinese",
]
