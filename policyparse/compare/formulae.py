"""Set phrases that stand in documents of all kinds: they tell neither who copied nor what corresponds."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon

ANY_LEVEL = str.maketrans("省市县区", "级级级级")
"""For finding counterparts the levels are one: 全市 and 全县 are the same words."""


@lru_cache(maxsize=4)
def set_phrases(lexicon: Lexicon) -> re.Pattern[str]:
    """What finds them in text whose levels were made one by `ANY_LEVEL`."""
    words = sorted({row.surface.translate(ANY_LEVEL) for row in lexicon.formulae}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
