"""One document and several places as one page: indicators by place, who takes up which task, bodies, all texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from policyparse.errors import TextNotAtHand
from policyparse.model.comparison import Comparison, Cover, IndicatorRow, Survey, TargetPair
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure
from policyparse.report.comparisons import RELATIONS, VALUES, name_of, named
from policyparse.report.html.marks import Segment
from policyparse.report.html.page import counted, render
from policyparse.report.html.sides import Side, Told, Value
from policyparse.report.surveys import WITH_CLAUSE, base_name, counterparts, place_names, places, summed, tasks_of
from policyparse.report.wording import Language, pick, share

Spread = Literal["all", "some", "none", "own"]
SPREADS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "all": ("各地均有", "all places"), "some": ("部分地区有", "some places"), "none": ("各地均无", "no place"),
    "own": ("仅地方有", "places only"),
})  # fmt: skip
"""How many of the places have something."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What one place sets for an indicator, and how that stands to the base."""

    value: Value
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the matrix."""

    key: str
    name: str
    code: Spread
    base: Value | None
    places: tuple[Goal | None, ...]
    count: int
    sum: str
    order: float | None
    share: float | None
    difference: str
    short: float | None
    """The difference as a number, to sort by."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one place does with a task: its clauses with the anchors of their texts."""

    code: str
    word: str
    similarity: float
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A clause of the base, and what each place does with it."""

    key: str
    name: str
    href: str
    depth: int
    code: Spread
    places: tuple[Taken, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of one document by clause, each with its anchor."""

    key: str
    name: str
    title: str
    clauses: tuple[tuple[str, Sequence[Segment]], ...]


def survey_page(survey: Survey, language: Language = "zh") -> str:
    """A self-contained page (HTML, to be written as UTF-8) of a base document and several places.

    Raises `TextNotAtHand` for a survey that came from JSON or holds no place, and `MissingExtra` where jinja2 is not
    installed.
    """
    documents = [comparison.documents for comparison in survey.comparisons]
    pairs = [pair for pair in documents if pair is not None]
    if not pairs:
        raise TextNotAtHand(
            name=survey.base.source.name, zh="对照结果不含各地文件，无法显示原文", en="the survey holds no documents",
            cure_zh="请重新对照各份文件", cure_en="compare the documents again",
        )  # fmt: skip
    view = _View(survey, [pairs[0][0], *(right for _, right in pairs)], language)
    indicators, tasks = list(view.indicators()), list(view.tasks())
    return render(
        "survey.html.j2", language, survey=survey, base=view.names[0], names=view.names[1:], title=name_of(survey.base),
        places=list(places(survey)), indicators=indicators, tasks=tasks, bodies=counterparts(survey, language).rows,
        papers=list(view.papers()),
        indicator_spreads=counted(Counter(row.code for row in indicators), SPREADS, language),
        task_spreads=counted(Counter(row.code for row in tasks), SPREADS, language),
    )  # fmt: skip


class _View:
    """The rows of all tables, with their links into the texts."""

    def __init__(self, survey: Survey, documents: Sequence[PolicyDocument], language: Language) -> None:
        self._survey, self._documents, self._language = survey, documents, language
        self.names = (base_name(survey, language), *place_names(survey))
        rows: list[dict[str, str]] = [{} for _ in documents]
        for place, row in enumerate(survey.indicators, 1):
            for number_, figure in enumerate((row.base, *row.places)):
                if figure is not None:
                    rows[number_][figure.id] = f"t{place}"
        self._sides = [
            Side(document, f"P{place}", Told((), (), told), language)
            for place, (document, told) in enumerate(zip(documents, rows, strict=True))
        ]
        self._anchors = [
            {clause.id: side.key(f"c{place}") for place, clause in enumerate(document.clauses, 1)}
            for document, side in zip(documents, self._sides, strict=True)
        ]

    # ---- indicators -------------------------------------------------------------------------------------------------

    def indicators(self) -> Iterator[Indicator]:
        """The matrix, each value with a link to its sentence."""
        told = [_by_left(comparison) for comparison in self._survey.comparisons]
        for place, row in enumerate(self._survey.indicators, 1):
            pairs = [pairs.get(row.base.id) if row.base else None for pairs in told]
            goals = (
                self._goal(n, figure, pair) for n, (figure, pair) in enumerate(zip(row.places, pairs, strict=True))
            )
            yield Indicator(
                f"t{place}", row.indicator or "—", _spread(row.base is not None, row.count, len(row.places)),
                self._sides[0].value(row.base), tuple(goals), row.count, summed(row.sum, row, self._language),
                None if row.sum is None else float(row.sum), row.share, self._difference(row),
                None if row.difference is None else float(row.difference),
            )  # fmt: skip

    def _goal(self, place: int, figure: Figure | None, pair: TargetPair | None) -> Goal | None:
        value = self._sides[place + 1].value(figure)
        if value is None:
            return None
        if pair is None:
            return Goal(value, "only-right", "")
        told = "" if pair.share is None or pair.value == "equal" else f" {share(pair.share)}"
        return Goal(value, pair.value, pick(VALUES[pair.value], self._language) + told)

    def _difference(self, row: IndicatorRow) -> str:
        sign = "+" if row.difference is not None and row.difference > 0 else ""
        return sign + summed(row.difference, row, self._language)

    # ---- tasks ------------------------------------------------------------------------------------------------------

    def tasks(self) -> Iterator[Task]:
        """The clauses of the base by place."""
        for place, (row, absences) in enumerate(tasks_of(self._survey), 1):
            clause = self._documents[0].clause(row.clause)
            covers = zip(row.places, absences, strict=True)
            taken = tuple(self._taken(number, cover, word) for number, (cover, word) in enumerate(covers, 1))
            yield Task(
                f"k{place}", named(row.clause, row.title), self._anchors[0][row.clause], min(clause.depth, 4),
                _spread(True, row.count, len(row.places)), taken, row.count,
            )  # fmt: skip

    def _taken(self, place: int, cover: Cover, absence: tuple[str, str] | None) -> Taken:
        clauses = tuple((id, self._anchors[place][id]) for id in cover.clauses)
        word = pick(absence or RELATIONS[cover.relation], self._language)
        return Taken("with" if absence == WITH_CLAUSE else cover.relation, word, cover.similarity, clauses)

    # ---- texts ------------------------------------------------------------------------------------------------------

    def papers(self) -> Iterator[Paper]:
        """The texts, the base's first."""
        sides = (self._survey.base, *self._survey.places)
        for name, told, side, anchors in zip(self.names, sides, self._sides, self._anchors, strict=True):
            clauses = [(side.key("head"), side.block(None))]
            clauses += [(anchor, side.block(clause)) for clause, anchor in anchors.items()]
            clauses.append((side.key("end"), side.ending))
            yield Paper(side.letter, name, name_of(told) or "", tuple(clause for clause in clauses if clause[1]))


def _by_left(comparison: Comparison) -> dict[str, TargetPair]:
    return {pair.left.id: pair for pair in comparison.targets if pair.left is not None}


def _spread(based: bool, count: int, places: int) -> Spread:
    if not based:
        return "own"
    return "none" if not count else "all" if count == places else "some"
