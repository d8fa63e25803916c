"""Tables whose cells the file marks, as plans print them: each figure of each cell, checked by hand."""

from __future__ import annotations

import pytest

from policyparse import parse
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure

pytest.importorskip("selectolax")

Cell = str | tuple[str, int, int]
"""The text of a cell, or with it the rows and columns that it covers."""

PLAN = "云州市国民经济和社会发展第十四个五年规划纲要"
NEXT_PLAN = "临河县国民经济和社会发展第十五个五年规划纲要"
HEALTH = "云州市“十四五”卫生健康规划"

HEAD_OF_TWO_ROWS: list[list[Cell]] = [
    [("类别", 2, 1), ("序号", 2, 1), ("指标", 2, 1), ("单位", 2, 1), ("2020年", 2, 1), ("规划目标", 1, 2), ("属性", 2, 1)],
    ["2025年", "年均增速〔累计〕"],
    [("创新", 2, 1), "1", "研发经费投入增长", "%", "—", "—", "＞7", "预期性"],
    ["2", "高价值发明专利拥有量", "件", "4.2", "10左右", "—", "预期性"],
    [("民生", 2, 1), "3", "城镇新增就业", "万人", "〔18〕", "—", "〔20〕", "预期性"],
    ["4", "平均受教育年限①", "年", "10.6", "11.2", "〔0.6〕", "约束性"],
    ["生态", "5", "单位地区生产总值能耗降低", "%", "〔17〕", "—", "〔14.5〕", "约束性"],
    ["", "6", "空气质量优良天数比率", "%", "85.3", "完成省下达目标", "—", "约束性"],
]  # fmt: skip
UNITS_IN_NAMES: list[list[Cell]] = [
    ["指标", "2025年", "2030年", "年均/累计", "属性"],
    [("一、经济发展", 1, 5)],
    ["1.地区生产总值（亿元）", "312", "430", "6.5%左右", "预期性"],
    ["2.城镇化率（%）", "52.4", "58", "[5.6]", "预期性"],
    [("二、生态环境", 1, 5)],
    ["3.森林覆盖率（%）", "38.1", "≥38.5", "—", "约束性"],
    ["其中：山区森林覆盖率", "61", "62以上", "—", "约束性"],
    ["4.化学需氧量排放量减少（%）", "—", "—", "[8]", "约束性"],
]
FORMER_PLAN: list[list[Cell]] = [
    [("指标名称", 2, 1), ("计量单位", 2, 1), ("“十三五”", 1, 2), ("“十四五”末目标", 2, 1)],
    ["规划目标", "2020年实际"],
    ["高速公路里程", "公里", "210", "236.5", "400"],
]
YEARLY_PLAN: list[list[Cell]] = [
    ["指标名称", "单位", "2024年完成", "2025年计划", "增长%"],
    ["地区生产总值", "亿元", "2150.6", "", "6左右"],
    ["城镇调查失业率", "%", "5.1", "5.5以内", ""],
]
PLACES: list[list[Cell]] = [
    ["县区", "城镇新增就业（人）", "农村公路（公里）", "备注"],
    ["临河县", "3200", "60.5", "含山区"],
    ["清溪区", "5600", "—", ""],
    ["合计", "8800", "60.5", ""],
]
PLACES_OF_ONE_THING: list[list[Cell]] = [
    ["序号", "乡镇（街道）", "2026年目标（个）"],
    ["1", "河湾镇", "12"],
    ["2", "青石乡", "8"],
]
YEARS: list[list[Cell]] = [
    ["年份", "城镇化率（%）", "城区人口（万人）"],
    ["2022年", "48.2", "31"],
    ["2030年", "60", "45"],
]
WORDS_IN_CELLS: list[list[Cell]] = [
    ["领域", "主要指标", "2025年目标值", "2035年展望", "性质"],
    [("健康", 4, 1), "人均预期寿命", "79.5岁", "81岁以上", "预期性"],
    ["每千人口医师数", "3.2-3.5人", "4人", "预期性"],
    ["中医馆覆盖率", "全覆盖", "全覆盖", "约束性"],
    ["慢性病过早死亡率", "比2020年下降10%", "持续下降", "预期性"],
]
SIDE_BY_SIDE: list[list[Cell]] = [
    ["指标", "单位", "2025年", "指标", "单位", "2025年"],
    ["粮食面积", "万亩", "86", "肉类产量", "万吨", "6.2"],
    ["农田面积", "万亩", "52.5", "", "", ""],
]
STAGES: list[list[Cell]] = [
    ["类型", "指标", "2023年（基期）", "到2025年", "2027年目标", "备注"],
    [("质效", 2, 1), "工业增加值增速", "5.6%", "6%", "7%左右", ""],
    ["规上工业企业", "412家", "500家", "600家以上", "累计数"],
    ["绿色", "单位能耗降幅", "—", "累计13.5%", "累计18%", "以2020年为基期"],
]
SUMS: list[list[Cell]] = [["指标", "2021—2025年累计", "2026—2030年累计"], ["新增保障性住房（套）", "3200", "4500"]]
DIVIDED_NAMES: list[list[Cell]] = [
    [("指标", 1, 2), "单位", "2030年"],
    [("人均可支配收入", 2, 1), "城镇居民", "元", "52000"],
    ["农村居民", "元", "28000"],
    [("养老床位", 1, 2), "张", "6400"],
]

