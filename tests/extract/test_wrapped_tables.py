"""Tables that a copied PDF or web page leaves one cell a line, with cells and heads broken over lines; tables of places."""

import pytest

from policyparse import parse_text
from policyparse.model.facts import Figure

TITLE = "岚川县“十五五”公共服务规划\n\n"


def figures(table: str, title: str = TITLE) -> list[Figure]:
    document = parse_text(title + table + "\n", date="2026-01-20")
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


def read(table: str) -> list[tuple[str | None, float, str, int | None, str]]:
    return [(f.indicator, f.value, f.unit, f.deadline, f.status) for f in figures(table)]


def test_categories_stand_once_and_may_be_broken() -> None:
    table = (
        "领域\n指标\n2025年\n2030年\n性质\n就业\n创业\n就业培训人次（万人次）\n1.2\n1.6\n预期性\n创业孵化率（%）\n41\n≥50\n"
        "预期性\n住房\n保障性住房（套）\n820\n1500\n约束性"
    )
    assert read(table) == [
        ("就业培训人次", 12000, "人次", 2025, "achieved"),
        ("就业培训人次", 16000, "人次", 2030, "target"),
        ("创业孵化率", 41, "%", 2025, "achieved"),
        ("创业孵化率", 50, "%", 2030, "target"),
        ("保障性住房", 820, "套", 2025, "achieved"),
        ("保障性住房", 1500, "套", 2030, "target"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "指标\n2025年\n实际值\n2030年\n目标值\n属性",
        "指标\n名称\n2025年\n（基期）\n2030年\n（目标）\n属性",
        "指\n标\n2025年\n2030年\n属\n性",
    ],
)
def test_heads_over_two_lines(head: str) -> None:
    assert read(f"{head}\n图书馆达标率（%）\n61\n80\n预期性\n馆藏图书（万册）\n12\n20\n预期性") == [
        ("图书馆达标率", 61, "%", 2025, "achieved"),
        ("图书馆达标率", 80, "%", 2030, "target"),
        ("馆藏图书", 120000, "册", 2025, "achieved"),
        ("馆藏图书", 200000, "册", 2030, "target"),
    ]


def test_names_over_two_lines() -> None:
    numbered = "序号\n指标\n单位\n2025年\n2030年\n属性\n1\n公办幼儿园\n在园幼儿占比\n%\n51\n60\n预期性\n2\n校舍面积\n万平方米\n9\n12\n预期性"
    plain = "指标\n2025年\n2030年\n属性\n残疾人家庭无障碍改造完成\n比例（%）\n30\n75\n预期性"
    assert [f.indicator for f in figures(numbered)] == ["公办幼儿园在园幼儿占比"] * 2 + ["校舍面积"] * 2
    assert [f.indicator for f in figures(plain)] == ["残疾人家庭无障碍改造完成比例"] * 2


def test_words_in_a_cell_of_values_are_no_name() -> None:
    assert [
        f.value
        for f in figures(
            "指标\n2025年\n2030年\n属性\n碳排放强度\n—\n完成省下达任务\n约束性\n绿地率（%）\n35\n38\n预期性"
        )
    ] == [
        35,
        38,
    ]


def test_a_head_ends_the_table_before_it() -> None:
    tasks = "序号\n重点任务\n主要内容\n完成时限\n责任单位\n1\n完善设施\n新建体育公园3个\n2026年6月\n县文旅局\n2\n办好赛事\n举办赛事20场\n2027年6月\n县体育中心"
    found = figures(f"指标\n2026年\n2027年\n体育场地面积（万平方米）\n40\n46\n{tasks}")
    assert [(f.indicator, f.value, f.deadline) for f in found[2:]] == [("新建体育公园", 3, 2026), ("赛事", 20, 2027)]


@pytest.mark.parametrize("gap", ["\t", "   ", " | "])
def test_places_in_rows_of_text(gap: str) -> None:
    rows = [("乡镇", "人工造林（亩）", "种草（亩）"), ("白沙镇", "600", "90"), ("石桥乡", "450", "70")]
    found = figures("2026年任务\n" + "\n".join(gap.join(row) for row in rows))
    assert [(f.scope, f.indicator, f.value, f.unit) for f in found] == [
        ("白沙镇", "人工造林", 600, "亩"),
        ("白沙镇", "种草", 90, "亩"),
        ("石桥乡", "人工造林", 450, "亩"),
        ("石桥乡", "种草", 70, "亩"),
    ]


def test_lines_of_a_list_are_no_table() -> None:
    assert figures("指标\n任务\n说明\n本规划所称指标由县发展改革局解释。") == []
    assert figures("乡镇 村 联系人\n白沙镇 石桥村 周明\n岚川镇 河口村 沈远") == []
