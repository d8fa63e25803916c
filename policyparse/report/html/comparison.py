"""A comparison as one page: indicators, tasks side by side, bodies, text reuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from policyparse.errors import TextNotAtHand
from policyparse.model.comparison import Body, ClausePair, Comparison, TargetPair
from policyparse.model.document import PolicyDocument
from policyparse.report import tables
from policyparse.report.comparisons import (
    COMPARATORS,
    DEADLINES,
    are_versions,
    name_of,
    relations_of,
    side_names,
    substitutions,
    values_of,
)
from policyparse.report.html.marks import Segment
from policyparse.report.html.page import counted, render
from policyparse.report.html.sides import Side, Told, Value
from policyparse.report.items import items_of
from policyparse.report.wording import Language, number, pick


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the table of indicators."""

    key: str
    clause: str
    name: str
    left: Value | None
    right: Value | None
    value: str
    relation: str
    notes: tuple[tuple[str, str], ...]
    """Codes and words on bounds and deadlines that differ."""
    difference: str
    share: float | None
    order: float | None
    """The difference as a number, to sort by."""

    @property
    def differs(self) -> bool:
        """Whether there is anything to see."""
        return self.value != "equal" or bool(self.notes)


@dataclass(frozen=True, slots=True)
class Cell:
    """A clause in the task comparison, or a word that it stands above already (`again`)."""

    name: str
    segments: Sequence[Segment]
    again: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Two clauses side by side."""

    key: str
    left: Cell | None
    right: Cell | None
    code: str
    relation: str
    similarity: float | None
    reuse: float | None
    changes: int
    depth: int

    @property
    def differs(self) -> bool:
        """Whether there is anything to see."""
        return self.code != "same"


@dataclass(frozen=True, slots=True)
class Holder:
    """A body in the table of bodies."""

    name: str
    counts: str
    total: int
    clauses: tuple[tuple[str, str], ...]
    """Ids of clauses and the rows that show them."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in both documents."""

    key: str
    text: str
    clause: str
    length: int
    formula: bool
    left: str
    right: str


def comparison_page(comparison: Comparison, language: Language = "zh") -> str:
    """A self-contained page (HTML, to be written as UTF-8) of two documents side by side, in Chinese or English.

    Raises `TextNotAtHand` for a comparison that came from JSON, and `MissingExtra` where jinja2 is not installed.
    """
    documents = comparison.documents
    if documents is None:
        raise TextNotAtHand(
            name=comparison.left.source.name, zh="对照结果载入时不含两份文件，无法显示原文",
            en="the comparison was loaded without its documents",
            cure_zh="请重新对照两份文件", cure_en="compare the two documents again",
        )  # fmt: skip
    view = _View(comparison, documents, language)
    return render(
        "comparison.html.j2", language, comparison=comparison, names=side_names(comparison, language),
        letterheads=[
            {row[0]: row[1] for row in tables.letterhead(document, language).rows} for document in documents
        ],
        indicators=list(view.indicators()), tasks=list(view.tasks()), bodies=list(view.bodies()),
        passages=list(view.passages()), substitutions=substitutions(comparison, language),
        values=counted(Counter(pair.value for pair in comparison.targets), values_of(comparison), language),
        relations=counted(Counter(pair.relation for pair in view.pairs), relations_of(comparison), language),
        pairs=view.pairs,
        alone=Counter(_presence(pair.left, pair.right) for pair in comparison.parties),
        versions_of=name_of(comparison.left) if are_versions(comparison) else None,
    )  # fmt: skip


def _presence(left: object, right: object) -> Literal["both", "only-left", "only-right"]:
    return "only-right" if left is None else "only-left" if right is None else "both"


