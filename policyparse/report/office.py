"""The tables that an office makes of one document by hand: 任务分解表, 指标表, 责任清单, 问题清单.

Columns are those of published 任务分解表 (序号、重点任务、目标、牵头单位、配合单位、完成时限); the last column of each table
says where the row comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from policyparse.errors import TextNotAtHand
from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.facts import Figure, Party
from policyparse.report.tables import Table
from policyparse.report.wording import RECURRENCES, ROLES, Language, amount, due, myriads, names, pick, plain

Words = tuple[str, str]

NUMBER: Words = ("序号", "no.")
BODIES: Words = ("责任单位", "bodies")
TIME: Words = ("完成时限", "by")
SOURCE: Words = ("出处", "source")
SHARED: Words = ("（按职责分工负责）", "(each within its duties)")
OUTSIDE: Words = ("（条款以外）", "(outside the clauses)")
DEMANDS: Mapping[str, Words] = MappingProxyType({
    "ge": ("不低于", "at least"), "le": ("不超过", "at most"), "approx": ("左右", "about"),
    "range": ("区间", "range"), "eq": ("", ""),
})  # fmt: skip
CHANGES: Mapping[str, Words] = MappingProxyType({
    "level": ("达到", "level"), "increase": ("增加", "increase"), "decrease": ("减少", "decrease"),
    "rate": ("增速", "growth"),
})  # fmt: skip
SEVERITIES: Mapping[str, Words] = MappingProxyType(
    {"error": ("错误", "error"), "warning": ("存疑", "warning"), "info": ("提示", "info")}
)
_PARTS = ("inline", "circled")
"""Styles of numbering within a paragraph: such a clause is a part of a task, no task of its own."""
_HEADING = 60
"""Characters of its first line that stand for the heading of a clause that has none."""
_EXCERPT = 80
"""Characters of the source that a finding is shown with."""

Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the 任务分解表: a clause with all that is said in it and below it, up to the next task."""

    clause: Clause | None
    """None for what stands outside all clauses."""
    targets: tuple[Figure, ...]
    parties: tuple[Party, ...]
    limits: tuple[str, ...]
    """Time limits that stand in its statements of responsibility, as written."""


def tasks_of(document: PolicyDocument) -> tuple[Task, ...]:
    """The tasks of a document, in text order.

    A task is a clause that somebody answers for, or one of the same rank (numbered alike, at the same depth) for which
    nobody does. A target belongs to the nearest task above it; where there is none, its clause becomes a task.
    """
    clauses = {clause.id: clause for clause in document.clauses}
    chosen = _ranked(document)
    targets: defaultdict[str | None, list[Figure]] = defaultdict(list)
    for figure in document.targets:
        if figure.duplicate_of is None:
            targets[_home(figure.clause, clauses, chosen)].append(figure)
    parties: defaultdict[str | None, list[Party]] = defaultdict(list)
    limits: defaultdict[str | None, list[str]] = defaultdict(list)
    for duty in document.responsibilities:
        parties[duty.clause] += (party for party in duty.parties if party not in parties[duty.clause])
        limits[duty.clause] += [duty.deadline_text] if duty.deadline_text else []
    shown = chosen | targets.keys() | parties.keys()
    places: tuple[Clause | None, ...] = (None, *document.clauses)
    return tuple(
        Task(clause, tuple(targets[id]), tuple(parties[id]), tuple(limits[id]))
        for clause in places
        if (id := clause.id if clause else None) in shown
    )


def _ranked(document: PolicyDocument) -> set[str]:
    """The clauses that somebody answers for, and those alike that hold no others."""
    holding = {duty.clause for duty in document.responsibilities}
    ranks = {(clause.style, clause.depth) for clause in document.clauses if clause.id in holding}
    parents = {clause.parent for clause in document.clauses}
    return {
        clause.id
        for clause in document.clauses
        if clause.id in holding or ((clause.style, clause.depth) in ranks and clause.id not in parents)
    }


