"""The wheel, built and installed into an empty environment, parses; and the README's set-up command works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from sample import TEXT

pytestmark = pytest.mark.slow

IN_THE_SOURCE = (".tsv", ".toml", ".typed", ".py", ".j2", ".css", ".js")


def call(*command: object, cwd: Path | None = None) -> str:
    """Runs a command that must succeed, away from this checkout, and gives its standard output."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    run = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left in the checkout."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("policyparse", "corpus"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, copy / name)
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", copy / "dist", cwd=copy)
    (made,) = (copy / "dist").glob("*.whl")
    return made


def test_every_file_of_the_package_is_inside(root: Path, wheel: Path) -> None:
    wanted = {
        str(file.relative_to(root))
        for file in (root / "policyparse").rglob("*")
        if file.suffix in IN_THE_SOURCE and file.is_file()
    } | {"policyparse/py.typed", "policyparse/_corpus/registry.toml"}
    wanted |= {
        f"policyparse/_corpus/{file.relative_to(root / 'corpus')}"
        for folder in ("texts", "gold")
        for file in (root / "corpus" / folder).iterdir()
    }
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert wanted - names == set()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names if not name.startswith("policyparse/")} == {
        next(name.split("/")[0] for name in names if ".dist-info/" in name)
    }


def test_it_parses_in_an_empty_environment(root: Path, wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "环境"
    venv.create(place, with_pip=True)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    call(scripts / "python", "-m", "pip", "install", "-q", "-c", root / "constraints.txt", wheel, cwd=tmp_path)
    loaded = "import policyparse as pp; print(*(len(pp.corpus.load(name).clauses) for name in pp.corpus.names()))"
    assert all(int(clauses) > 0 for clauses in call(scripts / "python", "-c", loaded, cwd=tmp_path).split())
    plan = tmp_path / "规划.txt"
    plan.write_text(TEXT, "utf-8")
    data = json.loads(call(scripts / "policyparse", "parse", plan, "--json", cwd=tmp_path))
    assert [target["quote"] for target in data["targets"]] == ["35%", "120公里", "1.5万吨", "清零"]
    assert [duty["parties"][0]["name"] for duty in data["responsibilities"]] == ["市住房城乡建设局", "市生态环境局"]
