"""Conversion equals opencc-python-reimplemented's, except where a row mends it; and nothing moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from cleaning import LEXICON, clean
from policyparse.errors import TablesMissing
from policyparse.lexicon import Lexicon, opencc
from policyparse.lexicon.rows import ScriptMending
from policyparse.normalize.conversion import Conversion, conversion

NAMES = ("t2s", "tw2s", "hk2s")
BACK = {"t2s": "s2t", "tw2s": "s2tw", "hk2s": "s2hk"}
UNMENDED = replace(LEXICON, script_mending=())
every_name = pytest.mark.parametrize("name", NAMES)


@lru_cache
def package(name: str) -> OpenCC:
    return OpenCC(name)


def ours(name: str, lexicon: Lexicon = UNMENDED) -> Conversion:
    return conversion(name, lexicon)


@every_name
def test_running_text_is_converted_as_the_package_does(name: str, corpus_files: list[Path]) -> None:
    for file in corpus_files:
        traditional = package(BACK[name]).convert(file.read_text("utf-8"))
        expected = package(name).convert(traditional)
        assert ours(name).convert(traditional) == expected
        assert ours(name, LEXICON).convert(traditional) == expected


@every_name
def test_the_traditional_original_is_converted_as_the_package_does(name: str, shared: Path) -> None:
    text = (shared / "corpus" / "shandong-province.txt").read_text("utf-8")
    assert ours(name, LEXICON).convert(text) == package(name).convert(text)


def pieces(name: str) -> st.SearchStrategy[str]:
    """Phrases of the tables and parts of them, side by side, so that they overlap in every way."""
    phrases = sorted({phrase for stage in opencc.stages(name) for phrase in stage.phrases})
    overlapping = sorted(ours(name).tails) or phrases
    whole = st.sampled_from(phrases) | st.sampled_from(overlapping)
    part = st.tuples(whole, st.integers(0, 3), st.integers(1, 4)).map(lambda cut: cut[0][cut[1] : cut[1] + cut[2]])
    characters = st.sampled_from(sorted({c for stage in opencc.stages(name) for c in stage.characters}))
    return st.lists(whole | part | characters | st.sampled_from("，。 a1-"), max_size=8).map("".join)


@every_name
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_phrases_that_overlap_are_converted_as_the_package_does(name: str, data: st.DataObject) -> None:
    text = data.draw(pieces(name))
    assert ours(name).convert(text) == package(name).convert(text)


@every_name
@settings(max_examples=200, deadline=None)
@given(text=st.text())
def test_nothing_moves(name: str, text: str) -> None:
    assert len(ours(name, LEXICON).convert(text)) == len(text)


@pytest.mark.parametrize("row", LEXICON.script_mending, ids=lambda row: row.surface)
def test_each_mending_row_changes_what_the_package_gives_or_keeps_what_another_row_would_change(
    row: ScriptMending,
) -> None:
    names = NAMES if row.conversions == "all" else tuple(row.conversions.split(" "))
    without = replace(LEXICON, script_mending=tuple(other for other in LEXICON.script_mending if other is not row))
    for name in names:
        assert ours(name, LEXICON).convert(row.surface) == row.right
        assert ours(name, LEXICON).convert(f"說{row.surface}。") == f"说{row.right}。"
        assert ours(name, without).convert(row.surface) != row.right, "the row changes nothing"


def test_mending_rows_are_in_order_and_single() -> None:
    surfaces = [row.surface for row in LEXICON.script_mending]
    assert surfaces == sorted(set(surfaces))
    assert all(len(row.surface) == len(row.right) for row in LEXICON.script_mending)


def test_it_is_ten_times_as_fast_as_the_package(root: Path) -> None:
    text = (root / "corpus" / "texts" / "provincial-plan-hant.txt").read_text("utf-8") * 4

    def seconds(convert: Callable[[str], str]) -> float:
        taken = []
        for _ in range(3):
            begin = process_time()
            convert(text)
            taken.append(process_time() - begin)
        return min(taken)

    assert seconds(package("tw2s").convert) >= 10 * seconds(ours("tw2s", LEXICON).convert)


def test_opencc_s_own_cases(shared: Path) -> None:
    """All 108 pass; the package alone passes 62."""
    passed = dict.fromkeys(NAMES, 0)
    for name in NAMES:
        lines = (shared / "peer-cases" / f"opencc-{name}.jsonl").read_text("utf-8").splitlines()
        for case in map(json.loads, lines):
            passed[name] += ours(name, LEXICON).convert(case["input"]) == case["expected"]
    assert passed == {"t2s": 55, "tw2s": 32, "hk2s": 21}


# ---- which paragraphs are converted, and how --------------------------------------------------------------------


def test_a_simplified_text_is_left_alone() -> None:
    text = "成效显著，著名企业参与，干部群众满意，后续发力。\n瞭望塔与乾县的于谦祠。"
    assert clean(text) == text


def test_a_traditional_paragraph_of_a_simplified_text_is_converted() -> None:
    assert (
        clean("完善供水设施。\n完善供水設施，提升服務質量。\n落实责任。").split("\n")[1]
        == "完善供水设施，提升服务质量。"
    )


def test_a_stray_traditional_character_is_converted_and_a_name_is_not() -> None:
    assert clean("龙門镇建设泵站，由毕昇中学和李甦负责。") == "龙门镇建设泵站，由毕昇中学和李甦负责。"


def test_a_paragraph_that_tells_nothing_goes_with_the_others() -> None:
    text = "推進供水設施建設，統籌規劃。\n加強後續管理，落實責任。\n公里里程\n著力"
    assert clean(text).split("\n")[3] == "着力"
    assert clean("推进供水设施建设，统筹规划。\n著力").split("\n")[1] == "著力"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("隨著設施完善，著力提升著名景區的服務。", "随着设施完善，着力提升著名景区的服务。", id="Taiwan"),
        pytest.param("為提升著作權保護，為市民着想。", "为提升著作权保护，为市民着想。", id="着 tells 著 apart"),
        pytest.param("衞生署提升綫上服務，説明敍述。", "卫生署提升线上服务，说明叙述。", id="Hong Kong"),
        pytest.param(
            "爲羣衆辦實事，裏程碑式的顯著進展，隨着推進。", "为群众办实事，里程碑式的显著进展，随着推进。", id="older"
        ),
        pytest.param(
            "計畫於後年完成，擡高標準，乾淨整潔，發展與頭髮。",
            "计划于后年完成，抬高标准，干净整洁，发展与头发。",
            id="words",
        ),
        pytest.param(
            "臺北與台州，怎麼規範，佔地面積，週期與周邊。",
            "台北与台州，怎么规范，占地面积，周期与周边。",
            id="variants",
        ),
    ],
)
def test_the_conversion_fits_the_text(text: str, wanted: str) -> None:
    assert clean(text) == wanted


# ---- three packages install a module of one name ----------------------------------------------------------------


@pytest.fixture
def unread() -> object:
    for cached in (opencc._folder, opencc._table, opencc.stages):
        cached.cache_clear()
    yield
    for cached in (opencc._folder, opencc._table, opencc.stages):
        cached.cache_clear()


def found_at(folder: Path) -> ModuleSpec:
    spec = ModuleSpec("opencc", None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    return spec


@pytest.mark.usefixtures("unread")
def test_another_package_s_code_beside_the_tables_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tables = Path(opencc._folder())
    opencc._folder.cache_clear()
    (tmp_path / "dictionary").symlink_to(tables)
    (tmp_path / "__init__.py").write_text("raise SystemExit('C++')")
    monkeypatch.setattr(opencc.util, "find_spec", lambda name: found_at(tmp_path))
    assert opencc.stages("tw2s")[1].characters["縣"] == "县"


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("there", [True, False])
def test_missing_tables_are_told_with_the_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool) -> None:
    monkeypatch.setattr(opencc.util, "find_spec", lambda name: found_at(tmp_path) if there else None)
    with pytest.raises(TablesMissing, match="opencc-python-reimplemented") as caught:
        opencc.stages("t2s")
    assert caught.value.code == "tables-missing"
    assert "pip install" in caught.value.cure["zh"]


@every_name
def test_characters_beyond_the_first_plane_are_converted_as_those_of_it(name: str) -> None:
    made = ours(name)
    beyond = [chr(code) for code in made.characters if code > 0xFFFF]
    assert beyond
    assert made.convert("國".join(beyond)) == "国".join(made.characters[ord(character)] for character in beyond)
