"""Widths of columns, and what a cell may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.report.layout import centred, lines, number, widths, writable
from policyparse.report.tables import Table

TABLES = st.integers(1, 6).flatmap(
    lambda size: st.builds(
        lambda heads, rows: Table("表", tuple(heads), tuple(map(tuple, rows))),
        st.lists(st.text(max_size=9), min_size=size, max_size=size),
        st.lists(st.lists(st.text(max_size=60), min_size=size, max_size=size), max_size=5),
    )
)


@given(TABLES, st.floats(20, 200))
def test_columns_never_take_more_than_there_is(table: Table, total: float) -> None:
    across = widths(table, total)
    assert len(across) == len(table.columns)
    assert sum(across) <= total + 0.01
    assert min(across) > 0


def test_long_text_gets_the_room() -> None:
    table = Table("表", ("序号", "内容", "出处"), (("1", "很长的内容" * 30, "一/1"),))
    narrow, wide, last = widths(table, 100)
    assert wide > 5 * narrow
    assert last < 10
    assert centred(table, (narrow, wide, last)) == (True, False, True)


def test_a_narrow_table_does_not_fill_the_page() -> None:
    assert sum(widths(Table("表", ("甲", "乙"), (("1", "2"),)), 130)) < 20


def test_a_cell_takes_as_many_lines_as_its_width_wants() -> None:
    assert lines("一二三四五\n六", 11) == 2
    assert lines("一二三四五六七八九十", 11) == 2
    assert lines("", 10) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("-3.5", -3.5), ("93%", 0.93), ("123456789012345", 123456789012345), ("35", 35)],
)
def test_numbers(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "007", "1e5", "１２", "1,000", "=1", "+1", "1234567890123456", "≥5", "3–5", "nan", "1.", " 1", "1\n", "٣"],
)
def test_no_numbers(text: str) -> None:
    assert number(text) is None


def test_what_no_file_can_hold_is_replaced_one_by_one() -> None:
    assert writable("甲\x00\x1f\u202e\ud800乙\r\n丙\t丁\r戊") == "甲\ufffd\ufffd\ufffd\ufffd乙\n丙\t丁\n戊"
    assert writable("𠮷，“引”") == "𠮷，“引”"
