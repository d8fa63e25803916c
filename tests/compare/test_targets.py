"""Targets of two documents: which belong together, and how they compare."""

from __future__ import annotations

import pytest

import county_plans as plans
import policyparse as pp
from policyparse.compare import measures
from policyparse.lexicon import Lexicon


@pytest.fixture(scope="module")
def pairs() -> dict[str, pp.TargetPair]:
    comparison = pp.compare(plans.city(), plans.county())
    return {(pair.left or pair.right).quote: pair for pair in comparison.targets}  # type: ignore[union-attr]


def one(left: str, right: str) -> pp.TargetPair:
    """The only pair of two clauses."""
    first, second = (pp.parse_text(f"一、总体目标\n{text}\n") for text in (left, right))
    (pair,) = pp.compare(first, second).targets
    return pair


def test_higher_stricter_and_earlier(pairs: dict[str, pp.TargetPair]) -> None:
    pair = pairs["85%"]
    assert (pair.value, pair.comparator, pair.deadline) == ("higher", "stricter", "earlier")
    assert (pair.difference, pair.share) == (3, 1.035294)


def test_share_of_the_left_value(pairs: dict[str, pp.TargetPair]) -> None:
    assert (pairs["300个"].value, pairs["300个"].share, pairs["300个"].difference) == ("lower", 0.08, -276)


def test_units_of_one_kind_are_laid_on_one_scale(pairs: dict[str, pp.TargetPair]) -> None:
    pair = pairs["600万平方米"]
    assert pair.right is not None
    assert (pair.right.quote, pair.value, pair.share) == ("45公顷", "lower", 0.075)
    assert pair.difference == -5_550_000


def test_nothing_equals_nothing(pairs: dict[str, pp.TargetPair]) -> None:
    assert (pairs["清零"].value, pairs["清零"].difference, pairs["清零"].share) == ("equal", 0, None)


def test_without_counterpart(pairs: dict[str, pp.TargetPair]) -> None:
    assert (pairs["8%"].value, pairs["12个"].value) == ("only-left", "only-right")
    assert pairs["8%"].comparator is pairs["8%"].deadline is pairs["8%"].difference is None


def test_other_recurrence_is_incomparable() -> None:
    pair = one("每年培训护林员200人次。", "到2027年培训护林员200人次。")
    assert (pair.value, pair.share) == ("incomparable", None)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("建成驿站3—5个", "建成驿站6个", "higher"),
        ("建成驿站3—5个", "建成驿站2个", "lower"),
        ("建成驿站3—5个", "建成驿站3—5个", "equal"),
        ("建成驿站3—5个", "建成驿站4个", "incomparable"),
        ("建成驿站3—5个", "建成驿站5—8个", "higher"),
    ],
)
def test_ranges(left: str, right: str, relation: str) -> None:
    pair = one(f"到2027年{left}。", f"到2027年{right}。")
    assert pair.value == relation
    assert pair.share is None


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("达到40%左右", "达到40%", "stricter"),
        ("达到40%", "达到40%以上", "stricter"),
        ("达到40%以上", "达到40%左右", "looser"),
        ("不低于40%", "达到40%以上", "same"),
        ("不低于40%", "不高于40%", None),
    ],
)
def test_comparators(left: str, right: str, relation: str | None) -> None:
    assert one(f"到2027年，湿地保护率{left}。", f"到2027年，湿地保护率{right}。").comparator == relation


def test_days_decide_where_both_have_them() -> None:
    pair = one("2026年9月底前，湿地保护率达到40%。", "2026年6月底前，湿地保护率达到40%。")
    assert pair.deadline == "earlier"


