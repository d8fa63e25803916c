"""What figures are called, when they fall due and how they are meant, in sentences of many forms."""

import pytest

from policyparse import parse_text
from policyparse.model.facts import Figure

PLAN = "澄江市产业发展实施方案\n\n一、重点任务\n（一）夯实基础。"


def read(sentence: str, date: str = "2025-03-01", before: str = PLAN) -> list[Figure]:
    document = parse_text(before + sentence + "\n", date=date)
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("培育省级示范农场20家、市级80家。", ["省级示范农场", "市级示范农场"]),
        ("打造10个省级、30个市级示范茶园。", ["省级示范茶园", "市级示范茶园"]),
        ("供水普及率，县城不低于98%，乡镇不低于90%。", ["县城供水普及率", "乡镇供水普及率"]),
        ("再生水利用率县城达到30%以上、建制镇达到20%。", ["县城再生水利用率", "建制镇再生水利用率"]),
        ("规模养殖场100%配备粪污处理设施。", ["规模养殖场配备粪污处理设施"]),
        ("公共建筑应当安装能耗计量装置，安装率达到95%。", ["能耗计量装置安装率"]),
        ("18个项目一季度开工、30个项目年内竣工。", ["开工项目", "竣工项目"]),
        ("新改建驿站46处，其中配有母婴室的不少于60%。", ["新改建驿站", "配有母婴室的新改建驿站"]),
        ("造林3万亩，改造提升苗圃8处。", ["造林", "改造提升苗圃"]),
        ("地区生产总值（亿元）达到380。", ["地区生产总值"]),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    assert [figure.indicator for figure in read(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("2026年、2027年，产值分别突破300亿元、360亿元。", [2026, 2027]),
        ("新建水厂一座，2026年6月底前通水。改造泵站4座。", [None]),
        ("到2027年，建成公寓900套，其中300套公寓于2026年交付。", [2027, 2026]),
        ("在2027-28学年增设课后服务点60个。", [2028]),
        ("政企恳谈会每月不少于1次，全年走访企业900家次。", [None, None]),
    ],
)
def test_deadlines(sentence: str, deadlines: list[int | None]) -> None:
    assert [figure.deadline for figure in read(sentence)] == deadlines


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("研发平台由目前的9家增加到20家。", ["reference", "target"]),
        ("办理时限由12个工作日压缩至4个工作日。", ["reference", "target"]),
        ("室内温度低于16℃、高于14℃的，退还一半热费。", ["reference", "reference", "reference"]),
        ("漏损率与不超过10%的行业标准仍有差距。", ["reference"]),
        ("对考核前三名的乡镇给予通报。", ["reference"]),
        ("到2030年，产业规模有望达到500亿元。", ["reference"]),
        ("产业工人收入在2024年基础上提高三成。", ["reference", "target"]),
        ("安排不少于3000万元的资金支持改造。", ["target"]),
    ],
)
def test_statuses(sentence: str, statuses: list[str]) -> None:
    assert [figure.status for figure in read(sentence)] == statuses


def test_a_review_reports_whatever_its_headings_are() -> None:
    report = (
        "政府工作报告\n\n一、2025年工作回顾\n（一）民生保障有力有效。新增学位2700个。\n"
        "二、2026年主要工作\n（一）千方百计提振消费。新增首店20家，拟培育商圈3个。\n"
    )
    found = read("", date="2026-01-12", before=report)
    assert [(figure.status, figure.deadline) for figure in found] == [("achieved", 2025), *[("target", 2026)] * 2]


def test_years_of_the_republic_where_a_text_counts_so() -> None:
    found = read("至116年底回收率達60%，較112年度提高5個百分點；119年達70%。", before="東嶼縣推動計畫\n\n")
    assert [figure.deadline for figure in found] == [2027, 2027, 2030]


@pytest.mark.parametrize("sentence", ["健全覆盖城乡的服务体系。", "注：〔〕内为五年累计数。", "可以延长十个工作日。"])
def test_no_figures(sentence: str) -> None:
    assert read(sentence) == []
