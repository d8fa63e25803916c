"""A policy document taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, PrivateAttr

from policyparse.errors import TextNotAtHand
from policyparse.model.facts import Figure, Reference, Responsibility
from policyparse.model.finding import Finding
from policyparse.model.metadata import Metadata
from policyparse.model.record import Record
from policyparse.model.source import Block
from policyparse.model.span import Span
from policyparse.model.text import Edit, MappedText, SourceEdit

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Style = Literal[
    "part", "chapter", "section", "article", "han", "han_paren", "arabic", "arabic_paren", "decimal", "circled",
    "inline", "annex", "box", "heading",
]  # fmt: skip


class SourceInfo(Record):
    """Where a document came from."""

    name: str | None = None
    """Name of the file. 文件名。"""
    media_type: str = "text/plain"
    """Media type of the file. 媒体类型。"""
    encoding: str | None = None
    """Encoding of a text file. 字符编码。"""
    sha256: str | None = None
    """SHA-256 of the bytes. 文件字节的 SHA-256。"""
    text_sha256: str
    """SHA-256 of the source text in UTF-8, lone surrogates passed through: what every offset refers to.

    源文本的 SHA-256。"""
    length: int
    """Length of the source text in Unicode code points. 源文本长度（码位数）。"""
    text: str | None = None
    """The source text, where it was asked for. 源文本（按需）。"""
    blocks: tuple[Block, ...] = ()
    """Pages, paragraphs and cells of the original. 页、段落、单元格等块。"""


class Clause(Record):
    """One numbered clause, or a heading without a number."""

    id: str
    """The path joined by /; one met again gets #2, #3; a heading without number h1, h2. 标识。"""
    parent: str | None
    """Id of the parent clause. 上级条款标识。"""
    path: tuple[str, ...]
    """Labels from the top, simplified, without punctuation. 编号路径。"""
    label: str | None
    """The label as written. 编号原文。"""
    style: Style
    """The way of numbering. 编号样式。"""
    number: int | None
    """The number; of 1.2. it is 2. 序号数值。"""
    depth: int
    """Level in the tree, from 1. 层级。"""
    title: str | None
    """The heading sentence, simplified, without label and final 。; null where there is none. 标题句。"""
    text: str
    """The clause's own clean text, without its children. 本条款自身文字（不含下级）。"""
    span: Span
    """From the label to the end of the last child. 条款在源文本中的位置。"""


