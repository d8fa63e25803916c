"""What is to be done to a damaged text, and the text that it gives."""

from __future__ import annotations

from bisect import bisect_right
from typing import Annotated, Literal

from pydantic import Field

from policyparse.model.finding import Message
from policyparse.model.record import Record
from policyparse.model.span import Span

StepKind = Literal["drop", "move", "join", "renumber", "replace"]


class Answered(Record):
    """The finding that a step answers."""

    code: str
    """Code of its rule. 规则代码。"""
    name: str
    """Name of its rule. 规则名称。"""
    span: Span
    """Its place in the source text. 问题所在位置。"""


class Step(Record):
    """One edit of the source text."""

    kind: StepKind
    """drop a copy or a foreign passage, move a block, join a cut sentence, renumber a label, replace characters. 操作。"""
    span: Span
    """What it concerns, in the source text. 源文本位置。"""
    text: str | None = None
    """What stands there afterwards, for renumber and replace. 替换后的文字。"""
    to: int | None = None
    """For a move: the place in the source text before which the block goes. 移动的目标位置。"""
    safe: bool
    """Whether it cannot lose anything: what it drops stands elsewhere word for word. 是否安全。"""
    confidence: Annotated[float, Field(ge=0, le=1)]
    """How sure it is, from 0 to 1. 置信度。"""
    reason: Message
    """Why. 原因。"""
    answers: Answered
    """The finding that it answers. 对应的检查结果。"""


class Piece(Record):
    """A stretch of the repaired text and where it comes from."""

    start: int
    """Where it begins in the repaired text. 在修复后文本中的起始位置。"""
    source: Span
    """Where it comes from. 在源文本中的位置。"""
    exact: bool
    """Whether it stands there character for character. 是否逐字相同。"""


class Repair(Record):
    """A plan, and the text that it gives. The plan alone and the source text give the same text again (`replay`)."""

    schema_version: Literal["1.0"] = "1.0"
    """Version of this form. 数据格式版本。"""
    source_name: str | None = None
    """Name of the file. 文件名。"""
    text_sha256: str
    """SHA-256 of the source text that the plan is for. 源文本的 SHA-256。"""
    unsafe: bool
    """Whether steps that are not safe were taken. 是否包含不安全的操作。"""
    steps: tuple[Step, ...] = ()
    """What is done, in text order. 操作。"""
    left: tuple[Step, ...] = ()
    """What could be done and was not, because it is not safe. 未执行的操作。"""
    pieces: tuple[Piece, ...] = ()
    """Where the repaired text comes from, in its order. 修复后文本的来源。"""
    text: str
    """The repaired text. 修复后的文本。"""

    def source_place(self, position: int) -> Span:
        """Where the repaired character at `position` comes from."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        if index < 0:
            return Span(start=0, end=0)
        piece = self.pieces[index]
        if not piece.exact:
            return piece.source
        place = piece.source.start + position - piece.start
        return Span(start=place, end=place + 1)