class _View:
    """The rows of all tables, with their links into the texts."""

    def __init__(
        self, comparison: Comparison, documents: tuple[PolicyDocument, PolicyDocument], language: Language
    ) -> None:
        self._comparison = comparison
        self._values, self._relations = values_of(comparison), relations_of(comparison)
        self._language = language
        self._items = items_of(comparison)
        self._left, self._right = (
            Side(document, letter, self._told(side), language)
            for document, letter, side in zip(documents, "LR", (0, 1), strict=True)
        )
        self._rows: dict[tuple[int, str], str] = {}
        for index, pair in enumerate(self._items.rows, 1):
            for side, clause in enumerate((pair.left, pair.right)):
                if clause is not None:
                    self._rows.setdefault((side, clause), f"k{index}")
        for side, homes in enumerate(self._items.homes):
            self._rows |= {(side, item): self._rows[side, clause] for item, clause in homes.items()}

    @property
    def pairs(self) -> tuple[ClausePair, ...]:
        """The pairs of clauses that have a row."""
        return self._items.rows

    def _told(self, side: int) -> Told:
        comparison = self._comparison
        changes = chain(comparison.opening.changes, *(pair.changes for pair in comparison.clauses))
        figures = ((pair.left, pair.right)[side] for pair in comparison.targets)
        return Told(
            [(change.left_span, change.right_span)[side] for change in changes],
            [(passage.left_span, passage.right_span)[side] for passage in comparison.reuse.passages],
            {figure.id: f"t{index}" for index, figure in enumerate(figures, 1) if figure is not None},
            self._items.homes[side],
        )

    # ---- indicators ---------------------------------------------------------------------------------------------

    def indicators(self) -> Iterator[Indicator]:
        """The table of indicators, each value with a link to its sentence."""
        for index, pair in enumerate(self._comparison.targets, 1):
            named = pair.left or pair.right
            difference, order = self._difference(pair)
            yield Indicator(
                f"t{index}",
                _arrow(pair.left.clause if pair.left else None, pair.right.clause if pair.right else None),
                (named.indicator if named else None) or "—",
                self._left.value(pair.left),
                self._right.value(pair.right),
                pair.value,
                pick(self._values[pair.value], self._language),
                tuple(self._notes(pair)),
                difference,
                pair.share,
                order,
            )

    def _difference(self, pair: TargetPair) -> tuple[str, float | None]:
        if pair.difference is None or pair.left is None:
            return "", None
        sign = "+" if pair.difference > 0 else ""
        unit = pick(("个百分点", " points"), self._language) if pair.left.unit in ("%", "％") else pair.left.unit
        text = f"{sign}{number(pair.difference, self._language)}{unit}" if pair.difference else "0"
        return text.replace("-", "−"), float(pair.difference)

    def _notes(self, pair: TargetPair) -> Iterator[tuple[str, str]]:
        if pair.comparator and pair.comparator != "same":
            yield pair.comparator, pick(COMPARATORS[pair.comparator], self._language)
        if pair.deadline and pair.deadline != "same":
            yield pair.deadline, pick(DEADLINES[pair.deadline], self._language)

    # ---- tasks --------------------------------------------------------------------------------------------------

    def tasks(self) -> Iterator[Task]:
        """The opening, all clauses in the order of the left document, the ending."""
        opening, language = self._comparison.opening, self._language
        start, end = self._left.block(None), self._right.block(None)
        if start or end:
            name = pick(("版头与引言", "Opening"), language)
            code = "changed" if opening.changes else "same"
            yield Task(
                "k0", Cell(name, start) if start else None, Cell(name, end) if end else None, code,
                pick(self._relations[code], language), opening.similarity, opening.reuse, len(opening.changes), 1,
            )  # fmt: skip
        shown: set[tuple[int, str]] = set()
        for index, pair in enumerate(self._items.rows, 1):
            yield self._task(f"k{index}", pair, shown)
        start, end = self._left.ending, self._right.ending
        if start or end:
            name = pick(("落款与附件", "Ending"), language)
            yield Task("kend", Cell(name, start), Cell(name, end), "ending", "", None, None, 0, 1)

    def _task(self, key: str, pair: ClausePair, shown: set[tuple[int, str]]) -> Task:
        both = pair.left is not None and pair.right is not None
        return Task(
            key,
            self._cell((0, pair.left), pair.left_title, shown),
            self._cell((1, pair.right), pair.right_title, shown),
            pair.relation,
            pick(self._relations[pair.relation], self._language),
            pair.similarity if both else None,
            pair.reuse if pair.right is not None and (pair.reuse or pair.relation != "same") else None,
            len(pair.changes),
            (pair.left or pair.right or "").count("/") + 1,
        )

    def _cell(self, at: tuple[int, str | None], title: str | None, shown: set[tuple[int, str]]) -> Cell | None:
        side, clause = at
        if clause is None:
            return None
        name = " ".join(part for part in (clause, title) if part)
        if (side, clause) in shown:
            return Cell(name, (), self._rows[side, clause])
        shown.add((side, clause))
        return Cell(name, (self._left, self._right)[side].block(clause))

    # ---- bodies and passages ------------------------------------------------------------------------------------

    def bodies(self) -> Iterator[tuple[str, Holder | None, Holder | None, int]]:
        """The table of bodies: presence, both bodies, shared clauses."""
        for pair in self._comparison.parties:
            presence = _presence(pair.left, pair.right)
            yield presence, self._holder(pair.left, 0), self._holder(pair.right, 1), pair.shared

    def _holder(self, body: Body | None, side: int) -> Holder | None:
        if body is None:
            return None
        clauses = tuple((clause, self._rows.get((side, clause), "tasks")) for clause in body.clauses)
        counts = f"{body.lead} / {body.joint} / {body.support}"
        return Holder(body.name, counts, body.lead + body.joint + body.support, clauses)

    def passages(self) -> Iterator[Shared]:
        """The passages that stand in both, in the order of the right text."""
        for number_, passage in enumerate(self._comparison.reuse.passages, 1):
            yield Shared(
                f"p{number_}", passage.text, _arrow(passage.left_clause, passage.right_clause), len(passage.text),
                passage.formula, self._left.key(f"p{number_}"), self._right.key(f"p{number_}"),
            )  # fmt: skip


def _arrow(left: str | None, right: str | None) -> str:
    """Both, or the one of them that there is, or one for two that are equal."""
    if left == right or not right:
        return left or ""
    return f"{left} → {right}" if left else right
