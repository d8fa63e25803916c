"""The shapes of letterhead.toml, compiled: what a document number, a date or a sign-off looks like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from policyparse.lexicon import Lexicon

TO_HALF = str.maketrans("０１２３４５６７８９", "0123456789")


@lru_cache(maxsize=256)
def shape(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    """The shape called `name`. One of kind "whole" or "end" is anchored at the end, so that `match` and `search` do."""
    row: dict[str, Any] = lexicon.letterhead["shape"][name]
    pattern = f"(?:{filled(row['pattern'], lexicon.letterhead['placeholders'])})"
    return re.compile(pattern + "$" if row["kind"] in ("whole", "end") else pattern)


def filled(pattern: str, placeholders: dict[str, str]) -> str:
    """A pattern of the lexicon with its <placeholders> filled in; none of them captures."""
    for name, part in placeholders.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{part})")
    return pattern


def document_number(lexicon: Lexicon, words: str) -> str | None:
    """The 发文字号 or standard number that `words` begin with, brackets as 〔〕 (GB/T 9704-2012, 7.2.5).

    One that lost a single bracket is mended, since its year and 号 still bound it: 云发改〔202317号 is
    云发改〔2023〕17号.
    ``None`` where no number begins there, or where what is left of one can be read in two ways.
    """
    plain = words.strip().translate(TO_HALF)
    number = shape(lexicon, "document_number")
    if whole := number.match(plain) or number.match("".join(plain.split())):  # 云 政 发 〔2024〕 3 号
        agency = "".join(whole["agency"].split()).strip("（(")
        return f"{agency}〔{whole['year']}〕{int(whole['number'])}号"
    if standard := shape(lexicon, "standard_number").match(plain):
        return standard.group()
    for name in ("order_number", "taiwan_number"):
        if order := shape(lexicon, name).match(plain):
            return "".join(order.group().split())
    damaged = shape(lexicon, "damaged_number").match(plain)
    if damaged and damaged["end"] and (damaged["open"] or damaged["close"]):
        return f"{damaged['agency']}〔{damaged['year']}〕{damaged['number']}号"
    return None
