"""Read the names of public bodies: full name, level, and the office that bodies of all levels share.

市发改委 and 市发展和改革委员会 are one body written two ways; 县发展和改革局 is another one with the same office. The
words are in departments.tsv (bodies) and bodies.tsv (what names are made of).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import Department
from policyparse.model.facts import Level

LONGEST_NAME = 60
"""A longer string is no name of a body; longest met in practice: 38 characters."""

_PARTY_OR_GOVERNMENT = re.compile(r"(?:委员会|人民政府|政府|委)$")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_ALIAS = re.compile(r"[（(][^（()）]{3,40}[)）]$")
_ELISION = ("局", "厅", "部", "委员会", "办公室")
_NO_PLACE = re.compile(r"[和与及、]")
_SHORT_PLACE = 4


@dataclass(frozen=True, slots=True)
class Body:
    """What a name tells: `prefix` is the place or level word before the office's name, "" where there is none.

    `canonical` is the full name with that prefix, `row` the row of departments.tsv that the name was read with.
    `passes_on` is the part of the prefix that later names of a list may leave out: 市 of 市委宣传部.
    """

    name: str
    canonical: str
    level: Level | None
    office: str
    prefix: str = ""
    row: Department | None = None
    passes_on: str = ""


def read_body(name: str, lexicon: Lexicon) -> Body:
    """Read one name, in simplified characters and without blanks.

    A name that is in no table is its own full name, and its level is read from its beginning or end.
    """
    return _read(name, _index(lexicon))


def read_bodies(names: Iterable[str], lexicon: Lexicon) -> tuple[Body, ...]:
    """Read the names of one list, in which the level may be said once for several: 市发改委、财政局 are both of a city.

    In a list of national bodies 发展改革委 is 国家发展和改革委员会.
    """
    index = _index(lexicon)
    bodies = [_read(name, index) for name in names]
    prefix, level = "", cast("Level | None", None)
    if not any(body.passes_on for body in bodies) and any(_is_national(body) for body in bodies):
        level = "national"
    for place, body in enumerate(bodies):
        if body.passes_on:
            prefix, level = body.passes_on, body.level
        elif level is not None and _takes_level(body, level):
            bodies[place] = _with_level(body, prefix, level, index)
    return tuple(bodies)


def office(name: str, lexicon: Lexicon) -> str:
    """What the body is in charge of, whatever its level and form: 发展改革 for 市发改委 and for 县发展和改革局."""
    return read_body(name, lexicon).office


def is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` looks like the name of a body or of a group of bodies (各县区, 县直有关部门)."""
    return _is_body(name, _index(lexicon))


