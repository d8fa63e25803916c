"""What a column of a table holds, read from its head: names, units, values of a year, growth, property, bodies."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

ColumnKind = Literal[
    "category", "index", "name", "unit", "value", "growth", "property", "lead", "support", "time", "scale", "money",
    "task", "region", "other",
]  # fmt: skip
Standing = Literal["target", "achieved"] | None


class Column(NamedTuple):
    """One column. `year` is that of its values, `status` what the head says of them, `unit` what its brackets hold.

    `said` is where the year stands. In a table that was turned, `scope` is the place that the values are said of, and
    `place` where their row stands.
    """

    kind: ColumnKind
    head: str
    year: int | None = None
    status: Standing = None
    unit: str | None = None
    said: tuple[int, int] | None = None
    scope: str | None = None
    place: tuple[int, int] | None = None


UNIT = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,10})[）)]$")
MARK = re.compile(r"[①-⑳*＊]+$")
YEAR = re.compile(r"(?P<year>20\d\d)年?(?:[-—–~～至到]{1,2}(?P<last>20\d\d)年?)?")
COMPARED = re.compile(r"[比较](?:20\d\d年?|上年|同期|[“\"]?十[一二三四五六七]?五[”\"]?)(?:[末底]|期末)?")
"""What a change is reckoned from: 比2020年增长 is no value of 2020."""
PLANS = ("十", "十一", "十二", "十三", "十四", "十五", "十六", "十七")
FIRST_PLAN_END = 2005  # the tenth five-year plan ended in 2005
PLAN = re.compile(
    r"(?:[“\"](?P<plan>十[一二三四五六七]?)五[”\"]|(?P<bare>十[一二三四五六七]?)五(?=期|规划|末|目标|实际|年均|累计))"
    r"(?:时期|期间)?(?:规划)?(?:期?末)?"
)
LONGEST = 20
KINDS: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    ("index", re.compile(r"序号|编号|序")),
    ("category", re.compile(r"类别|分类|类型|领域|一级指标|指标类别|指标类型|方面|板块|维度|指标分类")),
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
        re.compile(r"(?:总|计划|年度|估算|概算)?投资(?:额|估算)?|(?:年度)?计划(?:完成)?投资|年度投资(?:计划)?"),
    ),
    ("growth", re.compile(r"[^，。]{0,12}(?:年均|累计|增速|增长|增幅|增减|同比|±)[^，。]{0,12}")),
    (
        "name",
        re.compile(
            r"(?:主要|具体|核心|二级|三级)?指标(?:名称)?(?:（单位）)?|项目(?:名称)?|名称|任务(?:名称)?|重点任务|工作任务|主要任务|事项"
        ),
    ),
    (
        "value",
        re.compile(
            r"(?:基期|基准|现状|基础|目标|规划|预期|完成|实际|期末|近期|远期|中期)(?:值|数|目标|年)?|指标值|数值|(?:任务|计划|指标)[数量]"
        ),
    ),
    (
        "region",
        re.compile(
            r"(?:各?县区|区县|市县|县市|县市区|各?[县市][（(][市区州地]、?[市区旗]?[）)]?|市州|州市|盟市|地区|市|县|区|区域|行政区划?|"
            r"乡镇|镇街|镇乡|街镇|镇办|镇|街道|(?:乡)?镇[（(](?:街道|办|街)[）)]?|乡镇[（(]街道[、园区]{0,3}[）)]?|园区|[县区市]别)(?:名称)?"
        ),
    ),
)
VALUES = re.compile(
    r"(?:到|至|截至|力争|预计)?(?:数值|年度|规划|发展|工作|任务|预期|主要|总体|控制|期末|终期|远景|远期|中期|近期|基期|基准|基数|现状|实际|"
    r"完成|执行|初步|快报|统计|预计|计划|目标|基础|展望|达到|考核|指标|累计){0,4}(?:值|数|量|情况|水平|年|[末底初度]){0,2}"
)
"""What the head of a column of values says beside its year: 到…目标, …实际完成值, …展望."""
# most lines are no heads at all: one look spares them the tries above
HEADLIKE = re.compile(
    r"指标|项目|末|序|编号|类|领域|方面|板块|维度|单位|部门|属性|性|时|年|期|周期|规模|内容|目标|投资|均|计|增|名称|任务|事项|值|现状|主体|分工|科室|措施|举措|要求|节点"
    r"|[“\"]十|[县区市镇盟乡街]|同比"
)
ACHIEVED = re.compile(r"实际|现状|基期|基准|基数|(?<!计划)(?<!目标)(?<!预期)完成|基础|初步|执行|快报")
TARGET = re.compile(r"目标|规划|预期|计划|远期|近期|期末|展望|力争")
QUALIFYING = re.compile(
    r"实际|现状|基期|基准|基数|完成|目标|规划|预期|计划|预计|展望|基年|约束|期末|年均|累计|增速|增长"
)
"""In brackets behind a year these say what its values are; anything else is a unit."""


def column_of(head: str) -> Column:
    """The column under `head`; kind ``other`` where the head is none that tables of plans have."""
    plain = head.replace(" ", "").replace("\n", "")
    if not HEADLIKE.search(plain):
        return Column("other", plain)
    bracket = UNIT.search(plain)
    unit = bracket["unit"] if bracket and not _tells_values(bracket["unit"]) else None
    name = MARK.sub("", plain[: bracket.start()] if unit and bracket else plain)
    status: Standing = "achieved" if ACHIEVED.search(plain) else "target" if TARGET.search(plain) else None
    year, rest = year_in(COMPARED.sub("", name)) if len(name) <= LONGEST else (None, name)
    rest = rest.strip("（）()、：:%％“”")
    for kind, pattern in KINDS:
        if pattern.fullmatch(rest):
            told = year is not None and VALUES.fullmatch(rest) is not None and kind in ("name", "growth")
            return Column("value" if told else kind, plain, year, status, unit)  # 2025年指标, 2021—2025年累计
    if year is not None and VALUES.fullmatch(rest):
        return Column("value", plain, year, status, unit)
    return Column("other", plain)


def year_in(words: str) -> tuple[int | None, str]:
    """The year that words name (the last one of a five-year plan or of several years), and the words without it."""
    plan = PLAN.search(words)
    year = YEAR.search(words)
    rest = words
    for match in (plan, year):
        rest = rest if match is None else rest.replace(match[0], "", 1)
    if year is not None:
        return int(year["last"] or year["year"]), rest
    if plan is not None:
        return FIRST_PLAN_END + 5 * PLANS.index(plan["plan"] or plan["bare"]), rest
    return None, words


def _tells_values(words: str) -> bool:
    return YEAR.search(words) is not None or QUALIFYING.search(words) is not None
