"""The numbered clauses of a document, as the numbering rules compare them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from policyparse.check.copies import Copy
from policyparse.check.paragraphs import Paragraph
from policyparse.model.document import Clause
from policyparse.numerals.writing import to_chinese

_START = attrgetter("start")

_NUMERALS = re.compile("[0-9０-９一二三四五六七八九十百零〇两\\s（）()]")

_NUMERAL = re.compile("[0-9]{1,4}|[一二三四五六七八九十百零]{1,6}")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered clause.

    `key` tells ways of numbering apart, `place` is where it begins in the clean text, `paragraph` the index of its
    paragraph. `copied`: it stands in a copy of an earlier passage. `stray`: that copy does not hold the item which
    precedes the original, so that the number goes on from nothing. `goes_on`: its paragraph is the second half of a
    broken one.
    """

    clause: Clause
    key: str
    number: int
    place: int
    paragraph: int
    copied: bool
    stray: bool
    goes_on: bool

    @property
    def label(self) -> str:
        """The number as written."""
        return self.clause.label or ""

    def numbered(self, number: int) -> str | None:
        """The label with another number, in its numerals; None where they are neither Arabic nor Chinese."""
        numeral = _NUMERAL.search(self.label)
        if numeral is None:
            return None
        written = str(number) if numeral[0].isdigit() else to_chinese(number)
        return self.label[: numeral.start()] + written + self.label[numeral.end() :]

    @property
    def at(self) -> tuple[int, int]:
        """Where the number stands in the clean text."""
        return self.place, self.place + len(self.label)


def items(
    clauses: Sequence[Clause],
    starts: Sequence[int],
    paragraphs: Sequence[Paragraph],
    copies: Sequence[Copy],
    continued: frozenset[int],
) -> Iterator[Item]:
    """The numbered clauses in text order; `starts` are their places. Articles inserted later (第八条之一) are left out."""
    firsts = [paragraph.start for paragraph in paragraphs]
    before: dict[int, int | None] = {}
    last: dict[tuple[str, str | None], int] = {}
    for clause, place in zip(clauses, starts, strict=True):
        if clause.number is None or clause.label is None or "之" in clause.label:
            continue
        key = _key(clause)
        before[place] = last.get((key, clause.parent))
        last[key, clause.parent] = place
        paragraph = bisect_right(firsts, place) - 1
        origin = _origin(copies, place)
        predecessor = None if origin is None else before.get(origin)
        stray = predecessor is not None and _origin(copies, before[place]) != predecessor
        copied = _copy_at(copies, place) is not None
        yield Item(clause, key, clause.number, place, paragraph, copied, stray, paragraph in continued)


def _key(clause: Clause) -> str:
    """Labels that can follow each other have the same: 一是 and 二是; 1.1 and 1.2, but not 2.1."""
    label = clause.label or ""
    if clause.style == "inline":
        return f"inline {_NUMERALS.sub('', label)}"
    if clause.style == "decimal":
        return f"decimal {clause.parent} {'.'.join(clause.path[-1].split('.')[:-1])}"
    return clause.style


def _origin(copies: Sequence[Copy], place: int | None) -> int | None:
    """Where what stands at `place` was copied from."""
    copy = None if place is None else _copy_at(copies, place)
    origin = None if copy is None or place is None else copy.origin(place, place + 1)
    return None if origin is None else origin[0]


def _copy_at(copies: Sequence[Copy], place: int) -> Copy | None:
    index = bisect_right(copies, place, key=_START) - 1
    return copies[index] if index >= 0 and place < copies[index].end else None
