"""A paragraph stops, or begins, in the middle of a sentence.

**What it looks for.** Running text that ends without a stop. The next paragraph is its continuation where it has no
number; where numbered paragraphs or some on another subject stand between, the continuation comes after them: the count
of the numbers falls back there, or the characters that meet stand together elsewhere in the document. And a paragraph
that begins in mid-sentence: with a mark that cannot begin one, or as the copy of the end of a sentence.

**Why.** Page ends, columns and lost text break paragraphs. The second half then belongs to no clause, and what the
sentence says is lost for both.

**Example.** 推动优质医疗资 | 源扩容和下沉

**What to do.** Join the halves; `related` shows the second one. Where none is shown, text is lost.

**Known false alarms.** Notes and slides that write without full stops; where a quarter of all paragraphs do, the rule
keeps to those that end with a comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.breaks import fragments
from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "B101"
NAME = "broken-paragraph"
TITLE = "段落断裂"
SEVERITY = "error"
BAD = """一、主要任务
（一）完善基层网络，落实家庭医生签约，推动优质医疗资

源扩容和下沉，到2027年建成县域医共体两个。
（二）加强人才培养，每年培训乡村医生二百人次。
"""
GOOD = """一、主要任务
（一）完善基层网络，落实家庭医生签约，推动优质医疗资源扩容和下沉，到2027年建成县域医共体两个。
（二）加强人才培养，每年培训乡村医生二百人次。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each paragraph that is broken off, and one for each that begins in mid-sentence."""
    for found in view.breaks.broken:
        place = (found.paragraph.start, found.paragraph.end)
        tail = found.paragraph.words[-8:]
        if found.continuation is None:
            yield view.remark(place, f"段落在“…{tail}”处中断，下文缺失", f"breaks off at “…{tail}”, the rest is lost")
            continue
        after = found.continuation
        head = after.words[:8]
        yield view.remark(
            place,
            f"段落在“…{tail}”处断开，下接“{head}…”",
            f"breaks off at “…{tail}” and goes on with “{head}…”",
            related=[RelatedPlace(span=view.span(after.start, after.end), role="continuation")],
        )
    for start, end, origin in fragments(view.paragraphs, view.text, view.copies, view.breaks.broken):
        related = () if origin is None else (RelatedPlace(span=view.span(*origin), role="original"),)
        words = view.excerpt(start, end)
        yield view.remark(
            (start, end), f"段落从句中开始：“{words}”", f"begins in mid-sentence: “{words}”", related=related
        )
