"""Numbers as they are written in Chinese: 21, 3,161, 二十一, 1.3万, 3亿5千万, 两三, 数十, 十余, 百分之五."""

from policyparse.numerals.numeral import Numeral
from policyparse.numerals.reading import read_numeral

__all__ = ["Numeral", "read_numeral"]
