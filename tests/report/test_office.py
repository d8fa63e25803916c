"""The office's tables of one document, of several, and of documents that do not fit the form."""

from __future__ import annotations

import policyparse as pp
from policyparse.report import office
from policyparse.report.papers import documents_paper
from sample import document

PLAN = """临河县人民政府关于印发临河县健康乡村三年行动方案的通知
临政发〔2025〕3号
各乡镇人民政府：
一、总体要求
到2027年，农村自来水普及率达到96%以上。
二、重点任务
（一）改善环境。到2026年，新建公厕45座以上，卫生村覆盖率达到90%。（县卫生健康局牵头，县财政局配合）
（二）办好学堂。把学堂办到村口，让老人愿意去、坐得住。
（三）管好药房。2027年6月底前，村级药房全覆盖。（县医疗保障局、县市场监督管理局按职责分工负责）
临河县人民政府
2025年3月1日
"""


def test_tasks_are_the_clauses_that_somebody_answers_for_and_their_like() -> None:
    rows = office.tasks(pp.parse_text(PLAN), "zh").rows
    assert [(row[1], row[6]) for row in rows] == [
        ("总体要求", "一"), ("改善环境", "二/(一)"), ("办好学堂", "二/(二)"), ("管好药房", "二/(三)"),
    ]  # fmt: skip


def test_who_leads_and_who_helps() -> None:
    rows = {row[1]: row for row in office.tasks(pp.parse_text(PLAN), "zh").rows}
    assert rows["改善环境"][3:5] == ("县卫生健康局", "县财政局")
    assert rows["管好药房"][3:5] == ("县医疗保障局、县市场监督管理局\n（按职责分工负责）", "")
    assert rows["办好学堂"][2:6] == ("", "", "", "")


def test_no_target_is_lost_and_none_stands_twice() -> None:
    plan = pp.parse_text(PLAN)
    tasks = office.tasks_of(plan)
    assert [figure.id for task in tasks for figure in task.targets] == [figure.id for figure in plan.targets]
    assert len(office.targets(plan, "zh").rows) == len(plan.targets)


def test_a_copied_target_is_left_out() -> None:
    sample = document()
    copy = sample.targets[1].model_copy(update={"id": "f009", "duplicate_of": "f003"})
    doubled = sample.model_copy(update={"targets": (*sample.targets, copy)})
    assert office.targets(doubled, "zh") == office.targets(sample, "zh")
    assert office.tasks(doubled, "zh") == office.tasks(sample, "zh")


def test_targets_hold_the_number_and_the_unit_apart() -> None:
    rows = office.targets(document(), "zh").rows
    assert rows[0] == ("1", "再生水利用率", "全市", "达到", "不低于", "35", "%", "2027年", "预期性", "", "一")
    assert rows[2][3:8] == ("增加", "", "1.5", "万吨", "2026年")
    assert office.targets(document(), "en").rows[2][5:7] == ("15000", "吨")


def test_duties_are_listed_body_by_body() -> None:
    rows = office.duties(document(), "zh").rows
    assert [(row[1], row[2], row[3]) for row in rows] == [
        ("市住房城乡建设局", "牵头", "补齐管网短板"), ("市水务局", "共同负责", "补齐管网短板"),
        ("各县区人民政府", "共同负责", "补齐管网短板"), ("市生态环境局", "牵头", "加强执法"),
        ("市公安局", "配合", "加强执法"),
    ]  # fmt: skip


def test_a_text_without_clauses_still_has_its_targets() -> None:
    plain = pp.parse_text("到2027年，全县再生水利用率达到35%以上。")
    assert plain.targets
    row = office.tasks(plain, "zh").rows[0]
    assert (row[1], row[6]) == ("（条款以外）", "")
    assert "35%" in row[2]


def test_a_document_without_anything_gives_empty_tables() -> None:
    empty = pp.parse_text("")
    for make in (office.tasks, office.targets, office.duties, office.findings):
        assert make(empty, "zh").rows == ()


def test_findings_are_shown_with_their_words() -> None:
    checked = pp.check(pp.parse_text(PLAN.replace("（三）", "（五）")))
    rows = office.findings(checked, "zh").rows
    assert len(rows) == len(checked.findings) > 0
    start, end = (int(place) for place in rows[0][7].split("–"))
    assert rows[0][3] == checked.text[start:end][:80] or rows[0][3].endswith("…")
    assert office.findings(checked.without_text(), "en").rows
    assert "问题清单" in [table.title for table in documents_paper([checked], "zh").tables]


def test_findings_of_a_document_without_text_leave_the_words_out() -> None:
    checked = pp.check(pp.parse_text(PLAN.replace("（三）", "（五）")))
    loaded = pp.PolicyDocument.model_validate_json(checked.model_dump_json())
    assert {row[3] for row in office.findings(loaded, "zh").rows} == {""}


def test_times_as_an_office_writes_them() -> None:
    figure = document().targets[0]
    dated = figure.model_copy(update={"deadline_date": "2027-06-30", "recurrence": "annual"})
    assert office.when(dated, "zh") == "2027年6月30日、每年"
    assert office.when(dated, "en") == "2027-06-30 every year"


def test_several_documents_make_one_table() -> None:
    table = office.of_several(office.targets, [document(), pp.parse_text(PLAN)], "zh")
    assert table.columns[:3] == ("序号", "文件", "指标")
    assert [row[0] for row in table.rows] == [str(number) for number in range(1, len(table.rows) + 1)]
    assert {row[1] for row in table.rows} == {"云州市碧水行动方案", "临河县健康乡村三年行动方案"}
    assert table.numbers == (0, 6)


def test_every_row_has_a_cell_under_every_head_in_both_languages() -> None:
    for language in ("zh", "en"):
        for table in documents_paper([document(), pp.parse_text(PLAN)], language).tables:
            assert table.rows
            assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_value_in_words_is_told_in_words() -> None:
    assert office.value(document().targets[3], "zh") == "清零"
    assert office.value(document().targets[0], "zh") == "≥35%"
