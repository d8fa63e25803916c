"""The benchmark of speed runs and measures what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import hostile
import policyparse as pp
import results
import speed


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with one short document, and the benchmark cut short."""
    (tmp_path / "plan.txt").write_text("一、总体要求\n到2027年，再生水利用率达到35%以上。\n" * 20, "gb18030")
    monkeypatch.setattr(speed, "SIZES", (0.01, 0.1))
    monkeypatch.setattr(speed, "LENGTHS", (100, 1000))
    monkeypatch.setattr(hostile, "UNITS", {"digits": "7"})
    return tmp_path


def test_it_prints_all_tables(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["speed.py", str(small), "--rounds", "1"])
    speed.main()
    out = capsys.readouterr().out
    for words in ("cores", "plan.txt", "all, bytes to models", "targets and figures", "0.1 MB", "import policyparse",
                  "digits", "random bytes", "5,000 blanks"):  # fmt: skip
        assert words in out


def test_it_keeps_its_figures_with_the_machine(small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(sys, "argv", ["speed.py", str(small), "--rounds", "1", "--write", "here"])
    speed.main()
    kept = results.read("here")
    assert kept["machine"] == results.machine()
    assert kept["bytes"] == {"plan.txt": speed.utf8_size((small / "plan.txt").read_bytes())}
    assert kept["files"]["plan.txt"] > 0
    assert list(kept["growth"]["seconds"]) == ["0.01", "0.1"]


def test_the_stages_add_up_to_the_whole(small: Path) -> None:
    files = {"plan.txt": (small / "plan.txt").read_bytes()}
    spent = speed.staged(files)
    assert all(seconds >= 0 for seconds in spent.values())
    assert spent["targets and figures"] > 0
    assert pp.parse(small / "plan.txt").targets


def test_sizes_are_those_of_utf_8() -> None:
    assert speed.utf8_size("云州市".encode("gb18030")) == 9
