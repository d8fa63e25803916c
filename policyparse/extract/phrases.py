"""Sentences and phrases of running text, by the punctuation of GB/T 15834."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

STOP = "，；：。！？\n"
OPENING = {"）": "（", ")": "(", "】": "【", "]": "[", "〕": "〔", "”": "“", "》": "《"}
CLOSING = {opening: closing for closing, opening in OPENING.items()}
MARK = re.compile(f"[{re.escape(''.join((STOP, *OPENING, *CLOSING)))}]")
LAST_MARK = re.compile(f"(?s:.*){MARK.pattern}")
# one class opens the pattern, so that the search is fast
SENTENCE_END = re.compile(r"[。！？\n](?:(?<=\n)|[。！？]*[”’）]*)")
LAST_SENTENCE_END = re.compile(r"(?s:.*)[。！？\n](?:(?<=\n)|[”’）]*)")
REACH = 160
LONGEST = 500


def sentences_with(text: str, low: int, breaks: Iterable[int], places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[low:]`` that hold one of `places` (sorted), in text order; most hold none.

    A sentence also begins and ends at `breaks` (clauses, cells). One of more than `LONGEST` characters is no sentence
    that anyone wrote: it is cut, so that reading the figures of a sentence together costs no more than its length.
    """
    stops = sorted({place for place in breaks if place >= low})
    begin = end = stop = low
    for place in places:
        if place < end:
            continue
        begin, end = (stop, stop) if place >= stop else (begin, end)
        before = LAST_SENTENCE_END.match(text, end, place)
        index = bisect_right(stops, place)
        begin = max(before.end() if before else begin, stops[index - 1] if index else low)
        after = _sentence_end(text, place)
        stop = min(after or len(text), stops[index] if index < len(stops) else len(text))
        if place >= stop:
            return
        first = begin + (place - begin) // LONGEST * LONGEST if stop - begin > LONGEST else begin
        end = min(stop, first + LONGEST)
        yield first, end


def _sentence_end(text: str, place: int) -> int | None:
    """Where the sentence at `place` ends, if within `LONGEST` characters."""
    limit = place + LONGEST
    found = SENTENCE_END.search(text, place, limit)
    if found is not None and found.end() == limit:
        found = SENTENCE_END.match(text, found.start())
    return found.end() if found is not None else None


def phrase_start(text: str, low: int, position: int) -> int:
    """Where the phrase begins that `position` stands in; brackets and quotes that close before it are passed over."""
    first = max(low, position - REACH)
    mark = LAST_MARK.match(text, first, position)
    if mark is None:
        return first
    end = mark.end()
    return end if text[end - 1] not in OPENING else position - _length(text[first:position][::-1], OPENING)


def phrase_end(text: str, position: int, high: int) -> int:
    """Where the phrase ends that goes on at `position`; brackets and quotes that open after it are passed over."""
    last = min(high, position + REACH)
    mark = MARK.search(text, position, last)
    if mark is None:
        return last
    start = mark.start()
    return start if text[start] not in CLOSING else position + _length(text[position:last], CLOSING)


def _length(words: str, partners: dict[str, str]) -> int:
    """How far a phrase goes on in `words`; what stands between a mark of `partners` and its partner is passed over."""
    waiting: list[str] = []
    for mark in MARK.finditer(words):
        character = mark[0]
        if character in partners:
            waiting.append(partners[character])
        elif not waiting:
            return mark.start()
        elif character == waiting[-1]:
            waiting.pop()
    return len(words)
