"""Dates as official documents write them, to ISO dates."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import TO_HALF, shape
from policyparse.structure.ordinals import ordinal

MINGUO = 1911
ZEROS = str.maketrans("○零ＯO0", "〇〇〇〇〇")
NEARBY_DAYS = 45


class Dated(NamedTuple):
    """A date and its place in the words that were looked at."""

    iso: str
    start: int
    end: int


def find_date(words: str, lexicon: Lexicon) -> Dated | None:
    """The first whole date in `words`: 2024年5月6日, 二○二四年五月六日, 民国113年5月6日, 2024-05-06."""
    plain = words.translate(TO_HALF)
    found = (dated for name in ("date", "numeric_date") for dated in [_first(shape(lexicon, name), plain)] if dated)
    return min(found, key=lambda dated: dated.start, default=None)


def is_date_line(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is a whole date and nothing else."""
    if not 6 <= len(words) <= 30:
        return False
    dated = find_date(words, lexicon)
    return dated is not None and not (words[: dated.start] + words[dated.end :]).strip("（）() \t\u3000\u00a0")


def mend_date(words: str, near: str | None, lexicon: Lexicon) -> str | None:
    """The date that 2023614 stands for, where a date near it leaves one reading only.

    `near` is an ISO date, that of publication, which lies on the same day or up to 45 days after.
    """
    match = shape(lexicon, "damaged_date").match(words.translate(TO_HALF))
    if match is None or near is None:
        return None
    year, rest = int(match["year"]), match["rest"]
    published = datetime.date.fromisoformat(near)
    readings = {_date(year, int(rest[:cut]), int(rest[cut:])) for cut in (1, 2) if 1 <= len(rest) - cut <= 2}
    close = [day for day in readings if day and 0 <= (published - day).days <= NEARBY_DAYS]
    return close[0].isoformat() if len(close) == 1 else None


def _first(pattern: re.Pattern[str], words: str) -> Dated | None:
    for match in pattern.finditer(words):
        parts = match.groupdict()
        year = _year(parts["year"]) if parts["year"] else MINGUO + _number(parts["minguo"])
        day = _date(year, _number(parts["month"]), _number(parts["day"]))
        if day is not None:
            return Dated(day.isoformat(), match.start(), match.end())
    return None


def _year(written: str) -> int:
    return int(written) if written.isdecimal() else ordinal(written.translate(ZEROS)) or 0


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else ordinal(written) or 0


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
