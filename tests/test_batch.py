"""Many files: in order, and nothing stops the batch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import policyparse as pp
from policyparse import batch
from sample import TEXT


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    good = [tmp_path / f"规划{number}.txt" for number in range(12)]
    for number, file in enumerate(good):
        file.write_text(TEXT.replace("35%", f"{number + 1}%"), "utf-8")
    bad = tmp_path / "坏.txt"
    bad.write_bytes(bytes(range(256)) * 4)
    return [*good[:5], bad, tmp_path / "没有.txt", *good[5:]]


def marks(results: list[pp.PolicyDocument | pp.Failure]) -> list[object]:
    """A value that tells each document, or the error's code."""
    return [r.error.code if isinstance(r, pp.Failure) else r.targets[0].value for r in results]


UNITS = "surface\tcanonical\tkind\tafter\texample\n揽子\t揽子\tcount\tany\t达到12揽子\n"
EXPECTED = [1, 2, 3, 4, 5, "unreadable", "unreadable", 6, 7, 8, 9, 10, 11, 12]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_failures_stand_in_their_place(files: list[Path], jobs: int) -> None:
    results = list(pp.parse_many(files, jobs=jobs))
    assert marks(results) == EXPECTED
    failures = [result for result in results if isinstance(result, pp.Failure)]
    assert [failure.source.name for failure in failures] == [str(files[5]), str(files[6])]
    assert all(failure.error.message.zh and failure.error.cure for failure in failures)


def test_documents_from_processes_have_their_text_and_are_equal(files: list[Path]) -> None:
    here, there = (list(pp.parse_many(files[:3], jobs=jobs)) for jobs in (1, 2))
    assert here == there
    for document in there:
        assert isinstance(document, pp.PolicyDocument)
        target = document.targets[0]
        assert document.source_text(target.span) == target.quote


def test_an_office_own_words_reach_the_processes(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "units.tsv").write_text(UNITS, "utf-8")
    file = tmp_path / "plan.txt"
    file.write_text("一、总体要求\n到2027年，惠民项目数量达到12揽子以上。\n", "utf-8")
    lexicon = pp.Lexicon.load(overlay=words)
    for document in pp.parse_many([file, file], lexicon=lexicon, jobs=2):
        assert isinstance(document, pp.PolicyDocument)
        assert [target.unit for target in document.targets] == ["揽子"]


def test_it_reads_ahead_no_further_than_it_must(files: list[Path]) -> None:
    asked: list[Path] = []

    def listed() -> object:
        for file in files:
            asked.append(file)
            yield file

    next(iter(pp.parse_many(listed())))  # type: ignore[arg-type]
    assert len(asked) == 1


def test_what_nobody_foresaw_is_a_failure_too(monkeypatch: pytest.MonkeyPatch, files: list[Path]) -> None:
    def broken(file: Path, **_: object) -> pp.PolicyDocument:
        raise ZeroDivisionError("nine")

    monkeypatch.setattr(batch, "parse", broken)
    failure = next(iter(pp.parse_many(files)))
    assert isinstance(failure, pp.Failure)
    assert failure.error.code == "internal"
    assert "ZeroDivisionError: nine" in failure.error.message.en
    assert failure.source.name == str(files[0])


@pytest.mark.slow
def test_a_file_that_kills_its_process_is_a_failure_and_the_others_are_not(root: Path, tmp_path: Path) -> None:
    """Run by a program whose parser dies on one file, as a native reader may."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("killer" if number == 3 else TEXT, "utf-8")
    command = [sys.executable, program, tmp_path]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)
    assert run.stdout.split() == ["killed" if number == 3 else "fine" for number in range(12)], run.stderr


PROGRAM = """
import os, sys
from pathlib import Path
from policyparse import Failure, batch

parse = batch.parse

def deadly(file, **options):
    if Path(file).read_text("utf-8") == "killer":
        os._exit(1)
    return parse(file, **options)

batch.parse = deadly

if __name__ == "__main__":
    for result in batch.parse_many(sorted(Path(sys.argv[1]).glob("*.txt")), jobs=2):
        print("killed" if isinstance(result, Failure) and "killed" in result.error.message.en else "fine")
"""
