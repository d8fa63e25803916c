"""How right the reading is: a row a document over a folder of gold annotations, and a row for all together.

    python benchmarks/accuracy.py [--texts FOLDER --gold FOLDER]

Without folders: the project's own corpus, and the originals where they stand beside the repository. For each document
the gold folder holds NAME.targets.jsonl, NAME.clauses.jsonl, NAME.responsibilities.jsonl and NAME.meta.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import policyparse as pp
from scoring import FIELDS, MEASURES, Score, score, together

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


def table(rows: list[Score], measures: tuple[str, ...]) -> str:
    """The scores as a Markdown table."""
    lines = [f"| document | {' | '.join(measures)} |", f"|---|{'---:|' * len(measures)}"]
    for row in rows:
        cells = (row[measure] for measure in measures)
        lines.append(f"| {row.name} | " + " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print two tables: of the measures, and of the fields of the targets that were found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--gold", type=Path)
    arguments = parser.parse_args()
    if arguments.gold is not None:
        folders = [(arguments.texts or arguments.gold, arguments.gold)]
    else:
        folders = [pair for pair in (OURS, ORIGINALS) if pair[1].is_dir()]
    print(f"policyparse {pp.__version__}\n")
    rows = []
    for texts, gold in folders:
        found = list(scores(texts, gold))
        rows += [*found, together(f"**all {len(found)}**", found)]
    print(table(rows, MEASURES), "", table(rows, FIELDS), sep="\n")


if __name__ == "__main__":
    main()
