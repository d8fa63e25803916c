"""Pictures of pages: scanned PDF files, and pictures themselves, read by rapidocr with the models in its wheel.

What is read this way is marked ``recognised``: characters may be wrong. Nothing is fetched from a network.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from policyparse.model.source import Source
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, missing_extra, too_large
from policyparse.read.pages.compose import Pages
from policyparse.read.pages.glyphs import Glyph, Page, spread

KIND = "OCR"
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp", "WEBP": "image/webp"}
RESOLUTION = 200
MOST_PAGES = 500
MOST_PIXELS = 120_000_000
_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM")
_A4_WIDTH = 595.0
_BASE = 0.14


def is_installed() -> bool:
    """Whether pictures can be read here."""
    try:
        import rapidocr  # noqa: F401
    except ImportError:
        return False
    return True


def recognise(pictures: Iterable[tuple[Page, Any]], name: str | None) -> Iterator[Page]:
    """The pages with the characters of their pictures (arrays of pixels). Raises `MissingExtra`."""
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        raise missing_extra(KIND, "ocr", name) from error
    engine: Any = RapidOCR(params={"Global.log_level": "critical"})
    for page, picture in pictures:
        found = engine(picture)
        scale = page.width / picture.shape[1]
        glyphs: list[Glyph] = []
        for corners, text in zip(_each(found.boxes), _each(found.txts), strict=False):
            glyphs += _glyphs(text, [(float(x) * scale, page.height - float(y) * scale) for x, y in corners])
        yield replace(page, glyphs=glyphs, pictured=True, recognised=bool(glyphs), turn=None)


def read_picture(content: bytes, name: str | None = None) -> Source:
    """A picture of a page, or of several (TIFF), as a `Source`. Raises `ReadError` and `MissingExtra`."""
    if not is_installed():
        raise missing_extra(KIND, "ocr", name)
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise too_large("image", f"{picture.width}×{picture.height}", f"{picture.width}×{picture.height}", name)
            pages = list(recognise(_frames(picture), name))
            kind = MEDIA_TYPES.get(picture.format or "", "image/*")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise damaged("image", error, name) from error
    composer = Composer(name)
    Pages(composer).write(pages)
    return composer.source(content, kind)


def _frames(picture: Any) -> Iterator[tuple[Page, Any]]:
    """The frames of a picture as pages as wide as a sheet of A4, since its own resolution is often not told."""
    import numpy

    for number in range(min(getattr(picture, "n_frames", 1), MOST_PAGES)):
        picture.seek(number)
        height = _A4_WIDTH * picture.height / picture.width
        yield Page(number + 1, _A4_WIDTH, height, pictured=True), numpy.asarray(picture.convert("RGB"))


def _each(found: Any) -> Iterable[Any]:
    return () if found is None else found


def _glyphs(text: str, corners: list[tuple[float, float]]) -> Iterator[Glyph]:
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    return spread(text, (left, right), low + _BASE * (high - low), (low, high))


def _recognises(content: bytes, suffix: str) -> bool:
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    return webp or (content.startswith(_MARKS) and not (content.startswith(b"BM") and b"\x00" not in content[:64]))


PICTURE = Format("picture", _recognises, read_picture)
"""A folder is not searched for pictures: most are no documents."""
