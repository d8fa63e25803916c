"""The elements of a letterhead, one by one, damaged ones included."""

from __future__ import annotations

import pytest

from policyparse.lexicon import Lexicon
from policyparse.model.metadata import Metadata, Period
from policyparse.model.source import Source
from policyparse.model.text import Edit, MappedText
from policyparse.normalize import normalize
from policyparse.structure import letterhead, outline
from policyparse.structure.dates import find_date, is_date_line, mend_date
from policyparse.structure.kinds import kind
from policyparse.structure.names import attachment_titles, split_bodies
from policyparse.structure.periods import period
from policyparse.structure.places import region
from policyparse.structure.script import script

LEXICON = Lexicon.load()
PARAGRAPH = "为提升服务水平，促进产业健康发展，结合我市实际，现就有关事项通知如下，请认真抓好贯彻落实。"


def read(text: str, *, properties: tuple[tuple[str, str], ...] = ()) -> Metadata:
    source = Source(text=text, properties=properties)
    mapped = normalize(source, LEXICON)
    return letterhead(mapped, outline(mapped, source, LEXICON), source, LEXICON)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024年5月6日", "2024-05-06"),
        ("二○二四年五月六日", "2024-05-06"),
        ("二〇一二年十二月二十一日", "2012-12-21"),
        ("2024 年 11 月 30 日", "2024-11-30"),
        ("中华民国113年5月6日", "2024-05-06"),
        ("发布时间：2023-06-15 15:18", "2023-06-15"),
        ("２０２４年５月６日", "2024-05-06"),
        ("2024年13月6日", None),
        ("2024年2月30日", None),
        ("2024年5月", None),
    ],
)
def test_dates(words: str, iso: str | None) -> None:
    dated = find_date(words, LEXICON)
    assert (dated.iso if dated else None) == iso


def test_a_line_is_a_date_only_where_nothing_else_stands_in_it() -> None:
    assert is_date_line("（2024年5月6日）", LEXICON)
    assert not is_date_line("2024年5月6日前完成", LEXICON)


@pytest.mark.parametrize(
    ("words", "near", "iso"),
    [
        ("2023614", "2023-06-15", "2023-06-14"),
        ("2023112", "2023-01-15", "2023-01-12"),
        ("2023112", "2023-11-03", "2023-11-02"),
        ("20231102", "2023-11-03", "2023-11-02"),
        ("2023614", None, None),  # nothing confirms it
        ("2023614", "2022-01-05", None),  # published long before it was written
        ("2023年6月", "2023-06-15", None),
    ],
)
def test_a_damaged_date_is_read_where_the_publication_leaves_one_reading(
    words: str, near: str | None, iso: str | None
) -> None:
    assert mend_date(words, near, LEXICON) == iso


def test_damaged_number_and_date_are_confirmed_by_what_the_page_says() -> None:
    text = (
        "云州市关于印发云州市水利方案的通知\n发布时间：2023-06-15 15:18\n云政办秘202331\n"
        "各县区人民政府：\n现印发给你们。\n云州市人民政府办公室\n2023614\n"
    )
    got = read(text)
    assert (got.date_published, got.date_written) == ("2023-06-15", "2023-06-14")
    assert got.document_number == "云政办秘〔2023〕31号"


def test_a_damaged_number_stays_unread_where_no_date_confirms_its_year() -> None:
    assert (
        read(f"云州市人民政府关于水利工作的通知\n云政办秘202331\n各县区人民政府：\n{PARAGRAPH}").document_number is None
    )


def test_what_the_normalizer_removed_as_furniture_still_tells_the_publication() -> None:
    text = "云州市水利发展规划\n发布日期：2023年6月15日\n一、目标"
    line = text.index("发布日期")
    mapped = MappedText.replay(text, [Edit(line, text.index("一、"), "", "furniture")])
    source = Source(text=text)
    assert letterhead(mapped, outline(mapped, source, LEXICON), source, LEXICON).date_published == "2023-06-15"


