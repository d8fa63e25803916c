"""Where the numbers of a document do not count on.

Numbers are compared within lists: clauses of one style under one parent. Where a list does not begin with one, it goes
on with the list of the same style before it, so that numbers may run on across parents (1–27 over 一、 to 七、, the
articles of a law over its chapters). Of each chain the longest rising row of numbers is taken as right; what does not
fit into it is out of order or repeated, and what the row leaves out is missing. A number out of order explains one that
is missing at its place.

Enumerations within a paragraph (一是 … 二是) may begin anew at any place, and are looked at one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from policyparse.check.items import Item
from policyparse.check.paragraphs import Paragraph

_DAMAGED = re.compile("[（(〔]?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?=[）)〕、.．\\s\u4e00-\u9fff])")
_HAN = dict(enumerate("零一二三四五六七八九十"))
Trouble = Literal["gap", "repeat", "jump", "restart"]
FARTHEST = 1_000
"""So many missing numbers are enough to see that a number is wrong."""
LOOK_BACK = 50
"""So many paragraphs before a list that lacks its first number are searched for it."""
WIDEST_GAP = 3
"""So many numbers in a row may have been lost; more than that, and the number itself is wrong."""
LONE = frozenset({"arabic", "arabic_paren", "circled", "decimal", "inline", "heading"})
"""Styles of which a single number that is not one may be a figure or a quotation and no clause."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A number that does not count on: the item, what is wrong, and which number was expected (missing, for a gap)."""

    item: Item
    trouble: Trouble
    expected: tuple[int, ...] = ()
    other: Item | None = None
    """For a repeat, the item that has the number already."""
    before: Item | None = None
    """For a gap or a restart, the item before it."""
    right: int | None = None
    """For a repeat or a jump, the number that its neighbours leave for it."""

    @property
    def suggestion(self) -> str | None:
        """The label as its neighbours want it."""
        return None if self.right is None else self.item.numbered(self.right)


