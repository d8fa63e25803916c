"""Links that encyclopaedias set beside their headings, which come along when a page is copied: [编辑], 播报编辑.

One in brackets is always a link. Without brackets it may be a word of the text, so it has to stand twice: alone in its
line, or before the label of a heading (编辑（一）指导思想).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_LABEL = r"[ \t]?(?=[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十百]{1,5}[编章节条])"
_FEWEST = 2


def links(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each link."""
    words, pattern = _pattern(lexicon)
    if not any(word in text.text for word in words):
        return
    found = list(pattern.finditer(text.text))
    bare = sum(match["bracketed"] is None for match in found)
    for match in found:
        if match["bracketed"] is not None or bare >= _FEWEST:
            yield Edit(match.start(), match.end(), "", Reason.FURNITURE)


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> tuple[tuple[str, ...], re.Pattern[str]]:
    words = tuple(row.surface for row in lexicon.furniture if row.where == "link")
    any_word = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
    return words, re.compile(
        rf"(?m:(?P<bracketed>[\[［【](?:{any_word})(?:[ |·][^\]］】\n]{{0,12}})?[\]］】])"
        rf"|^(?:{any_word})+{_LABEL}|^[ \t]?(?:{any_word})+[ \t]?\n)"
    )
