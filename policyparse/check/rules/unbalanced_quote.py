"""A quotation mark without its other half.

**What it looks for.** “ ” ‘ ’ 「 」 『 』 of which one half is missing in its paragraph. A quotation that goes on over
several paragraphs is whole if one of the next few closes it; an apostrophe is none.

**Why.** Web pages and scans lose quotation marks. Names of programmes are told from running text by them.

**Example.** 打造15分钟生活圈”

**What to do.** Put the other half back.

**Known false alarms.** Quotations of several paragraphs that are opened in each and closed once: the rule allows for
those that are closed within five paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.pairs import lone_marks
from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B104"
NAME = "unbalanced-quote"
TITLE = "引号不配对"
SEVERITY = "warning"
BAD = "一、完善便民设施。打造10分钟健身圈”，改造“口袋公园，方便群众就近活动。\n"
GOOD = "一、完善便民设施。打造“10分钟健身圈”，改造“口袋公园”，方便群众就近活动。\n"


def find(view: View) -> Iterator[Remark]:
    """One remark for each half."""
    for place, missing in lone_marks(view.paragraphs, "quotes"):
        mark = view.text[place]
        yield view.remark((place, place + 1), f"{mark} 缺少与之配对的 {missing}", f"{mark} has no {missing}")
