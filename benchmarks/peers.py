"""Time the peers and us on the same text, in one run on one machine.

    python benchmarks/peers.py [FOLDER] [--rounds N] [--environment FOLDER] [--write]

The peers are installed into an environment of their own (in the user's cache folder unless told), so that nothing of
theirs meets ours. FOLDER holds .txt files; it is ../shared/corpus unless told. The peers get the text sentence by
sentence, which is how they find most, and look for quantities and times only; we parse whole documents into models.
Times are processor times. Like for like stands beside it: our finders of quantities and times alone, on the same
sentences. The goals are for the whole.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import results
from policyparse import Lexicon, parse_text
from policyparse.extract.quantities.find import find_quantities
from policyparse.extract.times.expressions import find_times
from policyparse.version import VERSION
from speed import now

GOALS = {"ms-recognizers-text-suite": 100, "jionlp": 8}
SENTENCE = re.compile(r"[^。！？；\n]{1,400}[。！？；]?")
WARM_ROUNDS = 3
OUR_ROUNDS = 15


def main() -> None:
    """Print machine, versions, medians and ratios; exit with 1 where a ratio misses its goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the peers")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/peers.json")
    parser.add_argument("--environment", type=Path, default=_cache() / "policyparse" / "peers")
    options = parser.parse_args()
    texts = [file.read_text("utf-8") for file in sorted(options.folder.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"no .txt file in {options.folder}")
    sentences = [match[0].strip() for text in texts for match in SENTENCE.finditer(text) if match[0].strip()]
    characters = sum(map(len, texts))
    python = _environment(options.environment)
    print(results.told(results.machine()))
    print(f"{len(texts)} texts, {characters} characters, {len(sentences)} sentences\n")
    print(
        f"{'tool':28}{'version':>10}{'median s':>12}{'characters/s':>15}{'found':>8}{'we are':>12}{'like for like':>15}"
    )
    ours, found = _timed(lambda: _parsed(texts))
    alone, only = _timed(lambda: _found_alone(sentences))
    for name, spent, count in (("policyparse", ours, found), ("  quantities and times alone", alone, only)):
        print(f"{name:28}{VERSION:>10}{spent:12.4f}{characters / spent:15,.0f}{count:8}")
    missed, tools = [], {"policyparse": {"version": VERSION, "seconds": ours, "found": found}}
    for tool, goal in GOALS.items():
        answer = _peer(python, tool, options.rounds, sentences)
        spent = median(answer["seconds"])
        ratio = spent / ours
        tools[tool] = {"version": answer["version"], "seconds": spent, "found": answer["found"]}
        if ratio < goal:
            missed.append(f"{tool}: {ratio:.1f} times, goal {goal}")
        row = f"{tool:28}{answer['version']:>10}{spent:12.4f}{characters / spent:15,.0f}{answer['found']:8}"
        print(f"{row}{ratio:10,.1f} ×{spent / alone:13,.1f} ×")
    if options.write:
        results.write("peers", {"texts": len(texts), "characters": characters, "tools": tools, "alone": alone})
    raise SystemExit("\n".join(missed) if missed else 0)


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    """The median of the seconds that `work` takes, and how many things it finds."""
    seconds, found = [], 0
    for number in range(WARM_ROUNDS + OUR_ROUNDS):
        begin = now()
        found = work()
        if number >= WARM_ROUNDS:
            seconds.append(now() - begin)
    return median(seconds), found


def _parsed(texts: list[str]) -> int:
    documents = [parse_text(text) for text in texts]
    return sum(len(document.targets) + len(document.figures) for document in documents)


def _found_alone(sentences: list[str]) -> int:
    lexicon = Lexicon.load()
    return sum(len(find_quantities(sentence, lexicon)) + len(find_times(sentence)) for sentence in sentences)


def _peer(python: Path, tool: str, rounds: int, sentences: list[str]) -> dict[str, Any]:
    worker = Path(__file__).with_name("peer_worker.py")
    done = subprocess.run(
        [python, worker, tool, str(rounds)], input=json.dumps(sentences), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _environment(folder: Path) -> Path:
    """The interpreter of an environment that holds the peers; made where it is not there."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print(f"installing {', '.join(GOALS)} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "setuptools<81", *GOALS], check=True)
    return python


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


if __name__ == "__main__":
    main()
