"""Which clause of one document corresponds to which of the other: the best one-to-one assignment.

The score of two clauses is told by their text, their headings, and, from the second round on, by what was assigned
around them: clauses between assigned neighbours, below assigned parents, or above assigned children need less likeness
of their own. The assignment maximises the sum of what the scores have above `ENOUGH` (linear assignment, not greedy).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policyparse.compare.assignment import Match, best_assignment
from policyparse.compare.shingles import Matrix, Overlap
from policyparse.compare.sides import Side

ENOUGH = 0.13
"""Score that two clauses must have to correspond. Texts alone reach 0.12 by chance, true pairs mostly 0.2 and more."""
TITLE = 0.3
CHILDREN = 0.3
"""Worth of equal headings, and of children that all correspond, beside a worth of 1 for equal texts."""
PARENT = 0.5
NEIGHBOUR = 0.25
"""By how much a score grows below corresponding parents, and for each neighbour that corresponds."""
NEAR = 0.02
"""Worth of an equal place in the order: it decides between clauses that are equal otherwise."""
ROUNDS = 3
ROOT = -1
"""The home of clauses without parent."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that tells which clauses correspond: matrices, left by right."""

    overlap: Overlap
    titles: Matrix


def assign(left: Side, right: Side, evidence: Evidence) -> list[Match]:
    """The best one-to-one assignment, in the order of the left document."""
    if not left.entries or not right.entries:
        return []
    base = _base(left, right, evidence)
    matches = _best(base)
    for _ in range(ROUNDS):
        again = _best(_in_context(base, left, right, dict(matches)))
        if again == matches:
            break
        matches = again
    return matches


def _base(left: Side, right: Side, evidence: Evidence) -> Matrix:
    import numpy as np

    leaves = np.asarray([not entry.upper for entry in left.entries])
    others = np.asarray([not entry.upper for entry in right.entries])
    text = evidence.overlap.full
    rows, columns = text.shape
    place = np.abs(np.arange(rows)[:, None] / rows - np.arange(columns)[None, :] / columns)
    alike = leaves[:, None] == others[None, :]
    return text + TITLE * evidence.titles * alike + NEAR * (1 - place) * (text > 0)


def _best(score: Matrix) -> list[Match]:
    import numpy as np

    rows, columns = (places.tolist() for places in np.nonzero(score > ENOUGH))
    return best_assignment({(i, j): float(score[i, j]) - ENOUGH for i, j in zip(rows, columns, strict=True)})


def _in_context(base: Matrix, left: Side, right: Side, matches: dict[int, int]) -> Matrix:
    """The scores, given what is assigned around the clauses."""
    score = base.copy()
    factor = 1 + _around(base, left, right, matches)
    score *= factor
    for (upper, lower), share in _children(left, right, matches).items():
        score[upper, lower] += CHILDREN * share
    return score


def _around(base: Matrix, left: Side, right: Side, matches: dict[int, int]) -> Matrix:
    """By what factor more than 1 the clauses around each pair raise its score."""
    import numpy as np

    above = np.asarray(_homes(left, matches, nowhere=-2))
    below = np.asarray(_homes(right, {lower: lower for lower in matches.values()}, nowhere=-3))
    bonus = PARENT * (above[:, None] == below[None, :])
    for upper, lower in matches.items():
        for step in (-1, 1):
            row, column = _sibling(left, upper, step), _sibling(right, lower, step)
            if row is not None and column is not None:
                bonus[row, column] += NEIGHBOUR
    return bonus


def _homes(side: Side, known: Mapping[int, int], nowhere: int) -> list[int]:
    """For each clause what `known` holds for its nearest ancestor there; `nowhere` where it holds none of them."""
    homes = []
    for entry in side.entries:
        index = entry.parent
        while index is not None and index not in known:
            index = side.entries[index].parent
        homes.append(ROOT if entry.parent is None else nowhere if index is None else known[index])
    return homes


def _sibling(side: Side, index: int, step: int) -> int | None:
    """The clause before or after, within the same parent."""
    row = side.siblings(index)
    place = row.index(index) + step
    return row[place] if 0 <= place < len(row) else None


def _children(left: Side, right: Side, matches: dict[int, int]) -> dict[Match, float]:
    """For clauses with children, the share of clauses below them that correspond to each other."""
    counts: dict[Match, int] = {}
    for lower, upper in matches.items():
        if left.entries[lower].children or right.entries[upper].children:
            continue
        for ours in _ancestors(left, lower):
            for theirs in _ancestors(right, upper):
                counts[ours, theirs] = counts.get((ours, theirs), 0) + 1
    below, under = _leaves(left), _leaves(right)
    return {(ours, theirs): 2 * count / (below[ours] + under[theirs]) for (ours, theirs), count in counts.items()}


def _ancestors(side: Side, index: int) -> list[int]:
    found = []
    parent = side.entries[index].parent
    while parent is not None:
        found.append(parent)
        parent = side.entries[parent].parent
    return found


def _leaves(side: Side) -> list[int]:
    """How many clauses without children stand at or below each."""
    leaves = [0 if entry.children else 1 for entry in side.entries]
    for entry in reversed(side.entries):
        if entry.parent is not None:
            leaves[entry.parent] += leaves[entry.index]
    return leaves
