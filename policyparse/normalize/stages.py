"""The slow, exact way to convert a few characters: stage after stage, in each the longest phrases first.

This is the order of opencc-python-reimplemented, which the fast way in `conversion` is held to.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyparse.lexicon.opencc import Stage

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A table of phrases, with the lengths that occur after each first character."""

    table: dict[str, str]
    lengths: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, table: dict[str, str]) -> Phrases:
        """Index the phrases of `table` that are longer than one character."""
        lengths: dict[str, set[int]] = {}
        for phrase in table:
            if len(phrase) > 1:
                lengths.setdefault(phrase[0], set()).add(len(phrase))
        return cls(table, {first: tuple(sorted(found)) for first, found in lengths.items()})

    def longest_first(self, text: str) -> list[Place]:
        """Where phrases stand in `text`: of two that overlap the longer one counts, of two as long the first."""
        found = [
            (-length, at)
            for at, character in enumerate(text)
            for length in self.lengths.get(character, ())
            if at + length <= len(text) and text[at : at + length] in self.table
        ]
        taken = [False] * len(text)
        places = []
        for length, start in sorted(found):
            end = start - length
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                places.append((start, end))
        return sorted(places)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The stages of a conversion, and the rows that mend it and win over them."""

    stages: tuple[tuple[Phrases, dict[str, str]], ...]
    mended: Phrases
    every: Phrases

    @classmethod
    def of(cls, stages: tuple[Stage, ...], mended: dict[str, str]) -> Rules:
        """Make the tables ready."""
        every = {phrase: new for stage in stages for phrase, new in stage.phrases.items()} | mended
        return cls(
            tuple((Phrases.of(stage.phrases), stage.characters) for stage in stages),
            Phrases.of(mended),
            Phrases.of({phrase: new for phrase, new in every.items() if len(phrase) > 1}),
        )

    def converted(self, text: str) -> str:
        """`text` through all stages, of the same length."""
        parts: list[str] = []
        position = 0
        for start, end in self.every.longest_first(text) if self.mended.longest_first(text) else ():
            if (new := self.mended.table.get(text[start:end])) is not None:
                parts += (self._staged(text[position:start]), new)
                position = end
        return "".join([*parts, self._staged(text[position:])])

    def _staged(self, text: str) -> str:
        cells = list(text)
        free = [True] * len(text)
        for phrases, characters in self.stages:
            now = "".join(cells)
            cells = [characters.get(character, character) for character in now]
            for start, end in phrases.longest_first(now):
                cells[start:end] = phrases.table[now[start:end]]
                free[start:end] = [False] * (end - start)
        mended = self.mended.table
        return "".join(
            mended.get(old, new) if alone else new for old, new, alone in zip(text, cells, free, strict=True)
        )
