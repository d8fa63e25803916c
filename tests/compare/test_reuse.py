"""Text of one document in another."""

from __future__ import annotations

import county_plans as plans
import policyparse as pp

SENTENCE = "在候鸟迁徙通道两侧划定缓冲带，严禁无人机低空飞行。"


def reuse(left: str, right: str) -> pp.Reuse:
    return pp.compare(pp.parse_text(f"一、护鸟行动\n{left}\n"), pp.parse_text(f"一、湿地管护\n{right}\n")).reuse


def test_a_sentence_taken_over_is_a_passage() -> None:
    found = reuse(f"{SENTENCE}设置观测塔。", f"组建巡护队。{SENTENCE}")
    assert [passage.text for passage in found.passages] == [SENTENCE]
    assert 0.6 < found.share < 0.9


def test_own_words_are_no_passage() -> None:
    found = reuse(SENTENCE, "芦苇收割后集中打捆外运，余料还田沤肥，不得焚烧。")
    assert (found.passages, found.share) == ((), 0.0)


def test_a_passage_holds_whole_numbers() -> None:
    found = reuse("到2027年，候鸟栖息地面积达到1250公顷。", "到2027年，候鸟栖息地面积达到138公顷。")
    assert [passage.text for passage in found.passages] == ["到2027年，候鸟栖息地面积达到"]


def test_levels_and_region_do_not_hide_a_passage() -> None:
    comparison = pp.compare(plans.city(), plans.county())
    texts = [passage.text for passage in comparison.reuse.passages]
    assert any("让清源群众温暖过冬" in text for text in texts)


def test_set_phrases_are_discounted() -> None:
    phrase = "以习近平新时代中国特色社会主义思想为指导，"
    found = reuse(f"{phrase}修建观鸟屋。", f"{phrase}清退养殖网箱。")
    assert found.share == 0.0
    assert found.formulae > 0.5
    assert [passage.formula for passage in found.passages] == [True]


def test_responsibility_statements_are_no_text() -> None:
    duty = "（市自然资源和规划局牵头，市农业农村局、市公安局按职责分工负责）"
    assert reuse(f"修建观鸟屋。{duty}", f"清退养殖网箱。{duty}").passages == ()


def test_each_clause_has_its_share() -> None:
    pairs = {pair.right: pair.reuse for pair in pp.compare(plans.city(), plans.county()).clauses}
    assert pairs["二"] == 1.0
    assert pairs["二/1"] > 0.6
    assert pairs["二/3"] == 0.0


def test_shares_are_between_nothing_and_all() -> None:
    for comparison in (pp.compare(plans.city(), plans.county()), pp.compare(*plans.versions())):
        for value in (comparison.reuse.share, comparison.reuse.formulae, *(pair.reuse for pair in comparison.clauses)):
            assert 0.0 <= value <= 1.0
