"""A passage that stands in the document a second time with another number in front.

**What it looks for.** The same as `duplicate-block`, where the paragraphs are the same to the letter but for the
numbers that they begin with.

**Why.** Language models that transcribe pages loop: they write the last clause again and count on. Programs that
compare whole paragraphs do not see it, and the outline grows by clauses that do not exist.

**Example.** （七） comes again as （八）, （九） and （十）.

**What to do.** Delete the copies. Which number is the right one shows where the passage fits the count.

**Known false alarms.** Rules that are meant to apply twice and are printed twice; in Chinese documents this is rare.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.rules.duplicate_block import told
from policyparse.check.view import View

CODE = "D102"
NAME = "renumbered-duplicate"
TITLE = "换号重复"
SEVERITY = "error"
BAD = """一、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政按次补贴。
（二）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政按次补贴。
"""
GOOD = """一、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政按次补贴。
（二）发展助浴服务。鼓励养老机构开放助浴设施，培训助浴人员，购置流动助浴车，把服务送到村里。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each block that is repeated under other numbers."""
    for copy in view.copies:
        if copy.kind == "renumbered":
            yield told(view, copy, "换了编号重复前文", "repeats, under another number,")
