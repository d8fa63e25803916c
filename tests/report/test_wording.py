"""Numbers and values as people write them."""

from __future__ import annotations

import pytest

from policyparse.report.wording import amount, due, number
from sample import document


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (0, "0", "0"),
        (35, "35", "35"),
        (53.5, "53.5", "53.5"),
        (9999, "9999", "9,999"),
        (10000, "1万", "10,000"),
        (13000, "1.3万", "13,000"),
        (123456789, "12345.6789万", "123,456,789"),
        (300000000000, "3000亿", "300,000,000,000"),
        (100000001, "10000.0001万", "100,000,001"),
        (-20000, "-2万", "-20,000"),
        (0.05, "0.05", "0.05"),
        (1e16, "100000000亿", "10,000,000,000,000,000"),
    ],
)
def test_numbers(value: float, chinese: str, english: str) -> None:
    assert number(value, "zh") == chinese
    assert number(value, "en") == english


def test_amounts_and_times() -> None:
    shown = {figure.id: (amount(figure, "zh"), due(figure, "zh")) for figure in document().targets}
    assert shown == {
        "f001": ("≥35%", "2027"),
        "f003": ("增加120公里", "每年"),
        "f004": ("增加1.5万吨", "2026"),
        "f005": ("0", ""),
    }
    figure = document().targets[0]
    span = figure.model_copy(update={"value": 3, "value_max": 5, "unit": "个", "comparator": "range"})
    assert amount(span, "en") == "3–5个"
    more = figure.model_copy(update={"value": 300, "unit": "个", "change": "increase"})
    assert (amount(more, "zh"), amount(more, "en")) == ("增加 ≥300个", "up ≥300个")
    dated = figure.model_copy(update={"deadline_date": "2026-06-30", "deadline": 2026, "recurrence": "annual"})
    assert due(dated, "en") == "2026-06-30 every year"
