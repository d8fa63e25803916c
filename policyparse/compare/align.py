"""Which clause of one document corresponds to which of the other: the best one-to-one assignment.

The score of two clauses is told by their text, their headings, and, from the second round on, by what was assigned
around them: clauses between assigned neighbours, below assigned parents, or above assigned children need less likeness
of their own. The assignment maximises the sum of what the scores have above `ENOUGH` (linear assignment, not greedy).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policyparse.compare.assignment import Match, best_assignment
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
LIKELY = ENOUGH / (1 + PARENT + 2 * NEIGHBOUR)
"""Score below which nothing around two clauses makes them correspond."""
LEAST = 0.03
"""Likeness of texts that is worth telling."""
ROUNDS = 3
ROOT = -1
"""The home of clauses without parent."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells which clauses correspond: how alike texts (with all below them) and headings are, 0 to 1.

    Clauses with the same path and the very same text are in `equal`.
    """

    texts: Mapping[Match, float]
    titles: Mapping[Match, float]
    equal: frozenset[Match]


def equal_clauses(left: Side, right: Side) -> frozenset[Match]:
    """The clauses with the same path and the same text, which is most of them in two versions of one document."""
    there = {(entry.clause.id, entry.clause.text): entry.index for entry in right.entries}
    places = ((entry.index, there.get((entry.clause.id, entry.clause.text))) for entry in left.entries)
    return frozenset((i, j) for i, j in places if j is not None)


def assign(left: Side, right: Side, evidence: Evidence) -> list[Match]:
    """The best one-to-one assignment, in the order of the left document."""
    base = dict(_base(left, right, evidence))
    matches = _best(base)
    for _ in range(ROUNDS):
        again = _best(_in_context(base, left, right, dict(matches)))
        if again == matches:
            break
        matches = again
    return matches


def _base(left: Side, right: Side, evidence: Evidence) -> Iterator[tuple[Match, float]]:
    """The scores of the pairs that may correspond, from texts and headings alone."""
    rows, columns = len(left.entries), len(right.entries)
    for i, j in evidence.texts.keys() | evidence.titles.keys() | evidence.equal:
        text = 1.0 if (i, j) in evidence.equal else evidence.texts.get((i, j), 0.0)
        score = text + NEAR * (1 - abs(i / rows - j / columns)) * (text > 0)
        if left.entries[i].upper == right.entries[j].upper:
            score += TITLE * evidence.titles.get((i, j), 0.0)
        if score >= LIKELY:
            yield (i, j), score


def _best(scores: Mapping[Match, float]) -> list[Match]:
    return best_assignment({pair: score - ENOUGH for pair, score in scores.items() if score > ENOUGH})


def _in_context(base: Mapping[Match, float], left: Side, right: Side, matches: dict[int, int]) -> dict[Match, float]:
    """The scores, given what is assigned around the clauses."""
    above = _homes(left, matches, nowhere=-2)
    below = _homes(right, {lower: lower for lower in matches.values()}, nowhere=-3)
    neighbours = Counter(_neighbours(left, right, matches))
    scores = {
        (i, j): score * (1 + PARENT * (above[i] == below[j]) + NEIGHBOUR * neighbours[i, j])
        for (i, j), score in base.items()
    }
    for pair, share in _children(left, right, matches).items():
        scores[pair] = scores.get(pair, 0.0) + CHILDREN * share
    return scores


def _homes(side: Side, known: Mapping[int, int], nowhere: int) -> list[int]:
    """For each clause what `known` holds for its nearest ancestor there; `nowhere` where it holds none of them."""
    homes = []
    for entry in side.entries:
        index = entry.parent
        while index is not None and index not in known:
            index = side.entries[index].parent
        homes.append(ROOT if entry.parent is None else nowhere if index is None else known[index])
    return homes


def _neighbours(left: Side, right: Side, matches: Mapping[int, int]) -> Iterator[Match]:
    """The clauses before, and those after, two that correspond."""
    for upper, lower in matches.items():
        for step in (-1, 1):
            i, j = left.sibling(upper, step), right.sibling(lower, step)
            if i is not None and j is not None:
                yield i, j


def _children(left: Side, right: Side, matches: Mapping[int, int]) -> dict[Match, float]:
    """For clauses with children, the share of the leaves below them that correspond to each other."""
    counts: dict[Match, int] = defaultdict(int)
    for lower, upper in matches.items():
        if left.entries[lower].children or right.entries[upper].children:
            continue
        for ours in left.ancestors(lower):
            for theirs in right.ancestors(upper):
                counts[ours, theirs] += 1
    below, under = _leaves(left), _leaves(right)
    return {(ours, theirs): 2 * count / (below[ours] + under[theirs]) for (ours, theirs), count in counts.items()}


def _leaves(side: Side) -> list[int]:
    """How many clauses without children stand at or below each."""
    leaves = [0 if entry.children else 1 for entry in side.entries]
    for entry in reversed(side.entries):
        if entry.parent is not None:
            leaves[entry.parent] += leaves[entry.index]
    return leaves
