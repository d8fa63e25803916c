"""Every row of the tables of units, comparators and number words does what its example says."""

from __future__ import annotations

import pytest

from policyparse.extract.quantities.find import find_quantities
from policyparse.lexicon import Lexicon

LEXICON = Lexicon.load()
KINDS = {"percent", "permille", "point", "times", "money", "count", "grade", "age", "duration", "physical", "ratio"}
PLACELESS = ("label", "per")


def test_the_table_of_units_is_wide_enough():
    assert len(LEXICON.units) >= 250
    assert {unit.kind for unit in LEXICON.units} <= KINDS.union(PLACELESS)
    assert {unit.after for unit in LEXICON.units} == {"any", "digits", "final", "bound"}


@pytest.mark.parametrize("unit", [u for u in LEXICON.units if u.kind not in PLACELESS], ids=lambda u: u.surface)
def test_unit(unit):
    found = find_quantities(unit.example, LEXICON)
    assert (unit.surface, unit.canonical, unit.kind) in [(q.unit, q.canonical, q.kind) for q in found]


@pytest.mark.parametrize("unit", [u for u in LEXICON.units if u.kind == "label"], ids=lambda u: u.surface)
def test_label(unit):
    assert unit.surface in unit.example
    assert find_quantities(unit.example, LEXICON) == []


@pytest.mark.parametrize("unit", [u for u in LEXICON.units if u.kind == "per"], ids=lambda u: u.surface)
def test_unit_below_a_stroke(unit):
    (found,) = find_quantities(unit.example, LEXICON)
    assert found.unit.endswith(f"/{unit.surface}")
    assert found.canonical.endswith(f"/{unit.canonical}")


@pytest.mark.parametrize("word", LEXICON.comparators, ids=lambda w: f"{w.surface}-{w.side}")
def test_comparator(word):
    found = find_quantities(word.example, LEXICON)
    if word.comparator == "none":
        assert all(quantity.bound is None for quantity in found)
        return
    (quantity,) = found
    assert quantity.comparator == word.comparator
    assert quantity.bound is not None
    assert word.example[slice(*quantity.bound)] == word.surface


@pytest.mark.parametrize("word", LEXICON.number_words, ids=lambda w: w.surface)
def test_number_word(word):
    assert word.surface in word.example
    assert find_quantities(word.example, LEXICON) == []


@pytest.mark.parametrize("table", [LEXICON.units, LEXICON.number_words])
def test_no_row_twice(table):
    surfaces = [row.surface for row in table]
    assert len(surfaces) == len(set(surfaces))
