"""How near the clauses of one document are to those of the other: corresponding, beside or below such, or far."""

from __future__ import annotations

from collections.abc import Sequence

from policyparse.compare.assignment import Match
from policyparse.compare.shingles import Matrix
from policyparse.compare.sides import Side

SAME, NEAR = 1.0, 0.5
"""Clauses that correspond; and their neighbours, parents and children."""
WINDOW = 3
"""How far a neighbour may stand among the clauses with the same parent."""


def nearness(left: Side, right: Side, links: Sequence[Match]) -> Matrix:
    """0 to 1 for each clause with each; the last row and column are for what stands in no clause."""
    import numpy as np

    near = np.zeros((len(left.entries) + 1, len(right.entries) + 1))
    near[-1, -1] = SAME
    for i, j in links:
        ours, theirs = _around(left, i), _around(right, j)
        near[ours, j] = np.maximum(near[ours, j], NEAR)
        near[i, theirs] = np.maximum(near[i, theirs], NEAR)
        below, under = left.entries[i].children, right.entries[j].children
        if below and under:
            near[np.ix_(below, under)] = np.maximum(near[np.ix_(below, under)], NEAR)
    for i, j in links:
        near[np.ix_(_with_items(left, i), _with_items(right, j))] = SAME
    return near


def _around(side: Side, index: int) -> list[int]:
    row = side.siblings(index)
    place = row.index(index)
    parent = side.entries[index].parent
    above = [] if parent is None else [parent]
    return [*row[max(0, place - WINDOW) : place + WINDOW + 1], *side.entries[index].children, *above]


def _with_items(side: Side, index: int) -> list[int]:
    """A clause and the items within its sentences."""
    items = [child for child in side.entries[index].children if side.entries[child].clause.style == "inline"]
    return [index, *items]
