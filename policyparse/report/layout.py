"""How wide the columns of a printed table should be, and what its cells may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from policyparse.report.tables import Table

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids, other controls, and marks that turn the direction of the text around them."""
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?)(%?)", re.ASCII)
"""A number that a sheet holds without loss: 15 digits, no zero in front."""
_NARROWEST = 4
_FLOOR = 10
"""Columns up to this width get what they want before the wide ones share the rest."""


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

    Narrow columns get what they want. The others share what is left by how much text they hold, none more than its
    longest line needs.
    """
    columns = [_column(head, (row[place] for row in table.rows)) for place, head in enumerate(table.columns)]
    wanted = [longest for longest, _ in columns]
    given = [min(longest, max(_FLOOR, width(head))) for longest, head in zip(wanted, table.columns, strict=True)]
    if sum(given) > total:
        return tuple(part * total / sum(given) for part in given)
    left = total - sum(given)
    open_columns = {place for place, part in enumerate(given) if part < wanted[place]}
    while open_columns and left > 0.5:
        weight = sum(columns[place][1] for place in open_columns)
        parts = {place: left * columns[place][1] / weight for place in open_columns}
        for place, part in parts.items():
            part = min(part, wanted[place] - given[place])
            given[place] += part
            left -= part
        open_columns = {place for place in open_columns if wanted[place] - given[place] > 0.5}
    return tuple(given)


def _column(head: str, cells: Iterable[str]) -> tuple[float, float]:
    """The longest line with room around it, and a weight: the root of the text, as height goes by area."""
    longest, held = max(width(head) + 1, _NARROWEST), 1
    for cell in cells:
        lines = [width(line) for line in cell.split("\n")]
        longest = max(longest, max(lines) + 2)
        held += sum(lines)
    return longest, held**0.5
