"""Web pages: what is the document and what is around it, encodings, tables, metadata, and what hostile pages may do."""

from __future__ import annotations

import sys
import time
from email.message import EmailMessage
from importlib.resources import files

import pytest

import policyparse as pp
from policyparse.lexicon.tables import read_toml
from policyparse.lexicon.web_pages import web_pages
from policyparse.model.source import Block, Source
from policyparse.read import read
from policyparse.read.web.burden import too_heavy

TITLE = "云州市人民政府关于印发供水保障方案的通知"
PARAGRAPHS = (
    "各县（区）人民政府，市政府各部门：",
    "现将《云州市供水保障方案》印发给你们，请认真贯彻执行。",
    "一、总体目标",
    "到2027年，农村自来水普及率达到96%以上，供水管网漏损率控制在9%以内。",
)
MENU = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul>'
FOOT = '<div class="foot">主办：云州市人民政府办公室<br>地址：云州市望江路1号，邮编：000000</div>'


def page(body: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>"


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def source_of(body: str, head: str = '<meta charset="utf-8">') -> Source:
    return read(page(body, head).encode())


def texts(source: Source, kind: str) -> list[str]:
    return [block.span.of(source.text) for block in blocks(source, kind)]


def blocks(source: Source, kind: str) -> list[Block]:
    return [block for block in source.blocks if block.kind == kind]


def document_lines(source: Source) -> list[str]:
    """The lines that are not furniture."""
    around = [block.span for block in blocks(source, "furniture")]
    places, at = [], 0
    for line in source.text.splitlines(keepends=True):
        places.append((at, line.rstrip("\n")))
        at += len(line)
    return [line for at, line in places if not any(span.start <= at < span.end for span in around)]


# ---- the document and what is around it -----------------------------------------------------------------------------


@pytest.mark.parametrize("selector", web_pages().containers)
def test_each_known_container_has_an_example_that_fits(selector: str) -> None:
    lexbor = pytest.importorskip("selectolax.lexbor")
    rows = read_toml(files("policyparse.lexicon") / "web_pages.toml")["container"]
    example = next(row["example"] for row in rows if row["selector"] == selector)
    assert lexbor.LexborHTMLParser(example).css(selector)
    body = example.replace("<p>一、总体要求</p>", paragraphs())
    assert document_lines(source_of(MENU + body + FOOT)) == list(PARAGRAPHS)


def test_an_unknown_container_is_found_by_its_running_text() -> None:
    source = source_of(f'{MENU}<div class="x1"><div class="x2">{paragraphs()}</div><div>分享</div></div>{FOOT}')
    assert document_lines(source) == list(PARAGRAPHS)


def test_a_text_in_one_paragraph_with_line_breaks() -> None:
    source = source_of(f"{MENU}<div><p>{'<br/>　　'.join(PARAGRAPHS)}</p></div>{FOOT}")
    assert [line.strip() for line in document_lines(source)] == list(PARAGRAPHS)


def test_what_is_around_stays_in_the_text_and_is_marked() -> None:
    source = source_of(f'{MENU}<div id="zoom">{paragraphs()}</div>{FOOT}')
    assert texts(source, "furniture") == [
        "首页\n政务公开", "主办：云州市人民政府办公室\n地址：云州市望江路1号，邮编：000000"
    ]  # fmt: skip
    document = pp.parse(page(f'{MENU}<div id="zoom">{paragraphs()}</div>{FOOT}').encode())
    removed = [document.source_text(edit.span) for edit in document.edits if edit.reason == "furniture"]
    assert removed == ["首页\n", "政务公开\n", "主办：云州市人民政府办公室\n", "地址：云州市望江路1号，邮编：000000\n"]
    assert document.mapped.text.strip().splitlines() == list(PARAGRAPHS)


def test_a_container_with_little_of_the_text_is_not_believed() -> None:
    source = source_of(f'<div class="content"><p>今日要闻，请看详情。</p></div><div class="body1">{paragraphs()}</div>')
    assert document_lines(source) == list(PARAGRAPHS)


def test_the_title_above_the_container_belongs_to_the_document() -> None:
    head = f'<meta charset="utf-8"><title>{TITLE}_云州市人民政府</title>'
    body = f'{MENU}<h1>云州市人民政府<br>关于印发供水保障方案的通知</h1><div>发布时间：2026-03-02</div><div id="zoom">{paragraphs()}</div>'
    source = source_of(body, head)
    assert document_lines(source) == ["云州市人民政府", "关于印发供水保障方案的通知", *PARAGRAPHS]
    metadata = pp.parse(page(body, head).encode()).metadata
    assert (metadata.title, metadata.date_published) == (TITLE, "2026-03-02")


def test_a_title_that_the_page_s_head_does_not_name_is_known_by_how_it_ends() -> None:
    cells = "".join(
        f"<tr><td>{cell}</td></tr>"
        for cell in (f"<font size=5>{TITLE}</font>", "发布时间：2026-3-2&nbsp; 来源：市水务局", "<br>".join(PARAGRAPHS))
    )
    menu = '<table><tr><td><a href="a.asp">新闻中心</a></td></tr><tr><td><a href="b.asp">部门规章制度</a></td></tr></table>'
    body = f"<table><tr><td>{menu}</td><td><table>{cells}</table></td></tr></table>"
    assert document_lines(source_of(body, "<title>云州政务网</title>")) == [TITLE, *PARAGRAPHS]


def test_a_heading_of_other_documents_above_the_container_is_no_title() -> None:
    body = f'<h3>通知公告</h3><p>最新政策文件解读</p><div id="zoom">{paragraphs()}</div>'
    assert document_lines(source_of(body, "<title>云州政务网</title>")) == list(PARAGRAPHS)


def test_a_title_that_the_document_repeats_is_furniture() -> None:
    head = f'<meta charset="utf-8"><meta name="ArticleTitle" content="{TITLE}">'
    body = f'<div class="article-title">{TITLE}</div><div id="zoom"><p>{TITLE}</p>{paragraphs()}</div>'
    assert document_lines(source_of(body, head)) == [TITLE, *PARAGRAPHS]


def test_scripts_styles_comments_and_hidden_elements_are_no_text() -> None:
    unseen = (
        "<script>var a = '<p>脚本</p>';</script><style>p::before{content:'样式'}</style><!-- 注释 --><noscript>请开启脚本</noscript>"
        '<div style="display: none">隐藏一</div><div hidden>隐藏二</div><template><p>模板</p></template><textarea>输入</textarea>'
    )
    assert document_lines(source_of(f'<div id="zoom">{unseen}{paragraphs()}</div>')) == list(PARAGRAPHS)


def test_a_hidden_element_that_holds_the_document_is_shown_by_a_script_later() -> None:
    assert document_lines(source_of(f'<div id="zoom" style="display:none">{paragraphs()}</div>')) == list(PARAGRAPHS)


def test_attachments_are_listed_with_their_addresses() -> None:
    links = '<p>附件：1.<a href="/files/2026/分工表.docx?v=1">任务分工表</a> 2.<a href="../b.PDF">图</a> <a href="/c.html">解读</a></p>'
    source = source_of(f'<div id="zoom">{paragraphs()}{links}</div><p><a href="x.zip">打包下载</a></p>')
    found = [(block.span.of(source.text), block.path) for block in blocks(source, "attachment")]
    assert found == [("任务分工表", "/files/2026/分工表.docx?v=1"), ("图", "../b.PDF"), ("打包下载", "x.zip")]


def test_pictures_in_the_document_are_blocks() -> None:
    source = source_of(
        f'<img src="logo.png"><div id="zoom">{paragraphs()}<p>图1 布局图</p><p><img src="map.jpg"></p></div>'
    )
    assert [(block.path or "").rpartition(" > ")[2] for block in blocks(source, "image")] == ["img:nth-of-type(1)"]


# ---- lines ----------------------------------------------------------------------------------------------------------


def test_blanks_of_the_markup_are_one_blank_and_others_stay() -> None:
    body = '<div id="zoom"><p>\n  到2027年，\n  漏损率&nbsp;降到　9% </p><pre>甲  乙\n丙</pre></div>'
    assert source_of(body).text.splitlines() == ["到2027年， 漏损率\xa0降到　9%", "甲  乙", "丙"]


def test_each_path_is_a_selector_of_one_element() -> None:
    lexbor = pytest.importorskip("selectolax.lexbor")
    made = page(f'<div><div id="x"><h2>一、目标</h2>{paragraphs()}<div><b>甲</b><p>乙</p>丙</div></div></div>')
    source = read(made.encode())
    tree = lexbor.LexborHTMLParser(made)
    for block in source.blocks:
        (node,) = tree.css(block.path)
        assert block.span.of(source.text) in node.text()
    assert next(block for block in source.blocks if block.kind == "heading").level == 2


def test_an_ordered_list_has_its_numbers() -> None:
    body = (
        "<ol><li>甲</li><li value=5>乙</li><li>丙</li></ol><ol type=a start=3><li>丁</li></ol>"
        '<ol style="list-style-type: cjk-ideographic"><li>戊</li></ol><ol><li>1.已有编号</li><li>（二）也有</li><li>2026年</li></ol>'
        '<ul><li>己</li></ul><ol style="list-style:none"><li>庚</li></ol>'
    )
    source = source_of(f'<div id="zoom">{body}{paragraphs()}</div>')
    assert document_lines(source)[:-4] == [
        "1.甲", "5.乙", "6.丙", "c.丁", "一、戊", "1.已有编号", "（二）也有", "3. 2026年", "己", "庚"
    ]  # fmt: skip
    assert [block.label for block in source.blocks[:5]] == ["1.", "5.", "6.", "c.", "一、"]


# ---- tables ---------------------------------------------------------------------------------------------------------


def test_cells_with_their_rows_columns_and_merging() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>指标<th colspan=2>数值</tr><tr><td>2025年<td>2030年</tr></thead>"
        "<tr><td>床位<br>（张）<td>1200<td>1800</tr></table>"
    )
    source = source_of(f'<div id="zoom">{paragraphs()}{table}</div>')
    cells = [(c.span.of(source.text), c.row, c.column, c.row_span, c.column_span) for c in blocks(source, "cell")]
    assert cells == [
        ("指标", 0, 0, 2, None), ("数值", 0, 1, None, 2), ("2025年", 1, 1, None, None), ("2030年", 1, 2, None, None),
        ("床位\n（张）", 2, 0, None, None), ("1200", 2, 1, None, None), ("1800", 2, 2, None, None),
    ]  # fmt: skip
    assert texts(source, "table") == ["指标\t数值\n2025年\t2030年\n床位\n（张）\t1200\t1800"]


