"""The order of clauses: which were moved, and in which order the rows of a comparison stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from policyparse.compare.assignment import Match
from policyparse.compare.sides import Side

Row = tuple[int | None, int | None]
"""Two that correspond, by their indices; or one of them alone."""


def moved(left: Side, right: Side, links: Sequence[Match]) -> frozenset[Match]:
    """The clauses that stand below another parent, or in another order among those below the same one.

    Of clauses that swapped, the fewest are called moved. Below a chapter that was moved as a whole, nothing was.
    """
    containers = {(i, j) for i, j in links if left.entries[i].upper and right.entries[j].upper}
    ours, theirs = {i for i, _ in containers}, {j for _, j in containers}
    groups: dict[Match | None, list[Match]] = defaultdict(list)
    away = set()
    for i, j in links:
        home, other = _home(left, i, ours), _home(right, j, theirs)
        if home is None or other is None:
            groups[None].append((i, j))
        elif (home, other) in containers:
            groups[home, other].append((i, j))
        else:
            away.add((i, j))
    for group in groups.values():
        away.update(set(group) - set(_longest_in_order(sorted(group))))
    return frozenset(away)


def _home(side: Side, index: int, known: set[int]) -> int | None:
    """The nearest ancestor with a counterpart."""
    return next((upper for upper in side.ancestors(index) if upper in known), None)


def _longest_in_order(pairs: Sequence[Match]) -> list[Match]:
    """The longest run of pairs, which are in the order of the left, that is in the order of the right too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_right(tails, j)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [number]
    found: list[Match] = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append(pairs[last])
        last = before[last]
    return found


def in_order(count: int, others: int, links: Iterable[Match]) -> Iterator[Row]:
    """All `count` clauses on the left and `others` on the right: linked ones side by side, the others alone.

    In the order of the left; one that is only on the right stands behind the one that it follows there.
    """
    rows: list[Row] = []
    linked: dict[int, list[int]] = defaultdict(list)
    last: dict[int, tuple[int, int]] = {}
    for i, j in sorted(links):
        linked[i].append(j)
        last[j] = (i, j)
    for i in range(count):
        rows += [(i, j) for j in linked[i]] or [(i, None)]
    behind: dict[tuple[int, int] | None, list[int]] = defaultdict(list)
    anchor: tuple[int, int] | None = None
    for j in range(others):
        if j in last:
            anchor = last[j]
        else:
            behind[anchor].append(j)
    yield from ((None, j) for j in behind[None])
    for row in rows:
        yield row
        if row[0] is not None and row[1] is not None:
            yield from ((None, j) for j in behind[row[0], row[1]])
