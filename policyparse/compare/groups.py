"""Clauses that were merged into one, or one that was split: counterparts beyond the one-to-one assignment.

A clause without counterpart joins the clause of the other document that holds a good part of its text which the
counterpart of that one does not explain; or, where it only heads others, the one that most of them went into.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.compare.align import Match
from policyparse.compare.shingles import Matrix, Shingled, weigh
from policyparse.compare.sides import Entry, Side

PART = 0.2
"""Share of a clause's text that must stand in another one for the two to be parts of one task; chance gives 0.1."""
PART_NEARBY = 0.1
"""The same where a neighbour or the parent corresponds to that other one already."""
NEIGHBOURS = 3
"""How far a sibling may stand to be a neighbour."""
HEADING = 0.3
"""Likeness of a heading to that of the clause that the clauses below it went into."""


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two documents."""

    side: Side
    shingled: Shingled


def joined(left: Half, right: Half, titles: Matrix, matches: Sequence[Match]) -> list[Match]:
    """`matches` and the further ones of merged and split clauses, in the order of the left document."""
    weights = weigh((*left.shingled.own, *right.shingled.own))
    merged = _Joining(left, right, weights, titles).run(matches)
    turned = [(ours, theirs) for theirs, ours in matches]
    split = _Joining(right, left, weights, titles.T).run(turned)
    return sorted({*matches, *merged, *((theirs, ours) for ours, theirs in split)})


@dataclass(frozen=True, slots=True)
class _Joining:
    """Clauses of `parts` without counterpart look for what of `wholes` they went into."""

    parts: Half
    wholes: Half
    weights: dict[str, float]
    titles: Matrix

    def run(self, matches: Sequence[Match]) -> list[Match]:
        found = dict(matches)
        partner = {whole: part for part, whole in matches}
        loose = [entry for entry in self.parts.side.entries if entry.index not in found]
        for entry in loose:
            if not entry.upper and (whole := self._whole_of(entry, partner, found)) is not None:
                found[entry.index] = whole
        for entry in reversed(loose):
            if entry.upper and (whole := self._whole_below(entry, found)) is not None:
                found[entry.index] = whole
        return sorted(found.items())

    def _whole_of(self, entry: Entry, partner: dict[int, int], found: dict[int, int]) -> int | None:
        """The clause that holds most of what its counterpart does not explain of `entry`, where that is enough."""
        if self._within_match(entry, found):
            return None
        own = self.parts.shingled.own[entry.index]
        best, most = None, 0.0
        for whole, other in partner.items():
            rest = own - self.parts.shingled.own[other]
            share = self._worth(rest & self._text(whole)) / max(self._worth(rest), 1e-9)
            enough = PART_NEARBY if self._nearby(entry, other) else PART
            if share >= enough and share > most:
                best, most = whole, share
        return best

    def _nearby(self, entry: Entry, other: int) -> bool:
        """Whether `other` is the parent of `entry`, or a sibling close to it."""
        sibling = self.parts.side.entries[other]
        if sibling.parent != entry.parent:
            return other == entry.parent
        row = self.parts.side.siblings(entry.index)
        return abs(row.index(entry.index) - row.index(other)) <= NEIGHBOURS

    def _text(self, whole: int) -> frozenset[str]:
        """What a clause says itself: its own text, and the items within its sentences."""
        upper = self.wholes.side.entries[whole].upper
        return self.wholes.shingled.own[whole] if upper else self.wholes.shingled.full[whole]

    def _within_match(self, entry: Entry, found: dict[int, int]) -> bool:
        """Whether `entry` is an item within the sentences of a clause that has a counterpart."""
        return entry.clause.style == "inline" and entry.parent in found

    def _whole_below(self, entry: Entry, found: dict[int, int]) -> int | None:
        """The clause that most clauses below `entry` went into, where it is headed alike."""
        went = Counter(found[child] for child in entry.children if child in found)
        if not went:
            return None
        whole, count = went.most_common(1)[0]
        if 2 * count <= went.total() or self.wholes.side.entries[whole].upper:
            return None
        return whole if self.titles[entry.index, whole] >= HEADING else None

    def _worth(self, shingles: frozenset[str]) -> float:
        return sum(map(self.weights.__getitem__, shingles))
