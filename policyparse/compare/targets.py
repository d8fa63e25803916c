"""Which target of one document is for the same indicator as which of the other.

Names decide, and where the targets stand: in clauses that correspond a likeness is enough that elsewhere is not. Of
several targets for one indicator those with the same year, kind of change and value belong together. The assignment is
the best one, not greedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from policyparse.compare import measures
from policyparse.compare.assignment import Match, best_assignment
from policyparse.compare.nearness import FAR, SAME, Nearness
from policyparse.compare.order import in_order
from policyparse.compare.shingles import COMMONPLACE, Likeness, cut, plain, weigh
from policyparse.compare.sides import Side
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import TargetPair
from policyparse.model.facts import Figure

CLOSE = 0.3
"""Worth of standing in clauses that correspond; near them half of it."""
CHANGE, RECURRENCE, DEADLINE, VALUE = 0.1, 0.1, 0.1, 0.05
"""Worth of the same kind of change, recurrence, year and value."""
ORDER = 0.01
"""Worth of an equal place in the order: it decides between targets that are equal otherwise."""
OTHER_LEVEL = 0.5
"""What it costs when one indicator is of another level (省重点实验室, 市级以上重点实验室)."""
EQUAL, HAS_EQUAL = 0.97, 0.3
"""Likeness of names that are one, and what it costs to pair one of them with another name: where both documents have
街道覆盖率, the 乡镇覆盖率 of one is not the 街道覆盖率 of the other."""
OTHER_THING = 0.2
"""What it costs when two names end with different things (助餐服务覆盖的城市社区, 助餐服务覆盖的行政村)."""
HEAD = 2
"""Characters at the end of a name that tell what it counts."""
ENOUGH = 1.1
"""Sum that two targets must reach. Equal names are worth 1."""
LEAST = ENOUGH - CLOSE - CHANGE - RECURRENCE - DEADLINE - VALUE
"""Likeness of names below which nothing else makes a pair."""
ELSEWHERE = 0.9
"""Likeness of names that targets of unrelated clauses must have."""
SHORTEST = 4
"""Length from which a name says enough by itself, elsewhere (覆盖率 does not)."""
SIZES = (1, 2)
"""Lengths of a name's shingles."""
TAIL = 0.85
"""Worth of a name that is the end of the other: 流失率, 养老护理员流失率."""
LEVEL = re.compile(r"^(国家|省|市|县|区|镇|乡)(?![一-鿿]?[、和])|(国家|省|市|县|区|镇|乡)级")
"""The level of what an indicator counts; e.g. 省级 in 省级特色小镇, 省 in 省重点实验室."""
RANKS = {"国家": 0, "省": 1, "市": 2, "县": 3, "区": 3, "镇": 4, "乡": 4}


def pair_targets(left: Side, right: Side, links: Sequence[Match], lexicon: Lexicon) -> tuple[TargetPair, ...]:
    """All targets of both documents, each with its counterpart, in the order of the left document.

    Those that stand in a copied block (`duplicate_of`) are left out: they were counted already.
    """
    ours, theirs = _setters(left, lexicon), _setters(right, lexicon)
    names = _names(ours, theirs)
    pairs = best_assignment(_gains(ours, theirs, names, Nearness(left, right, links)))
    rows = []
    for i, j in in_order(len(ours), len(theirs), pairs):
        likeness = names[i, j] if i is not None and j is not None else 0.0
        one, other = None if i is None else ours[i].figure, None if j is None else theirs[j].figure
        rows.append(_row(one, other, likeness, lexicon))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Setter:
    """A target as it is looked at: `name` free of region and level, `clause` the index of its clause.

    `kind` is the standard unit, "%" for shares of whatever form, "" for nothing (清零). `rank` is the level of what it
    counts, None for none, and `own` whether that is the document's own level.
    """

    figure: Figure
    name: str
    clause: int
    kind: str
    rank: int | None
    own: bool


def _setters(side: Side, lexicon: Lexicon) -> list[_Setter]:
    shares = {row.canonical for row in lexicon.units if row.kind in ("percent", "permille", "point")}
    own = RANKS.get(side.level or "")
    found = []
    for figure in side.document.targets:
        if figure.duplicate_of is not None:
            continue
        unit = figure.unit_canonical
        kind = "%" if unit in shares else measures.measure(unit, lexicon).standard
        level = LEVEL.search(figure.indicator or "")
        rank = RANKS[level[1] or level[2]] if level else None
        name, clause = plain(side, figure.indicator_key or ""), side.index_of(figure.clause)
        found.append(_Setter(figure, name, clause, kind if figure.value else unit and kind, rank, rank == own))
    return found