def _home(id: str | None, clauses: Mapping[str, Clause], chosen: set[str]) -> str | None:
    """The id of the task that a target in the clause `id` belongs to."""
    own = id
    here = clauses.get(id) if id is not None else None
    while here is not None:
        if here.id in chosen:
            return here.id
        if own is not None and clauses[own].style in _PARTS:
            own = here.id
        here = clauses.get(here.parent) if here.parent is not None else None
    return own


def tasks(document: PolicyDocument, language: Language) -> Table:
    """任务分解表: what is to be done, what is to be reached, who leads, who helps, by when."""
    heads = (
        NUMBER, ("重点任务", "task"), ("目标", "targets"), ("牵头单位", "lead"), ("配合单位", "support"), TIME, SOURCE,
    )  # fmt: skip
    rows = (
        (
            str(number), _titled(task, language), _goals(task.targets, language), _leading(task.parties, language),
            _helping(task.parties), _limits(task, language), _source(task),
        )
        for number, task in enumerate(tasks_of(document), 1)
    )  # fmt: skip
    return _table(("任务分解表", "Task breakdown"), heads, rows, language)


def targets(document: PolicyDocument, language: Language) -> Table:
    """指标表: each target with its value as a number and its unit beside it."""
    heads = (
        NUMBER, ("指标", "indicator"), ("范围", "scope"), ("变化", "change"), ("要求", "bound"),
        ("目标值", "value"), ("单位", "unit"), TIME, ("属性", "kind"), BODIES, SOURCE,
    )  # fmt: skip
    rows = (
        (
            str(number), figure.indicator or "", figure.scope or "", pick(CHANGES[figure.change], language),
            pick(DEMANDS[figure.comparator], language), *_measured(figure, language), when(figure, language),
            figure.property or "", names(figure.parties, "lead") or names(figure.parties, "joint"), figure.clause or "",
        )
        for number, figure in enumerate((f for f in document.targets if f.duplicate_of is None), 1)
    )  # fmt: skip
    return _table(("指标表", "Targets"), heads, rows, language, numbers=(0, 5))


def duties(document: PolicyDocument, language: Language) -> Table:
    """责任清单: for each body, in the order in which they are named, the tasks that it answers for."""
    heads = (
        NUMBER, ("责任单位", "body"), ("职责", "role"), ("重点任务", "task"), ("目标", "targets"), TIME, SOURCE,
    )  # fmt: skip
    held: dict[str, list[tuple[Party, Task]]] = {}
    for task in tasks_of(document):
        for party in task.parties:
            held.setdefault(party.canonical, []).append((party, task))
    shares = (share for shares in held.values() for share in shares)
    rows = (
        (
            str(number), held[party.canonical][0][0].name, pick(ROLES[party.role], language), _titled(task, language),
            _goals(task.targets, language), _limits(task, language), _source(task),
        )
        for number, (party, task) in enumerate(shares, 1)
    )  # fmt: skip
    return _table(("责任清单", "Duties by body"), heads, rows, language)


def findings(document: PolicyDocument, language: Language) -> Table:
    """问题清单: what the rules found, with the words that stand there. Empty for a document that was not checked.

    The words are left out where the document's text is not at hand.
    """
    heads = (
        NUMBER, ("程度", "severity"), ("问题", "problem"), ("原文", "text"), ("建议改为", "should be"),
        ("规则", "rule"), SOURCE, ("位置", "place"),
    )  # fmt: skip
    text = _text(document)
    rows = (
        (
            str(number), pick(SEVERITIES[finding.severity], language), getattr(finding.message, language),
            _excerpt(finding.span.of(text)), finding.suggestion or "", f"{finding.code} {finding.name}",
            finding.clause or "", f"{finding.span.start}–{finding.span.end}",
        )
        for number, finding in enumerate(document.findings, 1)
    )  # fmt: skip
    return _table(("问题清单", "Findings"), heads, rows, language)


Make = Callable[[PolicyDocument, Language], Table]