def test_of_several_years_the_same_ones_belong_together() -> None:
    left = "2025年、2026年、2027年分别建成渔港码头4座、6座、9座。"
    right = "2026年、2027年分别建成渔港码头2座、3座。"
    first, second = (pp.parse_text(f"一、总体目标\n{text}\n") for text in (left, right))
    found = {
        (pair.left.quote if pair.left else None, pair.right.quote if pair.right else None)
        for pair in pp.compare(first, second).targets
    }
    assert found == {("4座", None), ("6座", "2座"), ("9座", "3座")}


def test_the_same_word_for_another_thing_is_no_pair() -> None:
    city = "海丰市人民政府关于印发海丰市科创方案的通知\n一、科创平台\n到2027年，省重点实验室达到6家。\n"
    county = "海安县人民政府关于印发海安县科创方案的通知\n一、科创平台\n到2027年，市级以上重点实验室达到20家。\n"
    pairs = pp.compare(pp.parse_text(city), pp.parse_text(county)).targets
    assert {pair.value for pair in pairs} == {"only-left", "only-right"}


def test_what_has_its_equal_is_not_paired_with_its_neighbour() -> None:
    left = "到2027年，街道便民中心覆盖率达到100%，乡镇便民中心覆盖率达到80%。"
    right = "到2026年，街道便民中心覆盖率达到80%。到2027年，街道便民中心覆盖率达到100%。"
    first, second = (pp.parse_text(f"一、总体目标\n{text}\n") for text in (left, right))
    pairs = {pair.left.quote: pair.right for pair in pp.compare(first, second).targets if pair.left}
    assert pairs["80%"] is None
    assert pairs["100%"] is not None
    assert pairs["100%"].deadline == 2027


def test_names_alone_pair_targets_of_unrelated_clauses_where_they_say_enough() -> None:
    left = pp.parse_text(
        "一、渔业发展\n到2027年，近海渔船更新改造率达到60%，覆盖率达到70%。\n二、林草保护\n封育草场，轮换放牧，修建围栏。\n"
    )
    right = pp.parse_text(
        "一、安全生产\n到2027年，近海渔船更新改造率达到50%，覆盖率达到65%。配齐救生衣，安装定位终端，开展应急演练。\n"
    )
    pairs = {pair.left.quote: pair.right for pair in pp.compare(left, right).targets if pair.left}
    assert pairs["60%"] is not None
    assert pairs["60%"].quote == "50%"


def test_targets_of_a_copied_block_count_once() -> None:
    document = plans.city()
    targets = list(document.targets)
    targets[0] = targets[0].model_copy(update={"duplicate_of": "f999"})
    comparison = pp.compare(
        document.model_copy(update={"targets": tuple(targets)}).holding(document.mapped), plans.county()
    )
    assert targets[0].id not in {pair.left.id for pair in comparison.targets if pair.left}


def test_every_conversion_is_a_number_of_a_standard_that_is_its_own() -> None:
    lexicon = Lexicon.load()
    for row in lexicon.conversions:
        found = measures.measure(row.surface, lexicon)
        assert found.factor > 0
        standard = measures.measure(row.standard, lexicon)
        assert (standard.standard, standard.factor) == (row.standard, 1)


def test_conversions_speak_of_normal_forms() -> None:
    lexicon = Lexicon.load()
    known = {row.canonical for row in lexicon.units}
    assert {row.surface for row in lexicon.conversions} <= known


def test_names_that_end_with_different_things_are_no_pair() -> None:
    left = pp.parse_text("一、任务\n到2027年，配送服务覆盖的山区乡镇占70%。\n")
    right = pp.parse_text("一、任务\n到2027年，配送服务覆盖的边境口岸占50%。\n")
    assert {pair.value for pair in pp.compare(left, right).targets} == {"only-left", "only-right"}


def test_names_in_another_order_are_a_pair() -> None:
    left = pp.parse_text("一、任务\n到2027年，改造老旧泵站120座。\n")
    right = pp.parse_text("一、任务\n到2027年，老旧泵站改造12座。\n")
    (pair,) = pp.compare(left, right).targets
    assert (pair.value, pair.share) == ("lower", 0.1)
