"""A bracket or a book-title mark without its other half.

**What it looks for.** （ ） 〔 〕 《 》 【 】 of which one half is missing in its paragraph. A bracket that one paragraph
opens and one of the next few closes is whole; one that only closes a number (1） 一）) needs no opening.

**Why.** Web pages and scans lose brackets. With them goes where a responsibility or the title of a cited document ends.

**Example.** （责任单位：县教育局、县财政局

**What to do.** Put the other half back.

**Known false alarms.** Faces and formulae made of brackets; half-open intervals [0, 1).
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.pairs import lone_marks
from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B103"
NAME = "unbalanced-bracket"
TITLE = "括号不配对"
SEVERITY = "warning"
BAD = "一、加强校车管理。落实《校车安全管理条例，配齐照管人员。（县教育局、县公安局负责\n"
GOOD = "一、加强校车管理。落实《校车安全管理条例》，做到：1）配齐照管人员；2）定期检修。（县教育局、县公安局负责）\n"


def find(view: View) -> Iterator[Remark]:
    """One remark for each half."""
    for place, missing in lone_marks(view.paragraphs, "brackets"):
        mark = view.text[place]
        yield view.remark((place, place + 1), f"{mark} 缺少与之配对的 {missing}", f"{mark} has no {missing}")
