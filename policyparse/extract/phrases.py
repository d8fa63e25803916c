"""Sentences and phrases of running text, by the punctuation of GB/T 15834."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import sub

STOP = "，；：。！？\n"
OPENING = {"）": "（", ")": "(", "】": "【", "]": "[", "〕": "〔", "”": "“", "》": "《"}
CLOSING = {opening: closing for closing, opening in OPENING.items()}
MARK = re.compile(f"[{re.escape(''.join((STOP, *OPENING, *CLOSING)))}]")
# one class opens the pattern, so that the search is fast
SENTENCE_END = re.compile(r"[。！？\n](?:(?<=\n)|[。！？]*[”’）]*)")
REACH = 160
LONGEST = 500


def sentence_borders(text: str, start: int, breaks: Iterable[int]) -> list[int]:
    """The places at which sentences of ``text[start:]`` end and begin, sorted; `breaks` are further ones (clauses).

    A sentence of more than `LONGEST` characters is no sentence that anyone wrote: it is cut, so that reading the
    figures of a sentence together costs no more than its length.
    """
    ends = map(re.Match.end, SENTENCE_END.finditer(text, start))
    borders = sorted({start, len(text), *ends, *(place for place in breaks if place >= start)})
    if max(map(sub, borders[1:], borders), default=0) <= LONGEST:
        return borders
    cuts = [
        cut
        for first, last in pairwise(borders)
        if last - first > LONGEST
        for cut in range(first + LONGEST, last, LONGEST)
    ]
    return sorted([*borders, *cuts])


def sentences_with(borders: list[int], places: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences between `borders` that hold one of `places` (sorted), in text order."""
    last = -1
    for place in places:
        index = bisect_right(borders, place)
        if index != last and 0 < index < len(borders):
            yield borders[index - 1], borders[index]
        last = index


def phrase_start(text: str, low: int, position: int) -> int:
    """Where the phrase begins that `position` stands in; brackets and quotes that close before it are passed over."""
    before = text[max(low, position - REACH) : position]
    return max(low, position - _length(before[::-1], OPENING))


def phrase_end(text: str, position: int, high: int) -> int:
    """Where the phrase ends that goes on at `position`; brackets and quotes that open after it are passed over."""
    return min(high, position + _length(text[position : min(high, position + REACH)], CLOSING))


def _length(words: str, partners: dict[str, str]) -> int:
    """How far a phrase goes on in `words`; what stands between a mark of `partners` and its partner is passed over."""
    first = MARK.search(words)
    if first is None:
        return len(words)
    if first[0] not in partners:
        return first.start()
    waiting: list[str] = []
    for mark in MARK.finditer(words, first.start()):
        character = mark[0]
        if character in partners:
            waiting.append(partners[character])
        elif not waiting:
            return mark.start()
        elif character == waiting[-1]:
            waiting.pop()
    return len(words)
