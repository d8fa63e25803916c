"""What `check` costs: with parsing over the originals, on a thousand paragraphs, in time and memory as texts grow.

    python benchmarks/checking.py [FOLDER] [--rounds N]

FOLDER holds ``.txt`` files; without it the originals beside the repository, or the project's own corpus. Times are
processor times, the best of the rounds; MB are 1,000,000 bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import policyparse as pp
from speed import MEGA, default_folder, now, utf8_size

PARAGRAPHS, LENGTH = 1_000, 500
CHARACTERS = (
    "发展建设服务管理工作推进完善加强体系机制能力水平保障设施城乡农业工业教育医疗养老水利交通生态环境安全监管改革创新"
)


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=default_folder())
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    contents = [file.read_bytes() for file in sorted(given.folder.glob("*.txt"))]
    size = sum(map(utf8_size, contents)) / MEGA
    documents = [pp.parse(content) for content in contents]
    both = best(lambda: [pp.check(pp.parse(content)) for content in contents], given.rounds)
    alone = best(lambda: [pp.check(document) for document in documents], given.rounds)
    print(
        f"{len(contents)} files, {size:.3f} MB: parse and check {both * 1e3:.1f} ms, {size / both:.2f} MB/s; check {alone * 1e3:.1f} ms"
    )
    print(f"{'paragraphs':>10} {'seconds':>8} {'MB held':>8}   (check alone, {LENGTH} characters a paragraph)")
    for count in (PARAGRAPHS // 4, PARAGRAPHS, PARAGRAPHS * 4):
        document = pp.parse_text(written(count))
        seconds = best(lambda document=document: pp.check(document), 1)  # type: ignore[misc]
        print(f"{count:>10} {seconds:>8.2f} {held(document):>8.1f}")


def written(count: int) -> str:
    """So many numbered paragraphs of random words, with commas and a stop."""
    dice = random.Random(count)
    lines = []
    for number in range(count):
        words = "".join(dice.choice(CHARACTERS) if place % 12 else "，" for place in range(1, LENGTH - 8))
        lines.append(f"{number + 1}.{words}设施。")
    return "\n".join(lines) + "\n"


def best(function: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of the rounds, after one to warm up where there are several."""
    times = []
    for _ in range(rounds + (rounds > 1)):
        begin = now()
        function()
        times.append(now() - begin)
    return min(times)


def held(document: pp.PolicyDocument) -> float:
    """The most memory that checking holds at once, in MB."""
    tracemalloc.start()
    pp.check(document)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MEGA


if __name__ == "__main__":
    main()
