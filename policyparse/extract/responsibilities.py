"""Who answers for what: responsibility statements, the clauses that they govern, and who governs a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyparse.extract.duty_places import DutyPlace, duty_places
from policyparse.lexicon import Lexicon
from policyparse.model.facts import Party, Responsibility
from policyparse.model.outline import Outline, Section
from policyparse.model.text import MappedText

_SENTENCE_MARKS = "。！？；;\n"
_OPENING = "（(〔[［【"


def responsibilities(text: MappedText, outline: Outline, lexicon: Lexicon) -> tuple[Responsibility, ...]:
    """The responsibility statements of a document, in text order.

    `clause` is the clause that a statement governs: the one that it stands in, the whole clause where it closes several
    inline items (一是…二是…（A牵头）), the parent where it stands on its own line below several sub-clauses.
    """
    places = [place for place in duty_places(text.text, lexicon) if _is_body_text(place, outline)]
    scopes = _scopes([_mark(place) for place in places], outline, text.text)
    return tuple(
        Responsibility(
            id=f"r{number:03}",
            clause=None if scope.clause is None else outline.sections[scope.clause].id,
            span=text.span(place.start, place.end),
            parties=place.reading.parties,
            deadline_text=place.reading.deadline,
        )
        for number, (place, scope) in enumerate(zip(places, scopes, strict=True), 1)
    )


class Duties:
    """Answers which parties govern a place of the clean text."""

    def __init__(self, responsibilities: Iterable[Responsibility], outline: Outline, text: MappedText) -> None:
        """Of the statements that `responsibilities` found in this text with this outline."""
        known = list(responsibilities)
        scopes = _scopes([_mark_of(duty, text) for duty in known], outline, text.text)
        pairs = [(scope, duty.parties) for scope, duty in zip(scopes, known, strict=True)]
        self._outline = outline
        self._sentences = [(scope.start, scope.end, parties) for scope, parties in pairs if scope.sentence]
        self._ranges = [(scope.start, scope.end, parties) for scope, parties in pairs if not scope.sentence]
        self._clauses = {scope.clause: parties for scope, parties in pairs if not scope.sentence}

    def governing(self, position: int) -> tuple[Party, ...]:
        """The parties that answer for what stands at `position` of the clean text, () where none is named.

        A duty in the very sentence wins, then the statement that closes the passage (from the clause's beginning or
        the statement before to the statement itself), then that of the clause, of its parent, and so on.
        """
        for places in (self._sentences, self._ranges):
            index = bisect_right(places, position, key=lambda place: place[0]) - 1
            if index >= 0 and position < places[index][1]:
                return places[index][2]
        section = self._outline.section_at(position)
        for clause in self._outline.ancestors(section) if section is not None else ():
            if clause.index in self._clauses:
                return self._clauses[clause.index]
        return ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a statement stands in the clean text, and how."""

    start: int
    end: int
    own_line: bool
    in_sentence: bool


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a statement governs: a clause (its index), and of it the passage ``start:end``, or one sentence only."""

    clause: int | None
    start: int
    end: int
    sentence: bool


def _mark(place: DutyPlace) -> _Mark:
    return _Mark(place.start, place.end, place.own_line, place.in_sentence)


def _mark_of(duty: Responsibility, text: MappedText) -> _Mark:
    """The mark of a published statement, read again from what stands around it."""
    start = text.clean_position(duty.span.start)
    end = text.clean_position(duty.span.end - 1) + 1
    outer = start - 1 if text.text[start - 1 : start] and text.text[start - 1] in _OPENING else start
    after = end + 1 if outer < start else end + (text.text[end : end + 1] == "。")
    own_line = text.text[outer - 1 : outer] in ("", "\n") and text.text[after : after + 1] in ("", "\n")
    return _Mark(start, end, own_line, outer == start and text.text.startswith("由", start))


def _is_body_text(place: DutyPlace, outline: Outline) -> bool:
    index = bisect_right(outline.furniture, place.start, key=lambda line: line[0]) - 1
    return place.start >= outline.body and not (index >= 0 and place.start < outline.furniture[index][1])


def _scopes(marks: Sequence[_Mark], outline: Outline, text: str) -> list[_Scope]:
    held = [outline.section_at(mark.start) for mark in marks]
    tree = _Tree(outline, text)
    usual = {(s.style, s.depth) for mark, s in zip(marks, held, strict=True) if s is not None and not mark.own_line}
    scopes: list[_Scope] = []
    before = 0
    for mark, section in zip(marks, held, strict=True):
        if mark.in_sentence:
            start = max(text.rfind(sign, 0, mark.start) for sign in _SENTENCE_MARKS) + 1
            ends = [place for sign in _SENTENCE_MARKS if (place := text.find(sign, mark.end)) >= 0]
            scopes.append(_Scope(section.index if section else None, start, min(ends, default=len(text)), True))
            continue
        if section is None:
            clause, start = None, text.rfind("\n", 0, mark.start) + 1
        else:
            base = tree.base(section)
            if mark.own_line and (base.style, base.depth) not in usual and (above := tree.above(base, before)):
                clause, start = above.index, above.start
            else:
                clause, start = tree.covering(section, base, max(before, base.start)).index, base.start
        scopes.append(_Scope(clause, max(before, start), mark.end + 1, False))
        before = mark.end + 1
    return scopes


class _Tree:
    """The outline with its children at hand."""

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


