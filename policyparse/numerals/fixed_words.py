"""Fixed words that hold a numeral and say no number: 统一, 一切, 四川."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from policyparse.numerals.characters import HAN, VAGUE

NUMERALS = frozenset(HAN + VAGUE + "半")
ORDINARY_WORDS = tuple(files("policyparse.numerals").joinpath("ordinary_words.txt").read_text("utf-8").split())
"""Of the language at large. The words of policy documents are in the lexicon's table of number words."""


class FixedWords:
    """Looks up words by each of the numerals in them."""

    def __init__(self, words: Iterable[str]) -> None:
        by_numeral: dict[str, dict[int, set[str]]] = {}
        for word in words:
            for place, character in enumerate(word):
                if character in NUMERALS:
                    by_numeral.setdefault(character, {}).setdefault(place, set()).add(word)
        self._by_numeral = {
            numeral: tuple((place, tuple(group)) for place, group in places.items())
            for numeral, places in by_numeral.items()
        }

    def end_at(self, text: str, start: int) -> int | None:
        """Where the longest word ends that the numeral at `start` belongs to, or None."""
        end = None
        for place, words in self._by_numeral.get(text[start], ()):
            begin = start - place
            if begin >= 0 and text.startswith(words, begin):
                longest = begin + max(len(word) for word in words if text.startswith(word, begin))
                end = longest if end is None else max(end, longest)
        return end
