"""Two documents, or one and several, laid side by side.

"Left" is the document that is compared with (the city's plan, the older version), "right" the one that is compared
(the county's, the newer). Every relation tells what the right one is against the left one.
"""

from __future__ import annotations

from typing import Literal

from pydantic import PrivateAttr

from policyparse.model.document import SCHEMA_VERSION, PolicyDocument, SourceInfo
from policyparse.model.facts import Figure, Level, Number
from policyparse.model.metadata import Metadata
from policyparse.model.record import Record
from policyparse.model.span import Span

Relation = Literal["same", "changed", "moved", "split", "merged", "only-left", "only-right"]
ValueRelation = Literal["equal", "higher", "lower", "incomparable", "only-left", "only-right"]
ComparatorRelation = Literal["same", "stricter", "looser"]
DeadlineRelation = Literal["same", "earlier", "later"]


class Side(Record):
    """One of the documents that were compared."""

    source: SourceInfo
    """Where it came from. 来源。"""
    metadata: Metadata
    """Its elements. 公文要素。"""


class Substitution(Record):
    """A difference that goes through the whole text and says nothing: 市 for 县, the region's own name."""

    left: str
    """The words in the left document. 左侧用词。"""
    right: str
    """The words that stand for them in the right one. 右侧对应用词。"""
    count: int
    """In how many places of the paired clauses. 出现次数。"""


class TextChange(Record):
    """One difference of wording, as a phrase. Words added have an empty left side, words left out an empty right side.

    Words are those of the clean text, `left_span` and `right_span` say where they stand in the source; an empty side
    has an empty span at the place where the words would stand.
    """

    left: str
    """The words on the left. 左侧文字。"""
    right: str
    """The words on the right. 右侧文字。"""
    left_span: Span
    """Place on the left. 左侧位置。"""
    right_span: Span
    """Place on the right. 右侧位置。"""


class Opening(Record):
    """The texts before the first clause of both documents: letterhead, preamble, or all of a text without clauses."""

    similarity: float
    """How alike the two are, 0 to 1, substitutions ignored. 相似度。"""
    reuse: float
    """Share of the right text that stands in the left document, 0 to 1. 右侧文字沿用左侧文件的比例。"""
    changes: tuple[TextChange, ...] = ()
    """What differs in the wording. 文字差异。"""


class ClausePair(Record):
    """Two clauses that correspond, or one without counterpart. A clause's text is its own, without its children's."""

    left: str | None
    """Id of the clause on the left. 左侧条款标识。"""
    right: str | None
    """Id of the clause on the right. 右侧条款标识。"""
    left_title: str | None = None
    """Its heading. 左侧条款标题。"""
    right_title: str | None = None
    """Its heading. 右侧条款标题。"""
    group: str | None = None
    """g1 and on: the rows of one split or merged clause. 拆分、合并条款的组号。"""
    relation: Relation
    """same: equal but for substitutions and number; changed: reworded; moved: at another place of the order (`changes`
    tells whether it was reworded too); split: one on the left, several on the right; merged: several on the left, one
    on the right; only-left, only-right: no counterpart. 对应关系。"""
    similarity: float
    """How alike the two are, 0 to 1, substitutions ignored; 0 where there is no counterpart. 相似度。"""
    reuse: float
    """Share of the right clause's text that stands in the left document, common formulae left out, 0 to 1.

    右侧条款文字沿用左侧文件的比例。"""
    changes: tuple[TextChange, ...] = ()
    """What differs in the wording, in the order of the left text; substitutions are not listed. 文字差异。"""


class TargetPair(Record):
    """Two targets for the same indicator, or one without counterpart."""

    left: Figure | None
    """The target on the left. 左侧目标。"""
    right: Figure | None
    """The target on the right. 右侧目标。"""
    value: ValueRelation
    """The right value against the left one, whatever is better; incomparable where units, kinds of change or recurrence
    differ, or ranges overlap. 数值关系。"""
    comparator: ComparatorRelation | None = None
    """Whether the right bound is stricter: a bare number than 左右, 以上 and 以内 than a bare number. Null without
    counterpart, for bounds in opposite directions, and for a range against a bound. 约束松紧。"""
    deadline: DeadlineRelation | None = None
    """The right deadline against the left one; null where one has none. 时限先后。"""
    difference: Number | None = None
    """Right value less left value, in the left unit. 差值（右减左）。"""
    share: float | None = None
    """Right value over left value: 30 of 300 is 0.1. 占比（右除以左）。"""
    similarity: float = 0.0
    """How alike the indicators are, 0 to 1. 指标名称相似度。"""


class Body(Record):
    """A body that answers for something, and how often, over a whole document."""

    name: str
    """As written where it is first named. 原文名称。"""
    canonical: str
    """Its full standard name. 规范全称。"""
    level: Level | None = None
    """Its level. 行政层级。"""
    lead: int = 0
    """Number of statements in which it leads. 牵头次数。"""
    joint: int = 0
    """Number of statements in which it answers jointly. 共同负责次数。"""
    support: int = 0
    """Number of statements in which it supports. 配合次数。"""
    clauses: tuple[str, ...] = ()
    """Ids of the clauses that it answers for, in text order. 涉及条款。"""


class PartyPair(Record):
    """A body and its counterpart on the other level, or a body without one."""

    left: Body | None
    """The body on the left. 左侧责任主体。"""
    right: Body | None
    """The body on the right. 右侧责任主体。"""
    shared: int = 0
    """Number of clause pairs in which both are named. 共同承担的对应条款数。"""


