"""What differs between two texts: compared character by character, told by phrase.

Characters that agree by chance between two changes are taken into them, numbers and words of Latin letters are told
whole, a changed character is told with the one that it makes a word with, and what was added or left out begins where a
phrase does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policyparse.compare.folding import Folded

TOO_LONG = 400_000_000
"""Product of the lengths of two texts from which they are told as one change: their comparison takes 50 MB and more."""
WHOLE = frozenset("0123456789.%‰")
HAN_WHOLE = frozenset("〇零一二三四五六七八九十百千万亿点")
"""What numbers are made of, in digits and in characters: a change within one is told with the whole number."""
BREAKS = frozenset("，。；：、！？“”‘’（）《》〈〉【】…—·")
"""Punctuation: phrases begin after it."""
CHANCE = 2
"""Characters that agree by chance at most, between two changes that are longer."""
COHESION = 0.25
"""Share of a character's occurrences beside another from which a single changed one is told with it."""
TIGHT = 0.5
"""The same for longer changes."""
EVIDENCE = 4
"""Occurrences from which a character's company tells anything: once in each document is no habit."""
INNER = 2
"""Length up to which what was added may be the inner part of a word (股东会, 股东大会)."""


class Change(NamedTuple):
    """``left[start:end]`` became ``right[right_start:right_end]``; one of them may be empty."""

    start: int
    end: int
    right_start: int
    right_end: int


