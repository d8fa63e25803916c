"""分别 deals values out over subjects, which are completed by what the last of them says for all."""

from __future__ import annotations

import pytest

from policyparse import parse_text


def read(text: str) -> list[tuple[str | None, float, str]]:
    document = parse_text(text)
    figures = sorted([*document.targets, *document.figures], key=lambda figure: figure.span.start)
    return [(figure.indicator, float(figure.value), figure.change) for figure in figures]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("铅锌、铜、镁产量分别增长4%、5%、6%。", ["铅锌产量", "铜产量", "镁产量"]),
        ("有色矿采、食品加工产业增加值分别增长4%、5%。", ["有色矿采产业增加值", "食品加工产业增加值"]),
        (
            "体育及相关产业、养老及相关产业增加值占比分别达到1%、2%。",
            ["体育及相关产业增加值占比", "养老及相关产业增加值占比"],
        ),
        ("镇区、村庄污水处理率分别提高到95%、70%。", ["镇区污水处理率", "村庄污水处理率"]),
        ("原盐、原糖、天然水产量分别达到70万吨、20万吨、1亿立方米。", ["原盐产量", "原糖产量", "天然水产量"]),
    ],
)
def test_subjects_share_the_end_of_the_last_one(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in read(text)] == names


def test_growth_is_dealt_out_over_the_figures_just_told() -> None:
    found = read("全年接送旅客320万人次、运送货物45万吨，分别增长7%、3%。")
    assert [(name, change) for name, _, change in found[2:]] == [("接送旅客", "increase"), ("运送货物", "increase")]


def test_yearly_growth_dealt_out_is_a_rate() -> None:
    assert [change for _, _, change in read("茶叶、蚕茧产值年均分别增长6%、4%。")] == ["rate", "rate"]


def test_a_figure_that_growth_is_counted_from_is_no_indicator() -> None:
    document = parse_text("全市森林蓄积量达到910万立方米，较“十三五”末的860万立方米增加50万立方米。")
    names = {figure.indicator for figure in (*document.targets, *document.figures)}
    assert names == {"森林蓄积量"}
    start = next(figure for figure in document.figures if figure.value == 8_600_000)
    assert (start.status, start.deadline) == ("reference", 2020)