def _names(ours: Sequence[_Setter], theirs: Sequence[_Setter]) -> dict[Match, float]:
    """How alike the names are, where they may be alike enough."""
    names, others = [setter.name for setter in ours], [setter.name for setter in theirs]
    sets, other_sets = [cut(name, SIZES) for name in names], [cut(name, SIZES) for name in others]
    found = Likeness(sets, other_sets, weigh((*sets, *other_sets))).dice(LEAST)
    for pair in _tails(names, others):
        found[pair] = max(found.get(pair, 0.0), TAIL)
    return found


def _tails(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Match]:
    """The pairs of names of which one is the end of the other; of several ends of one name the longest."""
    places, others = _places(ours), _places(theirs)
    for names, longer, turned in ((places, others, False), (others, places, True)):
        for name, here in longer.items():
            ends = (name[start:] for start in range(1, len(name) - 1))
            end = next((end for end in ends if end in names), None)
            if end is not None and len(names[end]) * len(here) <= COMMONPLACE:
                yield from product(here, names[end]) if turned else product(names[end], here)


def _places(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found


def _gains(
    ours: Sequence[_Setter], theirs: Sequence[_Setter], names: Mapping[Match, float], near: Nearness
) -> dict[Match, float]:
    """What each pair has above `ENOUGH`."""
    likely = {}
    for (i, j), likeness in names.items():
        close = near.of(ours[i].clause, theirs[j].clause)
        if close > FAR or _says_enough(ours[i].name, theirs[j].name, likeness):
            likely[i, j] = likeness, close
    equal = [pair for pair, (likeness, _) in likely.items() if likeness >= EQUAL]
    rows, columns = {i for i, _ in equal}, {j for _, j in equal}
    gains = {}
    for (i, j), (likeness, close) in likely.items():
        score = likeness + CLOSE * close / SAME + _agreement(ours[i], theirs[j])
        score += ORDER * (1 - abs(i / len(ours) - j / len(theirs)))
        if likeness < EQUAL and (i in rows or j in columns):
            score -= HAS_EQUAL
        if likeness < EQUAL and _counts_other_things(ours[i].name, theirs[j].name):
            score -= OTHER_THING
        if score > ENOUGH:
            gains[i, j] = score - ENOUGH
    return gains


def _says_enough(one: str, other: str, likeness: float) -> bool:
    return likeness >= ELSEWHERE and min(len(one), len(other)) >= SHORTEST


def _counts_other_things(one: str, other: str) -> bool:
    """Whether what each name ends with stands nowhere in the other one (老旧小区改造, 改造老旧小区 share theirs)."""
    return one[-HEAD:] not in other and other[-HEAD:] not in one


def _agreement(one: _Setter, other: _Setter) -> float:
    """Worth of what two targets have in common beside their names; minus infinity where units forbid a pair."""
    if one.kind != other.kind and one.kind and other.kind:
        return float("-inf")
    ours, theirs = one.figure, other.figure
    worth = CHANGE * (ours.change == theirs.change) + RECURRENCE * (ours.recurrence == theirs.recurrence)
    worth += DEADLINE * (ours.deadline == theirs.deadline)
    worth += VALUE * ((ours.value, ours.value_max) == (theirs.value, theirs.value_max))
    known = one.rank is not None and other.rank is not None
    same = one.rank == other.rank or (one.own and other.own)
    return worth - OTHER_LEVEL * (known and not same)


def _row(left: Figure | None, right: Figure | None, likeness: float, lexicon: Lexicon) -> TargetPair:
    if left is None or right is None:
        return TargetPair(left=left, right=right, value="only-right" if left is None else "only-left")
    return TargetPair(
        left=left,
        right=right,
        value=measures.value_relation(left, right, lexicon),
        comparator=measures.comparator_relation(left, right),
        deadline=measures.deadline_relation(left, right),
        difference=measures.difference(left, right, lexicon),
        share=measures.share(left, right, lexicon),
        similarity=round(likeness, 4),
    )
