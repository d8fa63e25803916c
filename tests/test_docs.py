"""The pages of the documentation that are made from the library are those that it makes now."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", DOCS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_made_pages_are_current(make: ModuleType) -> None:
    for path, text in make.pages().items():
        assert (DOCS / path).read_text("utf-8") == text, f"{path} is out of date: python docs/make.py"


def test_no_page_tells_of_a_rule_that_is_gone(make: ModuleType) -> None:
    assert {f"rules/{file.name}" for file in (DOCS / "rules").glob("*.md")} <= set(make.pages())


def test_every_rule_has_a_family(make: ModuleType) -> None:
    index = make.pages()["rules/index.md"]
    assert all(f"({make.page_name(rule)})" in index for rule in make.rules())
