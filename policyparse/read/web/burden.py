"""Whether a page would take a parser beyond measure: HTML's own rules make some short inputs costly.

Measured on lexbor: 100,000 open ``div`` take 53 seconds, 50,000 attributes of one tag 7, and every open ``b`` or
``font`` is made anew in each paragraph that follows. A look at the tags alone tells, in linear time.
"""

from __future__ import annotations

import re

_TAG = re.compile("<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_SELF_CLOSING = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "html", "head", "body",
    )
)  # fmt: skip
DEEPEST = 5000
MOST_ELEMENTS = 600_000
MOST_REPEATED = 2_000_000
LONGEST_TAG = 20_000
MOST_ATTRIBUTES = 3000


def too_heavy(page: str) -> bool:
    """Whether the page holds or nests too much, repeats open formatting too often, or a tag has too many attributes."""
    depth = formatting = repeated = opened = 0
    before = -1
    for match in _TAG.finditer(page):
        start = match.start()
        if before >= 0 and start - before > LONGEST_TAG and _has_many_attributes(page, before, start):
            return True
        before = start
        opened += not match[1]
        closing, name = match[1], match[2].lower()
        if name in _SELF_CLOSING:
            repeated += formatting
        elif closing:
            depth = max(0, depth - 1)
            formatting = max(0, formatting - 1) if name in _FORMATTING else formatting
        else:
            depth += 1
            repeated += formatting
            formatting += name in _FORMATTING
        if depth > DEEPEST or repeated > MOST_REPEATED or opened > MOST_ELEMENTS:
            return True
    return before >= 0 and len(page) - before > LONGEST_TAG and _has_many_attributes(page, before, len(page))


def _has_many_attributes(page: str, start: int, end: int) -> bool:
    stop = page.find(">", start, end)
    tag = page[start : end if stop < 0 else stop]
    return len(tag) > LONGEST_TAG and len(tag.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES
