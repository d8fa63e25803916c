"""What a rule has to say about a place of the text."""

from __future__ import annotations

from typing import Literal

from policyparse.model.record import Record
from policyparse.model.span import Span

Severity = Literal["error", "warning", "info"]


class Message(Record):
    """One statement in both languages."""

    zh: str
    """In Chinese. 中文。"""
    en: str
    """In English. 英文。"""


class RelatedPlace(Record):
    """Another place that a finding speaks of."""

    span: Span
    """The place. 相关位置。"""
    role: Literal["original", "continuation", "other-name"]
    """What it is to the finding: original of a copy, continuation of a cut sentence, other name. 与本问题的关系。"""


class Finding(Record):
    """One finding of one rule, with its place."""

    code: str
    """Code of the rule, such as D101. 规则代码。"""
    name: str
    """Name of the rule, such as duplicate-block. 规则名称。"""
    severity: Severity
    """error where meaning is lost or doubled, warning where it is in doubt, info where it is cosmetic. 严重程度。"""
    message: Message
    """What is wrong. 问题说明。"""
    span: Span
    """The place in the source text. 源文本位置。"""
    related: tuple[RelatedPlace, ...] = ()
    """Other places that belong to it. 相关位置。"""
    clause: str | None = None
    """Id of the innermost clause of the place. 所在条款的标识。"""
    suggestion: str | None = None
    """What should stand at the place, where that is sure. 建议的正确文字。"""
