"""The documents that a text cites in 《》, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import document_number
from policyparse.model.facts import Reference
from policyparse.model.outline import Outline
from policyparse.model.text import MappedText

LONGEST_TITLE = 200
LONGEST_NUMBER = 80
ALIAS_REACH = 8
ALIAS_WORDS = ("简称", "下称", "统称")
MARK = re.compile("[《》]")
NUMBER_END = re.compile("[，,；;、）)]")
TO_KEY = str.maketrans({**dict.fromkeys("—–－～~", "-"), "（": "(", "）": ")", "〈": "《", "〉": "》"})


class _Citation(NamedTuple):
    start: int
    end: int


def references(text: MappedText, outline: Outline, lexicon: Lexicon) -> tuple[Reference, ...]:
    """Every title in 《》 once, at its first citation, with the document or standard number that follows one of them.

    What is only a short name is left out: one that 以下简称 introduces, or a bare kind of document (《规划》).
    """
    del outline  # a citation is told by its brackets alone, wherever it stands
    clean = text.text
    kinds = {row.surface for row in lexicon.document_kinds}
    aliases: set[str] = set()
    first: dict[str, tuple[str, _Citation]] = {}
    numbers: dict[str, str] = {}
    for citation in _citations(clean):
        title = "".join(clean[citation.start + 1 : citation.end - 1].split())
        key = title.translate(TO_KEY)
        if any(word in clean[max(0, citation.start - ALIAS_REACH) : citation.start] for word in ALIAS_WORDS):
            aliases.add(key)
        if not title or title in kinds or key in aliases:
            continue
        first.setdefault(key, (title, citation))
        if key not in numbers and (number := _number_after(clean, citation.end, lexicon)):
            numbers[key] = number
    return tuple(
        Reference(title=title, document_number=numbers.get(key), span=text.span(*citation))
        for key, (title, citation) in first.items()
    )


def _citations(text: str) -> Iterator[_Citation]:
    """The outermost closed pairs of 《》 within each line that has any."""
    place = text.find("《")
    while place >= 0:
        stop = text.find("\n", place)
        stop = len(text) if stop < 0 else stop
        yield from _in_line(text, place, stop)
        place = text.find("《", stop)


def _in_line(text: str, start: int, end: int) -> Iterator[_Citation]:
    opened: list[int] = []
    closed: list[_Citation] = []
    for match in MARK.finditer(text, start, end):
        if match.group() == "《":
            opened.append(match.start())
        elif opened:
            citation = _Citation(opened.pop(), match.end())
            while closed and closed[-1].start > citation.start:
                closed.pop()  # it stands within this one's title
            closed.append(citation)
    yield from (citation for citation in closed if citation.end - citation.start <= LONGEST_TITLE)


def _number_after(text: str, end: int, lexicon: Lexicon) -> str | None:
    """The number in the bracket right behind a title, or a standard's right behind it."""
    following = text[end : end + LONGEST_NUMBER].lstrip(" ")
    if following[:1] in ("（", "("):
        inside = following[1:].lstrip(" ")
        stop = NUMBER_END.search(inside)
        return document_number(lexicon, inside) or (document_number(lexicon, inside[: stop.start()]) if stop else None)
    return document_number(lexicon, following) if following[:1].isascii() else None
