"""What texts are made of, for finding counterparts: weighted character pairs and triples, and the indicators they set.

A shingle that stands in many texts weighs little (inverse document frequency), so set phrases pair nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from policyparse.compare.assignment import Match
from policyparse.compare.formulae import ANY_LEVEL, set_phrases
from policyparse.compare.sides import Entry, Side
from policyparse.lexicon import Lexicon

SIZES = (2, 3)
"""Lengths of a shingle. Measured over four pairs of plans: pairs and triples part true from chance best."""
ANY_PLACE = "地"
INDICATOR_WEIGHT = 6.0
"""An indicator that both set counts as this many shingles."""
COMMONPLACE = 250_000
"""Pairs of texts that one shingle may bring together; one that stands in more tells nothing, and costs most."""
MOST = 200
"""Texts that one is compared with, the most alike ones: bounds the memory where a document says one thing all over."""
BLOCK = 512
"""Texts on the left that are compared with all on the right at a time: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """The shingles of each clause of one document: of its own text, and of it with all below it."""

    own: tuple[frozenset[str], ...]
    full: tuple[frozenset[str], ...]


def shingled(side: Side, lexicon: Lexicon) -> Shingled:
    """The shingles of all clauses, responsibility statements and set phrases left out."""
    phrases = set_phrases(lexicon)
    indicators: dict[str | None, set[str]] = {}
    for target in side.document.targets:
        if target.indicator_key:
            indicators.setdefault(target.clause, set()).add(f"={target.indicator_key}")
    own = [_of(side, entry, phrases) | indicators.get(entry.clause.id, set()) for entry in side.entries]
    full = [set(shingles) if entry.children else shingles for shingles, entry in zip(own, side.entries, strict=True)]
    for entry in reversed(side.entries):
        if entry.parent is not None:
            full[entry.parent] |= full[entry.index]
    return Shingled(tuple(own), tuple(map(frozenset, full)))


def _of(side: Side, entry: Entry, phrases: re.Pattern[str]) -> frozenset[str]:
    texts = (phrases.sub("", side.text(place).translate(ANY_LEVEL)) for place in entry.parts())
    return frozenset().union(*(cut(plain(side, text)) for text in texts))


def plain(side: Side, text: str) -> str:
    """`text` with the region's name and the levels made equal to those of any other region, letters and digits only."""
    if side.stem is not None:
        text = text.replace(side.stem, ANY_PLACE)
    return "".join(filter(str.isalnum, text.translate(ANY_LEVEL)))


def cut(text: str, sizes: Iterable[int] = SIZES) -> frozenset[str]:
    """The shingles of a text, which is plain."""
    return frozenset(text[start : start + size] for size in sizes for start in range(len(text) - size + 1))


def weigh(sets: Iterable[frozenset[str]]) -> dict[str, float]:
    """What each shingle is worth: the less, the more of the sets hold it."""
    counts: Counter[str] = Counter()
    total = 0
    for shingles in sets:
        counts.update(shingles)
        total += 1
    return {
        shingle: log(1 + total / count) * (INDICATOR_WEIGHT if shingle.startswith("=") else 1)
        for shingle, count in counts.items()
    }


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares the texts of two documents by the shingles of both, all with all."""

    left: Sequence[frozenset[str]]
    right: Sequence[frozenset[str]]
    weights: dict[str, float]

    def dice(self, least: float) -> dict[Match, float]:
        """The pairs whose Dice coefficient is at least `least`."""
        return dict(self._shared(least, lambda ours, theirs: (ours + theirs) / 2))

    def shares(self, least: float) -> dict[Match, float]:
        """The pairs of which at least the share `least` of the left text stands in the right one."""
        return dict(self._shared(least, lambda ours, _: ours))

    def _shared(self, least: float, size: Any) -> Iterator[tuple[Match, float]]:
        import numpy as np

        columns = _columns(self.left, self.right)
        ours, theirs = (_table(sets, columns, self.weights) for sets in (self.left, self.right))
        turned = theirs.present.T.tocsr()
        for start in range(0, len(self.left), BLOCK):
            shared = (ours.weighted[start : start + BLOCK] @ turned).tocoo()
            rows, places = shared.row + start, shared.col
            values = shared.data / np.maximum(size(ours.sums[rows], theirs.sums[places]), 1e-9)
            kept = np.nonzero(values >= least)[0]
            distance = np.abs(rows[kept] / len(self.left) - places[kept] / len(self.right))
            kept = kept[_best_of_each(rows[kept], values[kept], distance)]
            pairs = zip(rows[kept].tolist(), places[kept].tolist(), strict=True)
            yield from zip(pairs, values[kept].tolist(), strict=True)


def _best_of_each(rows: Any, values: Any, distance: Any) -> Any:
    """The places of the `MOST` greatest values of each row; of equal ones the nearest in the order."""
    import numpy as np

    order = np.lexsort((distance, -values, rows))
    ordered = rows[order]
    first = np.searchsorted(ordered, ordered)
    return order[np.arange(len(order)) - first < MOST]


def _columns(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> dict[str, int]:
    """A column for each shingle that both sides hold and that is no commonplace."""
    ours, theirs = (Counter(shingle for shingles in sets for shingle in shingles) for sets in (left, right))
    kept = (shingle for shingle, count in ours.items() if 0 < count * theirs[shingle] <= COMMONPLACE)
    return {shingle: column for column, shingle in enumerate(kept)}


@dataclass(frozen=True, slots=True)
class _Table:
    """Shingles by text: `present` holds ones, `weighted` what they are worth, `sums` the worth of each whole text."""

    present: Any
    weighted: Any
    sums: Any


def _table(sets: Sequence[frozenset[str]], columns: dict[str, int], weights: dict[str, float]) -> _Table:
    import numpy as np
    from scipy.sparse import csr_array

    chosen: list[int] = []
    worth: list[float] = []
    edges = [0]
    for shingles in sets:
        known = [shingle for shingle in shingles if shingle in columns]
        chosen += map(columns.__getitem__, known)
        worth += map(weights.__getitem__, known)
        edges.append(len(chosen))
    shape = (len(sets), max(len(columns), 1))
    sums = np.asarray([sum(map(weights.__getitem__, shingles)) for shingles in sets])
    present = csr_array((np.ones(len(chosen)), chosen, edges), shape=shape)
    return _Table(present, csr_array((worth, chosen, edges), shape=shape), sums)
