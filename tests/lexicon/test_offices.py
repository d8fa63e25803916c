"""What bodies are in charge of: bureaus that were joined, branches, centres, two name-boards."""

from __future__ import annotations

import pytest

from policyparse.lexicon import Lexicon
from policyparse.lexicon.offices import offices

LEXICON = Lexicon.load()

ALIKE = (
    "市医疗保障局 区医保分局 区医疗保障分局 市医保局高新区分局 云江医保分局",
    "市公安局 区公安分局 公安云江分局 省公安厅",
    "市自然资源和规划局 县自规局 区规划资源局 市规划和自然资源局 区自然资源分局",
    "市工业和信息化局 县工信局 市经信局 县科技和工业信息化局 县工业和信息化科技局 县科工局",
    "市卫生健康委 县卫健局 县卫生健康和体育局",
    "市人力资源社会保障局 县人社局 区人力社保局",
    "市住房城乡建设局 县住建局 市住建委 县住房城乡建设管理局 区住建和交通局",
    "市文化和旅游局 县文旅局 县文化广电旅游体育局 县文广旅体局",
    "市市场监管局 县市监局 区市场监管分局",
    "市应急管理局 县应急局",
    "市农业农村局 县农业农村和水利局 县农牧和科技局",
    "市乡村振兴局 县扶贫办 市乡村振兴办",
    "市大数据局 县数据局 市数据资源管理局 市政务服务和大数据管理局 县大数据服务中心",
    "市行政审批局 县行政审批服务局 市政务服务管理局 县政务中心",
    "市退役军人事务局 县退役军人局",
    "市林业局 县自然资源和林业局 县林业事业发展中心",
    "市发展改革委 县发改局 县发展改革和科技局",
    "市教育局 县教体局 县教育科技体育局",
    "市交通运输局 县交通运输和港航局",
    "市地震局 市应急管理局（市地震局）",
)


@pytest.mark.parametrize("names", ALIKE)
def test_bodies_of_one_work_have_an_office_in_common(names: str) -> None:
    shared = set.intersection(*(set(offices(name, LEXICON)) for name in names.split()))
    assert len(shared) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("县科技和工业信息化局", ("科学技术", "工业信息化")),
        ("县工业信息化和商务局", ("工业信息化", "商务")),
        ("县商务文旅和体育局", ("商务", "文化旅游", "体育")),
        ("市发展和改革委员会", ("发展改革",)),
        ("市城市管理综合行政执法局", ("城市管理",)),
        ("市公积金管理中心", ("公积金",)),
        ("市人力资源和社会保障局", ("人力资源社会保障",)),
        ("县芦笋产业发展局", ("芦笋产业发展局",)),
    ],
)
def test_the_name_tells_all_of_it(name: str, expected: tuple[str, ...]) -> None:
    assert offices(name, LEXICON) == expected


def test_banks_and_those_who_watch_them_are_no_local_offices_of_finance() -> None:
    assert not set(offices("人行云州市分行", LEXICON)) & set(offices("市地方金融管理局", LEXICON))


@pytest.mark.parametrize("name", ["", "局", "分局", "局" * 10_000, "农业" * 5_000, "（" * 10_000, "科技" * 19 + "局"])
def test_any_text_is_survived(name: str) -> None:
    assert offices(name, LEXICON)
