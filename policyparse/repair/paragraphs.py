"""Places of whole paragraphs, with the line breaks that go with them."""

from __future__ import annotations

from policyparse.model.span import Span

BLANKS = " \t\r\n\u3000\u00a0"


def with_break(source: str, span: Span) -> Span:
    """`span` with the line break after it, if it is whole paragraphs; as it is, if it begins or ends within one."""
    before = source.rfind("\n", 0, span.start) + 1
    begins = not source[before : span.start].strip(BLANKS)
    after = span.end
    while after < len(source) and source[after] in BLANKS:
        after += 1
    ends = after == len(source) or "\n" in source[span.end : after]
    if not (begins and ends):
        return span
    last = source.rfind("\n", span.end, after) + 1
    return Span(start=before, end=max(last, span.end))


def is_blank(source: str, start: int, end: int) -> bool:
    """Whether nothing but blanks stands in ``source[start:end]``."""
    return not source[start:end].strip(BLANKS)
