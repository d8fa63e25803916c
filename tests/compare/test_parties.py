"""Bodies of two documents, across levels."""

from __future__ import annotations

import county_plans as plans
import policyparse as pp


def test_each_body_finds_the_one_with_the_same_work() -> None:
    comparison = pp.compare(plans.city(), plans.county())
    found = [
        (pair.left.name if pair.left else None, pair.right.name if pair.right else None) for pair in comparison.parties
    ]
    assert found == [
        ("市住房城乡建设局", "县住房和城乡建设局"),
        ("市发展改革委", "县发展和改革局"),
        ("市财政局", None),
        ("国网江川供电公司", None),
        ("市市场监管局", "县市场监督管理局"),
        ("市公安局", "县公安局"),
        ("市生态环境局", "市生态环境局清源分局"),
        (None, "县农业农村局"),
    ]


def test_roles_are_counted_and_shared_clauses_too() -> None:
    pairs = {pair.left.name: pair for pair in pp.compare(plans.city(), plans.county()).parties if pair.left}
    body = pairs["市发展改革委"]
    assert body.left is not None
    assert (body.left.lead, body.left.joint, body.left.support) == (1, 1, 1)
    assert body.left.clauses == ("二/(一)", "二/(二)", "三/(一)")
    assert body.shared == 3


def test_two_forms_of_one_body_both_find_it() -> None:
    left = pp.parse_text("一、任务\n1.修筑堤坝。（市发展改革委负责）\n2.疏浚河道。（市发展改革委负责）\n")
    right = pp.parse_text("一、任务\n1.修筑堤坝。（县发展和改革委员会负责）\n2.疏浚河道。（县发展和改革局负责）\n")
    names = {pair.right.name for pair in pp.compare(left, right).parties if pair.left and pair.right}
    assert names == {"县发展和改革委员会", "县发展和改革局"}


def test_bodies_of_other_work_have_no_counterpart() -> None:
    left = pp.parse_text("一、任务\n1.修筑堤坝。（市水利局负责）\n")
    right = pp.parse_text("一、任务\n1.修筑堤坝。（县民政局负责）\n")
    assert {(pair.left is None) != (pair.right is None) for pair in pp.compare(left, right).parties} == {True}


def test_a_joined_bureau_answers_for_all_that_the_city_keeps_apart() -> None:
    left = pp.parse_text("一、任务\n1.修筑堤坝。（市科技局牵头）\n2.疏浚河道。（市工业和信息化局牵头）\n")
    right = pp.parse_text(
        "一、任务\n1.修筑堤坝。（县科技和工业信息化局牵头）\n2.疏浚河道。（县科技和工业信息化局牵头）\n"
    )
    comparison = pp.compare(left, right)
    pairs = [(pair.left.name, pair.right.name) for pair in comparison.parties if pair.left and pair.right]
    assert pairs == [("市科技局", "县科技和工业信息化局"), ("市工业和信息化局", "县科技和工业信息化局")]
    assert [change for row in comparison.clauses for change in row.changes] == []


def test_a_branch_is_the_counterpart_of_its_bureau() -> None:
    left = pp.parse_text("一、任务\n1.扩大参保面。（市医疗保障局牵头）\n")
    right = pp.parse_text("一、任务\n1.扩大参保面。（区医保分局牵头）\n")
    assert [(pair.left is None, pair.right is None) for pair in pp.compare(left, right).parties] == [(False, False)]


def test_a_centre_is_no_counterpart_for_its_name_alone() -> None:
    left = pp.parse_text("一、任务\n1.修筑堤坝。（市卫生健康委牵头）\n2.疏浚河道。（市水利局牵头）\n")
    right = pp.parse_text("一、任务\n1.修筑堤坝。（县水利局牵头）\n2.疏浚河道。（县疾控中心牵头）\n")
    pairs = {(pair.left and pair.left.name, pair.right and pair.right.name) for pair in pp.compare(left, right).parties}
    assert pairs == {("市卫生健康委", None), ("市水利局", "县水利局"), (None, "县疾控中心")}
