"""The normal form of an indicator, in which the plans of a province, a city and a county meet."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon

MARKS = re.compile(r"[“”‘’\"'（）()《》〈〉、，,\s·]")
SCOPE = re.compile(
    r"^(?:全国|全省|全市|全县|全区|全镇|全域|我国|我省|我市|我县|我区|本市|本县|本区|[省市县区]域(?=[一-鿿]{4}))"
)
LEADING = re.compile(
    r"^(?:累计|新增|净增|新建|建成|建设|打造|培育|实现|完成|力争|确保|每年|年均|年(?=[一-鿿]{3})|实施|开工|规划|总|集聚|引进|发展)+(?=[一-鿿]{3})"
)
SCOPE_FIRSTS, LEADING_FIRSTS = frozenset("全我本省市县区"), frozenset("累新净建打培实完力确每年开规总集引发")
"""Most names begin with none of these."""
LEVEL = re.compile(r"(?:国家|省|市|县|区|镇|乡|村)(?:级|属)(?:以上|及以上)?")
TRAILING = re.compile(r"(?:的)?(?:数量|总数|总量|个数|户数|总数量|达标)$")
TRAILING_ENDS = ("量", "数", "达标")


@lru_cache(maxsize=4)
def _synonyms(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    keys = {row.surface: row.key for row in lexicon.indicators}
    if not keys:
        return None, keys
    return re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True)))), keys


def indicator_key(name: str | None, lexicon: Lexicon) -> str | None:
    """The normal form of an indicator's name: without marks, scope, level and verbs, synonyms unified.

    全市常住人口城镇化率 and 常住人口城镇化率 give the same key. None for None.
    """
    if not name:
        return None
    key = name if name.isalnum() else MARKS.sub("", name)
    for pattern, firsts in ((SCOPE, SCOPE_FIRSTS), (LEADING, LEADING_FIRSTS)):
        start = pattern.match(key) if key[:1] in firsts else None
        key = key[start.end() :] if start and len(key) - start.end() >= 2 else key
    # what most names do not hold is not looked for
    shorter = LEVEL.sub("", key) if "级" in key or "属" in key else key
    key = shorter if len(shorter) >= 2 else key
    shorter = TRAILING.sub("", key) if key.endswith(TRAILING_ENDS) else key
    key = shorter if len(shorter) >= 2 else key
    synonyms, keys = _synonyms(lexicon)
    return key if synonyms is None else synonyms.sub(lambda match: keys[match[0]], key)
