"""The published schemas: current, valid, explained in both languages, and true of what is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import policyparse as pp
from policyparse import schema
from policyparse.batch import attempt
from policyparse.model.document import SCHEMA_VERSION
from sample import document

NAMES = list(schema.PUBLISHED)
named = pytest.mark.parametrize("name", NAMES)


def file_of(root: Path, name: str) -> Path:
    return root / "schemas" / SCHEMA_VERSION / f"{name}.schema.json"


def properties(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, with its place."""
    if isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            yield f"{where}.{name}", value
        for key, value in node.items():
            yield from properties(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from properties(value, f"{where}/{index}")


@named
def test_the_file_is_current(root: Path, name: str) -> None:
    written = file_of(root, name).read_text("utf-8")
    assert written == schema.schema_text(name), "run: python -m policyparse schema --write schemas"


def test_no_other_files_are_published(root: Path) -> None:
    files = {str(file.relative_to(root)) for file in (root / "schemas" / SCHEMA_VERSION).iterdir()}
    assert files == {str(file_of(root, name).relative_to(root)) for name in NAMES}


@named
def test_it_is_a_valid_schema_of_the_draft_it_names(name: str) -> None:
    body = schema.schema(name)
    assert body["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert body["$id"] == f"urn:policyparse:schema:1.0:{name}"
    Draft202012Validator.check_schema(body)


@named
def test_every_field_is_described_in_chinese_and_english(name: str) -> None:
    described = dict(properties(schema.schema(name)))
    assert described
    poor = [
        where
        for where, field in described.items()
        if not re.search(r"[A-Za-z]{2}", field.get("description", ""))
        or not re.search(r"[\u4e00-\u9fff]", field.get("description", ""))
    ]
    assert poor == []


@named
def test_every_field_is_always_there_and_no_other(name: str) -> None:
    body = schema.schema(name)
    for part in (body, *body.get("$defs", {}).values()):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert sorted(part["required"]) == sorted(part["properties"])


def test_the_sample_fits() -> None:
    Draft202012Validator(schema.schema("document")).validate(json.loads(document().model_dump_json()))


def test_a_damaged_sample_does_not_fit() -> None:
    data = json.loads(document().model_dump_json())
    data["targets"][0]["comparator"] = "about"
    assert not Draft202012Validator(schema.schema("document")).is_valid(data)


def test_a_failure_fits(tmp_path: Path) -> None:
    failure = attempt(tmp_path / "nix.txt")
    assert isinstance(failure, pp.Failure)
    Draft202012Validator(schema.schema("failure")).validate(json.loads(failure.model_dump_json()))


def test_every_document_of_the_corpus_fits(corpus_files: list[Path]) -> None:
    validator = Draft202012Validator(schema.schema("document"))
    for file in corpus_files:
        data = json.loads(pp.parse(file).with_text().model_dump_json())
        assert [error.message for error in validator.iter_errors(data)] == [], file.name
        assert empty_strings(data) <= {"text", "unit", "unit_canonical"}, file.name


def test_every_original_fits(shared: Path) -> None:
    validator = Draft202012Validator(schema.schema("document"))
    for file in sorted((shared / "corpus").glob("*.txt")):
        data = json.loads(pp.parse(file).model_dump_json())
        assert [error.message for error in validator.iter_errors(data)] == [], file.name


def empty_strings(node: Any, field: str = "") -> set[str]:
    """Names of the fields that hold an empty string: what is not there is null."""
    if isinstance(node, dict):
        return {name for key, value in node.items() for name in empty_strings(value, key)}
    if isinstance(node, list):
        return {name for value in node for name in empty_strings(value, field)}
    return {field} if node == "" else set()
