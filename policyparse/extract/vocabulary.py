"""The cue words of the lexicon, arranged for looking at the ends of short strings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Words with what they say, found at the end or start of a string, longest first."""

    meaning: Mapping[str, str]
    lengths: tuple[int, ...]
    found: tuple[str, ...]

    @classmethod
    def of(cls, meaning: Mapping[str, str]) -> Words:
        """From a mapping of words to meanings."""
        lengths = sorted({len(word) for word in meaning}, reverse=True)
        return cls(meaning, tuple(lengths), tuple(meaning))

    def ending(self, text: str) -> str | None:
        """The longest of the words that `text` ends with."""
        for length in self.lengths:
            if text[-length:] in self.meaning:
                return text[-length:]
        return None

    def opening(self, text: str) -> str | None:
        """The longest of the words that `text` begins with."""
        for length in self.lengths:
            if text[:length] in self.meaning:
                return text[:length]
        return None

    def within(self, text: str) -> str | None:
        """The first of the words, in the lexicon's order, that stands in `text`."""
        return next((word for word in self.found if word in text), None)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The cue words by what they are for; the fields are those of lexicon/cues.tsv."""

    link: Words
    adverb: Words
    rate: Words
    action: Words
    opener: Words
    scope: Words
    target: Words
    achieved: Words
    achieved_heading: Words
    target_heading: Words
    reference: Words
    standard_unit: Words


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The cue words of `lexicon`."""

    def words(field: str, value: str | None = None) -> Words:
        return Words.of({c.surface: c.value for c in lexicon.cues if c.field == field and value in (None, c.value)})

    return Vocabulary(
        link=words("link"),
        adverb=words("adverb"),
        rate=words("rate"),
        action=words("action"),
        opener=words("opener"),
        scope=words("scope"),
        target=words("status", "target"),
        achieved=words("status", "achieved"),
        achieved_heading=words("context", "achieved"),
        target_heading=words("context", "target"),
        reference=words("reference"),
        standard_unit=words("standard_unit"),
    )
