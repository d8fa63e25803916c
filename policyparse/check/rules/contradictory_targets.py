"""Two values for the same target.

**What it looks for.** Targets with the same indicator, scope, unit, kind of change, comparator and year, and different
values. Figures in copies and rows of series over several years are not compared.

**Why.** One of the two is wrong, and both will be reported against.

**Example.** 到2027年，覆盖率达到80% in the first part, 到2027年，覆盖率达到85% in the second.

**What to do.** Ask which holds.

**Known false alarms.** Indicators that only seem the same because what tells them apart stands elsewhere in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.facts import Figure
from policyparse.model.finding import RelatedPlace

CODE = "T103"
NAME = "contradictory-targets"
TITLE = "目标相互矛盾"
SEVERITY = "warning"
BAD = """一、总体目标
到2027年，老年助餐覆盖率达到80%。
二、主要任务
1.完善助餐网络。到2027年，老年助餐覆盖率达到85%。
"""
GOOD = """一、总体目标
到2027年，老年助餐覆盖率达到80%。
二、主要任务
1.完善助餐网络。到2027年，老年助餐覆盖率达到80%，到2030年，老年助餐覆盖率达到85%。
"""
SHORTEST = 4
"""Names of indicators that are shorter (数量, 床位) mean different things in different places."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each target that contradicts an earlier one."""
    first: dict[tuple[object, ...], dict[tuple[object, ...], Figure]] = defaultdict(dict)
    for target in view.document.targets:
        key = target.indicator_key
        if key is None or len(key) < SHORTEST or target.deadline is None or view.first_of(target) is not None:
            continue
        same = first[
            key,
            target.scope,
            target.unit_canonical,
            target.change,
            target.deadline,
            target.recurrence,
            target.cumulative,
        ]
        other = next((found for found in same.values() if _contradicts(found, target)), None)
        if other is not None:
            yield Remark(
                target.span,
                f"“{target.indicator}”{target.deadline}年的目标前后不一：{other.quote}、{target.quote}",
                f"two values for “{target.indicator}” in {target.deadline}: {other.quote}, {target.quote}",
                related=(RelatedPlace(span=other.span, role="original"),),
            )
        same.setdefault((target.value, target.value_max), target)


def _contradicts(target: Figure, other: Figure) -> bool:
    apart = target.sentence != other.sentence and target.clause != other.clause
    return apart and (target.value, target.value_max) != (other.value, other.value_max)
