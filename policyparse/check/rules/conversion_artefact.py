"""A word that a converter broke.

**What it looks for.** What becomes of mainland words when a site swaps words by a plain table (屏障 → 螢幕障, 确保安全 →
確保全全, 中小学 → 中國小). In texts that the normalizer converted every such word is told with what it was put back to;
in simplified texts the words that no mainland text has. And syllables in brackets that a converter left behind
characters (發(fā)展), where there are at least five.

**Why.** Such words are no words: nobody searches for them, and indicators and duties in them are lost.

**Example.** 構築生態安全螢幕障

**What to do.** Take the suggested word.

**Known false alarms.** None known for the words that are always wrong; the others are put back only where the whole
document was converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.check.words import any_of
from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "C101"
NAME = "conversion-artefact"
TITLE = "转换错词"
SEVERITY = "warning"
BAD = "构筑沿江生态安全荧幕障，拓展技术套用场景。\n"
GOOD = "构筑沿江生态安全屏障，拓展技术应用场景，中国小麦主产区保持稳定。\n"


def find(view: View) -> Iterator[Remark]:
    """One remark for each word."""
    for change in view.changes(Reason.PRONUNCIATION):
        zh, en = f"“{change.old}”是混入的注音，应删去", f"“{change.old}” is no part of the text"
        yield Remark(change.span, zh, en, suggestion="")
    for change in view.changes(Reason.CONVERSION_ARTEFACT):
        yield told(change.old, change.new, change.span)
    pattern, rows = _always(view.lexicon)
    for match in pattern.finditer(view.text):
        right, unless = rows[match[0]]
        around = view.text[max(0, match.start() - 6) : match.end() + 6]
        if not any(word and word in around for word in unless):
            yield told(match[0], right, view.span(*match.span()))


def told(old: str, new: str, span: Span) -> Remark:
    """What the rules on words say."""
    return Remark(span, f"“{old}”应为“{new}”", f"“{old}” should be “{new}”", suggestion=new)


@lru_cache(maxsize=4)
def _always(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, tuple[str, list[str]]]]:
    rows = {
        row.surface: (row.right, row.unless.split("|"))
        for row in lexicon.script_words
        if row.reason == Reason.CONVERSION_ARTEFACT and row.when == "always"
    }
    return any_of(rows), rows
