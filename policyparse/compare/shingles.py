"""What a clause is made of, for finding its counterpart: weighted character pairs and triples, and its indicators.

A shingle that stands in many clauses weighs little (inverse document frequency), so set phrases do not pair clauses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from policyparse.compare.sides import Entry, Side

Matrix = Any
"""A numpy array: a row for each clause on the left, a column for each on the right."""

SIZES = (2, 3)
"""Lengths of a shingle. Measured over four pairs of plans: pairs and triples part true from chance best."""
ANY_LEVEL = str.maketrans("省市县区", "级级级级")
"""For finding counterparts the levels are one: 全市 and 全县 are the same words."""
ANY_PLACE = "地"
INDICATOR_WEIGHT = 6.0
"""An indicator that both set counts as this many shingles."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much the clauses of two documents share, each matrix left by right, values 0 to 1.

    `own` and `full` are Dice coefficients of the clauses' own texts and of all that stands below them too. `left` and
    `right` are the shares of the own text of the left (right) clause that stands in the full text of the other one.
    """

    own: Matrix
    full: Matrix
    left: Matrix
    right: Matrix


@dataclass(frozen=True, slots=True)
class Shingled:
    """The shingles of each clause of one document: of its own text, and of it with all below it."""

    own: tuple[frozenset[str], ...]
    full: tuple[frozenset[str], ...]


def shingled(side: Side) -> Shingled:
    """The shingles of all clauses, responsibility statements left out."""
    indicators: dict[str | None, set[str]] = {}
    for target in side.document.targets:
        if target.indicator_key:
            indicators.setdefault(target.clause, set()).add(f"={target.indicator_key}")
    own = [_of(side, entry) | indicators.get(entry.clause.id, set()) for entry in side.entries]
    full = list(own)
    for entry in reversed(side.entries):
        if entry.parent is not None:
            full[entry.parent] |= full[entry.index]
    return Shingled(tuple(own), tuple(full))


def overlap(left: Shingled, right: Shingled) -> Overlap:
    """Compare all clauses with all; time and memory grow with the product of their numbers."""
    weights = weigh((*left.own, *right.own))
    ours, theirs = _table(left.own, weights), _table(right.own, weights)
    all_ours, all_theirs = _table(left.full, weights), _table(right.full, weights)
    return Overlap(
        own=_dice(ours, theirs),
        full=_dice(all_ours, all_theirs),
        left=_share(ours, all_theirs),
        right=_share(theirs, all_ours).T,
    )


def dice(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> Matrix:
    """Dice coefficients of weighted sets, each on the left with each on the right."""
    weights = weigh((*left, *right))
    return _dice(_table(left, weights), _table(right, weights))


def similar(
    left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], least: float
) -> dict[tuple[int, int], float]:
    """The pairs whose Dice coefficient is at least `least`. Memory grows with the pairs that share anything."""
    weights = weigh((*left, *right))
    ours, theirs = _table(left, weights), _table(right, weights)
    shared = (ours.weighted @ theirs.present.T).tocoo()
    values = 2 * shared.data / (ours.sums[shared.row] + theirs.sums[shared.col])
    kept = values >= least
    places = zip(shared.row[kept].tolist(), shared.col[kept].tolist(), strict=True)
    return dict(zip(places, values[kept].tolist(), strict=True))


def weigh(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """What each shingle is worth: the less, the more of the sets hold it."""
    counts: Counter[str] = Counter()
    for shingles in sets:
        counts.update(shingles)
    return {
        shingle: log(1 + len(sets) / count) * (INDICATOR_WEIGHT if shingle.startswith("=") else 1)
        for shingle, count in counts.items()
    }


def cut(text: str, sizes: Iterable[int] = SIZES) -> frozenset[str]:
    """The shingles of a text, which is plain."""
    return frozenset(text[start : start + size] for size in sizes for start in range(len(text) - size + 1))


def plain(side: Side, text: str) -> str:
    """`text` with the region's name and the levels made equal to those of any other region, letters and digits only."""
    if side.stem is not None:
        text = text.replace(side.stem, ANY_PLACE)
    return "".join(filter(str.isalnum, text.translate(ANY_LEVEL)))


def _of(side: Side, entry: Entry) -> frozenset[str]:
    return frozenset().union(*(cut(plain(side, side.text(place))) for place in entry.parts()))


@dataclass(frozen=True, slots=True)
class _Table:
    """Shingles by clause: `present` holds ones, `weighted` what they are worth, `sums` the worth of each clause."""

    present: Any
    weighted: Any
    sums: Any


def _table(sets: Iterable[frozenset[str]], weights: dict[str, float]) -> _Table:
    import numpy as np
    from scipy.sparse import csr_array

    columns = {shingle: column for column, shingle in enumerate(weights)}
    worth = list(weights.values())
    chosen, edges = [], [0]
    for shingles in sets:
        chosen += [columns[shingle] for shingle in shingles]
        edges.append(len(chosen))
    shape = (len(edges) - 1, max(len(columns), 1))
    values = np.asarray(worth)[chosen] if chosen else np.zeros(0)
    present = csr_array((np.ones(len(chosen)), chosen, edges), shape=shape)
    weighted = csr_array((values, chosen, edges), shape=shape)
    return _Table(present, weighted, np.asarray(weighted.sum(axis=1)).ravel())


def _dice(left: _Table, right: _Table) -> Matrix:
    import numpy as np

    shared = (left.weighted @ right.present.T).toarray()
    return 2 * shared / np.maximum(left.sums[:, None] + right.sums[None, :], 1e-9)


def _share(part: _Table, whole: _Table) -> Matrix:
    import numpy as np

    return (part.weighted @ whole.present.T).toarray() / np.maximum(part.sums[:, None], 1e-9)
