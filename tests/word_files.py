"""Word files written by hand, for tests: only what a test is about is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx(body: str, *, namespace: str = TRANSITIONAL, links: str = "", **parts: str) -> bytes:
    """A package with this body; `parts` are styles, numbering, footnotes or endnotes (what stands within the root)."""
    names = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in parts}, links),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>", namespace),
        **{f"word/{name}.xml": root(names[name], inside, namespace) for name, inside in parts.items()},
    }
    return package(files)


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP container."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name, content)
    return stream.getvalue()


def root(name: str, inside: str, namespace: str = TRANSITIONAL) -> str:
    """An XML part."""
    extra = 'xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:wp="urn:wp" xmlns:wps="urn:wps" xmlns:a="urn:a" xmlns:m="urn:m"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{namespace}" {extra}>{inside}</w:{name}>'


def relations(targets: Mapping[str, str], links: str = "") -> str:
    """A relations part."""
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}{links}</Relationships>'


def p(text: str = "", *, properties: str = "", runs: str = "") -> str:
    """A paragraph."""
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{held}{r(text) if text else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph that a list numbers."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, counting: str, words: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{counting}"/>{more}<w:lvlText w:val="{words}"/></w:lvl>'


def lists(levels: Mapping[int, str], instances: Mapping[int, tuple[int, str]]) -> str:
    """A numbering part: abstract lists by id, and instances by id with their list and overrides."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{id}">{inside}</w:abstractNum>' for id, inside in levels.items()
    )
    nums = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{more}</w:num>' for id, (of, more) in instances.items()
    )
    return abstracts + nums


def restart(depth: int, start: int) -> str:
    """An override that begins a level anew."""
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a cell that is plain text becomes one."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{inside}</w:tr>"


def tc(*paragraphs: str, properties: str = "") -> str:
    """A cell of paragraphs."""
    inside = "".join(part if part.startswith("<w:") else p(part) for part in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
