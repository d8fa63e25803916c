"""Clauses that were merged into one, or one that was split: counterparts beyond the one-to-one assignment.

A clause without counterpart joins the clause of the other document that holds a good part of its text which the
counterpart of that one does not explain; or, where it only heads others, the one that most of them went into. Two
clauses that have other counterparts correspond too where what those leave unexplained of both is the same text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from policyparse.compare.align import Evidence
from policyparse.compare.assignment import Match
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
REST = 0.4
"""Share that two unexplained remainders must have in common, of the smaller one."""
STRONGER = 3.0
"""A counterpart headed otherwise that shares so many times less than another one was chance."""

Worth = Callable[[Iterable[str]], float]


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two documents."""

    side: Side
    shingled: Shingled

    def says(self, index: int) -> frozenset[str]:
        """What a clause says itself: its own text, and the items within its sentences."""
        return self.shingled.own[index] if self.side.entries[index].upper else self.shingled.full[index]

    def is_item(self, index: int, found: Collection[int]) -> bool:
        """Whether it is an item within the sentences of a clause that is among `found`."""
        entry = self.side.entries[index]
        return entry.clause.style == "inline" and entry.parent in found


def joined(left: Half, right: Half, evidence: Evidence, matches: Sequence[Match]) -> list[Match]:
    """`matches` and the further ones of merged and split clauses, in the order of the left document."""
    weights = weigh((*left.shingled.own, *right.shingled.own))

    def worth(shingles: Iterable[str]) -> float:
        return sum(map(weights.__getitem__, shingles))

    merged = _Joining(left, right, worth, evidence.titles).run(matches)
    split = _Joining(right, left, worth, evidence.titles.T).run([(ours, theirs) for theirs, ours in matches])
    links = {*matches, *merged, *((theirs, ours) for ours, theirs in split)}
    remainders = _Remainders(left, right, worth, links)
    more = {(i, j) for i, j in _candidates(evidence) if remainders.alike(i, j)}
    chance = {link for link in matches if evidence.titles[link] < HEADING and remainders.is_chance(link, more)}
    return sorted((links | more) - chance)


def _candidates(evidence: Evidence) -> list[Match]:
    """The pairs that share a good part of the text of one of them."""
    import numpy as np

    rows, columns = np.nonzero(np.maximum(evidence.overlap.left, evidence.overlap.right) >= PART)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Joining:
    """Clauses of `parts` without counterpart look for what of `wholes` they went into."""

    parts: Half
    wholes: Half
    worth: Worth
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
        if self.parts.is_item(entry.index, found):
            return None
        own = self.parts.shingled.own[entry.index]
        best, most = None, 0.0
        for whole, other in partner.items():
            rest = own - self.parts.shingled.own[other]
            share = self.worth(rest & self.wholes.says(whole)) / max(self.worth(rest), 1e-9)
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

    def _whole_below(self, entry: Entry, found: dict[int, int]) -> int | None:
        """The clause that most clauses below `entry` went into, where it is headed alike."""
        went = Counter(found[child] for child in entry.children if child in found)
        if not went:
            return None
        whole, count = went.most_common(1)[0]
        if 2 * count <= went.total() or self.wholes.side.entries[whole].upper:
            return None
        return whole if self.titles[entry.index, whole] >= HEADING else None


class _Remainders:
    """What of each clause its counterparts do not explain."""

    def __init__(self, left: Half, right: Half, worth: Worth, links: set[Match]) -> None:
        self._left, self._right, self._worth, self._links = left, right, worth, links
        ours: dict[int, list[frozenset[str]]] = defaultdict(list)
        theirs: dict[int, list[frozenset[str]]] = defaultdict(list)
        for i, j in links:
            ours[i].append(right.says(j))
            theirs[j].append(left.says(i))
        self._ours, self._theirs = dict(ours), dict(theirs)

    def alike(self, i: int, j: int) -> bool:
        """Whether what is left of both is largely the same, and a good part of one of them."""
        if (i, j) in self._links or self._left.side.entries[i].upper or self._right.side.entries[j].upper:
            return False
        if self._left.is_item(i, self._ours) or self._right.is_item(j, self._theirs):
            return False
        ours, theirs = self._left.says(i), self._right.says(j)
        rest = ours.difference(*self._ours.get(i, ()))
        other = theirs.difference(*self._theirs.get(j, ()))
        common = self._worth(rest & other)
        of_rest = common / max(min(self._worth(rest), self._worth(other)), 1e-9)
        return of_rest >= REST and common >= PART * min(self._worth(ours), self._worth(theirs))

    def is_chance(self, link: Match, more: set[Match]) -> bool:
        """Whether one of the two clauses of `link` shares far more with another one."""
        shared = self._shared(link)
        rivals = (other for other in more if (other[0] == link[0]) != (other[1] == link[1]))
        return any(self._shared(rival) > STRONGER * shared for rival in rivals)

    def _shared(self, link: Match) -> float:
        return self._worth(self._left.says(link[0]) & self._right.says(link[1]))
