"""What holds for any text: no crash, places in order and within the text, time in proportion to length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse.extract.quantities.find import find_quantities, parse_quantity
from policyparse.lexicon import Lexicon
from proportion import in_proportion

LEXICON = Lexicon.load()
SIGNS = "0123456789.,，:：∶/-—~至到和 \n\t()（）〔〕“”%‰×^+第每前近约超过不低于少以上下内左右余多几数半点分之成"
NUMERALS = "零〇一二三四五六七八九十百千万亿两兆廿"
UNITS = "个家年月日元吨公里平方米千瓦时星级位人次岁倍度kmMWGPa℃"
HOSTILE = {
    "blanks": " " * 5000,
    "every year": "每年" * 1000,
    "dashes": "1-" * 500,
    "digits": "1" * 20_000,
    "ones": "一" * 10_000,
    "brackets": "（" * 5000 + "）" * 5000,
    "nested brackets": "(" * 10_000,
    "thousands": "1,234" * 500,
    "decimals": "1." * 5000,
    "points": "点一" * 5000,
    "halves": "半" * 5000,
    "vague": "数" * 5000,
    "comparators": "不低于" * 3000 + "5%",
    "adverbs": "至少" * 3000 + "3个",
    "strokes": "1/" * 5000,
    "colons": "1:" * 5000,
    "hundreds": "一百" * 3000,
    "myriads": "万" * 5000 + "元以上",
}


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(SIGNS + NUMERALS + UNITS)), max_size=120))
def test_any_text(text):
    check(text)


@settings(max_examples=300)
@given(st.text(alphabet=SIGNS + NUMERALS + UNITS, max_size=80))
def test_text_full_of_numbers(text):
    check(text)


@given(st.text(alphabet=SIGNS + NUMERALS + UNITS, max_size=20))
def test_lone_expressions(text):
    quantity = parse_quantity(text, LEXICON)
    if quantity is not None:
        assert 0 <= quantity.start < quantity.end <= len(text)


def check(text: str) -> None:
    found = find_quantities(text, LEXICON)
    for quantity in found:
        assert 0 <= quantity.start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.value.is_finite()
        assert quantity.value_max is None or quantity.value < quantity.value_max
        assert (quantity.comparator == "range") == (quantity.value_max is not None)
        if quantity.bound is not None:
            assert 0 <= quantity.bound[0] < quantity.bound[1] <= len(text)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name):
    text = HOSTILE[name]
    assert in_proportion(lambda text: find_quantities(text, LEXICON), text, text * 8, 8)
