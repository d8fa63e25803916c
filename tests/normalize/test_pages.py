"""Page numbers, running heads and form feeds."""

import pytest

from cleaning import clean, mapped, reasons

BODY = "完善管网运行监测。按季度评估漏损控制成效，对连续两次排名靠后的县区进行约谈。"


@pytest.mark.parametrize(
    "number",
    [
        "— 3 —",
        "—3—",
        "- 3 -",
        "－３－",
        "·3·",
        "第3页",
        "第 3 页 共 10 页",
        "第3页，共10页",
        "第三页",
        "3/10",
        "Page 3 of 10",
    ],
)
def test_a_page_number_on_a_line_of_its_own_goes(number: str) -> None:
    assert [line for line in clean(f"{BODY}\n{number}\n{BODY}").split("\n") if line] == [BODY, BODY]
    assert reasons(f"{BODY}\n{number}\n{BODY}") == ["page-break"]


def test_bare_numbers_go_only_where_they_count_pages() -> None:
    pages = f"{BODY * 6}\n\n".join(f"{n}\n" for n in range(1, 5))
    assert not any(line.isdigit() for line in clean(BODY + "\n" + pages).split("\n"))
    cells = "指标\n1\n2\n3\n4\n" + BODY
    assert clean(cells) == cells
    years = f"{BODY * 6}\n2021\n{BODY * 6}\n2023\n{BODY * 6}\n2025\n"
    assert clean(years).count("\n20") == 3


def test_running_heads_go_where_they_stand_beside_the_page_s_end() -> None:
    head = "云州市供水管网提升行动方案"
    text = f"{head}\n{BODY}\n" + "".join(f"— {n} —\n{head}\n{BODY}\n" for n in range(1, 5))
    result = clean(text)
    assert result.count(head) == 1
    assert result.count(BODY) == 5


@pytest.mark.parametrize(
    "text", ["甲段落。\f乙段落。", "甲段落。\n\f乙段落。", "甲段落。\f\n乙段落。", "甲段落。\n\f\n乙段落。"]
)
def test_a_form_feed_ends_a_line(text: str) -> None:
    assert [line for line in clean(text).split("\n") if line] == ["甲段落。", "乙段落。"]
    assert "\f" not in clean(text)


@pytest.mark.parametrize(
    "line", ["3.加快建设", "2024年5月6日", "35%", "第三条", "1—3", "2/3以上", "第三页岩气田", "—", "3"]
)
def test_what_only_looks_like_a_page_number_stays(line: str) -> None:
    assert line in clean(f"{BODY}\n{line}\n{BODY}").split("\n")


def test_every_edit_is_at_the_number() -> None:
    result = mapped(f"{BODY}\n— 3 —\n{BODY}")
    assert [result.source[edit.start : edit.end].strip() for edit in result.edits] == ["— 3 —"]
