"""A drawing or map is announced and does not follow.

**What it looks for.** A line that is the caption of a drawing (图3 …, … 布局图, … 示意图) in a document that holds no
picture at that place.

**Why.** Plain text cannot hold drawings. What a plan shows only there (the axes and zones of a layout) is lost.

**Example.** 全市城镇空间布局图

**What to do.** Nothing can be done in the text; look at the original.

**Known false alarms.** A heading on the making of maps (编制空间布局图), where it ends so.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.captions import empty_captions
from policyparse.check.rule import Remark
from policyparse.check.rules.missing_table import told
from policyparse.check.view import View

CODE = "B110"
NAME = "missing-figure"
TITLE = "图缺失"
SEVERITY = "warning"
BAD = """第一章 空间布局
构建“一核两轴三片区”的城镇发展格局，强化中心城区带动。
图1 全县城镇空间布局示意图
第二章 重点任务
推进既有建筑改造，完善标准体系。
"""
GOOD = """第一章 空间布局
构建“一核两轴三片区”的城镇发展格局，强化中心城区带动。
第二章 重点任务
编制全县城镇空间布局图，完善标准体系。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each caption without its drawing."""
    for caption in empty_captions(view.paragraphs, "figure"):
        span = view.span(caption.start, caption.end)
        if not any(
            block.kind == "image" and abs(block.span.start - span.start) < 200 for block in view.document.source.blocks
        ):
            yield told(view, caption, "图", "drawing")
