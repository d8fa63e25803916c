"""No document is read worse than it was: floors per document and measure, pinned with the digest of the gold."""

from __future__ import annotations

import pytest

import floors
from accuracy import scores

GROUPS = sorted(floors.load())


@pytest.mark.parametrize("group", GROUPS)
def test_no_measure_falls_below_its_floor(group: str) -> None:
    texts, gold = floors.FOLDERS[group]
    if not gold.is_dir():
        pytest.skip(f"the {group} do not stand beside the repository: {gold}")
    pinned = floors.load()[group]
    assert floors.digest(gold) == pinned["gold_sha256"], "the gold has changed: python benchmarks/floors.py"
    now = {score.name: floors.reached(score) for score in scores(texts, gold)}
    fallen = {
        f"{name} {measure}": (floor, now[name].get(measure))
        for name, values in pinned["documents"].items()
        for measure, floor in values.items()
        if now[name].get(measure, 0) < floor
    }
    assert fallen == {}


def test_there_are_floors() -> None:
    assert "corpus" in GROUPS
