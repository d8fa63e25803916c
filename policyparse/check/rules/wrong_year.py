"""A year that contradicts the plan's own.

**What it looks for.** Years beside a five-year plan that are not its years (“十四五”（2020—2025年）; the n-th plan, from
the third on, begins in 1951 + 5n); the year up to which the outline of the fourteenth plan looks (2035); the title of the document cited
with other years than it has; a deadline of a target before the year in which the document was written.

**Why.** One wrong digit makes a deadline wrong for everyone who follows the plan.

**Example.** 第十四个五年规划和2023年远景目标纲要

**What to do.** Take the suggested year, or look it up.

**Known false alarms.** Plans of one's own that are called 十四五 and last longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "M103"
NAME = "wrong-year"
TITLE = "年份有误"
SEVERITY = "warning"
BAD = "依据《临河县国民经济和社会发展第十四个五年规划和2023年远景目标纲要》，总结“十四五”时期（2020—2025年）进展。\n"
GOOD = "依据《临河县国民经济和社会发展第十四个五年规划和2035年远景目标纲要》，总结“十四五”时期（2021—2025年）进展。\n"

PLAN = re.compile(
    '十(?P<ordinal>[一二三四五六七八九])五[”"]?(?:时期|期间|规划)?（(?P<start>20[0-9]{2})年?[—–～~至-]{1,2}(?P<end>20[0-9]{2})年?）'
)
VISION = re.compile("(?:第十四个五年规划|“十四五”规划)和(?P<year>[0-9]{4})年远景目标")
VISION_YEAR = "2035"
YEAR = re.compile("[0-9]{4}")
BY = re.compile("(?:到|至)$")


def find(view: View) -> Iterator[Remark]:
    """One remark for each year or pair of years."""
    yield from _plans(view)
    yield from _own_title(view)
    yield from _past_deadlines(view)


def _plans(view: View) -> Iterator[Remark]:
    for match in PLAN.finditer(view.text):
        number = 10 + "一二三四五六七八九".index(match["ordinal"]) + 1
        start, end = 1951 + 5 * number, 1955 + 5 * number
        if (int(match["start"]), int(match["end"])) != (start, end):
            right = f"{start}—{end}"
            yield view.remark(
                (match.start("start"), match.end("end")), f"“十{match['ordinal']}五”应为{right}年",
                f"the plan is of {right}", suggestion=right,
            )  # fmt: skip
    for match in VISION.finditer(view.text) if "年远景目标" in view.text else ():
        if match["year"] != VISION_YEAR:
            yield view.remark(
                match.span("year"), f"远景目标应为{VISION_YEAR}年", f"the outline looks up to {VISION_YEAR}",
                suggestion=VISION_YEAR,
            )  # fmt: skip


def _own_title(view: View) -> Iterator[Remark]:
    """The document's title with other digits."""
    for title in (view.metadata.carried_title, view.metadata.title):
        year = title and YEAR.search(title)
        if not title or not year:
            continue
        place = view.text.find(f"《{title[: year.start()]}")
        while place >= 0:
            cited = view.text[place + 1 : place + 1 + len(title)]
            if cited != title and YEAR.sub("", cited) == YEAR.sub("", title):
                yield view.remark(
                    (place + 1, place + 1 + len(title)), f"年份与标题“{title}”不一致",
                    f"other years than in the title “{title}”", suggestion=title,
                )  # fmt: skip
            place = view.text.find(f"《{title[: year.start()]}", place + 1)


def _past_deadlines(view: View) -> Iterator[Remark]:
    written = view.metadata.date_written
    if written is None:
        return
    year, seen = int(written[:4]), set()
    for target in view.document.targets:
        for evidence in target.evidence:
            stated = evidence.field == "deadline" and target.deadline is not None and target.deadline < year
            if not stated or evidence.span.start in seen or not re.match("(?:到|至)?20", evidence.text):
                continue
            seen.add(evidence.span.start)
            start = view.mapped.clean_position(evidence.span.start)
            if evidence.text[0] in "到至" or BY.search(view.text[start - 1 : start]):
                yield Remark(
                    evidence.span, f"目标年份{target.deadline}早于成文年份{year}",
                    f"the deadline {target.deadline} lies before the year of the document, {year}",
                )  # fmt: skip
