"""The lines of a clean text, each with the label that it starts with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policyparse.structure.hints import Hints
from policyparse.structure.labels import Label, Labels

STOPS = "。！？；：…”’）)》!?;:"


class Line(NamedTuple):
    """One line that is not empty, without the blanks around it: ``text[start:end]`` of the clean text is `words`.

    A line `in_table` stands in a table of cells: it has no label and is no heading. `named` says that the format of the
    file calls it a heading.
    """

    start: int
    end: int
    words: str
    label: Label | None
    in_table: bool = False
    named: bool = False

    @property
    def rest(self) -> str:
        """What follows the label; the whole line where there is none."""
        return self.words if self.label is None else self.words[self.label.head - self.start :]

    @property
    def squashed(self) -> str:
        """The line without its blanks, for comparing."""
        return "".join(self.words.split())

    @property
    def stops(self) -> bool:
        """Whether the line ends as a paragraph does, with a stop."""
        return self.words[-1] in STOPS


def lines(text: str, labels: Labels, hints: Hints) -> tuple[Line, ...]:
    """The lines of `text` that are not empty, in order."""
    return tuple(_lines(text, labels, hints))


def _lines(text: str, labels: Labels, hints: Hints) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        words = raw.strip() if raw else raw
        if words:
            first = start + raw.index(words[0])
            last = first + len(words)
            in_table = bool(hints.tables) and hints.in_table(first)
            label = None if in_table else labels.find(text, first, last)
            yield Line(first, last, words, label, in_table, not in_table and first in hints.headings)
        start += len(raw) + 1
