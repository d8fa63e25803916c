"""The least accuracy that the tests accept, per document and measure, pinned with the digest of the gold.

    python benchmarks/floors.py [--allow-regression]

writes tests/accuracy/floors.json from what the code reaches now. A floor is never lowered unless that is asked for, and
then the commit says why.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from accuracy import ORIGINALS, OURS, ROOT, scores
from scoring import ALL, Score, together

FILE = ROOT / "tests" / "accuracy" / "floors.json"
FOLDERS = {"corpus": OURS, "originals": ORIGINALS}


def digest(gold: Path) -> str:
    """SHA-256 over all files of a folder of gold, by name."""
    total = hashlib.sha256()
    for file in sorted(gold.iterdir()):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def reached(score: Score) -> dict[str, float]:
    """The measures of one document, rounded down to the third digit."""
    values = {measure: score[measure] for measure in ALL}
    return {measure: math.floor(value * 1000) / 1000 for measure, value in values.items() if value is not None}


def group_of(texts: Path, gold: Path) -> dict[str, Any]:
    """What is pinned of a folder: the digest of its gold, what each document reaches, and all together."""
    found = list(scores(texts, gold))
    documents = {score.name: reached(score) for score in found}
    return {"gold_sha256": digest(gold), "together": reached(together("", found)), "documents": documents}


def load() -> dict[str, Any]:
    """The floors as they stand."""
    return json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}


def main() -> int:
    """Write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-regression", action="store_true")
    allow = parser.parse_args().allow_regression
    floors = load()
    lowered = []
    for group, (texts, gold) in FOLDERS.items():
        if not gold.is_dir():
            continue
        old, floors[group] = floors.get(group, {}).get("documents", {}), group_of(texts, gold)
        lowered += [
            f"{name} {measure}: {old[name][measure]} → {value}"
            for name, values in floors[group]["documents"].items()
            for measure, value in values.items()
            if value < old.get(name, {}).get(measure, 0)
        ]
    if lowered and not allow:
        print("these floors would fall; mend the code, or say --allow-regression and why:", *lowered, sep="\n  ")
        return 1
    FILE.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
