"""What a damage is, and what the kinds of damage work on.

A damage is a list of replacements on the clean text. From them follow the damaged text and the places of the damage in
it. `answers` names the rules that tell the damage rightly, the best one first, `allowed` those that may speak of the same place as well
(a copied clause repeats its number, a noisy copy has lost brackets).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from damaging.labels import LABEL

EVERYTHING = frozenset({"*"})
HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class Change:
    """Put `text` in the place of ``clean[start:end]``. Of one that is not `marked` no finding is expected."""

    start: int
    end: int
    text: str
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Damage:
    """A clean document, the damaged one, and where and how it was damaged (places in the damaged text)."""

    kind: str
    clean: str
    text: str
    places: tuple[tuple[int, int], ...]
    answers: tuple[str, ...]
    allowed: frozenset[str]


class Donors(NamedTuple):
    """Passages on subjects that no plan is about: in words of their own, and in the words of the trade."""

    other: Sequence[str]
    trade: Sequence[str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the kinds of damage work on: a clean text, its paragraphs, passages on other subjects, and the dice."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    donors: Donors
    dice: random.Random

    @classmethod
    def of(cls, text: str, donors: Donors, dice: random.Random) -> Draft:
        """Split `text` into its paragraphs, without the blanks around them."""
        found = []
        for match in re.finditer(r"[^\n\r]+", text):
            words = match[0].strip(" \t\u3000\u00a0")
            if words:
                start = match.start() + match[0].index(words)
                found.append((start, start + len(words)))
        return cls(text, tuple(found), donors, dice)

    def words(self, index: int) -> str:
        """The paragraph at `index`."""
        return self.text[slice(*self.paragraphs[index])]

    def running(self, least: int = 60) -> list[int]:
        """Indexes of the paragraphs of running text, of `least` characters and more."""
        return [
            index
            for index, (start, end) in enumerate(self.paragraphs)
            if end - start >= least and self.text[end - 1] in "。）)" and "。" in self.text[start:end]
        ]

    def labelled(self) -> list[tuple[int, re.Match[str]]]:
        """Indexes of the paragraphs that begin with a number, with the match of the number."""
        found = ((index, LABEL.match(self.text, *place)) for index, place in enumerate(self.paragraphs))
        return [(index, match) for index, match in found if match]

    def found(self, pattern: str, least: int = 40) -> list[re.Match[str]]:
        """Where `pattern` stands in running text; its groups are places of `text`."""
        compiled = re.compile(pattern, re.MULTILINE)
        return [
            match for index in self.running(least) for match in compiled.finditer(self.text, *self.paragraphs[index])
        ]

    def middle(self, index: int) -> int:
        """A place between two Chinese characters, in the middle half of the paragraph at `index`."""
        start, end = self.paragraphs[index]
        quarter = (end - start) // 4
        places = [
            match.start() + 1 for match in re.finditer(f"{HAN}(?={HAN})", self.text[start + quarter : end - quarter])
        ]
        return start + quarter + self.dice.choice(places or [quarter])

    @property
    def gap(self) -> str:
        """What stands between two paragraphs, most often."""
        pairs = zip(self.paragraphs, self.paragraphs[1:], strict=False)
        gaps = [self.text[before[1] : after[0]] for before, after in pairs]
        return max(sorted(set(gaps)), key=gaps.count) if gaps else "\n"


Answer = tuple[list[Change], tuple[str, ...], set[str] | frozenset[str]]
Make = Callable[[Draft], Answer | None]
"""Changes, answers and allowed of one kind of damage; None where the text gives no occasion for it."""


def applied(text: str, changes: list[Change]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The damaged text, and the places of the marked changes in it."""
    parts: list[str] = []
    places = []
    position = length = 0
    for change in sorted(changes, key=lambda change: change.start):
        kept = text[position : change.start]
        parts += (kept, change.text)
        length += len(kept)
        if change.marked:
            places.append((length, length + len(change.text)))
        length += len(change.text)
        position = change.end
    parts.append(text[position:])
    return "".join(parts), tuple(places)
