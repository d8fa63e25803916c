"""Passages on another subject, and sentences that go on after something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyparse.check.engine import check
from policyparse.model.document import PolicyDocument
from policyparse.model.finding import Finding
from policyparse.pipeline import parse_text

UNSEEN = ("opinion", "speech")


def told(document: PolicyDocument, *names: str) -> list[Finding]:
    return [finding for finding in document.findings if finding.name in names]


def paragraphs_of(root: Path, name: str) -> list[str]:
    return (root / "benchmarks" / "unseen" / f"{name}.txt").read_text("utf-8").split("\n")


def running(paragraphs: list[str]) -> list[int]:
    return [index for index, words in enumerate(paragraphs) if len(words) > 90 and words[-1] == "。"]


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("donor", ["archives", "weather", "graves", "petitions"])
def test_the_words_of_the_trade_do_not_hide_another_subject(name: str, donor: str, root: Path) -> None:
    paragraphs = paragraphs_of(root, name)
    passage = (root / "benchmarks" / "foreign" / "trade" / f"{donor}.txt").read_text("utf-8").strip().split("\n\n")[:2]
    at = running(paragraphs)[5] + 1
    document = check(parse_text("\n".join([*paragraphs[:at], *passage, *paragraphs[at:]])))
    (finding,) = told(document, "foreign-passage")
    assert document.source_text(finding.span) == "\n".join(passage)


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("part", [(0, 14), (6, 20), (0, 30)])
def test_parts_of_a_sound_document_hold_no_stranger(name: str, part: tuple[int, int], root: Path) -> None:
    paragraphs = [words for words in paragraphs_of(root, name) if words][slice(*part)]
    assert told(check(parse_text("\n".join(paragraphs))), "foreign-passage") == []


def test_what_follows_a_lost_end_is_not_foreign(root: Path) -> None:
    paragraphs = paragraphs_of(root, "opinion")
    for index in running(paragraphs)[1:-1]:
        cut = [*paragraphs[:index], paragraphs[index][: len(paragraphs[index]) // 2], *paragraphs[index + 1 :]]
        assert told(check(parse_text("\n".join(cut))), "foreign-passage") == [], paragraphs[index][:10]


def test_the_rest_of_a_sentence_further_down_is_its_continuation_and_nothing_is_foreign(root: Path) -> None:
    paragraphs = paragraphs_of(root, "opinion")
    first, second = (
        next(i for i, p in enumerate(paragraphs) if p.startswith(label)) for label in ("（十）", "（十一）")
    )
    at = paragraphs[first].index("依法缴纳社会保险") + 6
    half, rest = paragraphs[first][:at], paragraphs[first][at:]
    moved = [*paragraphs[:first], half, *paragraphs[first + 1 : second + 1], rest, *paragraphs[second + 1 :]]
    document = check(parse_text("\n".join(moved)))
    (broken,) = told(document, "broken-paragraph")
    assert [document.source_text(place.span) for place in broken.related] == [rest]
    assert told(document, "foreign-passage") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（三）培育品牌。支持优质家政企业", "开设直营门店，每年评选一批示范企业，向社会公布名单。"),
        ("（三）培育品牌企业做大做强家政", "企业品牌，每年评选一批示范企业，向社会公布名单。"),
    ],
)
def test_a_short_beginning_that_breaks_off(first: str, second: str) -> None:
    before = "（一）完善标准。制定家政企业服务标准，推行合同示范文本。\n（二）强化培训。支持家政企业开展技能培训。\n"
    document = check(parse_text(f"一、主要任务\n{before}{first}\n{second}\n"))
    (broken,) = told(document, "broken-paragraph")
    assert document.source_text(broken.span) == first


def test_a_subtitle_is_no_continuation() -> None:
    words = (
        "云州市家政服务提质行动方案\n（2025—2027年，征求意见稿）\n一、总体要求\n坚持标准先行，扩大供给，稳定队伍。\n"
    )
    assert told(check(parse_text(words)), "broken-paragraph") == []
