"""Fixed words that hold a Han numeral and say no number: 统一, 一体化, 四个意识."""

from __future__ import annotations

from policyparse.numerals.characters import HAN

NUMERALS = frozenset(HAN)


class FixedWords:
    """The words, by each of the numerals in them."""

    def __init__(self, words: tuple[str, ...]) -> None:
        by_numeral: dict[str, dict[int, list[str]]] = {}
        for word in words:
            for place, character in enumerate(word):
                if character in NUMERALS:
                    by_numeral.setdefault(character, {}).setdefault(place, []).append(word)
        self.by_numeral = {
            numeral: tuple((place, tuple(sorted(group, key=len, reverse=True))) for place, group in places.items())
            for numeral, places in by_numeral.items()
        }

    def end_at(self, text: str, start: int) -> int | None:
        """Where the word ends that the numeral at `start` belongs to, or None."""
        for place, words in self.by_numeral.get(text[start], ()):
            begin = start - place
            if begin >= 0 and text.startswith(words, begin):
                return begin + max(len(word) for word in words if text.startswith(word, begin))
        return None
