"""The test set itself is sound: ids, quotes, fields, values. Says nothing about the extractor."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
THEMES = {
    "plans": "plan",
    "fyp": "fyp",
    "reports": "report",
    "national": "national",
    "research": "research",
    "law": "law",
    "hant": "hant",
    "numerals": "numeral",
    "negatives": "negative",
    "time": "time",
    "documents": "document",
}
ENUMS: dict[str, set[Any]] = {
    "status": {"target", "achieved", "reference"},
    "comparator": {"ge", "le", "approx", "range", "eq"},
    "change": {"level", "increase", "decrease", "rate"},
    "recurrence": {None, "annual", "biennial", "quarterly", "monthly"},
    "implicit": {True, False},
}
REQUIRED = {"quote", "at", "indicator", "value", "value_max", "unit", "deadline", *ENUMS}
ALTERNATIVES = {
    "quote",
    "indicator",
    "value",
    "value_max",
    "unit",
    "deadline",
    "baseline",
    "cumulative",
    "parties",
    *ENUMS,
}
OPTIONAL = {"scope", "baseline", "cumulative", "parties", "property", "table", "optional"}
ROLES = {"lead", "joint", "support"}
TRADITIONAL = set("個戶億萬標準達國務歲點處輛間張條項畝農業環產")

Case = dict[str, Any]
Figure = dict[str, Any]


def load(theme: str) -> list[Case]:
    return json.loads((HERE / f"{theme}.json").read_text(encoding="utf-8"))


CASES = [case for theme in THEMES for case in load(theme)]
FIGURES = [(case, figure) for case in CASES for figure in case["expect"]["figures"]]


def places(text: str, quote: str) -> list[int]:
    """Every place where the quote begins, overlapping ones too."""
    return [start for start in range(len(text) - len(quote) + 1) if text.startswith(quote, start)]


def parties_of(case: Case) -> Iterator[list[list[str]]]:
    for holder in (case["expect"], *case["expect"]["figures"]):
        if "parties" in holder:
            yield from holder.get("parties_ok", [holder["parties"]])


def test_files_are_the_themes() -> None:
    assert {path.stem for path in HERE.glob("*.json")} - {"known_failures"} == set(THEMES)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 400
    assert sum(not case["expect"]["figures"] for case in CASES) >= 50


@pytest.mark.parametrize("theme", THEMES)
def test_ids_count_up_from_one(theme: str) -> None:
    assert [case["id"] for case in load(theme)] == [f"{THEMES[theme]}-{n:03d}" for n in range(1, len(load(theme)) + 1)]


def test_no_text_twice() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: Case) -> None:
    assert set(case) <= {"id", "text", "note", "hard", "document_date", "expect"}
    assert set(case["expect"]) <= {"figures", "parties", "parties_ok"}
    assert case.get("hard", True) is True
    assert case["text"] == case["text"].strip()
    for parties in parties_of(case):
        assert parties
        assert {role for _, role in parties} <= ROLES
        assert all(name in case["text"] for name, _ in parties)


def test_figures_have_complete_fields() -> None:
    for case, figure in FIGURES:
        known = REQUIRED | OPTIONAL | {f"{field}_ok" for field in ALTERNATIVES}
        assert REQUIRED <= set(figure) <= known, (case["id"], set(figure) ^ REQUIRED)
        for field, allowed in ENUMS.items():
            assert set(figure.get(f"{field}_ok", [figure[field]])) | {figure[field]} <= allowed, (case["id"], field)
        for field in ALTERNATIVES:
            if f"{field}_ok" in figure:
                assert figure[f"{field}_ok"][0] == figure.get(field), (case["id"], field)
                assert len(figure[f"{field}_ok"]) > 1, (case["id"], field)


def test_quotes_stand_where_they_say_and_in_order() -> None:
    for case in CASES:
        end = 0
        for figure in case["expect"]["figures"]:
            start = places(case["text"], figure["quote"])[figure["at"]]
            assert start >= end, (case["id"], figure["quote"])
            end = start + len(figure["quote"])
            number = figure["quote"][0].isdigit()
            assert not (number and case["text"][:start][-1:].isdigit()), (case["id"], figure["quote"])
            for quote in figure.get("quote_ok", []):
                assert quote in case["text"], (case["id"], quote)


def test_values_and_units() -> None:
    for case, figure in FIGURES:
        where = (case["id"], figure["quote"])
        assert isinstance(figure["value"], int | float), where
        assert figure["value"] >= 0, where
        assert (figure["value_max"] is None) == (figure["comparator"] != "range"), where
        assert figure["value_max"] is None or figure["value_max"] > figure["value"], where
        assert figure["value"] != 0 or figure["unit"] == "", where
        assert figure["unit"] == figure["unit"].strip(), where
        assert not figure["unit"].startswith(("万", "亿")), where


def test_implicit_figures_have_implicit_values() -> None:
    for case, figure in FIGURES:
        if figure["implicit"]:
            pair = (figure["value"], figure["unit"])
            assert pair in {(100, "%"), (0, ""), (2, "倍"), (4, "倍")}, (case["id"], figure["quote"])


def test_deadlines_are_years_that_the_text_can_give() -> None:
    for case, figure in FIGURES:
        for year in figure.get("deadline_ok", [figure["deadline"]]):
            assert year is None or 1990 <= year <= 2060, (case["id"], year)


def test_indicators_are_simplified_and_free_of_the_comparator() -> None:
    for case, figure in FIGURES:
        where = (case["id"], figure["indicator"])
        assert figure["indicator"].strip(" ;；，。、") == figure["indicator"] != "", where
        assert not TRADITIONAL & set(figure["indicator"]), where
        assert not TRADITIONAL & set(figure["unit"]), where


def test_baselines_have_three_fields() -> None:
    for case, figure in FIGURES:
        if figure.get("baseline"):
            assert set(figure["baseline"]) == {"value", "unit", "year"}, case["id"]


def ways_to_write(year: int) -> set[str]:
    """The year in digits, in Chinese digits, as a year of the Republic, or as a plan's or century's end."""
    republic = year - 1911
    ways = {str(year), f"{republic}年"}
    ways |= {"".join(f"{zero}一二三四五六七八九"[int(digit)] for digit in str(year)) for zero in "〇零"}
    if 111 <= republic <= 119:
        ways.add(f"一百一十{'一二三四五六七八九'[republic - 111]}年")
    ends = {2020: "十三五", 2025: "十四五", 2030: "十五五", 2050: "世纪中叶"}
    return ways | ({ends[year]} if year in ends else set())


def test_a_deadline_is_written_or_the_document_is_dated() -> None:
    for case, figure in FIGURES:
        year = figure["deadline"]
        if year and "document_date" not in case and "deadline_ok" not in figure:
            assert any(way in case["text"] for way in ways_to_write(year)), (case["id"], figure["quote"], year)
