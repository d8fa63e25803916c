"""Where clauses begin, and the ground that they are marked on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.structure.labels import Label
from policyparse.structure.lines import Line


class Mark(NamedTuple):
    """The beginning of a clause: in the line of index `line`, at `start`; a heading without number has no label."""

    line: int
    start: int
    label: Label | None

    @property
    def series(self) -> str:
        """The series of its label; that of headings is their own."""
        return "heading" if self.label is None else self.label.style.series

    @property
    def number(self) -> int | None:
        """The number that its label shows."""
        return None if self.label is None else self.label.number


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines that clauses stand in.

    `running` are the indexes of the lines of running text in order; `below` leads from a label that stands alone on its
    line to the line with its title.
    """

    text: str
    lines: tuple[Line, ...]
    running: tuple[int, ...]
    below: dict[int, int]
    lexicon: Lexicon
