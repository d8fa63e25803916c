"""Blanks and line breaks within words, numbers and sentences.

**What it looks for.** Blanks between Chinese characters, within numbers (2. 1), before units and brackets, and control
or invisible characters. Lines that are broken at a fixed width are told once for the document. Indents and the blanks
around a title are layout and not told.

**Why.** 2. 1平方米 is not found as 2.1平方米.

**Example.** 覆盖率达到90 %

**What to do.** Nothing where the clean text is used.

**Known false alarms.** Blanks that separate names in a list without commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.changes import MANY, Change, by_paragraph
from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "C106"
NAME = "stray-whitespace"
TITLE = "多余空白"
SEVERITY = "info"
BAD = "一、完善设施。到2027年，农村  学校改造完成，人均活动面积达到2. 1平方米，入园率达到90 %。\n"
GOOD = "一、完善设施。到2027年，农村学校改造完成，人均活动面积达到2.1平方米，入园率达到90%。\n"


IN_NUMBER = re.compile("[0-9]\\. [0-9]{1,4}(?=[\u4e00-\u9fff%])")


def find(view: View) -> Iterator[Remark]:
    """One remark for each paragraph; one for the document on broken lines."""
    inside = (change for change in view.changes(Reason.BLANK) if _inside(view, change))
    groups = by_paragraph(inside, view.paragraph_of)
    for group in groups[:1] if len(groups) >= MANY else groups:
        count = sum(map(len, groups)) if len(groups) >= MANY else len(group)
        span = Span(start=group[0].start, end=group[-1].end)
        yield Remark(span, f"词句中多余空白 {count} 处", f"stray blanks: {count}")
    for match in IN_NUMBER.finditer(view.text) if ". " in view.text else ():
        if view.paragraph_at(match.start()).start < match.start() - 1:
            right = match[0].replace(" ", "")
            yield view.remark(match.span(), "数字中有空格", "a blank within a number", suggestion=right)
    for reason, zh, en in (
        (Reason.HARD_WRAP, "段内硬换行", "line breaks within paragraphs"),
        (Reason.INVISIBLE, "不可见字符", "invisible characters"),
        (Reason.NUL, "控制字符", "control characters"),
    ):
        found = view.edits(reason)
        if found:
            yield Remark(
                found[0].span, f"{zh} {len(found)} 处，此为第一处", f"{en}: {len(found)}, the first of which is here"
            )


def _inside(view: View, change: Change) -> bool:
    """Whether the blanks stand within the words of a line: not at its edges, and not behind its number."""
    source = view.source
    before, after = source[max(0, change.start - 1) : change.start], source[change.end : change.end + 1]
    if before in ("", "\n", "\r") or after in ("", "\n", "\r"):
        return False
    place = view.mapped.clean_position(change.start)
    return place != view.paragraph_at(place).head
