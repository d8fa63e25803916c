"""Which unit or counter stands at a place: 个, 平方公里, 个百分点, 公里/平方公里, 吨/万平方米, /10万."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyparse.lexicon.rows import Unit
from policyparse.numerals.characters import UNITS

STROKES = "/／"
DENOMINATOR_NUMBER = re.compile(r"[0-9]{0,9}[百千万亿]{0,3}")
DENOMINATOR_GROUP = re.compile(r"[（(][^（()）\n]{1,12}[）)]")
OTHER_COUNTER = re.compile(r"[\u4e00-\u9fff](?=$|[、，。；：,;！!）)》”\n]|以[上下内]|左右|及以[上下])")
"""A Han character between an Arabic number and the end of a phrase is a counter, even one that no table knows."""
NO_COUNTER = frozenset(
    "的和与及等或在是为至到以上下左右前后内外中起来多余个年月日时分并而则且有无不从由将被把对个者们了"
)
KIND_LABEL = "label"
KIND_PER = "per"


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit as found: where it ends, as written, its normal form and its kind."""

    end: int
    surface: str
    canonical: str
    kind: str


class UnitIndex:
    """The units of a lexicon, by their first character, longest first."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        by_first: dict[str, list[Unit]] = {}
        for unit in units:
            by_first.setdefault(unit.surface[0], []).append(unit)
        self.by_first = {
            first: tuple(sorted(rows, key=lambda unit: -len(unit.surface))) for first, rows in by_first.items()
        }
        self.initials = "".join({unit.surface[0] for unit in units if unit.after == "any"})
        begins_with_multiplier = sorted((u.surface for u in units if u.surface[0] in UNITS), key=len, reverse=True)
        self.until = re.compile("|".join(re.escape(surface) for surface in begins_with_multiplier) or r"(?!)")

    def at(self, text: str, place: int, *, han: bool = False) -> UnitAt | None:
        """The unit that begins at `place`; after a `han` numeral only those that can follow one."""
        unit = self._simple(text, place, han=han)
        if unit is not None:
            if unit.kind == KIND_LABEL:
                return unit
            return self._ratio(text, place, unit)
        if text[place : place + 1] in STROKES and place < len(text):
            return self._ratio(text, place, UnitAt(place, "", "", "ratio"), need=True)
        if not han:
            match = OTHER_COUNTER.match(text, place)
            if match and match[0] not in NO_COUNTER:
                return UnitAt(match.end(), match[0], match[0], "count")
        return None

    def _simple(self, text: str, place: int, *, han: bool = False, per: bool = False) -> UnitAt | None:
        for unit in self.by_first.get(text[place : place + 1], ()):
            if not text.startswith(unit.surface, place) or (han and unit.after == "digits"):
                continue
            if unit.kind == KIND_PER and not per:
                continue
            end = place + len(unit.surface)
            last, following = unit.surface[-1], text[end : end + 1]
            if last.isascii() and last.isalnum() and following.isascii() and following.isalnum():
                continue
            return UnitAt(end, unit.surface, unit.canonical, unit.kind)
        return None

    def _ratio(self, text: str, start: int, unit: UnitAt, *, need: bool = False) -> UnitAt | None:
        """`unit` with what stands below its strokes; without, `unit`, or None where one is needed."""
        end, canonical = unit.end, unit.canonical
        for _ in range(2):
            below = self._below(text, end)
            if below is None or (need and below.surface == ""):
                break
            end, canonical = below.end, f"{canonical}/{below.canonical}"
        if end == unit.end:
            return None if need else unit
        return UnitAt(end, text[start:end], canonical, "ratio")

    def _below(self, text: str, place: int) -> UnitAt | None:
        if text[place : place + 1] not in STROKES or place >= len(text):
            return None
        group = DENOMINATOR_GROUP.match(text, place + 1)
        if group:
            return UnitAt(group.end(), group[0], group[0], "ratio")
        number = DENOMINATOR_NUMBER.match(text, place + 1)
        assert number is not None
        unit = self._simple(text, number.end(), per=True)
        if unit is None or unit.kind == KIND_LABEL:
            if not number[0] or number[0][-1].isdigit():
                return None
            return UnitAt(number.end(), number[0], number[0], "ratio")
        return UnitAt(unit.end, number[0] + unit.surface, number[0] + unit.canonical, "ratio")
