"""Which script a source is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.metadata import Script

MIXED = 0.1
WINDOWS, WINDOW = 48, 48


def script(source: str, lexicon: Lexicon) -> Script:
    """hans or hant; mixed where a tenth and more of the characters that belong to one script are of the other.

    Only characters that exist in one of the scripts count, and of them the most frequent ones of official texts. A long
    text is looked at through windows, evenly spread.
    """
    if len(source) > WINDOWS * WINDOW:
        source = "".join(source[start : start + WINDOW] for start in range(0, len(source), len(source) // WINDOWS))
    simplified, traditional = (len(pattern.findall(source)) for pattern in _patterns(lexicon))
    if not simplified + traditional:
        return "hans"
    share = traditional / (simplified + traditional)
    if MIXED <= share <= 1 - MIXED:
        return "mixed"
    return "hans" if share < MIXED else "hant"


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.letterhead["script"]
    return re.compile(f"[{table['simplified']}]"), re.compile(f"[{table['traditional']}]")
