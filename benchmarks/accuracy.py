"""How right the reading is: a table per document over a folder of gold annotations.

    python benchmarks/accuracy.py [--texts FOLDER --gold FOLDER]

Without folders: the project's own corpus, and the originals where they stand beside the repository. For each document
the gold folder holds NAME.targets.jsonl, NAME.clauses.jsonl, NAME.responsibilities.jsonl and NAME.meta.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import policyparse as pp
from scoring import Score, score

ROOT = Path(__file__).resolve().parent.parent
OURS = (ROOT / "corpus" / "texts", ROOT / "corpus" / "gold")
ORIGINALS = (ROOT.parent / "shared" / "corpus", ROOT.parent / "shared" / "gold")


def scores(texts: Path, gold: Path) -> Iterator[Score]:
    """The scores of all documents that have both a text and gold."""
    for file in sorted(gold.glob("*.targets.jsonl")):
        name = file.name.removesuffix(".targets.jsonl")
        text = texts / f"{name}.txt"
        if text.is_file():
            yield score(name, pp.parse(text), annotation(gold, name))


def annotation(gold: Path, name: str) -> dict[str, Any]:
    """The rows of a document's annotation files."""
    meta = gold / f"{name}.meta.json"
    rows: dict[str, Any] = {
        kind: _rows(gold / f"{name}.{kind}.jsonl") for kind in ("targets", "clauses", "responsibilities")
    }
    return {**rows, "meta": json.loads(meta.read_text("utf-8")) if meta.is_file() else None}


def _rows(file: Path) -> list[dict[str, Any]]:
    if not file.is_file():
        return []
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def table(rows: list[Score]) -> str:
    """The scores as a Markdown table."""
    names = [item.name for item in fields(Score) if item.name not in ("name", "fields")]
    lines = [f"| document | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    for row in rows:
        cells = (getattr(row, name) for name in names)
        lines.append(f"| {row.name} | " + " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--gold", type=Path)
    arguments = parser.parse_args()
    if arguments.gold is not None:
        folders = [(arguments.texts or arguments.gold, arguments.gold)]
    else:
        folders = [pair for pair in (OURS, ORIGINALS) if pair[1].is_dir()]
    print(f"policyparse {pp.__version__}\n")
    print(table([row for texts, gold in folders for row in scores(texts, gold)]))


if __name__ == "__main__":
    main()
