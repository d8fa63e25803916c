"""Word's automatic numbers: 一、 （一） 1. stand in no paragraph's text, but are counted by lists.

ECMA-376 part 1, 17.9: a paragraph names an instance (``num``) of an abstract list and a level in it; the level says how
it counts (``numFmt``) and what its label looks like (``lvlText``, in which %1 is the number of the first level).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from policyparse.read.counting import counted
from policyparse.read.word.package import child, is_on, value
from policyparse.read.word.styles import Styles

_PLACE = re.compile("%([1-9])")
_FIRST_STYLE = "decimal"
_LARGEST_START = 32_767


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the number of the level, from 1, after which it begins anew; 0 for never."""

    format: str
    text: str
    start: int
    suffix: str
    legal: bool
    restart: int | None
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """An instance of an abstract list: its levels, and those that begin anew with the instance."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts a document's paragraphs in their order."""

    lists: dict[str, List]
    styles: Styles
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, part: Element, styles: Styles) -> Numbering:
        """The lists of the numbering part."""
        abstracts = {element.get("abstractNumId", ""): element for element in part.iter("abstractNum")}
        instances = {element.get("numId", ""): element for element in part.iter("num")}
        lists = {
            id: made
            for id, element in instances.items()
            if (made := _list(element, _resolved(element, abstracts), abstracts)) is not None
        }
        return cls(lists, styles)

    def label(self, properties: Element | None) -> tuple[str, str]:
        """The label of the next paragraph, which has these properties, and the blank after it; two ``""`` for none."""
        listed, style = self.styles.listed(properties)
        found = self.lists.get(listed.number or "")
        if found is None:
            return "", ""
        depth = listed.level
        if depth is None and style is not None:
            depth = next((depth for depth, level in found.levels.items() if level.style == style), None)
        level = found.levels.get(depth or 0)
        if level is None:
            return "", ""
        numbers = self._counted(listed.number or "", found, depth or 0)
        words = _PLACE.sub(lambda match: self._number(found, level, numbers, int(match[1]) - 1), level.text)
        return (words, level.suffix) if level.format not in ("bullet", "none") else ("", "")

    def _counted(self, id: str, found: List, depth: int) -> dict[int, int]:
        """Count one paragraph on this level."""
        numbers = self.counters.setdefault(found.abstract, {})
        if id not in self.begun:
            self.begun.add(id)
            for level in found.starts:
                numbers.pop(level, None)
        start = found.starts.get(depth, found.levels[depth].start)
        numbers[depth] = numbers[depth] + 1 if depth in numbers else start
        for level, deeper in found.levels.items():
            if level > depth and deeper.restart != 0 and (deeper.restart is None or depth < deeper.restart):
                numbers.pop(level, None)
        return numbers

    def _number(self, found: List, level: Level, numbers: dict[int, int], depth: int) -> str:
        other = found.levels.get(depth)
        if other is None:
            return ""
        number = numbers.setdefault(depth, found.starts.get(depth, other.start))
        return counted(number, "decimal" if level.legal else other.format)


def _resolved(instance: Element, abstracts: dict[str, Element]) -> str | None:
    """The id of the abstract list that has the levels; a list style may stand between."""
    id = value(instance, "abstractNumId")
    abstract = abstracts.get(id or "")
    link = value(abstract, "numStyleLink")
    if link is None:
        return id if abstract is not None else None
    return next((key for key, element in abstracts.items() if value(element, "styleLink") == link), None)


def _list(instance: Element, abstract: str | None, abstracts: dict[str, Element]) -> List | None:
    if abstract is None:
        return None
    levels = {depth: _level(element) for element in abstracts[abstract].iter("lvl") if (depth := _depth(element)) >= 0}
    starts: dict[int, int] = {}
    for override in instance.iter("lvlOverride"):
        depth = _depth(override)
        own = child(override, "lvl")
        if own is not None and depth >= 0:
            levels[depth] = _level(own)
        start = _whole(value(override, "startOverride"))
        if start is not None:
            starts[depth] = start
    return List(abstract, levels, starts)


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    start = _whole(value(element, "start"))
    return Level(
        format=_format(element),
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        suffix={"nothing": "", "space": " "}.get(value(element, "suff") or "tab", "\t"),
        legal=is_on(element, "isLgl"),
        restart=None if restart is None else _whole(restart),
        style=value(element, "pStyle"),
    )


def _format(element: Element) -> str:
    """The counting style; newer ones stand beside an older one in an alternative."""
    return value(element, "numFmt") or value(element, "AlternateContent", "Fallback", "numFmt") or _FIRST_STYLE


def _depth(element: Element) -> int:
    said = element.get("ilvl", "")
    return int(said) if said.isdecimal() and len(said) == 1 else -1


def _whole(said: str | None) -> int | None:
    number = int(said) if said and said.isdecimal() and len(said) < 6 else None
    return None if number is None else min(number, _LARGEST_START)