class PolicyDocument(Record):
    """A policy document taken apart. Lists are in text order; every place is in the source text."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this form. 数据格式版本。"""
    source: SourceInfo
    """Where it came from. 来源。"""
    metadata: Metadata
    """The elements around the text. 公文要素。"""
    references: tuple[Reference, ...] = ()
    """Documents that it cites, each once. 引用文件。"""
    clauses: tuple[Clause, ...] = ()
    """All clauses, flat, with parent ids. 条款。"""
    targets: tuple[Figure, ...] = ()
    """Figures that commit to something. 目标。"""
    figures: tuple[Figure, ...] = ()
    """Figures that report or refer. 现状与参照数据。"""
    responsibilities: tuple[Responsibility, ...] = ()
    """Statements of who answers for what. 责任分工。"""
    edits: tuple[SourceEdit, ...] = ()
    """What was changed between the source and the clean text. 规范化改动。"""
    findings: tuple[Finding, ...] = Field(default=())
    """What the rules found; empty until `check`. 检查结果。"""

    _text: str | None = PrivateAttr(default=None)
    _mapped: MappedText | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; whether their text is at hand does not count."""
        return isinstance(other, PolicyDocument) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(self.source)

    # ---- the text -------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The source text. Raises `TextNotAtHand` where the document was loaded from JSON without it."""
        if self._text is not None:
            return self._text
        if self.source.text is not None:
            return self.source.text
        raise TextNotAtHand(
            name=self.source.name,
            zh="文档载入时不含源文本，无法显示原文",
            en="the document was loaded without its source text",
            cure_zh="请重新解析原文件，或用 --with-text 输出 JSON，或调用 with_text(text)",
            cure_en="parse the file again, write the JSON with --with-text, or call with_text(text)",
        )

    def source_text(self, span: Span) -> str:
        """The characters of the source text at `span`."""
        return span.of(self.text)

    @property
    def mapped(self) -> MappedText:
        """The clean text with its map, rebuilt from the source text and the edits where it is not at hand."""
        if self._mapped is None:
            edits = (Edit(edit.span.start, edit.span.end, edit.text, edit.reason) for edit in self.edits)
            self._mapped = MappedText.replay(self.text, edits)
        return self._mapped

    def with_text(self, text: str | None = None) -> PolicyDocument:
        """A copy whose JSON holds the source text. `text` is needed only where it is not at hand."""
        text = self.text if text is None else text
        return self._like(self.model_copy(update={"source": self.source.model_copy(update={"text": text})}), text)

    def without_text(self) -> PolicyDocument:
        """A copy whose JSON does not hold the source text."""
        return self._like(self.model_copy(update={"source": self.source.model_copy(update={"text": None})}), self._text)

    def holding(self, mapped: MappedText) -> PolicyDocument:
        """The same document, with its text at hand. For the pipeline."""
        self._text, self._mapped = mapped.source, mapped
        return self

    def _like(self, copy: PolicyDocument, text: str | None) -> PolicyDocument:
        copy._text, copy._mapped = text, self._mapped
        return copy

    # ---- the tree of clauses ----------------------------------------------------------------------------------

    def clause(self, id: str) -> Clause:
        """The clause with this id; `KeyError` where there is none."""
        for clause in self.clauses:
            if clause.id == id:
                return clause
        raise KeyError(id)

    def find(self, words: str) -> tuple[Clause, ...]:
        """The clauses with this id, label or path ("三/7", "（一）", "7."), or with these words in their title."""
        plain = words.strip("、.．() （）")
        exact = tuple(c for c in self.clauses if words in (c.id, c.label) or (c.path and "/".join(c.path) == words))
        if exact:
            return exact
        last = tuple(c for c in self.clauses if c.label and c.label.strip("、.．() （）") == plain)
        return last or tuple(c for c in self.clauses if words in (c.title or ""))

    def parent(self, clause: Clause) -> Clause | None:
        """The clause above `clause`."""
        return None if clause.parent is None else self.clause(clause.parent)

    def children(self, clause: Clause | None = None) -> tuple[Clause, ...]:
        """The direct children of `clause`; without one, the clauses of the first level."""
        wanted = None if clause is None else clause.id
        return tuple(child for child in self.clauses if child.parent == wanted)

    def walk(self, clause: Clause | None = None) -> Iterator[Clause]:
        """`clause` and all below it (without one, all clauses), in text order."""
        if clause is None:
            yield from self.clauses
            return
        inside = {clause.id}
        for candidate in self.clauses:
            if candidate.id == clause.id or candidate.parent in inside:
                inside.add(candidate.id)
                yield candidate

    # ---- slices -------------------------------------------------------------------------------------------------

    def targets_of(self, clause: Clause | str) -> tuple[Figure, ...]:
        """The targets of `clause` and of all below it."""
        return tuple(target for target in self.targets if target.clause in self._below(clause))

    def responsibilities_of(self, clause: Clause | str) -> tuple[Responsibility, ...]:
        """The responsibility statements of `clause` and of all below it."""
        return tuple(duty for duty in self.responsibilities if duty.clause in self._below(clause))

    def figure(self, id: str) -> Figure:
        """The target or figure with this id; `KeyError` where there is none."""
        for figure in (*self.targets, *self.figures):
            if figure.id == id:
                return figure
        raise KeyError(id)

    def _below(self, clause: Clause | str) -> frozenset[str]:
        top = self.clause(clause) if isinstance(clause, str) else clause
        return frozenset(c.id for c in self.walk(top))
