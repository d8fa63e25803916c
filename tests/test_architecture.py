"""The house rules that a machine can check: who imports whom, sizes, names."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "policyparse"
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(file.relative_to(ROOT)) for file in FILES]
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
HEAVY = {
    "jieba", "opencc", "sklearn", "numpy", "scipy", "pandas", "polars", "pyarrow", "docx", "pypdfium2", "pdfplumber",
    "selectolax", "ofdkit", "rapidocr", "onnxruntime", "xlsxwriter", "openpyxl", "jinja2", "rapidfuzz", "altair",
}  # fmt: skip
FOR_THE_CLI = {"typer", "rich"}

every_file = pytest.mark.parametrize("file", FILES, ids=NAMES)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def functions(module: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(module) if isinstance(node, Function))


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that an import statement names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


def test_imports_go_downwards_only() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@every_file
def test_a_module_has_at_most_350_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 350


@every_file
def test_a_function_has_at_most_50_lines(file: Path) -> None:
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(tree(file)) if f.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > 50} == {}


@every_file
def test_a_function_takes_at_most_five_parameters(file: Path) -> None:
    def count(function: Function) -> int:
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        return sum(argument.arg not in ("self", "cls") for argument in arguments)

    counts = {function.name: count(function) for function in functions(tree(file))}
    assert {name: number for name, number in counts.items() if number > 5} == {}


@every_file
def test_a_module_has_a_name_that_says_something(file: Path) -> None:
    assert file.stem not in SAY_NOTHING


@every_file
def test_nothing_is_kept_in_globals(file: Path) -> None:
    assert not [node.lineno for node in ast.walk(tree(file)) if isinstance(node, ast.Global)]


@every_file
def test_our_own_modules_are_imported_at_the_top(file: Path) -> None:
    """An import within a function would hide a cycle. The pipeline's are lazy for `import policyparse` to be quick."""
    if file == PACKAGE / "pipeline.py":
        return
    hidden = [
        name
        for function in functions(tree(file))
        for node in ast.walk(function)
        for name in imported(node)
        if name.split(".")[0] == "policyparse"
    ]
    assert hidden == []


def for_type_checkers(module: ast.Module) -> list[ast.If]:
    """The blocks that no interpreter runs."""
    return [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]


@every_file
def test_heavy_packages_are_imported_where_they_are_used(file: Path) -> None:
    module = tree(file)
    inside = {id(node) for function in functions(module) for node in ast.walk(function)}
    inside |= {id(node) for block in for_type_checkers(module) for node in ast.walk(block)}
    light = FOR_THE_CLI if file.is_relative_to(PACKAGE / "cli") else set()
    outside = {
        name.split(".")[0] for node in ast.walk(module) if id(node) not in inside for name in imported(node)
    } - light
    assert outside & (HEAVY | FOR_THE_CLI) == set()


@every_file
def test_nobody_inside_uses_the_front_door(file: Path) -> None:
    """``from policyparse import x`` inside the package may name modules only."""
    modules = {path.stem for path in PACKAGE.glob("*.py")} | {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    names = {
        alias.name
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and node.module == "policyparse"
        for alias in node.names
    }
    assert names <= modules


@every_file
def test_modules_say_what_they_are(file: Path) -> None:
    assert ast.get_docstring(tree(file))
