"""How well and how fast files are read: scores through DOCX and PDF against those of the text, and a long PDF.

    python benchmarks/readers.py [--texts FOLDER --gold FOLDER] [--pages N]

Each text with gold becomes a Word file (a paragraph a line) and, through LibreOffice, a PDF. What is read from these is
mapped back to the text by its characters and scored against the same gold. Nothing is kept. Without folders: the
originals where they stand beside the repository, else the project's own corpus.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import policyparse as pp
from accuracy import ORIGINALS, OURS, annotation
from policyparse.pipeline import parse_source
from policyparse.read import read
from scoring import MEASURES, Score, score

CHARACTERS_A_PAGE = 1000
BLANKS = frozenset(" \t\r\n\f\v\u3000\xa0\ufeff\u2002\u2003\u200b")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where each character of a read text stands in the original one, and how many found no place there."""

    places: list[int]
    lost: int

    @classmethod
    def of(cls, read: str, original: str, around: list[tuple[int, int]]) -> Aligned:
        """Characters are paired one by one, without blanks and without what stands `around` the text."""
        from rapidfuzz.distance import Levenshtein

        mine = [at for at in range(len(read)) if read[at] not in BLANKS and not any(a <= at < b for a, b in around)]
        theirs = [at for at in range(len(original)) if original[at] not in BLANKS]
        places = [-1] * (len(read) + 1)
        lost = 0
        ops = Levenshtein.opcodes([read[at] for at in mine], [original[at] for at in theirs])
        for tag, a, b, c, d in ops:
            if tag == "equal":
                for left, right in zip(mine[a:b], theirs[c:d], strict=True):
                    places[left] = right
            else:
                lost += max(b - a, d - c)
        return cls(places, lost)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A place of the read text in the original: from its first known character to its last."""
        known = [place for place in self.places[start:end] if place >= 0]
        return (known[0], known[-1] + 1) if known else (0, 0)


def mapped(document: pp.PolicyDocument, original: str) -> tuple[pp.PolicyDocument, int]:
    """The document with all its places in the original text, and the number of characters that differ."""
    around = [(block.span.start, block.span.end) for block in document.source.blocks if block.kind == "furniture"]
    aligned = Aligned.of(document.text, original, around)

    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            if value.keys() == {"start", "end"}:
                start, end = aligned.span(value["start"], value["end"])
                return {"start": start, "end": end}
            return {key: each if key == "period" else moved(each) for key, each in value.items()}
        return [moved(each) for each in value] if isinstance(value, list) else value

    plain = document.model_dump(mode="json", exclude={"edits", "findings"})
    plain["source"]["blocks"] = []
    return pp.PolicyDocument.model_validate_json(json.dumps(moved(plain))), aligned.lost


def write_docx(text: str, place: Path) -> None:
    """A Word file with a paragraph for each line."""
    import docx

    document = docx.Document()
    for line in text.removeprefix("\ufeff").splitlines():
        document.add_paragraph("".join(c for c in line if c == "\t" or c >= " "))
    document.save(str(place))


def to_pdf(place: Path) -> Path:
    """The PDF that LibreOffice prints of a Word file."""
    profile = (place.parent / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(place.parent), str(place)], check=True, capture_output=True, timeout=300)
    return place.with_suffix(".pdf")


def round_trips(texts: Path, gold: Path) -> None:
    """Print the scores of each text, and how far those of its Word file and its PDF lie from them."""
    print(f"| document | characters that differ | {' | '.join(MEASURES)} | worst difference |")
    print(f"|---|---:|{'---:|' * (len(MEASURES) + 1)}")
    worst = 0.0
    for file in sorted(gold.glob("*.targets.jsonl")):
        name = file.name.removesuffix(".targets.jsonl")
        text = texts / f"{name}.txt"
        if not text.is_file():
            continue
        rows = annotation(gold, name)
        base = pp.parse(text)
        own = score(name, base, rows)
        print(_row(f"{name}.txt", 0, own, own))
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / f"{name}.docx"
            write_docx(base.text, made)
            for copy in (made, to_pdf(made)):
                document, lost = mapped(pp.parse(copy), base.text)
                there = score(name, document, rows)
                worst = max(worst, _distance(own, there))
                print(_row(copy.name, lost, there, own), flush=True)
    print(f"\nWorst difference: {worst:.3f}")


def _distance(one: Score, other: Score) -> float:
    pairs = ((one[measure], other[measure]) for measure in MEASURES)
    return max(a - b for a, b in pairs if a is not None and b is not None)


def _row(name: str, lost: int, there: Score, own: Score) -> str:
    cells = (there[measure] for measure in MEASURES)
    shown = " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells)
    return f"| {name} | {lost} | {shown} | {_distance(own, there):+.3f} |"


def long_pdf(texts: Path, pages: int) -> None:
    """Print how long a PDF of so many pages takes, and how much memory, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "long.docx"
        words = "\n".join(file.read_text("utf-8", "replace") for file in sorted(texts.glob("*.txt")))
        write_docx(words * max(1, pages * CHARACTERS_A_PAGE // len(words) + 1), place)
        pdf = to_pdf(place)
        run = subprocess.run(
            [sys.executable, __file__, "--measure", str(pdf)], capture_output=True, text=True, check=True
        )  # fmt: skip
        print(run.stdout, end="")


def measure(pdf: Path) -> None:
    """Print time and memory of reading and of parsing one file; the memory is told by POSIX systems only."""
    import resource

    start = time.perf_counter()
    source = read(pdf)
    reading = time.perf_counter() - start
    pages = sum(block.kind == "page" for block in source.blocks)
    start = time.perf_counter()
    parse_source(source)
    parsed = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{pages} pages, {len(source.text)} characters: read {reading:.1f} s, then parsed {parsed:.1f} s, {memory:.0f} MB"
    )


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    texts, gold = ORIGINALS if ORIGINALS[0].is_dir() else OURS
    texts, gold = options.texts or texts, options.gold or gold
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice is needed to make the files")
    round_trips(texts, gold)
    long_pdf(texts, options.pages)


if __name__ == "__main__":
    main()
