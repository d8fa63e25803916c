"""Quantities of invented sentences in the language of plans, reports, laws and tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from policyparse.extract.quantities.find import find_quantities, parse_quantity
from policyparse.lexicon import Lexicon

LEXICON = Lexicon.load()

HERE = Path(__file__).parent
READINGS = [line.split("\t") for line in HERE.joinpath("quantities.tsv").read_text("utf-8").splitlines()[1:]]
"""Sentence (its tabs and line breaks as \\t and \\n), and quote = value[..max] unit comparator [kind]; …"""
NOTHING = HERE.joinpath("no_quantities.txt").read_text("utf-8").splitlines()

EXPRESSIONS = [
    ("不低于30%", "30", None, "%", "ge"),
    ("60％以上", "60", None, "％", "ge"),
    ("3-5个以上", "3", "5", "个", "range"),
    ("约 1.3 万人", "13000", None, "人", "approx"),
    ("百分之五", "5", None, "%", "eq"),
    ("三分之二", "0.666667", None, "", "eq"),
    ("第16位", "16", None, "位", "eq"),
    ("二十一", "21", None, "", "eq"),
    ("2100余亿元", "210000000000", None, "元", "ge"),
    ("上百家", "100", None, "家", "ge"),
    ("控制在5.5%以内", "5.5", None, "%", "le"),
    ("壹拾壹元整", "11", None, "元", "eq"),
    ("三万元以上十五万元以下", "30000", "150000", "元", "range"),
    ("半年", "0.5", None, "年", "eq"),
    ("≥95", "95", None, "", "ge"),
]


@pytest.mark.parametrize(("sentence", "readings"), READINGS)
def test_reading(sentence, readings):
    sentence = sentence.replace("\\t", "\t").replace("\\n", "\n")
    wanted = [reading.split(" = ") for reading in readings.split("; ")]
    found = find_quantities(sentence, LEXICON)
    assert [sentence[q.start : q.end] for q in found] == [quote for quote, _ in wanted]
    for quantity, (_, reading) in zip(found, wanted, strict=True):
        value, unit, comparator, *kind = reading.split(" ")
        low, _, high = value.partition("..")
        assert quantity.value == Decimal(low)
        assert quantity.value_max == (Decimal(high) if high else None)
        assert quantity.unit == unit.strip("-")
        assert quantity.comparator == comparator, reading
        assert not kind or quantity.kind == kind[0]


@pytest.mark.parametrize("line", NOTHING)
def test_no_quantity(line):
    assert [line[q.start : q.end] for q in find_quantities(line, LEXICON)] == []


@pytest.mark.parametrize(("expression", "value", "value_max", "unit", "comparator"), EXPRESSIONS)
def test_parse_quantity(expression, value, value_max, unit, comparator):
    quantity = parse_quantity(expression, LEXICON)
    assert quantity is not None
    assert quantity.value == Decimal(value)
    assert quantity.value_max == (None if value_max is None else Decimal(value_max))
    assert (quantity.unit, quantity.comparator) == (unit, comparator)


@pytest.mark.parametrize(
    "expression", ["", "以上", "建设3个", "3个镇", "2025年", "5月", "3个和5个", "一体化", "15:18", "不低于", "个"]
)
def test_no_lone_quantity(expression):
    assert parse_quantity(expression, LEXICON) is None


@pytest.mark.parametrize(
    ("sentence", "weak"),
    [
        ("培育一批企业", True),
        ("建设两家医院", True),
        ("建设三家医院", False),
        ("打造“15分钟”生活圈", True),
        ("建设1家医院", False),
    ],
)
def test_weak(sentence, weak):
    (quantity,) = find_quantities(sentence, LEXICON)
    assert quantity.weak is weak


def test_places_of_number_and_bound():
    sentence = "装机规模不低于40万千瓦"
    (quantity,) = find_quantities(sentence, LEXICON)
    assert sentence[quantity.start : quantity.number_end] == "40万"
    assert quantity.bound is not None
    assert sentence[slice(*quantity.bound)] == "不低于"
    assert quantity.canonical == "千瓦"


def test_own_units(tmp_path):
    (tmp_path / "units.tsv").write_text(
        "surface\tcanonical\tkind\tafter\texample\n挑\t担\tphysical\tany\t收粮30挑\n", "utf-8"
    )
    (quantity,) = find_quantities("收购茶叶三十挑左右", Lexicon.load(tmp_path))
    assert (quantity.unit, quantity.canonical, quantity.value, quantity.comparator) == ("挑", "担", 30, "approx")
