"""Labelled lines to a tree: a stack of the levels that are open, in the document's own order of levels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from policyparse.structure.marks import Mark

LAST_FIXED_RANK = 22  # parts, chapters and sections close headings without number; articles and below stand under them
LAST_RANK_OUTSIDE_BOX = 40
FIRST_RANK_UNDER_BOX = 60


@dataclass(slots=True)
class Node:
    """A clause while the tree grows: its mark, its style, its parent's index, and where it was closed.

    `resumed` is where its text broke off, if it goes on behind other clauses.
    """

    mark: Mark
    style: str
    parent: int | None
    path: tuple[str, ...]
    depth: int
    closed: int = -1
    first_child: int | None = None
    resumed: int | None = None


@dataclass
class Tree:
    """Grows by one mark after another, in text order.

    Numbers may run on across parents and levels may be skipped, so the stack alone decides: a label closes what stands
    below the level where its series is open; one of a new series goes below what usually stands above it. The usual
    order gives way where the numbers contradict it. `alone` are the lines of headings that hold no numbered clauses,
    `cut` those that begin a clause whose text breaks off.
    """

    marks: tuple[Mark, ...]
    alone: frozenset[int] = frozenset()
    cut: frozenset[int] = frozenset()
    nodes: list[Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stack: list[int] = []
        self._series: list[str] = []
        self._waiting: list[int] = []
        self._last_item: dict[tuple[int, str], int] = {}
        self._nested: set[tuple[str, str]] = set()
        self._places: dict[str, list[int]] = {}
        self._interrupted: dict[str, int] = {}
        self._next_label: list[int | None] = [None] * len(self.marks)
        following = None
        for place in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[place]
            self._next_label[place] = following
            if mark.label is not None and mark.label.style.name != "inline":
                following = place
        for place, mark in enumerate(self.marks):
            self._places.setdefault(mark.series, []).append(place)

    def grow(self, closers: Iterable[int], end: int) -> list[Node]:
        """All clauses. Every clause that is open is closed at each of the positions `closers`, and at `end`."""
        ends = sorted(closers)
        for place, mark in enumerate(self.marks):
            while ends and ends[0] <= mark.start:
                self._close(0, ends.pop(0))
            level = self._level(place, mark)
            if mark.series == "box":
                self._interrupt(level)
            self._close(level, mark.start)
            self._open(mark)
        self._close(0, ends[0] if ends else end)
        return self.nodes

    def _open(self, mark: Mark) -> None:
        parent = self._stack[-1] if self._stack else None
        path = self.nodes[parent].path if parent is not None else ()
        if mark.label is not None:
            path = (*path, mark.label.key)
        index = len(self.nodes)
        if parent is not None and self.nodes[parent].first_child is None:
            self.nodes[parent].first_child = index
        style = mark.label.style.name if mark.label is not None else "heading"
        self.nodes.append(Node(mark, style, parent, path, len(self._stack) + 1))
        if mark.label is not None and mark.line in self.cut and style != "inline":
            self._waiting.append(index)
        if parent is not None and style == "inline":
            self._last_item[parent, mark.series] = mark.number or 0
        self._stack.append(index)
        self._series.append(mark.series)

    def _interrupt(self, level: int) -> None:
        """Remember the numbers of the lists that a box closes: what goes on from them stands outside of it."""
        self._interrupted = {
            self._series[at]: number for at in range(level, len(self._stack)) if (number := self._at(at).number)
        }

    def _close(self, level: int, position: int) -> None:
        """Close all but the first `level` clauses of the stack."""
        for index in self._stack[level:]:
            self.nodes[index].closed = position
        del self._stack[level:], self._series[level:]

    def _at(self, level: int) -> Mark:
        return self.nodes[self._stack[level]].mark

    def _find(self, series: str) -> int | None:
        """The innermost level at which the series is open."""
        for level in range(len(self._stack) - 1, -1, -1):
            if self._series[level] == series:
                return level
        return None

    def _level(self, place: int, mark: Mark) -> int:
        """How many of the open clauses stay open when `mark` comes."""
        if mark.label is None:
            return self._heading_level(place)
        if mark.label.style.name == "inline":
            return self._inline_level(mark)
        if mark.series == "annex":
            return 0
        known = self._find(mark.series)
        box = self._find("box")
        if known is not None and (box is None or box <= known or self._goes_on(known, mark)):
            return self._below_its_number(known, mark)
        level = len(self._stack)
        while level > 0 and self._closes(place, mark, self._at(level - 1)):
            level -= 1
        return self._below_its_number(level, mark)

    def _goes_on(self, level: int, mark: Mark) -> bool:
        number = self._at(level).number
        return number is not None and mark.number == number + 1

    def _below_its_number(self, level: int, mark: Mark) -> int:
        """For 2.1: close 1 and 1.4, whose numbers it does not begin with."""
        label = mark.label
        while level > 0 and label is not None and label.style.name == "decimal":
            above = self._at(level - 1).label
            if above is None or above.style.name not in ("decimal", "arabic"):
                break
            if len(above.numbers) < len(label.numbers) and label.numbers[: len(above.numbers)] == above.numbers:
                break
            level -= 1
        return level

    def _closes(self, place: int, mark: Mark, top: Mark) -> bool:
        """Whether a label of a series that is not open closes the innermost open clause."""
        assert mark.label is not None
        rank = mark.label.style.rank
        if top.label is None:
            return rank <= LAST_FIXED_RANK or top.line in self.alone
        if top.series == "box":
            return rank <= LAST_RANK_OUTSIDE_BOX or self._interrupted.get(mark.series) == (mark.number or 0) - 1
        if mark.series == "box":
            return top.label.style.rank >= FIRST_RANK_UNDER_BOX
        if top.label.style.name == "inline":
            return True
        if top.label.style.name == "decimal" and mark.label.style.name == "arabic" and mark.number == 1:
            return False  # a list begins below 1.2; 1. above 1.1 would be open
        return top.label.style.rank >= rank and not self._holds(place, mark, top)

    def _holds(self, place: int, mark: Mark, top: Mark) -> bool:
        """Whether the numbers show that `top` holds `mark` against the usual order: 1. 一、二、 2. 一、二、."""
        pair = (top.series, mark.series)
        if mark.number == 1 and top.number is not None and self._next_number(top.series, place) == top.number + 1:
            self._nested.add(pair)
        return pair in self._nested

    def _next_number(self, series: str, place: int) -> int | None:
        places = self._places[series]
        index = bisect_right(places, place)
        return self.marks[places[index]].number if index < len(places) else None

    def _heading_level(self, place: int) -> int:
        """A heading without number closes the lists that do not go on below it."""
        following = self._next_label[place]
        after = self.marks[following] if following is not None else None
        level = self._find("heading")
        goes_on = self._find(after.series) if after is not None else None
        if goes_on is not None and after is not None and not self._goes_on(goes_on, after):
            goes_on = None
        if level is not None:
            inside = goes_on is not None and goes_on > level + 1
            return goes_on + 1 if inside and goes_on is not None else level
        base = 1 if self._stack and self._at(0).series == "annex" else 0
        if after is not None and goes_on == base and after.line == self.marks[place].line + 1:
            return base  # the outermost list goes on right below: 1. 2. heading 3.
        level = len(self._stack)
        while level > base and self._is_inline(level - 1):
            level -= 1
        if level > base and after is not None and after.number == 1 and self._begins_anew(base, after):
            return base
        return base if self.marks[place].line in self.alone else level

    def _begins_anew(self, base: int, after: Mark) -> bool:
        """Whether the next label starts the document's outermost numbering again, or stands above it."""
        first = self._at(base).label
        assert first is not None
        assert after.label is not None
        return after.label.style.rank <= first.style.rank

    def _inline_level(self, mark: Mark) -> int:
        """Where an item within a paragraph belongs.

        A number that the open list has passed, or a list's middle without its beginning, goes to a clause that broke
        off before it, where there is one; else a passed number is of no open list and goes to what holds the clause.
        """
        assert mark.number is not None
        known = self._find(mark.series)
        level = len(self._stack)
        while level > 0 and self._is_inline(level - 1):
            level -= 1
        if known is None:
            if mark.number > 1 and self._resume(level - 1, mark):
                return len(self._stack)
            return len(self._stack) if level < len(self._stack) and self._at(level).line == mark.line else level
        last = self._at(known)
        if mark.line == last.line or mark.number > (last.number or 0):
            return known
        if self._resume(level - 1, mark):
            return len(self._stack)
        if mark.number == 1:
            return known
        return level - 1 if level > 0 and self._at(level - 1).label is not None else level

    def _resume(self, level: int, mark: Mark) -> bool:
        """Open a clause again that broke off, where the item goes on from its items; close its sibling."""
        if level < 0 or self._at(level).line == mark.line:
            return False
        now = self.nodes[self._stack[level]]
        for place in range(len(self._waiting) - 1, -1, -1):
            index = self._waiting[place]
            node = self.nodes[index]
            fits = self._last_item.get((index, mark.series), 0) + 1 == mark.number
            if fits and node.closed >= 0 and (node.parent, node.mark.series) == (now.parent, now.mark.series):
                self._close(level, mark.start)
                node.resumed = node.closed if node.first_child is None else None
                self._stack.append(index)
                self._series.append(node.mark.series)
                del self._waiting[place]
                return True
        return False

    def _is_inline(self, level: int) -> bool:
        label = self._at(level).label
        return label is not None and label.style.name == "inline"
