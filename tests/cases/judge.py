"""Judge the figures of one case against its annotation: which fields differ, what is missed, what is spurious."""

from __future__ import annotations

from typing import Any

import scoring
from policyparse import PolicyDocument, parse_text

FIELDS = (
    "status",
    "value",
    "value_max",
    "unit",
    "comparator",
    "change",
    "deadline",
    "recurrence",
    "implicit",
    "indicator",
)
# a sentence of an article or bulletin is read as part of one
OPENINGS = {"research": "云州市经济社会发展情况分析\n\n□ 周明远\n\n"}

Figure = dict[str, Any]


def failures(case: dict[str, Any], theme: str) -> list[str]:
    """What differs from the annotation, as short stable words: ``53%:deadline``, ``80%:missed``, ``5个:spurious``."""
    opening = OPENINGS.get(theme, "")
    document = parse_text(opening + case["text"], date=case.get("document_date"))
    gold = [located(figure, case["text"], len(opening)) for figure in case["expect"]["figures"]]
    found = [figure.model_dump(mode="json") for figure in (*document.targets, *document.figures)]
    pairs = matched(gold, found)
    out = [f"{g['quote']}:missed" for i, g in enumerate(gold) if i not in dict(pairs) and not g.get("optional")]
    taken = {j for _, j in pairs}
    out += [f"{f['quote']}:spurious" for j, f in enumerate(found) if j not in taken]
    lines = [opening_of_line(opening + case["text"], figure["start"]) for figure in gold]
    for i, j in pairs:
        others = [g["indicator"] for k, g in enumerate(gold) if k != i and lines[k] == lines[i]]
        out += [
            f"{gold[i]['quote']}:{field}" for field in FIELDS if not scoring.agrees(field, gold[i], found[j], others)
        ]
    out += wrong_parties(case, document)
    return sorted(set(out))


def opening_of_line(text: str, place: int) -> int:
    """Where the paragraph begins that holds `place`: an indicator is to be told from the others of its paragraph."""
    return text.rfind("\n", 0, place) + 1


def located(figure: Figure, text: str, offset: int) -> Figure:
    """With the place of its quote."""
    start = -1
    for _ in range(figure.get("at", 0) + 1):
        start = text.index(figure["quote"], start + 1)
    return {**figure, "start": start + offset, "end": start + offset + len(figure["quote"])}


def matched(gold: list[Figure], found: list[Figure]) -> list[tuple[int, int]]:
    """Pairs of indices of gold and found figures that overlap by half, the best first."""
    pairs = scoring.matched(gold, found)
    return [
        (next(i for i, g in enumerate(gold) if g is a), next(j for j, f in enumerate(found) if f is b))
        for a, b in pairs
    ]


def wrong_parties(case: dict[str, Any], document: PolicyDocument) -> list[str]:
    """``parties`` where the bodies of the statements differ from those that the case names."""
    if "parties" not in case["expect"]:
        return []
    accepted = [case["expect"]["parties"], *case["expect"].get("parties_ok", [])]
    got = {(party.name, party.role) for duty in document.responsibilities for party in duty.parties}
    return [] if any(got == {tuple(party) for party in parties} for parties in accepted) else ["parties"]
