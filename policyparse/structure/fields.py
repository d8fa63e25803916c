"""What web pages and file properties say around a document: 发布时间：…, 发布机构：…."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import shape
from policyparse.model.outline import Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.structure.lines import Line
from policyparse.structure.script import simplified

LONGEST = 600
LONGEST_VALUE = 60
TOP_LINES = 80
BULLETS = "•·●▪■-* "
COLONS = (":", "：")


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
            found.setdefault(field, simplified(value.strip()))
    return Fields(**found)


def value_lines(text: MappedText, lines: tuple[Line, ...], lexicon: Lexicon) -> frozenset[int]:
    """The indexes of lines near the top that are the value of a field whose name stands on the line above.

    The name is looked for in the source, since the normalizer may have removed it as furniture.
    """
    pattern = shape(lexicon, "field")
    found: list[int] = []
    for index, line in enumerate(lines[:TOP_LINES]):
        if len(line.words) <= LONGEST_VALUE:
            above = _line_above(text.source, text.source_start(line.start)).lstrip(BULLETS)
            if above.endswith(COLONS) and pattern.match(above):
                found.append(index)
    return frozenset(found)


def _line_above(source: str, position: int) -> str:
    """The last line above `position` that is not empty."""
    end = source.rfind("\n", 0, position)
    while end >= 0:
        start = source.rfind("\n", 0, end) + 1
        words = source[start:end].strip()
        if words:
            return words[-LONGEST_VALUE:]
        end = start - 1
    return ""


def _pairs(text: MappedText, outline: Outline, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    pattern = shape(lexicon, "field")
    framed = [text.text[part.start : part.end] for part in outline.frame if part.role == "field"]
    removed = [text.source[edit.start : edit.end] for edit in text.edits if edit.reason == "furniture"]
    for words in (*framed, *_top_lines(text.source, lexicon), *removed):
        for match in pattern.finditer(words[:LONGEST]):
            yield "".join(match["name"].split()), match["value"]


def _top_lines(source: str, lexicon: Lexicon) -> Iterator[str]:
    """The source's lines of fields near the top; a value on the line below its name is put behind it."""
    pattern = shape(lexicon, "field")
    name = ""
    for line in source[: TOP_LINES * LONGEST_VALUE].split("\n")[: 2 * TOP_LINES]:
        words = line.strip()
        if not words or not (name or words.endswith(COLONS)):
            continue
        words = words.lstrip(BULLETS)
        is_name = words.endswith(COLONS) and len(words) <= LONGEST_VALUE
        if name and words and not is_name:
            yield name + words
        if words:
            name = words if is_name and pattern.match(words) else ""
