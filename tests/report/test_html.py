"""The pages: links that lead somewhere, nothing loaded, hostile text that stays text, long documents."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable

import pytest

import pages
import policyparse as pp
from pages import Page
from policyparse.model.comparison import Comparison
from policyparse.report.html import comparison_page, document_page, survey_page
from policyparse.report.html import page as page_module
from policyparse.report.html.marks import Mark, MarkedText, pieces

EVERY = {
    "comparison": pages.comparison,
    "English": lambda: pages.comparison("en"),
    "survey": pages.survey,
    "English survey": lambda: pages.survey("en"),
    "check": pages.checked,
    "repair": pages.mended,
    "hostile comparison": lambda: pages.hostile()[0],
    "hostile check": lambda: pages.hostile()[1],
    "hostile repair": lambda: pages.hostile()[2],
    "hostile survey": lambda: pages.hostile()[3],
    "long": pages.long,
}
every = pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
ADDRESSES = {"src", "href", "action", "data", "srcset", "poster", "formaction", "background", "ping"}


@every
def test_every_link_leads_somewhere_and_no_id_stands_twice(make: Callable[[], str]) -> None:
    page = Page(make())
    ids = set(page.ids)
    assert len(ids) == len(page.ids)
    assert {link for link in page.links if link.startswith("#") and link[1:] not in ids} == set()
    assert len(page.links) > 5


@every
def test_nothing_is_loaded(make: Callable[[], str]) -> None:
    page = Page(make())
    addresses = {value for _, name, value in page.attributes if name in ADDRESSES}
    assert {address for address in addresses if not address.startswith("#")} == {"data:,"}
    assert not {"iframe", "object", "embed", "img", "form", "base"} & set(page.tags)
    policies = [value for tag, name, value in page.attributes if tag == "meta" and "default-src 'none'" in value]
    assert len(policies) == 1
    assert "unsafe" not in policies[0]


@every
def test_scripts_and_styles_are_ours_alone(make: Callable[[], str]) -> None:
    page = Page(make())
    assert page.tags.count("script") == page.tags.count("style") == page.tags.count("title") == 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]


def test_hostile_words_stay_words() -> None:
    for text in pages.hostile():
        page = Page(text)
        assert "document.title='taken'" in "".join(page.words)
        assert "{{ 7*7 }}" in "".join(page.words)
        assert "长" * 10_000 in "".join(page.words)
        assert not {"textarea", "img"} & set(page.tags)


def test_each_value_of_the_indicator_table_leads_to_its_own_words() -> None:
    text = pages.comparison()
    for target in pages.pair().targets:
        for side, figure in (("L", target.left), ("R", target.right)):
            if figure is not None:
                anchor = f'<i class="at" id="{side}-{figure.id}"></i>'
                assert text.count(f'href="#{side}-{figure.id}"') >= 1
                after = text[text.index(anchor) : text.index(anchor) + 3000]
                assert "".join(Page(after).words).replace("\n", "").strip()[0] == figure.quote.strip()[0]


def test_all_words_of_both_documents_stand_in_the_comparison() -> None:
    page = "".join("".join(Page(pages.comparison()).words).split())
    for document in pages.pair().documents or ():
        for clause in document.clauses:
            first = "".join(clause.text.split("\n", 1)[0].split())
            assert first in page, clause.id


def test_each_value_of_the_matrix_leads_to_its_own_words_and_back() -> None:
    text = pages.survey()
    for number, row in enumerate(pages.places().indicators, 1):
        for place, figure in enumerate((row.base, *row.places)):
            if figure is not None:
                anchor = f'<i class="at" id="P{place}-{figure.id}"></i>'
                assert text.count(f'href="#P{place}-{figure.id}"') == 1
                after = text[text.index(anchor) : text.index(anchor) + 3000]
                assert "".join(Page(after).words).replace("\n", "").strip()[0] == figure.quote.strip()[0]
                assert f'href="#t{number}"' in after.partition("</a>")[0]


def test_sums_stand_beside_the_base_with_what_is_lacking() -> None:
    row = next(row for row in pages.places().indicators if row.base and row.base.quote == "1.2万户")
    line = pages.survey().split(f'id="t{pages.places().indicators.index(row) + 1}"')[1].split("</tr>")[0]
    words = "".join(Page(line).words)
    assert "4400户" in words
    assert "37%" in words
    assert "−7600户" in words


def test_only_real_differences_are_marked() -> None:
    plan = (
        "{0}方案\n一、重点任务\n1.加快管网建设。{0}各部门到2027年新建管网{1}公里。\n2.加强监测。{0}各部门完善监测网络。"
    )
    same = pp.compare(pp.parse_text(plan.format("云州市", 30)), pp.parse_text(plan.format("云州市", 30)))
    changed = pp.compare(pp.parse_text(plan.format("云州市", 30)), pp.parse_text(plan.format("云州市", 45)))

    def marked(comparison: Comparison) -> list[str]:
        tasks = comparison_page(comparison).split('<div class="columns"')[1].split("</section>")[0]
        return re.findall(r'<\w+ class="[^"]*\bdiffers\b[^"]*"[^>]*>([^<]*)<', tasks)

    assert marked(same) == []
    assert marked(changed) == ["30", "45"]


def test_the_languages() -> None:
    chinese, english = pages.comparison(), pages.comparison("en")
    assert "指标对照表" in chinese
    assert '<html lang="zh-CN">' in chinese
    assert "指标对照表" not in english
    assert "Tasks side by side" in english
    assert '<html lang="en">' in english


def test_a_check_lists_its_findings_with_their_places() -> None:
    text = pages.checked()
    assert text.count('href="#at-n') >= text.count('<tr id="n') > 0


def test_500_clauses() -> None:
    text = pages.long()
    assert text.count("<article ") >= 500
    assert len(text.encode()) < 2_500_000


def test_documents_without_text_say_so() -> None:
    comparison = Comparison.model_validate_json(pages.pair().model_dump_json())
    with pytest.raises(pp.TextNotAtHand):
        comparison_page(comparison)
    with pytest.raises(pp.TextNotAtHand):
        survey_page(pp.Survey.model_validate_json(pages.places().model_dump_json()))
    document = pp.PolicyDocument.model_validate_json(pp.parse_text("一、目标。").model_dump_json())
    with pytest.raises(pp.TextNotAtHand):
        document_page(document)


@pytest.mark.parametrize("text", ["", "\n", "无编号的一句话。", "一、\n二、\n", "一、到2027年达到5%\u0000。"])
def test_small_documents(text: str) -> None:
    document = pp.parse_text(text)
    assert "</html>" in document_page(document)
    assert "</html>" in comparison_page(pp.compare(document, document))
    assert "</html>" in survey_page(pp.compare_many(document, [document] * 3))


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    page_module._environment.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[report\]"):
        document_page(pp.parse_text("一、目标。"))


def test_marks_may_overlap() -> None:
    marks = [Mark(0, 4, "a", "k1"), Mark(2, 6, "b", "k2", "#x"), Mark(3, 3, "never"), Mark(5, 99, "never")]
    segments = MarkedText("零一二三四五六", marks).segments(0, 7)
    assert [(s.text, s.styles, s.keys, s.href, s.anchors) for s in segments] == [
        ("零一", "a", "k1", "", ("k1",)),
        ("二三", "a b", "k1 k2", "#x", ("k2",)),
        ("四五", "b", "k2", "#x", ()),
        ("六", "", "", "", ()),
    ]


def test_pieces_are_whose_they_are() -> None:
    parts = pieces([("一", 2, 10), ("一/1", 4, 6), ("二", 12, 14)], 16)
    assert [(part.clause, part.start, part.end) for part in parts] == [
        (None, 0, 2), ("一", 2, 4), ("一/1", 4, 6), ("一", 6, 10), ("一", 10, 12), ("二", 12, 14), (None, 14, 16),
    ]  # fmt: skip


def test_many_figures_in_one_sentence_stay_small() -> None:
    items = "，".join(f"第{n}类设施达到{n}处" for n in range(1, 1500))
    document = pp.parse_text(f"一、目标\n到2027年，{items}。")
    assert len(document.targets) > 1000
    assert len(document_page(document).encode()) < 2_500_000
