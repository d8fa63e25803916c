"""How near a clause of one document is to one of the other: corresponding, beside or below such, or far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from policyparse.compare.assignment import Match
from policyparse.compare.sides import Side

SAME, NEAR, FAR = 1.0, 0.5, 0.0
"""Clauses that correspond; their neighbours, parents and children; all others."""
WINDOW = 3
"""How far a neighbour may stand among the clauses with the same parent."""


class Nearness:
    """Tells how near two clauses are, by their indices; one past the last stands for text that is in no clause."""

    def __init__(self, left: Side, right: Side, links: Sequence[Match]) -> None:
        self._left, self._right = left, right
        self._links = {(len(left.entries), len(right.entries)), *links}
        self._ours: dict[int, list[int]] = defaultdict(list)
        self._theirs: dict[int, list[int]] = defaultdict(list)
        for i, j in self._links:
            self._ours[i].append(j)
            self._theirs[j].append(i)

    def of(self, i: int, j: int) -> float:
        """`SAME`, `NEAR` or `FAR`."""
        if any((one, other) in self._links for one in _itself(self._left, i) for other in _itself(self._right, j)):
            return SAME
        beside = any(_around(self._right, other, j) for other in self._ours.get(i, ()))
        if beside or any(_around(self._left, one, i) for one in self._theirs.get(j, ())):
            return NEAR
        above = self._left.parent(i), self._right.parent(j)
        return NEAR if above[0] is not None and above[1] is not None and above in self._links else FAR


def _itself(side: Side, index: int) -> Iterator[int]:
    """A clause; for an item within its sentences the clause that these belong to too."""
    yield index
    parent = side.parent(index)
    if parent is not None and side.entries[index].clause.style == "inline":
        yield parent


def _around(side: Side, index: int, other: int) -> bool:
    """Whether `other` is parent, child or near sibling of `index`."""
    parent, above = side.parent(index), side.parent(other)
    if index >= len(side.entries) or other >= len(side.entries):
        return False
    if other == parent or above == index:
        return True
    return parent == above and abs(side.rank(index) - side.rank(other)) <= WINDOW
