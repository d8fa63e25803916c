"""Apply a step's edits and compose the maps: the only place of the normalizer that reckons with offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from policyparse.model.text import Edit, MappedText


def apply(text: MappedText, edits: Iterable[Edit]) -> MappedText:
    """`text` after one more step.

    `edits` are told in places of ``text.text``, come in text order, do not overlap, and none is empty in its place.
    """
    new = list(_in_source(text, edits))
    if not new:
        return text
    kept = _still_seen(text.edits, new)
    return MappedText.replay(text.source, sorted([*kept, *new], key=lambda edit: (edit.start, -edit.end)))


def _in_source(text: MappedText, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in places of the source.

    A place that cuts into what an earlier step replaced as a whole grows to hold all of it, and edits that then share
    a place become one.
    """
    group: list[Edit] = []
    start = end = 0
    for edit in chain.from_iterable(_at_borders(text, edit) for edit in edits):
        first, last = _grown(text, edit)
        if group and first >= end:
            yield _joined(text, group, start, end)
            group = []
        if not group:
            start = first
        group.append(edit)
        end = last
    if group:
        yield _joined(text, group, start, end)


def _at_borders(text: MappedText, edit: Edit) -> Iterator[Edit]:
    """An edit that keeps the length, cut at the segments' borders, so that characters keep their own addresses."""
    if not edit.keeps_length:
        yield edit
        return
    position = edit.start
    while position < edit.end:
        border = min(_segment_end(text, position), edit.end)
        new = edit.text[position - edit.start : border - edit.start]
        if new != text.text[position:border]:
            yield Edit(position, border, new, edit.reason)
        position = border


def _grown(text: MappedText, edit: Edit) -> tuple[int, int]:
    first, last = text.segment(edit.start), text.segment(edit.end - 1)
    start = first.clean if first is not None and not first.exact else edit.start
    end = edit.end if last is None or last.exact else _segment_end(text, edit.end - 1)
    return start, end


def _segment_end(text: MappedText, position: int) -> int:
    """Where the segment that holds the clean character at `position` ends in the clean text."""
    index = bisect_right(text.starts, position)
    return text.starts[index] if index < len(text.starts) else len(text.text)


def _joined(text: MappedText, group: list[Edit], start: int, end: int) -> Edit:
    parts: list[str] = []
    position = start
    for edit in group:
        parts += (text.text[position : edit.start], edit.text)
        position = edit.end
    parts.append(text.text[position:end])
    return Edit(*text.place(start, end), "".join(parts), group[-1].reason)


def _still_seen(old: tuple[Edit, ...], new: list[Edit]) -> Iterator[Edit]:
    """What the new edits leave of the old ones: those covered are gone, those that reach beyond are trimmed.

    Only an edit that keeps the length can be cut by a new one, since the new ones have grown around all others. An
    equal place that keeps the length in both stays beneath, so that both reasons are told.
    """
    starts = [edit.start for edit in new]
    ends = [edit.end for edit in new]
    for edit in old:
        first = bisect_right(ends, edit.start)
        last = bisect_left(starts, edit.end) - 1
        if first > last:
            yield edit
            continue
        left, right = new[first], new[last]
        if left.start <= edit.start and edit.end <= left.end:
            if edit.keeps_length and left.keeps_length and (left.start, left.end) == (edit.start, edit.end):
                yield edit
            continue
        start = left.end if left.start < edit.start else edit.start
        end = right.start if right.end > edit.end else edit.end
        if start < end:
            text = edit.text[start - edit.start : end - edit.start] if edit.keeps_length else edit.text
            yield Edit(start, end, text, edit.reason)
