"""Lines that announce a table or a drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyparse.check.paragraphs import Paragraph

LONGEST = 40
NUMBERED = {
    "table": re.compile(
        "(?:续?表|专栏)[ \u3000]?(?:[0-9]{1,2}(?:[-－—.][0-9]{1,2})?|[一二三四五六七八九十]{1,3})(?![0-9年月])"
    ),
    "figure": re.compile("图[ \u3000]?(?:[0-9]{1,2}(?:[-－—.][0-9]{1,2})?|[一二三四五六七八九十]{1,3})(?![0-9年月])"),
}
"""表2, 专栏1, 图3-1 at the start of a line."""
NAMED = {
    "table": re.compile(
        "(?:主要|核心|发展|规划|预期)指标(?:及目标值|及其?目标|体系|表)?$|目标值$|(?:一览|任务分工|责任分工|分解|指标|项目|汇总|统计|明细)表$"
    ),
    "figure": re.compile("(?:布局|示意|结构|格局|规划|区位|分布|流程|网络|体系)图$"),
}
"""…主要指标, …一览表; …布局图, …示意图 at the end of a line."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption, ``text[start:end]`` of the clean text."""

    start: int
    end: int
    words: str


def empty_captions(paragraphs: Sequence[Paragraph], kind: str) -> Iterator[Caption]:
    """The captions of a table or figure (`kind`) under which nothing of the kind stands.

    Under that of a table must stand at least one line that is neither heading nor clause; under one with a number,
    or with 表 in its name, no running text either. In plain text nothing can stand under that of a drawing.
    """
    for paragraph, after in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        if not _is_caption(paragraph, kind):
            continue
        numbered = NUMBERED[kind].match(paragraph.words) is not None
        named = paragraph.words.endswith("表")
        plain = after is not None and after.clause is None and not ((numbered or named) and after.runs and after.ends)
        follows = plain or (after is not None and _belongs(after, paragraph))
        if kind == "figure" or not follows:
            yield Caption(paragraph.start, paragraph.end, paragraph.words)


def _belongs(after: Paragraph, caption: Paragraph) -> bool:
    """Whether a numbered clause stands under a box (专栏) as its child."""
    return after.clause is not None and caption.clause is not None and after.clause.parent == caption.clause.id


def _is_caption(paragraph: Paragraph, kind: str) -> bool:
    words = paragraph.words
    if len(words) > LONGEST or words[-1] in "。；：，、" or "。" in words:
        return False
    numbered = NUMBERED[kind].match(words) is not None
    clause = paragraph.clause
    if clause is not None and clause.style not in ("box", "heading"):
        return False
    return numbered or (NAMED[kind].search(words) is not None and paragraph.index > 0)
