"""Traditional characters to simplified ones, one for one, by OpenCC's tables: fast, and with nothing moved.

The result is that of opencc-python-reimplemented for the same conversion, except where a row of
``lexicon/script_mending.tsv`` says otherwise. Most of a text is decided character by character (`str.translate`); one
search finds the phrases, and only a stretch in which two of them overlap is worked out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from policyparse.lexicon import Lexicon, opencc
from policyparse.lexicon.opencc import Stage
from policyparse.normalize.alternation import longest_of
from policyparse.normalize.characters import reaches_beyond
from policyparse.normalize.stages import Rules

_BREAK = re.compile("[^\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MOST_SPELLINGS = 64
_FIRST_PLANE = 0x10000
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, eq=False)
class Conversion:
    """A conversion made ready.

    `characters` is what those become alone that change; `plane` lists the same for all characters of the first plane, since
    a list is looked up faster; `doubtful` finds those that a phrase may turn into something else; `trigger` finds the
    phrases; `alone` is what a phrase becomes that no other overlaps; `tails` says where within a phrase another may begin.
    """

    rules: Rules
    doubtful: re.Pattern[str]
    characters: dict[int, str]
    plane: list[int | str]
    trigger: re.Pattern[str]
    alone: dict[str, str]
    tails: dict[str, tuple[int, ...]]

    def convert(self, text: str) -> str:
        """`text` in simplified characters, of the same length: each character stays at its place."""
        plain = text.translate(self.plane)
        if reaches_beyond(text):
            plain = _BEYOND.sub(lambda match: self.characters.get(ord(match[0]), match[0]), plain)
        parts: list[str] = []
        done = 0
        seen = 0
        while match := self.doubtful.search(text, seen):
            start, seen = _stretch(text, seen, *match.span())
            for first, last, new in self._phrases(text, start, seen):
                parts += (plain[done:first], new)
                done = last
        return "".join([*parts, plain[done:]]) if parts else plain

    def _phrases(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand in a stretch of ideographs, and what they become."""
        for match in self.trigger.finditer(text, start, end):
            if match.start() < start:
                continue
            new = self.alone.get(match[0])
            if new is None or self._is_overlapped(text, match[0], match.start()):
                yield start, end, self.rules.converted(text[start:end])
                return
            start = match.end()
            yield *match.span(), new

    def _is_overlapped(self, text: str, phrase: str, start: int) -> bool:
        for offset in self.tails.get(phrase, ()):
            other = self.trigger.match(text, start + offset)
            if other is not None and other.end() > start + len(phrase):
                return True
        return False


def _stretch(text: str, least: int, start: int, end: int) -> tuple[int, int]:
    """The run of ideographs around a place, not before `least`: no phrase reaches over its edges."""
    while start > least and not _BREAK.match(text[start - 1]):
        start -= 1
    after = _BREAK.search(text, end)
    return start, after.start() if after else len(text)


@lru_cache(maxsize=8)
def conversion(name: str, lexicon: Lexicon) -> Conversion:
    """The conversion ``t2s``, ``tw2s`` or ``hk2s``, mended by the lexicon's rows. Raises `TablesMissing`."""
    stages = opencc.stages(name)
    mended = {
        row.surface: row.right
        for row in lexicon.script_mending
        if row.conversions == "all" or name in row.conversions.split(" ")
    }
    rules = Rules.of(stages, mended)
    characters = _composed(stages, mended)
    exact = {phrase: rules.converted(phrase) for phrase in _phrases(stages, mended)}
    kept = _telling(exact, characters)
    heads = _heads(kept)
    tails = {phrase: tuple(at for at in range(1, len(phrase)) if phrase[at:] in heads) for phrase in kept}
    # A phrase that only gets in the way of a telling one overlaps it, so the doubtful characters of that one lie near.
    doubtful = {
        old
        for phrase in kept
        for old, new in zip(phrase, exact[phrase], strict=True)
        if old.translate(characters) != new
    }
    return Conversion(
        rules=rules,
        doubtful=re.compile(f"[{''.join(sorted(doubtful))}]"),
        characters=characters,
        plane=_plane(characters),
        trigger=longest_of(kept),
        alone={phrase: exact[phrase] for phrase in kept - _unsteady(stages, exact)},
        tails={phrase: places for phrase, places in tails.items() if places},
    )


def _composed(stages: tuple[Stage, ...], mended: dict[str, str]) -> dict[int, str]:
    """What each character becomes through all stages, where it changes."""
    every = {character for stage in stages for character in stage.characters}
    every.update(key for key in mended if len(key) == 1)
    composed = {}
    for character in every:
        new = character
        for stage in stages:
            new = stage.characters.get(new, new)
        new = mended.get(character, new)
        if new != character:
            composed[ord(character)] = new
    return composed


def _plane(characters: dict[int, str]) -> list[int | str]:
    """What each character of the first plane becomes, or itself."""
    plane: list[int | str] = list(range(_FIRST_PLANE))
    for code, new in characters.items():
        if code < _FIRST_PLANE:
            plane[code] = new
    return plane


def _phrases(stages: tuple[Stage, ...], mended: dict[str, str]) -> set[str]:
    """Every phrase that may change a text, as it stands in the text before the first stage."""
    phrases = {key for key in mended if len(key) > 1} | set(stages[0].phrases)
    spellings: dict[str, list[str]] = {}
    if len(stages) > 1:
        for variant, standard in stages[0].characters.items():
            spellings.setdefault(standard, []).append(variant)
    for phrase in stages[-1].phrases:
        choices = [
            spellings.get(c, []) + [c] * (len(stages) == 1 or stages[0].characters.get(c, c) == c) or [c]
            for c in phrase
        ]
        if prod(map(len, choices)) <= _MOST_SPELLINGS:
            phrases.update(map("".join, product(*choices)))
    return phrases


def _telling(exact: dict[str, str], characters: dict[int, str]) -> set[str]:
    """The phrases that change more than their characters alone, and those that get in the way of such a one."""
    telling = {phrase for phrase, new in exact.items() if new != phrase.translate(characters)}
    heads, ends = _heads(telling), {phrase[at:] for phrase in telling for at in range(1, len(phrase))}
    return telling | {
        phrase
        for phrase in exact
        if any(phrase[at:] in heads or phrase[:at] in ends for at in range(1, len(phrase)))
        or any(phrase[a:b] in telling for a in range(len(phrase)) for b in range(a + 2, len(phrase) + 1))
    }


def _heads(phrases: Iterable[str]) -> set[str]:
    return {phrase[:at] for phrase in phrases for at in range(1, len(phrase))}


def _unsteady(stages: tuple[Stage, ...], exact: dict[str, str]) -> set[str]:
    """Phrases of a first stage whose outcome could be the beginning, the end or a part of a phrase of the second."""
    if len(stages) == 1:
        return set()
    later = stages[1].phrases
    heads, ends = _heads(later), {phrase[at:] for phrase in later for at in range(1, len(phrase))}
    unsteady = set()
    for phrase in exact:
        new = stages[0].phrases.get(phrase)
        if new is None or new == "".join(stages[0].characters.get(c, c) for c in phrase):
            continue
        if any(new[at:] in heads or new[: at + 1] in ends for at in range(len(new))) or any(
            new in key for key in later
        ):
            unsteady.add(phrase)
    return unsteady
