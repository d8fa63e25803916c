"""What the clauses say: targets and figures, who answers for them, and what they refer to."""

from __future__ import annotations

from typing import Literal

from policyparse.model.record import Record
from policyparse.model.span import Span

Status = Literal["target", "achieved", "reference"]
Comparator = Literal["ge", "le", "approx", "range", "eq"]
Change = Literal["level", "increase", "decrease", "rate"]
Recurrence = Literal["annual", "biennial", "quarterly", "monthly"]
Role = Literal["lead", "joint", "support"]
Level = Literal["national", "province", "city", "county", "town"]
Number = int | float


class Party(Record):
    """A body that answers for something."""

    name: str
    """As written, in simplified characters, without line breaks and blanks. 原文名称（简体）。"""
    canonical: str
    """Its full standard name, for matching: 市发改委 becomes 市发展和改革委员会. 规范全称。"""
    level: Level | None = None
    """Level of the body, where its name tells. 行政层级。"""
    role: Role
    """lead (牵头、责任单位), joint (按职责分工负责), support (配合). 职责类型。"""


class Responsibility(Record):
    """One statement of who answers for a clause."""

    id: str
    """r001 and on, in text order. 序号标识。"""
    clause: str | None
    """Id of the clause that it governs. 所属条款的标识。"""
    span: Span
    """The statement, without its brackets. 责任表述在源文本中的位置（不含括号）。"""
    parties: tuple[Party, ...]
    """The bodies in their order. 责任主体。"""
    deadline_text: str | None = None
    """A time limit that stands in the statement, as written. 完成时限原文。"""


class Baseline(Record):
    """The value that a target starts from."""

    value: Number | None = None
    """The value. 基期数值。"""
    unit: str | None = None
    """Its unit. 单位。"""
    year: int | None = None
    """Its year. 基期年份。"""


class Evidence(Record):
    """The words that decided one field of a figure."""

    field: str
    """Name of the field. 字段名。"""
    text: str
    """The words, as in the source. 依据文字。"""
    span: Span
    """Where they stand. 依据所在位置。"""


class Figure(Record):
    """A quantitative statement about an indicator: a target, a reported fact, or a figure quoted for reference."""

    id: str
    """f001 and on, over targets and figures together, in text order. 序号标识。"""
    clause: str | None
    """Id of the innermost clause. 所在条款的标识。"""
    status: Status
    """target: a commitment; achieved: a reported fact; reference: standard, baseline, threshold. 状态。"""
    indicator: str | None
    """The indicator's noun phrase, in simplified characters. 指标名称（简体）。"""
    indicator_key: str | None
    """Its normal form for matching between documents. 用于匹配的规范名称。"""
    value: Number
    """The number with its multiplier applied: 1.3万 is 13000. 数值（已乘倍数）。"""
    value_max: Number | None = None
    """Upper end of a range. 区间上限。"""
    unit: str
    """Unit as written without multiplier, simplified; empty for ratios and zero values. 单位（原文）。"""
    unit_canonical: str
    """The unit's normal form: MW is 兆瓦. 规范单位。"""
    comparator: Comparator
    """ge, le, approx, range or eq. 比较关系。"""
    comparator_text: str | None = None
    """The words that say so. 比较关系原文。"""
    change: Change
    """level, increase, decrease or rate. 变化方式。"""
    deadline: int | None = None
    """Year by or in which it holds. 目标年份。"""
    deadline_text: str | None = None
    """The words that say so. 时间原文。"""
    deadline_date: str | None = None
    """ISO date of the last day, where month or day are given. 截止日期。"""
    recurrence: Recurrence | None = None
    """annual for 每年, 年均; biennial, quarterly, monthly. 周期。"""
    implicit: bool = False
    """Whether the value is implied, as by 全覆盖 or 清零. 是否为隐含数值。"""
    cumulative: bool = False
    """Whether it is a running total (累计, 〔 〕 in indicator tables). 是否为累计值。"""
    property: str | None = None
    """预期性 or 约束性, where the document says so. 指标属性。"""
    scope: str | None = None
    """What it is said of: 全市, 市主城区, 60%的县区. 适用范围。"""
    baseline: Baseline | None = None
    """The value that it starts from. 基期。"""
    quote: str
    """The quantity as it stands in the source. 数量原文。"""
    span: Span
    """Place of the quantity, from its first digit to the end of its unit. 数量在源文本中的位置。"""
    sentence: Span
    """Place of the sentence (or table row) that it stands in. 所在句子的位置。"""
    parties: tuple[Party, ...] = ()
    """The bodies that answer for it. 责任主体。"""
    evidence: tuple[Evidence, ...] = ()
    """The words that decided the fields. 各字段的依据。"""
    duplicate_of: str | None = None
    """Id of the first one, where this one stands in a copied block; filled by `check`. 重复段落中的首次出现。"""


class Reference(Record):
    """A document that is cited in 《》."""

    title: str
    """Its title, simplified. 被引文件标题。"""
    document_number: str | None = None
    """Its number, where one follows. 发文字号或标准号。"""
    span: Span
    """The first citation, with its brackets. 首次引用的位置。"""
