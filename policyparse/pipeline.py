"""From a file to a `PolicyDocument`: read, normalize, structure, extract."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from policyparse import assemble, extract, structure
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.source import Source
from policyparse.normalize import normalize
from policyparse.read import read


def parse(
    file: str | Path | bytes | BinaryIO, *, name: str | None = None, lexicon: Lexicon | None = None
) -> PolicyDocument:
    """Take a document apart.

    `file` is a path, bytes, or an open binary file; a `str` is always a path, never text (see `parse_text`). `name`
    is what the document is called in results where `file` has no name. Raises `ReadError` where the bytes give no
    document.
    """
    return parse_source(read(file, name=name), lexicon)


def parse_text(text: str, *, name: str | None = None, lexicon: Lexicon | None = None) -> PolicyDocument:
    """Take a text apart that is at hand as a `str`. Offsets are those of `text`."""
    return parse_source(Source(text=text, name=name), lexicon)


def parse_source(source: Source, lexicon: Lexicon | None = None) -> PolicyDocument:
    """Take a `Source` apart, as a reader made it."""
    lexicon = lexicon or Lexicon.load()
    text = normalize(source, lexicon)
    outline = structure.outline(text, source, lexicon)
    metadata = structure.letterhead(text, outline, source, lexicon)
    duties = extract.Duties.of(text, outline, lexicon)
    figures = extract.figures(text, outline, metadata, duties, lexicon)
    return PolicyDocument(
        source=assemble.source_info(source),
        metadata=metadata,
        references=extract.references(text, outline, lexicon),
        clauses=tuple(assemble.clauses(text, outline)),
        targets=tuple(figure for figure in figures if figure.status == "target"),
        figures=tuple(figure for figure in figures if figure.status != "target"),
        responsibilities=duties.responsibilities,
        edits=tuple(assemble.source_edits(text)),
    ).holding(text)
