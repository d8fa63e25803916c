"""Pairs of brackets in clean text, whatever is missing or mixed up among them."""

from __future__ import annotations

from collections.abc import Iterator

_FAMILY = {
    "（": 0, "）": 0, "(": 0, ")": 0, "〔": 1, "〕": 1, "[": 1, "]": 1, "［": 1, "］": 1, "【": 2, "】": 2,
}  # fmt: skip
_OPENING = frozenset("（(〔[［【")
_DEEPEST = 3


def every(word: str, text: str) -> Iterator[int]:
    """Where `word` stands in `text`, in order."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The places of opening and closing brackets that belong together within one line, outer ones first.

    A bracket that is never closed is told with the end of its line, if it is the last such of the line. Pairs deeper
    than three within others are left out. Half- and full-width forms pair with each other.
    """
    line: list[int] = []
    line_end = -1
    for mark in sorted([place for sign in _FAMILY for place in every(sign, text)]):
        if mark > line_end:
            yield from _pairs_of_line(text, line, line_end)
            line = []
            line_end = text.find("\n", mark)
            line_end = len(text) if line_end < 0 else line_end
        line.append(mark)
    yield from _pairs_of_line(text, line, line_end)


def _pairs_of_line(text: str, marks: list[int], line_end: int) -> list[tuple[int, int]]:
    stack: list[int] = []
    waiting = [0, 0, 0]
    pairs: list[tuple[int, int]] = []
    for mark in marks:
        family = _FAMILY[text[mark]]
        if text[mark] in _OPENING:
            stack.append(mark)
            waiting[family] += 1
        elif waiting[family]:
            opening = _popped(text, stack, waiting, family)
            if len(stack) <= _DEEPEST:
                pairs.append((opening, mark))
    if stack:
        pairs.append((stack[-1], line_end))
    return sorted(pairs)


def _popped(text: str, stack: list[int], waiting: list[int], family: int) -> int:
    """Take the last opening bracket of the family from the stack, and those of others above it."""
    while True:
        opening = stack.pop()
        waiting[_FAMILY[text[opening]]] -= 1
        if _FAMILY[text[opening]] == family:
            return opening
