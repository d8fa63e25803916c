"""The pages of the documentation that are made from the library are those that it makes now."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import policyparse as pp

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WRITTEN = ("tutorial.md", "how-to.md", "how-it-decides.md")
BLOCK = re.compile(r"^```(bash|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", DOCS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_made_pages_are_current(make: ModuleType) -> None:
    for file, text in make.files().items():
        assert file.read_text("utf-8") == text, f"{file.name} is out of date: python docs/make.py"


def test_readmes_tell_what_was_measured(make: ModuleType) -> None:
    floors = json.loads((ROOT / "tests" / "accuracy" / "floors.json").read_text("utf-8"))
    targets = f"{floors['corpus']['together']['targets']:.1%}"[:-1]
    for name in make.READMES:
        text = (ROOT / name).read_text("utf-8")
        assert len(make.MEASURED.findall(text)) == 1
        assert targets in text, name


def test_every_theme_of_the_cases_is_told(make: ModuleType) -> None:
    files = {file.stem for file in make.measured.CASES.glob("*.json")}
    assert files == {*make.measured.THEMES, "known_failures"}


def test_no_page_tells_of_a_rule_that_is_gone(make: ModuleType) -> None:
    assert {f"rules/{file.name}" for file in (DOCS / "rules").glob("*.md")} <= set(make.pages())


def test_every_rule_has_a_family(make: ModuleType) -> None:
    index = make.pages()["rules/index.md"]
    assert all(f"({make.page_name(rule)})" in index for rule in make.rules())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader's folder, with the documents that the pages speak of."""
    place = tmp_path_factory.mktemp("docs")
    for part in ("texts", "formats/files"):
        shutil.copytree(ROOT / "corpus" / part, place / "corpus" / part)
    return place


@pytest.mark.parametrize(
    ("language", "code"),
    [
        pytest.param(language, code, id=f"{page}-{number}")
        for page in WRITTEN
        for number, (language, code) in enumerate(BLOCK.findall((DOCS / page).read_text("utf-8")), 1)
    ],
)
def test_what_the_pages_show_runs(language: str, code: str, folder: Path) -> None:
    command = ["bash", "-euo", "pipefail", "-c", code] if language == "bash" else [sys.executable, "-c", code]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_verb_of_the_front_door_is_described_as_a_function() -> None:
    """A verb that shares its name with a subpackage is looked up where it is defined, else the package is described."""
    page = (DOCS / "reference" / "python.md").read_text("utf-8")
    for name in pp.__all__:
        found = getattr(pp, name)
        if isinstance(found, FunctionType):
            hidden = importlib.util.find_spec(f"policyparse.{name}") is not None
            wanted = f"{found.__module__}.{name}" if hidden else f"policyparse.{name}"
            assert f"::: {wanted}\n" in page, name
