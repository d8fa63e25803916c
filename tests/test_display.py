"""What a notebook shows: everything found marked in place, nothing of a text taken for markup."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyparse as pp
from policyparse import display
from policyparse.display import marked
from policyparse.report.html.marks import Mark
from sample import TEXT, document

VOID = {"br", "hr", "img"}
HOSTILE = (
    '一、<script>alert("云州")</script>总体要求\n到2027年，“><img src=x onerror=alert(1)>”\'" 覆盖率达到35%以上。'
    "（责任单位：市<b>水务局</b>）\n二、费用$5$与&amp;\x00\u202e倒写\n依据《</div></style>条例》，新建&lt;管网&gt;12公里。"
)


class Page(HTMLParser):
    """The words, tags and hover texts of a piece of HTML; a tag that is not closed in order is an error."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.told: list[tuple[str, str]] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.source: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        named = dict(attrs)
        if tag not in VOID:
            self.open.append(f"{tag} {named.get('class') or ''}".strip())
        if tag == "mark" and "title" in named:
            self.told.append((named["class"] or "", named["title"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().split()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "div pp-source" in self.open:
            self.source.append(data)


def shown(item: display.Shown, whole: pp.PolicyDocument | None = None) -> Page:
    page = Page(display.html(item, whole))
    assert page.tags <= {"style", "div", "b", "mark", "details", "summary", "table", "tr", "th", "td"}
    assert page.attributes <= {"class", "title", "open"}
    return page


def test_a_document_shows_its_whole_source_with_everything_marked() -> None:
    page = shown(document())
    assert "".join(page.source) == TEXT
    assert {kind for kind, _ in page.told} == {"pp-target", "pp-figure", "pp-duty", "pp-reference", "pp-label"}
    hover = next(told for kind, told in page.told if kind == "pp-target")
    assert hover.splitlines()[0] == "再生水利用率 · ≥35% · 2027"
    assert "基期: 28.5%（2023）" in hover


def test_findings_are_marked_where_they_stand() -> None:
    text = "一、总体要求\n到2027年,再生水利用率达到35%以上。\n三、重点任务\n新建管网12公里。"
    checked = pp.check(pp.parse_text(text))
    assert checked.findings
    told = [words for kind, words in shown(checked).told if kind == "pp-finding"]
    assert any(checked.findings[0].code in words for words in told)
    for finding in checked.findings:
        page = shown(finding, checked)
        assert finding.message.zh in "".join(page.words)
        assert finding.span.start == finding.span.end or any(kind == "pp-finding" for kind, _ in page.told)


def test_a_target_and_a_clause_are_shown_in_their_surroundings() -> None:
    whole = document()
    target, clause = whole.targets[0], whole.clauses[2]
    assert "".join(shown(target, whole).source) == whole.source_text(target.sentence)
    assert "".join(shown(clause, whole).source) == whole.source_text(clause.span)
    assert "".join(shown(clause).source) == clause.text
    assert "再生水利用率" in "".join(shown(target).words)


def test_a_comparison_shows_both_sources_side_by_side() -> None:
    left, right = pp.corpus.load("yunzhou-city"), pp.corpus.load("linhe-county")
    comparison = pp.compare(left, right)
    page = shown(comparison)
    assert "".join(page.source) == left.text + right.text
    assert {"pp-reused", "pp-changed"} <= {kind for kind, _ in page.told}
    loaded = pp.Comparison.model_validate_json(comparison.model_dump_json())
    assert shown(loaded).source == []


def test_no_text_becomes_markup() -> None:
    whole = pp.check(pp.parse_text(HOSTILE, name="<i>名</i>.txt"))
    comparison = pp.compare(whole, whole)
    items: list[display.Shown] = [whole, *whole.clauses, *whole.targets, *whole.findings, comparison]
    assert whole.clauses
    assert whole.targets
    for item in items:
        shown(item)
        html = shown(item, whole) and display.html(item, whole)
        assert "\x00" not in html
        assert "\u202e" not in html
    assert "<script>alert" in "".join(shown(whole).source)


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_can_be_shown_and_stored(text: str) -> None:
    html = display.html(pp.parse_text(text))
    Page(html)
    json.dumps(html, ensure_ascii=False).encode("utf-8")


@given(
    st.text(alphabet="甲乙<&", max_size=40), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)
)
def test_marks_of_any_places_leave_the_text_as_it_is(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "target", tip=f"{start}<{end}") for start, end in places]
    assert "".join(Page("".join(marked(text, marks, 0, len(text)))).words) == text


def test_where_marks_overlap_the_shortest_gives_the_colour() -> None:
    page = Page("".join(marked("甲乙丙丁", [Mark(0, 4, "duty", tip="全"), Mark(1, 2, "target", tip="内")], 0, 4)))
    assert page.told == [("pp-duty", "全"), ("pp-target", "内\n全"), ("pp-duty", "全")]


def test_a_long_source_is_cut_and_says_so() -> None:
    page = shown(pp.parse_text("一、总体要求\n" + "推进工作。" * 20_000))
    assert len("".join(page.source)) == display.LONGEST
    assert "未显示" in "".join(page.words)


def test_without_its_text_a_document_says_what_to_do(tmp_path: Path) -> None:
    pp.save(document(), tmp_path / "x.json")
    assert "with_text(text)" in "".join(shown(pp.load(tmp_path / "x.json")).words)


def test_it_speaks_english_too() -> None:
    html = display.html(document(), language="en")
    assert "Letterhead" in html
    assert "公文要素" not in html


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(pp.UsageError, match="cannot be shown"):
        display.html("文字")  # type: ignore[arg-type]


def test_records_are_shown_in_a_notebook_and_nowhere_else(root: Path) -> None:
    pytest.importorskip("IPython")
    code = """if True:
        import sys
        {setup}
        import policyparse as pp
        document = pp.parse_text("一、目标\\n到2027年，覆盖率达到35%以上。")
        loaded = "IPython" in sys.modules
        if loaded:
            data, _ = shell.display_formatter.format(document.targets[0])
            assert 'class="policyparse' in data["text/html"]
            assert "覆盖率" in data["text/plain"]
        print(loaded)"""
    inside = "from IPython.core.interactiveshell import InteractiveShell; shell = InteractiveShell.instance()"
    for setup, expected in ((inside, "True"), ("pass", "False")):
        run = subprocess.run(
            [sys.executable, "-c", code.format(setup=setup)], cwd=root, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip() == expected
