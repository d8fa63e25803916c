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


@pytest.mark.parametrize(
    ("text", "indicator", "status"),
    [
        ("改造提升3.2万亩高标准农田。", "改造提升高标准农田", "target"),
        ("到2027年，煤炭年产量回升并稳定在900万吨水平。", "煤炭年产量", "target"),
        ("受训人员培训费按90%税前扣除。", "受训人员培训费", "reference"),
        ("护理型床位占比达到62%。", "护理型床位占比", "target"),
        ("有色金属产量达到31万吨。", "有色金属产量", "target"),
        ("基本医疗保险参保率稳定在97%。", "基本医疗保险参保率", "target"),
        ("2024年末常住人口（71.2万人）城镇化率比上年提高了1.3个百分点。", "常住人口城镇化率", "achieved"),
        ("总投资26亿元的抽水蓄能项目前期工作加快推进。", "总投资", "reference"),
        ("图书借阅等功能全覆盖。", "图书借阅等功能", "target"),
    ],
)
def test_what_a_figure_is_about(text: str, indicator: str, status: str) -> None:
    figure = read(text)[-1]
    assert (figure.indicator, figure.status) == (indicator, status)


def test_a_row_of_numbers_shares_its_unit() -> None:
    figures = read("第二、第三产业占地区生产总值的比重分别回落1.7和2.4个百分点。")
    assert [(figure.quote, figure.unit, figure.change) for figure in figures] == [
        ("1.7", "个百分点", "decrease"),
        ("2.4个百分点", "个百分点", "decrease"),
    ]


def test_stages_of_a_heading_govern_no_clause_below() -> None:
    text = "一、总体安排\n到2027年建成骨干网络，到2030年全面成网。\n（一）建设基站。新建基站500个。\n（二）培训人员。培训人员300名。\n"
    assert [figure.deadline for figure in read(text)] == [None, None]
