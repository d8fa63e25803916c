"""What parsing does beside taking a document apart."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import policyparse as pp

TEXT = "一、目标\n到2027年，再生水利用率达到35%以上。"


@pytest.fixture(autouse=True)
def collector_as_before() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    gc.enable() if enabled else gc.disable()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    gc.enable() if enabled else gc.disable()
    for _ in range(2):
        assert pp.check(pp.parse_text(TEXT)).targets
        assert gc.isenabled() is enabled


def test_the_collector_goes_on_after_an_error() -> None:
    gc.enable()
    with pytest.raises(pp.UsageError):
        pp.parse_text(TEXT, date="no date")
    assert gc.isenabled()


def test_a_document_leaves_nothing_for_the_collector() -> None:
    pp.check(pp.parse_text(TEXT * 50))
    gc.collect()
    gc.disable()
    document = pp.check(pp.parse_text(TEXT * 50))
    del document
    assert gc.collect() < 100
