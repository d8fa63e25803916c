"""What a page consists of before it has lines: characters at their places, ruling lines, pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_NARROW = 0.5


class Glyph(NamedTuple):
    """A character on a page: its left and right edge, its baseline, its lower and upper edge, in points from the
    page's lower left corner. `text` is more than one character where one shape stands for several.
    """

    text: str
    left: float
    right: float
    base: float
    low: float
    high: float


def spread(text: str, edges: tuple[float, float], base: float, reach: tuple[float, float]) -> Iterator[Glyph]:
    """The characters of a run that is known as a whole, each as wide as usual: a Latin one half of a Chinese one.

    `edges` are the left and right edge of the run, `reach` its lower and upper one.
    """
    left, right = edges
    widths = [_NARROW if character.isascii() else 1.0 for character in text]
    em = (right - left) / max(sum(widths), _NARROW)
    for character, width in zip(text, widths, strict=True):
        yield Glyph(character, left, left + width * em, base, *reach)
        left += width * em


class Rule(NamedTuple):
    """A ruling line, horizontal (``low == high``) or vertical (``left == right``)."""

    left: float
    low: float
    right: float
    high: float


Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a page of this size by quarters, counted so that 3 is a quarter clockwise, as ``/Rotate 90`` shows it."""

    width: float
    height: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height after the turn."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies after the turn."""
        if self.quarters == 0:
            return x, y
        if self.quarters == 1:
            return self.height - y, x
        if self.quarters == 2:
            return self.width - x, self.height - y
        return y, self.width - x

    def box(self, box: Box) -> Box:
        """Where a box lies after the turn."""
        (x0, y0), (x1, y1) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@dataclass(frozen=True, slots=True)
class Lean:
    """A turn by a small angle (radians, anticlockwise) around the middle of a page of this size: how a scan lies."""

    width: float
    height: float
    angle: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies after the turn."""
        across, up = x - self.width / 2, y - self.height / 2
        cosine, sine = math.cos(self.angle), math.sin(self.angle)
        return self.width / 2 + across * cosine - up * sine, self.height / 2 + across * sine + up * cosine

    def box(self, box: Box) -> Box:
        """The smallest upright box around a box after the turn."""
        corners = [self.point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        return (
            min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners),
            max(y for _, y in corners),
        )  # fmt: skip


@dataclass(slots=True)
class Page:
    """One page, its text running from left to right.

    `pictured`: a picture fills much of it; `recognised`: its glyphs were read from a picture; `turn`: what turns it to
    how it is shown, where that is another way.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: bool = False
    recognised: bool = False
    turn: Turn | Lean | None = None

    def shown(self, box: Box) -> Box:
        """Where a box lies on the page as it is shown."""
        return box if self.turn is None else self.turn.box(box)

    @property
    def whole(self) -> Box:
        """The box of the page as it is shown."""
        box = (0.0, 0.0, self.width, self.height)
        return box if isinstance(self.turn, Lean) else self.shown(box)


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of `boxes`."""
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )  # fmt: skip
