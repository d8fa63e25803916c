"""Repair: what is dropped, joined and moved, and that every character still knows where it comes from."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

import policyparse as pp
from plans import SENTENCES
from policyparse import corpus
from policyparse.model.repair import Repair
from policyparse.pipeline import check, repair
from policyparse.repair.plan import replay
from policyparse.report.repairs import steps

PLAIN = ("yunzhou-city", "linhe-county", "shiqiao-county", "five-year-plan", "work-report", "article.clean")


def squash(text: str) -> str:
    return "".join(text.split())


def likeness(wanted: str, got: str) -> float:
    a, b = squash(wanted), squash(got)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * same / (len(a) + len(b))


def assert_every_character_is_the_source_s(mended: Repair, source: str) -> None:
    for position, character in enumerate(mended.text):
        place = mended.source_place(position)
        assert 0 <= place.start < place.end <= len(source)
        index = max(i for i, piece in enumerate(mended.pieces) if piece.start <= position)
        if mended.pieces[index].exact:
            assert source[place.start] == character


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_sound_document_comes_back_as_it_is(name: str, unsafe: bool) -> None:
    document = corpus.load(name)
    mended = repair(document, unsafe=unsafe)
    assert mended.text == document.text
    assert mended.steps == ()


def test_the_ruined_article_is_mended(root: Path) -> None:
    document = check(corpus.load("article"))
    spans = json.loads((root / "corpus" / "gold" / "article.clean.json").read_text("utf-8"))
    wanted = "".join(document.text[span["start"] : span["end"]] for span in spans)
    mended = repair(document, unsafe=True)
    assert likeness(wanted, mended.text) >= 0.95
    assert likeness(wanted, document.text) < 0.75
    assert_every_character_is_the_source_s(mended, document.text)


def test_the_plan_replays_from_its_json() -> None:
    document = corpus.load("article")
    mended = repair(document, unsafe=True)
    again = Repair.model_validate_json(mended.model_dump_json())
    assert replay(again, document.text) == mended.text == again.text


def test_safe_steps_lose_nothing() -> None:
    document = corpus.load("article")
    mended = repair(document)
    assert mended.steps
    assert all(step.safe for step in mended.steps)
    kept = squash(mended.text)
    for step in mended.steps:
        if step.kind == "drop":
            body = squash(document.source_text(step.span))
            assert body[8:] in kept, "what a safe step drops stands elsewhere but for its number"


def test_every_step_answers_a_finding() -> None:
    document = check(corpus.load("article"))
    places = {(finding.code, finding.span) for finding in document.findings}
    mended = repair(document, unsafe=True)
    assert {(step.answers.code, step.answers.span) for step in mended.steps} <= places


def test_normalized_gives_clean_text_that_still_knows_its_source() -> None:
    document = corpus.load("pdf-text")
    mended = repair(document, normalized=True)
    assert mended.text == document.mapped.text or mended.steps
    assert_every_character_is_the_source_s(mended, document.text)


def test_a_sentence_cut_in_two_is_joined() -> None:
    halves = "1.管网改造。到2026年，全县改造老旧供水管网一百二十公里，农村集中供水工程水质监测覆\n\n盖面明显扩大，供水保障能力稳步提升。\n"
    mended = repair(pp.parse_text(halves))
    assert "水质监测覆盖面明显扩大" in mended.text
    assert [step.kind for step in mended.steps] == ["join"]


PLACES = ("（一）", "（二）", "（三）", "（四）", "（五）")


def clauses() -> list[str]:
    return [label + sentence for label, sentence in zip(PLACES, SENTENCES, strict=False)]


@pytest.mark.parametrize("order", [(0, 2, 3, 1, 4), (1, 2, 0, 3, 4), (0, 1, 2, 4, 3), (0, 2, 1, 3, 4)])
def test_a_clause_out_of_order_goes_back(order: tuple[int, ...]) -> None:
    right = "\n".join(["一、重点任务", *clauses()]) + "\n"
    wrong = "\n".join(["一、重点任务", *(clauses()[index] for index in order)]) + "\n"
    mended = repair(pp.parse_text(wrong), unsafe=True)
    assert mended.text == right
    assert [step.kind for step in mended.steps] == ["move"]
    assert repair(pp.parse_text(wrong)).text == wrong


@pytest.mark.parametrize("label", ["（九）", "（二）"])
def test_a_wrong_number_between_two_right_ones_is_put_right(label: str) -> None:
    words = clauses()
    wrong = [*words[:2], label + SENTENCES[2], *words[3:]]
    mended = repair(pp.parse_text("\n".join(["一、重点任务", *wrong]) + "\n"), unsafe=True)
    assert mended.text == "\n".join(["一、重点任务", *words]) + "\n"
    assert [(step.kind, step.text) for step in mended.steps] == [("renumber", "（三）")]


def test_a_sentence_that_follows_itself_is_dropped_and_a_word_is_not() -> None:
    sentence = "各乡镇每月上报一次护理床位改造进度。"
    right = f"一、工作要求\n压实责任。{sentence}年底统一验收，推动群众就近就近办事。\n"
    mended = repair(pp.parse_text(right.replace(sentence, sentence * 2)))
    assert mended.text == right
    assert [(step.kind, step.safe) for step in mended.steps] == [("drop", True)]


def test_the_table_of_steps_says_where_a_block_goes() -> None:
    wrong = "\n".join(["一、重点任务", *(clauses()[index] for index in (0, 2, 3, 1, 4))]) + "\n"
    mended = repair(pp.parse_text(wrong), unsafe=True)
    ((kind, line, _, becomes, *_),) = steps(mended, wrong, "zh").rows
    assert (kind, line, becomes) == ("移动", "5", "移到第 3 行之前")
