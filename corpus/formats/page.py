"""Plans as web pages, the way the sites of governments frame them: menus, a table of what the document is, tools."""

from __future__ import annotations

from html import escape
from pathlib import Path

from plan import Paragraph, Part, Table, rows_of

ALIGNMENTS = {"center": ' style="text-align:center"', "right": ' style="text-align: right;"', "body": ""}
PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_云州门户网站</title>
<meta name="SiteName" content="云州门户网站">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{published} 09:30">
<style>body {{ font-family: "Droid Sans Fallback", "Noto Serif CJK SC"; }} .nav li {{ display: inline; }} table {{ border-collapse: collapse; }}
#zoom td, #zoom th {{ border: 1px solid #000; vertical-align: top; }} #zoom p {{ text-indent: 2em; text-align: justify; line-height: 1.8; }}
@media print {{ .top, .nav, .crumbs, .info, .tools, .share, .files, .related, .footer {{ display: none; }} }}</style>
<script>var site = "<p>云州</p>"; function printPage() {{ window.print(); }}</script>
</head><body>
<div class="top"><a href="/">设为首页</a> | <a href="/fav">加入收藏</a> | <a href="/wza">无障碍浏览</a></div>
<ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li>
<li><a href="/hdjl/">互动交流</a></li></ul>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/wj/">政策文件</a></div>
<table class="info" width="100%"><tr><td>索 引 号：</td><td>YZ0021/2026-0{index}</td><td>主题分类：</td><td>综合政务</td></tr>
<tr><td>发布机构：</td><td>{issuer}</td><td>发布日期：</td><td>{published}</td></tr></table>
<h1 class="article-title">{title}</h1>
<div class="tools">发布时间：{published}&nbsp;&nbsp;浏览次数：<span id="hits">317</span> 【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】
<a href="javascript:printPage()">打印</a></div>
<div class="article-content"><div id="zoom">
{body}
</div></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="files"><p>附件下载：<a href="/files/2026/renwu.docx">任务分解表.docx</a></p></div>
<div class="related"><h3>相关解读</h3><ul><li><a href="/jd/1.html">一图读懂</a></li></ul></div>
<div class="footer">主办单位：云州市人民政府办公室　网站标识码：3300000001<br>云ICP备00000001号</div>
<div style="display:none">统计代码</div>
</body></html>
"""


def write_html(parts: list[Part], place: Path, facts: dict[str, str], charset: str = "gb2312") -> None:
    """Write `parts` as a page in this encoding; `facts` are its title, issuer, date of publication and index."""
    body = "\n".join(_html(part) for part in parts)
    codec = "gb18030" if charset == "gb2312" else charset
    place.write_bytes(PAGE.format(charset=charset, body=body, **facts).encode(codec))


def _html(part: Part) -> str:
    if isinstance(part, Table):
        return _table(part)
    words = (part.label.words if part.label else "") + part.text
    blank = "　" if part.label and part.label.style in ("chapter", "section") else ""
    if part.label:
        words = part.label.words + blank + part.text
    if not words:
        return "<p>&nbsp;</p>"
    text = escape(words)
    if part.heading:
        text = f"<strong>{text}</strong>"
    return f"<p{ALIGNMENTS[part.place]}>{text}</p>"


def _table(part: Table) -> str:
    rows = []
    for cells in rows_of(part):
        spans = ((cell, f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") for cell in cells)
        rows.append("<tr>" + "".join(f"<td{span}>{escape(cell.text)}</td>" for cell, span in spans) + "</tr>")
    return f'<table border="1">{"".join(rows)}</table>'


def is_blank(part: Part) -> bool:
    """Whether a part is an empty paragraph."""
    return isinstance(part, Paragraph) and not part.text and part.label is None
