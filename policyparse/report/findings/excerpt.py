"""The line of a finding with carets under it, in a width that counts Chinese characters double."""

from __future__ import annotations

import unicodedata

from policyparse.model.span import Span
from policyparse.report.places import Places

BEFORE = 12
"""Characters shown before the place where a line is too long to be shown whole."""
MORE = "…"


def excerpt(places: Places, span: Span, width: int = 100) -> tuple[str, str]:
    """The source line of `span` cut to `width` columns, and the carets that go under it.

    A line that is too long is shown around the beginning of the span; of a span that is too long itself, its beginning
    and its end. Carets end with the line where the span goes on in the next one.
    """
    start, end = places.bounds(span.start)
    line = places.text[start:end]
    at = min(span.start - start, len(line))
    last = max(at, min(span.end - start, len(line)))
    if columns(line) <= width:
        head, shown, rest = "", line, ""
    elif columns(line[at:last]) <= width - 2 * columns(MORE):
        first = max(0, at - BEFORE)
        head = MORE if first else ""
        shown = fit(line[first:], width - columns(head) - columns(MORE))
        rest = MORE if first + len(shown) < len(line) else ""
        at, last = at - first, min(last - first, len(shown))
    else:
        head, rest = MORE if at else "", MORE if last < len(line) else ""
        room = width - columns(head) - columns(MORE) - columns(rest)
        beginning = fit(line[at:last], room // 2)
        ending = fit(line[at:last][::-1], room - columns(beginning))[::-1]
        shown = beginning + MORE + ending
        at, last = 0, len(shown)
    blank = " " * columns(head + shown[:at])
    return plain(head + shown + rest), blank + "^" * max(1, columns(shown[at:last]))


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
