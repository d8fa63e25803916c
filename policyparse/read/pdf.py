"""PDF: pdfium tells the characters and where they stand, also of fonts that are not embedded.

A line of the page is a line of the text; the blocks say which lines are one paragraph, what is furniture, and where on
the page (in points from its lower left corner) everything stood. Footnotes stand at the end. A page that is a picture
without text is a block of kind ``image``; with the extra ``ocr`` installed it is read, and marked ``recognised``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policyparse.model.source import Source
from policyparse.read import ocr
from policyparse.read.characters import Character, characters, glyphs, is_garbled, quarter_of
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, encrypted, missing_extra, too_large
from policyparse.read.pages.compose import FEW_GLYPHS, Pages
from policyparse.read.pages.glyphs import Page, Rule, Turn
from policyparse.read.rulings import drawn

KIND = "PDF"
MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5000
MOST_CHARACTERS_A_PAGE = 100_000
_HEAD = 1024
_PICTURED = 0.3
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
        text = page.get_textpage()
        try:
            count = text.count_chars()
            if count > MOST_CHARACTERS_A_PAGE:
                raise too_large(KIND, f"一页有 {count} 字", f"{count} characters on one page", name)
            found = list(characters(text, count))
        finally:
            text.close()
        return _upright(page, number + 1, found)
    finally:
        page.close()


def _upright(page: Any, number: int, found: list[Character]) -> Page:
    """The page, turned so that its text runs from left to right, with what turns it back to how it is shown."""
    left, low, right, high = page.get_bbox()
    shown = -page.get_rotation() // 90 % 4
    turn = Turn(right - left, high - low, quarter_of(found, shown))
    made = Page(number, *turn.size, turn=Turn(*turn.size, (shown - turn.quarters) % 4))
    made.glyphs = glyphs(found, turn, (left, low))
    rules, pictured = drawn(page)
    made.rules = [Rule(*turn.box((r.left - left, r.low - low, r.right - left, r.high - low))) for r in rules]
    made.pictured = pictured > _PICTURED * made.width * made.height
    if is_garbled(made.glyphs):
        made.glyphs, made.pictured = [], True
    return made


def _recognises(content: bytes, suffix: str) -> bool:
    return b"%PDF-" in content[:_HEAD]


PDF = Format("pdf", _recognises, read_pdf, (".pdf",))
