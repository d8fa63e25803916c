"""Apply a step's edits and compose the maps: the only place of the normalizer that reckons with offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from policyparse.model.text import Edit, MappedText, Segment

_START = itemgetter(0)
Shifted = tuple[Edit, int | None]
"""An edit, and the way from its place in the clean text to the source where it lies in one exact stretch."""


def apply(text: MappedText, edits: Iterable[Edit]) -> MappedText:
    """`text` after one more step.

    `edits` are told in places of ``text.text``, come in text order, do not overlap, and none is empty in its place.
    """
    shifted = list(_shifted(text, edits))
    if not shifted:
        return text
    new = list(_in_source(text, shifted))
    # Of two that begin at one place the old one is listed first: it is the longer one, or lies beneath.
    together = sorted([*_still_seen(text.edits, new), *new], key=_START)
    if None in [shift for _, shift in shifted]:
        return MappedText.replay(text.source, together)
    # Each new edit lies in an exact stretch, so the map is that of before, cut at them: no need to replay all.
    whole = [edit for edit, _ in shifted if len(edit[2]) != edit[1] - edit[0]]
    segments = tuple(_cut(text.segments, whole)) if whole else text.segments
    starts = tuple([segment[0] for segment in segments]) if whole else text.starts
    return MappedText(_spliced(text.text, shifted), text.source, segments, tuple(together), starts)


def _cut(segments: tuple[Segment, ...], whole: list[Edit]) -> Iterator[Segment]:
    """The segments after edits, told in the clean text, that each lie in one exact segment and change its length."""
    index, moved = 0, 0
    for segment in segments:
        clean, source, source_end, exact = segment
        end = clean + source_end - source
        shift = source - clean
        while exact and index < len(whole) and whole[index][0] < end:
            start, stop, new, _ = whole[index]
            if clean < start:
                yield Segment(clean + moved, clean + shift, start + shift, True)
            if new:
                yield Segment(start + moved, start + shift, stop + shift, False)
            moved += len(new) - (stop - start)
            clean = stop
            index += 1
        if not exact or clean < end:
            yield Segment(clean + moved, clean + shift, source_end, exact)


def _spliced(text: str, shifted: list[Shifted]) -> str:
    parts: list[str] = []
    position = 0
    for (start, end, new, _), _ in shifted:
        parts += (text[position:start], new)
        position = end
    return "".join([*parts, text[position:]])


def _in_source(text: MappedText, shifted: Iterable[Shifted]) -> Iterator[Edit]:
    """The edits in places of the source.

    A place that cuts into what an earlier step replaced as a whole grows to hold all of it, and edits that then share
    a place become one.
    """
    group: list[Edit] = []
    start = end = 0
    for edit, shift in shifted:
        first, last, new, reason = edit
        if shift is None:
            first, last = _grown(text, edit)
        if group and first >= end:
            yield _joined(text, group, start, end)
            group = []
        if shift is not None and not group:
            yield Edit(first + shift, last + shift, new, reason) if shift else edit
            continue
        if not group:
            start = first
        group.append(edit)
        end = last
    if group:
        yield _joined(text, group, start, end)


def _shifted(text: MappedText, edits: Iterable[Edit]) -> Iterator[Shifted]:
    """Each edit with the way from its clean place to the source; None where its place does not lie in one exact segment.

    An edit that keeps the length is cut at the segments' borders, so that characters keep their own addresses.
    """
    segments, starts, size = text.segments, text.starts, len(text.text)
    index, last = 0, len(segments) - 1
    for edit in edits:
        start, end, new, reason = edit
        while index < last and starts[index + 1] <= start:
            index += 1
        border = starts[index + 1] if index < last else size
        if end <= border:
            segment = segments[index]
            yield edit, segment.source - segment.clean if segment.exact else None
        elif len(new) != end - start:
            yield edit, None
        else:
            position = start
            while position < end:
                while index < last and starts[index + 1] <= position:
                    index += 1
                border = starts[index + 1] if index < last and starts[index + 1] < end else end
                piece = new[position - start : border - start]
                if piece != text.text[position:border]:
                    segment = segments[index]
                    shift = segment.source - segment.clean if segment.exact else None
                    yield Edit(position, border, piece, reason), shift
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
    starts = [edit[0] for edit in new]
    ends = [edit[1] for edit in new]
    first, count = 0, len(new)
    for edit in old:
        start, end, text, reason = edit
        while first < count and ends[first] <= start:
            first += 1
        if first == count or starts[first] >= end:
            yield edit
            continue
        left, right = starts[first], ends[first]
        if left <= start and end <= right:
            if (left, right) == (start, end) and edit.keeps_length and new[first].keeps_length:
                yield edit
            continue
        after = bisect_left(starts, end, first) - 1
        begin = right if left < start else start
        stop = starts[after] if ends[after] > end else end
        if begin < stop:
            whole = (begin, stop) == (start, end)
            yield (
                edit
                if whole
                else Edit(begin, stop, text[begin - start : stop - start] if edit.keeps_length else text, reason)
            )
