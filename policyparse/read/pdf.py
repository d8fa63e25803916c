"""PDF: pdfium tells the characters and where they stand, also of fonts that are not embedded.

A line of the page is a line of the text; the blocks say which lines are one paragraph, what is furniture, and where on
the page (in points from its lower left corner) everything stood. Footnotes stand at the end. A page that is a picture
without text is a block of kind ``image``; with the extra ``ocr`` installed it is read, and marked ``recognised``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from policyparse.model.source import Source
from policyparse.read import ocr
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, encrypted, missing_extra, too_large
from policyparse.read.pages.compose import FEW_GLYPHS, Pages
from policyparse.read.pages.glyphs import Glyph, Page
from policyparse.read.rulings import drawn

KIND = "PDF"
MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5000
MOST_CHARACTERS_A_PAGE = 100_000
_HEAD = 1024
_UPRIGHT = 0.03
_FULL_CIRCLE = 6.2832
_PICTURED = 0.3
_MOST_STRANGE = 0.5
_HYPHENS = (0x02, 0xFFFE)  # what pdfium makes of a hyphen at a line's end
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
    if any(_needs_ocr(page) for page in pages) and ocr.is_installed():
        pages = _with_ocr(document, pages, name)
    composer = Composer(name)
    Pages(composer).write(pages)
    facts = ((f"pdf:{key}", said) for key, said in document.get_metadata_dict().items() if said)
    return composer.source(content, MEDIA_TYPE, properties=tuple(facts))


def _needs_ocr(page: Page) -> bool:
    return page.pictured and len(page.glyphs) < FEW_GLYPHS


def _with_ocr(document: Any, pages: list[Page], name: str | None) -> list[Page]:
    """The pages, those that are pictures with what OCR reads on them."""
    wanted = [page for page in pages if _needs_ocr(page)][: ocr.MOST_PAGES]
    read = {page.number: page for page in ocr.recognise(_pictures(document, wanted), name)}
    return [read.get(page.number, page) for page in pages]


def _pictures(document: Any, pages: list[Page]) -> Iterator[tuple[Page, Any]]:
    for page in pages:
        scale = min(ocr.RESOLUTION / 72, (ocr.MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5)
        sheet = document[page.number - 1]
        try:
            yield page, sheet.render(scale=scale).to_numpy()
        finally:
            sheet.close()


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
        if _is_garbled(glyphs):
            return Page(number + 1, width, height, [], rules, pictured=True)
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
        if code in _HYPHENS:
            code = ord("-")
        if code < 0x20 or 0xD800 <= code < 0xE000 or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        if _UPRIGHT < raw.FPDFText_GetCharAngle(handle, index) < _FULL_CIRCLE - _UPRIGHT:
            continue
        if raw.FPDFText_GetLooseCharBox(handle, index, box) and raw.FPDFText_GetCharOrigin(handle, index, across, up):
            glyph = Glyph(chr(code), box.left, box.right, up.value, box.bottom, box.top)
            if found and found[-1][1:] == glyph[1:]:
                found[-1] = _ligature(found[-1], glyph)
            else:
                found.append(glyph)
    return found


def _is_garbled(glyphs: list[Glyph]) -> bool:
    """Whether the characters are mostly such as fonts without a table of their meaning give."""
    strange = sum(glyph.text == "\ufffd" or "\ue000" <= glyph.text[0] <= "\uf8ff" for glyph in glyphs)
    return strange > _MOST_STRANGE * len(glyphs)


def _ligature(glyph: Glyph, again: Glyph) -> Glyph:
    """One shape for several characters (ﬁ, ——), or a character that is drawn twice to look bold."""
    twice = glyph.text[-1] == again.text and again.text not in _REPEATED
    return glyph if twice else glyph._replace(text=glyph.text + again.text)


def _recognises(content: bytes, suffix: str) -> bool:
    return b"%PDF-" in content[:_HEAD]


PDF = Format("pdf", _recognises, read_pdf)
