"""How wide the columns of a printed table should be, and what its cells may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from policyparse.report.tables import Table

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids, other controls, and marks that turn the direction of the text around them."""
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?)(%?)", re.ASCII)
"""A number that a sheet holds without loss: 15 digits, no zero in front."""
_FLOOR = 10.0
"""Columns up to this width get what they want before the wide ones share the rest."""
_SHORT = 18.0
"""Columns up to this width may be centred."""
_MAY_BREAK = 0.1
_STEP = 2.0
"""Width that is given out at a time: one Chinese character."""


def writable(text: str) -> str:
    """`text` with U+FFFD for every character that an office file cannot hold, so that one sees that it was there."""
    return _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def number(text: str) -> float | None:
    """The number that a cell is, a percent as a share of 1; None for a cell that is anything else."""
    found = _NUMBER.fullmatch(text)
    if found is None or len(found[1]) > 16:
        return None
    return float(found[1]) / 100 if found[2] else float(found[1])


def width(text: str) -> int:
    """Columns that a line takes: two for each character that is as wide as a Chinese one."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def widths(table: Table, total: float) -> tuple[float, ...]:
    """Widths of the columns in half Chinese characters; together not more than `total`.

    Narrow columns get what they want. What is left goes, a character at a time, to the column where it saves most
    height, tall cells above all. A head may take two lines.
    """
    columns = [_Column.of(head, [row[place] for row in table.rows]) for place, head in enumerate(table.columns)]
    given = [min(column.longest, _FLOOR) for column in columns]
    if sum(given) > total:
        return tuple(part * total / sum(given) for part in given)
    gains = [column.gain(part) for column, part in zip(columns, given, strict=True)]
    left = total - sum(given)
    while left >= _STEP and max(gains) > 0:
        best = gains.index(max(gains))
        given[best] += _STEP
        gains[best] = columns[best].gain(given[best])
        left -= _STEP
    return tuple(given)


def centred(table: Table, across: Sequence[float]) -> tuple[bool, ...]:
    """Which columns are short words that look best in the middle: hardly a line of theirs breaks at these widths."""
    return tuple(
        wide <= _SHORT and _breaking([row[place] for row in table.rows], wide) <= _MAY_BREAK
        for place, wide in enumerate(across)
    )


def _breaking(cells: Iterable[str], wide: float) -> float:
    """Share of the lines that are wider than the column."""
    broken = [width(line) > wide for cell in cells for line in cell.split("\n")]
    return sum(broken) / max(len(broken), 1)


def lines(text: str, wide: float) -> int:
    """Lines that a cell takes at this width."""
    return sum(max(1, ceil(width(line) / max(wide - 1, 2))) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Column:
    longest: float
    """Width that no line needs more than."""
    cells: tuple[tuple[int, ...], ...]
    """Widths of the lines of each cell."""

    @classmethod
    def of(cls, head: str, cells: Iterable[str]) -> _Column:
        lines = tuple(tuple(width(line) for line in cell.split("\n")) for cell in cells)
        return cls(max([width(head) / 2 + 2, *(max(cell) + 2 for cell in lines)]), lines)

    def gain(self, wide: float) -> float:
        """Height that one step more saves at this width; nothing where every line fits."""
        return self._height(wide) - self._height(wide + _STEP) if wide < self.longest else 0.0

    def _height(self, wide: float) -> float:
        """The squares of the cells' heights, since a row is as tall as its tallest cell."""
        return sum(sum(max(1.0, line / (wide - 1)) for line in cell) ** 2 for cell in self.cells)
