"""The tables of one document and several places as plain rows: places, indicators, tasks and bodies by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.model.comparison import Cover, IndicatorRow, Survey, TaskRow
from policyparse.model.facts import Number
from policyparse.report.comparisons import RELATIONS, file_name, name_of, named, side_name, value_of
from policyparse.report.tables import Table
from policyparse.report.wording import Language, number, pick, share

Words = tuple[str, str]

NOT_TAKEN = ("未承接", "not taken up")
"""What a place does with a task that none of its clauses takes up."""
WITH_CLAUSE = ("随所在条款", "with its clause")
"""What it does with an item (一是) that it takes up together with the clause in whose sentences the item stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """What one place does, as a whole."""

    name: str
    title: str
    similarity: float
    reuse: float
    tasks: int
    """Clauses of the base that it takes up."""
    indicators: int
    """Targets of the base that it has too."""
    own: int
    """Targets that the base does not have."""


def base_name(survey: Survey, language: Language) -> str:
    """What the base is called in heads."""
    return side_name(survey.base) or file_name(survey.base) or pick(("基准", "base"), language)


def place_names(survey: Survey) -> tuple[str, ...]:
    """What the places are called in heads: their regions, else their files, else their numbers; no two alike."""
    names = list(map(side_name, survey.places))
    if len(set(names)) < len(names):
        names = list(map(file_name, survey.places))
    told = [name or str(place) for place, name in enumerate(names, 1)]
    return tuple(f"{name} ({place})" if told.count(name) > 1 else name for place, name in enumerate(told, 1))


def places(survey: Survey) -> Iterator[Place]:
    """The places, in their order."""
    for place, name in enumerate(place_names(survey)):
        side = survey.places[place]
        yield Place(
            name, name_of(side) or side.source.name or "", survey.similarity[place], survey.reuse[place],
            sum(bool(row.places[place].clauses) for row in survey.tasks),
            sum(row.base is not None and row.places[place] is not None for row in survey.indicators),
            sum(row.base is None and row.places[place] is not None for row in survey.indicators),
        )  # fmt: skip


def tasks_of(survey: Survey) -> Iterator[tuple[TaskRow, tuple[Words | None, ...]]]:
    """The tasks of the base, each with a word for every place that has no clause of its own for it, None for others.

    An item within the sentences of a clause that no place treats apart from it is no task.
    """
    documents = survey.comparisons[0].documents if survey.comparisons else None
    parents = (
        {clause.id: clause.parent for clause in documents[0].clauses if clause.style == "inline"} if documents else {}
    )
    rows = {row.clause: row for row in survey.tasks}
    for row in survey.tasks:
        above = rows.get(parents.get(row.clause) or "")
        if above is None or row.count or not above.count:
            homes = above.places if above is not None else (None,) * len(row.places)
            yield row, tuple(map(_absence, row.places, homes))


def _absence(cover: Cover, home: Cover | None) -> Words | None:
    if cover.clauses:
        return None
    return WITH_CLAUSE if home is not None and home.clauses else NOT_TAKEN


def overview(survey: Survey, language: Language) -> Table:
    """各地概览: how alike each document is to the base, and how much of the base it takes up."""
    heads = (
        ("地区", "place"), ("文件", "document"), ("相似度", "likeness"), ("沿用文字", "reused text"),
        ("承接条款", "clauses taken up"), ("对应指标", "targets taken up"), ("自设指标", "own targets"),
    )  # fmt: skip
    clauses, targets = len(survey.tasks), sum(row.base is not None for row in survey.indicators)
    rows = (
        (
            place.name, place.title, share(place.similarity), share(place.reuse), f"{place.tasks}/{clauses}",
            f"{place.indicators}/{targets}", str(place.own),
        )
        for place in places(survey)
    )  # fmt: skip
    columns = tuple(pick(head, language) for head in heads)
    return Table(pick(("各地概览", "Overview"), language), columns, tuple(rows), numbers=(2, 3, 6))


def matrix(survey: Survey, language: Language) -> Table:
    """指标矩阵: each indicator by place, with the sum against the base where it adds up."""
    heads = (
        pick(("指标", "indicator"), language), base_name(survey, language), *place_names(survey),
        pick(("合计", "sum"), language), pick(("占比", "share"), language), pick(("差额", "difference"), language),
    )  # fmt: skip
    rows = (
        (
            row.indicator or "",
            value_of(row.base, language),
            *(value_of(figure, language) for figure in row.places),
            summed(row.sum, row, language),
            "" if row.share is None else share(row.share),
            summed(row.difference, row, language),
        )
        for row in survey.indicators
    )
    return Table(pick(("指标矩阵", "Indicators by place"), language), heads, tuple(rows))


def summed(value: Number | None, row: IndicatorRow, language: Language) -> str:
    """A sum or difference in the unit of its row, with a minus sign that no sheet takes for a formula."""
    if not value:
        return "" if value is None else "0"
    unit = row.base.unit if row.base is not None else row.unit
    return f"{number(value, language)}{unit}".replace("-", "\u2212")


def coverage(survey: Survey, language: Language) -> Table:
    """任务承接表: each task of the base, and which clauses of each place take it up."""
    heads = (
        pick(("任务", "task"), language), *place_names(survey), pick(("承接地区", "places"), language),
    )  # fmt: skip
    rows = (
        (
            named(row.clause, row.title),
            *(_cover(cover, word, language) for cover, word in zip(row.places, words, strict=True)),
            f"{row.count}/{len(row.places)}",
        )
        for row, words in tasks_of(survey)
    )
    return Table(pick(("任务承接表", "Tasks by place"), language), heads, tuple(rows))


def _cover(cover: Cover, absence: Words | None, language: Language) -> str:
    if absence is not None:
        return pick(absence, language)
    return f"{pick(('、', ', '), language).join(cover.clauses)} {pick(RELATIONS[cover.relation], language)}"


def counterparts(survey: Survey, language: Language) -> Table:
    """部门对照表: each body of the base, and its counterparts in each place. Empty for a survey that came from JSON."""
    found: dict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in survey.comparisons])
    for place, comparison in enumerate(survey.comparisons):
        for pair in comparison.parties:
            if pair.left is not None:
                found[pair.left.name][place] += [pair.right.name] if pair.right is not None else []
    rows = ((name, *("、".join(bodies) for bodies in there)) for name, there in found.items())
    heads = (base_name(survey, language), *place_names(survey))
    return Table(pick(("部门对照表", "Bodies by place"), language), heads, tuple(rows))
