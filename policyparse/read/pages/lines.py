"""Glyphs to lines: what stands on one baseline, without a wide gap, in the order from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policyparse.read.pages.glyphs import Box, Glyph

_SAME_LINE = 0.45
_WORD_GAP = 0.2
_MIXED_GAP = 0.45
_CELL_GAP = 2.4
_COLUMN_GAP = 1.1
_TWICE = 0.15
_LEAST_EM = 1.0
_NO_START = frozenset("，。、；：！？）》〉〕」』】〗…—,;:!?)]}%％‰℃·~～")
_NO_END = frozenset("（《〈〔「『【〖([{$￥")
_QUOTES = frozenset("“”‘’\"'")
_LONGEST_HEAD = 24
_BLANKS = frozenset(" \t\xa0\u2002\u2003\u3000")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text on one baseline. `em` is the width of a Chinese character in it."""

    text: str
    left: float
    right: float
    base: float
    low: float
    high: float
    em: float
    head: float
    """Width of what may not be torn off the line's beginning: a character, or a Latin word, with the mark after it."""

    @property
    def box(self) -> Box:
        """Left, bottom, right, top."""
        return self.left, self.low, self.right, self.high


def lines_of(glyphs: Iterable[Glyph], *, apart: bool) -> list[Line]:
    """The lines of glyphs from top to bottom; `apart` cuts them at gaps that may lie between columns."""
    found: list[Line] = []
    for row in _rows(glyphs):
        em = _em(row)
        start = 0
        for index in range(1, len(row) + 1):
            if index == len(row) or (apart and row[index].left - row[index - 1].right > _COLUMN_GAP * em):
                line = _line(row[start:index], em)
                if line is not None:
                    found.append(line)
                start = index
    return found


def joined(pieces: list[Line]) -> Line:
    """Pieces of one baseline, from left to right, as one line."""
    first = pieces[0]
    text = first.text
    for before, piece in pairwise(pieces):
        gap = (piece.left - before.right) / max(before.em, piece.em)
        text += _between(gap, before.text[-1], piece.text[0]) + piece.text
    return Line(
        text, first.left, max(piece.right for piece in pieces), first.base, min(piece.low for piece in pieces),
        max(piece.high for piece in pieces), max(piece.em for piece in pieces), first.head,
    )  # fmt: skip


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline, each row from left to right, without those that are drawn twice to look bold."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.left)):
        if not rows or base - glyph.base > _SAME_LINE * min(size, _size(glyph)):
            rows.append([])
            base, size = glyph.base, _size(glyph)
        rows[-1].append(glyph)
    return [_once(sorted(row, key=lambda glyph: glyph.left)) for row in rows]


def _size(glyph: Glyph) -> float:
    return max(_LEAST_EM, glyph.high - glyph.low)


def _once(row: list[Glyph]) -> list[Glyph]:
    out: list[Glyph] = []
    for glyph in row:
        again = any(
            glyph.text == other.text and abs(glyph.left - other.left) < _TWICE * _size(glyph) for other in out[-3:]
        )
        if not again:
            out.append(glyph)
    return out


def _em(row: list[Glyph]) -> float:
    wide = [glyph.right - glyph.left for glyph in row if _is_wide(glyph.text)]
    return max(_LEAST_EM, median(wide) if wide else median(_size(glyph) for glyph in row))


def _is_wide(text: str) -> bool:
    return len(text) == 1 and "\u2e80" <= text <= "\uffef"


def _line(row: list[Glyph], em: float) -> Line | None:
    """A line without the blanks at its edges; None where nothing else is in it."""
    while row and row[0].text in _BLANKS:
        row = row[1:]
    while row and row[-1].text in _BLANKS:
        row = row[:-1]
    if not row:
        return None
    text = row[0].text
    usual = _usual_gap(row)  # of a justified line
    for before, glyph in pairwise(row):
        text += _between((glyph.left - before.right - usual) / em, before.text[-1], glyph.text[0]) + glyph.text
    return Line(
        text, row[0].left, max(glyph.right for glyph in row), median(glyph.base for glyph in row),
        min(glyph.low for glyph in row), max(glyph.high for glyph in row), em, _head(row),
    )  # fmt: skip


def _usual_gap(row: list[Glyph]) -> float:
    gaps = [after.left - before.right for before, after in pairwise(row)]
    return max(0.0, median(gaps)) if len(gaps) > 4 else 0.0


def _between(gap: float, before: str, after: str) -> str:
    """What a gap of so many em means: nothing, a blank, or the border of a cell.

    Between Chinese and Latin characters typesetting programs leave a quarter of an em that is no blank.
    """
    if before in _BLANKS or after in _BLANKS:
        return ""
    if gap > _CELL_GAP:
        return "\t"
    mixed = before.isascii() != after.isascii()
    return " " if gap > (_MIXED_GAP if mixed else _WORD_GAP) else ""


def _head(row: list[Glyph]) -> float:
    """The width of what no line break may part at the beginning of a row (Unicode Standard Annex 14, in short)."""
    last = 0
    while last + 1 < min(len(row), _LONGEST_HEAD) and _holds_together(row[last].text[-1], row[last + 1].text[0]):
        last += 1
    return row[last].right - row[0].left


def _holds_together(before: str, after: str) -> bool:
    if after in _NO_START or before in _NO_END or before in _QUOTES or after in _QUOTES:
        return True
    return before.isascii() and after.isascii() and (before.isalnum() or before in ".%-/") and after not in " \t"
