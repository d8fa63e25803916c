"""Parts of a web page around the document.

**What it looks for.** Lines at either end that the normalizer took away because they belong to the site: breadcrumbs,
font size, print, share, counters, previous and next article, addresses, encyclopaedia boxes. Neighbouring lines are one
finding.

**Why.** They are not the document; a program that takes them for text finds bodies and dates in them.

**Example.** 字号：大 中 小 打印 收藏

**What to do.** Nothing: they are not looked at. They are told so that one can see what was left out.

**Known false alarms.** A document that really begins with a line such as 信息来源：市发展改革委.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "F102"
NAME = "site-chrome"
TITLE = "网页附属信息"
SEVERITY = "info"
BAD = """当前位置：首页 > 政务公开 > 规划计划
字号：大 中 小 打印 收藏
临河县人民政府关于加强校车管理的通知
各乡镇人民政府：
为加强校车管理，保障学生安全，现就有关事项通知如下。
"""
GOOD = """临河县人民政府关于加强校车管理的通知
各乡镇人民政府：
为加强校车管理，保障学生安全，现就有关事项通知如下。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run of lines."""
    start = end = 0
    for change in view.changes(Reason.FURNITURE):
        if end and view.source[end : change.start].strip():
            yield _told(view, start, end)
            start = end = 0
        start, end = start if end else change.start, change.end
    if end:
        yield _told(view, start, end)


def _told(view: View, start: int, end: int) -> Remark:
    words = view.source[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    head = " ".join(words.split())[:20]
    return Remark(
        Span(start=start, end=max(start, end)),
        f"网页附属信息“{head}…”，已略去",
        f"“{head}…” is part of the web page, and left out",
    )
