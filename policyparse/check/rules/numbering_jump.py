"""A number is out of order.

**What it looks for.** A number that does not fit the row of its neighbours: too high (二、 九、 三、), or lower than
what stands before it (a clause that was moved); a list that begins far from one; an enumeration within a paragraph
that begins with 四是. Where its neighbours leave one number for it, or a passage stands
twice and the second one shows the right number, that is suggested.

**Why.** The clause stands in the wrong place or lost its number's neighbours.

**Example.** （一） （二） （九） （四）

**What to do.** Put the clause back to where its number belongs, or give it the number of its place.

**Known false alarms.** Enumerations of which the beginning is told in other words (第一 … 二是).
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "N103"
NAME = "numbering-jump"
TITLE = "编号跳号"
SEVERITY = "warning"
BAD = """一、重点任务
（一）加强河道巡查，建立问题台账。
（二）推进清淤疏浚，畅通行洪断面。
（九）完善预警设施，补齐监测短板。
（四）落实值班制度，严格信息报送。
"""
GOOD = """一、重点任务
1.加强河道巡查，建立问题台账。
2.推进清淤疏浚，畅通行洪断面。
二、保障措施
3.完善预警设施，补齐监测短板。
4.落实值班制度，严格信息报送。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark at each number that is out of order."""
    for fault in view.faults:
        if fault.trouble == "jump":
            label = fault.item.label
            yield view.remark(
                fault.item.at, f"编号“{label}”与前后不连续", f"the number “{label}” is out of order",
                suggestion=fault.suggestion,
            )  # fmt: skip
    for lost in view.lost_headings:
        for place, right in lost.numbers:
            item, other = view.item_at(place), view.item_at(right)
            if item is not None and other is not None:
                yield view.remark(
                    item.at,
                    f"编号“{item.label}”有误：同一段后文编号为“{other.label}”",
                    f"the number “{item.label}” is wrong: the same passage is “{other.label}” further down",
                    suggestion=other.label,
                )
