"""How fast traditional text becomes simplified here, and by opencc-python-reimplemented, in one run.

    python benchmarks/script.py [FILE] [--rounds N]

FILE is a traditional text in UTF-8; without it the original beside the repository, or the project's own. Both convert the
same text with the same conversion in turn; every figure is a median. Ours gives the same text with every character at its
place; where rows of the lexicon mend the package's tables, the differences are counted.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from opencc import OpenCC

from policyparse.lexicon import Lexicon, opencc
from policyparse.normalize.conversion import conversion
from policyparse.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("t2s", "tw2s", "hk2s")
MEGA = 1_000_000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path, default=default_file())
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    text = given.file.read_text("utf-8")
    size = len(text.encode("utf-8")) / MEGA
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    print(f"{opencc.PACKAGE} {version(opencc.PACKAGE)}, policyparse {VERSION}")
    print(f"{given.file.name}: {len(text):,} characters, {size:.3f} MB; medians of {given.rounds} rounds")
    print(f"{'':6}{'ours, ms':>10}{'package, ms':>13}{'ours, MB/s':>12}{'times':>7}  characters that differ")
    for name in NAMES:
        compare(name, text, size, given.rounds)
    print_cases()


def default_file() -> Path:
    original = ROOT.parent / "shared" / "corpus" / "shandong-province.txt"
    return original if original.is_file() else ROOT / "corpus" / "texts" / "provincial-plan-hant.txt"


def compare(name: str, text: str, size: float, rounds: int) -> None:
    lexicon = Lexicon.load()
    ours, package = conversion(name, lexicon).convert, OpenCC(name).convert
    unmended = conversion(name, replace(lexicon, script_mending=())).convert
    if unmended(text) != package(text):
        raise SystemExit(f"{name}: without the mending rows the results differ")
    differing = sum(a != b for a, b in zip(ours(text), package(text), strict=True))
    mine, theirs = medians(ours, package, text, rounds)
    print(f"{name:6}{mine * 1e3:10.2f}{theirs * 1e3:13.1f}{size / mine:12.1f}{theirs / mine:7.1f}  {differing}")


def medians(ours: Callable[[str], str], package: Callable[[str], str], text: str, rounds: int) -> tuple[float, float]:
    """Seconds of both, which take turns so that a busy machine slows them alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for convert, times in zip((ours, package), taken, strict=True):
            begin = perf_counter()
            convert(text)
            times.append(perf_counter() - begin)
    return statistics.median(taken[0]), statistics.median(taken[1])


def print_cases() -> None:
    """How many of OpenCC's own cases pass, where they are at hand."""
    folder = ROOT.parent / "shared" / "peer-cases"
    if not folder.is_dir():
        return
    for name in NAMES:
        ours, package = conversion(name, Lexicon.load()).convert, OpenCC(name).convert
        cases = [json.loads(line) for line in (folder / f"opencc-{name}.jsonl").read_text("utf-8").splitlines()]
        passed = [sum(convert(case["input"]) == case["expected"] for case in cases) for convert in (ours, package)]
        print(f"{name}: {passed[0]} of OpenCC's {len(cases)} cases, the package {passed[1]}")


if __name__ == "__main__":
    main()
