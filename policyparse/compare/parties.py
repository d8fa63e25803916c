"""Which body of one document answers for what another body answers for in the other: 市发展改革委, 县发展和改革局."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policyparse.compare.assignment import Match, best_assignment
from policyparse.compare.shingles import Likeness, cut, plain, weigh
from policyparse.compare.sides import Side
from policyparse.lexicon import Lexicon
from policyparse.lexicon.offices import offices
from policyparse.model.comparison import Body, PartyPair
from policyparse.model.facts import Party, Role

SAME_OFFICE = 1.0
LIKENESS = 0.5
TOGETHER = 0.3
WHOLLY = 0.1
"""Worth of an office that both have, of equal names, of always standing in corresponding clauses, and of having no other
offices."""
OTHER_KIND = 0.3
"""What it costs when one is a bureau and the other one a centre or a force (市卫生健康委, 县疾控中心)."""
CENTRES = ("中心", "站", "所", "院", "队", "馆")
"""What works under a bureau, and in a county often in the place of one: 县投资促进服务中心."""
ENOUGH = 0.9
"""Score that two bodies must have: the same office, or names and clauses that are almost the same."""
SAME_NAME = 0.8
"""Likeness of two names of different offices from which they may be one (the office of an own leading group)."""
FURTHER = 0.6
"""Likeness of names from which a second body of an office is another form of the first (县发展和改革委, 县发改局)."""


@dataclass(slots=True)
class _Named:
    """A body, what it is in charge of, and its full name without place and level."""

    body: Body
    offices: frozenset[str]
    plain: str


def pair_parties(left: Side, right: Side, links: Sequence[Match], lexicon: Lexicon) -> tuple[PartyPair, ...]:
    """All bodies of both documents: those with counterpart in the order of the left one, then those only there are."""
    ours, theirs = _named(left, lexicon), _named(right, lexicon)
    if not ours or not theirs:
        return tuple(_row(body, None, 0) for body in ours) + tuple(_row(None, body, 0) for body in theirs)
    together = _together(ours, theirs, left, right, links)
    likeness = _likeness(ours, theirs)
    pairs = _assigned(ours, theirs, likeness, together)
    pairs += _further(ours, theirs, likeness, pairs)
    counterparts = defaultdict(list)
    for row, column in sorted(pairs):
        counterparts[row].append(column)
    rows = []
    for row, body in enumerate(ours):
        rows += [_row(body, theirs[column], together[row, column]) for column in counterparts[row]]
        if not counterparts[row]:
            rows.append(_row(body, None, 0))
    taken = {column for _, column in pairs}
    return tuple(rows) + tuple(_row(None, body, 0) for column, body in enumerate(theirs) if column not in taken)


def _row(left: _Named | None, right: _Named | None, shared: int) -> PartyPair:
    return PartyPair(left=left.body if left else None, right=right.body if right else None, shared=shared)


def _named(side: Side, lexicon: Lexicon) -> list[_Named]:
    """The bodies of a document in the order in which they are first named."""
    roles: dict[str, dict[Role, int]] = {}
    clauses: dict[str, dict[str, None]] = {}
    first: dict[str, Party] = {}
    for duty in side.document.responsibilities:
        for party in duty.parties:
            first.setdefault(party.canonical, party)
            counts = roles.setdefault(party.canonical, {"lead": 0, "joint": 0, "support": 0})
            counts[party.role] += 1
            if duty.clause is not None:
                clauses.setdefault(party.canonical, {})[duty.clause] = None
    return [
        _Named(
            Body(
                name=party.name,
                canonical=canonical,
                level=party.level,
                clauses=tuple(clauses.get(canonical, ())),
                **roles[canonical],
            ),
            frozenset(offices(party.name, lexicon)),
            plain(side, canonical),
        )
        for canonical, party in first.items()
    ]


def _likeness(ours: Sequence[_Named], theirs: Sequence[_Named]) -> dict[Match, float]:
    """How alike the names are, for bodies with an office in common and for names that have much in common."""
    from rapidfuzz.distance import Indel

    names, others = ([cut(named.plain) for named in bodies] for bodies in (ours, theirs))
    pairs = set(Likeness(names, others, weigh((*names, *others))).dice(SAME_NAME / 2))
    there: dict[str, list[int]] = defaultdict(list)
    for column, named in enumerate(theirs):
        for office in named.offices:
            there[office].append(column)
    pairs.update((i, j) for i, named in enumerate(ours) for office in named.offices for j in there.get(office, ()))
    return {(i, j): Indel.normalized_similarity(ours[i].plain, theirs[j].plain) for i, j in pairs}


def _together(
    ours: Sequence[_Named], theirs: Sequence[_Named], left: Side, right: Side, links: Sequence[Match]
) -> Counter[Match]:
    """For each two bodies the number of clause pairs in which both are named."""
    mine, other = _by_clause(ours), _by_clause(theirs)
    counts: Counter[Match] = Counter()
    for i, j in links:
        for row in mine.get(left.entries[i].clause.id, ()):
            for column in other.get(right.entries[j].clause.id, ()):
                counts[row, column] += 1
    return counts


def _by_clause(bodies: Sequence[_Named]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(bodies):
        for clause in named.body.clauses:
            found[clause].append(number)
    return found


def _assigned(
    ours: Sequence[_Named], theirs: Sequence[_Named], likeness: Mapping[Match, float], together: Mapping[Match, int]
) -> list[Match]:
    gains = {}
    for (row, column), alike in likeness.items():
        mine, other = ours[row], theirs[column]
        common = len(mine.offices & other.offices)
        if common or alike >= SAME_NAME:
            most = max(len(mine.body.clauses), len(other.body.clauses), 1)
            score = SAME_OFFICE + WHOLLY * common / len(mine.offices | other.offices) if common else LIKENESS
            score += LIKENESS * alike + TOGETHER * together[row, column] / most
            score -= OTHER_KIND * (mine.plain.endswith(CENTRES) != other.plain.endswith(CENTRES))
            if score > ENOUGH:
                gains[row, column] = score - ENOUGH
    return best_assignment(gains)


def _further(
    ours: Sequence[_Named], theirs: Sequence[_Named], likeness: Mapping[Match, float], pairs: Sequence[Match]
) -> list[Match]:
    """Bodies without counterpart that are another form of one that has one, or whose work a joined bureau does."""
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return [
        (row, column)
        for (row, column), alike in likeness.items()
        if (row in rows) != (column in columns)
        and _is_further(*((theirs[column], ours[row]) if row in rows else (ours[row], theirs[column])), alike)
    ]


def _is_further(alone: _Named, paired: _Named, alike: float) -> bool:
    """Whether `alone` has the offices of `paired`, named alike, or one that `paired` has beside others."""
    if alone.offices == paired.offices:
        return alike >= FURTHER
    return alone.offices < paired.offices and not alone.plain.endswith(CENTRES)
