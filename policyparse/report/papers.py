"""What one file holds: a title, lines below it, and tables. Every writer lays out the same `Paper`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from policyparse.model.comparison import Comparison, Side, Survey, TargetPair
from policyparse.model.document import PolicyDocument
from policyparse.report import comparisons, office, surveys
from policyparse.report.amendments import amendments
from policyparse.report.tables import Table
from policyparse.report.wording import Language, number, pick, share

_SHOWN = 12
"""Systematic substitutions that the lines below a title name."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Tables under one title. `notes` are lines that say what they are made of. The first table is the chief one.

    `annexes` are tables for those who study the texts: workbooks and Markdown hold them, what is sent round does not.
    """

    title: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    language: Language = "zh"
    annexes: tuple[Table, ...] = ()

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """The tables and the annexes."""
        return self.tables + self.annexes


def document_paper(document: PolicyDocument, language: Language) -> Paper:
    """任务分解表, 指标表 and 责任清单 of one document; 问题清单 too, where it was checked."""
    return documents_paper([document], language)


def documents_paper(documents: Sequence[PolicyDocument], language: Language) -> Paper:
    """The same tables over several documents, with a column that names the document."""
    makes = [office.tasks, office.targets, office.duties]
    if any(document.findings for document in documents):
        makes.append(office.findings)
    return _paper(documents, makes, language)


def table_paper(documents: Sequence[PolicyDocument], make: office.Make, language: Language) -> Paper:
    """One of those tables alone."""
    return _paper(documents, [make], language)


def _paper(documents: Sequence[PolicyDocument], makes: Iterable[office.Make], language: Language) -> Paper:
    if len(documents) == 1:
        tables = tuple(make(documents[0], language) for make in makes)
        return Paper(office.name_of(documents[0], language), _basis(documents[0], language), tables, language)
    tables = tuple(office.of_several(make, documents, language) for make in makes)
    title = pick((f"{len(documents)} 份文件", f"{len(documents)} documents"), language)
    names = pick(("、", ", "), language).join(office.name_of(document, language) for document in documents)
    return Paper(title, (names,), tables, language)


def _basis(document: PolicyDocument, language: Language) -> tuple[str, ...]:
    """Number, date and file of the document."""
    metadata = document.metadata
    parts = [metadata.document_number, metadata.date_written, document.source.name]
    said = pick(("，", ", "), language).join(part for part in parts if part)
    return (pick(("依据：", "From: "), language) + said,) if said else ()


def comparison_paper(comparison: Comparison, language: Language) -> Paper:
    """指标对照表, 任务对照表, 部门对照表 and 修订对照表 of two documents, those that hold anything.

    The first one is the chief one: of two versions of one document that is the 修订对照表.
    """
    versions = comparisons.are_versions(comparison)
    tables = [
        indicators(comparison, language),
        _numbered(
            comparisons.tasks(comparison, language),
            language,
            ("条文对照表", "Clauses") if versions else ("任务对照表", "Tasks"),
        ),
        _numbered(comparisons.bodies(comparison, language), language, ("部门对照表", "Bodies")),
    ]
    tables.insert(0 if versions else len(tables), amendments(comparison, language))
    left, right = comparisons.side_names(comparison, language)
    title = comparisons.name_of(comparison.left) if versions else None
    reused = _numbered(comparisons.passages(comparison, language), language)
    return Paper(
        title or pick((f"{left}与{right}", f"{left} and {right}"), language),
        _remarks(comparison, language),
        tuple(table for table in tables if table.rows) or (tables[0],),
        language,
        (reused,) if reused.rows else (),
    )


def indicators(comparison: Comparison, language: Language) -> Table:
    """指标对照表: each target with its counterpart, what the right one is against it, both times and both places."""
    left, right = comparisons.side_names(comparison, language)
    by, source = pick(("时限", "by"), language), pick(("出处", "source"), language)
    gap = pick(("", " "), language)
    heads = (
        pick(office.NUMBER, language), pick(("指标", "indicator"), language), left, right,
        pick(("关系", "relation"), language), pick(("差值", "difference"), language), pick(("占比", "share"), language),
        f"{left}{gap}{by}", f"{right}{gap}{by}", f"{left}{gap}{source}", f"{right}{gap}{source}",
    )  # fmt: skip
    words = comparisons.values_of(comparison)
    rows = (
        (str(row), *_indicator(pair, words, language)) for row, pair in enumerate(comparison.targets, 1)
    )  # fmt: skip
    return Table(pick(("指标对照表", "Indicators"), language), heads, tuple(rows), numbers=(0, 6))


def _indicator(pair: TargetPair, words: Mapping[str, tuple[str, str]], language: Language) -> tuple[str, ...]:
    sides = pair.left, pair.right
    named = pair.left or pair.right
    return (
        (named.indicator if named else None) or "",
        *("" if figure is None else office.value(figure, language) for figure in sides),
        comparisons.told(pair, words, language),
        _difference(pair, language),
        "" if pair.share is None else share(pair.share),
        *("" if figure is None else office.when(figure, language) for figure in sides),
        *("" if figure is None else figure.clause or "" for figure in sides),
    )


def _difference(pair: TargetPair, language: Language) -> str:
    """Right less left in the left unit, with a minus sign that no sheet takes for a formula; percents differ by points."""
    if pair.difference is None or pair.left is None:
        return ""
    unit = pick(("个百分点", " points"), language) if pair.left.unit in ("%", "％") else pair.left.unit
    said = number(pair.difference, language).replace("-", "\u2212")
    return f"{said}{unit}" if pair.difference else said


def survey_paper(survey: Survey, language: Language) -> Paper:
    """指标矩阵, 任务承接表, 部门对照表 and 各地概览 of one document and several places."""
    tables = (
        _numbered(surveys.matrix(survey, language), language),
        _numbered(surveys.coverage(survey, language), language),
        _numbered(surveys.counterparts(survey, language), language),
        surveys.overview(survey, language),
    )
    base = surveys.base_name(survey, language)
    others = pick(("、", ", "), language).join(surveys.place_names(survey))
    return Paper(
        pick((f"{base}与各地", f"{base} and its places"), language),
        (
            f"{base}{pick(('：', ': '), language)}{_named(survey.base)}",
            pick((f"各地：{others}", f"Places: {others}"), language),
        ),
        (tables[0], *(table for table in tables[1:] if table.rows)),
        language,
    )


def _remarks(comparison: Comparison, language: Language) -> tuple[str, ...]:
    sides = comparison.left, comparison.right
    names = comparisons.side_names(comparison, language)
    lines = [f"{name}{pick(('：', ': '), language)}{_named(side)}" for name, side in zip(names, sides, strict=True)]
    alike, reuse = share(comparison.similarity), share(comparison.reuse.share)
    lines.append(pick((f"总体相似度 {alike}，沿用文字 {reuse}", f"likeness {alike}, reused text {reuse}"), language))
    if comparison.substitutions:
        pairs = [f"{pair.left}→{pair.right}" for pair in comparison.substitutions]
        more = (
            pick((f"等 {len(pairs)} 处", f" and {len(pairs) - _SHOWN} more"), language) if len(pairs) > _SHOWN else ""
        )
        listed = pick(("、", ", "), language).join(pairs[:_SHOWN])
        lines.append(
            pick(("系统性替换（不计差异）：", "Systematic substitutions, not counted: "), language) + listed + more
        )
    return tuple(lines)


def _named(side: Side) -> str:
    title = comparisons.name_of(side)
    parts = [f"《{title}》" if title else side.source.name, side.metadata.document_number, side.metadata.date_written]
    return " ".join(part for part in parts if part)


def _numbered(table: Table, language: Language, title: tuple[str, str] | None = None) -> Table:
    """The table, under the name that an office gives it, with a number before each row."""
    heads = (pick(office.NUMBER, language), *table.columns)
    rows = tuple((str(number), *(cell.strip() for cell in row)) for number, row in enumerate(table.rows, 1))
    named = table.title if title is None else pick(title, language)
    return Table(named, heads, rows, (0, *(column + 1 for column in table.numbers)))


Form = Callable[[Paper], bytes]
"""A writer: the bytes of the file that shows a paper."""
