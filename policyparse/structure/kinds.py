"""What kind of document a title names by its last word."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import DocumentKind

BRACKETS = {"）": "（(", ")": "（(", "〕": "〔", "]": "["}
MOST_BRACKETS = 3


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, DocumentKind]]:
    rows = {row.surface: row for row in lexicon.document_kinds}
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})$"), rows


def kind(title: str, lexicon: Lexicon) -> DocumentKind | None:
    """The kind that ends `title`: 通知 for 关于…的通知, 方案 for …行动方案（2024—2026年）. The title has no blanks."""
    pattern, rows = _kinds(lexicon)
    match = pattern.search(bare(title)[-12:])
    return rows[match.group()] if match else None


def bare(title: str) -> str:
    """A title without blanks, its subtitle, closing quotation marks and the brackets at its end."""
    main = "".join(title.partition("——")[0].split())
    for _ in range(MOST_BRACKETS):
        opened = max((main.rfind(mark) for mark in BRACKETS.get(main[-1:], "")), default=-1)
        if opened <= 0:
            break
        main = main[:opened]
    return main.rstrip('》〉”"')
