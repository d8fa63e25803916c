"""The heading sentence of a clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policyparse.lexicon import Lexicon

LONGEST_SENTENCE = 40
LONGEST_LINE = 64
LONGEST_BEFORE_COLON = 14
LONGEST_LONE_SENTENCE = 30
LONGEST_TAIL = 120
SENTENCE = re.compile("[。！？；;\n]")
CAPTION = re.compile("[【〔\\[]([^【】〔〕\\[\\]]{1,24})[】〕\\]]")


class Title(NamedTuple):
    """A heading sentence: its words, where they begin and end in the text (the 。 included).

    `sentence` says that a 。 ends it, so that it may be running text too; `followed` that more text stands after it.
    """

    words: str
    start: int
    end: int
    sentence: bool
    followed: bool


def heading_sentence(text: str, start: int, end: int, lexicon: Lexicon) -> Title | None:
    """The heading sentence that ``text[start:end]``, the rest of a label's line, begins with.

    It is a short sentence above more text (促进产业集聚发展。深入…), or a line that ends without a stop. ``None`` where
    the clause opens with running text: a long sentence, an item that ends in ；, a provision, a date or percentage.
    """
    stop = SENTENCE.search(text, start, min(end, start + LONGEST_LINE + 1))
    if stop is None:
        return _line_title(text, start, end, lexicon)
    words = text[start : stop.start()]
    colon = _before_colon(words)
    if colon is not None:
        return _checked(Title(colon, start, start + len(colon) + 1, True, True), lexicon)
    if stop.group() in "；;":
        return None
    rest = text[stop.end() : end].strip()
    remark = rest[:1] in ("（", "(") and rest[-1] in "）)。" and names_duty(rest[:LONGEST_TAIL], lexicon)
    return _checked(Title(words, start, stop.end(), True, bool(rest) and not remark), lexicon)


def article_caption(text: str, start: int, end: int) -> Title | None:
    """The caption of an article in brackets: 第三条【适用范围】."""
    match = CAPTION.match(text, start, end)
    return Title(match[1], start, match.end(), False, match.end() < end) if match else None


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


def _checked(title: Title, lexicon: Lexicon) -> Title | None:
    words = title.words.strip()
    longest = LONGEST_SENTENCE if title.followed else LONGEST_LONE_SENTENCE
    if not words or len(words) > longest or _never(lexicon).search(words):
        return None
    if not title.followed and any(character.isdecimal() for character in words):
        return None
    return title if words == title.words else title._replace(words=words)


def names_duty(words: str, lexicon: Lexicon) -> bool:
    """Whether a bracket says who answers for the clause: （市教育局牵头，市财政局配合）."""
    return bool(_duty(lexicon).search(words))


@lru_cache(maxsize=4)
def _never(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.numbering["titles"]["never"])


@lru_cache(maxsize=4)
def _duty(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.numbering["titles"]["duty"])
