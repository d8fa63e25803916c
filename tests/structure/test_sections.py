"""What holds for every outline, whatever the text: shown on random lines of all kinds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse import assemble
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.structure import letterhead, outline

LEXICON = Lexicon.load()
LINES = [
    "云州市人民政府文件", "云政发〔2024〕3号", "云州市人民政府关于印发云州市防汛方案的通知", "云州市防汛方案",
    "（2024—2026年）",
    "各县区人民政府，市政府各部门：", "云州市人民政府", "2024年5月6日", "（此件公开发布）", "目录", "前言", "全文",
    "第一编 总则", "第一部分 基础", "第一章 总则", "第二章 任务", "第一节 目标", "第一条 为了防汛，制定本办法。",
    "第二条 本市适用本办法。",
    "一、总体要求", "二、重点任务", "三、保障措施", "（一）加强领导。各地要落实责任。", "（二）强化督查",
    "（三）明确分工；",
    "1.建设堤防。加固堤防12公里。", "2.疏浚河道。", "3.到2025年完成改造。", "（1）巡查", "（2）值守；", "①物资",
    "②队伍", "1)登记", "2)审核",
    "1 总则", "1.1 目的", "1.2 范围", "2.1 组织", "1.3万户群众受益。", "专栏1 重点工程", "01 堤防工程", "02 水库工程",
    "附件1", "附件2 分工表", "附件：1.清单",
    "各地要抓紧落实。一是健全机制。定期会商。二是压实责任。层层签订责任书。三是强化保障。（市水务局牵头）",
    "四是加强宣传。营造氛围。", "首先，提高认识。其次，落实责任。", "基本情况",
    "近年来，全市防汛体系不断完善，抵御洪涝灾害的能力明显增强，群众安全感持续提升。",
    "抄送：市委各部门。", "云州市人民政府办公室 2024年5月7日印发", "", "序号", "42",
]  # fmt: skip


def outlined(text: str) -> tuple[MappedText, Outline]:
    mapped = MappedText.replay(text, ())
    return mapped, outline(mapped, Source(text=text), LEXICON)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_every_outline_is_a_tree_over_the_text(chosen: list[str]) -> None:
    text, got = outlined("\n".join(chosen))
    sections = got.sections
    ids = [section.id for section in sections]
    assert len(set(ids)) == len(ids)
    assert [section.start for section in sections] == sorted({section.start for section in sections})
    for index, section in enumerate(sections):
        assert section.index == index
        assert section.start <= section.head <= section.title_end <= section.end <= len(text.text)
        assert section.start < section.own_end <= section.end
        assert (section.label is None) == (section.style == "heading")
        if section.label is not None:
            assert text.text.startswith(section.label, section.start)
        if section.title is not None:
            assert section.title == " ".join(section.title.split()) != ""
        parent = None if section.parent is None else sections[section.parent]
        above = () if parent is None else parent.path
        assert section.depth == (1 if parent is None else parent.depth + 1)
        assert section.path[: len(above)] == above
        assert len(section.path) == len(above) + (section.label is not None)
        if parent is not None:
            assert parent.start < section.start < section.end <= parent.end
            assert section.parent is not None
            assert section.parent < index
    for before, after in pairwise(sections):
        assert after.parent == before.index or before.end <= after.start
    assert list(assemble.clauses(text, got)) or not sections
    letterhead(text, got, Source(text=text.source), LEXICON)


@settings(max_examples=100, deadline=None)
@given(st.text("一二三、（）().1１第章节条是要附件专栏年月日号〔〕《》目录：。；\n 　Ⅰ①a", max_size=120))
def test_no_text_is_refused(text: str) -> None:
    mapped, got = outlined(text)
    letterhead(mapped, got, Source(text=text), LEXICON)


def test_a_clause_ends_before_the_sign_off_and_the_imprint() -> None:
    text, got = outlined(
        "一、目标\n建成3座。\n云州市人民政府\n2024年5月6日\n抄送：市委各部门。\n云州市人民政府办公室 2024年5月7日印发"
    )
    assert text.text[got.sections[0].start : got.sections[0].end] == "一、目标\n建成3座。"


def test_the_last_item_leaves_the_remark_to_its_clause() -> None:
    text, got = outlined("（一）强化监测。一是布设站点。布设12处。二是建设平台。2024年建成。（责任单位：市气象局）")
    clause, _, last = got.sections
    remark = text.text.index("（责任单位")
    assert last.end == remark < clause.end
    assert got.section_at(remark) is clause


def test_a_paragraph_after_items_is_the_articles() -> None:
    text, got = outlined(
        "第一条 有下列情形的，不予登记：\n（一）材料不全；\n（二）逾期未报。\n前款规定由市民政局负责解释。"
    )
    assert got.section_at(text.text.index("前款")) is got.sections[0]


def test_a_cut_paragraph_goes_on_in_the_last_item() -> None:
    text, got = outlined("（一）规划。一是做大县城。建设新区。二是做强集镇。支持各地\n\n因地制宜发展。\n（二）建设。")
    assert got.section_at(text.text.index("因地制宜")) is got.sections[2]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1.促进集聚发展。深入实施行动。", "促进集聚发展"),
        ("1.完善机制，强化保障，夯实基础。健全制度。", "完善机制，强化保障，夯实基础"),
        ("一、总体要求", "总体要求"),
        ("第二章 建设智慧城市 提升治理水平", "建设智慧城市 提升治理水平"),
        ("（一）总体目标：到2025年达到60%。", "总体目标"),
        ("（二）建设县域商业体系（市商务局牵头，市发展改革委配合）", "建设县域商业体系"),
        ("（三）建设国家（区域）中心", "建设国家（区域）中心"),
        ("1.制定全市方案。（责任单位：市商务局）", "制定全市方案"),
        ("1.到2025年，城镇化率达到60%以上。推进落户。", None),
        ("1.2024年底前完成改造。验收合格。", None),
        ("（一）申请人应当具备下列条件。材料齐全。", None),
        ("（一）申请下列事项的：", None),
        ("（一）制定规划；", None),
        ("1.新建学校12所。", None),
        ("1.坚持以人民为中心的发展思想，完整准确全面贯彻新发展理念，着力推动经济社会实现高质量发展。加快建设。", None),
        ("第三条 【适用范围】本市行政区域适用本办法。", "适用范围"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    _, got = outlined(text)
    assert got.sections[0].title == title
    assert got.sections[0].head == (
        text.index("建设智慧") if title and title.startswith("建设智慧") else got.sections[0].head
    )


def test_a_sentence_is_a_title_only_where_its_siblings_have_one() -> None:
    _, got = outlined("（1）完善制度。\n（2）建成厂房12万平方米。\n（3）加强管理。")
    assert [section.title for section in got.sections] == [None, None, None]


def test_a_title_below_its_label() -> None:
    text, got = outlined("第一章\n总则\n第一条 为了管理，制定本办法。")
    assert got.sections[0].title == "总则"
    assert text.text[got.sections[0].head : got.sections[0].title_end] == "总则"


def test_a_list_that_a_box_interrupts_goes_on_outside_of_it() -> None:
    lines = "二、任务\n1.修堤。修60公里。\n专栏1 堤防工程\n河湾堤、青石堤。\n2.清淤。清12公里。\n专栏2 资金\n1.省级。\n2.市级。\n三、保障\n"
    _, found = outlined(lines)
    assert [section.id for section in found.sections] == [
        "二", "二/1", "二/专栏1", "二/2", "二/专栏2", "二/专栏2/1", "二/专栏2/2", "三"
    ]  # fmt: skip
