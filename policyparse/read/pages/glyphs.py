"""What a page consists of before it has lines: characters at their places, ruling lines, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character on a page: its left and right edge, its baseline, its lower and upper edge, in points from the
    page's lower left corner. From OCR, `text` may be several characters that no edge is known between.
    """

    text: str
    left: float
    right: float
    base: float
    low: float
    high: float


class Rule(NamedTuple):
    """A ruling line, horizontal (``low == high``) or vertical (``left == right``)."""

    left: float
    low: float
    right: float
    high: float


@dataclass(slots=True)
class Page:
    """One page. `pictured`: a picture fills much of it; `recognised`: its glyphs were read from a picture."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: bool = False
    recognised: bool = False


Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of `boxes`."""
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )  # fmt: skip
