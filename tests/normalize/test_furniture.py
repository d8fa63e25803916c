"""Lines of a web page go from both ends; title, number, signature and imprint never do."""

import pytest

from cleaning import LEXICON, clean, mapped
from policyparse.lexicon.rows import FurnitureLine

TITLE = "临河县人民政府办公室关于印发碧水行动方案的通知"
NUMBER = "临政办发〔2025〕4号"
BODY = (
    "各乡镇人民政府：\n现将《碧水行动方案》印发给你们，请认真落实。\n一、总体要求\n"
    + "到2027年，再生水利用率达到35%以上。" * 4
)
SIGNATURE = "临河县人民政府办公室\n2025年3月4日"
IMPRINT = "抄送：县委各部门，县人大常委会办公室。\n临河县人民政府办公室 2025年3月4日印发"
DOCUMENT = "\n".join((TITLE, NUMBER, BODY, SIGNATURE, IMPRINT))


def around(above: str = "", below: str = "") -> str:
    return f"{above}{DOCUMENT}{below}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("当前位置： 首页 > 政务公开 > 文件\n索 引 号：A1-2\n发布机构：县府办\n成文日期：2025-03-04\n", ""),
        ("浏览次数：12 信息来源：县府办 发布时间：2025-03-05 09:12\n字号：大 中 小 打印 收藏\n", ""),
        ("", "\n文件下载\n政策咨询\n扫一扫在手机打开当前页"),
        (
            "",
            "\n上一篇：关于防汛的通知\n下一篇：关于抗旱的通知\n【打印本页】 【关闭窗口】\n版权所有：临河县人民政府 网站标识码：0",
        ),
        ("", "\n相关链接\n临河县防汛预案\n临河县抗旱预案\n\n联系我们"),
        ("【字体：大 中 小】\n", "\n责任编辑：李思远\n分享到：\n"),
    ],
)
def test_alien_lines_go_and_the_document_stays(above: str, below: str) -> None:
    lines = [line for line in clean(around(above, below)).split("\n") if line]
    assert lines == [line for line in DOCUMENT.split("\n") if line]


def test_each_line_is_one_edit_and_tells_the_whole_line() -> None:
    result = mapped(around("浏览次数:12 信息来源: 县府办 发布时间:2025-03-05 09:12\n字号: 打印 收藏\n"))
    removed = [result.source[edit.start : edit.end] for edit in result.edits if edit.reason == "furniture"]
    assert removed == ["浏览次数:12 信息来源: 县府办 发布时间:2025-03-05 09:12\n", "字号: 打印 收藏\n"]


def test_traditional_pages_are_known_by_the_same_rows() -> None:
    text = "臨河縣碧水規劃\n基本介紹\n  • 中文名:臨河縣碧水規劃\n  • 發布時間:2025年3月\n概述,全文,\n概述\n規劃共六章。\n全文\n第一章 總則\n建設泵站。\n相關詞條\n碧水\n聯絡我們"
    assert [line for line in clean(text).split("\n") if line] == [
        "临河县碧水规划", "概述", "规划共六章。", "全文", "第一章 总则", "建设泵站。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        DOCUMENT,
        "名称：碧水工程\n编辑：供水处\n一、建设内容\n建设泵站3座。",
        "一、来源\n来源：县水务局统计。\n二、打印要求\n打印\n收藏",
        "浏览\n阅读\n下载",
        "一、总则\n浏览次数：不作为考核指标。\n"
        + "建设泵站3座。\n" * 60
        + "二、附则\n扫一扫工程另行安排。\n"
        + "落实责任。\n" * 60,
    ],
)
def test_a_text_without_a_page_around_it_is_left_alone(text: str) -> None:
    assert not any(edit.reason == "furniture" for edit in mapped(text).edits)


@pytest.mark.parametrize(
    "row", [row for row in LEXICON.furniture if row.where != "link"], ids=lambda row: f"{row.where} {row.surface}"
)
def test_each_row_takes_its_example_away(row: FurnitureLine) -> None:
    beside = {"start": "索引号：甲1\n", "end": "\n扫一扫在手机打开当前页", "rest": "\n临河县防汛预案"}
    above = row.where in ("start", "whole", "line")
    text = around(beside["start"] + row.example + "\n") if above else around("", f"\n{row.example}" + beside[row.where])
    assert [line for line in clean(text).split("\n") if line] == [line for line in DOCUMENT.split("\n") if line]
