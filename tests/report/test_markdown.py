"""Markdown, as GitHub would show it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from policyparse.report import markdown
from policyparse.report.papers import document_paper
from report.hostile import CLEANED, LINK, MARKUP, empty, paper
from sample import document


def shown(content: bytes) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(content.decode())


def test_a_document_is_a_heading_and_its_tables() -> None:
    text = markdown.write(document_paper(document(), "zh")).decode()
    assert text.startswith("# 云州市碧水行动方案\n")
    assert "## 任务分解表" in text
    assert "| 2 | 补齐管网短板 | 污水管网 增加120公里（每年）<br>日处理能力 增加1.5万吨（2026年） |" in text


def test_every_row_has_the_cells_of_its_head() -> None:
    html = shown(markdown.write(paper()))
    assert {len(re.findall("<t[hd]", row)) for row in html.split("<tr>")[1:]} == {2}


def test_hostile_text_stays_text() -> None:
    html = shown(markdown.write(paper()))
    for tag in ("<script", "<a ", "<strong", "<em", "<code", "<s>", "<img"):
        assert tag not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [点击](http" in html
    assert CLEANED in html


@pytest.mark.parametrize("text", [MARKUP, LINK, "a_b_c", "1. 项", "x | y", "\\|", "$x$"])
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    html = shown(f"| 甲 |\n|---|\n| {markdown.escaped(text)} |\n".encode())
    cell = re.search("<td>(.*)</td>", html)
    assert cell is not None
    back = cell[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert back == text


def test_github_makes_no_link_of_an_address() -> None:
    assert "://" not in markdown.escaped(LINK)
    assert "www." not in markdown.escaped(LINK)


def test_an_empty_table_has_its_head() -> None:
    assert markdown.write(empty()).decode().endswith("| 序号 | 内容 |\n|---|---|\n")
