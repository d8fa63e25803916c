"""Taiwan words and torn words come back in mainland texts, and nowhere else."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from opencc import OpenCC

from cleaning import LEXICON, clean, mapped
from policyparse.lexicon.rows import OriginWord, ScriptWord
from policyparse.normalize import normalize
from policyparse.read import read

TRADITIONAL = OpenCC("s2t")
MAINLAND = "省委、省政府要求各縣區落實。"
EVIDENCE = "推進網際網路和人工智慧發展。"


def restored(simplified: str, before: str = MAINLAND + EVIDENCE) -> str:
    """What becomes of `simplified` in a mainland text that stands in traditional characters."""
    text = before + "\n" + TRADITIONAL.convert(simplified)
    return clean(text).split("\n")[1]


@pytest.mark.parametrize("row", LEXICON.script_words, ids=lambda row: row.surface)
def test_each_row_turns_its_example_into_what_it_expects(row: ScriptWord) -> None:
    assert row.surface in row.example
    assert row.right in row.expected
    assert restored(row.example) == row.expected
    assert "\t" not in row.right


@pytest.mark.parametrize(
    ("row", "longer"),
    [(row, longer) for row in LEXICON.script_words if row.unless for longer in row.unless.split("|")],
    ids=lambda value: value if isinstance(value, str) else value.surface,
)
def test_each_veto_leaves_the_longer_word_alone(row: ScriptWord, longer: str) -> None:
    others = [other for other in LEXICON.script_words if other is not row and other.surface in longer]
    assert row.surface in longer
    assert others or restored(f"{longer}。") == f"{longer}。"


def test_rows_are_in_order_and_single() -> None:
    surfaces = [row.surface for row in LEXICON.script_words]
    assert surfaces == sorted(set(surfaces))
    assert {row.when for row in LEXICON.script_words} == {"always", "absent"}
    assert {row.reason for row in LEXICON.script_words} == {"taiwan-vocabulary", "conversion-artefact"}


def test_no_row_is_shadowed_by_the_veto_of_another() -> None:
    vetoed = {longer: row.surface for row in LEXICON.script_words if row.unless for longer in row.unless.split("|")}
    assert not [row.surface for row in LEXICON.script_words if row.surface in vetoed]


def test_a_right_word_is_no_surface_that_would_be_mended_again() -> None:
    surfaces = {row.surface for row in LEXICON.script_words if row.when == "always"}
    for row in LEXICON.script_words:
        inside = {row.right[a:b] for a, b in combinations(range(len(row.right) + 1), 2)}
        assert not inside & surfaces, row.surface


@pytest.mark.parametrize("row", LEXICON.origins, ids=lambda row: row.surface)
def test_each_word_of_origin_stands_in_its_example_once(row: OriginWord) -> None:
    assert row.surface in row.example
    assert [other.surface for other in LEXICON.origins].count(row.surface) == 1


@pytest.mark.parametrize(
    "text",
    [
        "建設智慧城市，推進智慧化管理和智慧社區建設。",
        "提高服務品質，辦好民眾關切的事。",
        "公路網路面整治，發展分散式污水處理。",
        "弘揚契約精神，推行任期制和契約化管理。",
        "設定行政許可，相對集中行政許可權。",
        "農民眾多的縣，居民眾籌建設。",
        "股東協商一致，山東協同推進，關東協作。",
        "中國小康進程，中國小麥，中國小微企業。",
        "推進公車改革，確保全面完成，確保全縣覆蓋。",
        "應對口支援，開展專案行動。",
        "企業訂單、勞動者選單、培訓機構列單、政府買單。",
    ],
)
def test_words_that_the_mainland_says_stay(text: str) -> None:
    plain = OpenCC("tw2s").convert(text)
    assert clean(f"{MAINLAND}\n{text}").split("\n")[1] == plain
    evidence = f"{MAINLAND}{EVIDENCE}服務群眾，提高質量，給予支持，項目、權限、設置、合同、公交車。"
    assert clean(f"{evidence}\n{text}").split("\n")[1] == plain


def test_a_word_that_both_say_is_mended_only_where_its_mainland_word_is_gone() -> None:
    assert restored("拓展套用，服務民眾。") == "拓展应用，服务群众。"
    assert restored("拓展套用，服務民眾。", MAINLAND + EVIDENCE + "加強應用。") == "拓展套用，服务群众。"
    assert restored("拓展套用，服務民眾。", MAINLAND * 80) == "拓展套用，服务民众。"


@pytest.mark.parametrize(
    "text",
    [
        "行政院核定，補助縣市政府建置網路，提升資訊安全，民眾滿意度達85%。",
        "特區政府會推動數碼港發展網路安全，立法會已通過撥款，程式簡化。",
        "完善網路設施，擴大幼稚園招生。",
    ],
)
def test_what_taiwan_or_hong_kong_or_nobody_known_wrote_is_not_mended(text: str) -> None:
    name = "tw2s"
    assert clean(text) == OpenCC(name).convert(text)


def test_a_simplified_text_is_mended_only_if_it_shows_a_word_table_at_work() -> None:
    assert clean("省委要求推进网路建设。") == "省委要求推进网路建设。"
    natural = "县政府整治公路网路面、管网路由和地下管网路段，规范脚踏车停放。"
    assert clean(natural) == natural
    damaged = "省委要求推进网路建设，最佳化布局，发展智慧型制造，加快数位化套用，方便民众。"
    assert clean(damaged) == "省委要求推进网络建设，优化布局，发展智能制造，加快数字化应用，方便群众。"


def test_paragraphs_that_were_simplified_are_left_alone_in_a_mixed_text() -> None:
    text = f"{MAINLAND}{EVIDENCE}\n引进网路设备，套用公式，学习外地经验做法，完善工作机制。"
    assert clean(text).split("\n")[1] == text.split("\n")[1]


def test_an_edit_covers_the_word_alone_with_its_reason() -> None:
    result = mapped(MAINLAND + EVIDENCE + "推廣套用，建設生態安全螢幕障，在中國小推廣。")
    words = [(result.source[e.start : e.end], e.text, str(e.reason)) for e in result.edits if "-" in e.reason]
    assert words == [
        ("網際網路", "互联网", "taiwan-vocabulary"),
        ("人工智慧", "人工智能", "taiwan-vocabulary"),
        ("套用", "应用", "conversion-artefact"),
        ("螢幕障", "屏障", "conversion-artefact"),
        ("中國小", "中小学", "conversion-artefact"),
    ]


def test_the_damaged_plan_of_the_corpus_becomes_its_clean_text(root: Path) -> None:
    texts = root / "corpus" / "texts"
    damaged, whole = (
        normalize(read(texts / name), LEXICON).text
        for name in ("provincial-plan-hant.txt", "provincial-plan-hant.clean.txt")
    )
    # 電子螢幕 may have been 电子屏 or 电子屏幕; we say the latter.
    assert damaged.replace("电子屏幕", "电子屏") == whole


def test_the_traditional_original_keeps_no_word_of_the_table(shared: Path) -> None:
    text = normalize(read(shared / "corpus" / "shandong-province.txt"), LEXICON).text
    gone = (
        "智慧型 网路 最佳化 数位 套用 民众 宽频 程式 设定 感测 塑胶 许可权 视窗 分散式 东协 幼稚园 行销 回响 巨观 契约 "
        "公车 公共运输 亲职 萤幕 中国小 保全 资料库"
    )
    assert [word for word in gone.split() if word in text] == []
    kept = {
        "智慧城市": 9,
        "智慧化": 30,
        "建立健全": 9,
        "新增长极": 2,
        "线上": 6,
        "选单": 1,
        "品质": 6,
        "整合": 7,
        "影像": 2,
    }
    source = OpenCC("tw2s").convert(read(shared / "corpus" / "shandong-province.txt").text)
    assert all(text.count(word) == source.count(word) for word in kept)
    assert "智能化" in text
