"""Clauses that were merged into one, or one that was split: counterparts beyond the one-to-one assignment.

A clause without counterpart joins the clause of the other document that holds a good part of its text which the
counterpart of that one does not explain; or, where it only heads others, the one that most of them went into. Two
clauses that have other counterparts correspond too where what those leave unexplained of both is the same text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from policyparse.compare.assignment import Match
from policyparse.compare.shingles import Likeness, Shingled, weigh
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

LEAST = 0.05
"""Share that is worth telling."""

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


def joined(left: Half, right: Half, titles: Mapping[Match, float], matches: Sequence[Match]) -> list[Match]:
    """`matches` and the further ones of merged and split clauses, in the order of the left document."""
    weights = weigh((*left.shingled.own, *right.shingled.own))

    def worth(shingles: Iterable[str]) -> float:
        return sum(map(weights.__getitem__, shingles))

    parts = Likeness(left.shingled.own, right.shingled.full, weights).shares(LEAST)
    wholes = Likeness(right.shingled.own, left.shingled.full, weights).shares(LEAST)
    merged = _Joining(left, right, worth, titles, parts).run(matches)
    split = _Joining(right, left, worth, turned(titles), wholes).run([(ours, theirs) for theirs, ours in matches])
    links = {*matches, *merged, *((theirs, ours) for ours, theirs in split)}
    remainders = _Remainders(left, right, worth, links)
    likely = [pair for shares in (parts, turned(wholes)) for pair, share in shares.items() if share >= PART]
    more = {(i, j) for i, j in likely if remainders.alike(i, j)}
    chance = {link for link in matches if titles.get(link, 0.0) < HEADING and remainders.is_chance(link, more)}
    return sorted((links | more) - chance)


def turned(pairs: Mapping[Match, float]) -> dict[Match, float]:
    """The same with left and right changed."""
    return {(j, i): value for (i, j), value in pairs.items()}


class _Joining:
    """Clauses of `parts` without counterpart look for what of `wholes` they went into."""

    def __init__(
        self, parts: Half, wholes: Half, worth: Worth, titles: Mapping[Match, float], shares: Mapping[Match, float]
    ) -> None:
        self._parts, self._wholes, self._worth, self._titles = parts, wholes, worth, titles
        self._likely: dict[int, list[int]] = defaultdict(list)
        for part, whole in shares:
            self._likely[part].append(whole)

    def run(self, matches: Sequence[Match]) -> list[Match]:
        """The matches and what was found beyond them."""
        found = dict(matches)
        partner = {whole: part for part, whole in matches}
        loose = [entry for entry in self._parts.side.entries if entry.index not in found]
        for entry in loose:
            if not entry.upper and (whole := self._whole_of(entry, partner, found)) is not None:
                found[entry.index] = whole
        for entry in reversed(loose):
            if entry.upper and (whole := self._whole_below(entry, found)) is not None:
                found[entry.index] = whole
        return sorted(found.items())

    def _whole_of(self, entry: Entry, partner: Mapping[int, int], found: Mapping[int, int]) -> int | None:
        """The clause that holds most of what its counterpart does not explain of `entry`, where that is enough."""
        if self._parts.is_item(entry.index, found):
            return None
        own = self._parts.shingled.own[entry.index]
        best, most = None, 0.0
        for whole in sorted(self._likely[entry.index]):
            if whole not in partner:
                continue
            rest = own - self._parts.shingled.own[partner[whole]]
            share = self._worth(rest & self._wholes.says(whole)) / max(self._worth(rest), 1e-9)
            enough = PART_NEARBY if self._nearby(entry, partner[whole]) else PART
            if share >= enough and share > most:
                best, most = whole, share
        return best

    def _nearby(self, entry: Entry, other: int) -> bool:
        """Whether `other` is the parent of `entry`, or a sibling close to it."""
        sibling = self._parts.side.entries[other]
        if sibling.parent != entry.parent:
            return other == entry.parent
        return abs(entry.rank - sibling.rank) <= NEIGHBOURS

    def _whole_below(self, entry: Entry, found: dict[int, int]) -> int | None:
        """The clause that most clauses below `entry` went into, where it is headed alike."""
        went = Counter(found[child] for child in entry.children if child in found)
        if not went:
            return None
        whole, count = went.most_common(1)[0]
        if 2 * count <= went.total() or self._wholes.side.entries[whole].upper:
            return None
        return whole if self._titles.get((entry.index, whole), 0.0) >= HEADING else None


@dataclass(frozen=True, slots=True)
class _Rest:
    """What a clause says and what its counterparts do not explain of it, each with its worth."""

    all: frozenset[str]
    worth: float
    rest: frozenset[str]
    rest_worth: float


class _Remainders:
    """What of each clause its counterparts do not explain."""

    def __init__(self, left: Half, right: Half, worth: Worth, links: set[Match]) -> None:
        self._worth, self._links = worth, links
        self._ours = self._rests(left, right, links)
        self._theirs = self._rests(right, left, {(j, i) for i, j in links})

    def _rests(self, half: Half, other: Half, links: set[Match]) -> dict[int, _Rest]:
        """By clause; not of clauses that head others, nor of items of sentences whose clause has a counterpart."""
        partners: dict[int, list[frozenset[str]]] = defaultdict(list)
        for one, another in links:
            partners[one].append(other.says(another))
        found = {}
        for entry in half.side.entries:
            if not entry.upper and not half.is_item(entry.index, partners):
                says = half.says(entry.index)
                rest = says.difference(*partners.get(entry.index, ()))
                found[entry.index] = _Rest(says, self._worth(says), rest, self._worth(rest))
        return found

    def alike(self, i: int, j: int) -> bool:
        """Whether what is left of both is largely the same, and a good part of one of them."""
        one, other = self._ours.get(i), self._theirs.get(j)
        if one is None or other is None or (i, j) in self._links:
            return False
        common = self._worth(one.rest & other.rest)
        of_rest = common / max(min(one.rest_worth, other.rest_worth), 1e-9)
        return of_rest >= REST and common >= PART * min(one.worth, other.worth)

    def is_chance(self, link: Match, more: set[Match]) -> bool:
        """Whether one of the two clauses of `link` shares far more with another one."""
        if link[0] not in self._ours or link[1] not in self._theirs:
            return False
        shared = self._shared(link)
        rivals = (other for other in more if (other[0] == link[0]) != (other[1] == link[1]))
        return any(self._shared(rival) > STRONGER * shared for rival in rivals)

    def _shared(self, link: Match) -> float:
        return self._worth(self._ours[link[0]].all & self._theirs[link[1]].all)
