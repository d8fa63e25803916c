"""Figures in sentences: what they are about, by when, and under whom."""

import pytest

from policyparse import parse_text
from policyparse.model.facts import Figure
from proportion import in_proportion

DATE = "2024-03-01"


def read(text: str) -> list[Figure]:
    document = parse_text(text, date=DATE)
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


def test_respectively_deals_values_out_to_subjects() -> None:
    found = read("到2026年，街道、乡镇养老服务中心覆盖率分别达到100%、80%以上。")
    assert [(f.indicator, f.value, f.comparator) for f in found] == [
        ("街道养老服务中心覆盖率", 100, "eq"),
        ("乡镇养老服务中心覆盖率", 80, "ge"),
    ]


def test_respectively_deals_values_out_to_years() -> None:
    found = read("2025年、2026年分别新建充电站12座、15座。")
    assert [(f.indicator, f.deadline) for f in found] == [("新建充电站", 2025), ("新建充电站", 2026)]


def test_a_start_becomes_the_baseline() -> None:
    start, end = read("到2027年，县域就诊率由2023年的86%提高到92%以上。")
    assert (start.status, start.deadline) == ("reference", 2023)
    assert (end.status, end.deadline, end.indicator) == ("target", 2027, "县域就诊率")
    assert end.baseline is not None
    assert (end.baseline.value, end.baseline.unit, end.baseline.year) == (86, "%", 2023)


def test_thresholds_are_references_and_keep_to_the_indicator_they_qualify() -> None:
    threshold, count = read("每年实施总投资1000万元以上技改项目40个左右。")
    assert (threshold.status, count.status) == ("reference", "target")
    assert "技改项目" in (count.indicator or "")
    assert count.recurrence == "annual"


def test_a_date_governs_the_clause_and_not_the_next() -> None:
    text = (
        "一、提升供水保障\n1.管网改造。到2026年，改造老旧管网120公里。农村自来水普及率达到95%。\n"
        "2.水源保护。新建备用水源地2处。\n"
    )
    found = {f.indicator: f.deadline for f in read(text)}
    assert found["农村自来水普及率"] == 2026
    assert found["新建备用水源地"] is None


def test_parties_of_the_governing_statement() -> None:
    text = "1.扩大就业。城镇新增就业3万人以上。（市人力资源社会保障局牵头，市财政局配合）\n2.兜底保障。新增床位300张。（市民政局负责）\n"
    first, second = read(text)
    assert [(p.name, p.role) for p in first.parties] == [("市人力资源社会保障局", "lead"), ("市财政局", "support")]
    assert [(p.name, p.role) for p in second.parties] == [("市民政局", "lead")]


def test_last_year_is_reported_and_this_year_promised() -> None:
    text = "一、2023年工作回顾\n新建学校6所，城镇新增就业2.1万人。\n二、2024年工作安排\n新建学校8所，城镇新增就业2.3万人。\n"
    assert [f.status for f in read(text)] == ["achieved", "achieved", "target", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "推进“15分钟便民生活圈”建设。",
        "落实“5个1”工作法。",
        "统筹推进5G网络建设。",
        "实施十大行动。",
        "坚持一张蓝图绘到底。",
    ],
)
def test_names_and_slogans_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_evidence_tells_the_words_that_decided() -> None:
    (figure,) = read("力争到2026年，公共充电桩保有量不低于5000个。")
    evidence = {e.field: e.text for e in figure.evidence}
    assert evidence["comparator"] == "不低于"
    assert evidence["deadline"] == "2026年"
    assert evidence["indicator"] == "公共充电桩保有量"


@pytest.mark.parametrize("unit", ["新增3个、", "到2025年", "每年", "1-", "（达到", "分别达到5%、", "由3个增加到"])
def test_time_grows_with_length_only(unit: str) -> None:
    assert in_proportion(parse_text, unit * 400, unit * 3200, 8)
