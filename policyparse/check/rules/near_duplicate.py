"""A passage that stands in the document a second time with small differences.

**What it looks for.** Paragraphs that repeat an earlier one with up to 30 % of the characters read wrongly, lost or
doubled, as page recognition leaves them, or with a few words changed. What is alike only in its phrases is left alone:
differences must be scattered, or the whole must agree to nine tenths. Texts that differ in their numbers only (yearly
tasks, rows of a plan) are no copies.

**Why.** As for `duplicate-block`; here it is in doubt which of the two is right, too.

**Example.** A clause comes again with 的 added in one place and another number.

**What to do.** Compare the two word by word, keep the better one.

**Known false alarms.** Articles of a law that are parallel but for two or three characters; a clause that is restated
with one word changed on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.rules.duplicate_block import told
from policyparse.check.view import View

CODE = "D103"
NAME = "near-duplicate"
TITLE = "近似重复"
SEVERITY = "error"
BAD = """一、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政按次补贴，每餐不超过八元。
（二）发展助浴服务。鼓励养老机构开放助浴设施，培训助浴人员，购置流动助浴车，把服务送到村里。
（一）完善助餐网路。支持社区食堂延长报务时间，为行动不便老年人送餐上门，餐费由区财政按次补占，每餐不超过八元。
"""
GOOD = """一、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政按次补贴，每餐不超过八元。
（二）完善托育网络。支持用人单位办托，鼓励幼儿园开设托班，为双职工家庭延时看护，托位费实行政府指导价。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each block that is repeated with differences."""
    for copy in view.copies:
        if copy.kind == "near":
            share = f"{copy.similarity:.0%}"
            yield told(view, copy, f"与前文近似（{share} 相同）", f"repeats, {share} of it alike,")
