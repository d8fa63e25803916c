"""What sentences of plans, reports and rules say: names that lean on words elsewhere in the sentence, and what is none."""

import pytest

from policyparse import parse_text
from policyparse.model.facts import Figure

Reading = tuple[str | None, float, str]


def figures(text: str) -> list[Figure]:
    document = parse_text(text, date="2026-02-01")
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县城供水普及率达到97%，乡镇达到88%。", [("县城供水普及率", 97, "%"), ("乡镇供水普及率", 88, "%")]),
        ("城镇居民人均消费支出达到2.9万元，农村居民达到1.7万元。", [
            ("城镇居民人均消费支出", 29000, "元"), ("农村居民人均消费支出", 17000, "元")]),
        ("急救平均到场时间城区不超过10分钟、乡镇不超过20分钟。", [
            ("城区急救平均到场时间", 10, "分钟"), ("乡镇急救平均到场时间", 20, "分钟")]),
        ("持证教师占比分别达到小学96%、初中98%。", [("小学持证教师占比", 96, "%"), ("初中持证教师占比", 98, "%")]),
        ("小学、初中超员班级比例控制在2%和1%以内。", [("小学超员班级比例", 2, "%"), ("初中超员班级比例", 1, "%")]),
        ("颗粒物、烟尘重点工程减排量分别达到90吨、40吨。", [
            ("颗粒物重点工程减排量", 90, "吨"), ("烟尘重点工程减排量", 40, "吨")]),
        ("新认定农业龙头企业7家，总数达到65家。", [("新认定农业龙头企业", 7, "家"), ("农业龙头企业总数", 65, "家")]),
        ("油菜播种面积稳定在8万亩，单产提高到150公斤。", [("油菜播种面积", 80000, "亩"), ("油菜单产", 150, "公斤")]),
        ("形成3个百亿级、1个五百亿级产业集群。", [
            ("百亿级产业集群", 3, "个"), ("百亿级产业集群", 10**10, ""), ("五百亿级产业集群", 1, "个"), ("产业集群", 5 * 10**10, "")]),
        ("带动脱贫户1.3万户户均增收2600元以上。", [("带动脱贫户", 13000, "户"), ("户均", 2600, "元")]),
        ("安排资金6亿元支持设备更新。", [("安排资金", 6 * 10**8, "元")]),
        ("水稻亩产连续3年保持在600公斤以上。", [("水稻亩产", 600, "公斤")]),
        ("3个乡镇水厂年内全部投运。", [("乡镇水厂", 3, "个"), ("乡镇水厂投运", 100, "%")]),
        ("新型储能建成5万千瓦/10万千瓦时。", [("新型储能", 50000, "千瓦"), ("新型储能", 100000, "千瓦时")]),
        ("年旅客增速高于全省平均水平2个百分点。", [("年旅客增速", 2, "个百分点")]),
        ("加快建设供水管网，2026年新改建90公里。", [("新改建供水管网", 90, "公里")]),
        ("保障性住房占新开工住房的比例，会由目前的两成逐步提高至三成。", [
            ("保障性住房占新开工住房的比例", 20, "%"), ("保障性住房占新开工住房的比例", 30, "%")]),
        ("公共充电桩会由目前约6000个，在2028年增至9500个。", [("公共充电桩", 6000, "个"), ("公共充电桩", 9500, "个")]),
        ("等级评定为优的养老机构占四成。", [("等级评定为优的养老机构", 40, "%")]),
        ("等候时间不超过25分钟。", [("等候时间", 25, "分钟")]),
        ("许可审批时间减至8个工作日。", [("许可审批时间", 8, "个工作日")]),
        ("2035年前把用水总量从2020年的水平削减两成。", [("用水总量", 20, "%")]),
        ("建成集培训、展示、救助于一体的动物保护中心1处。", [("动物保护中心", 1, "处")]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[Reading]) -> None:
    assert [(f.indicator, f.value, f.unit) for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("对完成率低于75%的乡镇进行约谈。", ["reference"]),
        ("会议须有三分之二以上的代表出席。", ["reference"]),
        ("有下列情形的：投票面积占比达到百分之四十的；", ["reference"]),
        ("30人以上自然村通客车比例达到90%。", ["reference", "target"]),
        ("给予建设补助，最高不超过总投资的40%。", ["reference"]),
        ("40%以上达到示范标准。", ["target"]),
        ("五年来，累计治理河道70公里，登记失业率控制在4%以内。", ["achieved", "achieved"]),
        ("截至2025年底，全市有公共充电桩6200个。", ["achieved"]),
    ],
)
def test_statuses(text: str, statuses: list[str]) -> None:
    assert [f.status for f in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("6月底前完成摸排，整改率达到80%。", 2026),
        ("2025年9月底前完成摸排，12月底前整改率达到80%。", 2025),
        ("9月30日前供暖准备完成率达到100%。", 2026),
    ],
)
def test_months_without_a_year(text: str, year: int) -> None:
    assert [f.deadline for f in figures(text)] == [year]


def test_months_without_a_year_in_a_text_without_one() -> None:
    document = parse_text("6月底前整改率达到80%。")
    assert [f.deadline for f in document.targets] == [None]


@pytest.mark.parametrize("text", ["表3分年度安排", "附件2任务清单", "专栏4重点工程"])
def test_numbers_of_captions_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_ranges_of_members() -> None:
    (members,) = figures("理事会由七至十三名委员组成。")
    assert (members.value, members.value_max, members.comparator) == (7, 13, "range")


def test_what_grows_a_year_is_a_rate() -> None:
    told = figures("到2030年，户籍人口城镇化率年均增速超过全省平均水平0.4个百分点，调查失业率控制在5%以内。")
    assert [figure.change for figure in told] == ["rate", "level"]
