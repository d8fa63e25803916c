"""修订对照表: clauses in full, the differences marked, remarks in words."""

from __future__ import annotations

from itertools import chain

import pytest

import county_plans as plans
import policyparse as pp
from hard_pairs import Changes, make
from policyparse.model.comparison import Comparison
from policyparse.report.amendments import amendments
from policyparse.report.tables import Marked, Table, pieces_of


def marked(text: str) -> list[str]:
    return [piece for piece, stands_out in pieces_of(text) if stands_out]


@pytest.fixture(scope="module")
def versions() -> Table:
    return amendments(pp.compare(*plans.versions()), "zh")


def test_the_heads_are_those_of_an_amendment(versions: Table) -> None:
    assert versions.columns == ("序号", "条目", "原文", "修改后", "说明")
    assert [row[0] for row in versions.rows] == [str(number) for number in range(1, len(versions.rows) + 1)]


def test_only_what_differs_is_listed_in_full_with_its_number(versions: Table) -> None:
    assert [row[1] for row in versions.rows] == [
        "第三条", "第四条", "第四条 → 第五条", "第六条 → 第七条", "第七条 → 第八条",
    ]  # fmt: skip
    _, _, old, new, said = versions.rows[2]
    assert old.startswith("第四条 运营单位应当每季度检修车辆一次")
    assert new.startswith("第五条 运营单位应当每月检修车辆一次")
    assert (marked(old), marked(new)) == (["季度", "48"], ["月", "24"])
    assert said == "“季度”改为“月”；“48”改为“24”"


def test_a_new_clause_has_no_text_before_it(versions: Table) -> None:
    _, _, old, new, said = versions.rows[1]
    assert (old, said) == ("", "新增")
    assert new.startswith("第四条 运营单位应当为使用人投保")


def test_what_was_left_out_is_said() -> None:
    old, new = plans.versions()
    rows = amendments(pp.compare(new, old), "zh").rows
    assert ("第四条", "", "删去") in [(row[1], row[3], row[4]) for row in rows]


def test_a_substitution_is_said_once_and_marked_nowhere() -> None:
    table = amendments(pp.compare(plans.city(), plans.county()), "zh")
    assert table.columns[2:4] == ("江川市", "清源县")
    everywhere = [row[2:4] for row in table.rows if row[1] == "全文"]
    assert ("市", "县") in everywhere
    told = [*chain.from_iterable(marked(row[2]) + marked(row[3]) for row in table.rows)]
    assert told
    assert not {"市", "县", "江川", "清源"} & set(told)


def test_merged_clauses_stand_in_one_row() -> None:
    table = amendments(pp.compare(plans.city(), plans.county()), "zh")
    (row,) = [row for row in table.rows if "二/(一)" in row[1]]
    assert row[1] == "二/(一)、二/(二) → 二/2"
    assert "推进热源改造" in row[2]
    assert "加强用能保障" in row[2]
    assert row[4].startswith("合并：")


def test_figures_in_characters_are_told_whole() -> None:
    old = "第一条 每年安排三千万元。\n第二条 总量不少于十二万个。\n第三条 每户一点二个。\n"
    new = "第一条 每年安排五千万元。\n第二条 总量不少于十五万个。\n第三条 每户一点五个。\n"
    table = amendments(pp.compare(pp.parse_text(old), pp.parse_text(new)), "zh")
    told = [(marked(row[2]), marked(row[3])) for row in table.rows]
    assert told == [(["三千万"], ["五千万"]), (["十二万"], ["十五万"]), (["一点二"], ["一点五"])]


def test_without_the_texts_the_words_that_differ_are_told() -> None:
    comparison = pp.compare(*plans.versions())
    loaded = Comparison.model_validate_json(comparison.model_dump_json())
    assert loaded.documents is None
    rows = amendments(loaded, "zh").rows
    assert [row[1] for row in rows] == [row[1] for row in amendments(comparison, "zh").rows]
    assert rows[2][2:4] == ("季度\n48", "月\n24")


def test_in_english() -> None:
    table = amendments(pp.compare(*plans.versions()), "en")
    assert table.columns == ("no.", "clause", "before", "after", "what")
    assert table.rows[2][4] == "“季度” became “月”; “48” became “24”"


@pytest.mark.parametrize("seed", range(3))
def test_marks_are_words_of_the_changes_and_nothing_is_lost(seed: int) -> None:
    pair = make("linhe-county", Changes(seed, 1 / 3, 0.25, 0.3, 0.4, 5, True, "restart"))
    comparison = pp.compare(pair.left, pair.right)
    changed = {pair.left for pair in comparison.clauses if pair.relation != "same" and pair.left}
    table = amendments(comparison, "zh")
    shown = {id for row in table.rows for id in row[1].split(" → ")[0].split("、")}
    inner = {clause.id for clause in pair.left.clauses if clause.style == "inline" and clause.parent is not None}
    assert changed - inner <= shown
    for row in table.rows:
        for cell in row[2:4]:
            if isinstance(cell, Marked):
                assert "".join(piece for piece, _ in pieces_of(cell)) == cell
                assert all(0 <= start < end <= len(cell) for start, end in cell.marks)


def test_marks_that_touch_are_one() -> None:
    cell = Marked.of("甲乙丙丁", [(1, 2), (2, 3), (0, 1)])
    assert list(pieces_of(cell)) == [("", False), ("甲乙丙", True), ("丁", False)]
    assert not isinstance(Marked.of("甲乙", []), Marked)
