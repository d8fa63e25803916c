"""The rows that people read."""

from __future__ import annotations

from policyparse.report import tables
from sample import document


def test_letterhead_lists_what_is_there() -> None:
    rows = dict(tables.letterhead(document(), "zh").rows)
    assert rows["发文字号"] == "云政发〔2024〕7号"
    assert rows["规划期"] == "2024–2027"
    assert rows["地区"] == "云州市"
    assert "签发人" not in rows


def test_outline_is_indented_and_counts_the_targets_below() -> None:
    assert tables.outline(document(), "zh").rows == (
        ("一、总体要求", "1", ""),
        ("二、重点任务", "3", ""),
        ("  （一）补齐管网短板", "2", "市住房城乡建设局"),
        ("  （二）加强执法", "1", "市生态环境局"),
    )


def test_targets_and_figures_are_kept_apart() -> None:
    assert [row[1] for row in tables.targets(document(), "en").rows] == [
        "再生水利用率",
        "污水管网",
        "日处理能力",
        "黑臭水体",
    ]
    assert tables.figures(document(), "en").rows == (("一", "污水处理厂", "12座", "2023", "achieved"),)


def test_responsibilities_by_role() -> None:
    assert tables.responsibilities(document(), "zh").rows == (
        ("二/(一) 补齐管网短板", "市住房城乡建设局", "市水务局、各县区人民政府", ""),
        ("二/(二) 加强执法", "市生态环境局", "", "市公安局"),
    )


def test_every_row_has_a_cell_under_every_head() -> None:
    for make in (tables.letterhead, tables.outline, tables.targets, tables.figures, tables.responsibilities,
                 tables.references, tables.edits):  # fmt: skip
        for language in ("zh", "en"):
            table = make(document(), language)
            assert table.rows
            assert {len(row) for row in table.rows} == {len(table.columns)}
