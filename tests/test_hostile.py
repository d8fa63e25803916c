"""Bad input gives a document or one clear error, in about linear time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hostile
import policyparse as pp
from policyparse.batch import attempt
from proportion import in_proportion

SMALL, LARGE = 12_500, 100_000


def takes_linear_time(small: str, large: str) -> bool:
    return in_proportion(pp.parse_text, small, large, len(large) / len(small))


@pytest.mark.parametrize("name", hostile.UNITS)
def test_time_grows_with_the_length(name: str) -> None:
    assert takes_linear_time(hostile.text(name, SMALL), hostile.text(name, LARGE))


@pytest.mark.parametrize("name", hostile.UNITS)
def test_places_are_right_also_there(name: str) -> None:
    text = hostile.text(name, 2_000)
    document = pp.parse_text(text)
    assert document.source.length == len(text)
    for figure in (*document.targets, *document.figures):
        assert document.source_text(figure.span) == figure.quote
    assert pp.PolicyDocument.model_validate_json(document.model_dump_json()) == document


@pytest.mark.slow
@pytest.mark.parametrize("name", ["one character", "digits", "opening brackets", "labels", "blanks"])
def test_ten_megabytes(name: str) -> None:
    """The time for 10 MB is about ten times that for 1 MB."""
    unit = len(hostile.UNITS[name].encode()) / len(hostile.UNITS[name])
    small, large = (hostile.text(name, int(megabytes * 1_000_000 / unit)) for megabytes in (1, 10))
    assert takes_linear_time(small, large)


def test_an_empty_file_is_an_empty_document() -> None:
    document = pp.parse(b"")
    assert (document.clauses, document.targets, document.source.length) == ((), (), 0)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [1, 2, 3, 100, 10_000, 1_000_000])
def test_random_bytes_give_a_document_or_one_clear_error(seed: int, size: int) -> None:
    result = attempt(hostile.noise(size, seed), name="noise.txt")
    if isinstance(result, pp.Failure):
        assert result.error.code == "unreadable", result.error.message.en
    assert result.source.name == "noise.txt"


@pytest.mark.parametrize("text", ["\ud800", "到2027年\udfff，利用率达到3\ud8005%以上。", "\udc00" * 1000])
def test_lone_surrogates_give_a_document_that_can_be_written(text: str) -> None:
    document = pp.parse_text(text)
    assert document.source.length == len(text)
    assert pp.PolicyDocument.model_validate_json(document.with_text().model_dump_json()).source == (
        document.with_text().source
    )


TEXTS = st.text(
    st.sampled_from("一二三（）()、.。，%12345年到达以上\n \u3000第章条牵头负责") | st.characters(), max_size=200
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_document_with_right_places(text: str) -> None:
    document = pp.parse_text(text)
    for figure in (*document.targets, *document.figures):
        assert document.source_text(figure.span) == figure.quote
    for clause in document.clauses:
        assert 0 <= clause.span.start <= clause.span.end <= len(text)
    assert pp.PolicyDocument.model_validate_json(document.model_dump_json()) == document


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_one_clear_error(content: bytes) -> None:
    result = attempt(content)
    assert isinstance(result, pp.PolicyDocument) or result.error.code == "unreadable"