def test_a_table_gives_targets_of_its_years() -> None:
    table = (
        "<table><tr><td colspan=4>专栏1　主要指标</td></tr><tr><td>指标</td><td>单位</td><td>2025年</td><td>2030年</td></tr>"
        "<tr><td>公园绿地</td><td>公顷</td><td>310</td><td>≥380</td></tr>"
        "<tr><td colspan=4>注：按建成区计算。</td></tr></table>"
    )
    texts_ = ("云州市园林绿化规划（2026—2030年）", *PARAGRAPHS[2:])
    document = pp.parse(page(f'<div id="zoom">{paragraphs(texts_)}{table}</div>').encode())
    found = [(f.indicator, f.value, f.unit, f.comparator, f.deadline) for f in document.targets if f.unit == "公顷"]
    assert found == [("公园绿地", 380, "公顷", "ge", 2030)]
    assert [clause.id for clause in document.clauses] == ["一", "一/专栏1"]


def test_rows_of_years_are_turned() -> None:
    table = (
        "<table><tr><td>年份</td><td>垃圾分类覆盖率（%）</td><td>新建公厕（座）</td></tr>"
        "<tr><td>2026年</td><td>80</td><td>12</td></tr><tr><td>2027年</td><td>95</td><td>20</td></tr></table>"
    )
    document = pp.parse(page(f'<div id="zoom">{paragraphs()}{table}</div>').encode())
    found = [(f.indicator, f.value, f.deadline) for f in (*document.targets, *document.figures) if f.span.start > 90]
    assert sorted(found, key=str) == sorted(
        [("垃圾分类覆盖率", 80, 2026), ("新建公厕", 12, 2026), ("垃圾分类覆盖率", 95, 2027), ("新建公厕", 20, 2027)],
        key=str,
    )


