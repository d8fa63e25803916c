"""Where clauses begin, and the ground that they are marked on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.structure.labels import Label
from policyparse.structure.lines import Line


class Mark(NamedTuple):
    """The beginning of a clause: in the line of index `line`, at `start`; a heading without number has no label.

    `series` and `number` are those of the label.
    """

    line: int
    start: int
    label: Label | None
    series: str
    number: int | None

    @classmethod
    def of(cls, line: int, start: int, label: Label | None) -> Mark:
        """With what its label shows; the series of headings is their own."""
        if label is None:
            return cls(line, start, None, "heading", None)
        return cls(line, start, label, label.style.series, label.number)


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
