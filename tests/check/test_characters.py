"""Brackets, quotes, stutters, glyphs, mojibake, widths, scripts, dates and numbers of documents."""

from __future__ import annotations

import pytest

from plans import SENTENCES
from policyparse.check.engine import check
from policyparse.pipeline import parse_text

Told = list[tuple[str, str, str | None]]


def told(words: str, codes: str) -> Told:
    """What the rules whose codes begin with one of `codes` say: name, the place's words, the suggestion."""
    document = check(parse_text(words))
    families = tuple(codes.split())
    return [
        (f.name, document.source_text(f.span), f.suggestion) for f in document.findings if f.code.startswith(families)
    ]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("落实《校车安全管理条例，配齐照管人员。", ["《"]),
        ("落实校车安全管理条例》，配齐照管人员。", ["》"]),
        ("配齐照管人员。（县教育局、县公安局负责", ["（"]),
        ("推广“互联网+护理服务，方便群众。", ["“"]),
        ("推广互联网+护理服务”，方便群众。", ["”"]),
        ("推广“互联网+”护理（上门、巡诊）服务。", []),
        ("做到：1）配齐人员；2）定期检修；（3）公开结果。", []),
        ("培育“小巨人”“单项冠军”企业。", []),
        ("讲好“云州故事。\n传承红色基因”，办好节庆活动。", []),
        ("推行“一村一策（含试点村）”。", []),
        ("参数区间为〔0.5—0.9〕，误差3σ’以内。", ["’"]),
    ],
)
def test_halves_of_brackets_and_quotes(words: str, marks: list[str]) -> None:
    assert [place for _, place, _ in told(f"一、{words}\n", "B103 B104")] == marks


@pytest.mark.parametrize(
    ("words", "stutters"),
    [
        ("推动农民就近就近就业。", ["就近就近"]),
        ("培育临河县、临河县等产业集群。", ["临河县、临河县"]),
        ("坚持统筹推进、统筹推进各项改革。", ["统筹推进、统筹推进"]),
        ("推动产业发展、发展环境优化。", []),
        ("一个一个解决，一项一项落实。", []),
        ("确保人人享有、户户受益、村村通达。", []),
        ("对学校每校每年补助3万元。", []),
        ("促进县城与县城、村与村联动。", []),
        ("支持返乡创业，鼓励返乡乡创业人员参训。", ["返乡乡"]),
        ("推进县城城镇化，以城镇带动乡村，我县城镇人口增加。", []),
        ("发挥政府投资作用，规范政府投投资项目，政府投资应当公开。", ["府投投"]),
        ("农民工工资专户全覆盖，农民工就业稳定，增加农民工资性收入，工资按月发放。", []),
        ("加快平台建设。加快平台建设和应用，落实二十二十项任务。", []),
    ],
)
def test_stutters(words: str, stutters: list[str]) -> None:
    assert [place for _, place, _ in told(words + "\n", "D104")] == stutters


def test_a_sentence_twice_in_succession() -> None:
    words = SENTENCES[0] + SENTENCES[1] + SENTENCES[1] + SENTENCES[2] + "\n"
    assert [place for _, place, _ in told(words, "D104")] == [SENTENCES[1] * 2]


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("参保率达到%以上。", ["达到%"]),
        ("培育农业、、旅游业。", ["、、"]),
        ("落实《》有关要求。", ["《》"]),
        ("实施方案（20262028年）印发执行。", ["20262028"]),
        ("到年，全面完成任务。", ["到年"]),
        ("增长个体经营户，超过万众期待。", []),
        ("专业点达到个。", ["达到个"]),
        ("注：〔〕内为累计数。", []),
        ("参保率达到96%以上。", []),
        ("明确：“十五五”时期建成。", []),
    ],
)
def test_signs_of_a_loss(words: str, signs: list[str]) -> None:
    assert [place for _, place, _ in told(words + "\n", "B106")] == signs


@pytest.mark.parametrize(
    ("words", "glyphs"),
    [
        ("加强□河水利工程。", ["□"]),
        ("加强\ufffd\ufffd水利工程。", ["\ufffd\ufffd"]),
        ("建设(cid:123)区三处。", ["(cid:123)"]),
        ("□同意　□不同意", []),
        ("为什么要建？因为需要。", []),
    ],
)
def test_lost_glyphs(words: str, glyphs: list[str]) -> None:
    assert [place for _, place, _ in told(words + "\n", "B107")] == glyphs


