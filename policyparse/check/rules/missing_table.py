"""A table is announced and does not follow.

**What it looks for.** A line that is the caption of a table (专栏1 …, 表2 …, … 主要指标, … 一览表) and after which a new
clause or heading begins at once, or the document ends.

**Why.** Web pages and conversions drop tables. With them go the indicators, which are the hardest facts of a plan.

**Example.** 规划主要指标及目标值 | 第二章 …

**What to do.** Get the table from the original.

**Known false alarms.** A table that follows as a picture or in an annex; a title of a document that names a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.captions import Caption, empty_captions
from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B109"
NAME = "missing-table"
TITLE = "表格缺失"
SEVERITY = "warning"
BAD = """第一章 总体要求
到2030年，全县绿色建筑占比明显提高，各项任务全面完成。
专栏1 全县主要指标一览表
第二章 重点任务
推进既有建筑改造，完善标准体系。
"""
GOOD = """第一章 总体要求
到2030年，全县绿色建筑占比明显提高，各项任务全面完成。
专栏1 全县主要指标一览表
指标 | 2025年 | 2030年
绿色建筑占比 | 60% | 100%
第二章 重点任务
推进既有建筑改造，完善标准体系。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each caption without its table."""
    return (told(view, caption, "表格", "table") for caption in empty_captions(view.paragraphs, "table"))


def told(view: View, caption: Caption, zh: str, en: str) -> Remark:
    """What the rules on lost tables and figures say."""
    return view.remark(
        (caption.start, caption.end), f"“{caption.words}”之后缺少{zh}", f"no {en} follows “{caption.words}”"
    )
