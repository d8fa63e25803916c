"""`policyparse parse`, as a person and as a program use it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

import policyparse as pp
from policyparse.cli import main
from sample import TEXT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line: exit code, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")

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


# ---- for people -----------------------------------------------------------------------------------------------------


def test_a_summary_shows_letterhead_outline_targets_and_bodies(run: Run, plan: Path) -> None:
    code, out, err = run("parse", plan)
    assert (code, err) == (0, "")
    for words in ("云政发〔2024〕7号", "二、重点任务", "再生水利用率", "≥35%", "2027", "市住房城乡建设局", "市公安局"):
        assert words in out
    for heading in ("Outline", "Targets", "Responsibilities"):
        assert heading in out


def test_wide_characters_keep_the_columns_straight(run: Run, plan: Path) -> None:
    _, out, _ = run("parse", plan)
    lines = out.splitlines()
    head = next(index for index, line in enumerate(lines) if "indicator" in line)
    column = cell_len(lines[head][: lines[head].index("value")])
    row = next(line for line in lines[head:] if "≥35%" in line)
    assert cell_len(row[: row.index("≥35%")]) == column


def test_no_colour_codes_where_there_is_no_terminal(run: Run, plan: Path) -> None:
    assert "\x1b" not in run("parse", plan)[1]


def test_it_speaks_chinese_when_asked_and_by_environment(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "责任分工" in run("parse", plan, "--lang", "zh")[1]
    assert "责任分工" in run("--lang=zh", "parse", plan)[1]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "责任分工" in run("parse", plan)[1]
    assert "Responsibilities" in run("parse", plan, "--lang", "en")[1]


def test_quiet_says_nothing(run: Run, plan: Path) -> None:
    assert run("parse", plan, "--quiet") == (0, "", "")


def test_verbose_adds_facts_references_and_edits(run: Run, plan: Path) -> None:
    assert "云州省水环境条例" not in run("parse", plan)[1]
    out = run("parse", plan, "--verbose")[1]
    assert "《云州省水环境条例》" in out
    assert "Facts and references" in out


def test_document_text_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """A control character in a file, or in its name, and what rich would take for markup, are shown as text."""
    file = tmp_path / "[bold]\x1b[2J.txt"
    file.write_text("一、总体[red]要求[/red]\u202e\n到2027年，利用率达到35%以上。", "utf-8")
    code, out, _ = run("parse", file)
    assert code == 0
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[red]要求[/red]" in out
    assert "[bold]" in out


# ---- for programs ---------------------------------------------------------------------------------------------------


def test_one_file_gives_one_document(run: Run, plan: Path) -> None:
    code, out, err = run("parse", plan, "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert data["source"]["name"] == plan.name
    assert data["source"]["text"] is None
    assert pp.PolicyDocument.model_validate_json(out) == pp.parse(plan)


def test_with_text_puts_the_text_into_the_json(run: Run, plan: Path) -> None:
    assert json.loads(run("parse", plan, "--json", "--with-text")[1])["source"]["text"] == TEXT


def test_several_files_give_lines_and_a_bad_one_does_not_stop_them(run: Run, plan: Path, tmp_path: Path) -> None:
    code, out, err = run("parse", plan, tmp_path / "没有.txt", plan, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [row["source"]["name"] for row in rows] == [plan.name, str(tmp_path / "没有.txt"), plan.name]
    assert set(rows[1]) == {"source", "error"}
    assert set(rows[1]["error"]) == {"code", "message", "cure"}
    assert set(rows[1]["error"]["message"]) == {"zh", "en"}
    assert err.count("\n") == 1


def test_a_folder_gives_a_line_a_file_also_when_it_holds_one(run: Run, plan: Path) -> None:
    out = run("parse", plan.parent, "--json")[1]
    assert [json.loads(line)["source"]["name"] for line in out.splitlines()] == [plan.name]


def test_a_folder_is_searched_to_the_bottom_without_hidden_files(run: Run, tmp_path: Path) -> None:
    for name in ("b/二.txt", "b/c/三.TXT", "一.txt", ".hidden.txt", ".git/x.txt", "~$锁.txt", "图.png"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT, "utf-8")
    out = run("parse", tmp_path, "--json")[1]
    assert sorted(json.loads(line)["source"]["name"] for line in out.splitlines()) == ["一.txt", "三.TXT", "二.txt"]


def test_a_pattern_is_expanded(run: Run, plan: Path) -> None:
    out = run("parse", plan.parent / "碧*.txt", "--json")[1]
    assert json.loads(out.splitlines()[0])["source"]["name"] == plan.name


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "规划[2024].txt"
    file.write_text(TEXT, "utf-8")
    assert json.loads(run("parse", file, "--json")[1])["source"]["name"] == file.name


def test_standard_input(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    code, out, _ = run("parse", "-", "--json")
    assert code == 0
    assert json.loads(out)["clauses"] == json.loads(run("parse", plan, "--json")[1])["clauses"]


def test_processes_give_the_same_in_the_same_order(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    names = [plan, tmp_path / "坏.txt", plan]
    assert run("parse", *names, "--json", "--jobs", "2") == run("parse", *names, "--json")


# ---- into files -----------------------------------------------------------------------------------------------------


def test_output_into_one_file(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("parse", plan, "-o", tmp_path / "结果.json") == (0, "", "")
    assert pp.load(tmp_path / "结果.json") == pp.parse(plan)


def test_output_into_lines(run: Run, plan: Path, tmp_path: Path) -> None:
    code, out, _ = run("parse", plan, tmp_path / "nix", "-o", tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert (code, out) == (2, "")
    assert ["error" in row for row in rows] == [False, True]


def test_output_into_a_folder_gives_every_file_its_own_name(run: Run, plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "另" / plan.name
    other.parent.mkdir()
    other.write_text(TEXT, "utf-8")
    assert run("parse", plan, other, "-o", f"{tmp_path / '出'}/")[0] == 0
    names = sorted(file.name for file in (tmp_path / "出").iterdir())
    assert names == sorted([f"{plan.stem}.json", f"{plan.name}.json"])
    assert {pp.load(tmp_path / "出" / name).source.name for name in names} == {plan.name}


def test_output_of_a_folder_keeps_its_folders(run: Run, plan: Path, tmp_path: Path) -> None:
    deep = plan.parent / "县" / "区"
    deep.mkdir(parents=True)
    (deep / "规划.txt").write_text(TEXT, "utf-8")
    assert run("parse", plan.parent, "-o", f"{tmp_path / 'out'}/")[0] == 0
    assert (tmp_path / "out" / "县" / "区" / "规划.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["PLAN", "PLAN", "-o", "x.json"], "policyparse compare"),
        (["FOLDER", "-o", "x.json"], "policyparse compare"),
        (["PLAN", "-o", "x.pdf"], "use .json for one file, .jsonl for several"),
        (["PLAN", "-o", "PLAN.json"], "No such file or directory"),
        (["nix.txt"], "nix.txt: there is no such file; check the path"),
        (["nix*.txt"], "nix*.txt: there is no such file; check the path"),
        (["EMPTY"], "the folder holds no file that can be parsed"),
        (["PLAN", "--lexicon", "nix"], "there is no such lexicon folder"),
        (["PLAN", "--jsn"], "No such option: --jsn"),
        (["PLAN", "--lang", "fr"], "'fr' is not one of 'zh', 'en'"),
        ([], "Missing argument 'FILE'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_a_cure(
    run: Run, plan: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty").mkdir()
    names = {"PLAN": plan, "FOLDER": plan.parent, "EMPTY": tmp_path / "empty", "PLAN.json": plan / "x.json"}
    code, out, err = run("parse", *(names.get(argument, argument) for argument in arguments))
    if "Not a directory" in err:
        err = err.replace("Not a directory", "No such file or directory")
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_an_output_never_overwrites_an_input(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(TEXT, "utf-8")
    code, _, err = run("parse", file, "-o", file)
    assert code == 2
    assert "overwrite" in err
    assert file.read_text("utf-8") == TEXT


def test_a_bad_lexicon_row_gives_file_line_and_cure(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_text("surface\tcanonical\tkind\tafter\texample\n座\t座\n", "utf-8")
    code, _, err = run("parse", plan, "--lexicon", tmp_path)
    assert code == 2
    assert "units.tsv:2: expected 5 columns" in err
    assert "mend the row" in err


def test_an_office_own_words_are_used(run: Run, tmp_path: Path) -> None:
    row = "揽子\t揽子\tcount\tany\t达到12揽子"
    (tmp_path / "units.tsv").write_text(f"surface\tcanonical\tkind\tafter\texample\n{row}\n", "utf-8")
    file = tmp_path / "plan.txt"
    file.write_text("一、总体要求\n到2027年，惠民项目数量达到12揽子以上。\n", "utf-8")
    code, out, _ = run("parse", file, "--json", "--lexicon", tmp_path)
    assert code == 0
    assert [(target["value"], target["unit"]) for target in json.loads(out)["targets"]] == [(12, "揽子")]


def test_a_date_for_documents_that_tell_none(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("一、总体要求\n今年新建污水管网120公里。\n", "utf-8")
    deadlines = [
        [target["deadline"] for target in json.loads(run("parse", file, "--json", *date)[1])["targets"]]
        for date in ([], ["--date", "2026-03-01"])
    ]
    assert deadlines == [[None], [2026]]
    assert run("parse", file, "--date", "May")[0] == 2
