"""Pairs of the gold, and plans made hard: how many of the true pairs are found, and how many false ones told."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

import pytest

import policyparse as pp
from hard_pairs import Changes, make

PAIRS = ("linhe-county", "qingxi-district", "shiqiao-county")
PLANS = ("yunzhou-city", "linhe-county", "shiqiao-county", "qingxi-district")
HARD = {
    "shuffled": Changes(0, shuffle=True),
    "renumbered": Changes(0, style="han_paren"),
    "a third missing": Changes(0, drop=1 / 3),
    "merged": Changes(0, merge=0.4),
    "split": Changes(0, split=0.6),
    "reworded": Changes(0, reword=0.5),
    "all of it, and new ones": Changes(0, 1 / 3, 0.25, 0.3, 0.4, 5, True, "restart"),
}  # fmt: skip


def scores(gold: Path, texts: Path, left: str, right: str) -> tuple[float, float]:
    """F1 of clause pairs and of target pairs."""
    comparison = pp.compare(pp.parse(texts / f"{left}.txt"), pp.parse(texts / f"{right}.txt"))
    wanted = json.loads((gold / f"pair.{left}.{right}.json").read_text("utf-8"))
    starts = {}
    for name in (left, right):
        for line in (gold / f"{name}.targets.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            starts[row["id"]] = row["start"]
    clauses = {(pair["city"], pair["county"]) for pair in wanted["clauses"]}
    targets = {(starts[pair["city_id"]], starts[pair["county_id"]]) for pair in wanted["indicators"]}
    found = {(pair.left, pair.right) for pair in comparison.clauses if pair.left and pair.right}
    paired = {(pair.left.span.start, pair.right.span.start) for pair in comparison.targets if pair.left and pair.right}
    return f1(found, clauses), f1(paired, targets)


def f1(found: set[tuple[object, object]], wanted: set[tuple[object, object]]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted))


@pytest.mark.parametrize("county", PAIRS)
def test_pairs_of_the_corpus(root: Path, county: str) -> None:
    clauses, targets = scores(root / "corpus" / "gold", root / "corpus" / "texts", "yunzhou-city", county)
    assert clauses >= 0.97
    assert targets >= 0.97


def test_pair_of_the_originals(shared: Path) -> None:
    clauses, targets = scores(shared / "gold", shared / "corpus", "heze-city", "chengwu-county")
    assert clauses == 1.0
    assert targets >= 0.97


@pytest.mark.parametrize("kind", HARD)
def test_hard_pairs(kind: str) -> None:
    found = []
    for plan in PLANS:
        for seed in range(4):
            pair = make(plan, _with_seed(HARD[kind], seed))
            rows = pp.compare(pair.left, pair.right).clauses
            found.append(pair.f1({(row.left, row.right) for row in rows if row.left and row.right}))
    assert statistics.mean(found) >= 0.98
    assert min(found) >= 0.93


def _with_seed(changes: Changes, seed: int) -> Changes:
    return Changes(
        seed, changes.drop, changes.merge, changes.split, changes.reword, changes.add, changes.shuffle, changes.style
    )


def test_a_city_and_its_counties_have_sensible_figures(root: Path) -> None:
    """A county's plan is alike in the order in which it was written after the city's; none is a copy."""
    texts = root / "corpus" / "texts"
    survey = pp.compare_many(pp.parse(texts / "yunzhou-city.txt"), [pp.parse(texts / f"{name}.txt") for name in PAIRS])
    linhe, qingxi, shiqiao = survey.similarity
    assert linhe > 0.6
    assert 0.2 < min(qingxi, shiqiao) <= max(qingxi, shiqiao) < 0.5
    renovated = next(row for row in survey.indicators if row.base and row.base.quote == "1.2万户")
    assert [figure.value if figure else None for figure in renovated.places] == [1800, 1500, 1100]
    assert (renovated.sum, renovated.share) == (4400, 0.366667)


def test_plans_of_quite_different_structure(shared: Path) -> None:
    """Two cities' plans on one subject: many clauses have no counterpart, and the headings of those that have say why."""
    left, right = (pp.parse(shared / "corpus" / f"{name}.txt") for name in ("heze-city", "liuan-city"))
    comparison = pp.compare(left, right)
    assert comparison.similarity < 0.3
    found = {(row.left_title, row.right_title) for row in comparison.clauses if row.left and row.right}
    assert {("加强组织领导", "加强组织领导"), ("提供更高水平住房保障", "强化租购并举住房保障")} <= found
    assert sum(row.right is None for row in comparison.clauses) >= 12
