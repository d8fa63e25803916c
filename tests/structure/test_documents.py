"""Whole documents of many kinds: outline, body, metadata and references, on the text as written and as normalized.

Each document stands beside what it should give: the outline as "id | label | title" by depth, and every element of the
metadata that is not empty.
"""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from policyparse.extract.references import references
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline, Section
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.normalize import normalize
from policyparse.structure import letterhead, outline

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(file.stem for file in FOLDER.glob("*.txt"))
LEXICON = Lexicon.load()

every_document = pytest.mark.parametrize("name", NAMES)


def source(name: str) -> Source:
    return Source(text=(FOLDER / f"{name}.txt").read_text("utf-8"), name=name)


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def parsed(name: str) -> tuple[MappedText, Outline]:
    text = normalize(source(name), LEXICON)
    return text, outline(text, source(name), LEXICON)


def told(section: Section, *, label: bool = True) -> str:
    parts = [section.id, section.label or "-", section.title or "-"] if label else [section.id, section.title or "-"]
    return "  " * (section.depth - 1) + " | ".join(parts)


@every_document
def test_the_outline(name: str) -> None:
    _, got = parsed(name)
    assert [told(section) for section in got.sections] == expected(name)["outline"].strip("\n").splitlines()


@every_document
def test_the_outline_does_not_hang_on_the_normalizer(name: str) -> None:
    """The same clauses from the text as written: full width, blanks and all."""
    plain = outline(MappedText.replay(source(name).text, ()), source(name), LEXICON)
    _, got = parsed(name)
    assert [told(section, label=False) for section in plain.sections] == [
        told(section, label=False) for section in got.sections
    ]


@every_document
def test_where_the_body_begins(name: str) -> None:
    text, got = parsed(name)
    assert "".join(text.text[got.body :].split()).startswith("".join(expected(name)["body"].split()))


@every_document
def test_the_metadata(name: str) -> None:
    text, got = parsed(name)
    metadata = letterhead(text, got, source(name), LEXICON)
    assert json.loads(metadata.model_dump_json(exclude_defaults=True)) == expected(name)["metadata"]


@every_document
def test_the_references(name: str) -> None:
    text, got = parsed(name)
    found = references(text, got, LEXICON)
    assert [[each.title, each.document_number or ""] for each in found] == expected(name)["references"]
    assert all(each.span.of(text.source)[0] == "《" and each.span.of(text.source)[-1] == "》" for each in found)