def test_a_table_that_only_sets_a_page_is_no_table_of_data() -> None:
    source = source_of(
        f'<table><tr><td>{MENU}</td><td><table><tr><td id="zoom">{paragraphs()}</td></tr></table></td></tr></table>'
    )
    assert document_lines(source) == list(PARAGRAPHS)
    assert blocks(source, "cell") == []


def test_spans_beyond_the_table_do_no_harm() -> None:
    table = "<table>" + "<tr><td rowspan=65534 colspan=9999>甲</td><td>乙</td></tr>" * 3 + "</table>"
    assert source_of(f'<div id="zoom">{paragraphs()}{table}</div>').text


# ---- metadata -------------------------------------------------------------------------------------------------------

FIELDS = (
    "<table><tr><td>索 引 号：</td><td>YZ01/2026-00031</td><th>发文机关</th><td>云州市人民政府</td></tr>"
    "<tr><td>成文日期：2026年2月27日</td><td></td><td>发文字号：</td><td>云政发〔2026〕6号</td></tr></table>"
)


@pytest.mark.parametrize("inside", [False, True])
def test_the_table_that_tells_what_the_document_is_becomes_metadata(inside: bool) -> None:
    body = f'<div id="zoom">{FIELDS}{paragraphs()}</div>' if inside else f'{FIELDS}<div id="zoom">{paragraphs()}</div>'
    source = source_of(body)
    assert source.properties[:4] == (
        ("索引号", "YZ01/2026-00031"), ("发文机关", "云州市人民政府"), ("成文日期", "2026年2月27日"), ("发文字号", "云政发〔2026〕6号")
    )  # fmt: skip
    assert document_lines(source) == list(PARAGRAPHS)
    metadata = pp.parse(page(body).encode()).metadata
    assert (metadata.document_number, metadata.date_written) == ("云政发〔2026〕6号", "2026-02-27")
    assert metadata.issuer == "云州市人民政府"


