"""What paragraph styles say: level of a heading, and the list that a style numbers by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from policyparse.read.word.package import child, value

_HEADING = re.compile(r"(?:heading|标题|標題)\s?([1-9])", re.IGNORECASE)
_TITLE = ("title", "标题", "標題")
_DEEPEST = 20
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a paragraph belongs to: a numbering instance, and the level in it where that is said."""

    number: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by their ids."""

    known: dict[str, Element]
    default: str | None

    @classmethod
    def of(cls, part: Element) -> Styles:
        """Those of the styles part."""
        known = {style.get("styleId", ""): style for style in part.iter("style") if style.get("type") == "paragraph"}
        default = next((id for id, style in known.items() if style.get("default") in ("1", "true", "on")), None)
        return cls(known, default)

    def chain(self, properties: Element | None) -> list[Element]:
        """The styles of a paragraph with these properties: its own, the one that it is based on, and so on."""
        id = value(properties, "pStyle") or self.default
        found: list[Element] = []
        while id in self.known and len(found) < _DEEPEST:
            style = self.known[id]
            found.append(style)
            id = value(style, "basedOn")
        return found

    def heading(self, properties: Element | None) -> int | None:
        """The level of a heading from 1, None for running text."""
        own = value(properties, "outlineLvl")
        if own is not None:
            return _level(own)
        for style in self.chain(properties):
            name = value(style, "name") or ""
            if match := _HEADING.match(name):
                return int(match[1])
            if name.lower() in _TITLE:
                return 1
            if (said := value(style, "pPr", "outlineLvl")) is not None:
                return _level(said)
        return None

    def listed(self, properties: Element | None) -> tuple[Listed, str | None]:
        """The list of a paragraph, and the id of the style that says so (None where the paragraph itself does)."""
        number = value(properties, "numPr", "numId")
        level = _whole(value(properties, "numPr", "ilvl"))
        if number is not None:
            return Listed(number, level), None
        for style in self.chain(properties):
            own = child(style, "pPr")
            number = value(own, "numPr", "numId")
            if number is not None:
                said = level if level is not None else _whole(value(own, "numPr", "ilvl"))
                return Listed(number, said), style.get("styleId")
        return Listed(None, level), None


def _level(outline: str) -> int | None:
    level = _whole(outline)
    return level + 1 if level is not None and level < _LEVELS else None


def _whole(said: str | None) -> int | None:
    return int(said) if said and said.isdecimal() and len(said) < 4 else None