def faults(items: Sequence[Item], paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """All faults, list by list.

    A gap is none where a paragraph begins with the missing number in a damaged form; a list begins anew rightly after a
    line that looks like a heading.
    """
    for fault in _all(items):
        if fault.trouble == "gap" and _stands_damaged(fault.expected, _between(fault, paragraphs)):
            continue
        if fault.trouble == "restart" and any(p.may_be_heading for p in _between(fault, paragraphs)):
            continue
        yield fault


def _between(fault: Fault, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a number between the item of a fault and the one before it."""
    first = max(0, fault.item.paragraph - LOOK_BACK) if fault.before is None else fault.before.paragraph + 1
    return [p for p in paragraphs[first : fault.item.paragraph] if p.clause is None or p.clause.label is None]


def _stands_damaged(numbers: Sequence[int], paragraphs: Sequence[Paragraph]) -> bool:
    starts = [_DAMAGED.match(paragraph.words) for paragraph in paragraphs]
    found = {match["number"] for match in starts if match}
    return all(found & {str(number), _HAN.get(number, "")} for number in numbers)


def _all(items: Sequence[Item]) -> Iterator[Fault]:
    by_key: dict[str, list[Item]] = {}
    for item in items:
        by_key.setdefault(item.key, []).append(item)
    for group in by_key.values():
        if group[0].clause.style == "inline":
            by_parent: dict[str | None, list[Item]] = {}
            for item in group:
                by_parent.setdefault(item.clause.parent, []).append(item)
            for siblings in by_parent.values():
                yield from _enumerated(siblings)
        else:
            for chain in _chains(group):
                yield from _in_chain(chain)


# ---- lists of clauses ---------------------------------------------------------------------------------------------


def _chains(items: list[Item]) -> Iterator[list[Item]]:
    """Lists under one parent, joined where one goes on from the list before it."""
    chain: list[Item] = []
    for _, group in groupby(items, key=lambda item: item.clause.parent):
        siblings = list(group)
        if chain and _goes_on(chain, siblings):
            chain += siblings
            continue
        if chain:
            yield chain
        chain = siblings
    if chain:
        yield chain


def _goes_on(chain: list[Item], siblings: list[Item]) -> bool:
    """Whether a list goes on from a chain: it does not begin anew, and begins after the chain or holds what follows it."""
    first = siblings[0].number
    if first == 1 or (first > 2 and len(siblings) > 1 and siblings[1].number == 2):
        return False
    last = max(item.number for item in chain[-2:])
    if first > last:
        return True
    numbers = {item.number for item in siblings}
    return 1 not in numbers and bool(numbers & {last + 1, chain[-1].number + 1})


def _in_chain(chain: list[Item]) -> Iterator[Fault]:
    if len(chain) == 1 and chain[0].clause.style in LONE:
        return
    before: Item | None = None
    for part in _parts(chain):
        if before is not None:
            yield Fault(part[0], "restart", before=before)
        yield from _in_part(part)
        before = part[-1]


def _in_part(chain: list[Item]) -> Iterator[Fault]:
    rising = frozenset(_rising([item.number for item in chain]))
    first = {chain[index].number: chain[index] for index in rising}
    last, misfits = 0, 0
    moved = {item.number for index, item in enumerate(chain) if index not in rising}
    for index, item in enumerate(chain):
        if index not in rising:
            misfits += 1
            yield _misfit(item, first, chain[index - 1 : index], chain[index + 1 : index + 2])
            continue
        lost = range(last + 1, min(item.number, last + FARTHEST))
        missing = tuple(number for number in lost if number not in moved)
        if len(missing) > misfits:
            before = chain[index - 1] if index else None
            yield Fault(item, "gap" if len(missing) <= WIDEST_GAP else "jump", missing, before=before)
        last, misfits = item.number, 0


def _misfit(item: Item, first: dict[int, Item], before: Sequence[Item], after: Sequence[Item]) -> Fault:
    """What is wrong with an item outside the rising row; `before` and `after` hold its neighbours, where it has them."""
    expected = before[0].number + 1 if before else 1
    right = expected if before and after and after[0].number == expected + 1 else None
    other = first.get(item.number)
    if other is not None and other.place < item.place:
        return Fault(item, "repeat", other=other, right=right)
    return Fault(item, "jump", (expected,), right=right)


def _parts(chain: list[Item]) -> list[list[Item]]:
    """A chain cut where it begins with one again and counts on from there as a list of its own does."""
    starts = [i for i in range(2, len(chain) - 1) if _begins(chain[i], chain[i + 1])]
    parts = [chain[: starts[0]] if starts else chain]
    for start, end in pairwise([*starts, len(chain)]):
        part = chain[start:end]
        numbers = [item.number for item in part]
        if len(_rising(numbers)) * 4 >= len(numbers) * 3 and max(numbers) <= len(numbers) + 1:
            parts.append(part)
        else:
            parts[-1] = [*parts[-1], *part]
    return parts


def _begins(item: Item, after: Item) -> bool:
    """Whether a list may begin here: with one and two, and not as the copy of an earlier passage."""
    return item.number == 1 and after.number == 2 and not item.copied


def _rising(numbers: Sequence[int]) -> tuple[int, ...]:
    """Indexes of the longest strictly rising row; of several the one with the smallest numbers, the first of equals."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            ends.append(index)
        elif number < tops[pile]:
            tops[pile], ends[pile] = number, index
    row = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(index)
        index = before[index]
    return tuple(reversed(row))


# ---- enumerations -------------------------------------------------------------------------------------------------


def _enumerated(items: list[Item]) -> Iterator[Fault]:
    """一是, 二是 and the like under one parent: each begins anew or counts on."""
    before: Item | None = None
    for item in items:
        last = before.number if before else 0
        if item.stray and item.number > 1:
            yield Fault(item, "jump")
        elif item.number not in (1, last + 1) and not (before is None and item.goes_on):
            same = before is not None and before.paragraph == item.paragraph
            if same and item.number == last:
                yield Fault(item, "repeat", other=before)
            elif same and last < item.number <= last + 1 + WIDEST_GAP:
                yield Fault(item, "gap", tuple(range(last + 1, item.number)))
            else:
                yield Fault(item, "jump", (last + 1,) if before else (1,))
        before = item