TABLES: dict[str, tuple[str, str, list[list[Cell]], str]] = {
    "a head of two rows": (PLAN, "表1 主要指标", HEAD_OF_TWO_ROWS, """
        研发经费投入 ≥7% target 2025 rate annual
        高价值发明专利拥有量 =4.2件 achieved 2020 level
        高价值发明专利拥有量 ~10件 target 2025 level from 4.2 of 2020
        城镇新增就业 =180000人 achieved 2020 increase in all
        城镇新增就业 =200000人 target 2025 increase in all
        平均受教育年限 =10.6年 achieved 2020 level
        平均受教育年限 =11.2年 target 2025 level from 10.6 of 2020
        平均受教育年限 =0.6年 target 2025 increase in all
        单位地区生产总值能耗 =17% achieved 2020 decrease in all
        单位地区生产总值能耗 =14.5% target 2025 decrease in all
        空气质量优良天数比率 =85.3% achieved 2020 level"""),
    "units in names": (NEXT_PLAN, "主要目标", UNITS_IN_NAMES, """
        地区生产总值 =31200000000元 achieved 2025 level
        地区生产总值 =43000000000元 target 2030 level from 31200000000 of 2025
        地区生产总值 ~6.5% target 2030 rate annual
        城镇化率 =52.4% achieved 2025 level
        城镇化率 =58% target 2030 level from 52.4 of 2025
        城镇化率 =5.6% target 2030 increase in all
        森林覆盖率 =38.1% achieved 2025 level
        森林覆盖率 ≥38.5% target 2030 level from 38.1 of 2025
        山区森林覆盖率 =61% achieved 2025 level
        山区森林覆盖率 ≥62% target 2030 level from 61 of 2025
        化学需氧量排放量 =8% target 2030 decrease in all"""),
    "what the former plan had set": ("云州市“十四五”交通运输规划", "发展目标", FORMER_PLAN, """
        高速公路里程 =210公里 reference 2020 level
        高速公路里程 =236.5公里 achieved 2020 level
        高速公路里程 =400公里 target 2025 level from 236.5 of 2020"""),
    "a yearly plan": ("关于云州市2024年计划执行情况与2025年计划草案的报告", "主要指标", YEARLY_PLAN, """
        地区生产总值 =215060000000元 achieved 2024 level
        地区生产总值 ~6% target 2025 rate
        城镇调查失业率 =5.1% achieved 2024 level
        城镇调查失业率 ≤5.5% target 2025 level from 5.1 of 2024"""),
    "places in rows": ("云州市民生实事实施方案", "2025年各县区任务分解表", PLACES, """
        城镇新增就业 =3200人 target 2025 increase in 临河县
        农村公路 =60.5公里 target 2025 level in 临河县
        城镇新增就业 =5600人 target 2025 increase in 清溪区
        城镇新增就业 =8800人 target 2025 increase
        农村公路 =60.5公里 target 2025 level"""),
    "places, and the thing in the caption": ("临河县充电设施方案", "各乡镇充电站建设任务分解表", PLACES_OF_ONE_THING, """
        充电站 =12个 target 2026 level in 河湾镇
        充电站 =8个 target 2026 level in 青石乡"""),
    "years in rows": ("云州市新型城镇化规划（2023—2030年）", "发展目标", YEARS, """
        城镇化率 =48.2% achieved 2022 level
        城区人口 =310000人 achieved 2022 level
        城镇化率 =60% target 2030 level
        城区人口 =450000人 target 2030 level"""),
    "words in cells": (HEALTH, "主要指标", WORDS_IN_CELLS, """
        人均预期寿命 =79.5岁 target 2025 level
        人均预期寿命 ≥81岁 target 2035 level
        每千人口医师数 3.2–3.5人 target 2025 level
        每千人口医师数 =4人 target 2035 level
        中医馆覆盖率 =100% target 2025 level
        中医馆覆盖率 =100% target 2035 level
        慢性病过早死亡率 =10% target 2025 decrease"""),
    "parts side by side": ("临河县“十四五”农业农村规划", "主要指标", SIDE_BY_SIDE, """
        粮食面积 =860000亩 target 2025 level
        肉类产量 =62000吨 target 2025 level
        农田面积 =525000亩 target 2025 level"""),
    "stages": ("云州市制造业行动方案（2024—2027年）", "发展目标", STAGES, """
        工业增加值增速 =5.6% achieved 2023 level
        工业增加值增速 =6% target 2025 level from 5.6 of 2023
        工业增加值增速 ~7% target 2027 level from 5.6 of 2023
        规上工业企业 =412家 achieved 2023 level
        规上工业企业 =500家 target 2025 level from 412 of 2023
        规上工业企业 ≥600家 target 2027 level from 412 of 2023
        单位能耗降幅 =13.5% target 2025 level in all
        单位能耗降幅 =18% target 2027 level in all"""),
    "sums of several years": (NEXT_PLAN, "住房目标", SUMS, """
        新增保障性住房 =3200套 achieved 2025 increase in all
        新增保障性住房 =4500套 target 2030 increase in all"""),
    "names in two columns": (NEXT_PLAN, "民生指标", DIVIDED_NAMES, """
        人均可支配收入城镇居民 =52000元 target 2030 level
        人均可支配收入农村居民 =28000元 target 2030 level
        养老床位 =6400张 target 2030 level"""),
}  # fmt: skip
SIGNS = {"ge": "≥", "le": "≤", "approx": "~", "eq": "=", "range": ""}


