"""What web pages and file properties say around a document: 发布时间：…, 发布机构：…."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import shape
from policyparse.model.outline import Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText

LONGEST = 600


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields that were found, as written; a field of the document's own lines comes before file properties."""

    title: str | None = None
    issuer: str | None = None
    document_number: str | None = None
    date_written: str | None = None
    date_published: str | None = None


def page_fields(text: MappedText, outline: Outline, source: Source, lexicon: Lexicon) -> Fields:
    """The fields in lines of the frame, in what the normalizer removed as furniture, and in the file's properties."""
    names = {name: field for field, known in lexicon.letterhead["fields"].items() for name in known}
    found: dict[str, str] = {}
    for name, value in (*_pairs(text, outline, lexicon), *source.properties):
        field = names.get(name)
        if field is not None and value.strip():
            found.setdefault(field, value.strip())
    return Fields(**found)


def _pairs(text: MappedText, outline: Outline, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    pattern = shape(lexicon, "field")
    lines = [text.text[part.start : part.end] for part in outline.frame if part.role == "field"]
    removed = (text.source[edit.start : edit.end] for edit in text.edits if edit.reason == "furniture")
    for words in (*lines, *removed):
        for match in pattern.finditer(words[:LONGEST]):
            yield "".join(match["name"].split()), match["value"]
