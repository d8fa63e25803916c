"""Items within sentences: a row of their own where they have a counterpart, else with their clause."""

from __future__ import annotations

import re

import pytest

import policyparse as pp
from pages import Page
from policyparse.report import comparisons, surveys
from policyparse.report.amendments import amendments
from policyparse.report.html import comparison_page, survey_page
from policyparse.report.items import items_of
from policyparse.report.tables import pieces_of

CITY = """一、任务
（一）发展社区助餐。一是支持餐饮企业参与办餐。二是建立多方共担的筹资机制，补助3000万元。三是建设示范食堂30个。
（二）拓展上门服务。鼓励家政企业开发助浴产品。
"""
SHUFFLED = """一、任务
（一）发展社区助餐。一是支持养老机构参与办餐。二是建设示范食堂5个。三是建立多方共担的筹资机制，补助300万元。
（二）拓展上门服务。鼓励家政企业开发助浴产品。
"""
FLAT = """一、任务
（一）发展社区助餐。支持养老机构参与办餐；建立多方共担的筹资机制，补助300万元；建设示范食堂5个。
（二）拓展上门服务。鼓励家政企业开发助浴产品。
"""


def compared(left: str, right: str) -> pp.Comparison:
    return pp.compare(pp.parse_text(left, name="甲.txt"), pp.parse_text(right, name="乙.txt"))


def test_items_with_counterparts_have_rows_and_their_clause_tells_nothing_twice() -> None:
    comparison = compared(CITY, SHUFFLED)
    told = {(pair.left, pair.right): [(c.left, c.right) for c in pair.changes] for pair in comparison.clauses}
    assert told["一/(一)", "一/(一)"] == []
    assert told["一/(一)/二是", "一/(一)/三是"] == [("3000", "300")]
    assert told["一/(一)/三是", "一/(一)/二是"] == [("30", "5")]
    assert items_of(comparison).homes == ({}, {})


def test_items_without_counterpart_are_shown_with_their_clause() -> None:
    comparison = compared(CITY, FLAT)
    items = items_of(comparison)
    assert items.homes == ({f"一/(一)/{label}": "一/(一)" for label in ("一是", "二是", "三是")}, {})
    assert [row[2] for row in comparisons.tasks(comparison, "zh").rows] == ["一致", "有改动", "一致"]


def test_an_amendment_shows_a_clause_with_its_items_once() -> None:
    (row,) = amendments(compared(CITY, SHUFFLED), "zh").rows
    assert row[1] == "一/(一)"
    assert [piece for piece, marked in pieces_of(row[2]) if marked] == ["餐饮企业", "3000", "30"]
    assert [piece for piece, marked in pieces_of(row[3]) if marked] == ["养老机构", "5", "300"]


@pytest.mark.parametrize("other", [SHUFFLED, FLAT])
def test_the_page_shows_every_word_once(other: str) -> None:
    text = comparison_page(compared(CITY, other))
    words = "".join("".join(Page(text.split('<div class="columns"')[1]).words).split())
    for sentence in re.findall(r"[^。\n]+。", CITY):
        assert sentence in words
    assert words.count("补助3000万元") == 1
    page = Page(text)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_an_item_that_no_place_treats_apart_is_no_task() -> None:
    survey = pp.compare_many(pp.parse_text(CITY), [pp.parse_text(FLAT), pp.parse_text(FLAT)])
    assert [row[0] for row in surveys.coverage(survey, "zh").rows] == [
        "一 任务", "一/(一) 发展社区助餐", "一/(二) 拓展上门服务",
    ]  # fmt: skip


def test_an_item_goes_with_its_clause_where_only_others_treat_it_apart() -> None:
    survey = pp.compare_many(pp.parse_text(CITY), [pp.parse_text(FLAT), pp.parse_text(SHUFFLED)])
    rows = {row[0].split()[0]: row[1:3] for row in surveys.coverage(survey, "zh").rows}
    assert rows["一/(一)/二是"] == ("随所在条款", "一/(一)/三是 位置调整")
    assert "随所在条款" in survey_page(survey)


def test_without_the_documents_every_pair_has_a_row() -> None:
    comparison = pp.Comparison.model_validate_json(compared(CITY, FLAT).model_dump_json())
    assert items_of(comparison).rows == comparison.clauses