class Passage(Record):
    """A stretch of text that stands in both documents, substitutions ignored."""

    left_span: Span
    """Place on the left. 左侧位置。"""
    right_span: Span
    """Place on the right. 右侧位置。"""
    left_clause: str | None = None
    """Id of the clause on the left. 左侧条款标识。"""
    right_clause: str | None = None
    """Id of the clause on the right. 右侧条款标识。"""
    text: str
    """The words on the right, clean. 右侧文字。"""
    formula: bool = False
    """Whether it is a common formula, which tells nothing about who copied from whom. 是否为通用套语。"""


class Reuse(Record):
    """How much of the right document's text stands in the left one, and where."""

    share: float
    """Share of the right text, common formulae left out of both numbers, 0 to 1. 右侧文字沿用左侧的比例。"""
    formulae: float
    """Share of the right text that is common formulae standing in both, 0 to 1. 共有套语占比。"""
    passages: tuple[Passage, ...] = ()
    """The passages, in the order of the right text. 沿用段落。"""


class Comparison(Record):
    """Two documents side by side."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this form. 数据格式版本。"""
    left: Side
    """The document that is compared with. 左侧文件。"""
    right: Side
    """The document that is compared. 右侧文件。"""
    similarity: float
    """How alike the two are as a whole, 0 to 1. 总体相似度。"""
    substitutions: tuple[Substitution, ...] = ()
    """Systematic differences that are ignored everywhere else. 系统性替换。"""
    opening: Opening
    """What stands before the first clause. 首个条款之前的文字（版头、引言）。"""
    clauses: tuple[ClausePair, ...] = ()
    """Clauses, in the order of the left document; those only on the right stand where they come there. 条款对照。"""
    targets: tuple[TargetPair, ...] = ()
    """Targets, in the same order. 指标对照。"""
    parties: tuple[PartyPair, ...] = ()
    """Bodies, in the order of the left document, then those only on the right. 责任主体对照。"""
    reuse: Reuse
    """Text of the left document in the right one. 文本沿用。"""

    _documents: tuple[PolicyDocument, PolicyDocument] | None = PrivateAttr(default=None)

    @property
    def documents(self) -> tuple[PolicyDocument, PolicyDocument] | None:
        """The left and the right document, where the comparison was made here; None where it came from JSON."""
        return self._documents

    def holding(self, left: PolicyDocument, right: PolicyDocument) -> Comparison:
        """The same comparison, with its documents at hand. For the engine."""
        self._documents = (left, right)
        return self


class IndicatorRow(Record):
    """One indicator over all places."""

    indicator: str | None
    """Its name, as the base has it, or the first place that sets it. 指标名称。"""
    indicator_key: str | None
    """Its normal form. 规范名称。"""
    unit: str
    """Its unit. 单位。"""
    base: Figure | None
    """The target of the base document. 基准文件的目标。"""
    places: tuple[Figure | None, ...]
    """The target of each place, in the order of `Survey.places`. 各地目标。"""
    adds_up: bool
    """Whether the places' values may be added: counts, money, areas; never percents, rates or per-head values.

    是否可加总。"""
    sum: Number | None = None
    """Sum over the places that set it, where it adds up. 各地合计。"""
    count: int
    """Number of places that set it. 设定该指标的地区数。"""
    difference: Number | None = None
    """Sum less the base's value. 合计与基准之差。"""
    share: float | None = None
    """Sum over the base's value. 合计占基准的比例。"""


class Cover(Record):
    """What one place does with a task of the base."""

    clauses: tuple[str, ...] = ()
    """Ids of its clauses that take the task up; empty where none does. 对应条款标识。"""
    relation: Relation
    """How they correspond; only-left where none does. 对应关系。"""
    similarity: float
    """How alike they are, 0 to 1; of several, the greatest. 相似度。"""


class TaskRow(Record):
    """One clause of the base, and which place takes it up."""

    clause: str
    """Id of the clause. 条款标识。"""
    title: str | None
    """Its heading. 标题。"""
    places: tuple[Cover, ...]
    """What each place does with it, in the order of `Survey.places`. 各地对应情况。"""
    count: int
    """Number of places that take it up. 承接该任务的地区数。"""


class Survey(Record):
    """One document (a city's plan) against those of several places (its counties)."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this form. 数据格式版本。"""
    base: Side
    """The document that all are compared with. 基准文件。"""
    places: tuple[Side, ...]
    """The documents that are compared, in the order given. 各地文件。"""
    similarity: tuple[float, ...]
    """How alike each is to the base, 0 to 1. 各地总体相似度。"""
    reuse: tuple[float, ...]
    """Share of each one's text that stands in the base, 0 to 1. 各地沿用比例。"""
    indicators: tuple[IndicatorRow, ...] = ()
    """Indicators by place: the base's in its order, then those that only places set. 指标矩阵。"""
    tasks: tuple[TaskRow, ...] = ()
    """The base's clauses by place. 任务覆盖。"""

    _comparisons: tuple[Comparison, ...] = PrivateAttr(default=())

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparison of each place with the base; empty where the survey came from JSON."""
        return self._comparisons

    def holding(self, comparisons: tuple[Comparison, ...]) -> Survey:
        """The same survey, with its comparisons at hand. For the engine."""
        self._comparisons = comparisons
        return self
