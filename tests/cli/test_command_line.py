"""What holds for all commands: help, version, languages, encodings, pipes."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from policyparse import schema
from policyparse.cli import main
from policyparse.cli.language import language_of
from policyparse.version import VERSION
from sample import TEXT


def policyparse(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policyparse", *(str(argument) for argument in arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "政策 文件"
    folder.mkdir()
    file = folder / "碧水𠮷行动.txt"
    file.write_text(TEXT.replace("碧水行动方案的通知", "碧水𠮷行动方案的通知"), "utf-8")
    return file


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.split() == ["policyparse", VERSION]


def test_without_arguments_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "--help"]) == 0
    helped = capsys.readouterr().out
    assert main([]) == 0
    assert "parse" in helped
    assert "schema" in helped


@pytest.mark.parametrize("command", ["parse", "compare", "explain", "repair", "schema"])
def test_help_shows_examples_in_both_languages(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help", "--lang", "zh"]) == 0
    chinese = capsys.readouterr().out
    assert main([command, "--help", "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert "示例" in chinese
    assert "Examples" in english
    assert f"policyparse {command} " in chinese
    assert f"policyparse {command} " in english
    assert "show this help" not in chinese
    assert not any("\u4e00" <= character <= "\u9fff" for character in english)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_environment_says_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of([], environment) == language


@pytest.mark.parametrize("arguments", [["--lang", "zh"], ["parse", "x", "--lang=zh"], ["--lang", "en", "--lang", "zh"]])
def test_the_option_wins_over_the_environment(arguments: list[str]) -> None:
    assert language_of(arguments, {"LANG": "en_US.UTF-8"}) == "zh"


def test_wrong_usage_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prse", "--lang", "zh"]) == 2
    assert capsys.readouterr().err == "没有这个命令 'prse'. 是否想用 'parse'?；用法见 policyparse --help\n"


def test_a_console_in_gbk_does_not_break(plan: Path) -> None:
    """The encoding of a Chinese Windows console lacks characters of the title: they are replaced, not an error."""
    run = policyparse("parse", plan, PYTHONIOENCODING="gbk", LC_ALL="zh_CN.GBK")
    assert run.returncode == 0, run.stderr.decode("gbk")
    shown = run.stdout.decode("gbk")
    assert "碧水?行动方案" in shown
    assert "再生水利用率" in shown


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["prse"], ["parse", "𠮷.txt"]])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
def test_help_and_errors_never_break_on_an_encoding(arguments: list[str], encoding: str) -> None:
    run = policyparse(*arguments, PYTHONIOENCODING=encoding, LC_ALL="zh_CN")
    assert b"Traceback" not in run.stderr
    assert run.returncode in (0, 2)


def test_json_is_utf_8_whatever_the_console(plan: Path) -> None:
    run = policyparse("parse", plan, "--json", PYTHONIOENCODING="gbk")
    assert json.loads(run.stdout.decode("utf-8"))["source"]["name"] == plan.name


def test_a_reader_that_goes_away_is_no_error(plan: Path) -> None:
    command = [sys.executable, "-m", "policyparse", "parse", *[str(plan)] * 300, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_schemas_are_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema.schema_text("document")
    assert main(["schema", "failure"]) == 0
    assert capsys.readouterr().out == schema.schema_text("failure")
    assert main(["schema", "--write", str(tmp_path)]) == 0
    assert (tmp_path / "1.0" / "document.schema.json").read_text("utf-8") == schema.schema_text("document")


def test_a_schema_of_no_such_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "nix", "--lang", "en"]) == 2
    names = ", ".join(schema.PUBLISHED)
    assert capsys.readouterr().err == f"nix: there is no schema of this name; the names are: {names}\n"


@pytest.mark.parametrize(("to_folder", "count"), [(False, 2), (True, 2), (True, 1)])
def test_a_progress_bar_never_gets_into_the_results(plan: Path, tmp_path: Path, to_folder: bool, count: int) -> None:
    """Standard error is a terminal, standard output is a file."""
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    leader, follower = pty.openpty()
    output = ["-o", f"{tmp_path / 'out'}/"] if to_folder else ["--json"]
    command = [sys.executable, "-m", "policyparse", "parse", *[str(plan)] * count, *output]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    results = tmp_path / "results"
    with results.open("wb") as file:
        run = subprocess.run(command, stdout=file, stderr=follower, env=environment, check=False)
    os.close(follower)
    seen = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(leader, 65_536):
            seen += chunk
    os.close(leader)
    assert run.returncode == 0
    assert (b"2/2" if count == 2 else b"0:00:0") in seen
    lines = results.read_bytes().splitlines()
    assert len(lines) == (0 if to_folder else 2)
    assert all(json.loads(line)["source"]["name"] == plan.name for line in lines)