def is_named_body(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` names one body for certain: an office of the tables at a place or level, or a national one."""
    body = read_body(name, lexicon)
    return body.row is not None and not name.startswith("各") and bool(body.prefix or body.row.level)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    surfaces: dict[str, Department]
    national: dict[str, Department]
    longest: int
    start: re.Pattern[str]
    place: re.Pattern[str]
    levels: dict[str, Level]
    branches: dict[str, Level | None]
    ends: dict[str, Level | None]
    start_words: tuple[str, ...]
    branch_words: tuple[str, ...]
    end_words: tuple[str, ...]


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> _Index:
    surfaces = {row.surface: row for row in reversed(lexicon.departments)}
    levels = {row.surface: cast("Level", row.level) for row in lexicon.bodies if row.side == "start"}
    levels |= {row.surface: cast("Level", row.level) for row in lexicon.regions if row.level}
    branches = {row.surface: cast("Level | None", row.level or None) for row in lexicon.bodies if row.side == "branch"}
    ends = {row.surface: cast("Level | None", row.level or None) for row in lexicon.bodies if row.side == "end"}
    words = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    return _Index(
        surfaces=surfaces,
        national={row.office: row for row in reversed(lexicon.departments) if row.level == "national"},
        longest=max(map(len, surfaces), default=0),
        start=re.compile(words),
        place=re.compile(rf"(?:[一-鿿]{{2,3}}?(?:{words}))+"),
        levels=levels,
        branches=branches,
        ends=ends,
        start_words=tuple(sorted(levels, key=len, reverse=True)),
        branch_words=tuple(sorted(branches, key=len, reverse=True)),
        end_words=tuple(sorted({**ends, **branches}, key=len, reverse=True)),
    )


@lru_cache(maxsize=8192)
def _read(name: str, index: _Index) -> Body:
    main = name if name.startswith("各") else _ALIAS.sub("", name)
    found = _at_end(main, index) or _before_branch(main, index) if len(main) <= LONGEST_NAME else None
    if found is None:
        return Body(name, main, _level_of_unknown(main, index), _office_of_unknown(main, index))
    row, start = found
    prefix, tail = main[:start], main[start + len(row.surface) :]
    own = _level_of_tail(tail, index) if tail else cast("Level | None", row.level or _end_level(row.surface, index))
    level = _level_of_prefix(prefix, index) or own
    passes_on = "" if level in (None, "national") or prefix.startswith("各") else _PARTY_OR_GOVERNMENT.sub("", prefix)
    return Body(name, _GOVERNMENT.sub("", prefix) + row.canonical + tail, level, row.office, prefix, row, passes_on)


def _at_end(name: str, index: _Index) -> tuple[Department, int] | None:
    """The longest row that the name ends with, after nothing but a place or level."""
    for start in range(max(0, len(name) - index.longest), len(name)):
        row = index.surfaces.get(name[start:])
        if row is not None and _is_prefix(name[:start], index):
            return row, start
    return None


def _before_branch(name: str, index: _Index) -> tuple[Department, int] | None:
    """The first row in the name of a branch: 市生态环境局 in 市生态环境局成武分局."""
    if not name.endswith(index.branch_words):
        return None
    for start in range(len(name)):
        for end in range(min(len(name), start + index.longest), start + 1, -1):
            row = index.surfaces.get(name[start:end])
            if row is not None and _is_prefix(name[:start], index):
                return row, start
    return None


def _is_prefix(prefix: str, index: _Index) -> bool:
    """Whether nothing but a place, a level or a higher body stands there."""
    if not prefix or prefix.startswith("各") or prefix.endswith(index.start_words):
        return True
    if _PARTY_OR_GOVERNMENT.search(prefix):
        return True
    return len(prefix) <= _SHORT_PLACE and not prefix.startswith(index.start_words) and not _NO_PLACE.search(prefix)


def _level_of_prefix(prefix: str, index: _Index) -> Level | None:
    place = _PARTY_OR_GOVERNMENT.sub("", prefix)
    for word in index.start_words:
        if place.endswith(word) and not place.startswith("各"):
            return index.levels[word]
    return _level_at_start(place, index)


def _level_at_start(name: str, index: _Index) -> Level | None:
    first = index.start.match(name, 1 if name.startswith("各") else 0)
    return index.levels[first.group()] if first else None


def _level_of_tail(tail: str, index: _Index) -> Level | None:
    for word in index.branch_words:
        if tail.endswith(word):
            return _level_of_prefix(tail[: -len(word)], index) or index.branches[word]
    return None


def _end_level(name: str, index: _Index) -> Level | None:
    for word in index.end_words:
        if name.endswith(word):
            return index.branches.get(word) or index.ends.get(word)
    return None


def _level_of_unknown(name: str, index: _Index) -> Level | None:
    if name.endswith(index.branch_words) and not name.startswith(index.start_words):
        return _level_of_tail(name, index)
    level = _level_at_start(name, index)
    if level == "national" and name.endswith(index.branch_words):
        return None  # 中国移动云州分公司
    if level is None and (place := index.place.match(name)):
        level = _level_of_prefix(place.group(), index)
    level = level or _end_level(name, index)
    if level is None and name.endswith(index.start_words):
        level = _level_of_prefix(name, index)
    return level


def _office_of_unknown(name: str, index: _Index) -> str:
    """The name without its place or level."""
    first = index.start.match(name) or index.place.match(name)
    return (name[first.end() :] if first else name) or name


@lru_cache(maxsize=8192)
def _is_body(name: str, index: _Index) -> bool:
    if len(name) > LONGEST_NAME:
        return False
    if name.startswith("各"):
        return len(name) >= 2
    if len(name) < 3:
        return name in index.surfaces and name != "政府"
    bare = _ALIAS.sub("", name) if name.endswith(("）", ")")) else name
    return bare.endswith(index.end_words)


def _is_national(body: Body) -> bool:
    return body.level == "national" and body.row is not None


def _takes_level(body: Body, level: Level) -> bool:
    row = body.row
    return (
        row is not None
        and not body.prefix
        and body.level in (None, level)
        and body.canonical == row.canonical
        and row.canonical.endswith(_ELISION)
    )


def _with_level(body: Body, prefix: str, level: Level, index: _Index) -> Body:
    if level == "national":
        row = index.national.get(body.office)
        return body if row is None else replace(body, canonical=row.canonical, level=level, row=row)
    return replace(body, canonical=prefix + body.canonical, level=level, prefix=prefix)
