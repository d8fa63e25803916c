"""Tables of indicators in text: cells on lines of their own, between pipes, tabs and wide blanks."""

import pytest

from policyparse import parse_text
from policyparse.model.facts import Figure

TITLE = "岚川市制造业发展“十五五”规划\n\n"
HEAD = ("序号", "指标", "单位", "2025年", "2030年", "属性")
ROWS = [
    ("1", "规模以上工业企业数", "家", "820", "1200左右", "预期性"),
    ("2", "研发经费投入强度", "%", "2.1", "≥3", "约束性"),
    ("3", "技能人才总量", "万人", "—", "18", "预期性"),
]
FORMS = {
    "lines": "\n".join(cell for row in (HEAD, *ROWS) for cell in row),
    "pipes": "\n".join("|".join(row) for row in (HEAD, *ROWS)),
    "markdown": "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ("---",) * 6, *ROWS)),
    "tabs": "\n".join("\t".join(row) for row in (HEAD, *ROWS)),
    "aligned": "\n".join("   ".join(row) for row in (HEAD, *ROWS)),
}


def figures(table: str) -> list[Figure]:
    document = parse_text(TITLE + table + "\n", date="2026-01-20")
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_figures(form: str) -> None:
    found = [
        (f.indicator, f.value, f.unit, f.comparator, f.deadline, f.status, f.property) for f in figures(FORMS[form])
    ]
    assert found == [
        ("规模以上工业企业数", 820, "家", "eq", 2025, "achieved", "预期性"),
        ("规模以上工业企业数", 1200, "家", "approx", 2030, "target", "预期性"),
        ("研发经费投入强度", 2.1, "%", "eq", 2025, "achieved", "约束性"),
        ("研发经费投入强度", 3, "%", "ge", 2030, "target", "约束性"),
        ("技能人才总量", 180000, "人", "eq", 2030, "target", "预期性"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_quotes_stand_where_they_say(form: str) -> None:
    text = TITLE + FORMS[form] + "\n"
    assert all(text[f.span.start : f.span.end] == f.quote for f in figures(FORMS[form]))


def test_units_in_names_cumulative_values_and_growth() -> None:
    table = (
        "指标名称\n2025年\n2030年\n年均/累计\n城镇新增就业（万人）\n〔6〕\n〔7.5〕\n—\n工业增加值增长（%）\n—\n—\n6.5\n"
    )
    found = [(f.indicator, f.value, f.unit, f.change, f.cumulative, f.recurrence) for f in figures(table)]
    assert found == [
        ("城镇新增就业", 60000, "人", "increase", True, None),
        ("城镇新增就业", 75000, "人", "increase", True, None),
        ("工业增加值", 6.5, "%", "rate", False, "annual"),
    ]


def test_a_project_table_gives_scale_money_time_and_bodies() -> None:
    table = (
        "序号|项目名称|建设规模|总投资（亿元）|起止年限|责任单位\n"
        "1|城北污水处理厂|日处理污水5万吨|3.2|2026—2028年|市水务局\n"
    )
    scale, money = figures(table)
    assert (scale.value, scale.unit, scale.deadline) == (50000, "吨", 2028)
    assert (money.value, money.unit) == (320000000, "元")
    assert [(party.name, party.role) for party in money.parties] == [("市水务局", "lead")]
