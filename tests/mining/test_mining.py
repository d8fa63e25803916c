"""Terms, likeness, bodies and indicators over several documents, on texts small enough to count by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import policyparse as pp
from policyparse import mining

WATER = """一、供水保障
到2026年，供水普及率达到98%，2023年供水普及率为91%。新建供水管道30公里。（市水务局牵头，市财政局配合）
二、节水行动
到2027年，节水灌溉面积达到300亩。（市水务局牵头，市农业农村局、市财政局配合）
"""
COUNTY = """一、供水保障
到2026年，供水普及率达到96%。新建供水管道8公里。（县水务局牵头，县财政局配合）
"""
BOOKS = """一、全民阅读
新建图书馆分馆5家，开展阅读活动。（市文化和旅游局牵头，市教育局配合）
"""


@pytest.fixture(scope="module")
def documents() -> tuple[pp.PolicyDocument, ...]:
    return tuple(
        pp.parse_text(text, name=name, date="2024-03-01")
        for text, name in ((WATER, "水"), (COUNTY, "县"), (BOOKS, "书"))
    )


@pytest.fixture(scope="module")
def plans() -> tuple[pp.PolicyDocument, ...]:
    names = ("yunzhou-city", "linhe-county", "shiqiao-county", "work-report")
    return tuple(pp.corpus.load(name) for name in names)


def test_keywords_are_what_sets_a_document_apart(documents: tuple[pp.PolicyDocument, ...]) -> None:
    water, _, books = mining.keywords(documents, 5)
    assert {"供水", "节水"} <= {keyword.word for keyword in water}
    assert "阅读" in {keyword.word for keyword in books}
    assert {keyword.document for keyword in books} == {2}
    assert [keyword.weight for keyword in water] == sorted((k.weight for k in water), reverse=True)
    assert next(keyword.count for keyword in water if keyword.word == "供水") == 3


def test_a_word_that_all_documents_share_weighs_less(documents: tuple[pp.PolicyDocument, ...]) -> None:
    row = mining.weights(documents).row(1)
    assert row["供水"] > row["新建"]


def test_terms_count_where_they_stand_by_themselves() -> None:
    text = "社区食堂，社区食堂，社区食堂。社区食堂建设。"
    found = {term.text: term for term in mining.terms([pp.parse_text(text)], least=2)}
    assert found["社区食堂"].count == 4
    nested = {term.text: term for term in mining.terms([pp.parse_text("社区食堂建设，" * 4)], least=2)}
    assert "社区食堂" not in nested
    assert nested["社区食堂建设"].score == pytest.approx(6.339850)


def test_similarity_is_a_symmetric_matrix(documents: tuple[pp.PolicyDocument, ...]) -> None:
    alike = mining.similarity(documents)
    assert alike.names == ("水", "县", "书")
    assert all(alike.values[i][i] == 1 for i in range(3))
    assert all(alike.values[i][j] == alike.values[j][i] for i in range(3) for j in range(3))
    assert alike.most_alike()[0][:2] == ("水", "县")


def test_partners_are_one_over_levels_unless_told_apart(documents: tuple[pp.PolicyDocument, ...]) -> None:
    first = mining.partners(documents)[0]
    assert (first.left, first.right, first.count, first.documents) == ("水利", "财政", 3, 2)
    assert (first.left_leads, first.right_leads) == (3, 0)
    apart = mining.partners(documents, by_office=False)
    assert {(pair.left, pair.right): pair.count for pair in apart}["市水务局", "市财政局"] == 2
    assert mining.partners(documents, least=4) == ()


def test_associations_tell_the_words_of_a_bodys_tasks(documents: tuple[pp.PolicyDocument, ...]) -> None:
    found = {(a.body, a.word): a for a in mining.associations(documents, least=1, by_office=False)}
    assert found["市文化和旅游局", "阅读"].lift == 4
    assert found["市财政局", "供水"].lift == pytest.approx(1)
    assert all("水务局" not in word for _, word in found)


def test_a_series_is_in_one_unit_with_what_was_reached(documents: tuple[pp.PolicyDocument, ...]) -> None:
    points = mining.series(documents, "供水普及率")
    assert [(p.place, p.year, p.value, p.status) for p in points] == [
        ("水", 2023, 91, "achieved"), ("水", 2026, 98, "target"), ("县", 2026, 96, "target"),
    ]  # fmt: skip
    (land,) = mining.series(documents, "灌溉")
    assert (land.unit, land.value, land.year) == ("平方米", 200_000, 2027)


def test_topics_divide_the_clauses(plans: tuple[pp.PolicyDocument, ...]) -> None:
    found = mining.topics(plans, 4)
    inside = [clause for topic in found for clause in topic.clauses]
    assert len(inside) == len(set(inside)) > 80
    assert [len(topic.clauses) for topic in found] == sorted((len(t.clauses) for t in found), reverse=True)
    assert all(len(topic.words) == 8 for topic in found)


def test_nothing_in_gives_nothing_out() -> None:
    assert mining.keywords([]) == mining.terms([]) == mining.partners([]) == mining.associations([]) == ()
    assert mining.series([]) == mining.topics([]) == mining.similarity([]).values == ()
    empty = pp.parse_text("")
    assert mining.keywords([empty]) == ((),)
    assert mining.topics([empty]) == ()
    assert mining.similarity([empty, empty]).values == ((0, 0), (0, 0))


def test_every_run_gives_the_same(root: Path) -> None:
    code = """if True:
        import policyparse as pp
        from policyparse import mining
        plans = [pp.corpus.load(name) for name in ("yunzhou-city", "linhe-county", "work-report")]
        print(mining.keywords(plans), mining.terms(plans), mining.similarity(plans), mining.topics(plans))
        print(mining.partners(plans), mining.associations(plans), mining.series(plans))"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(root)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1
