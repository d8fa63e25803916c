"""HTML reports from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyparse.cli import main

TEXTS = Path(__file__).resolve().parents[2] / "corpus" / "texts"
CITY, COUNTY, DISTRICT, ARTICLE = (
    str(TEXTS / f"{name}.txt") for name in ("yunzhou-city", "linhe-county", "qingxi-district", "article")
)


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (["parse", CITY, "-o"], "云州市养老服务体系建设三年行动方案"),
        (["compare", CITY, COUNTY, "-o"], "对照报告：云州市 — 临河县"),
        (["compare", CITY, COUNTY, DISTRICT, "-o"], "多地对照报告：云州市"),
        (["check", ARTICLE, "-o"], "检查报告"),
        (["repair", ARTICLE, "--report"], "修复报告：article.txt"),
    ],
)
def test_a_page_for_people(command: list[str], title: str, tmp_path: Path) -> None:
    file = tmp_path / "报告.html"
    assert main(["--lang", "zh", *command, str(file)]) in (0, 1)
    page = file.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert title in page


def test_english(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert main(["--lang", "en", "compare", CITY, COUNTY, "-o", str(file)]) == 0
    assert '<html lang="en">' in file.read_text("utf-8")


@pytest.mark.parametrize("command", [["parse", CITY, COUNTY, "-o"], ["check", CITY, ARTICLE, "-o"]])
def test_a_page_shows_one_result(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.html"
    assert main(["--lang", "en", *command, str(file)]) == 2
    assert ".html" in capsys.readouterr().err
    assert not file.exists()
