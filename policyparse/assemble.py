"""Put what the stages found together into the published records."""

from __future__ import annotations

import hashlib

from policyparse.model.document import Clause, SourceInfo
from policyparse.model.outline import Outline, Section
from policyparse.model.record import maker
from policyparse.model.source import Source
from policyparse.model.span import span_of
from policyparse.model.text import MappedText, SourceEdit

_clause_of = maker(Clause)
_edit_of = maker(SourceEdit)


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
    return tuple([_clause(text, outline, section) for section in outline.sections])


def source_edits(text: MappedText) -> tuple[SourceEdit, ...]:
    """The normalizer's edits as published."""
    return tuple(
        [
            _edit_of({"span": span_of({"start": start, "end": end}), "text": new, "reason": str(reason)})
            for start, end, new, reason in text.edits
        ]
    )


def _clause(text: MappedText, outline: Outline, section: Section) -> Clause:
    label = None
    if section.label is not None:
        start, end = text.place(section.start, section.start + len(section.label))
        label = text.source[start:end]
    start, end = text.place(section.start, section.end)
    return _clause_of(
        {
            "id": section.id,
            "parent": None if section.parent is None else outline.sections[section.parent].id,
            "path": section.path,
            "label": label,
            "style": section.style,
            "number": section.number,
            "depth": section.depth,
            "title": section.title,
            "text": text.text[section.head : section.own_end].strip(),
            "span": span_of({"start": start, "end": end}),
        }
    )
