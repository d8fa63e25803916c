"""Blanks: stray ones go, telling ones stay."""

import pytest

from cleaning import clean, reasons


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "现将 《临河县碧水方案》 印发给你们，请落实 “一河一策”。",
            "现将《临河县碧水方案》印发给你们，请落实“一河一策”。",
        ),
        ("到 2027 年，覆盖率 达到 85 %。", "到2027年，覆盖率达到85%。"),
        ("推进 NB IoT 网络建设，用 GB/T 35547。", "推进NB IoT网络建设，用GB/T 35547。"),
        ("乡镇 (街道)覆盖率。", "乡镇（街道）覆盖率。"),
        ("前　　言", "前言"),
        ("通 知", "通知"),
        ("第一章　总 则", "第一章 总 则"),
        ("第六条　县人民政府应当编制规划，并公布。", "第六条 县人民政府应当编制规划，并公布。"),
        ("临河县人民政府办公室　　　2024年5月6日印发", "临河县人民政府办公室 2024年5月6日印发"),
        ("临河县人民政府办公室 2024 年 5 月 6 日印发", "临河县人民政府办公室 2024年5月6日印发"),
        ("张 三  李思远  王五", "张 三  李思远  王五"),
        ("□ 李思远 王建国", "□ 李思远 王建国"),
        ("1. 2027年目标", "1. 2027年目标"),
        ("1. 加强领导。落实责任。", "1.加强领导。落实责任。"),
        ("　　一、总体要求　", "一、总体要求"),
        ("指标\t2025年\t2027年", "指标\t2025年\t2027年"),
        ("指标    单位    2025年    2027年", "指标    单位    2025年    2027年"),
        ("要求，各单位 切实履职", "要求，各单位切实履职"),
        ("惠及2 600公顷土地，新增12 000人。", "惠及2 600公顷土地，新增12 000人。"),
    ],
)
def test_blanks_go_where_they_carry_nothing(text: str, wanted: str) -> None:
    assert clean(text) == wanted


def test_an_indent_is_layout_and_a_blank_inside_is_stray() -> None:
    assert reasons("　　请落实 《方案》。 ") == ["layout-blank", "blank", "layout-blank"]


def test_blank_lines_stay_and_are_empty() -> None:
    assert clean("甲方案\n 　\n乙方案") == "甲方案\n\n乙方案"


def test_rows_set_apart_by_single_blanks_stay_rows() -> None:
    head, first = "类别 序号 指标 2025年 2030年 属性", "创新 2 研发经费投入强度（%） 2.4 3.0 预期性"
    assert clean(f"{head}\n{first}\n") == f"{head}\n{first}\n"
    assert clean("指标 2025年 2030年\n森林覆盖率（%） 40.1 41\n") == "指标 2025年 2030年\n森林覆盖率（%） 40.1 41\n"


def test_a_lone_line_with_blanks_is_no_row() -> None:
    assert clean("到 2025 年 建成 示范 基地\n全市完成投资。\n") == "到2025年 建成 示范 基地\n全市完成投资。\n"


def test_a_blank_after_a_heading_stays() -> None:
    text = "一、精简文件会议  严格控制发文数量，同类会议合并召开。"
    assert clean(text) == "一、精简文件会议 严格控制发文数量，同类会议合并召开。"
    assert clean("一、严格 控制发文 数量，同类会议合并召开。") == "一、严格控制发文数量，同类会议合并召开。"


def test_a_blank_between_bodies_stays() -> None:
    assert clean("（责任单位：市教育局 市财政局）落实，") == "（责任单位：市教育局 市财政局）落实，"