def of_several(make: Make, documents: Sequence[PolicyDocument], language: Language) -> Table:
    """One table over several documents, numbered through, with a column that tells the document of each row."""
    made = [make(document, language) for document in documents]
    heads = (made[0].columns[0], pick(("文件", "document"), language), *made[0].columns[1:])
    joined = (
        (name_of(document, language), *row[1:])
        for document, table in zip(documents, made, strict=True)
        for row in table.rows
    )
    rows = tuple((str(number), *row) for number, row in enumerate(joined, 1))
    numbers = tuple(column + 1 if column else 0 for column in made[0].numbers)
    return Table(made[0].title, heads, rows, numbers)


def name_of(document: PolicyDocument, language: Language) -> str:
    """What a document is called: the document that a notice carries, else its title, else its file."""
    metadata = document.metadata
    return metadata.carried_title or metadata.title or document.source.name or pick(("无题", "untitled"), language)


def heading(clause: Clause) -> str:
    """What a clause is about: its heading, else the beginning of its first line."""
    if clause.title:
        return clause.title
    line = clause.text.split("\n", 1)[0].removeprefix(clause.label or "").strip()
    return line if len(line) <= _HEADING else f"{line[:_HEADING]}…"


def _titled(task: Task, language: Language) -> str:
    return pick(OUTSIDE, language) if task.clause is None else heading(task.clause)


def _source(task: Task) -> str:
    return "" if task.clause is None else task.clause.id


def when(figure: Figure, language: Language) -> str:
    """When a target holds, as a document of an office says it: 2027年, 2026年6月30日, 每年."""
    if language == "en":
        return due(figure, language)
    time = f"{figure.deadline}年" if figure.deadline is not None else ""
    if figure.deadline_date:
        year, month, day = figure.deadline_date.split("-")
        time = f"{int(year)}年{int(month)}月{int(day)}日"
    often = RECURRENCES[figure.recurrence][0] if figure.recurrence else ""
    return "、".join(part for part in (time, often) if part)


def value(figure: Figure, language: Language) -> str:
    """What is to be reached; in the document's own word where that is none of numbers: 全覆盖, 清零."""
    return figure.quote if figure.implicit else amount(figure, language)


def _goals(figures: tuple[Figure, ...], language: Language) -> str:
    """A line a target; each with its time, where they are not all for the same one."""
    times = {when(figure, language) for figure in figures}
    return "\n".join(_goal(figure, language, timed=len(times) > 1) for figure in figures)


def _goal(figure: Figure, language: Language, *, timed: bool) -> str:
    said = f"{figure.indicator or ''} {value(figure, language)}".strip()
    time = when(figure, language) if timed else ""
    return said + (pick(("（{}）", " ({})"), language).format(time) if time else "")


def _limits(task: Task, language: Language) -> str:
    """Each time once: those of the statements, then those of the targets by their order."""
    times = dict.fromkeys([*task.limits, *(when(figure, language) for figure in task.targets)])
    return "\n".join(time for time in times if time)


def _leading(parties: tuple[Party, ...], language: Language) -> str:
    """Who leads; where nobody does and several answer together, those, and that they do."""
    leads = names(parties, "lead")
    shared = names(parties, "joint")
    return leads or (f"{shared}\n{pick(SHARED, language)}" if shared else "")


def _helping(parties: tuple[Party, ...]) -> str:
    """Who answers beside those who lead."""
    return names(parties, "joint", "support") if names(parties, "lead") else names(parties, "support")


def _measured(figure: Figure, language: Language) -> tuple[str, str]:
    """The value as a number to reckon with, and its unit: 6000 and 亿元."""
    values = [value for value in (figure.value, figure.value_max) if value is not None]
    power, name = myriads(*values) if language == "zh" else (0, "")
    said = "–".join(plain(Decimal(str(value)).scaleb(-power)) for value in values)
    return said, f"{name}{figure.unit}"


def _text(document: PolicyDocument) -> str:
    try:
        return document.text
    except TextNotAtHand:
        return ""


def _excerpt(text: str) -> str:
    text = text.replace("\r", "")
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def _table(
    title: Words, heads: tuple[Words, ...], rows: Rows, language: Language, *, numbers: tuple[int, ...] = (0,)
) -> Table:
    return Table(pick(title, language), tuple(pick(head, language) for head in heads), tuple(rows), numbers)
