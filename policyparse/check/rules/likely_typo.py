"""A word that is surely mistyped or misread.

**What it looks for.** The words of the table `typos.tsv`: common slips of the pen (一如继往, 布署) and of page
recognition (未 read as 末, 理 as 埋), each only in surroundings where it can be nothing else.

**Why.** A misspelt indicator or body is not found.

**Example.** 加强项目管埋

**What to do.** Take the suggested word.

**Known false alarms.** None known; a row that raises one is to be narrowed or deleted. Rows of an office's own can be
added with a lexicon folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.check.words import any_of
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import Typo

CODE = "C105"
NAME = "likely-typo"
TITLE = "疑似错字"
SEVERITY = "warning"
BAD = "各部门要一如继往加强项目管埋，及时研究布署下一阶段工作。\n"
GOOD = "各部门要一如既往加强项目管理，及时研究部署下一阶段工作，天然气管埋设深度符合标准。\n"
AROUND = 6
"""How far around a word the longer words reach that excuse it."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each word."""
    pattern, rows = _typos(view.lexicon)
    for match in pattern.finditer(view.text):
        row = rows[match[0]]
        around = view.text[max(0, match.start() - AROUND) : match.end() + AROUND]
        if not any(word in around for word in row.unless.split("|") if word):
            yield view.remark(
                match.span(), f"“{row.surface}”疑为“{row.right}”之误", f"“{row.surface}” is probably “{row.right}”",
                suggestion=row.right,
            )  # fmt: skip


@lru_cache(maxsize=4)
def _typos(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Typo]]:
    rows = {row.surface: row for row in lexicon.typos}
    return any_of(rows), rows
