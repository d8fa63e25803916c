"""Characters that stand for others or for nothing: line ends, controls, invisible and private-use ones, radicals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_LINE_ENDS = "\r\n|(?:\r(?!\n)|[\x0b\x85\u2028\u2029])+"
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
_INVISIBLE = "[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
_RADICALS = "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+"
_PRIVATE = "[\ue000-\uf8ff]+"
_FOUND = re.compile(
    f"(?P<end>{_LINE_ENDS})|(?P<control>{_CONTROLS})|(?P<hidden>{_INVISIBLE})"
    f"|(?P<radical>{_RADICALS})|(?P<private>{_PRIVATE})"
)
# A look before the search: a class of the first plane is fast, one that reaches beyond it is not.
_ANY = re.compile(
    "[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fdf"
    "\ue000-\ufaff\ufe00-\ufe0f\ufeff]"
)
_ANY_BEYOND = re.compile("[\U0002f800-\U000e01ef]")


def characters(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that leave line feeds as the only line ends, and no characters without meaning of their own.

    A form feed stays: `pages` and `lines` take it for the end of a page. A private-use character that no row of
    ``glyphs.tsv`` knows stays too, since nobody can say what it shows.
    """
    clean = text.text
    if not _ANY.search(clean) and not (reaches_beyond(clean) and _ANY_BEYOND.search(clean)):
        return
    glyphs = _glyphs(lexicon)
    for match in _FOUND.finditer(clean):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "end":
            yield Edit(start, end, "\n" if match[0] == "\r\n" else "\n" * len(match[0]), Reason.LINE_ENDING)
        elif kind == "control":
            yield Edit(start, end, "", Reason.NUL)
        elif kind == "hidden":
            yield Edit(start, end, "", Reason.INVISIBLE)
        else:
            new = "".join(glyphs.get(character) or _unified(character) for character in match[0])
            if new != match[0]:
                yield Edit(start, end, new, Reason.PRIVATE_USE if kind == "private" else Reason.COMPATIBILITY_IDEOGRAPH)


def reaches_beyond(text: str) -> bool:
    """Whether a character lies beyond the first plane: it then takes two units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


@lru_cache(maxsize=4)
def _glyphs(lexicon: Lexicon) -> dict[str, str]:
    return {chr(int(row.code, 16)): _shown(row.right) for row in lexicon.glyphs}


def _shown(cell: str) -> str:
    return chr(int(cell[2:], 16)) if len(cell) > 2 and cell.startswith("U+") else cell


def _unified(character: str) -> str:
    """Unicode's own equivalent: that of a Kangxi radical or compatibility ideograph is one ideograph."""
    new = unicodedata.normalize("NFKC", character)
    return new if len(new) == 1 else character
