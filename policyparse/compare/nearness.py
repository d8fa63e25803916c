"""How near a clause of one document is to one of the other: corresponding, beside or below such, or far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product

from policyparse.compare.assignment import Match
from policyparse.compare.sides import Side

SAME, NEAR, FAR = 1.0, 0.5, 0.0
"""Clauses that correspond; their neighbours, parents and children; all others."""
WINDOW = 3
"""How far a neighbour may stand among the clauses with the same parent."""


class Nearness:
    """Tells how near two clauses are, by their indices; one past the last stands for text that is in no clause."""

    def __init__(self, left: Side, right: Side, links: Sequence[Match]) -> None:
        self._links = {(len(left.entries), len(right.entries)), *links}
        pairs = (product(_with_items(left, i), _with_items(right, j)) for i, j in self._links)
        self._same = set(chain.from_iterable(pairs))
        self._near = {(i, other) for i, j in self._links for other in _around(right, j)}
        self._near |= {(one, j) for i, j in self._links for one in _around(left, i)}
        self._above = [entry.parent for entry in left.entries] + [None]
        self._others = [entry.parent for entry in right.entries] + [None]

    def of(self, i: int, j: int) -> float:
        """`SAME`, `NEAR` or `FAR`."""
        pair = i, j
        if pair in self._same:
            return SAME
        if pair in self._near:
            return NEAR
        return NEAR if (self._above[i], self._others[j]) in self._links else FAR


def _with_items(side: Side, index: int) -> Iterator[int]:
    """A clause, and the items within its sentences: they say what it says."""
    yield index
    if index < len(side.entries):
        yield from (child for child in side.entries[index].children if side.entries[child].clause.style == "inline")


def _around(side: Side, index: int) -> Iterator[int]:
    """Parent, children and near siblings of a clause."""
    if index >= len(side.entries):
        return
    entry = side.entries[index]
    if entry.parent is not None:
        yield entry.parent
    yield from entry.children
    for step in range(-WINDOW, WINDOW + 1):
        sibling = side.sibling(index, step) if step else None
        if sibling is not None:
            yield sibling
