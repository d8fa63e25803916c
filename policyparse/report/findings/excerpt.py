"""The line of a finding with carets under it, in a width that counts Chinese characters double."""

from __future__ import annotations

import unicodedata

from policyparse.model.span import Span
from policyparse.report.places import Places

BEFORE = 12
"""Characters shown before the place where a line is too long to be shown whole."""
MORE = "…"


def excerpt(places: Places, span: Span, width: int = 100) -> tuple[str, str]:
    """The source line of `span` cut to `width` columns around its beginning, and the carets that go under it.

    Carets end with the line where the span goes on in the next one.
    """
    start, end = places.bounds(span.start)
    line = places.text[start:end]
    at = min(span.start - start, len(line))
    first = 0 if columns(line) <= width else max(0, at - BEFORE)
    head = MORE if first else ""
    room = width - columns(head)
    shown = fit(line[first:], room)
    if first + len(shown) < len(line):
        shown = fit(shown, room - columns(MORE)) + MORE
    marked = shown[at - first : max(at - first, min(span.end - start, end - start) - first)]
    blank = " " * columns(head + shown[: at - first])
    return plain(head + shown), blank + "^" * max(1, columns(marked))


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(width_of(character) for character in text)


def fit(text: str, room: int) -> str:
    """The beginning of `text` that takes no more than `room` columns."""
    for index, character in enumerate(text):
        room -= width_of(character)
        if room < 0:
            return text[:index]
    return text


def width_of(character: str) -> int:
    """2 for a wide character (Han, full-width forms, …, quotes as Chinese fonts have them), 0 for a combining one."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def plain(text: str) -> str:
    """Tabs and line breaks as one blank, so that the carets stay under their words."""
    return "".join(" " if character in "\t\r\v\f\x85\u2028\u2029" else character for character in text)
