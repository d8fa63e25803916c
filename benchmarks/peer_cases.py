"""Run the peers' own test cases and print what we and they pass.

    python benchmarks/peer_cases.py [FOLDER] [--failures]

FOLDER holds number.jsonl, percent.jsonl, number_range.jsonl and quantity.jsonl, one case a line with `id`, `mode`,
`input`, `expected`, `tags` and `peers` (who passes it today). It is ../shared/peer-cases unless told. Counted are the
cases tagged ``core``. Those of quantities and ranges that contradict our rules are refused: peer_refused.tsv lists
their ids and the reasons.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from number_ranges import find_ranges
from policyparse.extract.quantities.find import find_quantities, parse_quantity
from policyparse.extract.quantities.quantity import Quantity
from policyparse.lexicon import Lexicon
from policyparse.numerals import find_numerals, find_shares, parse_numeral

Case = dict[str, Any]
Item = tuple[int, int, float | None, Any]
TOLERANCE = 1e-9
SIGN_FOR = {"兆字节": "MB", "千字节": "KB", "千比特": "千比特"}
NOT_COUNTED = "percentage-point-as-percent"
FLOORS = {"number": 0.95, "percent": 0.95, "number_range": 0.90, "quantity": 0.90}
MOST_REFUSED = 0.25


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one area."""

    area: str
    core: int
    refused: int
    passed: int
    peers: dict[str, int]
    failures: tuple[Case, ...]

    @property
    def share(self) -> float:
        """Passed of those not refused."""
        return self.passed / max(1, self.core - self.refused)


def number(case: Case, lexicon: Lexicon) -> bool:
    """Values of numbers, with their places where the case asks for them; sums of money as their value."""
    text = case["input"]
    if case["mode"] == "extract":
        shift = 1 if "ordinal" in case["tags"] else 0
        found = [
            (n.start - shift * text.startswith("第", n.start - 1), n.end, float(n.value), None)
            for n in find_numerals(text)
        ]
        return _same(found, case)
    value = parse_numeral(text)
    if value is None:
        quantity = parse_quantity(text, lexicon)
        value = quantity.value if quantity and quantity.kind == "money" else None
    if case["mode"] == "reject":
        return value is None
    return value is not None and _close(float(value), float(case["expected"][0]["value"]))


def percent(case: Case, lexicon: Lexicon) -> bool:
    """Shares of a hundred."""
    shares = find_shares(case["input"])
    return _same([(s.start, s.end, float(s.value * 100 / s.parts), None) for s in shares], case)


def number_range(case: Case, lexicon: Lexicon) -> bool:
    """Span, minimum and maximum; inclusivity is not compared."""
    found = [
        (r.start, r.end, None if r.low is None else float(r.low), None if r.high is None else float(r.high))
        for r in find_ranges(case["input"], lexicon)
    ]
    expected = [(e["start"], e["end"], e["min"], e["max"]) for e in case["expected"]]
    return len(found) == len(expected) and all(
        a[:2] == b[:2] and _close(a[2], b[2]) and _close(a[3], b[3]) for a, b in zip(found, expected, strict=True)
    )


def quantity(case: Case, lexicon: Lexicon) -> bool:
    """Span, value and unit of those quantities that the case's own model looks for."""
    kept = (q for q in find_quantities(case["input"], lexicon) if _is_asked_for(q, case))
    found = [(q.start, q.end, float(q.value), SIGN_FOR.get(q.canonical, q.canonical)) for q in kept]
    return _same(found, case)


AREAS: dict[str, Callable[[Case, Lexicon], bool]] = {
    "number": number,
    "percent": percent,
    "number_range": number_range,
    "quantity": quantity,
}


def main() -> None:
    """Print the table; exit with 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/peer-cases"))
    parser.add_argument("--failures", action="store_true", help="list the ids that fail")
    options = parser.parse_args()
    refused = dict(_refused())
    lexicon = Lexicon.load()
    scores = [score(area, options.folder / f"{area}.jsonl", refused, lexicon) for area in AREAS]
    tools = sorted({tool for found in scores for tool in found.peers})
    print(f"{'area':14}{'core':>6}{'refused':>9}{'ours':>14}" + "".join(f"{tool:>20}" for tool in tools))
    for found in scores:
        counted = found.core - found.refused
        ours = f"{found.passed}/{counted} {found.share:.1%}"
        row = f"{found.area:14}{found.core:6}{found.refused:9}{ours:>14}"
        print(row + "".join(f"{_of_peer(found, tool):>20}" for tool in tools))
        if options.failures:
            print("".join(f"    {case['id']}\n" for case in found.failures), end="")
    missed = [found.area for found in scores if not _reaches(found)]
    raise SystemExit(f"below the floor: {', '.join(missed)}" if missed else 0)


def score(area: str, file: Path, refused: dict[str, str], lexicon: Lexicon) -> Score:
    """Run one area."""
    cases = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    core = [case for case in cases if "core" in case["tags"] and NOT_COUNTED not in case["tags"]]
    counted = [case for case in core if case["id"] not in refused]
    failures = tuple(case for case in counted if not AREAS[area](case, lexicon))
    peers: Counter[str] = Counter()
    for case in core:
        peers.update(tool for tool, passes in case["peers"].items() if passes)
        peers.update(dict.fromkeys(case["peers"], 0))
    return Score(area, len(core), len(core) - len(counted), len(counted) - len(failures), dict(peers), failures)


def _reaches(found: Score) -> bool:
    return found.share >= FLOORS[found.area] and found.refused <= MOST_REFUSED * found.core


def _refused() -> Iterator[tuple[str, str]]:
    lines = Path(__file__).with_name("peer_refused.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        case, _, reason = line.partition("\t")
        yield case, reason


def _of_peer(found: Score, tool: str) -> str:
    return f"{found.peers[tool]}/{found.core}" if tool in found.peers else "-"


def _same(found: list[Item], case: Case) -> bool:
    expected = [(e["start"], e["end"], _value(e["value"]), e.get("unit_zh")) for e in case["expected"]]
    return len(found) == len(expected) and all(
        a[:2] == b[:2] and _close(a[2], b[2]) and a[3] == b[3] for a, b in zip(found, expected, strict=True)
    )


def _value(value: str | None) -> float | None:
    return None if value is None else float(value.rstrip("%"))


def _close(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= TOLERANCE * max(1.0, abs(theirs))


def _is_asked_for(found: Quantity, case: Case) -> bool:
    file = case["origin"]["file"]
    if "Age" in file:
        return found.kind in ("age", "duration")
    if "Temperature" in file:
        return found.canonical in ("度", "摄氏度", "华氏度")
    return found.kind == "physical"


if __name__ == "__main__":
    main()
