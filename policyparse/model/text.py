"""Clean text that knows where each of its characters comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.model.record import Record
from policyparse.model.span import Span


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
        cells: list[str] = list(source)
        whole: list[tuple[int, int]] = []
        for edit in edits:
            _uncover(whole, edit.start, edit.end)
            if edit.keeps_length:
                cells[edit.start : edit.end] = edit.text
            else:
                cells[edit.start : edit.end] = [edit.text, *[""] * (edit.end - edit.start - 1)]
                whole.insert(bisect_left(whole, (edit.start, edit.end)), (edit.start, edit.end))
        segments = tuple(_segments(cells, whole))
        return cls("".join(cells), source, segments, edits, tuple(s.clean for s in segments))

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
        if start < end:
            return self.source_start(start), self.source_end(end)
        here = self.source_start(start) if start < len(self.text) else self.source_end(start)
        return here, here

    def span(self, start: int, end: int) -> Span:
        """The same as `place`, as a `Span`."""
        first, last = self.place(start, end)
        return Span(start=first, end=last)

    def clean_position(self, position: int) -> int:
        """Where the source character at `position`, or the first kept one after it, stands in the clean text."""
        index = bisect_right(self.segments, position, key=lambda segment: segment.source_end)
        if index == len(self.segments):
            return len(self.text)
        segment = self.segments[index]
        return segment.clean + max(0, position - segment.source) if segment.exact else segment.clean


def _uncover(whole: list[tuple[int, int]], start: int, end: int) -> None:
    """Forget the places that lie within ``start:end``."""
    first = bisect_left(whole, (start, start))
    last = first
    while last < len(whole) and whole[last][1] <= end:
        last += 1
    del whole[first:last]


def _segments(cells: list[str], whole: list[tuple[int, int]]) -> Iterable[Segment]:
    position = clean = 0
    for start, end in whole:
        if position < start:
            yield Segment(clean, position, start, True)
            clean += start - position
        if cells[start]:
            yield Segment(clean, start, end, False)
            clean += len(cells[start])
        position = end
    if position < len(cells):
        yield Segment(clean, position, len(cells), True)