def test_labels_and_values_on_lines_of_their_own_become_metadata() -> None:
    listed = "<dl><dt>索引号</dt><dd>YZ01/2026-00031</dd><dt>成文日期</dt><dd>2026-02-27</dd><dt>文 号</dt><dd>云政发〔2026〕6号</dd></dl>"
    body = f'{listed}<h1>{TITLE}</h1><div id="zoom">{paragraphs()}</div>'
    assert ("文号", "云政发〔2026〕6号") in source_of(body).properties
    metadata = pp.parse(page(body, f"<title>{TITLE}</title>").encode()).metadata
    assert (metadata.document_number, metadata.date_written) == ("云政发〔2026〕6号", "2026-02-27")


def test_meta_elements_are_properties() -> None:
    head = '<meta charset="utf-8"><meta name="PubDate" content="2026-03-02 09:00"><meta property="og:title" content="方案">'
    source = source_of(f'<div id="zoom">{paragraphs()}</div>', head)
    assert source.properties == (("PubDate", "2026-03-02 09:00"), ("og:title", "方案"))
    assert pp.parse(page(f'<div id="zoom">{paragraphs()}</div>', head).encode()).metadata.date_published == "2026-03-02"


def test_a_table_of_data_with_one_such_word_is_not_taken_for_it() -> None:
    table = "<table><tr><td>名称</td><td>数量</td></tr><tr><td>水厂</td><td>3座</td></tr></table>"
    assert texts(source_of(f'<div id="zoom">{paragraphs()}{table}</div>'), "cell") == ["名称", "数量", "水厂", "3座"]


# ---- encodings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "codec", "told"),
    [
        ("gb2312", "gb18030", "gb18030"), ("GBK", "gb18030", "gb18030"), ("utf-8", "utf-8", "utf-8"), ("big5", "big5hkscs", "big5hkscs"),
        ("utf-8", "gb18030", "gb18030"), ("unheard-of", "utf-8", "utf-8"), ("iso-8859-1x", "gb18030", "gb18030"),
    ],
)  # fmt: skip
def test_the_declared_encoding_is_tried_first_and_not_believed_blindly(declared: str, codec: str, told: str) -> None:
    text = "臺北市政府永續發展計畫，訂定目標。" if codec.startswith("big5") else "云州市人民政府办公室文件，㙍头村。"
    content = page(
        f'<div id="zoom"><p>{text}</p></div>',
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">',
    )
    source = read(content.encode(codec))
    assert (source.text, source.encoding) == (f"{text}\n", told)


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    source = read(page(f'<div id="zoom">{paragraphs()}</div>', '<meta charset="gb2312">').encode(codec))
    assert source.text.splitlines() == list(PARAGRAPHS)
    assert source.media_type == "text/html"


@pytest.mark.parametrize(
    "fragment", ["<p>一、总体要求</p>", '\n <div class="c">一、总体要求</div>', "<TABLE><TR><TD>一、总体要求</TABLE>"]
)
def test_a_piece_of_a_page_is_known_without_a_suffix(fragment: str) -> None:
    source = read(fragment.encode())
    assert (source.media_type, source.text) == ("text/html", "一、总体要求\n")


@pytest.mark.parametrize("text", ["<p 一、总体要求", "<方案>一、总体要求</方案>", "一、<p>总体要求</p>"])
def test_signs_alone_make_no_page(text: str) -> None:
    assert read(text.encode()).media_type == "text/plain"


