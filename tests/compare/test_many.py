"""One document against several."""

from __future__ import annotations

import pytest

import county_plans as plans
import policyparse as pp

THIRD = (
    plans.COUNTY.replace("清源", "白石").replace("9万吨", "20万吨").replace("24个", "40个").replace("45公顷", "5—8公顷")
)


@pytest.fixture(scope="module")
def survey() -> pp.Survey:
    return pp.compare_many(plans.city(), [plans.county(), pp.parse_text(THIRD, name="third.txt")])


def test_indicators_by_place(survey: pp.Survey) -> None:
    rows = {row.base.quote: row for row in survey.indicators if row.base}
    assert [figure.quote if figure else None for figure in rows["120万吨"].places] == ["9万吨", "20万吨"]
    assert [figure.quote if figure else None for figure in rows["8%"].places] == [None, None]


def test_amounts_are_added_up_against_the_base(survey: pp.Survey) -> None:
    row = next(row for row in survey.indicators if row.base and row.base.quote == "120万吨")
    assert (row.adds_up, row.sum, row.count) == (True, 290_000, 2)
    assert (row.difference, row.share) == (-910_000, 0.241667)


@pytest.mark.parametrize("quote", ["85%", "8%", "600万平方米", "5倍", "1次", "清零"])
def test_shares_ranges_and_times_are_not(survey: pp.Survey, quote: str) -> None:
    row = next(row for row in survey.indicators if row.base and row.base.quote == quote)
    assert (row.adds_up, row.sum, row.share) == (False, None, None)


def test_what_only_places_set_stands_in_one_row(survey: pp.Survey) -> None:
    own = [row for row in survey.indicators if row.base is None]
    villages = next(row for row in own if row.indicator and "示范村" in row.indicator)
    assert (villages.count, villages.sum, villages.difference) == (2, 24, None)


def test_tasks_by_place(survey: pp.Survey) -> None:
    rows = {row.clause: row for row in survey.tasks}
    assert [cover.clauses for cover in rows["二/(二)"].places] == [("二/2",), ("二/2",)]
    assert (rows["二/(四)"].count, rows["二/(四)"].places[0].relation) == (0, "only-left")
    assert list(rows) == [clause.id for clause in plans.city().clauses]


def test_the_comparisons_are_at_hand(survey: pp.Survey) -> None:
    assert survey.comparisons[0] == pp.compare(plans.city(), plans.county())
    assert survey.similarity == tuple(comparison.similarity for comparison in survey.comparisons)


def test_no_places() -> None:
    survey = pp.compare_many(plans.city(), [])
    assert survey.places == ()
    assert {row.count for row in survey.indicators} == {0}
