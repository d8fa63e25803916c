"""A document as the comparison reads it: its clauses, and where their text stands in the clean text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.facts import Level
from policyparse.model.text import MappedText

LEVEL_CHARACTERS: dict[Level, str] = {"province": "省", "city": "市", "county": "县", "town": "镇"}
"""What a document calls its own level where its region's name does not tell: 全市, 我县."""
SHORTEST_STEM = 2
"""A name of fewer characters without its level word (忻县 → 忻) is no word of its own."""

Place = tuple[int, int]
"""A half-open place in the clean text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause among those of its document, `rank` its place among those with the same parent.

    `start` is where the clause's own text begins in the clean text. `duties` are the places of the responsibility
    statements in it: who answers is compared body by body, not as wording. `upper` is whether clauses of their own
    stand below; items within its sentences (一是, 二是) are none.
    """

    index: int
    clause: Clause
    parent: int | None
    children: tuple[int, ...]
    rank: int
    start: int
    duties: tuple[Place, ...]
    upper: bool

    @property
    def end(self) -> int:
        """Where the clause's own text ends in the clean text."""
        return self.start + len(self.clause.text)

    def parts(self) -> tuple[Place, ...]:
        """The places of the clause's own text between its responsibility statements."""
        edges = [self.start, *(edge for duty in self.duties for edge in duty), self.end]
        return tuple((edges[k], edges[k + 1]) for k in range(0, len(edges), 2) if edges[k] < edges[k + 1])


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents, with its clean text and the map to the source.

    `roots` are the clauses without parent, `numbers` the index of each clause by its id. `stem` is the region's name
    without its level word, `level` that word, where they are known.
    """

    document: PolicyDocument
    mapped: MappedText
    entries: tuple[Entry, ...]
    roots: tuple[int, ...]
    numbers: dict[str | None, int]
    stem: str | None
    level: str | None

    @property
    def opening(self) -> Place:
        """The text before the first clause: letterhead and preamble."""
        spans = [entry.clause.span.start for entry in self.entries]
        return 0, self.mapped.clean_position(min(spans)) if spans else len(self.mapped.text)

    def ancestors(self, index: int) -> Iterator[int]:
        """The clauses above, from the nearest on."""
        parent = self.entries[index].parent
        while parent is not None:
            yield parent
            parent = self.entries[parent].parent

    def sibling(self, index: int, step: int) -> int | None:
        """The clause so many places before (negative) or after it, among those with the same parent."""
        entry = self.entries[index]
        row = self.roots if entry.parent is None else self.entries[entry.parent].children
        place = entry.rank + step
        return row[place] if 0 <= place < len(row) else None

    def index_of(self, clause: str | None) -> int:
        """The index of a clause by its id; one past the last for text that stands in no clause."""
        return self.numbers.get(clause, len(self.entries))

    def text(self, place: Place) -> str:
        """The clean text there."""
        return self.mapped.text[place[0] : place[1]]


def read_side(document: PolicyDocument, lexicon: Lexicon) -> Side:
    """Prepare a document. Raises `TextNotAtHand` where it was loaded without its text."""
    stem, level = _region(document, lexicon)
    entries = tuple(_entries(document))
    roots = tuple(entry.index for entry in entries if entry.parent is None)
    numbers: dict[str | None, int] = {entry.clause.id: entry.index for entry in entries}
    return Side(document, document.mapped, entries, roots, numbers, stem, level)


def _entries(document: PolicyDocument) -> list[Entry]:
    index = {clause.id: place for place, clause in enumerate(document.clauses)}
    parents = [None if clause.parent is None else index[clause.parent] for clause in document.clauses]
    rows: dict[int | None, list[int]] = defaultdict(list)
    ranks = []
    for place, parent in enumerate(parents):
        ranks.append(len(rows[parent]))
        rows[parent].append(place)
    upper = {parents[place] for place, clause in enumerate(document.clauses) if clause.style != "inline"}
    mapped, duties = document.mapped, _duties(document)
    entries = []
    for place, clause in enumerate(document.clauses):
        start = _start(mapped, clause)
        inside = _inside(duties, start, start + len(clause.text))
        below = tuple(rows.get(place, ()))
        entries.append(Entry(place, clause, parents[place], below, ranks[place], start, inside, place in upper))
    return entries


def _start(mapped: MappedText, clause: Clause) -> int:
    """Where the clause's text stands: the first such text after its label."""
    head = mapped.clean_position(clause.span.start + len(clause.label or ""))
    found = mapped.text.find(clause.text, head)
    return head if found < 0 else found


def _duties(document: PolicyDocument) -> list[Place]:
    mapped = document.mapped
    places = {
        (mapped.clean_position(duty.span.start), mapped.clean_position(duty.span.end - 1) + 1)
        for duty in document.responsibilities
    }
    return sorted(places)


def _inside(duties: list[Place], start: int, end: int) -> tuple[Place, ...]:
    found: list[Place] = []
    for place in duties[bisect_left(duties, (start, start)) :]:
        if place[0] >= end:
            break
        if place[1] <= end and (not found or place[0] >= found[-1][1]):
            found.append(place)
    return tuple(found)


def _region(document: PolicyDocument, lexicon: Lexicon) -> tuple[str | None, str | None]:
    region = document.metadata.region
    if region is None:
        return None, None
    for word in _level_words(lexicon):
        if region.name.endswith(word) and len(region.name) - len(word) >= SHORTEST_STEM:
            level = word if len(word) == 1 else LEVEL_CHARACTERS.get(region.level)
            return region.name[: -len(word)], level
    return region.name, LEVEL_CHARACTERS.get(region.level)


@lru_cache(maxsize=4)
def _level_words(lexicon: Lexicon) -> tuple[str, ...]:
    words = {row.surface for row in lexicon.bodies if row.side == "start"}
    return tuple(sorted(words, key=len, reverse=True))
