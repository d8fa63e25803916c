"""Brackets and quotation marks without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policyparse.check.paragraphs import CLOSING, TERMINAL, Paragraph

BRACKETS = {"（": "）", "〔": "〕", "《": "》", "【": "】", "〈": "〉", "［": "］", "(": ")", "[": "]"}
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSING = BRACKETS | QUOTES
_MARKS = {
    marks_of: re.compile(f"[{re.escape(''.join((*pairs, *pairs.values())))}]")
    for marks_of, pairs in (("brackets", BRACKETS), ("quotes", QUOTES))
}
_COUNTER = re.compile(
    r"(?:^|[\s，。；：、！？“（])(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$"
)
"""What stands before a bracket that closes a number without having been opened: 1） 一） a)."""
DOCUMENT_NUMBER = re.compile("〔[0-9]{5,8}号")
"""〔202369号 is a damaged document number, and told by the rule on them."""
APOSTROPHE = re.compile("[A-Za-z0-9]’")
MOST = 20
"""So many open marks are looked back over; no text nests deeper."""
TOGETHER = 5
"""A quotation may go on over so many paragraphs."""


def lone_marks(paragraphs: Sequence[Paragraph], of: str) -> Iterator[tuple[int, str]]:
    """Places in the clean text of marks without their other half, with what is missing.

    `of` is brackets or quotes. What one paragraph opens and one of the next few closes belongs together.
    """
    pairs = BRACKETS if of == "brackets" else QUOTES
    if all(map(_are_matched, {"".join(_MARKS[of].findall(paragraph.words)) for paragraph in paragraphs})):
        return
    waiting: list[tuple[int, str, Paragraph]] = []
    for paragraph in paragraphs:
        late = [w for w in waiting if paragraph.index - w[2].index > TOGETHER]
        yield from ((place, pairs[mark]) for place, mark, _ in late)
        waiting = waiting[len(late) :]
        for place, mark in _lone(paragraph, pairs, _MARKS[of]):
            opened = () if mark in pairs else waiting[:-MOST:-1]
            last = _is_last(paragraph, place)
            closed = next((w for w in opened if pairs[w[1]] == mark and (last or _goes_on(w[2], paragraph))), None)
            if closed is not None:
                waiting.remove(closed)
            elif mark in pairs:
                waiting.append((place, mark, paragraph))
            else:
                yield place, next(opening for opening, closing in pairs.items() if closing == mark)
    for place, mark, _ in waiting:
        yield place, pairs[mark]


def _are_matched(marks: str) -> bool:
    """Whether each of the marks of a paragraph, in their order, has its other half."""
    awaited: list[str] = []
    for mark in marks:
        if mark in _CLOSING:
            awaited.append(_CLOSING[mark])
        elif not awaited or awaited.pop() != mark:
            return False
    return not awaited


def _goes_on(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether what `paragraph` leaves open may end inside `after`: it is the next one, or a sentence is open as well."""
    return after.index == paragraph.index + 1 or not paragraph.ends


def _is_last(paragraph: Paragraph, place: int) -> bool:
    """Whether nothing but marks follows in the paragraph: what one far before opened is closed at the end of one."""
    return not paragraph.words[place - paragraph.start + 1 :].strip(TERMINAL + CLOSING + "，、")


def _lone(paragraph: Paragraph, pairs: dict[str, str], marks: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The marks of one paragraph that have no other half in it."""
    found = list(marks.finditer(paragraph.words))
    if not found:
        return
    opened: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for match in found:
        place, mark = match.start(), match[0]
        if mark in pairs:
            opened.append((place, mark))
        elif opened and pairs[opened[-1][1]] == mark:
            opened.pop()
        elif any(pairs[opening] == mark for _, opening in opened[-MOST:]):
            while pairs[opened[-1][1]] != mark:
                lone.append(opened.pop())
            opened.pop()
        elif not _counts(paragraph.words, place, mark):
            yield paragraph.start + place, mark
    for place, mark in (*lone, *opened):
        if mark != "〔" or not DOCUMENT_NUMBER.match(paragraph.words, place):
            yield paragraph.start + place, mark


def _counts(words: str, place: int, mark: str) -> bool:
    """Whether a closing mark needs no opening one: it ends a number (1）), or is an apostrophe."""
    if mark in "）)":
        return _COUNTER.search(words, max(0, place - 6), place) is not None
    return mark == "’" and APOSTROPHE.match(words, place - 1) is not None if place else False
