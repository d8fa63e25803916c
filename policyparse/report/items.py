"""Items within the sentences of a clause (一是, 二是): where a report shows them.

An item with a counterpart has a row of its own; one without is compared, and shown, with the clause that it stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from policyparse.model.comparison import ClausePair, Comparison
from policyparse.model.document import PolicyDocument

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Items:
    """`rows` are the pairs that have a row of their own, in their order.

    `within` are those pairs of items that stand in the sentences of two clauses which correspond, by these clauses;
    `homes` the clauses that items without counterpart are shown with, of the left and of the right document.
    """

    rows: tuple[ClausePair, ...]
    within: Mapping[Pair, tuple[ClausePair, ...]]
    homes: tuple[Mapping[str, str], Mapping[str, str]]


def items_of(comparison: Comparison) -> Items:
    """Where the items of both documents are shown; without the documents (from JSON) each has a row of its own."""
    if comparison.documents is None:
        return Items(comparison.clauses, {}, ({}, {}))
    left, right = map(_parents, comparison.documents)
    paired = [pair for pair in comparison.clauses if pair.left is not None and pair.right is not None]
    linked: set[Pair] = {(pair.left, pair.right) for pair in paired}
    homes = (
        _homes(left, {pair.left for pair in paired if pair.left is not None}),
        _homes(right, {pair.right for pair in paired if pair.right is not None}),
    )
    within: dict[Pair, list[ClausePair]] = defaultdict(list)
    for pair in paired:
        above = left.get(pair.left or ""), right.get(pair.right or "")
        if above in linked:
            within[above].append(pair)
    rows = tuple(pair for pair in comparison.clauses if pair.left not in homes[0] and pair.right not in homes[1])
    return Items(rows, {above: tuple(pairs) for above, pairs in within.items()}, homes)


def _parents(document: PolicyDocument) -> dict[str, str]:
    """The items of a document, each with the clause in whose sentences it stands."""
    return {
        clause.id: clause.parent
        for clause in document.clauses
        if clause.style == "inline" and clause.parent is not None
    }


def _homes(parents: Mapping[str, str], paired: set[str]) -> dict[str, str]:
    """Items without counterpart, each with the nearest clause above it that has one and whose sentences it stands in."""
    homes: dict[str, str] = {}
    for item in parents:
        above = item
        while above not in paired and above in parents:
            above = parents[above]
        if above != item and above in paired:
            homes[item] = above
    return homes
