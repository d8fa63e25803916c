"""The heading sentence of a clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body

LONGEST_SENTENCE = 40
LONGEST_LINE = 64
LONGEST_BEFORE_COLON = 14
LONGEST_LONE_SENTENCE = 30
LONGEST_TAIL = 120
SENTENCE = re.compile("[。！？；;\n]")
CAPTION = re.compile("[【〔\\[（(]([^【】〔〕\\[\\]（）()]{1,24})[】〕\\]）)]")
NO_CAPTION = re.compile("[0-9一二三四五六七八九十]{1,4}$|.{0,8}(?:删除|废止|略)$")
LIST_MARKS = re.compile("[、，,；;。]")
GAPS = " \u3000\u00a0"
SENTENCE_OR_GAP = re.compile("[。！？；;\n \u3000\u00a0]")
SHORTEST_AFTER_GAP = 12


class Title(NamedTuple):
    """A heading sentence: its words, where they begin and end in the text (the 。 included).

    `sentence` says that a 。 ends it, so that it may be running text too; `followed` that more text stands after it.
    """

    words: str
    start: int
    end: int
    sentence: bool
    followed: bool


def heading_sentence(text: str, start: int, end: int, lexicon: Lexicon, *, more: bool = False) -> Title | None:
    """The heading sentence that ``text[start:end]``, the rest of a label's line, begins with.

    It is a short sentence above more text (促进产业集聚发展。深入…), words that a blank sets apart from it, or a line that
    ends without a stop. ``None`` where the clause opens with running text: a long sentence, an item that ends in ；, a
    provision, a date or percentage. `more`: the clause goes on behind `end`.
    """
    if _names_bodies(text[start : start + LONGEST_BEFORE_COLON], lexicon):
        return None
    last = min(end, start + LONGEST_LINE + 1)
    stop = SENTENCE_OR_GAP.search(text, start, last)
    if stop is not None and stop.group() in GAPS:
        apart = _before_gap(text, start, stop.start(), end)
        if apart is not None:
            return _checked(apart, lexicon)
        stop = SENTENCE.search(text, stop.start(), last)
    if stop is None:
        return _line_title(text, start, end, lexicon)
    words = text[start : stop.start()]
    colon = _before_colon(words)
    if colon is not None:
        return _checked(Title(colon, start, start + len(colon) + 1, True, True), lexicon)
    if stop.group() in "；;":
        return None
    rest = text[stop.end() : end].strip()
    followed = more or (bool(rest) and not is_remark(rest, lexicon))
    return _checked(Title(words, start, stop.end(), True, followed), lexicon)


def article_caption(text: str, start: int, end: int) -> Title | None:
    """The caption of an article in brackets: 第三条【适用范围】, 第三条（适用范围）."""
    match = CAPTION.match(text, start, end)
    if match is None or NO_CAPTION.match(match[1]):
        return None
    return Title(match[1], start, match.end(), False, match.end() < end)


def _before_gap(text: str, start: int, gap: int, end: int) -> Title | None:
    """The words before the blank at `gap`, where running text follows and no mark stands before: 加强领导　各级各部门要…。"""
    words = text[start:gap]
    if not 2 <= len(words) <= LONGEST_SENTENCE or text[end - 1] not in "。；;）)":
        return None
    if not all("\u3400" <= character <= "\u9fff" or character in "“”、" for character in words):
        return None
    while gap < end and text[gap] in GAPS:
        gap += 1
    return Title(words, start, gap, True, True) if end - gap >= SHORTEST_AFTER_GAP else None


def _line_title(text: str, start: int, end: int, lexicon: Lexicon) -> Title | None:
    """The title where no sentence ends: all of a short line without the bracket that says who answers for it."""
    words = text[start:end] if end - start <= LONGEST_LINE + LONGEST_TAIL else ""
    colon = _before_colon(words[:LONGEST_LINE])
    if colon is not None:
        return _checked(Title(colon, start, start + len(colon) + 1, True, len(colon) + 1 < len(words)), lexicon)
    opened = max(words.rfind("（"), words.rfind("("))
    if opened > 0 and words[-1] in "）)" and names_duty(words[opened:], lexicon):
        words = words[:opened].rstrip()
    if not words or len(words) > LONGEST_LINE or words[-1] in "，、,：:":
        return None
    return Title(words, start, start + len(words), False, False)


def _before_colon(words: str) -> str | None:
    place = max(words.find("："), words.find(":"))
    if not 0 < place <= LONGEST_BEFORE_COLON or "，" in words[:place] or "、" in words[:place]:
        return None
    return words[:place]


def _names_bodies(words: str, lexicon: Lexicon) -> bool:
    """Whether a clause is but a list of bodies under its label: 一、责任单位：…."""
    if "：" not in words and ":" not in words:
        return False
    return words.replace(":", "：").partition("：")[0] in _duty_labels(lexicon)


def _checked(title: Title, lexicon: Lexicon) -> Title | None:
    words = title.words.strip()
    longest = LONGEST_SENTENCE if title.followed else LONGEST_LONE_SENTENCE
    if not words or len(words) > longest or _never(lexicon).search(words):
        return None
    return title if words == title.words else title._replace(words=words)


def is_remark(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind a sentence only say who answers for it: （市教育局牵头）, 责任单位：市教育局."""
    if words[:1] in ("（", "(", "【", "〔", "["):
        return words[-1] in "）)】〕]。" and names_duty(words[:LONGEST_TAIL], lexicon)
    return _names_bodies(words[:LONGEST_BEFORE_COLON], lexicon)


def names_duty(words: str, lexicon: Lexicon) -> bool:
    """Whether a bracket says who answers for the clause: （市教育局牵头，市财政局配合）, （市教育局、市财政局）."""
    if _duty(lexicon).search(words):
        return True
    return all(is_body(name, lexicon) for name in LIST_MARKS.split(words.strip("（）()【】〔〕[]。 ")))


@lru_cache(maxsize=4)
def _duty_labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row.surface for row in lexicon.duties if row.side == "before" and row.role != "deadline")


@lru_cache(maxsize=4)
def _never(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.numbering["titles"]["never"])


@lru_cache(maxsize=4)
def _duty(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.numbering["titles"]["duty"])
