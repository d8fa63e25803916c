"""One document against those of several places: which sets what, which takes up which task, and what it adds up to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from policyparse.compare import measures
from policyparse.compare.documents import compare, summary
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import ClausePair, Comparison, Cover, IndicatorRow, Survey, TargetPair, TaskRow
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure

PER_HEAD = re.compile(r"人均|户均|亩均|地均|平均|每|率|比例|比重|占比|密度|强度|指数|位次|排名")
"""Names of what no sum can be made of: per head, rates, shares, ranks; e.g. 人均体育场地面积."""


def compare_many(base: PolicyDocument, places: Iterable[PolicyDocument], *, lexicon: Lexicon | None = None) -> Survey:
    """Lay a city's plan beside those of its counties, each compared by `compare`.

    Raises `TextNotAtHand` where one of the documents was loaded from JSON without its text.
    """
    lexicon = lexicon or Lexicon.load()
    comparisons = tuple(compare(base, place, lexicon=lexicon) for place in places)
    return Survey(
        base=summary(base),
        places=tuple(comparison.right for comparison in comparisons),
        similarity=tuple(comparison.similarity for comparison in comparisons),
        reuse=tuple(comparison.reuse.share for comparison in comparisons),
        indicators=(*_of_base(base, comparisons, lexicon), *_of_places(comparisons, lexicon)),
        tasks=tuple(_tasks(base, comparisons)),
    ).holding(comparisons)


def _of_base(base: PolicyDocument, comparisons: Sequence[Comparison], lexicon: Lexicon) -> Iterable[IndicatorRow]:
    found = [{pair.left.id: pair.right for pair in comparison.targets if pair.left} for comparison in comparisons]
    for target in base.targets:
        if target.duplicate_of is None:
            yield _row(target, [pairs.get(target.id) for pairs in found], lexicon)


def _of_places(comparisons: Sequence[Comparison], lexicon: Lexicon) -> Iterable[IndicatorRow]:
    """The targets that only places set; those of several places for one indicator, year and unit in one row."""
    rows: dict[tuple[object, ...], list[Figure | None]] = defaultdict(lambda: [None] * len(comparisons))
    for number, comparison in enumerate(comparisons):
        for target in _only_right(comparison.targets):
            kind = measures.measure(target.unit_canonical, lexicon).standard
            name = target.indicator_key or target.id
            key = (name, kind, target.change, target.recurrence, target.deadline)
            times = 0
            while rows[*key, times][number] is not None:
                times += 1
            rows[*key, times][number] = target
    return [_row(None, places, lexicon) for places in rows.values()]


def _only_right(pairs: Iterable[TargetPair]) -> Iterable[Figure]:
    return (pair.right for pair in pairs if pair.left is None and pair.right is not None)


def _row(base: Figure | None, places: Sequence[Figure | None], lexicon: Lexicon) -> IndicatorRow:
    there = [figure for figure in places if figure is not None]
    first = base or there[0]
    adds = _adds_up(first, there, lexicon)
    total = sum((measures.amount(figure, first.unit_canonical, lexicon) for figure in there), Fraction(0))
    told = adds and bool(there)
    own = measures.amount(base, first.unit_canonical, lexicon) if base else Fraction(0)
    return IndicatorRow(
        indicator=first.indicator,
        indicator_key=first.indicator_key,
        unit=first.unit,
        base=base,
        places=tuple(places),
        adds_up=adds,
        sum=measures.number(total) if told else None,
        count=len(there),
        difference=measures.number(total - own) if told and base else None,
        share=round(float(total / own), measures.PLACES) if told and own else None,
    )


def _adds_up(first: Figure, others: Sequence[Figure], lexicon: Lexicon) -> bool:
    """Whether the values may be added: amounts in one unit, of one kind, none of them a rate, a share or a range."""
    figures = (first, *others)
    amounts = all(
        measures.measure(figure.unit_canonical, lexicon).adds
        and figure.change != "rate"
        and figure.value_max is None
        and not PER_HEAD.search(figure.indicator or "")
        for figure in figures
    )
    return amounts and all(measures.comparable(first, figure, lexicon) for figure in others)


def _tasks(base: PolicyDocument, comparisons: Sequence[Comparison]) -> Iterable[TaskRow]:
    found = [_by_left(comparison.clauses) for comparison in comparisons]
    for clause in base.clauses:
        covers = tuple(_cover(rows.get(clause.id, [])) for rows in found)
        count = sum(bool(cover.clauses) for cover in covers)
        yield TaskRow(clause=clause.id, title=clause.title, places=covers, count=count)


def _by_left(pairs: Iterable[ClausePair]) -> dict[str, list[ClausePair]]:
    found: dict[str, list[ClausePair]] = defaultdict(list)
    for pair in pairs:
        if pair.left is not None and pair.right is not None:
            found[pair.left].append(pair)
    return found


def _cover(pairs: Sequence[ClausePair]) -> Cover:
    if not pairs:
        return Cover(clauses=(), relation="only-left", similarity=0.0)
    return Cover(
        clauses=tuple(pair.right for pair in pairs if pair.right is not None),
        relation=pairs[0].relation,
        similarity=max(pair.similarity for pair in pairs),
    )