def test_content_decides_before_the_suffix() -> None:
    assert read(page("<p>甲</p>").encode(), name="a.txt").media_type == "text/html"
    assert read("<!-- 说明 -->\n<html><p>甲</p></html>".encode()).media_type == "text/html"
    assert read("<p>甲，乙。</p>".encode(), name="a.shtml").media_type == "text/html"
    assert read("<p>甲，乙。</p>".encode(), name="a.txt").media_type == "text/plain"
    assert read("一、<总则>\n".encode(), name="a.html").media_type == "text/plain"


# ---- MHTML ----------------------------------------------------------------------------------------------------------


def mhtml(codec: str = "utf-8", cte: str = "base64") -> bytes:
    message = EmailMessage()
    message["Subject"] = "保存的网页"
    message.add_related(b"\x89PNG....", "image", "png", cid="<logo>")
    html = EmailMessage()
    html.set_content(
        page(f'<div id="zoom">{paragraphs()}</div>', f'<meta charset="{codec}">'),
        subtype="html",
        charset=codec,
        cte=cte,
    )
    message.attach(html)
    return b"From: <Saved by Blink>\r\n" + bytes(message)


@pytest.mark.parametrize(("codec", "cte"), [("utf-8", "base64"), ("utf-8", "quoted-printable"), ("gb18030", "base64")])
def test_a_saved_page_is_read(codec: str, cte: str) -> None:
    source = read(mhtml(codec, cte), name="方案.mht")
    assert source.text.splitlines() == list(PARAGRAPHS)
    assert source.media_type == "multipart/related"


def test_a_saved_page_without_a_page_is_damaged() -> None:
    content = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--"
    with pytest.raises(pp.ReadError, match="no page"):
        read(content)
    with pytest.raises(pp.ReadError, match="too large"):
        read(content + b"\r\n--x" * 20_000)


# ---- hostile pages --------------------------------------------------------------------------------------------------

HEAVY = {
    "open elements": "<div>" * 100_000,
    "open formatting": "<p>".join(f"<b a={number}>" for number in range(3000)),
    "elements": "<td>5</td>" * 600_001,
    "options": "<select>" + "<option>" * 50_000,
    "attributes": "<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">",
    "quotes": '<a href="' * 60_000,
}
LIGHT = {
    "paragraphs": "<p>推进供水设施建设。" * 20_000,
    "less than": "<" * 500_000,
    "comments": "<!--" * 100_000,
    "entities": "&#x4e00;&nbsp;&lt;" * 50_000,
    "tables": "<table><tr><td>" * 1500 + "甲",
    "rows": "<table>" + "<tr><td>甲<td>乙" * 10_000,
    "line breaks": "甲<br>" * 50_000,
    "nested lists": "<ul><li>甲" * 2000,
    "closing": "</div></p></b>" * 50_000,
    "blanks": "<pre>" + " \n" * 200_000,
    "links": '<a href="/a.doc">甲</a>' * 20_000,
    "nul": "\0" * 100_000 + "<p>甲",
    "ids": "".join(f'<p id="i{number}">甲' for number in range(20_000)),
}


@pytest.mark.parametrize("name", HEAVY)
def test_pages_that_would_take_a_parser_beyond_measure_are_refused(name: str) -> None:
    assert too_heavy(HEAVY[name])
    with pytest.raises(pp.ReadError, match="nested"):
        source_of(HEAVY[name])


@pytest.mark.parametrize("name", LIGHT)
def test_other_pages_take_time_by_their_length(name: str) -> None:
    start = time.process_time()
    assert source_of(f"<div>{LIGHT[name]}</div>").media_type == "text/html"
    assert time.process_time() - start < 10


def test_a_page_beyond_measure_is_refused() -> None:
    with pytest.raises(pp.ReadError, match="too large"):
        read(page("<p>" + "a" * (33 << 20)).encode())


def test_a_long_picture_within_the_page_is_no_burden() -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 200_000}">'
    assert document_lines(source_of(f'<div id="zoom">{picture}{paragraphs()}</div>'))[-1] == PARAGRAPHS[-1]


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[html\]"):
        read(page("<p>甲</p>").encode())


@pytest.mark.parametrize(
    "body", ["", "<p></p>", "<table></table>", "<table><tr></tr></table>", "<frameset><frame src=a></frameset>"]
)
def test_empty_pages_are_empty_texts(body: str) -> None:
    assert source_of(body).text == ""
