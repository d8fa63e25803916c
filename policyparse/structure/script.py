"""Which script a source is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import opencc
from policyparse.model.metadata import Script

MIXED = 0.1
WINDOWS, WINDOW = 48, 48


def script(source: str) -> Script:
    """hans or hant; mixed where a tenth and more of the characters that belong to one script are of the other.

    Only characters that exist in one of the scripts count. A long text is looked at through windows, evenly spread.
    """
    if len(source) > WINDOWS * WINDOW:
        source = "".join(source[start : start + WINDOW] for start in range(0, len(source), len(source) // WINDOWS))
    simplified, traditional = (len(pattern.findall(source)) for pattern in _patterns())
    if not simplified + traditional:
        return "hans"
    share = traditional / (simplified + traditional)
    if MIXED <= share <= 1 - MIXED:
        return "mixed"
    return "hans" if share < MIXED else "hant"


def simplified(words: str) -> str:
    """`words` in simplified characters where they hold one that only traditional text has; for names and fields."""
    if not _patterns()[1].search(words):
        return words
    characters = opencc.stages("t2s")[0].characters
    return "".join(characters.get(character, character) for character in words)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"[{opencc.simplified_only()}]"), re.compile(f"[{opencc.traditional_only()}]")
