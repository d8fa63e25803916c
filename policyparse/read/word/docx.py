"""DOCX (Office Open XML, ECMA-376, transitional or strict), as Word, WPS and LibreOffice write it.

The text is what Word shows: automatic numbers stand at the beginning of their paragraphs, tracked changes are accepted,
hidden text is left out. A paragraph is a line, a row of a table is a line with tabs between its cells, and footnotes
stand at the end. The path of a block is an XPath below ``w:body`` without prefixes: ``p[12]``, ``tbl[1]/tr[2]/tc[3]``.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.model.source import Source
from policyparse.read.archive import ZIP_MARK, entries
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.word.body import Body
from policyparse.read.word.numbering import Numbering
from policyparse.read.word.package import Package, open_package
from policyparse.read.word.styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUFFIX = ".docx"
_PROPERTIES = ("title", "creator", "created", "modified")


def read_docx(content: bytes, name: str | None = None) -> Source:
    """A DOCX file as a `Source`. Raises `ReadError` where it is damaged, encrypted or unpacks to too much."""
    package = open_package(content, name)
    styles = Styles.of(package.styles)
    composer = Composer(name)
    Body(composer, styles, Numbering.of(package.numbering, styles), package).read()
    return composer.source(content, MEDIA_TYPE, properties=tuple(_properties(package)))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """What Word keeps about the file, under names that say so: its title is often that of another document."""
    for element in package.core:
        if element.tag in _PROPERTIES and element.text and element.text.strip():
            yield f"docx:{element.tag}", element.text.strip()


def _recognises(content: bytes, suffix: str) -> bool:
    if not content.startswith(ZIP_MARK):
        return False
    names = entries(content)
    if not names:  # cut off: the directory stands at the end
        return suffix == SUFFIX or b"word/document.xml" in content
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


DOCX = Format("docx", _recognises, read_docx, (SUFFIX,))
