"""How a character is spoken, which some converters leave in brackets behind it: 發(fā)展, 專業(yè)鎮(zhèn).

Sites that copy mainland documents in traditional characters do this to hide the copy. A few such brackets may be meant
(邳（pī）州), dozens never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_COMMON = ("à", "é", "ì", "ā")
"""No text with dozens of syllables is without all of these."""
_NEUTRAL = ("men", "me", "zhe", "ma", "tou", "ge", "de", "le")
"""Syllables without a tone that count where others stand."""
_SYLLABLE = re.compile(
    rf"[（(](?<=[\u3400-\u9fff].)(?:(?P<toned>[a-zü]{{0,4}}[{_TONED}][a-zü]{{0,4}})|{'|'.join(_NEUTRAL)})[)）]"
)
_FEWEST = 5


def pronunciations(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each syllable in brackets, in a text with at least five."""
    if not any(vowel in text.text for vowel in _COMMON):
        return
    found = list(_SYLLABLE.finditer(text.text))
    if sum(match["toned"] is not None for match in found) >= _FEWEST:
        for match in found:
            yield Edit(match.start(), match.end(), "", Reason.PRONUNCIATION)
