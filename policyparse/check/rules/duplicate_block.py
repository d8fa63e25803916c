"""A passage that stands in the document a second time, word for word.

**What it looks for.** Paragraphs of 40 characters and more, and parts of paragraphs of 60 and more, that repeat an
earlier place to the letter. Neighbouring paragraphs whose originals are neighbours, too, are one block; headings and
short entries between them belong to it. The copy may begin or end inside a paragraph, and the two may be broken into
paragraphs in different ways.

**Why.** Texts that went through page recognition, a language model or a careless paste hold blocks twice and more. A
figure in such a block is counted twice; see `duplicate_of` of the figures.

**Example.** The third section comes again after the fourth one, with the same numbers.

**What to do.** Delete the copy; `related` shows the original. Where the copy stands in the right order and the original
does not, delete the original.

**Known false alarms.** A document that quotes a long passage of itself, such as an interpretation printed with the
plan. Lists of responsible bodies, headings and tables are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.copies import Copy
from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "D101"
NAME = "duplicate-block"
TITLE = "整段重复"
SEVERITY = "error"
BAD = """一、加强组织领导
各乡镇要把养老服务摆上重要位置，主要负责同志亲自过问，分管负责同志具体抓，每季度研究一次进展。
二、强化要素保障
县财政每年安排专项资金，优先保障敬老院改造，项目用地指标应保尽保，审批事项限时办结。
各乡镇要把养老服务摆上重要位置，主要负责同志亲自过问，分管负责同志具体抓，每季度研究一次进展。
"""
GOOD = """一、加强组织领导
各乡镇要把养老服务摆上重要位置，主要负责同志亲自过问，分管负责同志具体抓，每季度研究一次进展。
二、强化要素保障
县财政每年安排专项资金，优先保障敬老院改造，项目用地指标应保尽保，审批事项限时办结。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each block that is repeated to the letter."""
    for copy in view.copies:
        if copy.kind == "exact":
            yield told(view, copy, "一字不差地重复前文", "repeats to the letter")


def told(view: View, copy: Copy, zh: str, en: str) -> Remark:
    """What the three rules on copies say: how much is repeated, and what."""
    head = view.excerpt(copy.start, copy.end)
    size = copy.end - copy.start
    original = RelatedPlace(span=view.span(copy.first, copy.last), role="original")
    return view.remark(
        (copy.start, copy.end),
        f"{zh}：“{head}”，共 {size} 字",
        f"{size} characters, from “{head}” on: {en} what stands before",
        related=[original],
    )