def test_file_properties_help_where_the_text_says_nothing() -> None:
    got = read(
        "一、目标\n建成3座。", properties=(("ArticleTitle", "云州市水利发展规划"), ("PubDate", "2023-06-15 10:00"))
    )
    assert (got.title, got.date_published, got.kind) == ("云州市水利发展规划", "2023-06-15", "规划")


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("各镇政府、街道办事处，县政府各部门、各直属机构：", ["各镇政府", "街道办事处", "县政府各部门", "各直属机构"]),
        ("各县（区、管委会）人民政府，市直各单位：", ["各县（区、管委会）人民政府", "市直各单位"]),
        ("各省、自治区、直辖市人民政府：", ["各省、自治区、直辖市人民政府"]),
        ("各市、县、区人民政府，省直各单位：", ["各市、县、区人民政府", "省直各单位"]),
        ("各乡镇党委、政府，县直各部门：", ["各乡镇党委、政府", "县直各部门"]),
        (
            "抄送：市委各部门，市人大常委会办公室，市法院。各民主党派市委。",
            ["市委各部门", "市人大常委会办公室", "市法院", "各民主党派市委"],
        ),
        ("市教育局：", ["市教育局"]),
        ("各乡镇、街道，县直各部门：", ["各乡镇、街道", "县直各部门"]),
        ("各市财政、民政主管部门，省属各单位：", ["各市财政、民政主管部门", "省属各单位"]),
        (
            "各省、自治区、直辖市及计划单列市民政厅（局），各有关单位：",
            ["各省、自治区、直辖市及计划单列市民政厅（局）", "各有关单位"],
        ),
        ("正本：各区公所、教育局", ["各区公所", "教育局"]),
        ("", []),
    ],
)
def test_lists_of_bodies(words: str, bodies: list[str]) -> None:
    assert split_bodies(words, LEXICON) == bodies


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["附件：1.任务分工表", "2.重点项目清单"], ["任务分工表", "重点项目清单"]),
        (["附件：1．指标表 2．清单.docx"], ["指标表", "清单"]),
        (["附件：重点任务清单。"], ["重点任务清单"]),
        (["附件1：指标表", "附件2：分工表"], ["指标表", "分工表"]),
        (["附件：1.2024年项目清单", "2.2024年预算表"], ["2024年项目清单", "2024年预算表"]),
    ],
)
def test_lists_of_attachments(lines: list[str], titles: list[str]) -> None:
    assert attachment_titles(lines) == titles


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("云州市养老行动方案（2024—2026年）", (2024, 2026)),
        ("云州市新型城镇化规划（2021-2035年）", (2021, 2035)),
        ("云州市2021年至2035年国土空间规划", (2021, 2035)),
        ("云州市“十四五”教育规划", (2021, 2025)),
        ("云州市“十五五”规划纲要", (2026, 2030)),
        ("云州市国民经济和社会发展第十三个五年规划纲要", (2016, 2020)),
        ("国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (2021, 2025)),
        ("云州市2024年工作要点", (2024, 2024)),
        ("云州市防汛预案（2023年修订）", None),
        ("关于做好2024年工作的通知", None),
        ("政府工作报告", None),
        ("云州市养老服务规划", None),
        ("关于表彰第五届劳动模范的决定", None),
    ],
)
def test_periods(title: str, years: tuple[int, int] | None) -> None:
    assert period(title, LEXICON) == (Period(start=years[0], end=years[1]) if years else None)


@pytest.mark.parametrize(("name", "place", "level"), LEXICON.letterhead["region"]["examples"])
def test_regions(name: str, place: str, level: str) -> None:
    found = region([name], [], LEXICON)
    assert found is not None
    assert (found.name, found.level) == (place, level)


@pytest.mark.parametrize("title", LEXICON.letterhead["region"]["counter_examples"])
def test_what_only_looks_like_a_region(title: str) -> None:
    assert region([], [title], LEXICON) is None


def test_a_region_is_read_off_a_title_where_no_body_is_named() -> None:
    found = region([], ["云州市城市更新三年行动方案"], LEXICON)
    assert found is not None
    assert (found.name, found.level) == ("云州市", "city")


@pytest.mark.parametrize(
    ("title", "surface"),
    [
        ("关于印发方案的通知", "通知"),
        ("云州市行动方案（2024—2026年）", "方案"),
        ("云州市暂行办法（试行）（征求意见稿）", "办法"),
        ("中华人民共和国城乡规划法", "法"),
        ("关于印发《石桥县防汛预案》的通知", "通知"),
        ("县域经济研究——以临河县为例", "研究"),
        ("奋进新时代", None),
    ],
)
def test_kinds(title: str, surface: str | None) -> None:
    found = kind(title, LEXICON)
    assert (found.surface if found else None) == surface


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国家发展规划与经济建设", "hans"),
        ("國家發展規劃與經濟建設", "hant"),
        ("国家发展规划与经济建设國家發展", "mixed"),
        ("国家发展规划与经济建设" * 10 + "國", "hans"),
        ("2024", "hans"),
        ("", "hans"),
    ],
)
def test_scripts(text: str, expected: str) -> None:
    assert script(text) == expected


def test_the_script_of_a_long_text_is_that_of_the_short_one() -> None:
    assert script("國家發展規劃與經濟建設。" * 5000) == "hant"
    assert script(("国家发展规划。" * 3 + "國家發展規劃。") * 3000) == "mixed"


def test_authors_are_parted_as_in_the_source_though_the_clean_text_lost_the_blanks() -> None:
    text = "云州市县域经济发展研究\n□ 刘平 吴光远 方友\n" + PARAGRAPH
    blank = text.index("□ 刘平") + 4
    mapped = MappedText.replay(text, [Edit(blank, blank + 1, "", "blank"), Edit(blank + 4, blank + 5, "", "blank")])
    source = Source(text=text)
    assert "□ 刘平吴光远方友" in mapped.text
    assert letterhead(mapped, outline(mapped, source, LEXICON), source, LEXICON).authors == ("刘平", "吴光远", "方友")


