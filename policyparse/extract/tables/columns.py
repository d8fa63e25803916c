"""What a column of a table holds, read from its head: names, units, values of a year, growth, property, bodies."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

ColumnKind = Literal[
    "category", "index", "name", "unit", "value", "growth", "property", "lead", "support", "time", "scale", "money",
    "task", "other",
]  # fmt: skip


class Column(NamedTuple):
    """One column. `year` is that of its values, `status` what the head says of them, `unit` what its brackets hold."""

    kind: ColumnKind
    head: str
    year: int | None = None
    status: Literal["target", "achieved"] | None = None
    unit: str | None = None


UNIT = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,10})[）)]$")
NO_UNIT = re.compile(r"20\d\d|累计|年均|目标|现状|实际|预计|预期|约束|基期|基准|期末")
YEAR = re.compile(r"(?P<year>20\d\d)年?")
SUM_OF_YEARS = re.compile(r"20\d\d年?[-—–~～至到]+(?P<year>20\d\d)年?累计(?:值|数|完成|新增)?")
PLANS = ("十", "十一", "十二", "十三", "十四", "十五", "十六", "十七")
FIRST_PLAN_END = 2005  # the tenth five-year plan ended in 2005
PLAN_END = re.compile(r"[“\"]?(?P<plan>十[一二三四五六七]?)五[”\"]?(?:期?末|规划末|规划期末)")
KINDS: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    ("index", re.compile(r"序号|编号|序")),
    ("category", re.compile(r"类别|分类|领域|一级指标|指标类别|指标类型|方面|板块|维度|指标分类")),
    ("unit", re.compile(r"单位|计量单位|指标单位")),
    ("property", re.compile(r"属性|指标属性|指标性质|性质|约束性/预期性")),
    (
        "lead",
        re.compile(
            r"(?:牵头|责任|主责|主管|实施|承办|落实|组织|牵头责任|牵头及责任)(?:单位|部门|主体|科室)|责任分工|牵头(?:单位)?及配合单位"
        ),
    ),
    ("support", re.compile(r"(?:配合|协办|参与|协同|参加|协助)(?:单位|部门|科室)")),
    (
        "time",
        re.compile(
            r"(?:起止|建设|实施|完成|办理|推进|计划完成)(?:年限|期限|时限|时间|周期)|时限(?:要求)?|完成时限要求|时间(?:节点|要求)"
        ),
    ),
    (
        "scale",
        re.compile(r"建设规模|建设内容|建设规模及内容|主要内容|主要建设内容|规模|建设内容及规模"),
    ),
    (
        "task",
        re.compile(
            r"(?:工作|年度|具体|主要|任务|阶段性?)目标|目标(?:任务|要求)|(?:工作|任务|具体)(?:内容|要求|措施|举措)|主要(?:措施|举措)|具体任务"
        ),
    ),
    (
        "money",
        re.compile(
            r"(?:总|计划|年度|估算|概算)?投资(?:额|估算)?|[“”十三四五六一二]+(?:期间)?(?:计划)?投资|年度计划投资"
        ),
    ),
    ("growth", re.compile(r"[^，。]{0,12}(?:年均|累计|增速|增长率|增幅)[^，。]{0,12}")),
    (
        "name",
        re.compile(
            r"(?:主要|具体|核心|二级|三级)?指标(?:名称)?(?:（单位）)?|项目(?:名称)?|名称|任务(?:名称)?|重点任务|工作任务|主要任务|事项"
        ),
    ),
    ("value", re.compile(r"(?:基期|基准|现状|基础|目标|规划|预期|完成|实际|期末|近期|远期|中期)(?:值|数|目标|年)?")),
)
# most lines are no heads at all: one look spares them the tries above
HEADLIKE = re.compile(
    r"指标|项目|末|序|编号|类|领域|方面|板块|维度|单位|部门|属性|性|时|年|期|周期|规模|内容|目标|投资|均|计|增|名称|任务|事项|值|现状|主体|分工|科室|措施|举措|要求|节点"
)
ACHIEVED = re.compile(r"实际|现状|基期|基准|基数|完成|基础|预计完成|初步|执行|快报")
TARGET = re.compile(r"目标|规划|预期|计划|远期|近期|期末")


def column_of(head: str) -> Column:
    """The column under `head`; kind ``other`` where the head is none that tables of plans have."""
    plain = head.replace(" ", "").replace("\n", "")
    if not HEADLIKE.search(plain):
        return Column("other", plain)
    bracket = UNIT.search(plain)
    unit = bracket["unit"] if bracket and not NO_UNIT.search(bracket["unit"]) else None
    name = plain[: bracket.start()] if unit and bracket else plain
    plan = PLAN_END.fullmatch(name)
    if plan:
        return Column("value", plain, FIRST_PLAN_END + 5 * PLANS.index(plan["plan"]), None, unit)
    status: Literal["target", "achieved"] | None = None
    if ACHIEVED.search(plain):
        status = "achieved"
    elif TARGET.search(plain):
        status = "target"
    summed = SUM_OF_YEARS.fullmatch(name)
    if summed:
        return Column("value", plain, int(summed["year"]), status, unit)
    year = YEAR.search(plain)
    if year and len(plain) <= 20 and not re.search("年均|累计|增长", plain):
        rest = YEAR.sub("", name).strip("（）()年底末度")
        if not rest or ACHIEVED.search(rest) or TARGET.search(rest):
            return Column("value", plain, int(year["year"]), status, unit)
    for kind, pattern in KINDS:
        if pattern.fullmatch(name):
            return Column(kind, plain, None, status, unit)
    return Column("other", plain)
