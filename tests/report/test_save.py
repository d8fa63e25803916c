"""`pp.save`: the suffix says the form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

import policyparse as pp
from policyparse.report.save import FORMS, SUFFIXES
from sample import TEXT, document

SIGNS = {".xlsx": b"PK", ".docx": b"PK", ".csv": b"\xef\xbb\xbf", ".md": b"# "}


def other() -> pp.PolicyDocument:
    return pp.parse_text(TEXT.replace("云州市", "临河县").replace("35%", "30%"), name="临河.txt")


def results() -> dict[str, pp.PolicyDocument | list[pp.PolicyDocument] | pp.Comparison | pp.Survey]:
    city = pp.parse_text(TEXT, name="云州.txt")
    return {
        "document": document(),
        "documents": [document(), other()],
        "comparison": pp.compare(city, other()),
        "survey": pp.compare_many(city, [other(), document()]),
    }


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_result_in_every_form(suffix: str, language: str, tmp_path: Path) -> None:
    for name, result in results().items():
        path = tmp_path / f"{name}{suffix}"
        pp.save(result, path, language)
        assert path.read_bytes().startswith(SIGNS[suffix])


def test_the_suffix_may_be_in_capitals_and_the_path_a_str(tmp_path: Path) -> None:
    pp.save(document(), str(tmp_path / "任务.XLSX"))
    assert (tmp_path / "任务.XLSX").read_bytes().startswith(b"PK")


def test_json_is_the_published_form(tmp_path: Path) -> None:
    for name in ("document", "comparison", "survey"):
        result = results()[name]
        pp.save(result, tmp_path / "x.json")
        assert isinstance(result, pp.PolicyDocument | pp.Comparison | pp.Survey)
        assert json.loads((tmp_path / "x.json").read_bytes()) == json.loads(result.model_dump_json())


def test_a_page_shows_one_document_or_one_comparison(tmp_path: Path) -> None:
    for name in ("document", "comparison", "survey"):
        pp.save(results()[name], tmp_path / "x.html")
        assert (tmp_path / "x.html").read_bytes().startswith(b"<!DOCTYPE html>")
    with pytest.raises(pp.UsageError, match="one document, or one comparison"):
        pp.save(results()["documents"], tmp_path / "y.html")
    assert not (tmp_path / "y.html").exists()


def test_several_documents_are_lines(tmp_path: Path) -> None:
    pp.save([document(), other()], tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["碧水行动.txt", "临河.txt"]
    with pytest.raises(pp.UsageError, match=r"use \.jsonl"):
        pp.save([document(), other()], tmp_path / "x.json")


@pytest.mark.parametrize("name", ["x", "x.doc", "x.xls", "x.pdf", "x.xlsx.bak"])
def test_an_unknown_suffix_names_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(pp.UsageError) as caught:
        pp.save(document(), tmp_path / name)
    for language in ("zh", "en"):
        assert all(suffix in caught.value.text(language) for suffix in SUFFIXES)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("suffix", FORMS)
def test_what_has_no_tables_says_so(suffix: str, tmp_path: Path) -> None:
    for result in ([], document().metadata):
        with pytest.raises(pp.UsageError, match="nothing here to make tables of"):
            pp.save(result, tmp_path / f"x{suffix}")  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", FORMS)
def test_an_empty_document_can_be_saved(suffix: str, tmp_path: Path) -> None:
    pp.save(pp.parse_text(""), tmp_path / f"x{suffix}")
    assert (tmp_path / f"x{suffix}").stat().st_size


def test_a_survey_of_many_places_stays_readable(tmp_path: Path) -> None:
    city = pp.parse_text(TEXT, name="云州.txt")
    pp.save(pp.compare_many(city, [other()] * 12), tmp_path / "x.xlsx")
    pp.save(pp.compare_many(city, [other()] * 12), tmp_path / "x.docx")
    sheet = load_workbook(tmp_path / "x.xlsx")["指标矩阵"]
    assert sheet.max_column == 18
