"""Comparisons as JSON, on the command line, on hostile input, and their speed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import county_plans as plans
import hostile
import policyparse as pp
from policyparse import schema
from policyparse.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line: exit code, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "160")

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    city, county = tmp_path / "市.txt", tmp_path / "县.txt"
    city.write_text(plans.CITY, "utf-8")
    county.write_text(plans.COUNTY, "utf-8")
    return city, county


def test_a_comparison_survives_its_json_and_fits_the_schema() -> None:
    comparison = pp.compare(plans.city(), plans.county())
    data = json.loads(comparison.model_dump_json())
    Draft202012Validator(schema.schema("comparison")).validate(data)
    assert pp.Comparison.model_validate(data).model_dump_json() == comparison.model_dump_json()
    assert data["left"]["source"]["text"] is None


def test_a_survey_survives_its_json_and_fits_the_schema() -> None:
    survey = pp.compare_many(plans.city(), [plans.county()])
    data = json.loads(survey.model_dump_json())
    Draft202012Validator(schema.schema("survey")).validate(data)
    assert pp.Survey.model_validate(data).model_dump_json() == survey.model_dump_json()


def test_tables_for_people(run: Run, files: tuple[Path, Path]) -> None:
    code, out, err = run("compare", *files, "--lang", "zh")
    assert (code, err) == (0, "")
    for words in (
        "江川市 — 清源县",
        "系统性替换",
        "任务对照",
        "指标对照",
        "部门对照",
        "更高、更严、提前",
        "合并",
        "县公安局",
    ):
        assert words in out
    assert "文字差异" not in out
    code, out, _ = run("compare", *files, "-v")
    assert code == 0
    for words in ("Wording", "在集市张贴选煤指南。", "higher, stricter, earlier", "merged"):
        assert words in out


def test_a_matrix_for_several(run: Run, files: tuple[Path, Path]) -> None:
    code, out, _ = run("compare", *files, files[1], "--lang", "zh")
    assert code == 0
    for words in ("指标矩阵", "任务承接表", "合计", "18万吨", "2/2"):
        assert words in out


def test_json_to_a_file_and_to_the_terminal(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "对照.json"
    assert run("compare", *files, "-o", target) == (0, "", "")
    data = json.loads(target.read_text("utf-8"))
    assert data["targets"][0]["value"] == "higher"
    code, out, _ = run("compare", *files, "--json")
    assert (code, json.loads(out)) == (0, data)
    code, out, _ = run("compare", *files, files[1], "--json")
    assert (code, len(json.loads(out)["places"])) == (0, 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "{city}"), "at least two documents"),
        (("compare", "{city}", "{county}", "-o", "x.jpg"), "not a form that can be written"),
        (("compare", "{city}", "{county}", "-o", "{county}"), ".txt"),
        (("compare", "{city}", "nowhere.txt"), "nowhere.txt"),
        (("compare", "nowhere.txt", "{county}", "{city}"), "nowhere.txt"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, files: tuple[Path, Path], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = run(*(argument.format(city=files[0], county=files[1]) for argument in arguments))
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_a_file_that_failed_leaves_the_others(run: Run, files: tuple[Path, Path]) -> None:
    code, out, err = run("compare", *files, "nowhere.txt", "--lang", "zh")
    assert code == 2
    assert "nowhere.txt" in err
    assert "指标矩阵" in out


def test_hostile_words_stay_text(run: Run, tmp_path: Path) -> None:
    bad = "\x1b[31m[red]=cmd|' /C calc'!A0<script>"
    texts = [f"一、任务\n建设{bad}平台{number}个，完善制度体系。（市{bad}局负责）\n" for number in (3, 5)]
    for name, text in zip(("a.txt", "b.txt"), texts, strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    code, out, _ = run("compare", tmp_path / "a.txt", tmp_path / "b.txt", "-v")
    assert code == 0
    assert "\x1b" not in out


@pytest.mark.parametrize("name", hostile.UNITS)
def test_hostile_documents_are_compared(name: str) -> None:
    left, right = pp.parse_text(hostile.text(name, 2_000)), pp.parse_text(hostile.text(name, 2_100) + "结束")
    comparison = pp.compare(left, right)
    assert 0.0 <= comparison.similarity <= 1.0
    assert pp.Comparison.model_validate_json(comparison.model_dump_json()).similarity == comparison.similarity
