"""Pictures of pages: scanned PDF files, and pictures themselves, read by rapidocr with the models in its wheel.

What is read this way is marked ``recognised``: characters may be wrong. Nothing is fetched from a network.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median
from typing import Any

from policyparse.model.source import Source
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, missing_extra, too_large
from policyparse.read.pages.compose import Pages
from policyparse.read.pages.glyphs import Glyph, Lean, Page, Rule, spread

KIND = "OCR"
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp", "WEBP": "image/webp"}
RESOLUTION = 200
MOST_PAGES = 500
MOST_PIXELS = 120_000_000
_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM")
MOST_RULES = 4000
_A4_WIDTH = 595.0
_LONG = 1.3  # of a line's height: no stroke of a character is as long
_FAINT = (25, 12)  # pixels around a stroke, and how much darker than these it is: a hairline is grey, not black
_THICKEST = 8
_LEANING = 0.012
_CORNERS = 4
_LONG_LINE = 5
_FAR_APART = 0.8
_FEWEST_LINES = 3
_LEAST_ANGLE, _MOST_ANGLE = 0.004, 0.26
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
        found = engine(picture, return_word_box=True, return_single_char_box=True)
        scale = page.width / picture.shape[1]
        texts = [
            (text, [(float(x) * scale, page.height - float(y) * scale) for x, y in corners])
            for text, corners in _runs(found)
        ]
        lean = Lean(page.width, page.height, _angle(corners for _, corners in texts))
        upright = Lean(page.width, page.height, -lean.angle)
        glyphs = [glyph for text, corners in texts for glyph in _glyphs(text, [upright.point(*at) for at in corners])]
        rules = list(_rules(picture, scale, glyphs, lean.angle)) if glyphs else []
        yield replace(
            page, glyphs=glyphs, rules=rules, pictured=True, recognised=bool(glyphs), turn=lean if lean.angle else None
        )


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


def _runs(found: Any) -> Iterator[tuple[str, Any]]:
    """The lines that were read with their corners, cut where their characters lie far apart, as in cells of a table."""
    words = found.word_results or ()
    for number, (text, corners) in enumerate(zip(_each(found.txts), _each(found.boxes), strict=False)):
        characters = words[number] if number < len(words) else ()
        if "".join(character for character, *_ in characters) != text.replace(" ", ""):
            yield text, corners
            continue
        start = 0
        for at in range(1, len(characters) + 1):
            box = characters[at - 1][2]
            if at == len(characters) or characters[at][2][0][0] - box[1][0] > _FAR_APART * (box[3][1] - box[0][1]):
                first = characters[start][2]
                yield "".join(word[0] for word in characters[start:at]), (first[0], box[1], box[2], first[3])
                start = at


def _angle(boxes: Iterable[list[tuple[float, float]]]) -> float:
    """By how much the lines of a picture lean; 0 where they hardly do, or where too few are long enough to tell."""
    angles = [
        math.atan2(second[1] - first[1], second[0] - first[0])
        for first, second, _, last in (corners for corners in boxes if len(corners) == _CORNERS)
        if second[0] - first[0] > _LONG_LINE * abs(first[1] - last[1])
    ]
    angle = median(angles) if len(angles) >= _FEWEST_LINES else 0.0
    return angle if _LEAST_ANGLE < abs(angle) < _MOST_ANGLE else 0.0


def _rules(picture: Any, scale: float, glyphs: list[Glyph], angle: float) -> Iterator[Rule]:
    """The ruling lines of a picture: dark strokes that are longer than any character, level or nearly so."""
    import cv2

    grey = picture if picture.ndim == 2 else cv2.cvtColor(picture[:, :, :3], cv2.COLOR_RGB2GRAY)
    high, wide = grey.shape
    if angle:
        turned = cv2.getRotationMatrix2D((wide / 2, high / 2), -math.degrees(angle), 1.0)
        grey = cv2.warpAffine(grey, turned, (wide, high), borderValue=255)
    length = max(1, round(_LONG * median(glyph.high - glyph.low for glyph in glyphs) / scale))
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, *_FAINT)
    for size in ((length, 1), (1, length)):
        strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        for outline in cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0][:MOST_RULES]:
            x, y, across, down = cv2.boundingRect(outline)
            if min(across, down) > max(_THICKEST, _LEANING * max(across, down)):
                continue
            left, right, low, top = x * scale, (x + across) * scale, (high - y - down) * scale, (high - y) * scale
            if across > down:
                yield Rule(left, (low + top) / 2, right, (low + top) / 2)
            else:
                yield Rule((left + right) / 2, low, (left + right) / 2, top)


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
