"""PDF: pdfium tells the characters and where they stand, also of fonts that are not embedded.

A line of the page is a line of the text; the blocks say which lines are one paragraph, what is furniture, and where on
the page (in points from its lower left corner) everything stood. Footnotes stand at the end. A page that is a picture
without text is a block of kind ``image``; with the extra ``ocr`` installed it is read, and marked ``recognised``.
"""

from __future__ import annotations

import ctypes
from typing import Any

from policyparse.model.source import Source
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, encrypted, missing_extra, too_large
from policyparse.read.pages.compose import Pages
from policyparse.read.pages.glyphs import Glyph, Page
from policyparse.read.rulings import drawn

KIND = "PDF"
MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5000
MOST_CHARACTERS_A_PAGE = 100_000
_HEAD = 1024
_UPRIGHT = 0.03
_PICTURED = 0.3
_REPEATED = "—…─―-.·_"
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(content: bytes, name: str | None = None) -> Source:
    """A PDF file as a `Source`. Raises `ReadError` where it is damaged, encrypted or too large."""
    try:
        import pypdfium2
    except ImportError as error:
        raise missing_extra(KIND, "pdf", name) from error
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise encrypted(KIND, name) from error
        raise damaged(KIND, error, name) from error
    try:
        return _read(document, content, name)
    except pypdfium2.PdfiumError as error:
        raise damaged(KIND, error, name) from error
    finally:
        document.close()


def _read(document: Any, content: bytes, name: str | None) -> Source:
    if len(document) > MOST_PAGES:
        raise too_large(KIND, f"{len(document)} 页", f"{len(document)} pages", name)
    pages = [_page(document, number, name) for number in range(len(document))]
    composer = Composer(name)
    Pages(composer).write(pages)
    facts = ((f"pdf:{key}", said) for key, said in document.get_metadata_dict().items() if said)
    return composer.source(content, MEDIA_TYPE, properties=tuple(facts))


def _page(document: Any, number: int, name: str | None) -> Page:
    page = document[number]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            glyphs = _glyphs(text, name)
        finally:
            text.close()
        rules, pictured = drawn(page)
        return Page(number + 1, width, height, glyphs, rules, pictured > _PICTURED * width * height)
    finally:
        page.close()


def _glyphs(text: Any, name: str | None) -> list[Glyph]:
    """The upright characters of a page; those that pdfium makes up for gaps and line ends are left out."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS_A_PAGE:
        raise too_large(KIND, f"一页有 {count} 字", f"{count} characters on one page", name)
    handle = text.raw
    box, across, up = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[Glyph] = []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code < 0x20 or 0xD800 <= code < 0xE000 or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        angle = raw.FPDFText_GetCharAngle(handle, index)
        if _UPRIGHT < angle < 6.25:
            continue
        if raw.FPDFText_GetLooseCharBox(handle, index, box) and raw.FPDFText_GetCharOrigin(handle, index, across, up):
            glyph = Glyph(chr(code), box.left, box.right, up.value, box.bottom, box.top)
            if found and found[-1][1:] == glyph[1:]:
                found[-1] = _ligature(found[-1], glyph)
            else:
                found.append(glyph)
    return found


def _ligature(glyph: Glyph, again: Glyph) -> Glyph:
    """One shape for several characters (ﬁ, ——), or a character that is drawn twice to look bold."""
    twice = glyph.text[-1] == again.text and again.text not in _REPEATED
    return glyph if twice else glyph._replace(text=glyph.text + again.text)


def _recognises(content: bytes, suffix: str) -> bool:
    return b"%PDF-" in content[:_HEAD]


PDF = Format("pdf", _recognises, read_pdf)
