"""Every command and code block of the READMEs is run, and the checks run the README's own test command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import policyparse as pp

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("corpus", "schemas", "benchmarks", "pyproject.toml", "README.md", "LICENSE", "constraints.txt")


def blocks(*languages: str) -> list[tuple[str, str]]:
    """The code blocks of both READMEs in these languages, as (file, code)."""
    return [
        (readme, code)
        for readme in READMES
        for language, code in BLOCK.findall((ROOT / readme).read_text("utf-8"))
        if language in languages
    ]


def is_set_up(code: str) -> bool:
    return "-m venv" in code


def numbered(found: list[tuple[str, str]]) -> list[object]:
    return [pytest.param(code, id=f"{readme}-{number}") for number, (readme, code) in enumerate(found, 1)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader has, with the package as installed here."""
    place = tmp_path_factory.mktemp("readme")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name)
        elif source.exists():
            shutil.copy(source, place / name)
    return place


def run(command: list[str], folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("code", numbered([block for block in blocks("bash") if not is_set_up(block[1])]))
def test_commands(code: str, folder: Path) -> None:
    run(["bash", "-euo", "pipefail", "-c", code], folder)


@pytest.mark.parametrize("code", numbered(blocks("python")))
def test_python(code: str, folder: Path) -> None:
    (folder / "example.py").write_text(code, "utf-8")
    run([sys.executable, "example.py"], folder)


@pytest.mark.parametrize("readme", READMES)
def test_the_example_is_what_comes_out(readme: str) -> None:
    (text,), (shown,) = ([code for name, code in blocks(kind) if name == readme] for kind in ("text", "json"))
    (target,) = pp.parse_text(text.rstrip("\n")).targets
    assert json.loads(shown).items() <= target.model_dump(mode="json").items()


def test_there_are_two_set_up_commands_the_same_in_both_languages() -> None:
    english = [code for readme, code in blocks("bash") if readme == "README.md" and is_set_up(code)]
    chinese = [code for readme, code in blocks("bash") if readme == "README.zh.md" and is_set_up(code)]
    assert len(english) == 2
    assert english == chinese
    assert all(code.count("\n") == 1 for code in english)


def test_the_checks_run_the_command_of_the_readme() -> None:
    tests = [code.strip() for readme, code in blocks("bash") if readme == "README.md" and code.endswith("-m pytest\n")]
    found = subprocess.run(
        ["grep", "-m", "1", "--", "-m pytest$", "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [found.stdout.strip()] == tests
    assert 'grep -m 1 -- "-m pytest$" README.md' in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.slow
def test_the_first_command_works_in_a_fresh_copy(tmp_path: Path) -> None:
    """As a newcomer runs it, twice: the second time everything is there already."""
    command = next(code for _, code in blocks("bash") if is_set_up(code) and "policyparse parse" in code)
    for name in (*COPIED, "policyparse"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, tmp_path / name)
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    for _ in range(2):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert "云州市" in done.stdout


def test_links_to_files_lead_somewhere() -> None:
    for readme in READMES:
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / readme).read_text("utf-8")):
            if "://" not in target:
                assert (ROOT / target).exists(), f"{readme}: {target}"
