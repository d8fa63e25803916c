"""OFD pages that are pictures: which picture a page shows, and what OCR reads on it (GB/T 33190-2016, 7.9 and 10)."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from policyparse.read import ocr
from policyparse.read.pages.glyphs import Box, Page

MOST_RESOURCES = 20_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page: the number of its resource, and its box on the page in points."""

    page: Page
    location: str
    resource: str
    box: Box


def with_ocr(pages: Sequence[Page], pictures: Sequence[Picture], package: Any, name: str | None) -> list[Page]:
    """The pages, those that `pictures` fill with what OCR reads on them; without OCR, as they were."""
    if not pictures or not ocr.is_installed():
        return list(pages)
    media = _Media(package)
    sheets = {picture.page.number: picture for picture in pictures[: ocr.MOST_PAGES]}
    read = {page.number: page for page in ocr.recognise(_arrays(sheets, media), name) if page.glyphs}
    return [
        _placed(read[page.number], page, sheets[page.number].box) if page.number in read else page for page in pages
    ]


def _arrays(sheets: dict[int, Picture], media: _Media) -> Iterator[tuple[Page, Any]]:
    """Each picture as pixels, as a page of its own size; what is no picture that can be opened is left out."""
    import numpy
    from PIL import Image

    for number, picture in sheets.items():
        content = media.content(picture)
        left, low, right, high = picture.box
        try:
            with Image.open(io.BytesIO(content or b"")) as opened:
                if opened.width * opened.height <= ocr.MOST_PIXELS:
                    yield Page(number, right - left, high - low), numpy.asarray(opened.convert("RGB"))
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue


def _placed(read: Page, page: Page, box: Box) -> Page:
    """The page with what was read of the picture that lies in `box`."""
    left, low = box[0], box[1]
    glyphs = [
        glyph._replace(
            left=glyph.left + left, right=glyph.right + left, base=glyph.base + low, low=glyph.low + low,
            high=glyph.high + low,
        )
        for glyph in read.glyphs
    ]  # fmt: skip
    rules = [
        rule._replace(left=rule.left + left, right=rule.right + left, low=rule.low + low, high=rule.high + low)
        for rule in read.rules
    ]
    return replace(page, glyphs=glyphs, rules=rules, pictured=True, recognised=True)


class _Media:
    """The media files of a package by the number of their resource, for each of its documents."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.known = {posixpath.dirname(document): dict(self._of(document)) for document in self._documents()}

    def content(self, picture: Picture) -> bytes | None:
        """The bytes of a picture; None where it is not there."""
        here = [folder for folder in self.known if picture.location.startswith(folder)]
        place = self.known[max(here, key=len)].get(picture.resource) if here else None
        return None if place is None else bytes(self.package.read(place))

    def _documents(self) -> Iterator[str]:
        start = self.package.find("OFD.xml")
        for root in _named(self.package.read_xml(start), "DocRoot") if start else ():
            place = self.package.resolve(start, root.text)
            if place is not None:
                yield place

    def _of(self, document: str) -> Iterator[tuple[str, str]]:
        root = self.package.read_xml(document)
        for listed in (*_named(root, "PublicRes"), *_named(root, "DocumentRes")):
            place = self.package.resolve(document, listed.text)
            if place is None:
                continue
            resources = self.package.read_xml(place)
            folder = posixpath.join(posixpath.dirname(place), resources.get("BaseLoc", ""), "x")
            for medium in list(_named(resources, "MultiMedia"))[:MOST_RESOURCES]:
                file = next(_named(medium, "MediaFile"), None)
                found = None if file is None else self.package.resolve(folder, file.text)
                if found is not None:
                    yield medium.get("ID", ""), found


def _named(root: Element, name: str) -> Iterator[Element]:
    return (part for part in root.iter() if isinstance(part.tag, str) and part.tag.rpartition("}")[2] == name)
