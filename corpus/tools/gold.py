"""Gold rows as the tools of this folder move them: read, write, and carry spans from a clean text to a damaged one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parent.parent
TEXTS = CORPUS / "texts"
GOLD = CORPUS / "gold"
LAYERS = ("targets", "responsibilities", "clauses")

Row = dict[str, Any]


def read_text(name: str) -> str:
    """The text of a document exactly as stored: no newline is translated, so that offsets hold."""
    return (TEXTS / f"{name}.txt").read_bytes().decode("utf-8")


def write_text(name: str, text: str) -> None:
    """Store a text as UTF-8, byte for byte."""
    (TEXTS / f"{name}.txt").write_bytes(text.encode("utf-8"))


def read_rows(name: str, layer: str) -> list[Row]:
    """The rows of `gold/NAME.LAYER.jsonl` in their order."""
    path = GOLD / f"{name}.{layer}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def write_rows(name: str, layer: str, rows: Iterable[Row]) -> None:
    """Write rows as `gold/NAME.LAYER.jsonl`, one JSON object a line."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (GOLD / f"{name}.{layer}.jsonl").write_text(lines, "utf-8")


def write_json(name: str, layer: str, value: object) -> None:
    """Write one JSON value as `gold/NAME.LAYER.json`."""
    (GOLD / f"{name}.{layer}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def renumber(rows: Sequence[Row], name: str, letter: str) -> list[Row]:
    """Give the rows ids in text order: NAME-f001, NAME-f002 …"""
    ordered = sorted(rows, key=lambda row: (row["start"], row.get("end", row["start"])))
    return [{**row, "id": f"{name}-{letter}{number:03d}"} for number, row in enumerate(ordered, 1)]


def moved(row: Row, place: Callable[[int], int | None], text: str) -> Row | None:
    """The row with its span carried over to the damaged `text`; None when either end of the span was lost.

    `place` gives the damaged offset of the character at a clean offset, None where it was lost. A span goes from its
    first character to just after its last one; `quote` is taken anew.
    """
    start = place(row["start"])
    if start is None:
        return None
    if "end" not in row:
        return {**row, "start": start}
    last = place(row["end"] - 1)
    if last is None or last < start:
        return None
    out = {**row, "start": start, "end": last + 1}
    if "quote" in row:
        out["quote"] = text[start : last + 1]
    return out
