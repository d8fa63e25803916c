"""A number is missing between two that follow each other.

**What it looks for.** Clauses of one style under one parent whose numbers leave out one to three: 三 after 一. Numbers
that run on across parents (1–27 over all parts, the articles of a law over its chapters) are followed across them. A
number that stands out of order at that place explains the gap and is told as `numbering-jump` instead.

**Why.** A clause was lost, or the numbers were not mended when one was struck out.

**Example.** 一、 二、 四、

**What to do.** Look for the lost clause in another copy of the document; else renumber.

**Known false alarms.** Excerpts that leave clauses out on purpose. A law out of which an article was repealed.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "N101"
NAME = "numbering-gap"
TITLE = "编号缺号"
SEVERITY = "warning"
BAD = """一、总体要求
坚持预防为主，健全责任体系。
二、主要任务
开展隐患排查，落实整改措施。
四、组织保障
加强督导检查，严格考核问责。
"""
GOOD = """一、总体要求
坚持预防为主，健全责任体系。
二、主要任务
开展隐患排查，落实整改措施。
三、组织保障
加强督导检查，严格考核问责。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark at each number before which others are missing."""
    for fault in view.faults:
        if fault.trouble == "gap":
            label = fault.item.label
            missing = "、".join(str(number) for number in fault.expected)
            yield view.remark(
                fault.item.at, f"“{label}”之前缺第 {missing} 项", f"number {missing} is missing before “{label}”"
            )
