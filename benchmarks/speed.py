"""How fast parsing is on this machine: throughput, stages, linearity, import time, hostile inputs.

    python benchmarks/speed.py [FOLDER] [--rounds N] [--write NAME]

FOLDER holds ``.txt`` files; without it the originals beside the repository, or the project's own corpus. Every figure
is a median of rounds in which all files take their turn, after a round to warm up. MB are 1,000,000 bytes of UTF-8, and
times are processor times, which other programs on the machine disturb less than the clock on the wall.
"""

from __future__ import annotations

import argparse
import compileall
import resource
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import get_clock_info, perf_counter, process_time
from typing import Any
from unittest.mock import patch

import hostile
import policyparse as pp
import results
from policyparse import assemble, extract, normalize, read, structure

ROOT = Path(__file__).resolve().parent.parent
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("read", read, "read"),
    ("normalize", normalize, "normalize"),
    ("outline", structure, "outline"),
    ("letterhead", structure, "letterhead"),
    ("references", extract, "references"),
    ("responsibilities", extract.Duties, "of"),
    ("targets and figures", extract, "figures"),
    ("clauses to models", assemble, "clauses"),
    ("edits to models", assemble, "source_edits"),
)
"""What the pipeline calls: label, owner, name."""
SIZES = (0.1, 1, 10)
"""Megabytes of the documents that show linearity."""
LENGTHS = (30_000, 300_000)
"""Characters of hostile inputs."""
MEGA = 1_000_000
Figures = dict[str, Any]
now = process_time if get_clock_info("process_time").resolution < 1e-4 else perf_counter
"""Windows counts processor time in steps of 16 ms."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=default_folder())
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--write", metavar="NAME", help="keep the figures in benchmarks/results/NAME.json")
    given = arguments.parse_args()
    files = {file.name: file.read_bytes() for file in sorted(given.folder.glob("*.txt"))}
    if not files:
        sys.exit(f"{given.folder}: no .txt files")
    print(results.told(results.machine()))
    figures = {
        "rounds": given.rounds,
        **throughput(files, given.rounds),
        "growth": growth(files),
        "import": import_time(given.rounds),
        "hostile": against_hostile(),
    }
    if given.write:
        results.write(given.write, figures)


def default_folder() -> Path:
    originals = ROOT.parent / "shared" / "corpus"
    return originals if originals.is_dir() else ROOT / "corpus" / "texts"


# ---- throughput -----------------------------------------------------------------------------------------------------


def throughput(files: dict[str, bytes], rounds: int) -> Figures:
    """Bytes of each file, and the median seconds of each file and each stage."""
    times: dict[str, list[float]] = defaultdict(list)
    stages: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for name, content in files.items():
            spent = timed(lambda content=content, name=name: pp.parse(content, name=name))
            if number:
                times[name].append(spent)
        spent_in = staged(files)
        if number:
            for stage, spent in spent_in.items():
                stages[stage].append(spent)
    sizes = {name: utf8_size(content) for name, content in files.items()}
    print(f"\nthroughput, warm, one core, medians of {rounds} rounds")
    medians = {name: statistics.median(spent) for name, spent in times.items()}
    for name, spent in medians.items():
        print_row(name, spent, sizes[name])
    print_row("all, bytes to models", sum(medians.values()), sum(sizes.values()))
    print("\nstages over all files")
    spent_in = {stage: statistics.median(spent) for stage, spent in stages.items()}
    for stage, spent in spent_in.items():
        print(f"  {stage:<32}{spent * 1000:9.1f} ms")
    return {"bytes": sizes, "files": medians, "stages": spent_in}


def staged(files: dict[str, bytes]) -> dict[str, float]:
    """Seconds in each stage over all files; what is left of the whole is models."""
    spent: dict[str, float] = dict.fromkeys((label for label, _, _ in STAGES), 0.0)
    with ExitStack() as stack:
        for label, owner, name in STAGES:
            stack.enter_context(patch.object(owner, name, clocked(getattr(owner, name), label, spent)))
        begin = now()
        documents = [pp.parse(content, name=name) for name, content in files.items()]
        whole = now() - begin
    spent["the document's model"] = whole - sum(spent.values())
    spent["to JSON"] = timed(lambda: [document.model_dump_json() for document in documents])
    spent["from JSON"] = sum(json_back(document) for document in documents)
    return spent


def json_back(document: pp.PolicyDocument) -> float:
    written = document.model_dump_json()
    return timed(lambda: pp.PolicyDocument.model_validate_json(written))


def clocked(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        begin = now()
        try:
            return function(*arguments, **options)
        finally:
            spent[label] += now() - begin

    return call


def utf8_size(content: bytes) -> int:
    """Size of the text in UTF-8, whatever encoding it is in."""
    return len(read.read(content).text.encode("utf-8", "surrogatepass"))


# ---- linearity, import, hostile inputs ------------------------------------------------------------------------------


def growth(files: dict[str, bytes]) -> Figures:
    """Seconds by megabytes, and the peak memory of the process in megabytes."""
    text = "\n".join(read.read(content).text for content in files.values())
    print("\none document of all texts, again and again")
    seconds = {}
    for megabytes in SIZES:
        wanted = int(megabytes * MEGA)
        whole = (text * (wanted // len(text.encode()) + 1)).encode()[:wanted].decode(errors="ignore")
        seconds[f"{megabytes:g}"] = timed(lambda whole=whole: pp.parse_text(whole))
        print_row(f"{megabytes:g} MB", seconds[f"{megabytes:g}"], wanted)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {'peak memory of this process':<32}{memory:9.0f} MB")
    return {"seconds": seconds, "memory": round(memory)}


def import_time(rounds: int) -> float:
    """Median seconds in new processes, with bytecode compiled as an installer leaves it."""
    compileall.compile_dir(ROOT / "policyparse", quiet=2)
    code = f"from time import {now.__name__} as t; b = t(); import policyparse; print(t() - b)"
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT).stdout)
        for _ in range(rounds)
    ]
    print(f"\n  {'import policyparse':<32}{statistics.median(times) * 1000:9.1f} ms (median of {rounds})")
    return statistics.median(times)


def against_hostile() -> Figures:
    """Seconds: for each kind of hostile input for both lengths, for random bytes by size, for each known text."""
    print(f"\nhostile inputs: seconds for {LENGTHS[0]:,} and for {LENGTHS[1]:,} characters, and their ratio")
    seconds: Figures = {}
    for name in hostile.UNITS:
        small, large = (best(name, characters) for characters in LENGTHS)
        seconds[name] = [small, large]
        print(f"  {name:<32}{small:9.3f}{large:9.3f}{large / small:9.1f} ×")
    noise = {f"{size:,}": timed(lambda size=size: pp_or_error(hostile.noise(size))) for size in (MEGA, 10 * MEGA)}
    for size, spent in noise.items():
        print(f"  {f'{size} random bytes':<32}{spent:9.3f}")
    known = {
        name: min(timed(lambda text=text: pp.parse_text(text)) for _ in range(3))
        for name, text in hostile.KNOWN.items()
    }
    for name, spent in known.items():
        print_row(name, spent, len(hostile.KNOWN[name].encode()))
    return {"characters": list(LENGTHS), "seconds": seconds, "random bytes": noise, "known": known}


def best(name: str, characters: int) -> float:
    text = hostile.text(name, characters)
    return min(timed(lambda: pp.parse_text(text)) for _ in range(2))


def pp_or_error(content: bytes) -> None:
    try:
        pp.parse(content)
    except pp.PolicyParseError:
        return


def timed(function: Callable[[], object]) -> float:
    begin = now()
    function()
    return now() - begin


def print_row(name: str, seconds: float, size: int) -> None:
    print(f"  {name:<32}{seconds * 1000:9.1f} ms{size / MEGA / seconds:9.2f} MB/s{size / 1000:12,.0f} kB")


if __name__ == "__main__":
    main()
