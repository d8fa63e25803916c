"""Characters that stand for others or for nothing: line ends, controls, invisible and private-use ones, radicals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit

_LINE_ENDS = "\r\n|[\r\x0b\x85\u2028\u2029]"
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
_INVISIBLE = "[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufe00-\ufe0f]+"
_RADICALS = "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+"
_FOUND = re.compile(f"(?P<end>{_LINE_ENDS})|(?P<control>{_CONTROLS})|(?P<hidden>{_INVISIBLE})|(?P<radical>{_RADICALS})")
# A look before the search: one class of the first plane is fast, one that reaches beyond is not.
_ANY = re.compile(
    "[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fdf\uf900-\ufaff\ufe00-\ufe0f\ufeff]"
)
_ANY_BEYOND = re.compile("[\U0002f800-\U0002fa1f]")


def characters(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that leave line feeds as the only line ends, and no characters without meaning of their own."""
    if not _ANY.search(text) and not _ANY_BEYOND.search(text):
        return
    for match in _FOUND.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "end":
            yield Edit(start, end, "\n", Reason.LINE_ENDING)
        elif kind == "control":
            yield Edit(start, end, "", Reason.NUL)
        elif kind == "hidden":
            yield Edit(start, end, "", Reason.INVISIBLE)
        elif (new := _unified(match[0])) != match[0]:
            yield Edit(start, end, new, Reason.COMPATIBILITY_IDEOGRAPH)


def _unified(characters: str) -> str:
    """NFKC gives the ideograph of a Kangxi radical and NFC that of a compatibility ideograph, one for one."""
    return "".join(unicodedata.normalize("NFKC", character)[:1] for character in characters)
