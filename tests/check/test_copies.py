"""Copies: where they are, of what, and of which kind."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from damaging.copies import noisy
from plans import SENTENCES, plan, text
from policyparse.check.alignment import align, in_common
from policyparse.check.copies import Copy
from policyparse.check.engine import check
from policyparse.check.view import View
from policyparse.lexicon import Lexicon
from policyparse.pipeline import parse_text


def copies(words: str) -> tuple[tuple[Copy, ...], str]:
    view = View(parse_text(words), Lexicon.load())
    return view.copies, view.text


def test_a_plan_holds_no_copies() -> None:
    assert copies(text(plan()))[0] == ()


def test_a_paragraph_that_comes_again_is_one_exact_copy_of_the_first() -> None:
    paragraphs = plan()
    (copy,), words = copies(text([*paragraphs, paragraphs[3]]))
    assert (copy.kind, words[copy.start : copy.end]) == ("exact", paragraphs[3])
    assert words[copy.first : copy.last] == paragraphs[3]


def test_with_another_number_it_is_renumbered() -> None:
    paragraphs = plan()
    (copy,), words = copies(text([*paragraphs, paragraphs[3].replace("（三）", "（九）")]))
    assert copy.kind == "renumbered"
    assert words[copy.start : copy.end].startswith("（九）")
    assert words[copy.first : copy.last].startswith("（三）")


def test_neighbours_are_one_block_with_the_headings_between_them() -> None:
    block = ["二、保障措施", *plan(3)[1:], "三、附则说明", *plan(7)[4:]]
    (copy,), words = copies(text(["一、总体要求", SENTENCES[9] + SENTENCES[8], *block, *block]))
    assert words[copy.start : copy.end] == "\n".join(block)


def test_the_same_original_twice_is_two_copies() -> None:
    paragraphs = plan()
    found, _ = copies(text([*paragraphs, paragraphs[2], paragraphs[2]]))
    assert [copy.first for copy in found] == [found[0].first] * 2


def test_a_copy_may_begin_in_one_paragraph_and_end_in_another() -> None:
    """The end of （二） and all of （三）, run together in one paragraph."""
    paragraphs = plan()
    joined = paragraphs[2][-30:] + paragraphs[3]
    (copy,), words = copies(text([*paragraphs, joined]))
    assert words[copy.start : copy.end] == joined
    assert words[copy.first : copy.last] == paragraphs[2][-30:] + "\n" + paragraphs[3]


def test_a_part_that_was_run_on_to_another_paragraph_is_found_to_the_letter() -> None:
    paragraphs = plan()
    part = paragraphs[1][3:75]
    paragraphs[6] += part
    (copy,), words = copies(text(paragraphs))
    assert words[copy.start : copy.end] == part


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
@pytest.mark.parametrize("seed", range(5))
def test_noise_makes_a_near_copy(share: float, seed: int) -> None:
    paragraphs = plan()
    dice = random.Random(seed)
    noise = noisy(paragraphs[4][3:], share, dice)
    found, words = copies(text([*paragraphs, noise]))
    assert [copy.kind for copy in found] == ["near"]
    assert len(words[found[0].start : found[0].end]) >= 0.8 * len(noise)
    assert words[found[0].first : found[0].last] in paragraphs[4]


@pytest.mark.parametrize(
    "words",
    [
        # yearly tasks that differ in their numbers
        "（一）2026年，改造农村公路120公里，建成公交首末站4座，新增充电桩300个，完成投资2.6亿元，惠及群众5.2万人。\n"
        "（二）2027年，改造农村公路150公里，建成公交首末站6座，新增充电桩420个，完成投资3.1亿元，惠及群众6.8万人。\n",
        # parallel articles
        "第三十条　违反本条例第十一条规定，擅自占用盲道的，由城市管理部门责令限期改正，处二百元以上一千元以下罚款。\n"
        "第三十一条　违反本条例第十五条规定，拒不提供停车数据的，由交通运输部门责令限期改正，处五千元以上二万元以下罚款。\n",
        # the same bodies under two tasks
        "责任单位：县教育局、县公安局、县财政局、县交通运输局、县应急管理局、县市场监督管理局、各乡镇人民政府、各街道办事处\n"
        "加强校车管理，配齐照管人员，定期检修车辆，严查超员行为。\n"
        "责任单位：县教育局、县公安局、县财政局、县交通运输局、县应急管理局、县市场监督管理局、各乡镇人民政府、各街道办事处\n",
    ],
)
def test_what_is_alike_rightly_is_no_copy(words: str) -> None:
    assert copies(words)[0] == ()


def test_figures_in_a_copy_name_the_first_one() -> None:
    clause = "（二）改造农村供水。到2027年，改造供水管网120公里，自来水普及率达到96%，新建水厂3座，惠及群众4.2万人。"
    paragraphs = [*plan(1), clause, *plan(3)[2:], clause.replace("（二）", "（五）")]
    document = check(parse_text(text(paragraphs)))
    figures = sorted((*document.targets, *document.figures), key=lambda figure: figure.span.start)
    half = [figure for figure in figures if figure.duplicate_of is None]
    copied = [figure for figure in figures if figure.duplicate_of is not None]
    assert [figure.quote for figure in copied] == [figure.quote for figure in half] != []
    assert [figure.duplicate_of for figure in copied] == [figure.id for figure in half]


@given(st.text("发展建设服务", max_size=40), st.text("发展建设服务", max_size=40))
def test_common_characters_are_the_longest_common_subsequence(words: str, others: str) -> None:
    row = [0] * (len(others) + 1)
    for a in words:
        before = 0
        for place, b in enumerate(others, 1):
            before, row[place] = row[place], before + 1 if a == b else max(row[place], row[place - 1])
    assert in_common(words, others) == row[-1]


@given(st.text("城乡供水管网改造提升工程建", max_size=80), st.text("城乡供水管网改造提升工程建", max_size=80))
def test_blocks_are_the_same_rise_and_lie_within(original: str, copy: str) -> None:
    found = align(original, copy)
    if found is None:
        return
    assert 0 <= found.start <= found.end <= len(copy)
    assert 0 <= found.first <= found.last <= len(original)
    assert 0 <= found.similarity <= 1
    copied = first = 0
    for block in found.blocks:
        assert copy[block.copied : block.copied + block.length] == original[block.first : block.first + block.length]
        assert block.copied >= copied
        assert block.first >= first
        copied, first = block.copied + block.length, block.first + block.length
