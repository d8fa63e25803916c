"""Checking takes time and memory in proportion to the text, also where the text is hostile."""

from __future__ import annotations

import pytest

import checking
import hostile
import policyparse as pp
from proportion import in_proportion

SMALL, LARGE = 12_500, 100_000


@pytest.mark.parametrize("name", hostile.UNITS)
def test_time_grows_with_the_length(name: str) -> None:
    small, large = (pp.parse_text(hostile.text(name, length)) for length in (SMALL, LARGE))
    assert in_proportion(pp.check, small, large, LARGE / SMALL)


@pytest.mark.slow
def test_time_grows_with_the_paragraphs() -> None:
    small, large = (pp.parse_text(checking.written(count)) for count in (125, 1_000))
    assert in_proportion(pp.check, small, large, 8)


@pytest.mark.slow
def test_memory_grows_with_the_length() -> None:
    small, large = (checking.held(pp.parse_text(checking.written(count))) for count in (200, 800))
    assert large <= small * 4 * 1.3
