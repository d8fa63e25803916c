"""A heading is missing before a list that begins anew.

**What it looks for.** Numbers that begin with one again under the same heading and count on from there, as they only
do after a new heading. And where a passage stands twice: a heading that the second telling has between two paragraphs
and the first one has not.

**Why.** Without its heading a section belongs to the one before it, in the outline as in every table made from it.

**Example.** （一） （二） （三） （一） （二）

**What to do.** Put the heading back; where the document tells the passage twice, `related` shows it.

**Known false alarms.** Two lists under one heading, each introduced by a sentence (重点任务包括： … 保障措施包括：).
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "N104"
NAME = "missing-heading"
TITLE = "缺少标题"
SEVERITY = "warning"
BAD = """一、重点任务
（一）加强河道巡查，建立问题台账。
（二）推进清淤疏浚，畅通行洪断面。
（三）完善预警设施，补齐监测短板。
（一）落实值班制度，严格信息报送。
（二）加强物资储备，保障抢险需要。
"""
GOOD = """一、重点任务
（一）加强河道巡查，建立问题台账。
（二）推进清淤疏浚，畅通行洪断面。
二、保障措施
（一）落实值班制度，严格信息报送。
（二）加强物资储备，保障抢险需要。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark where a section begins without its heading."""
    for fault in view.faults:
        if fault.trouble == "restart":
            label = fault.item.label
            yield view.remark(
                fault.item.at,
                f"编号从“{label}”重新开始，前面可能缺少标题",
                f"the numbers begin anew with “{label}”: a heading may be missing before it",
            )
    for lost in view.lost_headings:
        paragraph = view.paragraph_at(lost.place)
        stop = view.text.find("。", lost.place, paragraph.end)
        heading = view.paragraph_at(lost.start).words
        yield view.remark(
            (lost.place, stop + 1 if stop >= 0 else paragraph.end),
            f"此处缺少标题“{heading}”：后文重复这一段时有此标题",
            f"the heading “{heading}” is missing here: the passage has it where it comes again",
            related=[RelatedPlace(span=view.span(lost.start, lost.end), role="original")],
        )
