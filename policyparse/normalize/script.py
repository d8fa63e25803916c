"""Traditional paragraphs to simplified characters; simplified ones are left alone.

Each paragraph is judged by the characters that only one script has. Converting a simplified text would damage it (显著
would become 显着), so in a paragraph that is not traditional only single traditional-only characters change, and those not
that simplified names also use (昇, 甦).

Which conversion is used is decided once for a document, by what the tables disagree on:

- ``tw2s`` for Taiwan's standard, where 著 is also the particle (隨著, 著力): the text has 著 so and not 着, or has characters
  of that standard (裡, 汙, 洩), or tells nothing;
- ``hk2s`` for Hong Kong's characters (衞, 說 as 説, 綫, 枱, 敍), which the others leave as they are;
- ``t2s`` for the older printing of the mainland and for OpenCC's own standard (爲, 衆, 羣, 裏 with 着).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.lexicon import Lexicon, opencc
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.conversion import conversion

_HONG_KONG = "衞説綫枱敍"
_TAIWAN = "裡汙洩"
_PARTICLE = re.compile("著(?![作名者述書錄稱於])(?<![名顯昭巨原專合論編土執卓遺拙譯鉅]著)")
_TELLING = 10_000
_OLDER = "爲衆羣峯着"


def script(text: MappedText, lexicon: Lexicon) -> list[Edit]:
    """One edit for each traditional paragraph, and one for each stray traditional character in another."""
    clean = text.text
    telling = list(_telling(clean))
    hant = {place for place in telling if _is_traditional(clean, place)}
    edits = [edit for place in telling if place not in hant for edit in _strays(clean, place, lexicon)]
    if sum(end - start for start, end in hant) * 2 > len(clean):
        # A paragraph that tells nothing goes with the others of a traditional text.
        rest = (place for place in paragraphs_of(clean) if place not in hant)
        hant.update([place for place in rest if not simplified_only().search(clean, *place)])
    if hant:
        edits += _converted(clean, sorted(hant), lexicon)
    return sorted(edits)


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines that are not empty stand."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def _telling(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines stand that hold a traditional character: one search passes over all others."""
    end = -1
    while match := traditional_only().search(text, end + 1):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        yield start, end


def _is_traditional(text: str, place: tuple[int, int]) -> bool:
    """Whether more characters of a paragraph that holds traditional ones are so than simplified only."""
    simplified = len(simplified_only().findall(text, *place))
    return simplified == 0 or len(traditional_only().findall(text, *place)) > simplified


def _converted(text: str, places: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Edit]:
    paragraphs = [text[start:end] for start, end in places]
    joined = "\n".join(paragraphs)
    # One call for all is far cheaper than one for each; no phrase crosses a line's end.
    converted = conversion(_which(joined[:_TELLING]), lexicon).convert(joined).split("\n")
    for (start, end), old, new in zip(places, paragraphs, converted, strict=True):
        if new != old:
            yield Edit(start, end, new, Reason.SCRIPT)


def _strays(text: str, place: tuple[int, int], lexicon: Lexicon) -> Iterator[Edit]:
    for match in _stray(lexicon).finditer(text, *place):
        yield Edit(*match.span(), match[0].translate(conversion("t2s", lexicon).characters), Reason.SCRIPT)


def _which(text: str) -> str:
    """The conversion that the characters of a traditional text ask for."""
    older, taiwan, hong_kong = (sum(map(text.count, marks)) for marks in (_OLDER, _TAIWAN, _HONG_KONG))
    taiwan += len(_PARTICLE.findall(text))
    if hong_kong > max(older, taiwan) or (hong_kong and not taiwan):
        return "hk2s"
    return "t2s" if older > taiwan else "tw2s"


@lru_cache(maxsize=1)
def traditional_only() -> re.Pattern[str]:
    """Finds a character that no simplified text has."""
    return re.compile(f"[{opencc.traditional_only()}]")


@lru_cache(maxsize=1)
def simplified_only() -> re.Pattern[str]:
    """Finds a character that no traditional text has."""
    return re.compile(f"[{opencc.simplified_only()}]")


@lru_cache(maxsize=4)
def _stray(lexicon: Lexicon) -> re.Pattern[str]:
    """Traditional characters that simplified texts do not use in names either, by what the phrases keep."""
    kept = {row.surface for row in lexicon.script_mending if len(row.surface) == 1}
    kept.update(c for row in lexicon.script_mending for c in row.surface if c in row.right)
    return re.compile(f"[{''.join(c for c in opencc.traditional_only() if c not in kept)}]+")
