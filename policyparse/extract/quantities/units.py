"""Which unit or counter stands at a place: 个, 平方公里, 个百分点, 公里/平方公里, 吨/万平方米, /10万."""

from __future__ import annotations

import re
from typing import NamedTuple

from policyparse.lexicon.rows import Unit
from policyparse.numerals.characters import UNITS

STROKES = "/／∕⁄"
HAN_CHARACTER = re.compile("[\u4e00-\u9fff]")
BOUND_AFTER = re.compile("[及或]?以[上下]")
"""With a bound even 二级 is a quantity: 二级以上."""
DOTS = "·•・"
DAY_OF_RATIO = re.compile(r"[日天年](?![均内产前初底末后人度中以来])")
"""万人次/公里日: a time that stands right after what is below the stroke."""
DENOMINATOR_NUMBER = re.compile(r"(?:10{0,8})?[百千万亿]{0,3}")
"""One, ten, a hundred and so on: 10万千瓦/20万千瓦时 are two quantities."""
MORE_THAN_ONE = re.compile(r"[0-9]{1,9}[万亿][百千]?")
"""10万千瓦时 after a stroke is a quantity of its own; 1例/10万人 is not."""
DENOMINATOR_GROUP = re.compile(r"[（(][^（()）\n]{1,12}[）)]")
OTHER_COUNTER = re.compile(r"[\u4e00-\u9fff](?=$|[、，。；：,;！!）)》”\n]|以[上下内]|左右|及以[上下])")
"""A Han character between an Arabic number and the end of a phrase is a counter, even one that no table knows."""
NO_COUNTER = frozenset(
    "的和与及等或在是为至到以上下左右前后内外中起来多余个年月日时分并而则且有无不从由将被把对个者们了"
)
PERIODS = ("月", "季度")
"""Below a stroke these are no dates."""
CLOSING = ("）", ")")
MOST_DENOMINATORS = 3
KIND_LABEL = "label"
KIND_PER = "per"


class UnitAt(NamedTuple):
    """A unit as found: where it ends, as written, its normal form and its kind."""

    end: int
    surface: str
    canonical: str
    kind: str


class UnitIndex:
    """The units of a lexicon, by their first character, longest first."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self.rows = {unit.surface: unit for unit in reversed(units)}
        lengths: dict[str, set[int]] = {}
        for surface in self.rows:
            lengths.setdefault(surface[0], set()).add(len(surface))
        self.lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
        self.initials = "".join({unit.surface[0] for unit in units if unit.after != "digits"} | {"级"})
        begins_with_multiplier = sorted((u.surface for u in units if u.surface[0] in UNITS), key=len, reverse=True)
        self.until = re.compile("|".join(re.escape(surface) for surface in begins_with_multiplier) or r"(?!)")

    def at(self, text: str, place: int, *, han: bool = False) -> UnitAt | None:
        """The unit that begins at `place`; after a `han` numeral only those that can follow one."""
        unit = self._simple(text, place, han=han)
        if unit is not None:
            if unit.kind == KIND_LABEL:
                return unit
            return self._ratio(text, place, unit) if unit.kind != "count" else self._counter(text, place, unit)
        if text[place : place + 1] in STROKES and place < len(text):
            return self._ratio(text, place, UnitAt(place, "", "", "ratio"), need=True)
        if not han:
            match = OTHER_COUNTER.match(text, place)
            if match and match[0] not in NO_COUNTER:
                return UnitAt(match.end(), match[0], match[0], "count")
        return None

    def _simple(self, text: str, place: int, *, han: bool = False, per: bool = False) -> UnitAt | None:
        for length in self.lengths.get(text[place : place + 1], ()):
            unit = self.rows.get(text[place : place + length])
            if unit is None or (unit.kind == KIND_PER and not per):
                continue
            end = place + len(unit.surface)
            needs_bound = unit.after == "bound" or (han and unit.after == "digits")
            if needs_bound and not BOUND_AFTER.match(text, end):
                continue
            if unit.after == "final" and HAN_CHARACTER.match(text, end):
                continue
            last, following = unit.surface[-1], text[end : end + 1]
            if last.isascii() and (last.isalnum() or last == "%") and following.isascii() and following.isalnum():
                continue
            return UnitAt(end, unit.surface, unit.canonical, unit.kind)
        return None

    def _counter(self, text: str, start: int, unit: UnitAt) -> UnitAt | None:
        """`unit` with the other counter that stands in brackets behind it: 台（套）, 套（间）."""
        bracket = text[unit.end : unit.end + 1]
        if bracket and bracket in "（(":
            other = self._simple(text, unit.end + 1)
            if other is not None and other.kind == "count" and text[other.end : other.end + 1] in CLOSING:
                return UnitAt(other.end + 1, text[start : other.end + 1], unit.canonical, unit.kind)
        return self._ratio(text, start, unit)

    def _ratio(self, text: str, start: int, unit: UnitAt, *, need: bool = False) -> UnitAt | None:
        """`unit` with what stands below its strokes; without, `unit`, or None where one is needed."""
        end, canonical, marks = unit.end, unit.canonical, STROKES
        for _ in range(MOST_DENOMINATORS):
            mark = text[end : end + 1]
            if not mark or mark not in marks:
                break
            below = self._below(text, end + 1)
            if below is None:
                break
            end, canonical = below.end, f"{canonical}{'/' if mark in STROKES else '·'}{below.canonical}"
            marks = STROKES + DOTS
        if end == unit.end:
            return None if need else self._in_words(text, start, unit)
        day = DAY_OF_RATIO.match(text, end)
        if day:
            end, canonical = day.end(), f"{canonical}·{day[0]}"
        return UnitAt(end, text[start:end], canonical, "ratio")

    def _in_words(self, text: str, start: int, unit: UnitAt) -> UnitAt:
        """微克每立方米 is 微克/立方米."""
        if unit.kind != "physical" or text[unit.end : unit.end + 1] != "每":
            return unit
        below = self._simple(text, unit.end + 1)
        if below is None or below.kind not in ("physical", "duration") or below.canonical == unit.canonical:
            return unit
        return UnitAt(below.end, text[start : below.end], f"{unit.canonical}/{below.canonical}", "ratio")

    def _below(self, text: str, place: int) -> UnitAt | None:
        """What stands below the stroke, from `place` on: a unit with its multiplier, (人·月), or 10万 alone."""
        group = DENOMINATOR_GROUP.match(text, place)
        if group:
            return UnitAt(group.end(), group[0], group[0], "ratio")
        number = DENOMINATOR_NUMBER.match(text, place)
        multiplier, end = (number[0], number.end()) if number else ("", place)
        unit = self._simple(text, end, per=True)
        if unit is not None and unit.kind == "physical" and MORE_THAN_ONE.fullmatch(multiplier):
            return None
        if unit is not None and (unit.kind != KIND_LABEL or unit.surface in PERIODS):
            return UnitAt(unit.end, multiplier + unit.surface, multiplier + unit.canonical, "ratio")
        if not multiplier or multiplier[-1].isdigit():
            return None
        return UnitAt(end, multiplier, multiplier, "ratio")
