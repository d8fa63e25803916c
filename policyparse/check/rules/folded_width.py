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

from collections.abc import Iterator

from policyparse.check.changes import Change, by_paragraph
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


def find(view: View) -> Iterator[Remark]:
    """One remark for each paragraph, and one for each wrong mark within a number."""
    found = list(view.changes(Reason.FOLDED_WIDTH))
    for group in by_paragraph((change for change in found if not change.new.isascii()), view.paragraph_of):
        yield _told(group, "半角标点", "half-width marks")
    for change in found:
        if change.new.isascii():
            yield _told([change], "全角字符", "full-width characters")


def _told(group: list[Change], zh: str, en: str) -> Remark:
    span = Span(start=group[0].start, end=group[-1].end)
    suggestion = group[0].new if len(group) == 1 else None
    count = sum(len(change.old) for change in group)
    return Remark(span, f"{zh} {count} 处", f"{count} {en}", suggestion=suggestion)
