"""A target for which nobody answers.

**What it looks for.** Targets in numbered clauses that no responsibility statement governs, in a document where at
least half of the targets in such clauses have one.

**Why.** Work plans are made from targets and bodies; this one would fall through.

**Example.** 5. … 新增停车位2000个。 without （县住房和城乡建设局负责）, which all other clauses have.

**What to do.** Ask who leads.

**Known false alarms.** General targets at the beginning of a plan, for which the government as a whole answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "T102"
NAME = "target-without-lead"
TITLE = "目标无责任单位"
SEVERITY = "info"
BAD = """一、主要任务
1.完善助餐网络。到2027年，新建社区食堂20个。（县民政局负责）
2.发展助浴服务。到2026年，新增流动助浴车12辆。（县民政局负责）
3.建设停车设施。到2026年，新增停车位2000个。
"""
GOOD = """一、主要任务
1.完善助餐网络。到2027年，新建社区食堂20个。（县民政局负责）
2.发展助浴服务。到2026年，新增流动助浴车12辆。（县民政局负责）
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each target."""
    tasks = {duty.clause for duty in view.document.responsibilities}
    styles = {view.clauses[name].style for name in tasks if name is not None}
    targets = [target for target in view.document.targets if target.clause is not None]
    targets = [target for target in targets if target.parties or view.clauses[target.clause or ""].style in styles]
    unled = [target for target in targets if not target.parties]
    if len(unled) * 2 > len(targets):
        return
    for target in unled:
        words = f"{target.indicator or ''}{target.quote}"
        yield Remark(target.span, f"目标“{words}”没有责任单位", f"nobody answers for the target “{words}”")
