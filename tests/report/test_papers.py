"""What a file holds of a comparison and of a survey."""

from __future__ import annotations

import pytest

import county_plans as plans
import policyparse as pp
from policyparse.report import papers
from sample import TEXT


@pytest.fixture
def city() -> pp.PolicyDocument:
    return pp.parse_text(TEXT, name="云州.txt")


@pytest.fixture
def county() -> pp.PolicyDocument:
    text = TEXT.replace("云州市", "临河县").replace("35%", "30%").replace("120公里", "60公里")
    return pp.parse_text(text.replace("加强执法", "\n加强执法"), name="临河.txt")


def test_a_comparison_says_what_was_compared(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    paper = papers.comparison_paper(pp.compare(city, county), "zh")
    assert paper.title == "云州市与临河县"
    assert paper.notes[0].startswith("云州市：《云州市碧水行动方案》 云政发〔2024〕7号")
    assert any("总体相似度" in note for note in paper.notes)


def test_indicators_with_difference_share_times_and_places(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    rows = papers.indicators(pp.compare(city, county), "zh").rows
    percent, pipes = rows[0], next(row for row in rows if "公里" in row[2])
    assert percent[2:4] == ("≥35%", "≥30%")
    assert percent[4].startswith("更低")
    assert percent[5:9] == ("−5个百分点", "86%", "2027年", "2027年")
    assert pipes[4:7] == ("更低", "−60公里", "50%")
    assert pipes[9:] == ("二/(一)", "二/(一)")


def test_a_value_in_words_stays_in_words(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    rows = papers.indicators(pp.compare(city, county), "zh").rows
    assert any(row[2:4] == ("清零", "清零") for row in rows)


def test_two_versions_are_told_by_their_amendments_first() -> None:
    old, new = plans.versions()
    paper = papers.comparison_paper(pp.compare(old, new), "zh")
    assert paper.title == "江川市公共自行车管理办法"
    assert [table.title for table in paper.tables] == ["修订对照表", "指标对照表", "条文对照表"]


def test_what_a_newer_version_lacks_was_deleted() -> None:
    old, new = plans.versions()
    table = papers.comparison_paper(pp.compare(new, old), "zh").tables[2]
    assert [row[3] for row in table.rows if not row[2]] == ["删去"]


def test_two_places_are_told_by_their_indicators_first(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    paper = papers.comparison_paper(pp.compare(city, county), "zh")
    titles = [table.title for table in paper.tables]
    assert titles == ["指标对照表", "任务对照表", "部门对照表", "修订对照表"]


def test_two_texts_without_anything_still_make_a_table() -> None:
    paper = papers.comparison_paper(pp.compare(pp.parse_text(""), pp.parse_text("")), "zh")
    assert len(paper.tables) == 1


def test_a_survey_has_a_column_a_place(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    paper = papers.survey_paper(pp.compare_many(city, [county, county]), "zh")
    assert [table.title for table in paper.tables] == ["指标矩阵", "任务承接表", "部门对照表", "各地概览"]
    assert paper.tables[0].columns == ("序号", "指标", "云州市", "临河 (1)", "临河 (2)", "合计", "占比", "差额")


def test_rows_fit_their_heads_in_both_languages(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    for language in ("zh", "en"):
        made = (
            papers.comparison_paper(pp.compare(city, county), language),
            papers.survey_paper(pp.compare_many(city, [county]), language),
            papers.documents_paper([city, county], language),
        )
        for table in (table for paper in made for table in paper.tables):
            assert {len(row) for row in table.rows} <= {len(table.columns)}
            assert all(number < len(table.columns) for number in table.numbers)


def test_passages_are_an_annex_that_is_not_sent_round(city: pp.PolicyDocument, county: pp.PolicyDocument) -> None:
    paper = papers.comparison_paper(pp.compare(city, county), "zh")
    (annex,) = paper.annexes
    assert annex.columns == ("序号", "云州市条款", "临河县条款", "字数", "种类", "文字")
    assert all(int(row[3]) == len(row[5]) for row in annex.rows)
    assert annex not in paper.tables
    assert papers.document_paper(city, "zh").annexes == ()
