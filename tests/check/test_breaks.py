"""Broken paragraphs, lost stops and ends, and passages that do not belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans import SECOND, SENTENCES, plan, text
from policyparse.check.engine import check
from policyparse.model.document import PolicyDocument
from policyparse.model.finding import Finding
from policyparse.pipeline import parse_text

GRAPES = (
    "葡萄藤在伤流期之前修剪，结果母枝留三四个饱满的芽眼，剪口离芽两厘米，剪得过近会使芽眼风干，老蔓剥去翘皮后烧毁。",
    "浆果着色时控制灌水，土壤过湿果皮容易开裂，采收选在早晨露水干后，果穗轻剪轻放，免得擦掉果粉，当天送进冷库。",
)


def told(document: PolicyDocument, *names: str) -> list[Finding]:
    return [finding for finding in document.findings if finding.name in names]


def test_a_cut_paragraph_names_its_continuation() -> None:
    paragraphs = plan()
    cut = 40
    halves = [paragraphs[3][:cut], paragraphs[3][cut:]]
    document = check(parse_text(text([*paragraphs[:3], *halves, *paragraphs[4:]])))
    (finding,) = told(document, "broken-paragraph")
    assert document.source_text(finding.span) == halves[0]
    assert [(place.role, document.source_text(place.span)) for place in finding.related] == [
        ("continuation", halves[1])
    ]


def test_what_stands_in_a_sentence_is_foreign_and_the_sentence_goes_on_after_it(root: Path) -> None:
    paragraphs = (root / "corpus" / "texts" / "article.clean.txt").read_text("utf-8").split("\n")
    at = next(index for index, words in enumerate(paragraphs) if words.startswith("三是") and len(words) > 100)
    first, second = paragraphs[at][:55], paragraphs[at][55:]
    document = check(parse_text("\n".join([*paragraphs[:at], first, *GRAPES, second, *paragraphs[at + 1 :]])))
    (passage,) = told(document, "foreign-passage")
    assert document.source_text(passage.span) == "\n".join(GRAPES)
    (broken,) = told(document, "broken-paragraph")
    assert document.source_text(broken.related[0].span) == second


def test_numbers_of_their_own_show_what_was_put_in_even_on_the_same_subject() -> None:
    paragraphs = plan(5)
    first, second = paragraphs[2][:40], paragraphs[2][40:]
    inserted = [f"（{'三四五'[n]}）{SENTENCES[n + 5]}{SECOND[n + 5]}" for n in range(3)]
    document = check(parse_text(text([*paragraphs[:2], first, *inserted, second, *paragraphs[3:]])))
    (passage,) = told(document, "foreign-passage")
    assert document.source_text(passage.span) == "\n".join(inserted)


@pytest.mark.parametrize("name", ["linhe-county", "yunzhou-city", "local-regulation", "work-report"])
def test_another_subject_between_paragraphs_is_foreign(name: str, root: Path) -> None:
    paragraphs = (root / "corpus" / "texts" / f"{name}.txt").read_text("utf-8").split("\n")
    ends = [index for index, words in enumerate(paragraphs) if len(words) > 60 and words[-1] in "。）"]
    at = ends[len(ends) // 2] + 1
    document = check(parse_text("\n".join([*paragraphs[:at], *GRAPES, *paragraphs[at:]])))
    (passage,) = told(document, "foreign-passage")
    assert document.source_text(passage.span) == "\n".join(GRAPES)


def test_a_document_on_many_subjects_holds_no_foreign_passage() -> None:
    assert told(check(parse_text(text(plan(10)))), "foreign-passage") == []


def test_a_last_stop_is_missed_where_a_clause_follows() -> None:
    paragraphs = plan()
    paragraphs[2] = paragraphs[2][:-1].removesuffix("，年底前完成") + "，健全监管体系"
    document = check(parse_text(text(paragraphs)))
    (finding,) = told(document, "missing-punctuation", "broken-paragraph")
    assert (finding.name, document.source_text(finding.span), finding.suggestion) == (
        "missing-punctuation", "体系", "体系。"
    )  # fmt: skip


def test_the_end_of_a_document_that_breaks_off() -> None:
    paragraphs = plan()
    document = check(parse_text("\n".join([*paragraphs, "（九）" + SECOND[8] + SECOND[9][:24]])))
    (finding,) = told(document, "truncated-end")
    assert document.source.length == finding.span.end
    assert told(document, "broken-paragraph") == []


def test_a_truncated_copy_shows_how_it_goes_on() -> None:
    paragraphs = plan()
    document = check(parse_text("\n".join([*paragraphs, paragraphs[4].replace("（四）", "（九）")[:50]])))
    (finding,) = told(document, "truncated-end")
    assert document.source_text(finding.related[0].span) == paragraphs[4][50:]


def test_titles_signatures_and_lists_are_not_broken() -> None:
    words = (
        "云州市人民政府办公室\n关于印发云州市农村供水、敬老院改造、公交优化和物流降本三年行动方案的通知\n\n"
        "各县（区）人民政府，市政府各部门：\n" + text(plan())
        + "（此件公开发布）\n\n云州市人民政府办公室\n2024年5月6日\n附件：1.任务清单\n2.指标解释，计算方法和数据来源说明表\n"
    )  # fmt: skip
    assert told(check(parse_text(words)), "broken-paragraph", "truncated-end", "missing-punctuation") == []


def test_a_document_that_writes_without_stops_is_let_be() -> None:
    words = text([paragraph[:-1] for paragraph in plan()])
    assert told(check(parse_text(words)), "broken-paragraph", "missing-punctuation") == []
