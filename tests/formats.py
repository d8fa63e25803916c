"""Plans in the formats of offices: what was read from a file, without places, so that it can be laid beside the text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import policyparse as pp

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "corpus" / "texts"
FILES = ROOT / "corpus" / "formats" / "files"
PLACES = {"span", "sentence", "evidence", "quote"}
MADE = sorted(file for file in FILES.iterdir() if ".scan" not in file.name)


def plan_of(file: Path) -> pp.PolicyDocument:
    """The text that a file was made of, parsed."""
    return pp.parse(TEXTS / f"{file.name.partition('.')[0]}.txt")


def without_places(document: pp.PolicyDocument) -> dict[str, list[Any]]:
    """Clauses, figures and responsibilities without places, and without blanks and cell borders in running words."""
    return {
        "clauses": [_clause(clause) for clause in document.clauses],
        "targets": [_figure(figure) for figure in document.targets],
        "figures": [_figure(figure) for figure in document.figures],
        "responsibilities": [_duty(duty) for duty in document.responsibilities],
    }


def squashed(words: str | None) -> str:
    """Words without blanks and without the bars between cells."""
    return "".join((words or "").replace("|", "").split())


def scripts() -> None:
    """Make the scripts that write the files importable."""
    folder = str(ROOT / "corpus" / "formats")
    if folder not in sys.path:
        sys.path.append(folder)


def _clause(clause: pp.Clause) -> Any:
    words = (squashed(clause.label), squashed(clause.title), squashed(clause.text))
    return (clause.id, clause.parent, clause.path, clause.style, clause.number, clause.depth, *words)


def _figure(figure: pp.Figure) -> dict[str, Any]:
    return figure.model_dump(mode="json", exclude=PLACES)


def _duty(duty: pp.Responsibility) -> Any:
    return duty.id, duty.clause, [party.model_dump() for party in duty.parties], squashed(duty.deadline_text)
