"""Text that would do harm where it is taken for more than text, and papers that hold it."""

from __future__ import annotations

from policyparse.report.papers import Paper
from policyparse.report.tables import Table

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "　=1+1", "＝1+1")
MARKUP = "<script>alert(1)</script> [点击](http://example.org) **粗** `x` | 竖线 \\ # ~删~ &amp;"
LINK = "https://example.org/a 与 www.example.org"
CONTROLS = "甲\x00乙\x07丙\x1b[31m丁\u202e戊\ud800己\ufffe庚\x0b辛"
CLEANED = "甲\ufffd乙\ufffd丙\ufffd[31m丁\ufffd戊\ufffd己\ufffd庚\ufffd辛"
RUNS = "<r><t>甲</t></r><r><rPr><b/></t></r>"
"""What XlsxWriter takes for rich text that was written already."""
LONG_CELL = "长" * 40_000
LONG_WORD = "w" * 10_000
CELLS = (*FORMULAS, MARKUP, LINK, RUNS, CONTROLS, LONG_WORD, "第一行\r\n第二行", "", "1.10", "007", "_x0041_")


def paper() -> Paper:
    """Two columns: hostile text in a column of words and in one of numbers."""
    rows = tuple((cell, cell) for cell in (*CELLS, LONG_CELL))
    return Paper(MARKUP, (CONTROLS, LINK), (Table("表格", ("文字", "=数字"), rows, numbers=(1,)),))


def empty() -> Paper:
    """A table without rows."""
    return Paper("空", (), (Table("表格", ("序号", "内容"), ()),))
