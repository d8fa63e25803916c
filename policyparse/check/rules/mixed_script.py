"""Traditional characters in a simplified text.

**What it looks for.** Single traditional characters that stand in paragraphs of simplified ones, and whole traditional
paragraphs in a document that is simplified for the rest. A document that is traditional throughout is fine.

**Why.** Usually a character was read or typed wrongly; a search for the name does not find it then.

**Example.** 龙堅镇

**What to do.** Take the suggested character.

**Known false alarms.** Names whose bearers write them in traditional characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "C103"
NAME = "mixed-script"
TITLE = "繁简混用"
SEVERITY = "warning"
BAD = "一、完善设施。支持各縣新建改建学校二十所，改善农村办学条件，促进教育公平。\n"
GOOD = "一、完善设施。支持各县新建改建学校二十所，改善农村办学条件，促进教育公平。\n"
PARAGRAPH = 12
"""From so many characters in one paragraph on it is told as a whole."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run of characters, or for the paragraph where it holds many."""
    if view.metadata.script == "hant":
        return
    for _, found in groupby(view.changes(Reason.SCRIPT), key=lambda change: view.paragraph_of(change.start)):
        group = [change for change in found if not change.old.isascii() and change.old.isalpha()]
        if len(group) >= PARAGRAPH:
            span = Span(start=group[0].start, end=group[-1].end)
            yield Remark(span, "整段为繁体字", "the paragraph is in traditional characters")
            continue
        for change in group:
            span = change.span
            yield Remark(
                span, f"简体文本中夹有繁体“{change.old}”", f"“{change.old}” is traditional in a simplified text",
                suggestion=change.new,
            )  # fmt: skip
