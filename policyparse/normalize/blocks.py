"""What the format of a file has already told: page furniture goes, lines of one paragraph of a page are joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from policyparse.model.reason import Reason
from policyparse.model.source import Block, Source
from policyparse.model.text import Edit, MappedText

_LINE = re.compile("[^\n]*\n?")
_SET = frozenset(("paragraph", "heading", "continuation"))


def is_set_in_lines(source: Source) -> bool:
    """Whether the blocks tell which lines of the source's pages belong together."""
    return any(block.page is not None and block.kind in _SET for block in source.blocks)


def blocks(source: Source) -> list[Edit]:
    """Edits on the source's text, in its order."""
    joins = list(_joins(source)) if is_set_in_lines(source) else []
    removals = [edit for block in source.blocks if block.kind == "furniture" for edit in _removals(source.text, block)]
    return _apart(joins, removals)


def table_places(source: Source) -> list[tuple[int, int]]:
    """Where tables of cells stand in the source, in text order."""
    return [(block.span.start, block.span.end) for block in source.blocks if block.kind == "table"]


def outside(edits: Iterable[Edit], places: list[tuple[int, int]], text: MappedText) -> Iterator[Edit]:
    """Those of the edits, told in places of `text`, that touch none of these `places` of the source."""
    for edit in edits:
        start, end = text.place(edit.start, edit.end)
        index = bisect_left(places, (end, 0)) - 1
        if index < 0 or start >= places[index][1]:
            yield edit


def _joins(source: Source) -> Iterator[Edit]:
    """Line breaks within paragraphs, and what lies between a paragraph and its continuation."""
    text = source.text
    end = 0
    for block in source.blocks:
        if block.page is None or block.kind not in _SET:
            continue
        start = block.span.start
        if block.kind == "continuation" and 0 < end <= start:
            yield Edit(end, start, _joint(text, end, start), Reason.PAGE_BREAK)
        end = block.span.end
        at = text.find("\n", start, end)
        while at >= 0:
            yield Edit(at, at + 1, _joint(text, at, at + 1), Reason.HARD_WRAP)
            at = text.find("\n", at + 1, end)


def _joint(text: str, end: int, start: int) -> str:
    """A blank between Latin words or numbers, nothing in Chinese."""
    before, after = text[end - 1 : end], text[start : start + 1]
    return " " if _is_word(before) and _is_word(after) and not (before.isdecimal() and after.isdecimal()) else ""


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _removals(text: str, block: Block) -> Iterator[Edit]:
    """Whole lines, each an edit of its own."""
    reason = Reason.FURNITURE if block.page is None else Reason.PAGE_BREAK
    at = block.span.start
    while at < block.span.end:
        match = _LINE.match(text, at)
        end = at + 1 if match is None else max(at + 1, match.end())
        yield Edit(at, end, "", reason)
        at = end


def _apart(joins: list[Edit], removals: list[Edit]) -> list[Edit]:
    """All edits in order; what a join over a page's end takes away is no removal of its own."""
    out: list[Edit] = []
    for edit in sorted([*joins, *removals], key=lambda edit: (edit.start, -edit.end)):
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out
