"""What a responsibility statement says: the bodies, their roles, the time limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.extract.duties.parties import LONGEST_STATEMENT, parties_in, read_statement
from policyparse.lexicon import Lexicon

LEXICON = Lexicon.load()
ROLES = {"L": "lead", "J": "joint", "S": "support"}


def read(statement: str, *, first_leads: bool = False) -> list[str] | None:
    """The parties as ``name role``, the role by its first letter."""
    reading = read_statement(statement, LEXICON, first_leads=first_leads)
    return None if reading is None else [f"{party.name} {party.role[0].upper()}" for party in reading.parties]


@pytest.mark.parametrize(
    ("statement", "parties"),
    [
        # duty words after the bodies
        ("县林业局负责", "县林业局 L"),
        ("县林业局、县水利局负责", "县林业局 J,县水利局 J"),
        ("县林业局和县水利局共同负责", "县林业局 J,县水利局 J"),
        ("县林业局、县水利局按职责分工负责", "县林业局 J,县水利局 J"),
        ("县林业局、县水利局按照各自职责分工抓好落实", "县林业局 J,县水利局 J"),
        ("市直有关部门按职责分工负责", "市直有关部门 J"),
        ("县林业局、县水利局牵头", "县林业局 L,县水利局 L"),
        ("县林业局牵头负责，各乡镇人民政府配合", "县林业局 L,各乡镇人民政府 S"),
        ("县林业局牵头，县水利局、县财政局按职责分工负责", "县林业局 L,县水利局 J,县财政局 J"),
        ("县林业局牵头、县财政局参与、市水利局指导", "县林业局 L,县财政局 S,市水利局 S"),
        ("县林业局牵头推进，县财政局做好配合", "县林业局 L,县财政局 S"),
        ("县林业局、县水利局，县园林绿化服务中心牵头", "县林业局 L,县水利局 L,县园林绿化服务中心 L"),
        ("县林业局负责，县水利局、县财政局配合", "县林业局 L,县水利局 S,县财政局 S"),
        ("县林业局负责苗木采购，县财政局负责资金保障", "县林业局 J,县财政局 J"),
        ("县委组织部牵头，县委编办、县人社局，各镇街配合", "县委组织部 L,县委编办 S,县人社局 S,各镇街 S"),
        ("县林业局牵头，各乡镇人民政府", "县林业局 L,各乡镇人民政府 J"),
        ("县教育局主办，县财政局协办", "县教育局 L,县财政局 S"),
        ("省林业局、水利厅按职责分工负责，各设区市人民政府结合实际落实", "省林业局 J,水利厅 J,各设区市人民政府 J"),
        ("由市数据局牵头，各部门配合", "市数据局 L,各部门 S"),
        ("原则上由市数据局负责", "市数据局 L"),
        # 会同
        ("县林业局会同县水利局负责", "县林业局 L,县水利局 J"),
        ("县林业局会同县水利局、县财政局制定办法", "县林业局 L,县水利局 J,县财政局 J"),
        (
            "县林业局牵头会同县水利局、县财政局制定，各乡镇配合",
            "县林业局 L,县水利局 J,县财政局 J,各乡镇 S",
        ),
        # labels before the bodies
        ("责任单位：县林业局、县水利局", "县林业局 L,县水利局 L"),
        (
            "责任单位:县林业局,配合单位:县水利局、县财政局,各乡镇人民政府",
            "县林业局 L,县水利局 S,县财政局 S,各乡镇人民政府 S",
        ),
        ("牵头单位：县林业局；责任单位：县水利局、县财政局", "县林业局 L,县水利局 J,县财政局 J"),
        ("责任单位：县林业局。配合单位：县水利局。", "县林业局 L,县水利局 S"),
        ("牵头（责任）单位：县林业局", "县林业局 L"),
        ("主要责任单位：县林业局", "县林业局 L"),
        ("牵头单位：县林业局 配合单位：县水利局", "县林业局 L,县水利局 S"),
        ("责任单位：县林业局 县水利局", "县林业局 L,县水利局 L"),
        ("责任领导：王某某；责任单位：县林业局；联系人：李某某", "县林业局 L"),
        ("预期性指标，牵头单位：县林业局；责任单位：各乡镇，以下均需各村落实，不再逐一列出", "县林业局 L,各乡镇 J"),
        ("责任单位：县林业局、县水利局按职责分工负责。以下任务均涉及各乡镇，不再列出，下同。", "县林业局 J,县水利局 J"),
        ("责任单位：县林业局牵头，县水利局配合", "县林业局 L,县水利局 S"),
        ("责任部门：县林业局，参加单位：县委宣传部、县融媒体中心", "县林业局 L,县委宣传部 S,县融媒体中心 S"),
        ("责任单位：云河水务、县水利局", "云河水务 L,县水利局 L"),
        ("责任单位：\n县林业局、县水利局", "县林业局 L,县水利局 L"),
        # marks that are missing
        ("县林业局牵头县水利局、县财政局配合", "县林业局 L,县水利局 S,县财政局 S"),
        ("县林业局县水利局负责", "县林业局 J,县水利局 J"),
        ("责任单位：县林业局、县水利局 完成时限：年底前", "县林业局 L,县水利局 L"),
        # lists of bodies alone
        ("县林业局、县水利局", "县林业局 J,县水利局 J"),
        ("县林业局", "县林业局 L"),
        ("县林业局，各乡、镇人民政府", "县林业局 J,各乡、镇人民政府 J"),
    ],
)
def test_parties_and_roles(statement: str, parties: str) -> None:
    assert read(statement) == parties.split(",")


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("县林业局、县水利局等部门负责", "县林业局,县水利局"),
        ("县林业局、县水利局等按职责分工负责", "县林业局,县水利局"),
        ("县林业局等5个县直有关部门和各乡镇人民政府负责", "县林业局,各乡镇人民政府"),
        (
            "省林业局、省水利厅等省有关部门和各地级以上市人民政府按职责分工负责",
            "省林业局,省水利厅,各地级以上市人民政府",
        ),
        ("县发展和改革局、县文化和旅游局负责", "县发展和改革局,县文化和旅游局"),
        ("县文化和旅游局和县教育局负责", "县文化和旅游局,县教育局"),
        ("各市、县（市、区）人民政府负责", "各市、县（市、区）人民政府"),
        ("各市、州、县人民政府，省林业局负责", "各市、州、县人民政府,省林业局"),
        ("各县区、县水利局负责", "各县区,县水利局"),
        ("各乡镇（街道、园区）、县水利局负责", "各乡镇（街道、园区）,县水利局"),
        ("市委金融办（市地方金融管理局）、市财政局负责", "市委金融办（市地方金融管理局）,市财政局"),
        ("县重点产业“链长制”办公室负责", "县重点产业“链长制”办公室"),
        ("县 林业局、县水 利局负责", "县林业局,县水利局"),
        ("县林业局、县水利局以及各乡镇人民政府负责", "县林业局,县水利局,各乡镇人民政府"),
        ("各牵头单位按职责分工负责", "各牵头单位"),
        ("县实施品牌战略领导小组办公室负责", "县实施品牌战略领导小组办公室"),
        ("县就业指导中心、县人社局负责", "县就业指导中心,县人社局"),
        ("国网云河供电公司、各金融机构负责", "国网云河供电公司,各金融机构"),
        ("县林业局牵头，县林业局、县水利局负责", "县林业局,县水利局"),
    ],
)
def test_names(statement: str, names: str) -> None:
    reading = read_statement(statement, LEXICON)
    assert reading is not None
    assert [party.name for party in reading.parties] == names.split(",")


@pytest.mark.parametrize(
    ("statement", "deadline"),
    [
        ("牵头单位：县林业局；完成时限：2027年6月底前", "2027年6月底前"),
        ("完成时间：2027年，长期坚持；责任单位：县林业局", "2027年，长期坚持"),
        ("县林业局牵头，2027年底前完成", "2027年底前完成"),
        ("国家林草局牵头，9月底前出台办法，年内持续推进", "9月底前出台办法，年内持续推进"),
        ("2027年底前由县林业局负责", "2027年底前"),
        ("县林业局、县水利局负责，持续推进", "持续推进"),
        ("县林业局负责", None),
    ],
)
def test_time_limit(statement: str, deadline: str | None) -> None:
    reading = read_statement(statement, LEXICON)
    assert reading is not None
    assert reading.deadline == deadline


@pytest.mark.parametrize(
    "text",
    [
        "含县级市",
        "2026—2030年",
        "见附件3",
        "一",
        "以下简称县林业局",
        "谁主管谁负责",
        "谁审批、谁监管、谁负责",
        "党委领导、政府负责、社会协同、公众参与",
        "政府负责",
        "由专人负责",
        "县长负责制",
        "张某某负责",
        "由县林业局负责解释",
        "县林业局负责人",
        "以村民委员会为主体，各部门负责",
        "中央统筹、省负总责、市县乡抓落实",
        "来源：县统计局",
        "联系单位：县林业局；联系电话：0000",
        "完成时限：2027年6月",
        "责任领导：王某某",
        "责任单位：",
        "责任单位见分工表",
        "推进项目落实",
        "财政、教育、民政等部门",
        "",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert read(text) is None


def test_the_first_body_leads_where_the_document_says_so() -> None:
    assert read("县林业局、县水利局、县财政局负责", first_leads=True) == ["县林业局 L", "县水利局 J", "县财政局 J"]
    assert read("责任单位：县林业局、县水利局", first_leads=True) == ["县林业局 L", "县水利局 J"]
    assert read("责任单位：县林业局、县水利局；配合单位：县财政局", first_leads=True) == [
        "县林业局 L", "县水利局 J", "县财政局 S",
    ]  # fmt: skip
    assert read("县林业局、县水利局牵头，县财政局配合", first_leads=True) == ["县林业局 L", "县水利局 L", "县财政局 S"]
    assert read("责任单位：县林业局、县水利局（列第一位的为牵头单位，下同）", first_leads=True) == [
        "县林业局 L", "县水利局 J",
    ]  # fmt: skip


def test_a_party_has_its_full_name_and_level() -> None:
    reading = read_statement("市住建局牵头，财政局、各县区政府配合", LEXICON)
    assert reading is not None
    assert [(party.canonical, party.level) for party in reading.parties] == [
        ("市住房和城乡建设局", "city"), ("市财政局", "city"), ("各县区人民政府", "county"),
    ]  # fmt: skip


def test_cells_of_a_table() -> None:
    assert [(p.name, p.role) for p in parties_in("县林业局、县水利局", "lead", LEXICON)] == [
        ("县林业局", "lead"), ("县水利局", "lead"),
    ]  # fmt: skip
    assert [p.role for p in parties_in("县林业局\n县水利局", "support", LEXICON)] == ["support", "support"]
    assert [p.role for p in parties_in("县林业局牵头，县水利局配合", "lead", LEXICON)] == ["lead", "support"]
    assert parties_in("—", "lead", LEXICON) == ()


@given(st.text("县市区林业水利局委政府牵头负责配合单位责任：，、；。（）(由会同和等各 \n2025年", max_size=60))
def test_any_text_is_read_or_is_none(text: str) -> None:
    reading = read_statement(text, LEXICON)
    if reading is not None:
        names = [party.name for party in reading.parties]
        assert names
        assert len(set(names)) == len(names)
        assert all(name and not set(name) & set(" \n；。") for name in names)


def test_what_is_too_long_is_no_statement() -> None:
    assert read("县林业局、" * LONGEST_STATEMENT + "县水利局负责") is None


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("市人社局市财政局市教育局", ["市人社局", "市财政局", "市教育局"]),
        ("市委组织部市数据局", ["市委组织部", "市数据局"]),
        ("区水务局，区财政局，各镇（街道、园区）", ["区水务局", "区财政局", "各镇（街道、园区）"]),
        ("县武装部、县民政局、县水务局", ["县武装部", "县民政局", "县水务局"]),
        ("含市财政局、市税务局认定的企业", None),
        ("云州集团、云州控股", None),
    ],
)
def test_lists_without_a_duty_word(content: str, names: list[str] | None) -> None:
    reading = read_statement(content, LEXICON)
    assert (None if reading is None else [party.name for party in reading.parties]) == names
