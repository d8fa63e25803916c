"""Which clause corresponds to which, and how."""

from __future__ import annotations

import pytest

import county_plans as plans
import policyparse as pp


@pytest.fixture(scope="module")
def comparison() -> pp.Comparison:
    return pp.compare(plans.city(), plans.county())


def rows(comparison: pp.Comparison) -> list[tuple[str | None, str | None, str]]:
    return [(pair.left, pair.right, pair.relation) for pair in comparison.clauses]


def test_merged_moved_missing_and_new_clauses(comparison: pp.Comparison) -> None:
    assert rows(comparison) == [
        ("一", "一", "changed"),
        ("二", "二", "same"),
        ("二/(一)", "二/2", "merged"),
        ("二/(二)", "二/2", "merged"),
        (None, "二/3", "only-right"),
        ("二/(三)", "二/1", "moved"),
        ("二/(四)", None, "only-left"),
        ("三", "三", "changed"),
        ("三/(一)", "三/(一)", "changed"),
        ("三/(二)", "三/(二)", "changed"),
    ]


def test_the_rows_of_a_merged_clause_are_one_group(comparison: pp.Comparison) -> None:
    groups = {pair.left: pair.group for pair in comparison.clauses if pair.group}
    assert groups == {"二/(一)": "g1", "二/(二)": "g1"}


def test_each_part_of_a_merged_clause_is_compared_with_its_own_sentences(comparison: pp.Comparison) -> None:
    first, second = (pair for pair in comparison.clauses if pair.group == "g1")
    assert "35" in {change.left for change in first.changes}
    assert "300" in {change.left for change in second.changes}
    assert not any("电网" in change.left + change.right for change in first.changes)


def test_turned_round_merged_is_split() -> None:
    turned = pp.compare(plans.county(), plans.city())
    assert {pair.relation for pair in turned.clauses if pair.left == "二/2"} == {"split"}
    assert {pair.right for pair in turned.clauses if pair.left == "二/2"} == {"二/(一)", "二/(二)"}


def test_a_document_and_itself() -> None:
    comparison = pp.compare(plans.city(), plans.city())
    assert {pair.relation for pair in comparison.clauses} == {"same"}
    assert {pair.value for pair in comparison.targets} == {"equal"}
    assert {pair.left == pair.right for pair in comparison.parties} == {True}
    assert (comparison.similarity, comparison.reuse.share, comparison.opening.similarity) == (1.0, 1.0, 1.0)
    assert comparison.substitutions == ()


def test_two_versions_with_a_new_article_and_others_renumbered() -> None:
    assert rows(pp.compare(*plans.versions())) == [
        ("第一条", "第一条", "same"),
        ("第二条", "第二条", "same"),
        ("第三条", "第三条", "changed"),
        (None, "第四条", "only-right"),
        ("第四条", "第五条", "changed"),
        ("第五条", "第六条", "same"),
        ("第六条", "第七条", "changed"),
        ("第七条", "第八条", "changed"),
    ]


def test_documents_on_different_subjects_hardly_correspond() -> None:
    comparison = pp.compare(plans.city(), plans.versions()[0])
    assert comparison.similarity < 0.1
    assert not [pair for pair in comparison.clauses if pair.left and pair.right]
    assert not [pair for pair in comparison.targets if pair.left and pair.right]


def test_a_chapter_that_moved_takes_its_clauses_along() -> None:
    left = pp.parse_text(
        "一、畜牧\n1.扩建奶牛牧场。\n2.改良牧草品种。\n二、渔业\n1.更新近海渔船。\n2.增殖放流鱼苗。\n三、林业\n1.补植防护林带。\n"
    )
    right = pp.parse_text(
        "一、渔业\n1.更新近海渔船。\n2.增殖放流鱼苗。\n二、林业\n1.补植防护林带。\n三、畜牧\n1.扩建奶牛牧场。\n2.改良牧草品种。\n"
    )
    found = {pair.left: (pair.right, pair.relation) for pair in pp.compare(left, right).clauses}
    assert found["一"] == ("三", "moved")
    assert found["一/1"] == ("三/1", "same")
    assert found["二"] == ("一", "same")


def test_a_clause_that_went_below_another_chapter_is_moved() -> None:
    left = pp.parse_text("一、畜牧\n1.扩建奶牛牧场。\n2.改良牧草品种。\n二、渔业\n1.更新近海渔船。\n2.增殖放流鱼苗。\n")
    right = pp.parse_text(
        "一、畜牧\n1.扩建奶牛牧场。\n二、渔业\n1.更新近海渔船。\n2.增殖放流鱼苗。\n3.改良牧草品种。\n"
    )
    found = {pair.left: (pair.right, pair.relation) for pair in pp.compare(left, right).clauses}
    assert found["一/2"] == ("二/3", "moved")
    assert {found[clause][1] for clause in ("一/1", "二/1", "二/2")} == {"same"}


def test_set_phrases_alone_make_no_pair() -> None:
    phrase = "坚持以人民为中心的发展思想，完整、准确、全面贯彻新发展理念，着力推动高质量发展。"
    left = pp.parse_text(
        f"一、水利工程\n{phrase}整修灌渠闸门。\n二、教育\n{phrase}增设寄宿学校。\n三、卫生\n{phrase}更新救护车辆。\n"
    )
    right = pp.parse_text(
        f"一、体育\n{phrase}修缮射箭场馆。\n二、教育\n{phrase}增设寄宿学校。\n三、电信\n{phrase}铺设海底光缆。\n"
    )
    pairs = {(pair.left, pair.right) for pair in pp.compare(left, right).clauses if pair.left and pair.right}
    assert pairs == {("二", "二")}


def test_items_within_a_sentence_stand_for_no_task() -> None:
    left = pp.parse_text(
        "一、加强督导检查\n建立巡查台账，对堤防险段每旬查看一遍，发现渗漏当日处置。\n二、抓好物资储备\n编织袋、救生衣分库存放。\n"
    )
    right = pp.parse_text(
        "一、加强督导检查\n一是建立巡查台账。二是对堤防险段每旬查看一遍。三是发现渗漏当日处置。\n二、抓好物资储备\n编织袋、救生衣分库存放。\n"
    )
    assert [(pair.left, pair.right) for pair in pp.compare(left, right).clauses if pair.left] == [
        ("一", "一"),
        ("二", "二"),
    ]


def test_neither_document_need_have_clauses() -> None:
    empty = pp.parse(b"")
    article = pp.parse_text("古渡口修起了步道。\n游客沿河观鸟。")
    other = pp.parse_text("古渡口修起了栈道。\n游客沿河观鸟。")
    assert pp.compare(empty, empty).similarity == 1.0
    assert pp.compare(empty, plans.city()).similarity == 0.0
    comparison = pp.compare(article, other)
    assert [(change.left, change.right) for change in comparison.opening.changes] == [("步", "栈")]
    assert comparison.similarity > 0.9


def test_a_document_without_its_text_says_how_to_get_it() -> None:
    document = pp.PolicyDocument.model_validate_json(plans.city().model_dump_json())
    with pytest.raises(pp.TextNotAtHand, match="--with-text"):
        pp.compare(document, plans.county())
    again = pp.PolicyDocument.model_validate_json(plans.city().with_text().model_dump_json())
    found, wanted = (pp.compare(city, plans.county()) for city in (again, plans.city()))
    assert found.model_dump_json() == wanted.model_dump_json()
