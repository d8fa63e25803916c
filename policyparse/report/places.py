"""Offsets as people and editors count them: line and column, both from 1."""

from __future__ import annotations

from bisect import bisect_right

from policyparse.model.span import Span


class Places:
    """The lines of one text. A column counts characters (code points), whatever their width."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Its place within that line."""
        return offset - self._starts[self.line(offset) - 1] + 1

    def of(self, span: Span) -> str:
        """Where `span` begins, as ``line:column``."""
        return f"{self.line(span.start)}:{self.column(span.start)}"

    def bounds(self, offset: int) -> tuple[int, int]:
        """Where the line of an offset begins and ends, its line break left out."""
        number = self.line(offset)
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        start = self._starts[number - 1]
        return start, max(start, end - (self.text[start:end].endswith("\r")))
