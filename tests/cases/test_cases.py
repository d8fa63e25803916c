"""The sentences written for the project: every case passes, or is listed as a known failure, strictly.

A listed failure that no longer fails must leave the list: ``PYTHONPATH=.:benchmarks python -m tests.cases.known`` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.judge import failures

FOLDER = Path(__file__).parent
KNOWN: dict[str, list[str]] = json.loads((FOLDER / "known_failures.json").read_text("utf-8"))
THEMES = sorted(path for path in FOLDER.glob("*.json") if path.stem != "known_failures")
CASES = [(path.stem, case) for path in THEMES for case in json.loads(path.read_text("utf-8"))]


@pytest.mark.parametrize(("theme", "case"), CASES, ids=[case["id"] for _, case in CASES])
def test_case(theme: str, case: dict[str, Any]) -> None:
    assert failures(case, theme) == KNOWN.get(case["id"], [])


def test_known_failures_are_cases() -> None:
    assert set(KNOWN) <= {case["id"] for _, case in CASES}
