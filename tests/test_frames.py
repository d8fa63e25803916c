"""Data frames: fixed columns and types, the same rows in every kind of frame."""

from __future__ import annotations

from typing import Any

import pytest

import policyparse as pp
from policyparse import corpus, frames

pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def documents() -> list[pp.PolicyDocument]:
    return [corpus.load("yunzhou-city"), corpus.load("linhe-county")]


@pytest.mark.parametrize("kind", frames.COLUMNS)
def test_columns_and_types_do_not_depend_on_the_data(documents: list[pp.PolicyDocument], kind: Any) -> None:
    full, empty = frames.to_frame(documents, kind, backend="arrow"), frames.to_frame([], kind, backend="arrow")
    assert full.schema == empty.schema
    assert list(full.schema.names) == [*frames.DOCUMENT, *frames.COLUMNS[kind]]


@pytest.mark.parametrize("backend", ["pandas", "polars", "arrow"])
def test_every_frame_holds_the_same_rows(documents: list[pp.PolicyDocument], backend: Any) -> None:
    pytest.importorskip(backend if backend != "arrow" else "pyarrow")
    rows = frames.from_frame(frames.to_frame(documents, "targets", backend=backend))
    wanted = frames.from_frame(frames.to_frame(documents, "targets", backend="arrow"))
    assert rows == wanted


def test_a_row_a_target_with_the_document_it_stands_in(documents: list[pp.PolicyDocument]) -> None:
    rows = frames.from_frame(frames.to_frame(documents))
    assert len(rows) == sum(len(document.targets) for document in documents)
    first, target = rows[0], documents[0].targets[0]
    assert (first["document_number"], first["region"]) == ("云政发〔2024〕9号", "云州市")
    assert (first["indicator"], first["value"], first["deadline"]) == (target.indicator, target.value, target.deadline)
    assert documents[0].text[first["start"] : first["end"]] == first["quote"]


def test_a_row_a_party_of_a_responsibility(documents: list[pp.PolicyDocument]) -> None:
    rows = frames.from_frame(frames.to_frame(documents[0], "responsibilities"))
    assert len(rows) == sum(len(duty.parties) for duty in documents[0].responsibilities)
    assert {row["role"] for row in rows} <= {"lead", "joint", "support"}


def test_unknown_kinds_are_named(documents: list[pp.PolicyDocument]) -> None:
    with pytest.raises(pp.UsageError, match="targets"):
        frames.to_frame(documents, "numbers")  # type: ignore[arg-type]