def page(title: str, caption: str, rows: list[list[Cell]], *, below: str = "") -> bytes:
    """A web page of a plan with one table."""
    filled = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f"<html><body><h1>{title}</h1><p>一、总体要求</p><p>坚持稳中求进，统筹推进各项工作，确保目标如期实现。</p>"
        f"<p>{caption}</p><table>{filled}</table>{below}<p>二、保障措施</p><p>加强组织领导。</p></body></html>"
    ).encode()


def _cell(cell: Cell) -> str:
    text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
    return f'<td rowspan="{down}" colspan="{across}">{text}</td>'


def shown(figure: Figure) -> str:
    value = f"{figure.value}" if figure.value_max is None else f"{figure.value}–{figure.value_max}"
    words = [
        str(figure.indicator), f"{SIGNS[figure.comparator]}{value}{figure.unit}", figure.status, str(figure.deadline),
        figure.change,
    ]  # fmt: skip
    words += ["annual"] if figure.recurrence else []
    words += ["in all"] if figure.cumulative else []
    words += [f"in {figure.scope}"] if figure.scope else []
    words += [f"from {figure.baseline.value} of {figure.baseline.year}"] if figure.baseline else []
    return " ".join(words)


def figures(document: PolicyDocument) -> list[Figure]:
    return sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_says_what_it_says(name: str) -> None:
    title, caption, rows, expected = TABLES[name]
    document = parse(page(title, caption, rows))
    assert [shown(figure) for figure in figures(document)] == [line.strip() for line in expected.strip().splitlines()]
    assert {figure.clause for figure in figures(document)} == {"一"}


def test_a_deadline_is_told_by_the_head_of_its_column() -> None:
    document = parse(page(PLAN, "主要指标", HEAD_OF_TWO_ROWS))
    target = next(figure for figure in document.targets if figure.indicator == "高价值发明专利拥有量")
    assert target.deadline_text == "2025年"
    assert {words.text for words in target.evidence if words.field == "deadline"} == {"2025年"}


def test_the_year_of_the_plan_is_told_by_no_words() -> None:
    document = parse(page(PLAN, "主要指标", [["指标", "目标值"], ["床位数（张）", "300"]]))
    (target,) = document.targets
    assert (target.deadline, target.deadline_text) == (2025, None)


def test_the_property_of_a_row_is_that_of_its_figures() -> None:
    document = parse(page(PLAN, "主要指标", HEAD_OF_TWO_ROWS))
    assert {f.property for f in figures(document) if f.indicator == "平均受教育年限"} == {"约束性"}


def test_a_note_below_a_table_sets_no_targets() -> None:
    below = "<p>注：〔〕内为五年累计数，价格按2020年计算，增速为5年平均。</p>"
    plain = figures(parse(page(PLAN, "主要指标", HEAD_OF_TWO_ROWS)))
    assert [f.quote for f in figures(parse(page(PLAN, "主要指标", HEAD_OF_TWO_ROWS, below=below)))] == [
        f.quote for f in plain
    ]


