"""Names of bodies: every row's example, the rows as data, levels, lists and offices."""

from collections import Counter

import pytest

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body, is_named_body, office, read_bodies, read_body
from policyparse.lexicon.rows import BodyWord, Department

LEXICON = Lexicon.load()
LEVELS = ("", "national", "province", "city", "county", "town")


@pytest.mark.parametrize("row", LEXICON.departments, ids=lambda row: row.surface)
def test_every_department_reads_its_example(row: Department) -> None:
    body = read_body(row.example, LEXICON)
    assert body.row == row, "a longer row takes the name"
    assert body.canonical.endswith(row.canonical)
    assert body.office == row.office
    assert not row.level or body.level == row.level


@pytest.mark.parametrize("row", [row for row in LEXICON.bodies if row.side == "start"], ids=lambda row: row.surface)
def test_every_level_word_gives_its_example_its_level(row: BodyWord) -> None:
    assert read_body(row.example, LEXICON).level == row.level


@pytest.mark.parametrize("row", [row for row in LEXICON.bodies if row.side != "start"], ids=lambda row: row.surface)
def test_every_ending_makes_its_example_a_body(row: BodyWord) -> None:
    assert row.example.endswith(row.surface)
    assert is_body(row.example, LEXICON)
    assert not row.level or read_body(row.example, LEXICON).level == row.level


def test_departments_are_sorted_unique_and_broad() -> None:
    rows = LEXICON.departments
    assert list(rows) == sorted(rows, key=lambda row: (row.office, row.canonical, row.surface))
    assert max(Counter(row.surface for row in rows).values()) == 1
    assert len(rows) >= 200
    assert {row.level for row in rows} <= set(LEVELS)
    full = {row.surface: row for row in rows}
    assert all(full[row.canonical].canonical == row.canonical for row in rows), "full names are rows too"
    assert all(full[row.canonical].office == row.office for row in rows)


def test_words_of_names_are_sorted_and_none_says_what_another_says() -> None:
    rows = LEXICON.bodies
    assert list(rows) == sorted(rows, key=lambda row: (row.side, row.surface))
    ends = [row for row in rows if row.side != "start"]
    for row in ends:
        shorter = [other for other in ends if row.surface != other.surface and row.surface.endswith(other.surface)]
        assert row.side == "branch" or all(row.level != other.level for other in shorter), row


@pytest.mark.parametrize(
    ("names", "canonical"),
    [
        ("市发改委 市发展改革委 市发展和改革委 市发展和改革委员会", "市发展和改革委员会"),
        ("县住建局 县住房城乡建设局 县住房和城乡建设局", "县住房和城乡建设局"),
        ("云州市人社局 云州市人力资源社会保障局", "云州市人力资源和社会保障局"),
        ("区卫健委 区卫生健康委", "区卫生健康委员会"),
        ("各县区政府 各县区人民政府", "各县区人民政府"),
        ("人行云州市分行 人民银行云州市分行", "中国人民银行云州市分行"),
        ("国家发改委 国家发展改革委", "国家发展和改革委员会"),
        ("市委编办 市委编委办", "市委机构编制委员会办公室"),
        ("团市委 共青团市委 市团委", "共青团市委"),
        ("市委金融办（市地方金融管理局） 市委金融办", "市委金融委员会办公室"),
        ("省政府国资委 省国资委", "省国有资产监督管理委员会"),
    ],
)
def test_ways_to_write_one_body_have_one_full_name(names: str, canonical: str) -> None:
    assert {read_body(name, LEXICON).canonical for name in names.split()} == {canonical}


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("国家税务总局", "national"),
        ("国家税务总局云州市税务局", "city"),
        ("国家金融监督管理总局临河监管支局", "county"),
        ("国家金融监督管理总局云东监管局", None),
        ("公安部", "national"),
        ("国务院各部门", "national"),
        ("省委宣传部", "province"),
        ("商务厅", "province"),
        ("上海市发展改革委", "province"),
        ("云东省人民政府", "province"),
        ("各省（区、市）人民政府", "province"),
        ("云州市财政局", "city"),
        ("镇江市财政局", "city"),
        ("云江自治州教育局", "city"),
        ("市生态环境局临河分局", "city"),
        ("市县城建设专班", "city"),
        ("各地级以上市人民政府", "city"),
        ("各市、县（市、区）人民政府", "city"),
        ("县城建设指挥部", "county"),
        ("云州市临河县水务局", "county"),
        ("云江高新技术产业开发区", "county"),
        ("各县（市、区）人民政府", "county"),
        ("区城管委", "county"),
        ("各乡镇（街道）", "town"),
        ("云河街道办事处", "town"),
        ("中国移动云河分公司", None),
        ("云河水业集团", None),
        ("各成员单位", None),
    ],
)
def test_level(name: str, level: str | None) -> None:
    assert read_body(name, LEXICON).level == level


def test_a_list_says_its_level_once() -> None:
    names = ["市委宣传部", "文旅局", "海关", "各县区", "教体局"]
    assert [body.canonical for body in read_bodies(names, LEXICON)] == [
        "市委宣传部", "市文化和旅游局", "海关", "各县区", "市教育和体育局",
    ]  # fmt: skip
    assert [body.level for body in read_bodies(["省财政厅", "教育厅", "医保局"], LEXICON)] == ["province"] * 3


def test_a_list_of_national_bodies_makes_the_others_national() -> None:
    bodies = read_bodies(["发展改革委", "教育部", "国资委", "统计局"], LEXICON)
    assert [body.canonical for body in bodies] == [
        "国家发展和改革委员会", "教育部", "国务院国有资产监督管理委员会", "国家统计局",
    ]  # fmt: skip
    assert {body.level for body in bodies} == {"national"}


def test_names_without_any_level_stay_as_they_are() -> None:
    assert [body.canonical for body in read_bodies(["发改局", "财政局"], LEXICON)] == ["发展和改革局", "财政局"]


@pytest.mark.parametrize(
    "names",
    [
        "县发展和改革局 县发展和改革委员会 市发改委 国家发展改革委",
        "县水务局 市水利局 省水利厅 水利部",
        "县综合行政执法局 市城管局 区城市管理委",
        "县自然资源局 市自然资源和规划局 省自然资源厅",
        "县城乡融合发展领导小组 市城乡融合发展领导小组",
    ],
)
def test_bodies_of_all_levels_that_do_the_same_share_an_office(names: str) -> None:
    assert len({office(name, LEXICON) for name in names.split()}) == 1


def test_what_is_no_body() -> None:
    assert not is_body("加快项目建设", LEXICON)
    assert not is_body("政府", LEXICON)
    assert not is_body("局", LEXICON)
    assert not is_body("市" * 100 + "局", LEXICON)
    assert is_named_body("市住建局", LEXICON)
    for name in ("住建局", "各县区政府", "县级以上人民政府", "县级以上人民政府水行政主管部门", "市发展改革部门"):
        assert not is_named_body(name, LEXICON)
