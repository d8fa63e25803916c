"""The tables of a comparison as plain rows: indicators, tasks, bodies, wording."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from policyparse.model.comparison import Body, ClausePair, Comparison, Side, TargetPair
from policyparse.model.facts import Figure
from policyparse.report.items import items_of
from policyparse.report.tables import Table
from policyparse.report.wording import Language, amount, due, pick, share

Words = tuple[str, str]

RELATIONS: Mapping[str, Words] = MappingProxyType({
    "same": ("一致", "same"), "changed": ("有改动", "changed"), "moved": ("位置调整", "moved"),
    "split": ("拆分", "split"), "merged": ("合并", "merged"),
    "only-left": ("对方缺", "missing"), "only-right": ("新增", "new"),
})  # fmt: skip
"""How two clauses correspond."""
VALUES: Mapping[str, Words] = MappingProxyType({
    "equal": ("持平", "equal"), "higher": ("更高", "higher"), "lower": ("更低", "lower"),
    "incomparable": ("不可比", "incomparable"), "only-left": ("对方未设", "missing"), "only-right": ("新设", "new"),
})  # fmt: skip
"""How two values compare."""
DELETED: Words = ("删去", "deleted")
COMPARATORS: Mapping[str, Words] = MappingProxyType({"stricter": ("更严", "stricter"), "looser": ("更宽", "looser")})
DEADLINES: Mapping[str, Words] = MappingProxyType({"earlier": ("提前", "earlier"), "later": ("推后", "later")})


def side_names(comparison: Comparison, language: Language) -> tuple[str, str]:
    """What the two documents are called in heads: their regions, else their files, else 左 and 右."""
    sides = comparison.left, comparison.right
    for name in (side_name, file_name):
        left, right = map(name, sides)
        if left and right and left != right:
            return left, right
    return pick(("左", "left"), language), pick(("右", "right"), language)


def side_name(side: Side) -> str | None:
    """The region that a document is about."""
    return side.metadata.region.name if side.metadata.region is not None else None


def file_name(side: Side) -> str | None:
    """The name of its file, without what tells its form."""
    return None if side.source.name is None else PurePath(side.source.name).stem


def are_versions(comparison: Comparison) -> bool:
    """Whether the two are of one place and name, and so versions of one document."""
    left, right = comparison.left, comparison.right
    return side_name(left) == side_name(right) and name_of(left) == name_of(right)


def relations_of(comparison: Comparison) -> Mapping[str, Words]:
    """What to call how two clauses correspond: what a newer version lacks was deleted from it."""
    return {**RELATIONS, "only-left": DELETED} if are_versions(comparison) else RELATIONS


def values_of(comparison: Comparison) -> Mapping[str, Words]:
    """What to call how two values compare."""
    return {**VALUES, "only-left": DELETED} if are_versions(comparison) else VALUES


def name_of(side: Side) -> str | None:
    """The title of what a document decrees: of the plan that a notice carries, else its own."""
    return side.metadata.carried_title or side.metadata.title


def substitutions(comparison: Comparison, language: Language) -> Table:
    """What differs everywhere and is shown nowhere else."""
    heads = (*side_names(comparison, language), pick(("处数", "places"), language))
    rows = ((pair.left, pair.right, str(pair.count)) for pair in comparison.substitutions)
    return Table(pick(("系统性替换", "Substitutions"), language), heads, tuple(rows), numbers=(2,))


def indicators(comparison: Comparison, language: Language) -> Table:
    """指标对照表: each target with its counterpart."""
    left, right = side_names(comparison, language)
    heads = (
        pick(("条款", "clause"), language), pick(("指标", "indicator"), language), left, right,
        pick(("关系", "relation"), language), pick(("占比", "share"), language), pick(("时限", "by"), language),
    )  # fmt: skip
    words = values_of(comparison)
    rows = (_indicator(pair, words, language) for pair in comparison.targets)
    return Table(pick(("指标对照", "Indicators"), language), heads, tuple(rows))


def _indicator(pair: TargetPair, words: Mapping[str, Words], language: Language) -> tuple[str, ...]:
    left, right = pair.left, pair.right
    named = left or right
    return (
        _arrow(left.clause if left else None, right.clause if right else None),
        (named.indicator if named else None) or "",
        value_of(pair.left, language),
        value_of(pair.right, language),
        told(pair, words, language),
        "" if pair.share is None else share(pair.share),
        _arrow(due(left, language) if left else None, due(right, language) if right else None),
    )


def told(pair: TargetPair, words: Mapping[str, Words], language: Language) -> str:
    """What the right target is against the left one; `words` are those of `values_of`."""
    said = [words[pair.value]]
    said += [COMPARATORS[pair.comparator]] if pair.comparator and pair.comparator != "same" else []
    said += [DEADLINES[pair.deadline]] if pair.deadline and pair.deadline != "same" else []
    return pick(("、", ", "), language).join(pick(word, language) for word in said)


def value_of(figure: Figure | None, language: Language) -> str:
    """What is to be reached; nothing where there is no target."""
    return "" if figure is None else amount(figure, language)


def _arrow(left: str | None, right: str | None) -> str:
    """Both, or the one of them that there is, or one for two that are equal."""
    if left == right or not right:
        return left or ""
    return f"{left or '—'} → {right}"


def tasks(comparison: Comparison, language: Language) -> Table:
    """任务对照表: each clause with its counterpart."""
    left, right = side_names(comparison, language)
    heads = (
        left, right, pick(("关系", "relation"), language), pick(("相似度", "likeness"), language),
        pick(("沿用", "reused"), language), pick(("差异", "changes"), language),
    )  # fmt: skip
    words = relations_of(comparison)
    rows = (_task(pair, words, language) for pair in items_of(comparison).rows)
    return Table(pick(("任务对照", "Tasks"), language), heads, tuple(rows), numbers=(3, 4, 5))


def _task(pair: ClausePair, words: Mapping[str, Words], language: Language) -> tuple[str, ...]:
    both = pair.left is not None and pair.right is not None
    return (
        named(pair.left, pair.left_title),
        named(pair.right, pair.right_title),
        pick(words[pair.relation], language),
        share(pair.similarity) if both else "",
        share(pair.reuse) if pair.right is not None and (pair.reuse or pair.relation != "same") else "",
        str(len(pair.changes) or ""),
    )


def named(id: str | None, title: str | None) -> str:
    """A clause by its id and heading."""
    return " ".join(part for part in (id, title) if part)


def changes(comparison: Comparison, language: Language) -> Table:
    """修订对照表: every difference of wording, with its clause."""
    left, right = side_names(comparison, language)
    heads = (pick(("条款", "clause"), language), left, right)
    rows = [("", change.left, change.right) for change in comparison.opening.changes]
    for pair in comparison.clauses:
        rows += [(_arrow(pair.left, pair.right), change.left, change.right) for change in pair.changes]
    return Table(pick(("文字差异", "Wording"), language), heads, tuple(rows))


def bodies(comparison: Comparison, language: Language) -> Table:
    """部门对照表: each body with its counterpart, and how often each leads, shares and supports."""
    left, right = side_names(comparison, language)
    counts = pick(("牵头/共同/配合", "lead/joint/support"), language)
    heads = (left, counts, right, counts, pick(("共同条款", "shared"), language))
    rows = ((*_body(pair.left), *_body(pair.right), str(pair.shared or "")) for pair in comparison.parties)
    return Table(pick(("部门对照", "Bodies"), language), heads, tuple(rows), numbers=(4,))


def _body(body: Body | None) -> tuple[str, str]:
    return ("", "") if body is None else (body.name, f"{body.lead}/{body.joint}/{body.support}")


def passages(comparison: Comparison, language: Language) -> Table:
    """文字沿用表: each stretch of text that stands in both documents, and whether it is a set phrase."""
    left, right = side_names(comparison, language)
    gap = pick(("", " "), language)
    clause = pick(("条款", "clause"), language)
    heads = (
        f"{left}{gap}{clause}", f"{right}{gap}{clause}", pick(("字数", "characters"), language),
        pick(("种类", "kind"), language), pick(("文字", "words"), language),
    )  # fmt: skip
    rows = (
        (
            passage.left_clause or "",
            passage.right_clause or "",
            str(len(passage.text)),
            pick(("套语", "set phrase") if passage.formula else ("沿用", "reused"), language),
            passage.text,
        )
        for passage in comparison.reuse.passages
    )
    return Table(pick(("文字沿用表", "Text reuse"), language), heads, tuple(rows), numbers=(2,))
