"""The document stops in the middle of a sentence.

**What it looks for.** The last paragraph of the document is running text without a stop at its end; or a clause without
one where the clauses like it always have one; or it stops within a list of bodies, after a word after which the document
closes no other list.

**Why.** The file was cut off, at a length limit or in copying. Whatever stood after it is lost, and nothing else shows
that.

**Example.** …四是加强城镇化

**What to do.** Get the rest. Where the last paragraph is a copy of an earlier one, `related` shows how it goes on.

**Known false alarms.** A last line without its full stop, if it is long and has commas; see `missing-punctuation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "B102"
NAME = "truncated-end"
TITLE = "文末截断"
SEVERITY = "error"
BAD = """一、主要任务
完善县乡村三级网络，推动资源下沉。
二、保障措施
各部门要加强协作配合，定期会商研判，及时解决推进中的
"""
GOOD = """一、主要任务
完善县乡村三级网络，推动资源下沉。
二、保障措施
各部门要加强协作配合，定期会商研判，及时解决推进中的问题。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for the sentence that the document leaves open."""
    place = view.breaks.open_end
    if place is None:
        return
    start, end = place
    copy = view.copy_at(end - 1)
    related: tuple[RelatedPlace, ...] = ()
    if copy is not None and copy.end == end:
        rest = view.paragraph_at(copy.last).end
        related = (RelatedPlace(span=view.span(copy.last, rest), role="continuation"),)
    words = view.text[max(start, end - 12) : end]
    yield view.remark(place, f"全文在“…{words}”处截断", f"the document breaks off at “…{words}”", related=related)
