"""Values without numbers, and the names that only look like them."""

import pytest

from policyparse.extract.quantities.implied import find_implied
from policyparse.lexicon import Lexicon

LEXICON = Lexicon.load()


@pytest.mark.parametrize("row", LEXICON.implied, ids=lambda row: row.surface)
def test_every_row_reads_its_example(row) -> None:  # type: ignore[no-untyped-def]
    (quantity,) = find_implied(row.example, LEXICON)
    assert row.example[quantity.start : quantity.end] == row.surface
    assert (str(quantity.value), quantity.unit) == (row.value, row.unit)


@pytest.mark.parametrize(
    ("text", "quote", "value", "comparator"),
    [
        ("行政村快递服务基本实现全覆盖", "全覆盖", 100, "approx"),
        ("对符合条件的困难老人应养尽养", "应养尽养", 100, "eq"),
        ("乡镇卫生院全部达到基本标准", "全部", 100, "eq"),
        ("2026年底前全面完成校舍加固", "全面完成", 100, "eq"),
        ("存量隐患清零", "清零", 0, "eq"),
    ],
)
def test_commitments(text: str, quote: str, value: int, comparator: str) -> None:
    (quantity,) = find_implied(text, LEXICON)
    assert (text[quantity.start : quantity.end], quantity.value, quantity.comparator) == (quote, value, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "扩大服务覆盖面",
        "建立督查全覆盖机制",
        "巩固“两个清零”成果",
        "实施科技企业倍增计划",
        "承担全部费用",
        "全覆盖的监测网络",
    ],
)
def test_names_and_attributes_are_none(text: str) -> None:
    assert find_implied(text, LEXICON) == []
