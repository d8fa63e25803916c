"""修订对照表: clause by clause, the text of both documents in full, what differs in it marked, and what was done.

Columns are those of the tables that go with amendments: 条目、原文、修改后、说明. A substitution that goes through the
whole text is said once, in the first rows, and marked nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyparse.model.comparison import ClausePair, Comparison, TextChange
from policyparse.model.document import Clause, PolicyDocument
from policyparse.report.comparisons import are_versions, relations_of, side_names
from policyparse.report.items import items_of
from policyparse.report.tables import Marked, Table
from policyparse.report.wording import Language, pick

Words = tuple[str, str]

HEADS: tuple[Words, ...] = (
    ("序号", "no."),
    ("条目", "clause"),
    ("原文", "before"),
    ("修改后", "after"),
    ("说明", "what"),
)
EVERYWHERE: Words = ("全文", "all over")
OPENING: Words = ("条款之前", "opening")
_PHRASES = 4
"""Changes of one clause that the remarks tell in words; the rest is counted."""
_LONGEST = 24
"""Characters of a phrase that the remarks quote."""

Side = int
"""0 for the left document, 1 for the right one."""


def amendments(comparison: Comparison, language: Language) -> Table:
    """Every clause that differs, with its counterpart; without the texts (from JSON) only the words that differ."""
    view = _View(comparison, language)
    rows = [(str(number), *row) for number, row in enumerate(view.rows(), 1)]
    names = [pick(head, language) for head in HEADS]
    if not are_versions(comparison):
        names[2:4] = side_names(comparison, language)
    return Table(pick(("修订对照表", "Wording"), language), tuple(names), tuple(rows), numbers=(0,))


@dataclass(frozen=True, slots=True)
class _Own:
    """Where a clause's own text stands in the clean text, label and items within its sentences included."""

    start: int
    end: int