def test_a_table_goes_on_in_a_second_one_without_a_head() -> None:
    head: list[list[Cell]] = [["指标", "单位", "2030年"], ["养老床位", "张", "6400"]]
    rest = "<p>续表</p><table><tr><td>托育机构</td><td>家</td><td>45</td></tr><tr><td>托位</td><td>个</td><td>3100</td></tr></table>"
    found = [(f.indicator, f.value, f.deadline) for f in parse(page(NEXT_PLAN, "民生指标", head, below=rest)).targets]
    assert found == [("养老床位", 6400, 2030), ("托育机构", 45, 2030), ("托位", 3100, 2030)]


def test_a_table_that_tells_no_indicators_gives_no_figures_of_bare_numbers() -> None:
    rows: list[list[Cell]] = [["姓名", "房间", "电话"], ["甲", "302", "6218"], ["乙", "305", "6220"]]
    assert figures(parse(page(PLAN, "联系人", rows))) == []


@pytest.mark.parametrize(
    ("caption", "unit"),
    [("主要产品产量（单位：万吨）", "吨"), ("主要产品产量<br>单位：万吨", "吨"), ("主要产品产量", "")],
)
def test_the_unit_above_a_table_is_that_of_all_values(caption: str, unit: str) -> None:
    rows: list[list[Cell]] = [["指标", "2030年"], ["粮食产量", "48"], ["蔬菜产量", "12"]]
    assert {f.unit for f in figures(parse(page(NEXT_PLAN, caption, rows)))} == {unit}


# ---- tables of tasks -------------------------------------------------------------------------------------------------

TASKS: dict[str, tuple[list[list[Cell]], str]] = {
    "duties below a head of two rows": ([
        [("序号", 2, 1), ("工作任务", 2, 1), ("责任分工", 1, 2), ("完成时限", 2, 1)],
        ["牵头单位", "配合单位"],
        ["1", "新增普惠托位800个", "县卫生健康局", "县发展改革局、县财政局", "2026年底"],
        ["2", "社区托育设施覆盖率达到70%以上", "县卫生健康局", "各乡镇人民政府", "2027年6月"],
    ], """
        800个 2026 县卫生健康局 lead, 县发展改革局 support, 县财政局 support
        70% 2027 县卫生健康局 lead, 各乡镇人民政府 support"""),
    "a leader's name beside the bodies": ([
        ["主要任务", "责任领导", "牵头单位", "责任单位", "完成时间"],
        ["建成标准化厂房12万平方米", "王建国", "县工信局", "县自然资源局", "2026年12月底前"],
    ], "12万平方米 2026 县工信局 lead, 县自然资源局 joint"),
    "bodies of several rows": ([
        ["重点任务", "具体措施", "牵头单位", "配合单位", "时限要求"],
        [("获得用水", 2, 1), "报装环节压减至2个", ("市水务局", 2, 1), "各区人民政府", "2025年底"],
        ["新建排水管网120公里", "市城管局", "2026年12月"],
    ], """
        2个 2025 市水务局 lead, 各区人民政府 support
        120公里 2026 市水务局 lead, 市城管局 support"""),
    "indicators of tasks": ([
        ["重点任务", "指标", "2025年", "2026年", "责任单位"],
        [("补齐水利短板", 2, 1), "供水能力（万吨/日）", "2", "3.5", ("县水利局", 2, 1)],
        ["管网漏损率（%）", "11以内", "9以内"],
    ], """
        2 2025 县水利局 lead
        3.5 2026 县水利局 lead
        11 2025 县水利局 lead
        9 2026 县水利局 lead"""),
    "roles within the cells": ([
        ["序号", "任务", "牵头及责任单位", "时间节点"],
        ["1", "完成老旧小区改造48个", "市住建局牵头，市财政局、各区人民政府配合", "2025年10月底"],
        ["2", "加装电梯60部", "市住建局", "2025年底"],
    ], """
        48个 2025 市住建局 lead, 市财政局 support, 各区人民政府 support
        60部 2025 市住建局 lead"""),
}  # fmt: skip


@pytest.mark.parametrize("name", TASKS)
def test_each_row_says_who_answers_for_it_and_until_when(name: str) -> None:
    rows, expected = TASKS[name]
    document = parse(page("云州市2025年重点工作实施方案", "重点任务分解表", rows))
    found = [
        f"{f.quote} {f.deadline} {', '.join(f'{party.name} {party.role}' for party in f.parties)}"
        for f in figures(document)
    ]
    assert found == [line.strip() for line in expected.strip().splitlines()]


def test_the_indicator_of_a_row_is_no_task() -> None:
    document = parse(page("云州市2025年重点工作实施方案", "重点任务分解表", TASKS["indicators of tasks"][0]))
    assert {f.indicator for f in figures(document)} == {"供水能力", "管网漏损率"}
