"""Broken paragraphs, lost stops and ends, and passages that do not belong."""

from __future__ import annotations

import re
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


ARTICLES = "\n".join(
    f"第{number}条　{words}。"
    for number, words in zip(
        "一二三四五六七",
        (
            "为了规范共享自行车停放，维护城市秩序，制定本办法",
            "本市城区内的投放、停放和管理活动适用本办法",
            "市交通运输部门负责运营服务的监督管理",
            "运营企业应当建立车辆定位系统，及时清运淤积车辆",
            "用户应当在划定区域内有序停放车辆",
            "轨道站点周边应当留出接驳停放的场地",
            "违反规定投放车辆的，由主管部门责令改正",
        ),
        strict=True,
    )
)


def checked(words: str) -> PolicyDocument:
    return check(parse_text(words))


def test_an_article_without_a_comma_is_a_sentence_that_may_break() -> None:
    cut = ARTICLES.replace("停放和管理活动适用", "停放和管理活\n动适用")
    (finding,) = told(checked(cut + "\n"), "broken-paragraph", "truncated-end")
    assert finding.name == "broken-paragraph"


def test_an_article_without_a_comma_may_be_cut_off() -> None:
    place = ARTICLES.index("场地。")
    assert [f.name for f in told(checked(ARTICLES[: place - 3]), "broken-paragraph", "truncated-end")] == [
        "truncated-end"
    ]


def test_titles_of_articles_are_no_sentences() -> None:
    titled = re.sub("条　", "条　停放秩序与责任分担的规定\n", ARTICLES)
    assert told(checked(titled + "\n"), "broken-paragraph", "truncated-end", "missing-punctuation") == []


TASKS = "\n".join(f"{number}.健全助餐网络。支持第{number}片区建设社区食堂，配齐送餐车辆。" for number in range(1, 9))


@pytest.mark.parametrize("end", ["9.加强巡查考评和群", "每年新建改造社区食堂12个，", "9.做好宣传。（县民政局、县财"])
def test_a_document_may_stop_before_its_first_comma(end: str) -> None:
    bodies = TASKS.replace("车辆。", "车辆。（县民政局负责）")
    (finding,) = told(checked(f"{bodies}\n{end}"), "truncated-end", "missing-punctuation", "broken-paragraph")
    assert finding.name == "truncated-end"


@pytest.mark.parametrize(
    "end", ["附件：\n1.助餐点名单\n2.补助标准表", "（此件公开发布）", "联系电话：6123456", "云州市民政局"]
)
def test_what_stands_below_a_document_is_not_cut_off(end: str) -> None:
    assert told(checked(f"{TASKS}\n{end}\n"), "truncated-end", "missing-punctuation", "broken-paragraph") == []