class _View:
    """The rows of one comparison."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self._comparison, self._language = comparison, language
        self._documents = comparison.documents
        self._items = items_of(comparison)
        self._own = [_owned(document) for document in self._documents or ()]
        self._words = relations_of(comparison)

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """条目, both texts, 说明."""
        for pair in self._comparison.substitutions:
            yield self._pick(EVERYWHERE), pair.left, pair.right, self._everywhere(pair.count)
        opening = self._comparison.opening.changes
        if opening:
            yield self._pick(OPENING), *self._openings(opening), self._phrases(opening)
        for pairs in self._together():
            yield self._places(pairs), *self._texts(pairs), self._remark(pairs)

    def _pick(self, words: Words) -> str:
        return pick(words, self._language)

    def _everywhere(self, count: int) -> str:
        return self._pick((f"统一替换，共 {count} 处，下文不再标出", f"in {count} places, not marked below"))

    def _together(self) -> Iterator[list[ClausePair]]:
        """The pairs that differ; those of one split or merged clause together, at the first of them."""
        groups: dict[str, list[ClausePair]] = {}
        for pair in self._items.rows:
            if pair.group is not None:
                groups.setdefault(pair.group, []).append(pair)
        inner = {(item.left, item.right) for items in self._items.within.values() for item in items}
        for pair in self._items.rows:
            if pair.group is not None:
                if groups[pair.group][0] is pair:
                    yield groups[pair.group]
            elif (pair.left, pair.right) not in inner and (pair.relation != "same" or self._changes([pair])):
                yield [pair]

    def _changes(self, pairs: Sequence[ClausePair]) -> list[TextChange]:
        """What differs in the wording, the items of these clauses included."""
        items = (item for pair in pairs for item in self._items.within.get((pair.left, pair.right), ()))
        return [change for pair in (*pairs, *items) for change in pair.changes]

    # ---- texts ----------------------------------------------------------------------------------------------------

    def _texts(self, pairs: Sequence[ClausePair]) -> tuple[str, str]:
        changes = self._changes(pairs)
        left = list(dict.fromkeys(pair.left for pair in pairs if pair.left is not None))
        right = list(dict.fromkeys(pair.right for pair in pairs if pair.right is not None))
        return self._text(0, left, changes), self._text(1, right, changes)

    def _text(self, side: Side, clauses: Sequence[str], changes: Sequence[TextChange]) -> str:
        if self._documents is None:
            return "\n".join(words for change in changes if (words := (change.left, change.right)[side].strip()))
        places = [self._own[side][clause] for clause in clauses]
        return self._marked(side, places, changes)

    def _openings(self, changes: Sequence[TextChange]) -> tuple[str, str]:
        if self._documents is None:
            return self._text(0, (), changes), self._text(1, (), changes)
        ends = [min((own.start for own in owned.values()), default=len(document.mapped.text))
                for owned, document in zip(self._own, self._documents, strict=True)]  # fmt: skip
        left, right = (_marked_lines(self._marked(side, [_Own(0, end)], changes)) for side, end in enumerate(ends))
        return left, right

    def _marked(self, side: Side, places: Sequence[_Own], changes: Sequence[TextChange]) -> str:
        """The texts there, one below the other, with the words that differ marked."""
        if self._documents is None:
            return ""
        mapped = self._documents[side].mapped
        parts, marks, length = [], [], 0
        for own in places:
            text = mapped.text[own.start : own.end].strip()
            start = mapped.text.find(text, own.start)
            for change in changes:
                span = (change.left_span, change.right_span)[side]
                here, there = mapped.clean_position(span.start) - start, mapped.clean_position(span.end) - start
                if 0 <= here < there <= len(text):
                    marks.append((here + length, there + length))
            parts.append(text)
            length += len(text) + 1
        return Marked.of("\n".join(parts), marks)

    # ---- remarks --------------------------------------------------------------------------------------------------

    def _places(self, pairs: Sequence[ClausePair]) -> str:
        left, right = self._ids(pairs, 0), self._ids(pairs, 1)
        if not left or not right or left == right:
            return left or right
        return f"{left} → {right}"

    def _ids(self, pairs: Sequence[ClausePair], side: Side) -> str:
        ids = ((pair.left, pair.right)[side] for pair in pairs)
        return self._pick(("、", ", ")).join(dict.fromkeys(id for id in ids if id))

    def _remark(self, pairs: Sequence[ClausePair]) -> str:
        relation = pairs[0].relation
        word = self._pick(self._words[relation])
        said = self._phrases(self._changes(pairs))
        if relation in ("changed", "same"):
            return said
        return f"{word}{self._pick(('：', ': '))}{said}" if said else word

    def _phrases(self, changes: Sequence[TextChange]) -> str:
        told = [change for change in changes if change.left.strip() or change.right.strip()]
        said = [self._phrase(change.left.strip(), change.right.strip()) for change in told[:_PHRASES]]
        text = self._pick(("；", "; ")).join(said)
        if len(told) > _PHRASES:
            text += self._pick((f"；等 {len(told)} 处", f"; {len(told)} changes in all"))
        return text

    def _phrase(self, left: str, right: str) -> str:
        one, other = _short(left), _short(right)
        if not left:
            return self._pick((f"增加“{other}”", f"added “{other}”"))
        if not right:
            return self._pick((f"删去“{one}”", f"left out “{one}”"))
        return self._pick((f"“{one}”改为“{other}”", f"“{one}” became “{other}”"))


def _short(text: str) -> str:
    text = "".join(text.split("\n"))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}……{text[-_LONGEST // 2 + 2 :]}"


def _marked_lines(text: str) -> str:
    """The lines of a letterhead that differ; where none does, nothing: the words stand on the other side."""
    lines: list[str] = []
    marks: list[tuple[int, int]] = []
    length = start = 0
    for line in text.split("\n"):
        own = [
            (max(first - start, 0) + length, min(last - start, len(line)) + length)
            for first, last in (text.marks if isinstance(text, Marked) else ())
            if line and first < start + len(line) and last > start
        ]
        if own:
            lines.append(line)
            marks += own
            length += len(line) + 1
        start += len(line) + 1
    return Marked.of("\n".join(lines), marks)


def _owned(document: PolicyDocument) -> dict[str, _Own]:
    """Where each clause's own text stands: from its label to the first clause below it that is none of its items."""
    mapped = document.mapped
    ends = {clause.id: mapped.clean_position(clause.span.end) for clause in document.clauses}
    starts = {clause.id: mapped.clean_position(clause.span.start) for clause in document.clauses}
    for clause in _upper(document.clauses):
        if clause.parent is not None:
            ends[clause.parent] = min(ends[clause.parent], starts[clause.id])
    return {id: _Own(starts[id], max(ends[id], starts[id])) for id in starts}


def _upper(clauses: Iterable[Clause]) -> Iterator[Clause]:
    return (clause for clause in clauses if clause.style != "inline")
