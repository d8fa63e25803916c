"""Text as symbols, each with its place: what is the same in both documents by rule is one symbol in both.

The region's own name is such a symbol, and in responsibility statements each body that has a counterpart. Blanks and
line ends are no symbols.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from policyparse.compare.sides import Entry, Place, Side
from policyparse.model.comparison import PartyPair

FIRST, LAST = "\ue000", "\uf8ff"
"""The symbols: characters for private use, which are in no clean text."""
REGION = FIRST
"""Stands for the region's name; the bodies follow."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` holds the symbols, `starts` and `ends` where each begins and ends in the clean text.

    `joints` are the positions in `text` at which the clean text does not go on where it stopped.
    """

    text: str
    starts: array[int]
    ends: array[int]
    joints: tuple[int, ...] = ()

    def place(self, start: int, end: int, fallback: int) -> Place:
        """Where ``text[start:end]`` stands; for an empty one the place where it would."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        here = self.ends[start - 1] if start else self.starts[0] if self.starts else fallback
        return here, here

    def cut(self, start: int, end: int) -> Folded:
        """A stretch of it."""
        joints = tuple(joint - start for joint in self.joints if start < joint < end)
        return Folded(self.text[start:end], self.starts[start:end], self.ends[start:end], joints)

    @classmethod
    def chain(cls, parts: Sequence[Folded]) -> Folded:
        """Several stretches, one after the other."""
        starts, ends = array("q"), array("q")
        for part in parts:
            starts.extend(part.starts)
            ends.extend(part.ends)
        text = "".join(part.text for part in parts)
        joints, length = [], 0
        for before, after in pairwise(parts):
            length += len(before.text)
            if before.ends and after.starts and after.starts[0] != before.ends[-1]:
                joints.append(length)
        return cls(text, starts, ends, tuple(joints))


@dataclass(frozen=True, slots=True)
class Folding:
    """How one of the documents is folded: `bodies` tells the symbol of each body's name."""

    side: Side
    bodies: Mapping[str, str] = field(default_factory=dict)

    def clauses(self, paired: Collection[int]) -> list[Folded]:
        """The text of each clause: its own, and that of the items within its sentences that are not `paired`.

        Items that have a counterpart are compared with that.
        """
        texts = [self._own(entry) for entry in self.side.entries]
        for entry in reversed(self.side.entries):
            below = (child for child in entry.children if child not in paired)
            items = [child for child in below if self.side.entries[child].clause.style == "inline"]
            if items:
                texts[entry.index] = Folded.chain([texts[entry.index], *(texts[item] for item in items)])
        return texts

    def _own(self, entry: Entry) -> Folded:
        parts: list[Folded] = []
        here = entry.start
        for start, end in entry.duties:
            parts += [self.place((here, start)), self._folded((start, end), self._names(self.bodies))]
            here = end
        parts.append(self.place((here, entry.end)))
        return parts[0] if len(parts) == 1 else Folded.chain(parts)

    def place(self, place: Place) -> Folded:
        """A stretch of running text."""
        return self._folded(place, self._names({}))

    def _names(self, bodies: Mapping[str, str]) -> dict[str, str]:
        stem = self.side.stem
        return dict(bodies) if stem is None else {**bodies, stem: REGION}

    def _folded(self, place: Place, names: Mapping[str, str]) -> Folded:
        text = self.side.text(place)
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        for match in _pattern(tuple(names)).finditer(text):
            symbol = names.get(match[0], match[0])
            parts.append(symbol)
            first, last = place[0] + match.start(), place[0] + match.end()
            if len(symbol) == last - first:
                starts.extend(range(first, last))
                ends.extend(range(first + 1, last + 1))
            else:
                starts.append(first)
                ends.append(last)
        return Folded("".join(parts), starts, ends)


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds names, and what stands between names and blanks."""
    words = [re.escape(name) for name in sorted(names, key=len, reverse=True)]
    plain = rf"(?:(?!{'|'.join(words)})\S)+" if words else r"\S+"
    return re.compile("|".join([*words, plain]))


def foldings(left: Side, right: Side, parties: Sequence[PartyPair]) -> tuple[Folding, Folding]:
    """How both documents are folded, bodies that correspond to one symbol."""
    ours: dict[str, str] = {}
    theirs: dict[str, str] = {}
    number = ord(REGION) + 1
    for pair in parties:
        if pair.left is None or pair.right is None or number > ord(LAST):
            continue
        mine, other = pair.left.canonical, pair.right.canonical
        symbol = ours.get(mine) or theirs.get(other) or chr(number)
        number += 1
        ours[mine] = theirs[other] = symbol
    return Folding(left, _written(left, ours)), Folding(right, _written(right, theirs))


def _written(side: Side, symbols: Mapping[str, str]) -> dict[str, str]:
    """Every way in which the document writes a body that has a symbol."""
    return {
        party.name: symbols[party.canonical]
        for duty in side.document.responsibilities
        for party in duty.parties
        if party.canonical in symbols
    }
