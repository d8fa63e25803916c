"""Sentences and phrases of running text, by the punctuation of GB/T 15834."""

from __future__ import annotations

import re
from collections.abc import Iterator

STOP = "，；：。！？\n"
OPENING = {"）": "（", ")": "(", "】": "【", "]": "[", "〕": "〔", "”": "“", "》": "《"}
CLOSING = {opening: closing for closing, opening in OPENING.items()}
SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）]*|\n|$)")
REACH = 160


def sentences(text: str, start: int, end: int, breaks: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``, broken also at the places of `breaks` (sorted; starts of clauses)."""
    index = 0
    for match in SENTENCE.finditer(text, start, end):
        first, last = match.span()
        while index < len(breaks) and breaks[index] <= first:
            index += 1
        while index < len(breaks) and breaks[index] < last:
            yield first, breaks[index]
            first = breaks[index]
            index += 1
        yield first, last


def phrase_start(text: str, low: int, position: int) -> int:
    """Where the phrase begins that `position` stands in; brackets and quotes that close before it are passed over."""
    waiting: list[str] = []
    for index in range(position - 1, max(low, position - REACH) - 1, -1):
        character = text[index]
        if character in OPENING:
            waiting.append(OPENING[character])
        elif waiting:
            if character == waiting[-1]:
                waiting.pop()
        elif character in STOP or character in CLOSING:
            return index + 1
    return max(low, position - REACH)


def phrase_end(text: str, position: int, high: int) -> int:
    """Where the phrase ends that goes on at `position`; brackets and quotes that open after it are passed over."""
    waiting: list[str] = []
    for index in range(position, min(high, position + REACH)):
        character = text[index]
        if character in CLOSING:
            waiting.append(CLOSING[character])
        elif waiting:
            if character == waiting[-1]:
                waiting.pop()
        elif character in STOP or character in OPENING:
            return index
    return min(high, position + REACH)
