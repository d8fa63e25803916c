"""Where clauses begin."""

from __future__ import annotations

from dataclasses import dataclass

from policyparse.structure.labels import Label


@dataclass(frozen=True, slots=True)
class Mark:
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
