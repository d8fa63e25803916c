"""Punctuation, digits or letters in the wrong width.

**What it looks for.** Half-width marks in Chinese text (，written as ,), full-width digits and letters, full-width marks
within numbers (1，350), brackets around a year that are not 〔〕. They are put right in the clean text. The marks of one
paragraph are one finding, and those of the whole document where it writes so throughout.

**Why.** Sentences, lists and numbers are told by their marks; a search for a document number must find it.

**Example.** 建设学校20所,改造校舍1，350间。

**What to do.** Nothing where the clean text is used.

**Known false alarms.** Formulae and program code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.changes import MANY, Change, changes
from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "C104"
NAME = "folded-width"
TITLE = "全半角错误"
SEVERITY = "info"
BAD = "一、完善设施,改善办学条件;支持各县新建学校20所,改造校舍1，350间。\n"
GOOD = "一、完善设施，改善办学条件；支持各县新建学校20所，改造校舍1,350间，上学时间为8:30。\n"


WIDE = re.compile("[\uff01-\uff5e]")
"""Full-width forms, some of which become half-width ones."""
THOUSANDS = re.compile("，(?<=[0-9]，)[0-9]{3}(?=[\u4e00-\u9fff])")
WHOLE = re.compile("(?:^|[^0-9，.])[0-9]{1,3}$")


def find(view: View) -> Iterator[Remark]:
    """One remark for each paragraph, one for the document where it writes so throughout, and one within each number."""
    edits = view.edits(Reason.FOLDED_WIDTH)
    habit = len(edits) >= MANY
    if habit:
        first = next((change for change in changes(edits[:1], view.source) if not change.new.isascii()), None)
        span = edits[0].span if first is None else Span(start=first.start, end=first.end)
        yield Remark(
            span, f"全文 {len(edits)} 段标点全半角不当", f"marks of the wrong width in {len(edits)} paragraphs"
        )
    for edit in edits:
        if habit and not WIDE.search(view.source, edit.span.start, edit.span.end):
            continue
        found = list(changes([edit], view.source))
        marks = [change for change in found if not change.new.isascii()]
        if marks and not habit:
            yield _told(marks, "半角标点", "half-width marks")
        for change in found:
            if change.new.isascii():
                yield _told([change], "全角字符", "full-width characters")
    for match in THOUSANDS.finditer(view.text):
        mark = match.start()
        if WHOLE.search(view.text, max(0, mark - 4), mark):
            place = (mark, mark + 1)
            yield view.remark(place, "数字分节处用了全角逗号", "a full-width comma within a number", suggestion=",")


def _told(group: list[Change], zh: str, en: str) -> Remark:
    span = Span(start=group[0].start, end=group[-1].end)
    suggestion = group[0].new if len(group) == 1 else None
    count = sum(len(change.old) for change in group)
    return Remark(span, f"{zh} {count} 处", f"{en}: {count}", suggestion=suggestion)
