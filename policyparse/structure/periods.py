"""The years that a plan is for, read off its title."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import filled
from policyparse.model.metadata import Period
from policyparse.structure.kinds import kind
from policyparse.structure.ordinals import ordinal

LONGEST = 60
PLAN_YEARS = 5
ELEVENTH = 11


def period(title: str, lexicon: Lexicon) -> Period | None:
    """（2024—2026年）, “十四五”, 第十四个五年规划, or the one year of a yearly plan (2024年工作要点); else ``None``."""
    shapes = _shapes(lexicon)
    for match in shapes["range"].finditer(title):
        start, end = int(match["start"]), int(match["end"])
        if 0 < end - start <= LONGEST:
            return Period(start=start, end=end)
    plan = shapes["ordinal"].search(title)
    number = ordinal(plan["number"]) if plan else None
    if number is not None:
        start = int(lexicon.letterhead["period"]["eleventh"]) + (number - ELEVENTH) * PLAN_YEARS
        return Period(start=start, end=start + PLAN_YEARS - 1)
    years = {int(match["year"]) for match in shapes["year"].finditer(title)}
    named = kind(title, lexicon)
    if len(years) == 1 and named is not None and named.family == "plan":
        return Period(start=min(years), end=max(years))
    return None


@lru_cache(maxsize=4)
def _shapes(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    table, placeholders = lexicon.letterhead["period"], lexicon.letterhead["placeholders"]
    return {name: re.compile(filled(table[name], placeholders)) for name in ("range", "ordinal", "year")}
