"""`policyparse table`, and the office files of `parse` and `compare`."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from policyparse.cli import main
from sample import TEXT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line: exit code, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "160")

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "碧水行动.txt"
    file.write_text(TEXT, "utf-8")
    return file


@pytest.fixture
def county(tmp_path: Path) -> Path:
    file = tmp_path / "临河.txt"
    file.write_text(TEXT.replace("云州市", "临河县").replace("35%", "30%"), "utf-8")
    return file


def test_the_task_table_on_the_terminal(run: Run, plan: Path) -> None:
    code, out, err = run("table", plan)
    assert (code, err) == (0, "")
    for words in (
        "云州市碧水行动方案",
        "任务分解表",
        "重点任务",
        "牵头单位",
        "补齐管网短板",
        "市住房城乡建设局",
        "2026年",
    ):
        assert words in out


def test_the_other_kinds(run: Run, plan: Path) -> None:
    assert "指标表" in run("table", plan, "--kind", "targets")[1]
    assert "责任清单" in run("table", plan, "--kind", "duties")[1]
    assert "Task breakdown" in run("table", plan, "--lang", "en")[1]


def test_into_a_workbook(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("table", plan, "-o", tmp_path / "任务分解表.xlsx") == (0, "", "")
    book = load_workbook(tmp_path / "任务分解表.xlsx")
    assert book.sheetnames == ["任务分解表"]
    assert book["任务分解表"]["B5"].value == "补齐管网短板"


def test_into_a_word_document(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("table", plan, "--kind", "duties", "-o", tmp_path / "责任清单.docx") == (0, "", "")
    made = docx.Document(str(tmp_path / "责任清单.docx"))
    assert [cell.text for cell in made.tables[0].rows[1].cells][1:4] == ["市住房城乡建设局", "牵头", "补齐管网短板"]


def test_several_files_into_one_csv(run: Run, plan: Path, county: Path, tmp_path: Path) -> None:
    assert run("table", plan, county, "--kind", "targets", "-o", tmp_path / "指标.csv") == (0, "", "")
    rows = list(csv.reader(io.StringIO((tmp_path / "指标.csv").read_text("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["序号", "文件", "指标"]
    assert {row[1] for row in rows[1:]} == {"云州市碧水行动方案", "临河县碧水行动方案"}


def test_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "补齐管网短板" in run("table", "-")[1]


def test_a_file_that_fails_is_told_and_the_others_go_on(run: Run, plan: Path, tmp_path: Path) -> None:
    code, _, err = run("table", plan, tmp_path / "没有.txt", "-o", tmp_path / "x.md")
    assert code == 2
    assert "没有.txt" in err
    assert "补齐管网短板" in (tmp_path / "x.md").read_text("utf-8")


def test_nothing_is_written_where_every_file_fails(run: Run, tmp_path: Path) -> None:
    assert run("table", tmp_path / "没有.txt", "-o", tmp_path / "x.md")[0] == 2
    assert not (tmp_path / "x.md").exists()


def test_a_document_without_tasks_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "空.txt"
    file.write_text("各位同志，大家好。", "utf-8")
    code, out, err = run("table", file)
    assert (code, out) == (0, "")
    assert err == "任务分解表没有内容\n"


@pytest.mark.parametrize("command", [["table"], ["compare"], ["parse"]])
def test_an_input_is_never_overwritten(run: Run, plan: Path, county: Path, command: list[str]) -> None:
    copy = plan.with_suffix(".md")
    copy.write_text(TEXT, "utf-8")
    code, _, err = run(*command, copy, county, "-o", copy)
    assert code == 2
    assert "覆盖输入文件" in err
    assert copy.read_text("utf-8") == TEXT


@pytest.mark.parametrize("command", [["table"], ["compare"]])
def test_another_suffix_names_those_that_can_be_written(run: Run, plan: Path, county: Path, command: list[str]) -> None:
    code, _, err = run(*command, plan, county, "-o", "x.pdf")
    assert code == 2
    assert all(suffix in err for suffix in (".xlsx", ".docx", ".csv", ".md"))


def test_help_in_both_languages(run: Run) -> None:
    chinese = run("table", "--help")[1]
    english = run("table", "--help", "--lang", "en")[1]
    assert "policyparse table 方案.docx -o 任务分解表.xlsx" in chinese
    assert "policyparse table plan.docx -o tasks.xlsx" in english
    assert not any("\u4e00" <= character <= "\u9fff" for character in english)


def test_hostile_text_on_the_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "怪.txt"
    file.write_text("一、[bold]目标[/bold]\x1b[31m<script>\n到2027年，再生水利用率达到35%以上。\n", "utf-8")
    out = run("table", file)[1]
    assert "\x1b" not in out
    assert "[bold]目标[/bold]" in out


# ---- parse and compare ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("several", [False, True])
def test_parse_writes_all_tables(run: Run, plan: Path, county: Path, tmp_path: Path, several: bool) -> None:
    files = [plan, county] if several else [plan]
    assert run("parse", *files, "-o", tmp_path / "x.xlsx", "--quiet")[0] == 0
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames[:3] == ["任务分解表", "指标表", "责任清单"]
    assert run("parse", *files, "-o", tmp_path / "x.docx", "--quiet")[0] == 0
    assert len(docx.Document(str(tmp_path / "x.docx")).tables) == 3


def test_parse_names_the_command_that_writes_csv(run: Run, plan: Path) -> None:
    code, _, err = run("parse", plan, "-o", "x.csv")
    assert code == 2
    assert "policyparse table" in err


@pytest.mark.parametrize("places", [1, 2])
def test_compare_writes_a_workbook(run: Run, plan: Path, county: Path, tmp_path: Path, places: int) -> None:
    assert run("compare", plan, *[county] * places, "-o", tmp_path / "x.xlsx") == (0, "", "")
    first = "指标对照表" if places == 1 else "指标矩阵"
    assert load_workbook(tmp_path / "x.xlsx").sheetnames[0] == first


def test_compare_says_that_csv_holds_one_table(run: Run, plan: Path, county: Path, tmp_path: Path) -> None:
    code, _, err = run("compare", plan, county, "-o", tmp_path / "x.csv")
    assert code == 0
    assert "CSV 只能装一张表" in err
    assert "再生水利用率" in (tmp_path / "x.csv").read_text("utf-8-sig")
