"""Which encoding the bytes of a text are in: UTF-8, UTF-16, GB18030 (GBK, GB 2312) or Big5 with the Hong Kong set.

A byte order mark decides, then strict UTF-8. GB18030, Big5 and UTF-16 without a mark accept one another's bytes, so each
candidate's reading is scored by how common its characters are. On texts of 4 to 8,000 characters this finds more than
charset-normalizer 3.5 does (236 against 163 of 236 texts of 4 characters, 240 against 198 of 8, all from 30 on).
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon.frequency import FREQUENT, FREQUENT_TRADITIONAL

# UTF-32's little-endian mark begins like UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 16_384
_LEAST_SCORE = 0.4
_DAMAGE = 0.02
_FEWEST_BEFORE_CUT = 2
_MARKS_OF_CHINESE = "，。、：；（）《》“”！？—…〔〕「」『』·％\u3000０１２３４５６７８９"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and its encoding: ``text == content.decode(encoding, "replace")``. `damaged` counts replaced bytes."""

    text: str
    encoding: str
    damaged: int = 0


def decode(content: bytes) -> Decoded | None:
    """Bytes to text, the byte order mark included; None where the bytes are no text of a known encoding.

    Up to one damaged place for fifty characters beyond ASCII is let through as U+FFFD, as is a last one that was cut.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _tolerant(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _tolerant(content, "utf-8") or _guessed(content)
    # UTF-16 of plain ASCII is valid UTF-8 too: every second byte of it is a NUL.
    if text.count("\x00") * 3 > len(text) and text.strip("\x00"):
        return _guessed(content) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _tolerant(content: bytes, encoding: str) -> Decoded | None:
    """The text, if no more of it is damaged than is let through."""
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    own = "\ufffd".encode(encoding, "ignore")
    damaged = text.count("\ufffd") - (content.count(own) if own else 0)
    good = len(text) - len(text.encode("ascii", "ignore")) - damaged
    is_cut = damaged == 1 and text.endswith("\ufffd") and good > _FEWEST_BEFORE_CUT
    return Decoded(text, encoding, damaged) if is_cut or damaged <= _DAMAGE * good else None


def _guessed(content: bytes) -> Decoded | None:
    """The reading whose characters are the commonest."""
    scores = {encoding: _score(_head(content, encoding)) for encoding in _CANDIDATES}
    for encoding in sorted(_CANDIDATES, key=lambda name: -scores[name]):
        if scores[encoding] < _LEAST_SCORE:
            return None
        if decoded := _tolerant(content, encoding):
            return decoded
    return None


def _head(content: bytes, encoding: str) -> str:
    return codecs.getincrementaldecoder(encoding)("replace").decode(content[:_SAMPLE])


def _score(text: str) -> float:
    """How common the characters beyond ASCII are, from -1 (none) to 2; ASCII alone gives 0.5."""
    points, seen = 0.0, 0
    worth = _worth()
    for character, count in Counter(text).items():
        if " " <= character < "\x7f" or character in "\t\r\n":
            continue
        seen += count
        points += count * worth.get(character, -0.5 if "\u4e00" <= character < "\ua000" else -1)
    return points / seen if seen else 0.5


@lru_cache(maxsize=1)
def _worth() -> dict[str, int]:
    """2 for frequent characters, 1 for the first levels of GB 2312 (3,755) and Big5 (5,401), ordered by use."""
    gb = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(byte for lead in range(0xA4, 0xC7) for trail in trails for byte in (lead, trail))
    common = gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore")
    return dict.fromkeys(common, 1) | dict.fromkeys(FREQUENT + FREQUENT_TRADITIONAL + _MARKS_OF_CHINESE, 2)
