"""The Traditional plan of the corpus is exactly what its script makes of the clean text."""

from __future__ import annotations

import importlib.util
import json
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def to_taiwan() -> ModuleType:
    """The script is no part of the package, so it is loaded from its file."""
    spec = importlib.util.spec_from_file_location("to_taiwan", CORPUS / "tools" / "to_taiwan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["to_taiwan"] = module
    spec.loader.exec_module(module)
    return module


def read(name: str) -> str:
    return (CORPUS / "texts" / name).read_bytes().decode("utf-8")


def test_clean_text_gives_the_shipped_one(to_taiwan: ModuleType) -> None:
    pieces = to_taiwan.convert(read("provincial-plan-hant.clean.txt"))
    assert "".join(piece.text for piece in pieces) == read("provincial-plan-hant.txt")


def test_pieces_cover_the_input_without_gap(to_taiwan: ModuleType) -> None:
    clean = read("provincial-plan-hant.clean.txt")
    pieces = to_taiwan.convert(clean)
    assert (pieces[0].start, pieces[-1].end) == (0, len(clean))
    assert all(left.end == right.start for left, right in pairwise(pieces))
    assert all(len(piece.text) == piece.end - piece.start for piece in pieces if not piece.swapped)


@pytest.mark.parametrize(
    ("mainland", "damaged"),
    [
        ("优化网络", "最佳化網路"),
        ("人工智能与智能制造", "人工智慧與智慧型製造"),
        ("生态屏障", "生態螢幕障"),
        ("中小学", "中國小"),
        ("相应用地，", "相套用地,"),
        ("本章无词可换", "本章無詞可換"),
    ],
)
def test_words_are_swapped_wherever_they_stand(to_taiwan: ModuleType, mainland: str, damaged: str) -> None:
    assert "".join(piece.text for piece in to_taiwan.convert(mainland)) == damaged


def test_recorded_artefacts_stand_in_the_text() -> None:
    text = read("provincial-plan-hant.txt")
    clean = read("provincial-plan-hant.clean.txt")
    lines = (CORPUS / "gold" / "provincial-plan-hant.defects.jsonl").read_text("utf-8").splitlines()
    defects = [json.loads(line) for line in lines]
    assert {defect["kind"] for defect in defects} == {"conversion-artefact", "missing-table"}
    for defect in defects:
        assert text[defect["start"] : defect["end"]] == defect["quote"]
        assert defect.get("should_be", "") in clean
