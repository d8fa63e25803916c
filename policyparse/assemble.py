"""Put what the stages found together into the published records."""

from __future__ import annotations

import hashlib
from functools import cache

from pydantic import TypeAdapter

from policyparse.model.document import Clause, SourceInfo
from policyparse.model.outline import Outline, Section
from policyparse.model.source import Source
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


def clauses(text: MappedText, outline: Outline) -> tuple[Clause, ...]:
    """The outline as published clauses, with places in the source."""
    return _clauses_of().validate_python([_clause(text, outline, section) for section in outline.sections])


def source_edits(text: MappedText) -> tuple[SourceEdit, ...]:
    """The normalizer's edits as published."""
    return _edits_of().validate_python(
        [{"span": {"start": e.start, "end": e.end}, "text": e.text, "reason": e.reason} for e in text.edits]
    )


# hundreds of small records are validated in one call, which takes half the time


@cache
def _clauses_of() -> TypeAdapter[tuple[Clause, ...]]:
    return TypeAdapter(tuple[Clause, ...])


@cache
def _edits_of() -> TypeAdapter[tuple[SourceEdit, ...]]:
    return TypeAdapter(tuple[SourceEdit, ...])


def _clause(text: MappedText, outline: Outline, section: Section) -> dict[str, object]:
    label = None
    if section.label is not None:
        start, end = text.place(section.start, section.start + len(section.label))
        label = text.source[start:end]
    start, end = text.place(section.start, section.end)
    return {
        "id": section.id,
        "parent": None if section.parent is None else outline.sections[section.parent].id,
        "path": section.path,
        "label": label,
        "style": section.style,
        "number": section.number,
        "depth": section.depth,
        "title": section.title,
        "text": text.text[section.head : section.own_end].strip(),
        "span": {"start": start, "end": end},
    }
