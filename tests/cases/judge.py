"""Judge the figures of one case against its annotation: which fields differ, what is missed, what is spurious."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from policyparse import PolicyDocument, parse_text

FIELDS = ("status", "value", "value_max", "unit", "comparator", "change", "deadline", "recurrence", "implicit", "indicator")
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
    for i, j in pairs:
        others = [g["indicator"] for k, g in enumerate(gold) if k != i]
        out += [f"{gold[i]['quote']}:{field}" for field in FIELDS if not agrees(field, gold[i], found[j], others)]
    out += wrong_parties(case, document)
    return sorted(set(out))


def located(figure: Figure, text: str, offset: int) -> Figure:
    """With the place of its quote."""
    start = -1
    for _ in range(figure.get("at", 0) + 1):
        start = text.index(figure["quote"], start + 1)
    return {**figure, "start": start + offset, "end": start + offset + len(figure["quote"])}


def matched(gold: list[Figure], found: list[Figure]) -> list[tuple[int, int]]:
    """Pairs of gold and found figures that overlap by half, the best first."""
    shares = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            start, end = f["span"]["start"], f["span"]["end"]
            common = min(g["end"], end) - max(g["start"], start)
            share = common / max(g["end"] - g["start"], end - start, 1)
            if share >= 0.5:
                shares.append((-share, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(shares):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def agrees(field: str, gold: Figure, found: Figure, others: list[str]) -> bool:
    """Whether a field has a reading that the annotation accepts."""
    accepted = [gold.get(field), *(gold.get(f"{field}_ok") or [])]
    got = found.get(field)
    if field == "indicator":
        return any(same_indicator(want or "", got or "", others) for want in accepted)
    if field in ("value", "value_max"):
        return any(same_number(want, got) for want in accepted)
    if field == "unit":
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
    within = bool(a and b) and (a in b or b in a) and abs(len(a) - len(b)) <= 6
    return (within or own >= 0.6) and own >= max((likeness(plain(o), b) for o in others if plain(o) != a), default=0.0)


def likeness(a: str, b: str) -> float:
    """The share of character pairs that two strings have in common."""
    if a == b:
        return 1.0
    pairs_a, pairs_b = {a[i : i + 2] for i in range(len(a) - 1)}, {b[i : i + 2] for i in range(len(b) - 1)}
    total = len(pairs_a) + len(pairs_b)
    return 2 * len(pairs_a & pairs_b) / total if total else 0.0


def wrong_parties(case: dict[str, Any], document: PolicyDocument) -> list[str]:
    """``parties`` where the bodies of the statements differ from those that the case names."""
    if "parties" not in case["expect"]:
        return []
    accepted = [case["expect"]["parties"], *case["expect"].get("parties_ok", [])]
    got = {(party.name, party.role) for duty in document.responsibilities for party in duty.parties}
    return [] if any(got == {tuple(party) for party in parties} for parties in accepted) else ["parties"]
