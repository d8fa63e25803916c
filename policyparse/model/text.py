"""Clean text that knows where each of its characters comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from policyparse.model.record import Record
from policyparse.model.span import Span, span_of


class Edit(NamedTuple):
    """Put `text` in the place of ``input[start:end]``, because of `reason`.

    The place holds at least one character. An edit that keeps the length replaces character for character, so that
    every character of the place keeps its own address; any other edit is one place as a whole.
    """

    start: int
    end: int
    text: str
    reason: str

    @property
    def keeps_length(self) -> bool:
        """Whether the edit replaces character for character."""
        return len(self.text) == self.end - self.start


class SourceEdit(Record):
    """One change that lies between the source and the clean text, at its place in the source.

    Replayed in the order of the list by `MappedText.replay`, the edits turn the source text into the clean text. An
    edit may lie within an earlier one that keeps the length (a paragraph converted, then a word of it mended).
    """

    span: Span
    """What was replaced, in the source text. 被替换的源文本位置。"""
    text: str
    """What stands there now; empty where it was removed. 替换后的文字（删除时为空）。"""
    reason: str
    """Why: a code that the documentation lists. 替换的原因代码。"""


class Segment(NamedTuple):
    """A stretch of clean text and where it comes from. `exact`: character for character."""

    clean: int
    source: int
    source_end: int
    exact: bool


_SOURCE_END = itemgetter(Segment._fields.index("source_end"))


@dataclass(frozen=True, slots=True)
class MappedText:
    """Clean text, the source it came from, the map between them, and the edits with their reasons.

    `segments` lie side by side, cover the clean text in its order, and none is empty in it. Where the source of one
    ends before the source of the next begins, the characters between were removed.
    """

    text: str
    source: str
    segments: tuple[Segment, ...]
    edits: tuple[Edit, ...]
    starts: tuple[int, ...]

    @classmethod
    def replay(cls, source: str, edits: Iterable[Edit]) -> MappedText:
        """Apply `edits`, told in places of `source`, in their order; a later one wins over what it covers."""
        edits = tuple(edits)
        parts, replaced = _replayed(source, edits)
        segments: list[Segment] = []
        position = clean = 0
        for start, end, length in replaced:
            if position < start:
                segments.append(Segment(clean, position, start, True))
                clean += start - position
            if length:
                segments.append(Segment(clean, start, end, False))
                clean += length
            position = end
        if position < len(source):
            segments.append(Segment(clean, position, len(source), True))
        return cls("".join(parts), source, tuple(segments), edits, tuple([s[0] for s in segments]))

    def segment(self, position: int) -> Segment | None:
        """The segment that holds the clean character at `position`."""
        index = bisect_right(self.starts, position) - 1
        return self.segments[index] if index >= 0 else None

    def source_start(self, position: int) -> int:
        """Where the clean character at `position` begins in the source."""
        segment = self.segment(position)
        if segment is None:
            return 0
        return segment.source + position - segment.clean if segment.exact else segment.source

    def source_end(self, position: int) -> int:
        """Where the clean character before `position` ends in the source."""
        segment = self.segment(position - 1) if position > 0 else None
        if segment is None:
            return 0
        return segment.source + position - segment.clean if segment.exact else segment.source_end

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the source; removed characters at its edges are left out."""
        if start >= end:
            here = self.source_start(start) if start < len(self.text) else self.source_end(start)
            return here, here
        starts = self.starts
        index = bisect_right(starts, start) - 1
        clean, source, source_end, exact = self.segments[index]
        first = source + start - clean if exact else source
        if index + 1 < len(starts) and starts[index + 1] < end:
            clean, source, source_end, exact = self.segments[bisect_right(starts, end - 1, index) - 1]
        return first, source + end - clean if exact else source_end

    def span(self, start: int, end: int) -> Span:
        """The same as `place`, as a `Span`."""
        first, last = self.place(start, end)
        return span_of({"start": first, "end": last})

    def clean_position(self, position: int) -> int:
        """Where the source character at `position`, or the first kept one after it, stands in the clean text."""
        index = bisect_right(self.segments, position, key=_SOURCE_END)
        if index == len(self.segments):
            return len(self.text)
        segment = self.segments[index]
        return segment.clean + max(0, position - segment.source) if segment.exact else segment.clean


Replaced = tuple[int, int, int]
"""A place that was replaced as a whole, and the length of what stands there now."""


def _replayed(source: str, edits: tuple[Edit, ...]) -> tuple[list[str], list[Replaced]]:
    """The clean text in parts, and the places replaced as a whole, in text order.

    An edit that touches no other is taken as it is; only those that overlap are worked out character by character.
    """
    parts: list[str] = []
    replaced: list[Replaced] = []
    starts = [edit[0] for edit in edits]
    if starts != sorted(starts):  # any of them may overlap
        _work_out(source, edits, (0, len(source)), (parts, replaced))
        return parts, replaced
    position = index = 0
    count = len(edits)
    while index < count:
        start, end, text, _ = edits[index]
        last = index + 1
        while last < count and starts[last] < end:
            end = max(end, edits[last][1])
            last += 1
        parts.append(source[position:start])
        if last > index + 1:
            _work_out(source, edits[index:last], (start, end), (parts, replaced))
        else:
            parts.append(text)
            if len(text) != end - start:
                replaced.append((start, end, len(text)))
        position, index = end, last
    parts.append(source[position:])
    return parts, replaced


def _work_out(
    source: str, edits: tuple[Edit, ...], place: tuple[int, int], found: tuple[list[str], list[Replaced]]
) -> None:
    """Apply edits that overlap within `place`: a stretch changed as a whole and places in it, or anything at all."""
    start, end = place
    below = 0
    while below < len(edits) and edits[below][:2] == place and len(edits[below][2]) == end - start:
        below += 1
    inner = edits[below:]
    if not below or any(left[1] > right[0] for left, right in pairwise(inner)):
        _work_out_each(source, edits, place, found)
        return
    ground = edits[below - 1][2]
    position = start
    for first, last, text, _ in inner:
        found[0].extend((ground[position - start : first - start], text))
        if len(text) != last - first:
            found[1].append((first, last, len(text)))
        position = last
    found[0].append(ground[position - start :])


def _work_out_each(
    source: str, edits: tuple[Edit, ...], place: tuple[int, int], found: tuple[list[str], list[Replaced]]
) -> None:
    """The same character by character, whatever overlaps what."""
    start, end = place
    cells: list[str] = list(source[start:end])
    whole: list[tuple[int, int]] = []
    for edit in edits:
        _uncover(whole, edit.start, edit.end)
        if edit.keeps_length:
            cells[edit.start - start : edit.end - start] = edit.text
        else:
            cells[edit.start - start : edit.end - start] = [edit.text, *[""] * (edit.end - edit.start - 1)]
            whole.insert(bisect_left(whole, (edit.start, edit.end)), (edit.start, edit.end))
    found[0].append("".join(cells))
    found[1].extend((first, last, len(cells[first - start])) for first, last in whole)


def _uncover(whole: list[tuple[int, int]], start: int, end: int) -> None:
    """Forget the places that lie within ``start:end``."""
    first = bisect_left(whole, (start, start))
    last = first
    while last < len(whole) and whole[last][1] <= end:
        last += 1
    del whole[first:last]
