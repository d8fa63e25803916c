"""Records that the pipeline makes without validating are what validation would have made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import policyparse as pp
from policyparse.model.record import Record, maker

TEXTS = sorted((Path(__file__).parents[2] / "corpus" / "texts").glob("*.txt"))


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_documents_are_valid(file: Path) -> None:
    document = pp.parse(file)
    assert document.clauses
    for record in _records(document):
        assert type(record).model_validate(record.model_dump()) == record
        assert type(record).model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_records_hold_all_fields_in_their_order(file: Path) -> None:
    for record in _records(pp.parse(file)):
        assert list(vars(record)) == list(type(record).model_fields)
        assert record.model_fields_set <= set(type(record).model_fields)


def test_a_made_record_is_like_any_other() -> None:
    made, validated = maker(pp.Span)({"start": 3, "end": 5}), pp.Span(start=3, end=5)
    assert made == validated
    assert hash(made) == hash(validated)
    assert made.model_dump_json() == validated.model_dump_json()
    with pytest.raises(ValueError, match="frozen"):
        made.start = 4  # type: ignore[misc]


def test_a_copy_changes_no_other_record() -> None:
    make = maker(pp.Span)
    first = make({"start": 3, "end": 5})
    copy = first.model_copy(update={"end": 6})
    copy.model_fields_set.clear()
    assert (first.end, copy.end) == (5, 6)
    assert make({"start": 1, "end": 2}).model_fields_set == {"start", "end"}


def _records(record: Record) -> Iterator[Record]:
    """The record and all records that it holds."""
    yield record
    for value in vars(record).values():
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Record):
                yield from _records(inner)
