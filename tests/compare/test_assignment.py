"""The best assignment, against all that there are."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse.compare.assignment import best_assignment, groups_of
from policyparse.compare.order import in_order

PAIRS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1.0), max_size=12)


@settings(deadline=None)
@given(PAIRS)
def test_no_assignment_is_worth_more(gains: dict[tuple[int, int], float]) -> None:
    found = best_assignment(gains)
    assert set(found) <= set(gains)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    best = max(sum(gains.get((i, j), 0.0) for i, j in enumerate(order)) for order in permutations(range(5)))
    assert abs(sum(gains[pair] for pair in found) - best) < 1e-9


@settings(deadline=None)
@given(PAIRS)
def test_groups_share_nothing(gains: dict[tuple[int, int], float]) -> None:
    groups = groups_of(gains)
    assert sorted(pair for group in groups for pair in group) == sorted(gains)
    for place, group in enumerate(groups):
        for other in groups[place + 1 :]:
            assert not {i for i, _ in group} & {i for i, _ in other}
            assert not {j for _, j in group} & {j for _, j in other}


@settings(deadline=None)
@given(PAIRS)
def test_every_row_once_in_the_order_of_the_left(gains: dict[tuple[int, int], float]) -> None:
    links = best_assignment(gains)
    rows = list(in_order(5, 5, links))
    assert [i for i, _ in rows if i is not None] == list(range(5))
    assert sorted(j for _, j in rows if j is not None) == list(range(5))
    assert {row for row in rows if None not in row} == set(links)
