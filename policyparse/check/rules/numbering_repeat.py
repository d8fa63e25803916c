"""A number stands again under the same heading.

**What it looks for.** Clauses of one style under one parent (or in one chain of numbers that runs on across parents)
that carry a number which an earlier one has. A row that begins with one again and counts on is `missing-heading`.

**Why.** A clause was copied, stands in the wrong section, or was inserted without renumbering. References to “item
three” are ambiguous then.

**Example.** （一） （二） （二） （三）

**What to do.** If it is a copy, delete it; else renumber what follows.

**Known false alarms.** Two lists under one heading of which the second lost its own heading and its first item.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "N102"
NAME = "numbering-repeat"
TITLE = "编号重复"
SEVERITY = "warning"
BAD = """一、重点任务
（一）加强河道巡查，建立问题台账。
（二）推进清淤疏浚，畅通行洪断面。
（二）完善预警设施，补齐监测短板。
（三）落实值班制度，严格信息报送。
"""
GOOD = """一、重点任务
（一）加强河道巡查，建立问题台账。
（二）推进清淤疏浚，畅通行洪断面。
二、保障措施
（一）完善预警设施，补齐监测短板。
（二）落实值班制度，严格信息报送。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark at each number that another one has already."""
    for fault in view.faults:
        if fault.trouble == "repeat":
            label = fault.item.label
            first = () if fault.other is None else (RelatedPlace(span=view.span(*fault.other.at), role="original"),)
            yield view.remark(
                fault.item.at, f"编号“{label}”已用过", f"the number “{label}” was used before", related=first,
                suggestion=fault.suggestion,
            )  # fmt: skip
