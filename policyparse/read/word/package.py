"""The parts of a DOCX package that hold text, as plain XML trees.

The container and the XML are read with the standard library. python-docx refuses packages that WPS writes (relations to
parts that are not there) and Strict ones, and holds every picture in memory; what is needed of it is this page.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError, fromstring

from policyparse.read.archive import check
from policyparse.read.obstacles import damaged

KIND = "DOCX"
MOST_XML_BYTES = 32 * 1024 * 1024
"""A tree takes some thirty times the bytes of its XML; a plan of a thousand pages has ten megabytes."""
_NO_PART = Element("none")
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, NotImplementedError, ParseError)


@dataclass(frozen=True, slots=True)
class Package:
    """The trees of the parts; one that is not there is an empty element."""

    document: Element
    styles: Element = field(default_factory=lambda: _NO_PART)
    numbering: Element = field(default_factory=lambda: _NO_PART)
    footnotes: Element = field(default_factory=lambda: _NO_PART)
    endnotes: Element = field(default_factory=lambda: _NO_PART)
    core: Element = field(default_factory=lambda: _NO_PART)


def open_package(content: bytes, name: str | None) -> Package:
    """The package in `content`. Raises `ReadError` where it is damaged, encrypted, too large or holds no document."""
    check(content, KIND, name, most_xml=MOST_XML_BYTES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            names = frozenset(container.namelist())
            relations = dict(_relations(container, names, ""))
            main = relations.get("officeDocument", "word/document.xml")
            document = _tree(container, main)
            parts = dict(_relations(container, names, main))
            wanted = {
                part: _tree(container, place)
                for part in ("styles", "numbering", "footnotes", "endnotes")
                if (place := parts.get(part)) in names and place is not None
            }
            core = relations.get("core-properties")
            if core in names and core is not None:
                wanted["core"] = _tree(container, core)
    except _BROKEN as error:
        raise damaged(KIND, error, name) from error
    if child(document, "body") is None:
        raise damaged(KIND, "no document body", name)
    return Package(document, **wanted)


def child(element: Element, *names: str) -> Element | None:
    """The first child of the first of these names, then its first child of the next, and so on."""
    found: Element | None = element
    for name in names:
        found = None if found is None else found.find(name)
    return found


def paths_to(element: Element, tag: str) -> dict[int, str]:
    """The steps down to each element of this tag, by its ``id``; a step has its place among those of its name."""
    found: dict[int, str] = {}
    steps: list[tuple[Iterator[Element], dict[str, int], str]] = [(iter(element), {}, "")]
    while steps:
        parts, counts, _ = steps[-1]
        part = next(parts, None)
        if part is None:
            steps.pop()
            continue
        counts[part.tag] = counts.get(part.tag, 0) + 1
        steps.append((iter(part), {}, f"{part.tag}[{counts[part.tag]}]"))
        if part.tag == tag:
            found[id(part)] = "/".join(step for _, _, step in steps[1:])
    return found


def value(element: Element | None, *names: str) -> str | None:
    """The ``val`` of what `child` finds; ``""`` where it has none."""
    found = None if element is None else child(element, *names)
    return None if found is None else found.get("val", "")


def is_on(element: Element | None, name: str) -> bool:
    """Whether a toggle such as ``vanish`` is set among the children."""
    said = value(element, name)
    return said is not None and said not in ("0", "false", "off")


def _tree(container: zipfile.ZipFile, place: str) -> Element:
    """A part without namespaces: transitional and strict files then look alike.

    A document type, which no part may have, is refused: it is where entities would be declared.
    """
    content = container.read(place)
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content or b"<\0!\0" in content[:4096]:
        raise ValueError(f"document type in {place}")
    root = fromstring(content)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
            if element.attrib:
                element.attrib = {key.rpartition("}")[2]: said for key, said in element.attrib.items()}
    return root


def _relations(container: zipfile.ZipFile, names: frozenset[str], part: str) -> Iterator[tuple[str, str]]:
    """The parts that a part names, by the last word of the kind of relation. None lies outside the package."""
    folder, file = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{file}.rels")
    if place not in names:
        return
    for relation in _tree(container, place):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            yield (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(folder, target)),
            )
