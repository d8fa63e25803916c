"""Who answers for what: responsibility statements, the clauses that they govern, and who governs a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from policyparse.extract.duties.places import DutyPlace, duty_places
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Party, Responsibility
from policyparse.model.outline import Outline, Section
from policyparse.model.record import maker
from policyparse.model.text import MappedText

_SENTENCE_MARK = re.compile(r"[。！？；;\n]")
_LONGEST_SENTENCE = 1000
_responsibility_of = maker(Responsibility)


@dataclass(frozen=True, slots=True)
class Duties:
    """The responsibility statements of a document, and what each of them governs.

    The `clause` of a statement is the one that it stands in; the whole clause where it closes several inline items
    (一是…二是…（A牵头）); the parent where it stands on a line of its own below several sub-clauses that have none.
    """

    responsibilities: tuple[Responsibility, ...]
    _outline: Outline
    _sentences: _Scopes
    _passages: _Scopes
    _clauses: dict[int | None, tuple[Party, ...]]

    @classmethod
    def of(cls, text: MappedText, outline: Outline, lexicon: Lexicon) -> Duties:
        """Find them in the clean text, furniture left out."""
        places = _in_text(duty_places(text.text, lexicon, outline.tables), outline)
        scopes = _scopes(places, outline, text.text)
        passages = [scope for scope in scopes if not scope.sentence]
        return cls(
            responsibilities=tuple(
                [
                    _responsibility_of(
                        {
                            "id": f"r{number:03}",
                            "clause": None if scope.clause is None else outline.sections[scope.clause].id,
                            "span": text.span(place.start, place.end),
                            "parties": place.reading.parties,
                            "deadline_text": place.reading.deadline,
                        }
                    )
                    for number, (place, scope) in enumerate(zip(places, scopes, strict=True), 1)
                ]
            ),
            _outline=outline,
            _sentences=_Scopes.of([scope for scope in scopes if scope.sentence]),
            _passages=_Scopes.of(passages),
            _clauses={scope.clause: scope.parties for scope in passages},
        )

    def at(self, position: int) -> tuple[Party, ...]:
        """The parties that answer for what stands at `position` of the clean text, () where none is named.

        A duty in the very sentence wins, then the statement that closes the passage (from the clause's beginning or
        the statement before to the statement itself), then that of the clause, of its parent, and so on.
        """
        for scopes in (self._sentences, self._passages):
            if (scope := scopes.at(position)) is not None:
                return scope.parties
        section = self._outline.section_at(position)
        for clause in self._outline.ancestors(section) if section is not None else ():
            if clause.index in self._clauses:
                return self._clauses[clause.index]
        return ()


class _Scope(NamedTuple):
    """What a statement governs: a clause (its index), and of it the passage ``start:end``, or one sentence only."""

    clause: int | None
    start: int
    end: int
    sentence: bool
    parties: tuple[Party, ...]


class _Scopes(NamedTuple):
    """Scopes in text order, and where they begin."""

    scopes: list[_Scope]
    starts: list[int]

    @classmethod
    def of(cls, scopes: list[_Scope]) -> _Scopes:
        return cls(scopes, [scope.start for scope in scopes])

    def at(self, position: int) -> _Scope | None:
        """The one that holds `position`."""
        index = bisect_right(self.starts, position) - 1
        return self.scopes[index] if index >= 0 and position < self.scopes[index].end else None


def _in_text(places: list[DutyPlace], outline: Outline) -> list[DutyPlace]:
    """The statements in running text: 各有关主管部门： above the text names those who are written to."""
    left_out = sorted(
        [*outline.furniture, *((part.start, part.end) for part in outline.frame if part.role == "recipients")]
    )
    starts = [start for start, _ in left_out]
    ends = list(accumulate((end for _, end in left_out), max, initial=0))
    return [place for place in places if place.start >= ends[bisect_right(starts, place.start)]]


def _scopes(places: Sequence[DutyPlace], outline: Outline, text: str) -> list[_Scope]:
    """What each of the statements governs, which come in text order."""
    held = [outline.section_at(place.start) for place in places]
    tree = _Tree(outline, text)
    usual = _usual(places, held, tree)
    scopes: list[_Scope] = []
    before = 0
    for place, section in zip(places, held, strict=True):
        parties = place.reading.parties
        if place.in_sentence or place.row:
            clause = None if section is None else section.index
            start, end = place.row or _sentence(text, place)
            scopes.append(_Scope(clause, start, end, True, parties))
            continue
        if section is None:
            clause, start = None, text.rfind("\n", before, place.start) + 1
        else:
            base = tree.base(section)
            if place.own_line and (base.style, base.depth) not in usual and (above := tree.above(base, before)):
                clause, start = above.index, above.start
            else:
                clause, start = tree.covering(section, base, max(before, base.start)).index, base.start
        scopes.append(_Scope(clause, max(before, start), place.end + 1, False, parties))
        before = place.end + 1
    return _shared(scopes, places, text)


def _usual(places: Sequence[DutyPlace], held: Sequence[Section | None], tree: _Tree) -> set[tuple[str, int]]:
    """Style and depth of the clauses that have statements of their own beyond doubt: others of their kind have too."""
    found: set[tuple[str, int]] = set()
    before = 0
    for place, section in zip(places, held, strict=True):
        if section is not None and not place.in_sentence and not place.row:
            base = tree.base(section)
            if not (place.own_line and tree.above(base, before)):
                found.add((base.style, base.depth))
            before = place.end + 1
    return found


def _sentence(text: str, place: DutyPlace) -> tuple[int, int]:
    """The sentence that holds the statement; no sentence is longer than `_LONGEST_SENTENCE` on either side of it."""
    first = max(0, place.start - _LONGEST_SENTENCE)
    last = min(len(text), place.end + _LONGEST_SENTENCE)
    start = max((mark.end() for mark in _SENTENCE_MARK.finditer(text, first, place.start)), default=first)
    end = _SENTENCE_MARK.search(text, place.end, last)
    return start, end.start() if end else last


def _shared(scopes: list[_Scope], places: Sequence[DutyPlace], text: str) -> list[_Scope]:
    """The scopes, with a sentence that several duties stand in dealt out among them.

    Where the first one begins the sentence (由A牵头，…，由B牵头，…) each governs what follows, else what precedes it.
    """
    out: list[_Scope] = []
    pairs = zip(scopes, places, strict=True)
    for (sentence, start, _), group in groupby(pairs, key=lambda p: (p[0].sentence, p[0].start, p[0].clause)):
        shared = list(group)
        if not sentence or len(shared) == 1:
            out += [scope for scope, _ in shared]
            continue
        follows = "，" not in text[start : shared[0][1].start]
        inner = [place.start for _, place in shared[1:]] if follows else [place.end for _, place in shared[:-1]]
        borders = [start, *inner, shared[0][0].end]
        out += [scope._replace(start=a, end=b) for (scope, _), (a, b) in zip(shared, pairwise(borders), strict=True)]
    return out


class _Tree:
    """The outline with the children of each clause at hand."""

    def __init__(self, outline: Outline, text: str) -> None:
        self._sections = outline.sections
        self._text = text
        self._children: dict[int | None, list[Section]] = {}
        for section in outline.sections:
            self._children.setdefault(section.parent, []).append(section)

    def base(self, section: Section) -> Section:
        """The clause that begins a paragraph and holds `section`, which may be an inline item of it."""
        while section.parent is not None and self._is_inline(section):
            section = self._sections[section.parent]
        return section

    def covering(self, section: Section, base: Section, start: int) -> Section:
        """The innermost clause that a statement in `section` governs, when its passage begins at `start`.

        That is the inline item itself, or the clause around it where the passage holds several of its items.
        """
        while section is not base and section.parent is not None:
            siblings = self._children[section.parent]
            if any(start <= sibling.start < section.start for sibling in siblings):
                section = self._sections[section.parent]
                continue
            break
        return section

    def above(self, section: Section, before: int) -> Section | None:
        """The parent that a statement on its own line below its last child governs.

        That is so where there are several children and none of them has a statement (the last one ends at `before`).
        """
        if section.parent is None:
            return None
        parent = self._sections[section.parent]
        siblings = self._children[section.parent]
        return parent if len(siblings) > 1 and siblings[-1] is section and before <= parent.start else None

    def _is_inline(self, section: Section) -> bool:
        return section.style == "inline" or (section.start > 0 and self._text[section.start - 1] != "\n")
