"""Word files: automatic numbers, headings, tables, notes, tracked changes, text boxes, and what hostile files may do."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

import policyparse as pp
from policyparse.model.source import Block, Source
from policyparse.read import read
from policyparse.read.counting import counted
from policyparse.read.word import legacy
from word_files import (
    RELATIONS,
    STRICT,
    docx,
    level,
    lists,
    numbered,
    p,
    package,
    r,
    relations,
    restart,
    root,
    row,
    table,
    tc,
)  # fmt: skip

HAN = level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>')
SECOND = level(1, "chineseCountingThousand", "（%2）", '<w:suff w:val="nothing"/>')
THIRD = level(2, "decimal", "%3.", '<w:suff w:val="space"/>')


def lines(content: bytes) -> list[str]:
    return read(content).text.splitlines()


def of_kind(source: Source, kind: str) -> list[Block]:
    return [block for block in source.blocks if block.kind == kind]


def texts(source: Source, kind: str) -> list[str]:
    return [block.span.of(source.text) for block in of_kind(source, kind)]


# ---- numbers --------------------------------------------------------------------------------------------------------


def test_numbers_of_three_levels_begin_anew_below_each_parent() -> None:
    body = "".join(
        numbered(text, 1, depth)
        for text, depth in [
            ("总则", 0),
            ("目标", 1),
            ("床位", 2),
            ("人员", 2),
            ("原则", 1),
            ("布局", 2),
            ("任务", 0),
            ("甲", 1),
        ]
    )
    content = docx(body, numbering=lists({0: HAN + SECOND + THIRD}, {1: (0, "")}))
    assert lines(content) == [
        "一、总则",
        "（一）目标",
        "1.床位",
        "2.人员",
        "（二）原则",
        "1.布局",
        "二、任务",
        "（一）甲",
    ]


def test_a_label_is_recorded_and_part_of_the_text() -> None:
    source = read(docx(numbered("总体要求", 1), numbering=lists({0: HAN}, {1: (0, "")})))
    (block,) = source.blocks
    assert (block.kind, block.label, block.path) == ("paragraph", "一、", "p[1]")
    assert block.span.of(source.text) == "一、总体要求"


def test_numbers_that_run_on_across_parents() -> None:
    third = level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>')
    body = "".join(numbered("条", 1, depth) for depth in (0, 2, 2, 0, 2))
    assert lines(docx(body, numbering=lists({0: HAN + third}, {1: (0, "")}))) == [
        "一、条",
        "1.条",
        "2.条",
        "二、条",
        "3.条",
    ]


def test_instances_of_one_list_count_on_and_an_override_begins_anew() -> None:
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3) + numbered("戊", 1)
    numbering = lists({0: level(0, "decimal", "%1.")}, {1: (0, ""), 2: (0, ""), 3: (0, restart(0, 5))})
    assert lines(docx(body, numbering=numbering)) == ["1.甲", "2.乙", "5.丙", "6.丁", "7.戊"]


def test_a_label_of_several_numbers_and_one_that_is_legal() -> None:
    levels = HAN + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = numbered("章", 1) + numbered("节", 1, 1) + numbered("节", 1, 1)
    assert lines(docx(body, numbering=lists({0: levels}, {1: (0, "")}))) == ["一、章", "1.1 节", "1.2 节"]


def test_a_style_may_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="T3"><w:name w:val="三级"/><w:basedOn w:val="T2"/></w:style>'
    )
    second = level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="T2"/>')
    body = p("甲", properties='<w:pStyle w:val="T2"/>') + p("乙", properties='<w:pStyle w:val="T3"/>')
    source = read(docx(body, styles=styles, numbering=lists({0: HAN + second}, {4: (0, "")})))
    assert source.text == "（一）甲\n（二）乙\n"
    assert [(block.kind, block.level) for block in source.blocks] == [("heading", 2), ("heading", 2)]


def test_a_list_style_may_stand_between() -> None:
    numbering = lists({0: '<w:numStyleLink w:val="公文"/>', 1: f'<w:styleLink w:val="公文"/>{HAN}'}, {1: (0, "")})
    assert lines(docx(numbered("总则", 1), numbering=numbering)) == ["一、总则"]


def test_bullets_and_no_list_give_no_label() -> None:
    numbering = lists({0: level(0, "bullet", "•")}, {1: (0, "")})
    assert lines(docx(numbered("甲", 1) + numbered("乙", 0) + numbered("丙", 9), numbering=numbering)) == [
        "甲",
        "乙",
        "丙",
    ]


def test_an_empty_paragraph_counts_and_stays_empty() -> None:
    numbering = lists({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    assert lines(docx(numbered("甲", 1) + numbered("", 1) + numbered("丙", 1), numbering=numbering)) == [
        "1.甲",
        "",
        "3.丙",
    ]


def test_a_number_and_a_figure_do_not_run_into_each_other() -> None:
    numbering = lists({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    assert lines(docx(numbered("2026年底前完成", 1), numbering=numbering)) == ["1. 2026年底前完成"]


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (21, "chineseCounting", "二十一"), (10, "chineseCountingThousand", "十"), (103, "japaneseCounting", "一百零三"),
        (12, "ideographDigital", "一二"), (12, "chineseLegalSimplified", "拾贰"), (3, "ideographTraditional", "丙"),
        (13, "ideographZodiac", "子"), (20, "decimalEnclosedCircle", "⑳"), (21, "decimalEnclosedCircle", "㉑"),
        (2, "decimalEnclosedParen", "⑵"), (4, "lowerRoman", "iv"), (28, "upperLetter", "BB"), (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"), (5, "none", ""), (5, "unheardOf", "5"), (10**6, "lowerRoman", "1000000"),
        (51, "decimalEnclosedCircle", "51"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_ways_of_counting(number: int, style: str, written: str) -> None:
    assert counted(number, style) == written


# ---- paragraphs -----------------------------------------------------------------------------------------------------


def test_headings_by_style_and_by_outline_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="小标题"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    )
    body = "".join(
        p(text, properties=properties)
        for text, properties in [
            ("规划纲要", '<w:pStyle w:val="t"/>'), ("总论", '<w:pStyle w:val="1"/>'), ("小节", '<w:pStyle w:val="o"/>'),
            ("大纲级别", '<w:outlineLvl w:val="1"/>'), ("正文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'), ("又一段", ""),
        ]
    )  # fmt: skip
    source = read(docx(body, styles=styles))
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 1), ("heading", 1), ("heading", 4), ("heading", 2), ("paragraph", None), ("paragraph", None)
    ]  # fmt: skip


def test_breaks_tabs_hidden_words_and_symbols() -> None:
    runs = (
        r("云州市") + "<w:r><w:br/></w:r>" + r("人民政府") + r("草稿", "<w:vanish/>") + r("印", '<w:vanish w:val="0"/>')
        + "<w:r><w:tab/></w:r>" + r("发") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + "<w:r><w:noBreakHyphen/></w:r>" + '<w:r><w:sym w:char="D800"/><w:sym w:char="x"/></w:r>'
    )  # fmt: skip
    assert read(docx(p(runs=runs))).text == "云州市\n人民政府印\t发\uf0fc-\n"


def test_links_fields_and_controls_are_text_and_instructions_are_not() -> None:
    runs = (
        f"<w:hyperlink>{r('附件')}</w:hyperlink><w:sdt><w:sdtContent>{r('1')}</w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("第3页")}<w:fldSimple>{r("止")}</w:fldSimple>'
        f"<w:r><w:ruby><w:rt>{r('zhèn')}</w:rt><w:rubyBase>{r('圳')}</w:rubyBase></w:ruby></w:r>"
        "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"
    )
    body = f"<w:sdt><w:sdtContent>{p(runs=runs)}</w:sdtContent></w:sdt>"
    source = read(docx(body))
    assert source.text == "附件1第3页止圳x²\n"
    assert source.blocks[0].path == "sdt[1]/sdtContent[1]/p[1]"


def test_tracked_changes_are_accepted_and_listed() -> None:
    runs = (
        r("到2027年达到") + f'<w:del w:author="甲">{r("30%").replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")}</w:del>'
        + f"<w:ins>{r('35%')}</w:ins>" + f"<w:moveFrom>{r('左右')}</w:moveFrom>" + f"<w:moveTo>{r('以上')}</w:moveTo>" + r("。")
    )  # fmt: skip
    source = read(docx(p(runs=runs)))
    assert source.text == "到2027年达到35%以上。\n"
    assert texts(source, "inserted") == ["35%", "以上"]
    assert [(block.text, block.span.start, block.span.end) for block in of_kind(source, "deleted")] == [
        ("30%", 8, 8), ("左右", 11, 11)
    ]  # fmt: skip


def test_a_deleted_paragraph_mark_joins_and_a_deleted_paragraph_is_gone() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    numbering = lists({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    body = (
        p("加快", properties=gone) + p("建设")
        + p(properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{gone}', runs=f"<w:del>{r('旧条')}</w:del>")
        + numbered("新条", 1)
    )  # fmt: skip
    source = read(docx(body, numbering=numbering))
    assert source.text == "加快建设\n1.新条\n"
    assert [block.text for block in of_kind(source, "deleted")] == ["旧条"]


def test_a_text_box_is_read_once() -> None:
    inside = f"<w:txbxContent>{p('云州市人民政府文件')}</w:txbxContent>"
    drawing = f"<w:drawing><wp:inline><wps:txbx>{inside}</wps:txbx></wp:inline></w:drawing>"
    fallback = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    runs = f"<w:r><mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    assert lines(docx(p(runs=runs) + p("正文"))) == ["", "云州市人民政府文件", "正文"]
    (block,) = (b for b in of_kind(read(docx(p(runs=runs))), "paragraph"))
    assert block.path == "p[1]/r[1]/AlternateContent[1]/Choice[1]/drawing[1]/inline[1]/txbx[1]/txbxContent[1]/p[1]"


def test_a_picture_is_a_block() -> None:
    runs = '<w:r><w:drawing><a:blip r:embed="x" xmlns:r="urn:r"/></w:drawing></w:r>'
    source = read(docx(p("图1") + p(runs=runs)))
    assert [(block.span.start, block.path) for block in of_kind(source, "image")] == [(3, "p[2]")]


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    notes = "".join(
        f'<w:footnote w:id="{id}">{p(text)}</w:footnote>'
        for id, text in [(0, "分隔"), (2, "按常住人口计算。"), (3, "据年报。")]
    )
    ends = f'<w:endnote w:id="5">{p("见附录。")}</w:endnote>'
    marks = {id: f'<w:r><w:footnoteReference w:id="{id}"/></w:r>' for id in (2, 3)}
    end = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    body = p("增长6%", runs=marks[3] + r("，共12家") + end + marks[2]) + p("末段")
    source = read(docx(body, footnotes=notes, endnotes=ends))
    assert source.text.splitlines() == ["增长6%，共12家", "末段", "据年报。", "见附录。", "按常住人口计算。"]
    assert [(block.label, block.span.of(source.text)) for block in of_kind(source, "note")] == [
        ("1", "据年报。"), ("1", "见附录。"), ("2", "按常住人口计算。")
    ]  # fmt: skip


def test_figures_in_notes_are_no_targets() -> None:
    notes = f'<w:footnote w:id="2">{p("到2030年达到90%以上。")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p("云州市供水方案") + p("一、目标") + p("到2027年，供水普及率达到98%。", runs=mark)
    document = pp.parse(docx(body, footnotes=notes))
    assert [figure.value for figure in document.targets] == [98]
    assert document.clauses[0].text.endswith("98%。")


# ---- tables ---------------------------------------------------------------------------------------------------------


def merged(text: str, kind: str) -> str:
    return tc(text, properties=f'<w:vMerge w:val="{kind}"/>' if kind else "<w:vMerge/>")


def test_cells_with_their_rows_columns_and_merging() -> None:
    body = table(
        row("类别", tc("指标", properties='<w:gridSpan w:val="2"/>')),
        row(merged("民生", "restart"), "床位", "张"),
        row(merged("", ""), "人员", "人"),
    )
    source = read(docx(p("表") + body + p("完")))
    assert source.text == "表\n类别\t指标\n民生\t床位\t张\n人员\t人\n完\n"
    cells = [(c.span.of(source.text), c.row, c.column, c.row_span, c.column_span) for c in of_kind(source, "cell")]
    assert cells == [
        ("类别", 0, 0, None, None), ("指标", 0, 1, None, 2), ("民生", 1, 0, 2, None), ("床位", 1, 1, None, None),
        ("张", 1, 2, None, None), ("人员", 2, 1, None, None), ("人", 2, 2, None, None),
    ]  # fmt: skip
    (whole,) = of_kind(source, "table")
    assert whole.span.of(source.text) == "类别\t指标\n民生\t床位\t张\n人员\t人"
    assert (whole.path, whole.table) == ("tbl[1]", 0)


def test_a_cell_of_several_paragraphs_and_numbers_of_word_in_cells() -> None:
    numbering = lists({0: level(0, "decimal", "%1")}, {1: (0, "")})
    body = table(row("序号", "任务"), row(tc(numbered("", 1)), tc("甲事", "乙事")), row(tc(numbered("", 1)), "丙事"))
    source = read(docx(body, numbering=numbering))
    assert texts(source, "cell") == ["序号", "任务", "1", "甲事\n乙事", "2", "丙事"]


def test_a_frame_around_text_is_no_table() -> None:
    source = read(docx(table(row(tc("专栏1 重点工程", "1.供水工程。新建水厂3座。")))))
    assert source.text == "专栏1 重点工程\n1.供水工程。新建水厂3座。\n"
    assert of_kind(source, "cell") == []
    assert [block.path for block in source.blocks] == ["tbl[1]/tr[1]/tc[1]/p[1]", "tbl[1]/tr[1]/tc[1]/p[2]"]


def test_short_cells_of_a_letterhead_stand_on_one_line() -> None:
    assert lines(docx(table(row("云政发〔2024〕9号", "签发人：陆承远")))) == ["云政发〔2024〕9号\t签发人：陆承远"]


def test_caption_and_note_as_wide_as_the_table_are_paragraphs() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        row(tc("专栏2 主要指标", properties=wide)), row("指标", "2027年"), row("床位（张）", "300"), row(tc("注：按户籍人口。", properties=wide))
    )  # fmt: skip
    source = read(docx(body))
    assert texts(source, "paragraph") == ["专栏2 主要指标", "注：按户籍人口。"]
    assert [(c.row, c.column) for c in of_kind(source, "cell")] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_table_that_holds_a_table_is_a_frame() -> None:
    inner = table(row("指标", "2027年"), row("床位", "300"))
    source = read(docx(table(row(tc(p("说明"), inner, p("")), "旁注"), row("甲", "乙"))))
    assert texts(source, "cell") == ["指标", "2027年", "床位", "300"]


def test_rows_that_a_tracked_change_deleted_are_left_out() -> None:
    body = table(row("指标", "值"), row("旧", "1", properties="<w:del/>"), row("新", "2"))
    assert texts(read(docx(body)), "cell") == ["指标", "值", "新", "2"]


def test_a_table_of_indicators_gives_targets() -> None:
    body = p("云州市养老服务规划（2026—2030年）") + p("一、主要目标") + table(
        row(merged("序号", "restart"), merged("指标", "restart"), merged("单位", "restart"),
            tc("数值", properties='<w:gridSpan w:val="2"/>'), merged("属性", "restart")),
        row(merged("", ""), merged("", ""), merged("", ""), "2025年实际", "2030年目标", merged("", "")),
        row("1", "养老床位", "万张", "1.2", "1.8", "预期性"),
        row("2", "护理型床位占比", "%", "55", "≥65", "约束性"),
    )  # fmt: skip
    document = pp.parse(docx(body))
    rows = [(f.indicator, f.value, f.unit, f.comparator, f.deadline, f.property, f.clause) for f in document.targets]
    assert rows == [
        ("养老床位", 18000, "张", "eq", 2030, "预期性", "一"), ("护理型床位占比", 65, "%", "ge", 2030, "约束性", "一")
    ]  # fmt: skip
    assert [(f.indicator, f.value, f.status) for f in document.figures] == [
        ("养老床位", 12000, "achieved"), ("护理型床位占比", 55, "achieved")
    ]  # fmt: skip


def test_the_unit_above_a_table_and_the_date_of_a_row() -> None:
    wide = '<w:gridSpan w:val="3"/>'
    body = p("云州市供水规划（2026—2030年）") + p("一、主要指标") + table(
        row(tc("单位：万吨", properties=wide)), row("指标", "目标值", "完成时限"),
        row("日供水能力", "48", "2028年底"), row("再生水利用率（%）", "≥35", "2030年"),
    )  # fmt: skip
    found = [(f.indicator, f.value, f.unit, f.deadline) for f in pp.parse(docx(body)).targets]
    assert found == [("日供水能力", 480000, "吨", 2028), ("再生水利用率", 35, "%", 2030)]


def test_a_table_of_tasks_gives_targets_with_their_bodies_and_dates() -> None:
    body = p("云州市养老服务任务分解表") + table(
        row("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
        row("1", "新建镇级养老服务中心12个，新增床位600张。", "市民政局", "市财政局、市自然资源和规划局", "2026年底"),
        row("2", "护理员持证率达到90%以上。", merged("市人力资源社会保障局", "restart"), "市民政局", "2027年6月底"),
        row("3", "培训护理员3000人次。", merged("", ""), "市民政局", "2027年底"),
    )  # fmt: skip
    document = pp.parse(docx(body))
    found = [(f.value, f.deadline, [(party.name, party.role) for party in f.parties]) for f in document.targets]
    first = [("市民政局", "lead"), ("市财政局", "support"), ("市自然资源和规划局", "support")]
    assert found[:2] == [(12, 2026, first), (600, 2026, first)]
    assert [(value, year, parties[0]) for value, year, parties in found[2:]] == [
        (90, 2027, ("市人力资源社会保障局", "lead")), (3000, 2027, ("市人力资源社会保障局", "lead"))
    ]  # fmt: skip
    assert [party.name for party in document.responsibilities[0].parties] == [
        "市民政局",
        "市财政局",
        "市自然资源和规划局",
    ]


def test_numbers_in_cells_are_no_clauses() -> None:
    body = (
        p("一、任务")
        + table(
            row("事项", "措施"), row("（一）建设", "一是抓进度，二是抓质量。"), row("（二）运营", "二、三产业协同。")
        )
        + p("二、保障")
    )
    assert [clause.id for clause in pp.parse(docx(body)).clauses] == ["一", "二"]


# ---- packages -------------------------------------------------------------------------------------------------------


def test_strict_files_are_read_like_transitional_ones() -> None:
    assert lines(
        docx(numbered("总则", 1), namespace=STRICT, numbering=lists({0: HAN}, {1: (0, "")}).replace("w:", "w:"))
    ) == ["一、总则"]


def test_relations_to_parts_that_are_not_there_do_no_harm() -> None:
    links = (
        '<Relationship Id="n" Type="x/image" Target="../NULL"/><Relationship Id="m" Type="x/styles" Target="no.xml"/>'
    )
    assert lines(docx(p("正文"), links=links)) == ["正文"]


def test_properties_of_the_file_do_not_pass_for_the_document_s() -> None:
    core = '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:title>旧文件</dc:title></c:coreProperties>'
    files = {
        "[Content_Types].xml": "<Types/>", "docProps/core.xml": core, "word/document.xml": root("document", f"<w:body>{p('新文件')}</w:body>"),
        "_rels/.rels": relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
    }  # fmt: skip
    source = read(package(files))
    assert source.properties == (("docx:title", "旧文件"),)
    assert pp.parse(package(files)).metadata.title != "旧文件"


def bad(content: bytes, name: str = "坏.docx") -> pp.ReadError:
    with pytest.raises(pp.ReadError) as caught:
        read(content, name=name)
    assert caught.value.name == name
    assert caught.value.cure["zh"]
    assert caught.value.cure["en"]
    return caught.value


def test_a_cut_file_is_damaged() -> None:
    whole = docx(p("正文" * 2000))
    for length in (10, len(whole) // 2, len(whole) - 30):
        assert bad(whole[:length])
    assert "DOCX file is damaged" in bad(whole[: len(whole) - 30]).message["en"]
    with pytest.raises(pp.ReadError, match="DOCX file is damaged"):
        read(whole[:10], name="方案.docx")


def test_broken_xml_and_a_missing_body_are_damage() -> None:
    types = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relations({"officeDocument": "word/document.xml"})}
    for document in ("<w:document", root("document", "<w:p/>")):
        assert "DOCX" in bad(package({**types, "word/document.xml": document})).message["en"]


@pytest.mark.parametrize("declaration", ['<!DOCTYPE x [<!ENTITY a "ha">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'])
def test_entities_are_refused(declaration: str) -> None:
    document = root("document", f"<w:body>{p('&a;')}</w:body>").replace("?>", f"?>{declaration}", 1)
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    assert "document type" in bad(package(files)).message["en"]
    wide = package({**files, "word/document.xml": document.replace("UTF-8", "UTF-16").encode("utf-16")})
    assert bad(wide)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = package({"[Content_Types].xml": "<Types/>", "word/document.xml": b"\0" * 300_000_000})
    assert len(bomb) < 400_000
    assert "too large" in bad(bomb).message["en"]


def test_small_paragraphs_beyond_measure_are_refused_before_they_fill_the_memory() -> None:
    assert "too large" in bad(docx(p("甲") * 400_000)).message["en"]


def test_a_size_that_lies_is_refused() -> None:
    content = bytearray(docx(p("正文")))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    content[at + 24 : at + 28] = (2**32 - 2).to_bytes(4, "little")
    assert bad(bytes(content))


def test_too_many_entries_are_refused() -> None:
    assert (
        "entries" in bad(package({"[Content_Types].xml": "", **{f"word/{n}": "" for n in range(20_001)}})).message["en"]
    )


def test_encrypted_files_say_so() -> None:
    assert "encrypted" in bad(legacy.OLE_MARK + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")).message["en"]
    stream = io.BytesIO(docx(p("正文")))
    content = bytearray(stream.getvalue())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "encrypted" in bad(bytes(content)).message["en"]


def test_entries_that_point_out_of_the_package_are_not_followed() -> None:
    files = {
        "[Content_Types].xml": "<Types/>", "word/document.xml": root("document", f"<w:body>{p('正文')}</w:body>"),
        "_rels/.rels": relations({"officeDocument": "/word/document.xml"}),
        "word/_rels/document.xml.rels": relations({"styles": "../../../../etc/passwd", "numbering": "file:///etc/hosts"}),
    }  # fmt: skip
    assert lines(package(files)) == ["正文"]


def test_deep_nesting_ends() -> None:
    depth = 3000
    body = "<w:sdt><w:sdtContent>" * depth + p("深处") + "</w:sdtContent></w:sdt>" * depth
    assert read(docx(p("正文") + body)).text.startswith("正文\n")
    nested = (
        "".join(table(row("x")).replace("</w:tc></w:tr></w:tbl>", "") for _ in range(depth))
        + "</w:tc></w:tr></w:tbl>" * depth
    )
    assert read(docx(p("正文") + nested)).text.startswith("正文\n")


def test_numbers_beyond_measure_do_no_harm() -> None:
    numbering = lists({0: level(0, "chineseCounting", "%1、" * 200)}, {1: (0, restart(0, 10**30))})
    wide = table(row(tc("甲", properties='<w:gridSpan w:val="99999"/>'), "乙"), row("丙", "丁"))
    assert read(docx(numbered("条", 1) + wide, numbering=numbering)).text


def test_many_paragraphs_take_linear_time() -> None:
    content = docx(
        numbered("推进养老服务设施建设。", 1) * 40_000, numbering=lists({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    )
    assert read(content).text.count("\n") == 40_000


def test_a_spreadsheet_is_named() -> None:
    files = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
    assert "ZIP" in bad(package(files), "表.xlsx").message["en"]


# ---- old files ------------------------------------------------------------------------------------------------------


def test_old_files_need_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "office_program", lambda: None)
    content = legacy.OLE_MARK + b"\0" * 512 + "WordDocument".encode("utf-16-le")
    assert "LibreOffice" in bad(content, "旧.doc").message["zh"]
    assert ".wps" in bad(content, "旧.wps").message["en"]


def test_an_old_spreadsheet_is_no_text() -> None:
    assert "no text document" in bad(legacy.OLE_MARK + "Workbook".encode("utf-16-le"), "表.xls").message["en"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_damaged_old_file_ends_with_an_error() -> None:
    assert bad(legacy.OLE_MARK + b"\x01" * 4096 + "WordDocument".encode("utf-16-le"), "旧.doc")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_rtf_is_read_through_libreoffice() -> None:
    words = "".join(f"\\u{ord(character)}?" for character in "云州市供水方案")
    source = read(f"{{\\rtf1\\ansi\\uc1 {words}\\par}}".encode(), name="方案.rtf")
    assert source.text.strip() == "云州市供水方案"
    assert source.media_type == "application/rtf"


def test_what_libreoffice_hangs_on_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(legacy, "office_program", lambda: str(program))
    monkeypatch.setattr(legacy, "SECONDS", 0.3)
    assert "seconds" in bad(legacy.OLE_MARK + "WordDocument".encode("utf-16-le"), "旧.doc").message["en"]


def test_the_content_decides_before_the_suffix() -> None:
    assert read(docx(p("正文")), name="方案.txt").media_type.endswith("wordprocessingml.document")
    assert RELATIONS
    assert zipfile.is_zipfile(io.BytesIO(docx(p("正文"))))
