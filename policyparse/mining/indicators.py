"""Indicators over years and places: what was reached, what is aimed at, in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure


@dataclass(frozen=True, slots=True)
class Point:
    """One value of an indicator at one place in one year.

    `value` is in `unit`, the standard unit of its kind (亩 becomes 平方米). `status` is target, achieved, reference, or
    baseline. `figure` is the id of the figure that says so, `document` counts from 0.
    """

    indicator: str
    place: str
    year: int
    value: float
    unit: str
    status: str
    comparator: str
    change: str
    document: int
    figure: str


def series(
    documents: Iterable[PolicyDocument], indicator: str | None = None, *, lexicon: Lexicon | None = None
) -> tuple[Point, ...]:
    """The values of the indicators of the documents (of those whose name holds `indicator`), by name, place and year.

    A figure without indicator or year says nothing here and is left out, as is one that stands in a copied block (known
    after `check`). The place is the document's region, else its name, else its number in order.
    """
    lexicon = lexicon or Lexicon.load()
    factors = {row.surface: (row.standard, Fraction(row.factor)) for row in lexicon.conversions}
    points = [
        point
        for place, document in enumerate(documents)
        for figure in (*document.targets, *document.figures)
        if figure.duplicate_of is None and _asked(figure, indicator)
        for point in _points(figure, document, place, factors)
    ]
    return tuple(sorted(points, key=lambda p: (p.indicator, p.unit, p.document, p.year, p.status, p.figure)))


def _asked(figure: Figure, indicator: str | None) -> bool:
    names = (figure.indicator or "", figure.indicator_key or "")
    return indicator is None or any(indicator in name for name in names)


def _points(
    figure: Figure, document: PolicyDocument, place: int, factors: dict[str, tuple[str, Fraction]]
) -> Iterator[Point]:
    name = figure.indicator_key or figure.indicator
    if name is None:
        return
    region = document.metadata.region
    where = region.name if region is not None else document.source.name or str(place + 1)

    def point(value: float, unit: str, year: int, status: str, shape: tuple[str, str]) -> Point:
        standard, factor = factors.get(unit, (unit, Fraction(1)))
        exact = float(Fraction(str(value)) * factor)
        return Point(name, where, year, exact, standard, status, *shape, place, figure.id)

    if figure.deadline is not None:
        shape = figure.comparator, figure.change
        yield point(figure.value, figure.unit_canonical, figure.deadline, figure.status, shape)
    base = figure.baseline
    if base is not None and base.value is not None and base.year is not None:
        unit = figure.unit_canonical if base.unit in (None, figure.unit) else base.unit or ""
        yield point(base.value, unit, base.year, "baseline", ("eq", "level"))
