"""Score what was read against gold annotations, field by field. Spans are half-open, in code points of the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from policyparse import PolicyDocument

Row = dict[str, Any]
STRICT = ("indicator", "value", "value_max", "unit", "comparator", "deadline", "recurrence")
FIELDS = (*STRICT, "change", "implicit")
"""Judged on the targets that were found."""
MEASURES = ("figures", "targets", "strict", "status", "spans", "clauses", "titles", "parties", "metadata")
"""F1 of what was found, of targets with every field of STRICT right, and shares of what was found that is right."""
ALL = (*MEASURES, *FIELDS)
OVERLAP = 0.5
LEAST_LIKENESS = 0.6
MOST_AROUND = 6


@dataclass(frozen=True, slots=True)
class Ratio:
    """What is right out of what there is, so that ratios of several documents can be put together by adding."""

    right: int
    all: int

    @property
    def value(self) -> float | None:
        """0 to 1; None where there is nothing of the kind."""
        return self.right / self.all if self.all else None

    def __add__(self, other: Ratio) -> Ratio:
        """Of both together."""
        return Ratio(self.right + other.right, self.all + other.all)


@dataclass(frozen=True, slots=True)
class Score:
    """One document, or several together, by the names of MEASURES and FIELDS."""

    name: str
    measures: dict[str, Ratio]

    def __getitem__(self, measure: str) -> float | None:
        """0 to 1; None where the gold has nothing of the kind."""
        return self.measures[measure].value


def together(name: str, scores: Iterable[Score]) -> Score:
    """All documents as one, so that long ones count for more."""
    several = [score.measures for score in scores]
    return Score(name, {measure: sum((one[measure] for one in several), Ratio(0, 0)) for measure in ALL})


def score(name: str, document: PolicyDocument, gold: dict[str, Any]) -> Score:
    """Score one document. `gold` holds the rows of its annotation files: targets, clauses, responsibilities, meta."""
    found = [figure.model_dump(mode="json") for figure in (*document.targets, *document.figures)]
    wanted = gold["targets"]
    every = matched(wanted, found)
    aims = [row for row in wanted if row["status"] == "target"], [row for row in found if row["status"] == "target"]
    pairs = matched(*aims)
    fields = {field: share(agrees(field, g, p, _others(g, wanted)) for g, p in pairs) for field in FIELDS}
    right = sum(all(agrees(field, g, p, _others(g, wanted)) for field in STRICT) for g, p in pairs)
    clauses = _clause_pairs(gold["clauses"], document)
    measures = {
        "figures": f1(len(every), len(found), len(wanted)),
        "targets": f1(len(pairs), len(aims[1]), len(aims[0])),
        "strict": f1(right, len(aims[1]), len(aims[0])),
        "status": share(g["status"] == p["status"] for g, p in every),
        "spans": share(place(g) == place(p) for g, p in every),
        "clauses": f1(len(clauses), sum(c.label is not None for c in document.clauses), len(gold["clauses"])),
        "titles": share(plain(g.get("title")) == plain(clause.title) for g, clause in clauses),
        "parties": _parties(gold["responsibilities"], document),
        "metadata": _metadata(gold["meta"], document) if gold["meta"] else Ratio(0, 0),
    }
    return Score(name, measures | fields)


def matched(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs whose places overlap by half, the best first, each row once."""
    shares = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            (a, b), (c, d) = place(g), place(f)
            common = min(b, d) - max(a, c)
            if common > 0 and common / max(b - a, d - c) >= OVERLAP:
                shares.append((-common / max(b - a, d - c), i, j))
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in sorted(shares):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def place(row: Row) -> tuple[int, int]:
    """Start and end of a row of gold or of the parsed JSON."""
    span = row.get("span") or row
    return span["start"], span["end"]


