"""The characters of a PDF page at their places, turned so that its text runs from left to right."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from policyparse.read.pages.glyphs import Glyph, Turn

_QUARTER = math.pi / 2
_SLANT = 0.03
_MOST_STRANGE = 0.5
_WIDE = 0x2E80
_INKED = 0.02  # points between a character's box and its origin
_HYPHENS = (0x02, 0xFFFE)  # what pdfium makes of a hyphen at a line's end
_REPEATED = "—…─―-.·_"


class Character(NamedTuple):
    """A character as pdfium tells it: the quarter that it is turned by, its box and its origin, in user space."""

    text: str
    quarter: int
    left: float
    low: float
    right: float
    high: float
    across: float
    up: float


def characters(text: Any, count: int) -> Iterator[Character]:
    """The characters of a text page, without those that pdfium makes up for gaps and line ends, and slanted ones."""
    from pypdfium2 import raw

    handle = text.raw
    box, across, up = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    lead = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:  # pdfium tells characters beyond the first plane in two halves
            lead = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, lead = 0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00) if lead else 0, 0
        if code in _HYPHENS:
            code = ord("-")
        if code < 0x20 or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        turned = raw.FPDFText_GetCharAngle(handle, index) / _QUARTER
        quarter = round(turned)
        if abs(turned - quarter) > _SLANT or not raw.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        if raw.FPDFText_GetCharOrigin(handle, index, across, up):
            left, right = box.left, box.right
            if code >= _WIDE and not quarter % 4 and abs(left - across.value) > _INKED:
                left = min(left, across.value)
                right = max(right, across.value + _size(handle, index, raw))
            yield Character(chr(code), quarter % 4, left, box.bottom, right, box.top, across.value, up.value)


def _size(handle: Any, index: int, raw: Any) -> float:
    """The width of a Chinese character where pdfium tells only that of its ink, as in fonts whose glyphs are drawn."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(handle, index, matrix):
        return 0.0
    return float(raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.a, matrix.b))


def quarter_of(found: list[Character], usual: int) -> int:
    """The quarter that most characters of a page are turned by; `usual` is that of its own rotation."""
    counts = Counter(character.quarter for character in found)
    return max(counts, key=lambda quarter: (counts[quarter], quarter == usual), default=usual)


def glyphs(found: list[Character], turn: Turn, corner: tuple[float, float]) -> list[Glyph]:
    """The characters that stand upright after the turn. `corner` is the lower left one of the page in user space."""
    x, y = corner
    out: list[Glyph] = []
    for each in found:
        if each.quarter != turn.quarters:
            continue
        left, low, right, high = turn.box((each.left - x, each.low - y, each.right - x, each.high - y))
        glyph = Glyph(each.text, left, right, turn.point(each.across - x, each.up - y)[1], low, high)
        if out and out[-1][1:] == glyph[1:]:
            out[-1] = _ligature(out[-1], glyph)
        else:
            out.append(glyph)
    return out


def is_garbled(found: list[Glyph]) -> bool:
    """Whether the characters are mostly such as fonts without a table of their meaning give."""
    strange = sum(glyph.text == "\ufffd" or "\ue000" <= glyph.text[0] <= "\uf8ff" for glyph in found)
    return strange > _MOST_STRANGE * len(found)


def _ligature(glyph: Glyph, again: Glyph) -> Glyph:
    """One shape for several characters (ﬁ, ——), or a character that is drawn twice to look bold."""
    twice = glyph.text[-1] == again.text and again.text not in _REPEATED
    return glyph if twice else glyph._replace(text=glyph.text + again.text)
