"""The same body under two names.

**What it looks for.** Bodies in the responsibility statements that have the same full name or differ from each other
only as 局 and 委员会 do. The rarer name is told at its first place; short forms beside full ones are told as info.

**Why.** Duties of the same body are counted apart.

**Example.** 县发展和改革委员会 in six places, 县发展和改革局 in nine.

**What to do.** Use the name that the body has.

**Known false alarms.** A county and its city that both have such a body and are named without their level.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace, Severity
from policyparse.model.span import Span

CODE = "M104"
NAME = "inconsistent-party-name"
TITLE = "单位名称不一致"
SEVERITY = "warning"
BAD = """1.完善助餐网络。支持社区食堂延长服务时间。（县发展和改革委员会、县民政局按职责分工负责）
2.发展助浴服务。鼓励养老机构开放助浴设施。（县发展和改革局、县民政局按职责分工负责）
3.开展助医服务。推动家庭医生签约。（县发展和改革委员会、县卫生健康局按职责分工负责）
"""
GOOD = """1.完善助餐网络。支持社区食堂延长服务时间。（县发展和改革委员会、县民政局按职责分工负责）
2.发展助浴服务。鼓励养老机构开放助浴设施。（市发展和改革委员会、县民政局按职责分工负责）
"""
SUFFIX = re.compile("(?:委员会|局|办公室|委)$")


def find(view: View) -> Iterator[Remark]:
    """One remark for each name of a body but its most frequent one."""
    written: Counter[tuple[str, str]] = Counter()
    first: dict[str, Span] = {}
    for duty in view.document.responsibilities:
        for party in duty.parties:
            written[party.name, party.canonical] += 1
            first.setdefault(party.name, duty.span)
    names: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for pair, count in written.items():
        names[SUFFIX.sub("", pair[1])][pair] = count
    for counts in names.values():
        (usual, canonical), _ = max(counts.items(), key=lambda item: (item[1], len(item[0][0])))
        for (name, full), count in counts.items():
            if name != usual:
                severity: Severity = "info" if full == canonical else "warning"
                more = counts[usual, canonical]
                yield Remark(
                    _place(view, name, first[name]),
                    f"同一单位两种名称：“{name}”{count} 处，“{usual}”{more} 处",
                    f"one body under two names: “{name}” ({count}), “{usual}” ({more})",
                    related=(RelatedPlace(span=_place(view, usual, first[usual]), role="other-name"),),
                    severity=severity,
                )


def _place(view: View, name: str, statement: Span) -> Span:
    """Where a responsibility statement names a body; the statement where the name itself is not found in it."""
    start = view.mapped.clean_position(statement.start)
    found = view.text.find(name, start, view.mapped.clean_position(statement.end))
    return statement if found < 0 else view.span(found, found + len(name))
