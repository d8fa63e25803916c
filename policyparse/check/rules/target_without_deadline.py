"""A target that says no time.

**What it looks for.** Targets with a value but without a year, a period or a recurrence, in a document that dates at
least half of its targets; standing requirements (不低于, 不超过) have none by nature.

**Why.** Nobody can say whether it was reached.

**Example.** 培育市级龙头企业5家。

**What to do.** Look for the date in the document; ask where there is none.

**Known false alarms.** Targets whose date stands in a heading or in another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.facts import Figure

CODE = "T101"
NAME = "target-without-deadline"
TITLE = "目标无时限"
SEVERITY = "info"
BAD = """一、主要任务
1.完善助餐网络。到2027年，新建社区食堂20个，老年助餐覆盖率达到80%。
2.发展助浴服务。新增流动助浴车12辆。
"""
GOOD = """一、主要任务
1.完善助餐网络。到2027年，新建社区食堂20个，老年助餐覆盖率达到80%。
2.发展助浴服务。到2026年，新增流动助浴车12辆。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each target."""
    targets = view.document.targets
    undated = [target for target in targets if not _dated(target)]
    if len(undated) * 2 > len(targets):
        return
    for target in undated:
        if target.comparator not in ("ge", "le") or target.change != "level":
            words = f"{target.indicator or ''}{target.quote}"
            yield Remark(target.span, f"目标“{words}”没有时限", f"the target “{words}” has no deadline")


def _dated(target: Figure) -> bool:
    return target.deadline is not None or target.recurrence is not None or target.deadline_text is not None
