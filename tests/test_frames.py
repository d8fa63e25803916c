"""Data frames: fixed columns and types, the same rows in every kind of frame."""

from __future__ import annotations

from pathlib import Path
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


@pytest.mark.parametrize("kind", frames.COLUMNS)
@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_every_frame_holds_the_same_rows(documents: list[pp.PolicyDocument], backend: Any, kind: Any) -> None:
    pytest.importorskip(backend)
    checked = [pp.check(document) for document in documents]
    rows = frames.from_frame(frames.to_frame(checked, kind, backend=backend))
    assert rows == frames.from_frame(frames.to_frame(checked, kind, backend="arrow"))
    assert len(rows) > 0


@pytest.mark.parametrize("kind", frames.COLUMNS)
def test_a_row_says_what_the_model_says(documents: list[pp.PolicyDocument], kind: Any) -> None:
    document = pp.check(documents[1])
    items = {
        (item.span.start, item.span.end, getattr(item, "code", None)): item.model_dump(mode="json")
        for item in getattr(document, kind)
    }
    rows = frames.from_frame(frames.to_frame(document, kind))
    assert len({(row["start"], row["end"], row.get("code")) for row in rows}) == len(items)
    for row in rows:
        item = items[row["start"], row["end"], row.get("code")]
        same = set(item) & set(frames.COLUMNS[kind]) - {"path", "sentence"}
        assert {name: row[name] for name in same} == {name: item[name] for name in same}


@pytest.mark.parametrize("kind", frames.COLUMNS)
def test_a_frame_is_the_same_after_json(documents: list[pp.PolicyDocument], kind: Any, tmp_path: Path) -> None:
    checked = pp.check(documents[0])
    before = frames.from_frame(frames.to_frame(checked, kind))
    for name, document in (("bare.json", checked), ("whole.json", checked.with_text())):
        pp.save(document, tmp_path / name)
        after = frames.from_frame(frames.to_frame(pp.load(tmp_path / name), kind))
        bare = name == "bare.json" and kind in ("targets", "figures")
        assert after == tuple({**row, "sentence": None} for row in before) if bare else after == before


def test_a_frame_is_the_same_after_parquet(documents: list[pp.PolicyDocument], tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = frames.to_frame(documents, "targets")
    frame.to_parquet(tmp_path / "targets.parquet")
    again = pandas.read_parquet(tmp_path / "targets.parquet")
    assert again.dtypes.tolist() == frame.dtypes.tolist()
    assert frames.from_frame(again) == frames.from_frame(frame)


def test_a_target_brings_its_sentence(documents: list[pp.PolicyDocument]) -> None:
    rows = frames.from_frame(frames.to_frame(documents[1]))
    assert all(row["quote"] in row["sentence"] for row in rows)
    assert rows[0]["sentence"] == documents[1].source_text(documents[1].targets[0].sentence)


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
