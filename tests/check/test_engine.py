"""What `check` gives back: places, clauses, order, severities, rules of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans import plan, text
from policyparse.check.engine import check
from policyparse.check.rule import Remark, Rule
from policyparse.check.rules import rules
from policyparse.check.view import View
from policyparse.errors import TextNotAtHand
from policyparse.model.document import PolicyDocument
from policyparse.pipeline import parse, parse_text

DAMAGED = ("article", "article.foreign", "web-page", "pdf-text", "provincial-plan-hant")
ALPHABET = "一二（）()《》“”、，。；：年月日号〔〕第条章0123456789 \n发展建设□\ufffd鐨勬"
KNOWN = {("provincial-plan-hant.clean", "missing-table")}
"""What is truly lost in a text that is clean for the rest."""


def words_of(paragraph_words: list[str]) -> PolicyDocument:
    return parse_text(text(paragraph_words))


@pytest.fixture(scope="module")
def checked(corpus_files: list[Path]) -> dict[str, PolicyDocument]:
    return {file.stem: check(parse(file)) for file in corpus_files}


def test_clean_documents_raise_no_false_alarms(checked: dict[str, PolicyDocument]) -> None:
    loud = {
        (name, finding.name)
        for name, document in checked.items()
        if name not in DAMAGED
        for finding in document.findings
        if finding.code[0] in "DNBF" and finding.severity != "info"
    }
    assert loud == KNOWN


def test_places_lie_in_the_source_and_findings_stand_in_text_order(checked: dict[str, PolicyDocument]) -> None:
    for document in checked.values():
        starts = [finding.span.start for finding in document.findings]
        assert starts == sorted(starts)
        for finding in document.findings:
            for span in (finding.span, *(place.span for place in finding.related)):
                assert 0 <= span.start <= span.end <= document.source.length


def test_a_finding_names_the_innermost_clause_of_its_place(checked: dict[str, PolicyDocument]) -> None:
    for document in checked.values():
        for finding in document.findings:
            holding = [
                clause for clause in document.clauses if clause.span.start <= finding.span.start < clause.span.end
            ]
            assert finding.clause == (holding[-1].id if holding else None)


def test_what_stands_in_the_document_already_is_kept(checked: dict[str, PolicyDocument]) -> None:
    document = checked["yunzhou-city"]
    assert check(document) == document
    assert [target.quote for target in document.targets] == [
        target.quote for target in parse_text(document.text).targets
    ]


def test_a_function_is_a_rule() -> None:
    """A rule of one's own: every 适时 is told."""

    def vague_time(view: View) -> Iterator[Remark]:
        """Words that say no time."""
        start = view.text.find("适时")
        if start >= 0:
            yield view.remark((start, start + 2), "“适时”不是期限", "no deadline", suggestion=None)

    document = check(parse_text("一、工作要求\n各部门要适时开展评估，及时调整政策措施。\n"), [*rules(), vague_time])
    (finding,) = document.findings
    assert (finding.code, finding.name, finding.severity) == ("X000", "vague-time", "warning")
    assert document.source_text(finding.span) == "适时"


def test_only_the_rules_that_are_given_run() -> None:
    paragraphs = plan()
    words = [*paragraphs, paragraphs[2], "（三）做好“一网通办。"]
    document = check(words_of(words), [rule for rule in rules() if rule.name == "unbalanced-quote"])
    assert {finding.name for finding in document.findings} == {"unbalanced-quote"}


def test_a_remark_may_be_graver_than_its_rule() -> None:
    def grave(view: View) -> Iterator[Remark]:
        yield Remark(view.span(0, 1), "重", "grave", severity="error")

    rule = Rule("X900", "grave", "info", grave)
    assert [finding.severity for finding in check(words_of(plan()), [rule]).findings] == ["error"]


def test_a_document_without_its_text_says_so() -> None:
    document = PolicyDocument.model_validate_json(words_of(plan()).model_dump_json())
    with pytest.raises(TextNotAtHand):
        check(document)


def test_with_its_text_it_is_checked_the_same() -> None:
    paragraphs = plan()
    document = words_of([*paragraphs, paragraphs[3]])
    loaded = PolicyDocument.model_validate_json(document.with_text().model_dump_json())
    assert check(loaded).findings == check(document).findings != ()


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHABET, max_size=300))
def test_no_text_makes_it_fail(words: str) -> None:
    document = check(parse_text(words))
    for finding in document.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(words)
