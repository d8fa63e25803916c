"""The rows of a comparison: which clause corresponds to which, how, and what differs in the wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policyparse.compare.assignment import Match, groups_of
from policyparse.compare.dealing import Texts, dealt
from policyparse.compare.differences import Change, Differences, Ignored, Wording, differences
from policyparse.compare.folding import Folded, Folding
from policyparse.compare.groups import Half
from policyparse.compare.order import Row, in_order, moved
from policyparse.compare.sides import Side
from policyparse.compare.substitutions import Told, Words, by_rule, learnt, listed, words_of
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import ClausePair, Opening, Relation, Substitution, TextChange

STOP = frozenset("。")
"""A full stop that one heading has and another has not is no difference."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Two documents laid side by side, clause by clause."""

    similarity: float
    substitutions: tuple[Substitution, ...]
    opening: Opening
    clauses: tuple[ClausePair, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Both documents and how they are folded."""

    left: Half
    right: Half
    ours: Folding
    theirs: Folding

    def texts(self, links: Sequence[Match]) -> tuple[Texts, Texts]:
        """The text of all clauses, with the items within their sentences that have no counterpart of their own."""
        ours, theirs = self.ours.clauses({i for i, _ in links}), self.theirs.clauses({j for _, j in links})
        return Texts(self.left, ours), Texts(self.right, theirs)

    def openings(self) -> tuple[Folded, Folded]:
        """The text before the first clause."""
        return self.ours.place(self.left.side.opening), self.theirs.place(self.right.side.opening)


def lay(pages: Pages, links: Sequence[Match], shares: Mapping[int | None, float], lexicon: Lexicon) -> Laid:
    """Compare the wording of clauses that correspond; `shares` tells the text reuse of each clause on the right."""
    ours, theirs = pages.texts(links)
    sides = pages.left.side, pages.right.side
    comparing = _Comparing(
        *sides, by_rule(*sides, lexicon), Wording.of([text.text for text in (*ours.folded, *theirs.folded)])
    )
    told = {link: comparing.tell(*pieces) for link, pieces in dealt(ours, theirs, links).items()}
    opening = comparing.tell(*pages.openings())
    systematic = learnt(*sides, [comparing.without_duties(row.told, link) for link, row in told.items()])
    rows = {link: comparing.settle(row, systematic) for link, row in told.items()}
    head = comparing.settle(opening, systematic)
    alone = _alone(ours, theirs, links)
    return Laid(
        similarity=_whole([head, *rows.values()], alone),
        substitutions=listed(*sides, [row.told for row in (*told.values(), opening)], systematic),
        opening=Opening(similarity=head.similarity, reuse=shares.get(None, 0.0), changes=head.changes),
        clauses=tuple(_rows(sides, links, rows, shares)),
    )


@dataclass(frozen=True, slots=True)
class _Raw:
    """The differences of two texts as they were found."""

    told: Told
    lost: int
    new: int

    @property
    def length(self) -> int:
        """Symbols on both sides."""
        return len(self.told.left.text) + len(self.told.right.text)


@dataclass(frozen=True, slots=True)
class _Settled:
    """The same without what is systematic: the changes, and how many symbols of both sides have a counterpart."""

    changes: tuple[TextChange, ...]
    length: int
    kept: int

    @property
    def similarity(self) -> float:
        """Share of the symbols that have a counterpart; 1 for two empty texts."""
        return round(self.kept / self.length, 4) if self.length else 1.0


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Compares the wording of two documents."""

    left: Side
    right: Side
    ignored: Ignored
    wording: Wording

    def tell(self, left: Folded, right: Folded) -> _Raw:
        """What differs between two texts."""
        found: Differences = differences(left, right, self.wording, self.ignored)
        return _Raw(Told(left, right, found.changes, found.ignored), found.left_only, found.right_only)

    def without_duties(self, told: Told, link: Match) -> Told:
        """Without the changes in responsibility statements: who answers is no way of wording."""
        duties = self.left.entries[link[0]].duties
        changes = (change for change in told.changes if not self._inside(told, change, duties))
        return replace(told, changes=tuple(changes))

    def _inside(self, told: Told, change: Change, duties: Sequence[tuple[int, int]]) -> bool:
        start, end = told.left.place(change.start, change.end, 0)
        return any(duty[0] <= start and end <= duty[1] for duty in duties)

    def settle(self, row: _Raw, systematic: frozenset[Words]) -> _Settled:
        """Leave out what is systematic."""
        changes: list[TextChange] = []
        lost = row.lost + row.new
        for change in row.told.changes:
            words = words_of(self.left, self.right, row.told, change)
            if words in systematic:
                lost -= change.end - change.start + change.right_end - change.right_start
            elif STOP.issuperset(words[0] + words[1]):
                continue
            else:
                changes.append(self._publish(row.told, change))
        return _Settled(tuple(changes), row.length, row.length - max(lost, 0))

    def _publish(self, told: Told, change: Change) -> TextChange:
        place = told.left.place(change.start, change.end, 0)
        other = told.right.place(change.right_start, change.right_end, 0)
        return TextChange(
            left=self.left.text(place),
            right=self.right.text(other),
            left_span=self.left.mapped.span(*place),
            right_span=self.right.mapped.span(*other),
        )


def _alone(ours: Texts, theirs: Texts, links: Sequence[Match]) -> int:
    """Symbols of the clauses without counterpart."""
    return _loose(ours, {i for i, _ in links}) + _loose(theirs, {j for _, j in links})


def _loose(texts: Texts, linked: set[int]) -> int:
    lengths = (
        len(text.text)
        for index, text in enumerate(texts.folded)
        if index not in linked and not texts.half.is_item(index, linked)
    )
    return sum(lengths)


def _whole(rows: Sequence[_Settled], alone: int) -> float:
    length = sum(row.length for row in rows) + alone
    return round(sum(row.kept for row in rows) / length, 4) if length else 1.0


def _rows(
    sides: tuple[Side, Side], links: Sequence[Match], rows: Mapping[Match, _Settled], shares: Mapping[int | None, float]
) -> list[ClausePair]:
    left, right = sides
    away = moved(left, right, links)
    groups = _groups(links)
    degrees = Counter(i for i, _ in links), Counter(j for _, j in links)
    published = []
    for i, j in in_order(len(left.entries), len(right.entries), links):
        one = None if i is None else left.entries[i].clause
        other = None if j is None else right.entries[j].clause
        row = rows[i, j] if i is not None and j is not None else None
        published.append(
            ClausePair(
                left=one.id if one else None,
                right=other.id if other else None,
                left_title=one.title if one else None,
                right_title=other.title if other else None,
                group=groups.get((i, j)),
                relation=_relation((i, j), row, (i, j) in away, degrees),
                similarity=row.similarity if row else 0.0,
                reuse=0.0 if j is None else shares.get(j, 0.0),
                changes=row.changes if row else (),
            )
        )
    return published


def _relation(row: Row, settled: _Settled | None, away: bool, degrees: tuple[Counter[int], Counter[int]]) -> Relation:
    left, right = row
    if left is None:
        return "only-right"
    if right is None:
        return "only-left"
    ours, theirs = degrees[0][left], degrees[1][right]
    if max(ours, theirs) > 1:
        return "merged" if theirs >= ours else "split"
    if away:
        return "moved"
    return "changed" if settled is not None and settled.changes else "same"


def _groups(links: Sequence[Match]) -> dict[Row, str]:
    """The name of each link's group, where it hangs together with others."""
    several = [group for group in groups_of(links) if len(group) > 1]
    return {link: f"g{number}" for number, group in enumerate(several, 1) for link in group}
