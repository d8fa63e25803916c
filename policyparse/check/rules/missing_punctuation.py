"""A full stop is missing.

**What it looks for.** A paragraph of running text without a stop, which ends as sentences of the document end (建设,
水平, 以上 …) and after which a new clause or heading begins: the sentence is whole, only its stop is gone. And a
sentence that runs into the bracket of its responsible bodies without a stop, in a document that sets one there.

**Why.** Programs find sentences by their stops. A missing one joins two of them, with all their figures.

**Example.** …合力推进县域建设 | （二） …

**What to do.** Put the stop back.

**Known false alarms.** A sentence that was broken off just after such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B105"
NAME = "missing-punctuation"
TITLE = "缺少标点"
SEVERITY = "warning"
BAD = """（一）加强设施建设。支持乡镇改造敬老院，补齐护理床位短板，提高失能照护能力，合力推进体系建设
（二）提升服务水平。开展护理员培训，推动医养结合，健全服务标准，强化日常监管。
"""
GOOD = """（一）加强设施建设。支持乡镇改造敬老院，补齐护理床位短板，提高失能照护能力，合力推进体系建设。
（二）提升服务水平。开展护理员培训，推动医养结合，健全服务标准，强化日常监管。
"""
STOPPED = re.compile("。（(?=[^（）\n]{2,200}(?:负责|牵头|配合|责任单位)[^（）\n]{0,200}）)")
"""Where bodies begin after a stop."""
BODIES = re.compile("（(?=责任单位[：:])")
"""Where responsible bodies begin."""
USUAL = 3
"""So many times a document must set the stop before it is missed."""


def find(view: View) -> Iterator[Remark]:
    """One remark at each place where a stop is missing: the last two characters before it."""
    for paragraph in view.breaks.unstopped:
        place = (paragraph.end - 2, paragraph.end)
        yield view.remark(
            place, "段末缺少句号", "the full stop at the end is missing", suggestion=paragraph.words[-2:] + "。"
        )
    text = view.text
    lacking = [match for match in BODIES.finditer(text) if "\u4e00" <= text[match.start() - 1] <= "\u9fff"]
    stopped = sum(1 for _ in STOPPED.finditer(text)) if lacking else 0
    if stopped >= max(USUAL, 3 * len(lacking)):
        for match in lacking:
            place = (match.start() - 2, match.start())
            words = view.text[slice(*place)]
            yield view.remark(
                place, "括号前缺少句号", "the full stop before the bracket is missing", suggestion=words + "。"
            )
