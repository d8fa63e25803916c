"""A place in the source text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from policyparse.model.record import Record, maker


class Span(Record):
    """A half-open place in `Source.text`, counted in Unicode code points from 0.

    The unit and the half-open form are those of the W3C TextPositionSelector, and of Python's `str`. A writer for
    JavaScript or Word converts to UTF-16 code units itself.
    """

    start: Annotated[int, Field(ge=0)]
    """First code point of the place. 起始位置（含），以 Unicode 码位计。"""
    end: Annotated[int, Field(ge=0)]
    """Code point after the last one of the place. 结束位置（不含）。"""

    def of(self, text: str) -> str:
        """The characters that stand at this place of `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


span_of = maker(Span)
"""A `Span` from ``{"start": …, "end": …}``, unchecked."""
