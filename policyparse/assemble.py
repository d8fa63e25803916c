"""Put what the stages found together into the published records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from policyparse.model.document import Clause, SourceInfo
from policyparse.model.outline import Outline, Section
from policyparse.model.source import Source
from policyparse.model.span import Span
from policyparse.model.text import MappedText, SourceEdit


def source_info(source: Source) -> SourceInfo:
    """What the JSON says of the source."""
    return SourceInfo(
        name=source.name,
        media_type=source.media_type,
        encoding=source.encoding,
        sha256=source.sha256,
        text_sha256=hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        length=len(source.text),
        blocks=source.blocks,
    )


def clauses(text: MappedText, outline: Outline) -> Iterator[Clause]:
    """The outline as published clauses, with places in the source."""
    sections = outline.sections
    for section in sections:
        parent = None if section.parent is None else sections[section.parent].id
        yield _clause(text, section, parent)


def source_edits(text: MappedText) -> Iterator[SourceEdit]:
    """The normalizer's edits as published."""
    for edit in text.edits:
        yield SourceEdit(span=Span(start=edit.start, end=edit.end), text=edit.text, reason=edit.reason)


def _clause(text: MappedText, section: Section, parent: str | None) -> Clause:
    label = None
    if section.label is not None:
        start, end = text.place(section.start, section.start + len(section.label))
        label = text.source[start:end]
    return Clause.model_validate(
        {
            "id": section.id,
            "parent": parent,
            "path": section.path,
            "label": label,
            "style": section.style,
            "number": section.number,
            "depth": section.depth,
            "title": section.title,
            "text": text.text[section.head : section.own_end].strip(),
            "span": text.span(section.start, section.end),
        }
    )
