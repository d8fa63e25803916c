"""Differences of wording: what is shown, what is ignored, and where it stands."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import county_plans as plans
import policyparse as pp
from policyparse.compare.differences import Change, Wording, alike, differences
from policyparse.compare.folding import Folding
from policyparse.compare.sides import read_side
from policyparse.lexicon import Lexicon


def changes(left: str, right: str, extra: str = "") -> list[tuple[str, str]]:
    """The changes between two clauses, in documents that hold `extra` as well."""
    one, other = (pp.parse_text(f"一、工作任务\n{text}\n二、其他事项\n{extra}\n") for text in (left, right))
    pair = next(pair for pair in pp.compare(one, other).clauses if pair.left == "一")
    return [(change.left, change.right) for change in pair.changes]


def test_a_number_is_told_whole() -> None:
    assert changes("建成充电桩1450个。", "建成充电桩1380个。") == [("1450", "1380")]
    assert changes("覆盖率达到57.5%。", "覆盖率达到53.5%。") == [("57.5%", "53.5%")]


def test_a_latin_word_is_told_whole() -> None:
    assert changes("推广NB-IoT水表，接入平台。", "推广NB-LoRa水表，接入平台。") == [("IoT", "LoRa")]


def test_what_was_added_begins_where_a_phrase_does() -> None:
    before = "清理河道淤积，修复护坡，栽植水生植物。"
    after = "清理河道淤积，拆除违建，修复护坡，栽植水生植物。"
    assert changes(before, after) == [("", "拆除违建，")]
    assert changes(after, before) == [("拆除违建，", "")]


def test_characters_that_agree_by_chance_are_no_agreement() -> None:
    assert changes("鼓励渔民转产经营民宿。", "鼓励渔民进入县城就业。") == [("转产经营民宿", "进入县城就业")]


def test_a_changed_character_is_told_with_its_word() -> None:
    habit = "加快推进。稳步推进。加快推进。大力推动。持续推动。大力推动。"
    assert ("推进", "推动") in changes("逐村推进旱厕改造。", "逐村推动旱厕改造。", extra=habit)


def test_blanks_and_line_ends_are_no_change() -> None:
    assert changes("清理河道淤积，修复护坡。\n栽植水生植物。", "清理河道淤积，修复护坡。栽植水生植物。") == []


def test_level_and_region_are_listed_once_and_ignored() -> None:
    comparison = pp.compare(plans.city(), plans.county())
    listed = {(pair.left, pair.right): pair.count for pair in comparison.substitutions}
    assert set(listed) == {("市", "县"), ("江川", "清源")}
    assert listed["江川", "清源"] >= 4
    shown = {(change.left, change.right) for pair in comparison.clauses for change in pair.changes}
    assert not shown & set(listed)


def test_a_level_within_a_word_is_no_level() -> None:
    city = "青木市人民政府关于印发青木市绿化方案的通知\n一、任务\n{}\n二、保障\n全市动员，我市各部门参与。\n"
    county = "白沙县人民政府关于印发白沙县绿化方案的通知\n一、任务\n{}\n二、保障\n全县动员，我县各部门参与。\n"
    left = pp.parse_text(city.format("打造城市公园，全市植树。"))
    right = pp.parse_text(county.format("打造城县公园，全县植树。"))
    first = next(pair for pair in pp.compare(left, right).clauses if pair.left == "一")
    assert [change.right for change in first.changes] == ["县"]


def test_a_word_that_is_always_replaced_is_a_substitution() -> None:
    old = "第一条 客运主管部门发放许可。\n第二条 车辆由客运主管部门年检。\n第三条 客运主管部门受理投诉，时限为10日。\n"
    new = "第一条 运输服务中心发放许可。\n第二条 车辆由运输服务中心年检。\n第三条 运输服务中心受理投诉，时限为15日。\n"
    comparison = pp.compare(pp.parse_text(old), pp.parse_text(new))
    (found,) = comparison.substitutions
    assert found.count == 3
    assert (found.left in "客运主管部门", found.right in "运输服务中心") == (True, True)
    assert [pair.relation for pair in comparison.clauses] == ["same", "same", "changed"]
    assert [(change.left, change.right) for change in comparison.clauses[2].changes] == [("10", "15")]


def test_figures_are_never_a_substitution() -> None:
    old = "第一条 渔船检验每三年一次。\n第二条 网具更换每三年一次。\n第三条 船员体检每三年一次。\n"
    new = old.replace("三年", "五年")
    comparison = pp.compare(pp.parse_text(old), pp.parse_text(new))
    assert comparison.substitutions == ()
    assert {pair.relation for pair in comparison.clauses} == {"changed"}


def test_bodies_that_correspond_are_no_change_of_wording() -> None:
    comparison = pp.compare(plans.city(), plans.county())
    moved = next(pair for pair in comparison.clauses if pair.left == "二/(三)")
    assert [(change.left, change.right) for change in moved.changes] == [("", "在集市张贴选煤指南。")]


def test_places_are_those_of_the_source() -> None:
    left = plans.city()
    wrapped = plans.COUNTY.replace("劣质煤举报电话", "劣质煤举\n报电话").replace("\n", "\r\n")
    right = pp.parse_text(wrapped)
    comparison = pp.compare(left, right)
    found = [change for pair in (comparison.opening, *comparison.clauses) for change in pair.changes]
    assert found
    for change in found:
        for words, span, document in (
            (change.left, change.left_span, left),
            (change.right, change.right_span, right),
        ):
            assert document.source_text(span).split() == words.split()
    for passage in comparison.reuse.passages:
        assert "".join(right.source_text(passage.right_span).split()) == "".join(passage.text.split())


LETTERS = st.text("甲乙丙丁，。12a", max_size=40)


@settings(max_examples=300, deadline=None)
@given(LETTERS, LETTERS)
def test_the_changes_make_the_right_text_of_the_left_one(left: str, right: str) -> None:
    texts = []
    for text in (left, right):
        side = read_side(pp.parse_text(text), Lexicon.load())
        texts.append(Folding(side).place((0, len(side.mapped.text))))
    one, other = texts
    found = differences(one, other, Wording.of([one.text, other.text]), lambda *_: False).changes
    built, here = [], 0
    for change in found:
        built += [one.text[here : change.start], other.text[change.right_start : change.right_end]]
        here = change.end
    assert "".join([*built, one.text[here:]]) == other.text
    assert list(found) == sorted(found)
    assert all(
        Change(*change) != Change(change.start, change.start, change.right_start, change.right_start)
        for change in found
    )


@settings(deadline=None)
@given(st.text("甲乙", max_size=60), st.text("甲乙", max_size=60), st.integers(0, 5), st.integers(0, 5))
def test_leaps_find_the_same_as_steps(one: str, other: str, start: int, place: int) -> None:
    length = 0
    while start + length < len(one) and place + length < len(other) and one[start + length] == other[place + length]:
        length += 1
    assert alike(one, start, other, place) == length


def test_a_year_that_both_have_by_chance_is_told_with_the_words_around_it() -> None:
    old = "第一条 依据《江川市湿地名录》（江政办〔2024〕8号）制定本办法。\n"
    new = "第一条 依据《江川市湿地名录》和《江川市候鸟栖息地巡护规程》（2024—2026年）制定本办法。\n"
    (pair,) = pp.compare(pp.parse_text(old), pp.parse_text(new)).clauses
    assert all("2024" not in (change.left, change.right) for change in pair.changes)
    assert not any(change.left.endswith("〔") for change in pair.changes)


def test_a_figure_that_stays_is_not_told_with_the_words_around_it() -> None:
    old, new = "第一条 每年增加300个泊位。\n", "第一条 每年新增300处泊位。\n"
    (pair,) = pp.compare(pp.parse_text(old), pp.parse_text(new)).clauses
    assert [(change.left, change.right) for change in pair.changes] == [("增加", "新增"), ("个", "处")]
