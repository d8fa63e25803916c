"""The shapes of letterhead.toml fit their examples and nothing else; so do the other rows with examples."""

from __future__ import annotations

from typing import Any

import pytest

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import document_number, shape

LEXICON = Lexicon.load()
SHAPES: dict[str, dict[str, Any]] = LEXICON.letterhead["shape"]


def examples(key: str) -> list[Any]:
    return [pytest.param(name, words, id=f"{name} {words}") for name, row in SHAPES.items() for words in row[key]]


def fits(name: str, words: str) -> bool:
    pattern = shape(LEXICON, name)
    how = pattern.search if SHAPES[name]["kind"] in ("part", "end") else pattern.match
    return how(words) is not None


@pytest.mark.parametrize(("name", "words"), examples("examples"))
def test_every_example_fits(name: str, words: str) -> None:
    assert fits(name, words)


@pytest.mark.parametrize(("name", "words"), examples("counter_examples"))
def test_no_counter_example_fits(name: str, words: str) -> None:
    assert not fits(name, words)


def test_every_shape_has_examples_of_both_sorts() -> None:
    assert all(row["examples"] and row["counter_examples"] for row in SHAPES.values())


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("云政发〔2024〕3号", "云政发〔2024〕3号"),
        ("云政发﹝2024﹞ 3 号", "云政发〔2024〕3号"),
        ("云政办发[2023]015号", "云政办发〔2023〕15号"),
        ("云政发〔２０２４〕３号", "云政发〔2024〕3号"),
        ("云财（综）〔2021〕7号，以下称通知", "云财（综）〔2021〕7号"),
        ("云发改规划〔202317号", "云发改规划〔2023〕17号"),
        ("云发改规划2023〕17号", "云发改规划〔2023〕17号"),
        ("云州市人民政府令第12号", "云州市人民政府令第12号"),
        ("GB/T 35547—2017", "GB/T 35547—2017"),
        ("院台经字第1130005678号", "院台经字第1130005678号"),
        ("云政办秘202331", None),  # neither bracket nor 号: only a date beside it tells
        ("云发改规划〔2023017号", None),  # no number begins with a nought
        ("2024年第3号", None),
        ("以下简称方案", None),
        ("", None),
    ],
)
def test_document_numbers(words: str, number: str | None) -> None:
    assert document_number(LEXICON, words) == number


def test_kinds_of_documents_end_their_examples() -> None:
    assert all(row.example.endswith(row.surface) for row in LEXICON.document_kinds)


def test_regions_begin_their_examples() -> None:
    assert all(row.example.startswith(row.surface) for row in LEXICON.regions)
    assert len(LEXICON.regions) == 34