def test_joint_bodies_of_a_sign_off() -> None:
    got = read(
        f"关于开展农田水利工作的通知\n各县区水利局：\n{PARAGRAPH}\n"
        "云州市水利局　云州市财政局\n云州市农业农村局\n2024年5月6日"
    )
    assert got.issuers == ("云州市水利局", "云州市财政局", "云州市农业农村局")
    assert got.issuer == "云州市水利局"


def test_a_red_head_of_spaced_letters() -> None:
    got = read(
        "云 州 市 人 民 政 府 文 件\n云政发〔2024〕3号　签发人：陆承远\n"
        f"关于加强水利工作的意见\n各县区人民政府：\n{PARAGRAPH}"
    )
    assert (got.issuer, got.signatory, got.document_number) == ("云州市人民政府", "陆承远", "云政发〔2024〕3号")
    assert got.title == "关于加强水利工作的意见"


def test_nothing_is_guessed_from_running_text() -> None:
    got = read("近年来，云州市人民政府高度重视水利工作，2024年5月6日召开专题会议研究部署，各县区人民政府积极落实。")
    assert got.model_dump(exclude_defaults=True) == {}


def test_a_salutation_is_no_recipient() -> None:
    assert read("政府工作报告\n各位代表：\n" + PARAGRAPH).recipients == ()


def test_a_body_that_no_rule_knows_still_signs_above_a_date_that_ends_the_text() -> None:
    got = read(
        f"关于加强巡护工作的通知\n各巡护站：\n{PARAGRAPH}\n云岭国家级湿地巡护联盟\n2024年5月6日\n（此件公开发布）"
    )
    assert (got.issuer, got.date_written) == ("云岭国家级湿地巡护联盟", "2024-05-06")


def test_a_plan_that_stands_behind_the_imprint_is_no_tail() -> None:
    text = (
        "云州市人民政府关于印发云州市巡护方案的通知\n各县区人民政府：\n现印发给你们。\n云州市人民政府\n2024年5月6日\n"
        "抄送：市委各部门。\n云州市人民政府办公室 2024年5月7日印发\n"
        "云州市巡护方案\n一、目标\n建站12处。\n二、任务\n加强巡护。"
    )
    source = Source(text=text)
    mapped = normalize(source, LEXICON)
    got = outline(mapped, source, LEXICON)
    assert [section.title for section in got.sections] == ["目标", "任务"]
    assert letterhead(mapped, got, source, LEXICON).date_printed == "2024-05-07"


def test_of_two_carried_documents_the_first_is_named() -> None:
    got = read(f"关于印发《云州市巡护方案》《云州市巡护清单》的通知\n各县区：\n{PARAGRAPH}")
    assert got.carried_title == "云州市巡护方案"


def test_a_number_that_a_web_page_puts_behind_the_title() -> None:
    got = read(f"云州市关于加强巡护工作的通知（云政发〔2024〕3号）\n各县区人民政府：\n{PARAGRAPH}")
    assert (got.title, got.document_number) == ("云州市关于加强巡护工作的通知", "云政发〔2024〕3号")


def test_a_web_site_is_no_author() -> None:
    assert read(f"云州市巡护管理办法\n作者：法规资料网 时间：2024-07-24\n{PARAGRAPH}").authors == ()


def test_recipients_open_a_text_whose_title_the_page_left_out() -> None:
    told = read(
        "索 引 号 | 00432/2026-0017 | 公开方式 | 主动公开 |\n发布机构 | 云州县人民政府 | 组配分类 | 云政发 |\n"
        "各乡镇人民政府，各街道办事处，县直各部门:\n" + PARAGRAPH + "\n云州县人民政府\n2026年3月2日\n"
    )
    assert told.recipients == ("各乡镇人民政府", "各街道办事处", "县直各部门")
    assert told.date_written == "2026-03-02"


def test_a_title_said_again_with_its_date_is_the_date() -> None:
    title = "云州市人民政府关于推动养老服务高质量发展的意见"
    assert read(f"{title}\n{title} 2026年4月23日于云州市 |\n{PARAGRAPH}\n").date_written == "2026-04-23"


def test_a_title_that_only_names_another_document_is_carried_whole() -> None:
    told = read(f"县政府办公室关于印发2026年《政府工作报告》任务分解方案的通知\n各部门：\n{PARAGRAPH}\n")
    assert told.carried_title == "2026年《政府工作报告》任务分解方案"


def test_a_box_of_a_portal_is_no_letterhead() -> None:
    told = read(
        "[ 索引号 ] | 00432/2026-0017 | [ 发文字号 ] | 云政发〔2026〕4号 |\n[ 成文日期 ] | 2026-02-17 | [ 发布日期 ] | 2026-02-21 |\n"
        "云州县人民政府关于加强供水管理的通知\n各乡镇人民政府、街道办事处,县政府各部门,有关单位:\n" + PARAGRAPH
    )
    assert told.title == "云州县人民政府关于加强供水管理的通知"
    assert told.recipients == ("各乡镇人民政府", "街道办事处", "县政府各部门", "有关单位")
