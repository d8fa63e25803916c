"""Which time governs a figure: one in its sentence, else one carried within its clause, else one of a heading above."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.times.expressions import TimeExpression
from policyparse.model.outline import Outline, Section

OWN = re.compile(
    r"[^，。；：、\d]{0,16}?(?:(?:将|会|计划|力争|确保|均|分别|须|要)?[于在]|(?:将|会|计划|力争|确保|均|分别)?)"
)
"""What may stand between a quantity and the date of its own phrase: 30万平方米于2025年建成, 3万个单位会在2028年落成."""
ONCE = re.compile(r"新建|建成|创建|创成|打造|累计|新增")
"""每年体检1次，新建中心6个: what is made once does not come every year, unless that is said of such a thing."""
OF_A_YEAR = re.compile(r"，年(?=[引培接招产建新支安完])")
LONGEST_BEFORE_FRAME = 6
CLOSING = re.compile(
    r"(?:全部|基本|全面)?(?:完成|建成|实现|达标|到位|投用|投入使用|见效|办结|交付)(?:[。；]|$)", re.MULTILINE
)


@dataclass(slots=True)
class Governing:
    """Follows the dates of one document in text order.

    A date governs what follows it in its clause and in the clauses below that, until another date comes; it does not
    reach the next clause of the same level, nor, outside clauses, the next paragraph. Where a clause names stages
    (到2027年…，到2030年…), none of them governs the clauses below.
    """

    text: str
    outline: Outline
    times: list[TimeExpression]
    starts: list[int]
    carried: dict[int | None, TimeExpression] = field(default_factory=dict)
    stages: dict[int | None, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, outline: Outline, times: list[TimeExpression]) -> Governing:
        """For the times of a document."""
        return cls(text, outline, times, [time.start for time in times])

    def within(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """The times of a sentence."""
        return tuple(self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def remember(self, section: Section | None, times: tuple[TimeExpression, ...], sentence: tuple[int, int]) -> None:
        """Take note of the dates of a sentence that has been read.

        Where it is a heading or ends in a colon, any date of it governs what it announces; else only one that carries,
        and frames the sentence: what is done 2026年底前 in the middle of one is done by then, and nothing else.
        """
        start, end = sentence
        heading = section is not None and bool(times) and times[0].start < section.title_end
        announces = heading or self.text[max(0, end - 4) : end].rstrip().endswith("：")
        dates = [time for time in times if time.role == "date" and time.year is not None]
        governing = [time for time in dates if announces or (time.carries and self._frames(time, start))]
        if governing:
            index = section.index if section else None
            self.carried[index] = governing[-1]
            self.stages.setdefault(index, set()).update(time.year for time in governing if time.year is not None)

    def _frames(self, time: TimeExpression, start: int) -> bool:
        """Whether a date stands at the beginning of its sentence, or after 到, which sets a stage of its own."""
        before = self.text[start : time.start].lstrip()
        return len(before) <= LONGEST_BEFORE_FRAME or before.endswith(("到", "至"))

    def inherited(self, section: Section | None, start: int) -> TimeExpression | None:
        """The date that governs a sentence at `start` without one of its own."""
        if section is None:
            time = self.carried.get(None)
            return None if time is None or "\n" in self.text[time.end : start] else time
        for above in self.outline.ancestors(section):
            if above.index in self.carried:
                staged = above is not section and len(self.stages[above.index]) > 1
                return None if staged else self.carried[above.index]
        return None


def nearest(
    text: str, times: tuple[TimeExpression, ...], quantity: Quantity, place: tuple[int, int]
) -> TimeExpression | None:
    """The date of a sentence that governs a quantity whose phrase stands at `place`.

    One in brackets right after it, else the last before it in its phrase, one set for it (30万平方米于2025年建成), the
    last before it, one that follows in its phrase, or one that closes the sentence: …，力争2026年底前完成。
    """
    dates = [time for time in times if time.role == "date"]
    after = max(quantity.end, quantity.bound[1] if quantity.bound else 0)
    for time in dates:
        if time.start == after + 1 and text[after] == "（":
            return time
    before = [time for time in dates if time.end <= quantity.start]
    if before and before[-1].start >= place[0]:
        return before[-1]
    following = next((time for time in dates if quantity.end <= time.start < place[1]), None)
    if following is not None and (not before or OWN.fullmatch(text, after, following.start)):
        return following
    if before or not dates:
        return before[-1] if before else None
    return dates[0] if len(dates) == 1 and CLOSING.match(text, dates[0].end) else None


def recurrence(text: str, times: tuple[TimeExpression, ...], low: int, quantity: Quantity) -> TimeExpression | None:
    """The recurrence that governs a quantity whose phrase begins at `low`.

    One of its own phrase does; 每年 of an earlier phrase goes on for counts (每年新建3所、改造5所), not for what is
    reached and kept (每年培训3万人，持证率达到90%).
    """
    last: TimeExpression | None = None
    for time in times:
        if time.end > quantity.start:
            break
        if time.role == "recurrence":
            last = time
        elif time.role == "date":
            last = None
    if last is None or last.start >= low:
        return last
    once = ONCE.match(text, low) is not None and ONCE.search(text, last.end, low) is None
    once = once or text.startswith(("全年", "累计", "总"), low) or OF_A_YEAR.search(text, last.end, low + 3) is not None
    own = text.find("，", last.end, low)
    once = once or (own >= 0 and ONCE.search(text, own, low) is not None and ONCE.search(text, last.end, own) is None)
    goes_on = (
        not once and text.startswith("每", last.start) and quantity.kind == "count" and "；" not in text[last.end : low]
    )
    return last if goes_on else None
