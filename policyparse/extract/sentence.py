"""Read the quantities of one sentence together: they share subjects, dates and verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyparse.extract.deadlines import nearest, recurrence
from policyparse.extract.distribution import deal_out, share_predicate
from policyparse.extract.draft import Draft
from policyparse.extract.indicators import JOINT, SHARES, IndicatorReader, Neighbours
from policyparse.extract.phrases import phrase_end, phrase_start
from policyparse.extract.quantity import Quantity
from policyparse.extract.screening import use_of
from policyparse.extract.status import Setting, StatusReader
from policyparse.extract.times import TimeExpression
from policyparse.extract.vocabulary import Vocabulary, vocabulary
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline, Section

# 由31家增加到55家, 从2020年的10.62‰降至2024年的7.12‰: the first figure is where the second starts from
FROM = re.compile(r"(?:由|从|自)[^，。；]{0,24}$")
TO = re.compile(
    r"(?:左右|以上|余)?[，、]?(?:逐步|稳步|进一步|大幅)?(?:提高|提升|增加|增长|上升|扩大|拓展|发展|壮大|攀升|上涨|增|升|提|下降|降低|减少|压缩|缩短|缩小|压减|调整|降|减)"
    r"[到至为]"
)
ROW = re.compile(r"(?:左右|以上)?[^，。；：\d]{1,30}[、和及]")
STATED = ("count", "percent", "point", "permille", "ratio")
HAN = re.compile(r"的?[一-鿿]")
CREATED = re.compile(r"(?:建设|新建|建成|改造|新增|完成|培育|打造|创建|引进|不少于|不低于|至少)(?:约|近)?$")
SHORT_NAME = 2
BASICALLY = re.compile(r"基本(?:实现|达到|完成|建成|形成|消除|保持|覆盖)[^，。；]{0,20}$")
FAR_BOUND = re.compile(
    r"(?P<bound>(?P<least>不(?:得|应|宜)?(?:低于|少于|小于))|不(?:得|应|宜)?(?:超过|高于|多于|大于))[^，。；：、\d]{2,20}(?:的|总数|总量|之)$"
)
CUMULATIVE = re.compile(r"累计[^，。；]{0,30}$|[两二三四五]年(?:共|累计|统筹|新增)[^，。；]{0,30}$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence: its place, its clause, its quantities and times, and the date that it inherits."""

    start: int
    end: int
    section: Section | None
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    inherited: TimeExpression | None


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads sentences of one document."""

    text: str
    words: Vocabulary
    indicators: IndicatorReader
    status: StatusReader

    @classmethod
    def of(cls, text: str, outline: Outline, setting: Setting, lexicon: Lexicon) -> SentenceReader:
        """For the sentences of a document."""
        words = vocabulary(lexicon)
        return cls(text, words, IndicatorReader(words), StatusReader(words, outline, setting))

    def read(self, around: Surroundings) -> Iterator[Draft]:
        """The figures of a sentence, in text order."""
        drafts: list[Draft] = []
        subject: str | None = None
        for index, quantity in enumerate(around.quantities):
            place = (
                phrase_start(self.text, around.start, quantity.start),
                phrase_end(self.text, quantity.end, around.end),
            )
            use = use_of(self.text, place, quantity, self.words)
            if use == "none" and drafts and self._goes_on(drafts[-1], quantity):
                use = "figure"
            if use == "none" or self._is_told_by_next(around, index, place[1]):
                continue
            qualifies = use == "reference" or self._is_class(around, index, place[1])
            draft = self._draft(around, index, place, subject, qualifies=qualifies)
            if qualifies:
                draft.status, draft.deadline, draft.recurrence, draft.cue = "reference", None, None, quantity.bound
            elif draft.name:
                subject = draft.name
            draft.quantity = self._bounded(quantity, place[0])
            self._share_change(drafts, draft, place[0])
            drafts.append(draft)
        self._pair_starts(drafts, around)
        deal_out(self.text, drafts, around.times)
        share_predicate(self.text, drafts)
        yield from drafts

    def _is_told_by_next(self, around: Surroundings, index: int, end: int) -> bool:
        """Whether 全部 or 全面完成 only leads to another figure of its phrase: 全部实现…清零."""
        quantity = around.quantities[index]
        following = around.quantities[index + 1 : index + 2]
        wholly = quantity.kind == "implied" and self.text.startswith("全", quantity.start)
        return (
            wholly and bool(following) and following[0].start < end and quantity.end - quantity.start != len("全覆盖")
        )

    def _goes_on(self, before: Draft, quantity: Quantity) -> bool:
        """Whether a count goes on the row of the one before it: 打造1处名镇、1处重点村."""
        between = self.text[before.quantity.end : quantity.start]
        row = ROW.fullmatch(between) and quantity.kind == before.quantity.kind == "count" and not quantity.weak
        return bool(row) and before.status != "reference"

    def _is_class(self, around: Surroundings, index: int, end: int) -> bool:
        """Whether the quantity says of which things another one of its phrase is told.

        10亿 in 10亿级企业达到5家, 10亿元 in 产值超10亿元企业突破8家, 500米 in 站点500米覆盖率达到90%.
        """
        quantity = around.quantities[index]
        after = max(quantity.end, quantity.bound[1] if quantity.bound else 0)
        later = [other for other in around.quantities[index + 1 :] if other.start < end and other.kind in STATED]
        if not later or quantity.kind in SHARES or not HAN.match(self.text, after):
            return False
        if JOINT.search(self.text, after, later[0].start) or CREATED.search(self.text, max(0, quantity.start - 6), quantity.start):
            return False
        sized = self.text.startswith("级", quantity.end)
        bounded = quantity.bound is not None and quantity.comparator in ("ge", "le")
        return sized or bounded or (quantity.kind == "physical" and later[0].kind == "percent")

    def _is_told_by_next(self, around: Surroundings, index: int, end: int) -> bool:
        """Whether 全部 or 全面完成 only leads to another figure of its phrase: 全部实现…清零."""
        quantity = around.quantities[index]
        following = around.quantities[index + 1 : index + 2]
        wholly = quantity.kind == "implied" and self.text.startswith("全", quantity.start)
        told = bool(following) and following[0].start < end and following[0].kind != "grade"
        return wholly and told and quantity.end - quantity.start != len("全覆盖")

    def _goes_on(self, before: Draft, quantity: Quantity) -> bool:
        """Whether a count goes on the row of the one before it: 打造1处名镇、1处重点村."""
        between = self.text[before.quantity.end : quantity.start]
        row = ROW.fullmatch(between) and quantity.kind == before.quantity.kind == "count" and not quantity.weak
        return bool(row) and before.status != "reference"

    def _is_class(self, around: Surroundings, index: int, end: int) -> bool:
        """Whether 10亿 in 10亿级企业达到5家 is the size of what another figure of the phrase counts."""
        quantity = around.quantities[index]
        if not self.text.startswith("级", quantity.end):
            return False
        return any(other.kind == "count" and other.start < end for other in around.quantities[index + 1 :])

    def _draft(self, around: Surroundings, index: int, place: tuple[int, int], subject: str | None, *, qualifies: bool) -> Draft:
        quantities, quantity = around.quantities, around.quantities[index]
        neighbours = Neighbours(
            quantity,
            around.times,
            quantities[index - 1] if index else None,
            quantities[index + 1] if index + 1 < len(quantities) else None,
            qualifies,
        )
        indicator = self.indicators.read(self.text, (place[0], around.end), neighbours, subject)
        name = self._full_name(around, place[0], indicator.name, subject)
        own = nearest(self.text, around.times, quantity, place)
        verdict = self.status.read(
            self.text, (around.start, around.end), (place[0], quantity.start), own, around.section
        )
        if own is not None and own.year is None:
            own = None
        every = recurrence(self.text, around.times, place[0], quantity)
        draft = Draft(
            quantity, around.section, (around.start, around.end), verdict.status, verdict.cue, indicator, name,
            recurrence=every, cumulative=bool(CUMULATIVE.search(self.text, around.start, quantity.start)),
        )  # fmt: skip
        draft.deadline = own
        if every is not None and own is not None and own.end < every.start and "；" in self.text[own.end : every.start]:
            draft.deadline = None
        elif own is None and verdict.status == "target" and (every is None or indicator.annual):
            draft.deadline = around.inherited
        return draft

    @staticmethod
    def _share_change(drafts: list[Draft], draft: Draft, low: int) -> None:
        """增长5%，力争7%; 净增A18家、B10家: what has no verb of its own changes as the figure before."""
        if not drafts or draft.indicator.change is not None or draft.status == "reference":
            return
        before = drafts[-1]
        borrowed = draft.indicator.name is None and before.quantity.unit == draft.quantity.unit
        listed = before.quantity.start >= low and before.quantity.kind == draft.quantity.kind == "count"
        if (borrowed or listed) and before.indicator.change in ("increase", "decrease", "rate"):
            draft.indicator = replace(draft.indicator, change=before.indicator.change)

    def _bounded(self, quantity: Quantity, low: int) -> Quantity:
        """With the comparator of words that stand away from it: 基本实现…达到, 不得低于总数的百分之五."""
        if quantity.comparator != "eq" or quantity.kind == "implied":
            return quantity
        basically = BASICALLY.search(self.text, low, quantity.start)
        if basically is not None:
            return replace(quantity, comparator="approx", bound=(basically.start(), basically.start() + 2))
        far = FAR_BOUND.search(self.text, low, quantity.start)
        if far is not None:
            return replace(quantity, comparator="ge" if far["least"] else "le", bound=far.span("bound"))
        return quantity

    def _full_name(self, around: Surroundings, start: int, name: str | None, subject: str | None) -> str | None:
        """`name`, or what it stands for: the subject before, the phrase or the heading that says it in full."""
        if not name:
            return self._elsewhere(around, start, subject)
        if len(name) > SHORT_NAME:
            return name
        if start - 1 > around.start:
            before = phrase_start(self.text, around.start, start - 1)
            place = self.text.find(name, before, start - 1)
            if place > before:
                full = self.indicators.phrase_name(self.text[before : place + len(name)], before, around.times)
                return full or name
        title = around.section.title if around.section else None
        if title and title.endswith(name) and len(title) > len(name):
            return self.indicators.phrase_name(title, 0, ()) or name
        return name

    def _elsewhere(self, around: Surroundings, start: int, subject: str | None) -> str | None:
        """The subject that a quantity without words of its own goes with: that before, or the phrase before."""
        if subject:
            return subject
        while start > around.start + 1:
            end = start - 1
            start = phrase_start(self.text, around.start, end)
            name = self.indicators.phrase_name(self.text[start:end], start, around.times)
            if name and len(name) > 1:
                return name
        return None

    def _pair_starts(self, drafts: list[Draft], around: Surroundings) -> None:
        """Mark figures that another one starts from."""
        for first, second in zip(drafts, drafts[1:], strict=False):
            a, b = first.quantity, second.quantity
            between = self.text[a.end : b.start]
            if len(between) > 30 or not TO.match(between):
                continue
            low = max(0, a.start - 26)
            if FROM.search(self.text, low, a.start):
                second.start = first
                first.deadline = self._year_beside(a, around)
                second.start_year = first.deadline.year if first.deadline else None
                second.name = first.name if first.name else second.name
                first.status = "reference"
                second.indicator = replace(second.indicator, change="level")

    def _year_beside(self, quantity: Quantity, around: Surroundings) -> TimeExpression | None:
        """The time right before a figure that another one starts from: 2020年的10.62‰."""
        return next((t for t in around.times if t.end <= quantity.start <= t.end + 1 and t.year is not None), None)