Ignored = Callable[[Folded, Folded, Change], bool]
"""Whether a change of single characters is a substitution that says nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How often characters stand alone and side by side in both documents: what tells words."""

    single: Counter[str]
    double: Counter[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Wording:
        """Count them in `texts`."""
        single: Counter[str] = Counter()
        double: Counter[str] = Counter()
        for text in texts:
            single.update(text)
            double.update(map("".join, pairwise(text)))
        return cls(single, double)

    def cohesion(self, first: str, second: str) -> float:
        """How much the two belong together, 0 to 1."""
        if not first or not second or not (first + second).isalpha():
            return 0.0
        rarer = min(self.single[first], self.single[second])
        return self.double[first + second] / rarer if rarer >= EVIDENCE else 0.0


@dataclass(frozen=True, slots=True)
class Differences:
    """The changes between two texts, and how many symbols on the left (on the right) have no counterpart."""

    changes: tuple[Change, ...]
    ignored: tuple[Change, ...]
    left_only: int
    right_only: int


def differences(left: Folded, right: Folded, wording: Wording, ignored: Ignored) -> Differences:
    """Compare two texts. Time grows with the product of the lengths of what differs."""
    raw = _raw(left.text, right.text)
    dropped = {change for change in raw if ignored(left, right, change)}
    kept = [change for change in raw if change not in dropped]
    told = _Telling(left.text, right.text, wording).told(kept)
    pieces = tuple(piece for change in told for piece in _at_joints(left, right, change))
    lost = sum(change.end - change.start for change in kept)
    new = sum(change.right_end - change.right_start for change in kept)
    return Differences(pieces, tuple(sorted(dropped)), lost, new)


def _raw(left: str, right: str) -> list[Change]:
    """The changes of single characters, without common beginning and end, side by side ones as one."""
    if left == right:
        return []
    from rapidfuzz.distance import Indel

    start = alike(left, 0, right, 0)
    tail = alike(left[start:][::-1], 0, right[start:][::-1], 0)
    end, right_end = len(left) - tail, len(right) - tail
    if (end - start) * (right_end - start) > TOO_LONG:
        return [Change(start, end, start, right_end)]
    changes: list[Change] = []
    for code in Indel.opcodes(left[start:end], right[start:right_end]):
        if code.tag == "equal":
            continue
        change = Change(start + code.src_start, start + code.src_end, start + code.dest_start, start + code.dest_end)
        if changes and changes[-1].end == change.start and changes[-1].right_end == change.right_start:
            last = changes.pop()
            change = Change(last.start, change.end, last.right_start, change.right_end)
        changes.append(change)
    return changes


def alike(one: str, start: int, other: str, place: int) -> int:
    """How many characters of `one` from `start` on equal those of `other` from `place` on; in leaps, then in steps."""
    length, leap = 0, 16
    while leap:
        end, close = start + length + leap, place + length + leap
        fits = end <= len(one) and close <= len(other)
        if fits and one[start + length : end] == other[place + length : close]:
            length += leap
            leap *= 2
        else:
            leap //= 2
    return length


Steps = Callable[[Change, int, int], tuple[int, int]]
"""By how many characters a change must grow at its beginning and end, given how many there are to the next changes."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """Makes phrases of changes of single characters."""

    left: str
    right: str
    wording: Wording

    def told(self, changes: Sequence[Change]) -> list[Change]:
        told = self._slid([self._trimmed(change) for change in self._join(list(changes))])
        for steps in (self._to_words, self._to_numbers):
            told = self._touching(self._widened(told, steps))
        return told

    def _join(self, changes: list[Change]) -> list[Change]:
        """Take characters that agree by chance into the changes around them, until none is left."""
        again = True
        while again and len(changes) > 1:
            again = False
            done = [changes[0]]
            for change in changes[1:]:
                last = done[-1]
                if self._is_chance(last, change):
                    done[-1] = Change(last.start, change.end, last.right_start, change.right_end)
                    again = True
                else:
                    done.append(change)
            changes = done
        return changes

    def _is_chance(self, before: Change, after: Change) -> bool:
        between = self.left[before.end : after.start]
        if len(between) > CHANCE:
            worth = len(between) if between.isdigit() else 2 * len(between)
            return worth <= min(_size(before), _size(after)) and not BREAKS.intersection(between)
        if BREAKS.intersection(between):
            return False
        return len(between) <= max(_size(before), _size(after)) - 1 + _is_shift(before, after)

    def _trimmed(self, change: Change) -> Change:
        """Without what both sides begin and end with."""
        start, end, right_start, right_end = change
        while start < end and right_start < right_end and self.left[end - 1] == self.right[right_end - 1]:
            end, right_end = end - 1, right_end - 1
        while start < end and right_start < right_end and self.left[start] == self.right[right_start]:
            start, right_start = start + 1, right_start + 1
        return Change(start, end, right_start, right_end)

    def _slid(self, changes: list[Change]) -> list[Change]:
        """Move what was only added, or only left out, to where a phrase begins; the texts stay the same."""
        done: list[Change] = []
        for change in changes:
            back = self._best_shift(change, change.start - (done[-1].end if done else 0))
            done.append(Change(*(edge - back for edge in change)))
        return done

    def _best_shift(self, change: Change, room: int) -> int:
        """By how many characters to move a change towards the beginning."""
        if change.start < change.end and change.right_start < change.right_end:
            return 0
        added = change.start == change.end
        text = self.right if added else self.left
        start, end = (change.right_start, change.right_end) if added else (change.start, change.end)
        best, most = 0, self._edge(text, start, end)
        for back in range(1, room + 1):
            if text[start - back] != text[end - back]:
                break
            score = self._edge(text, start - back, end - back)
            if score > most:
                best, most = back, score
        return best

    def _edge(self, text: str, start: int, end: int) -> float:
        """How well a phrase begins at `start` and ends at `end`."""
        before = text[start - 1] if start else "。"
        behind = text[end] if end < len(text) else "。"
        score = (
            2.0 * (before in BREAKS) + (text[start] in BREAKS) + (text[end - 1] in BREAKS) + 0.5 * (behind in BREAKS)
        )
        return score - self.wording.cohesion(before, text[start]) - self.wording.cohesion(text[end - 1], behind)

    def _widened(self, changes: list[Change], steps: Steps) -> list[Change]:
        """Each by as many characters at its beginning and end as `steps` says, as far as the changes around it."""
        done = []
        for place, change in enumerate(changes):
            back = change.start - (changes[place - 1].end if place else 0)
            ahead = (changes[place + 1].start if place + 1 < len(changes) else len(self.left)) - change.end
            before, behind = steps(change, back, ahead)
            start, right_start = change.start - before, change.right_start - before
            done.append(Change(start, change.end + behind, right_start, change.right_end + behind))
        return done

    def _to_numbers(self, change: Change, back: int, ahead: int) -> tuple[int, int]:
        """To the edges of numbers and Latin words."""
        before = behind = 0
        while before < back and self._cuts(change.start - before, change.right_start - before):
            before += 1
        while behind < ahead and self._cuts(change.end + behind, change.right_end + behind):
            behind += 1
        return before, behind

    def _to_words(self, change: Change, back: int, ahead: int) -> tuple[int, int]:
        """To the edges of words, by one character at each edge at most."""
        backward, forward = self._pull(change, back, ahead)
        if _size(change) > 1:
            return int(backward >= TIGHT), int(forward >= TIGHT)
        if max(backward, forward) < COHESION:
            return 0, 0
        return (1, 0) if backward >= forward else (0, 1)

    def _pull(self, change: Change, back: int, ahead: int) -> tuple[float, float]:
        """How much the words on both sides belong to the characters before and behind; of one word only where it is
        within another one.
        """
        before = self.left[change.start - 1] if back else ""
        behind = self.left[change.end] if ahead else ""
        words = [self.left[change.start : change.end], self.right[change.right_start : change.right_end]]
        if not all(words):
            word = "".join(words)
            pull = min(self.wording.cohesion(before, word[0]), self.wording.cohesion(word[-1], behind))
            return (pull, pull) if len(word) <= INNER and pull >= TIGHT else (0.0, 0.0)
        best = max if _size(change) == 1 else min
        backward = best(self.wording.cohesion(before, word[0]) for word in words)
        return backward, best(self.wording.cohesion(word[-1], behind) for word in words)

    def _cuts(self, position: int, other: int) -> bool:
        return inside(self.left, position) or inside(self.right, other)

    def _touching(self, changes: list[Change]) -> list[Change]:
        """Changes that grew up to each other are one."""
        done: list[Change] = []
        for change in changes:
            if done and change.start <= done[-1].end:
                last = done.pop()
                done.append(Change(last.start, change.end, last.right_start, change.right_end))
            else:
                done.append(change)
        return done


def _size(change: Change) -> int:
    return max(change.end - change.start, change.right_end - change.right_start)


def _is_shift(before: Change, after: Change) -> bool:
    """Whether what was added on the one side of a stretch was left out on the other: 增加, 新增."""
    added = before.start == before.end and after.right_start == after.right_end
    return added or (before.right_start == before.right_end and after.start == after.end)


def inside(text: str, position: int) -> bool:
    """Whether `position` lies within a number or a Latin word."""
    if not 0 < position < len(text):
        return False
    before, behind = text[position - 1], text[position]
    if before in HAN_WHOLE or before in WHOLE:
        return behind in (HAN_WHOLE if before in HAN_WHOLE else WHOLE)
    return before.isascii() and behind.isascii() and (before + behind).isalpha()


def _at_joints(left: Folded, right: Folded, change: Change) -> list[Change]:
    """Cut a change where the text on one of the sides does not go on where it stopped."""
    pieces = [change]
    for joint in left.joints:
        if pieces[-1].start < joint < pieces[-1].end:
            last = pieces.pop()
            pieces += [last._replace(end=joint, right_end=last.right_start), last._replace(start=joint)]
    done: list[Change] = []
    for piece in pieces:
        done.append(piece)
        for joint in right.joints:
            if done[-1].right_start < joint < done[-1].right_end:
                last = done.pop()
                done += [last._replace(right_end=joint), Change(last.end, last.end, joint, last.right_end)]
    return done