def test_mojibake_is_read_back() -> None:
    broken = "支持农村小学改善条件".encode().decode("gb18030", "ignore")
    ((_, place, suggestion),) = told(f"一、加强学校建设。{broken}，改善办学条件。\n", "B108")
    assert place.startswith(broken[:-1])
    assert suggestion is not None
    assert "农村小学改善条" in suggestion


def test_rare_characters_are_no_mojibake() -> None:
    assert told("涓流汇成大河，浠水县、娄底市、鄄城县、郓城县加强协作，编制变更方案。\n", "B108") == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("（云发改规划〔202369号）", [("云发改规划〔202369号", "云发改规划〔2023〕69号")]),
        ("（云政办发202331号）", [("云政办发202331号", "云政办发〔2023〕31号")]),
        ("（云政办发2023〕31号）", [("云政办发2023〕31号", "云政办发〔2023〕31号")]),
        ("（云政办发〔2023〕31）", [("云政办发〔2023〕31", None)]),
        ("（云政办发〔2023〕31号）", []),
        ("2024年第3号公告，编号20231234号，电话20231234。", []),
        ("发展2025年版目录，文号为〔2023〕31号。", []),
    ],
)
def test_document_numbers(words: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [found[1:] for found in told(f"一、落实《行动方案》{words}。\n", "M101")] == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("云州市人民政府办公室\n2023614\n", [("2023614", "2023年6月14日")]),
        ("云州市人民政府办公室\n2023111\n", [("2023111", None)]),
        ("联系电话\n2023614\n", []),
        ("请于2023年914日前报送。\n", [("2023年914日", "2023年9月14日")]),
        ("请于2023年2月30日前报送。\n", [("2023年2月30日", None)]),
        ("请于2024年2月29日前报送。\n", []),
    ],
)
def test_dates(words: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [found[1:] for found in told("一、总体要求\n" + SENTENCES[0] + "\n" + words, "M102")] == wanted


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("依据第十四个五年规划和2023年远景目标纲要。", ["2023"]),
        ("依据第十四个五年规划和2035年远景目标纲要。", []),
        ("“十四五”时期（2020—2025年）", ["2020—2025"]),
        ("“十五五”时期（2026—2030年）", []),
        ("“十三五”（2016—2020年）期间", []),
    ],
)
def test_years(words: str, years: list[str]) -> None:
    assert [place for _, place, _ in told(words + "\n", "M103")] == years


def test_half_width_marks_of_a_paragraph_are_one_finding_and_those_of_a_document_one() -> None:
    half = SENTENCES[0].replace("，", ",")
    assert [name for name, _, _ in told(SENTENCES[1] + "\n" + half + "\n", "C104")] == ["folded-width"]
    assert len(told("\n".join([half] * 15) + "\n", "C104")) == 1


def test_a_comma_within_a_number() -> None:
    assert told("新建路灯1，350盏，改造2，3层楼房。\n", "C104") == [("folded-width", "，", ",")]


def test_blanks_within_words_and_numbers_but_not_behind_a_number() -> None:
    words = "一、 总体要求\n人均面积达到2. 1平方米，农村  学校全部改造。\n（一） 主要任务\n改善条件。\n"
    assert [place for _, place, _ in told(words, "C106")] == ["2. 1", "  "]


def test_a_stray_character_of_the_other_script() -> None:
    assert told("支持各縣新建学校二十所，改善农村办学条件，促进教育公平发展。\n", "C103") == [
        ("mixed-script", "縣", "县")
    ]


def test_a_traditional_document_is_not_mixed() -> None:
    words = "雲州市數字經濟發展規劃\n一、總體要求\n推進基礎設施建設，優化營商環境，構築產業體系，提升服務質量。\n"
    assert told(words, "C103") == []


def test_a_document_number_in_the_table_of_a_portal_is_read_as_well() -> None:
    head = "云州市数字乡村发展规划\n\n  • 中文名：云州市数字乡村发展规划\n  • 发文字号：云政办发202631号\n  • 成文日期：2026年3月18日\n\n"
    body = "\n".join(f"（{n}）完善乡村网络设施，推动公共服务向村级延伸。" for n in "一二三四五")
    document = check(parse_text(head + body + "\n"))
    found = [f for f in document.findings if f.name == "malformed-document-number"]
    assert [(document.source_text(f.span), f.suggestion) for f in found] == [
        ("云政办发202631号", "云政办发〔2026〕31号")
    ]
