"""`policyparse explain`: the words behind a target."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyparse.cli import main

TEXT = "1.扩容增绿。到2027年，全县新建口袋公园不少于18个。（县住房城乡建设局牵头，县财政局配合）\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "绿地.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_each_field_with_its_words_and_place(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(plan), "f001", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    for word in ("新建口袋公园", "不少于", "2027年", "县住房城乡建设局（牵头）", "县财政局（配合）", "1:"):
        assert word in out


def test_all_targets_without_an_id(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(plan), "--lang", "en"]) == 0
    assert "f001" in capsys.readouterr().out


def test_an_unknown_id_names_those_there_are(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(plan), "f099", "--lang", "en"]) == 2
    assert "f001 to f001" in capsys.readouterr().err