def agrees(name: str, gold: Row, found: Row, others: list[str]) -> bool:
    """Whether a field has a reading that the annotation accepts; ``<field>_ok`` lists further ones."""
    accepted = [gold.get(name), *(gold.get(f"{name}_ok") or [])]
    got = found.get(name)
    if name == "indicator":
        return any(same_indicator(want or "", got or "", others) for want in accepted)
    if name in ("value", "value_max"):
        return any(same_number(want, got) for want in accepted)
    if name == "unit":
        return any(plain(want) == plain(got) for want in accepted)
    return any((want or None) == (got or None) for want in accepted)


def same_number(a: float | None, b: float | None) -> bool:
    """Equal, or equal up to the sixth digit, which is as far as a fraction is told."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-5 * max(1.0, abs(a))


def plain(text: str | None) -> str:
    """Without marks and widths."""
    return re.sub(r"[\s“”\"'‘’「」《》,，、。:：;；()（）]", "", unicodedata.normalize("NFKC", text or ""))


def same_indicator(want: str, got: str, others: list[str]) -> bool:
    """Alike in most of their character pairs, or one within the other, and no other indicator fits better."""
    a, b = plain(want), plain(got)
    own = likeness(a, b)
    within = bool(a and b) and (a in b or b in a) and abs(len(a) - len(b)) <= MOST_AROUND
    best = max((likeness(plain(other), b) for other in others if plain(other) != a), default=0.0)
    return (within or own >= LEAST_LIKENESS) and own >= best


def likeness(a: str, b: str) -> float:
    """The share of character pairs that two strings have in common."""
    if a == b:
        return 1.0
    pairs_a, pairs_b = {a[i : i + 2] for i in range(len(a) - 1)}, {b[i : i + 2] for i in range(len(b) - 1)}
    total = len(pairs_a) + len(pairs_b)
    return 2 * len(pairs_a & pairs_b) / total if total else 0.0


def f1(hits: int, found: int, wanted: int) -> Ratio:
    """The harmonic mean of precision and recall."""
    return Ratio(2 * hits, found + wanted)


def share(judged: Iterable[bool]) -> Ratio:
    """The share of what holds."""
    held = list(judged)
    return Ratio(sum(held), len(held))


def _others(row: Row, rows: list[Row]) -> list[str]:
    """The other indicators of the same clause."""
    return [other["indicator"] for other in rows if other is not row and other.get("clause") == row.get("clause")]


def _clause_pairs(gold: list[Row], document: PolicyDocument) -> list[tuple[Row, Any]]:
    starts: dict[str, list[Any]] = {}
    for clause in document.clauses:
        if clause.label is not None:
            starts.setdefault(plain("/".join(clause.path)), []).append(clause)
    pairs = []
    for row in gold:
        for clause in starts.get(plain(row["path"]), []):
            if abs(clause.span.start - row["start"]) <= len("（一"):
                pairs.append((row, clause))
                break
    return pairs


def _parties(gold: list[Row], document: PolicyDocument) -> Ratio:
    found = [duty.model_dump(mode="json") for duty in document.responsibilities]
    hits = sum(len(_named(g) & _named(p)) for g, p in matched(gold, found))
    return f1(hits, sum(len(_named(row)) for row in found), sum(len(_named(row)) for row in gold))


def _named(row: Row) -> set[tuple[str, str]]:
    return {(plain(party["name"]), party["role"]) for party in row["parties"]}


def _metadata(gold: Row, document: PolicyDocument) -> Ratio:
    got = document.metadata.model_dump(mode="json")
    period = got["period"] or {}
    flat = {**got, "period_start": period.get("start"), "period_end": period.get("end")}
    names = ("title", "issuer", "document_number", "date_written", "period_start", "period_end", "script")
    single = [plain(str(gold[n] or "")) == plain(str(flat.get(n) or "")) for n in names if n in gold]
    lists = [
        {plain(x) for x in gold[n] or []} == {plain(x) for x in got[n]}
        for n in ("recipients", "copied_to")
        if n in gold
    ]
    return share([*single, *lists])
