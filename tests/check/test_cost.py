"""Checking takes time and memory in proportion to the text, also where the text is hostile."""

from __future__ import annotations

from time import process_time

import pytest

import checking
import hostile
import policyparse as pp

SMALL, LARGE = 12_500, 100_000
MOST = 2.5
"""How much more than in proportion the larger text may cost. Quadratic time would cost 8 times as much."""
FLOOR = 0.03
TRIES = 3


def seconds(document: pp.PolicyDocument) -> float:
    begin = process_time()
    pp.check(document)
    return process_time() - begin


@pytest.mark.parametrize("name", hostile.UNITS)
def test_time_grows_with_the_length(name: str) -> None:
    small, large = (pp.parse_text(hostile.text(name, length)) for length in (SMALL, LARGE))
    allowed = max(min(seconds(small) for _ in range(2)), FLOOR) * LARGE / SMALL * MOST
    assert any(seconds(large) <= allowed for _ in range(TRIES))


@pytest.mark.slow
def test_a_thousand_paragraphs_in_two_seconds() -> None:
    document = pp.parse_text(checking.written(1_000))
    assert min(seconds(document) for _ in range(TRIES)) < 2


@pytest.mark.slow
def test_memory_grows_with_the_length() -> None:
    small, large = (checking.held(pp.parse_text(checking.written(count))) for count in (200, 800))
    assert large <= small * 4 * 1.3
