"""The floors of the benchmark on injected damage: what `check` must find, and how seldom it may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import corruption
from corruption import Tally
from damaging import KINDS, damages
from policyparse.check.rules import rules

RECALL, PRECISION = 0.95, 0.98
SPLICES = 0.95
QUICK = ("linhe-county", "local-regulation")


@pytest.fixture(scope="module")
def quick() -> Tally:
    texts = corruption.documents(corruption.TEXTS)
    return corruption.measure({name: texts[name] for name in QUICK}, range(1), most_noise=20)


def test_the_damage_is_where_it_says() -> None:
    """Outside the places of the damage the text is the clean one."""
    texts = corruption.documents(corruption.TEXTS)
    for damage in damages(texts["yunzhou-city"], corruption.donors(), 1):
        assert damage.places
        for start, end in damage.places:
            assert 0 <= start <= end <= len(damage.text)
        assert damage.text != damage.clean
        (start, _), *_ = damage.places
        if damage.kind.startswith(("copy of", "cut", "word twice", "glyph", "repeated")):
            assert damage.text[: start - 4] == damage.clean[: start - 4]


def test_the_same_seed_gives_the_same_damage() -> None:
    text = corruption.documents(corruption.TEXTS)["linhe-county"]
    assert list(damages(text, corruption.donors(), 3)) == list(damages(text, corruption.donors(), 3))
    assert {damage.kind for damage in damages(text, corruption.donors(), 3)} <= set(KINDS)


def test_two_documents_with_one_seed(quick: Tally) -> None:
    missed = sum(quick.kinds.values()) - sum(quick.told.values())
    assert missed <= 3, quick.misses
    assert sum(quick.false.values()) <= 1, quick.misses


@pytest.mark.slow
@pytest.mark.parametrize("folder", [corruption.TEXTS, corruption.UNSEEN], ids=lambda folder: folder.name)
def test_the_floors(folder: Path) -> None:
    """Over the corpus, and over texts of two other kinds."""
    tally = corruption.measure(corruption.documents(folder), range(3), most_noise=20)
    wanted = [rule for rule in tally.wanted if _family(rule) in ("D", "N", "B", "M")]
    assert {rule: tally.recall(rule) for rule in wanted if tally.recall(rule) < RECALL} == {}, tally.misses
    assert {rule: tally.precision(rule) for rule in wanted if tally.precision(rule) < PRECISION} == {}, tally.misses
    assert tally.recall("foreign-passage") >= SPLICES
    assert tally.precision("foreign-passage") >= PRECISION, tally.misses


@pytest.mark.slow
def test_copies_with_thirty_per_cent_of_noise() -> None:
    tally = corruption.measure(corruption.documents(corruption.TEXTS), range(3), "30 % noise")
    assert tally.recall("near-duplicate") >= 0.75


def _family(name: str) -> str:
    return next(rule.code[0] for rule in rules() if rule.name == name)
