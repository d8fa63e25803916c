"""Read the quantities of one sentence together: they share subjects, dates and verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.extract.phrases import phrase_end, phrase_start
from policyparse.extract.quantities.find import with_unit
from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.company import (
    Surroundings,
    bounded,
    goes_on,
    goes_on_in_size,
    is_class,
    leads_to_next,
    leads_up,
    pair_starts,
    share_change,
    starts_from,
)
from policyparse.extract.targets.distribution import LEVEL, OF_LEVEL, deal_out, share_level, share_predicate
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicators import IndicatorReader
from policyparse.extract.targets.left_words import Neighbours
from policyparse.extract.targets.measured import ADDED
from policyparse.extract.targets.screening import use_of
from policyparse.extract.targets.status import Setting, StatusReader, Verdict
from policyparse.extract.targets.table_rows import UNIT
from policyparse.extract.targets.vocabulary import Vocabulary, vocabulary
from policyparse.extract.times.deadlines import nearest, recurrence
from policyparse.extract.times.expressions import TimeExpression
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline

SHORT_NAME = 2
LONGEST_PART = 8
OF_SIZE = ("以上", "以下", "级")
OF_SIZE_FIRST = re.compile("^.*(?:以上|以下|级)的?(?=..)")
NO_OWNER = re.compile(r"[0-9]|不得|任何|其")
LONGEST_OWNER = 16
TOPIC = re.compile(r"(?:(?<!效)率|比例|比重|占比|浓度|密度|净距|间距|距离|深度|限额|额度|时限|期限|间隔|最低标准)$")
TOPIC_ENDS = tuple("率例重比度距离额限隔准")
OBLIGED = re.compile(r"^(?:.*(?:应当|必须|应|须))?(?:安装|配备|设置|配套|建设|建立|开展|实行)?")
FINISHED = re.compile("完工|竣工|开工|投用|交付|建成|完成|投产|通车")
PART = re.compile(
    f"{FINISHED.pattern}|[^，。；]{{0,6}}(?:城区|市区|县城|城镇|农村|乡村|街道|乡镇|省级|市级|县级|国家级)"
)
CUMULATIVE = re.compile(r"[累两二三四五](?:(?<=累)计|(?<!累)年(?:共|累计|统筹|新增))[^，。；]{0,30}$")
CUMULATIVE_REACH = 40

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads sentences of one document."""

    text: str
    words: Vocabulary
    indicators: IndicatorReader
    status: StatusReader
    lexicon: Lexicon

    @classmethod
    def of(cls, text: str, outline: Outline, setting: Setting, lexicon: Lexicon) -> SentenceReader:
        """For the sentences of a document."""
        words = vocabulary(lexicon)
        return cls(text, words, IndicatorReader.of(words), StatusReader(words, outline, setting), lexicon)

    def read(self, around: Surroundings) -> Iterator[Draft]:
        """The figures of a sentence, in text order."""
        drafts: list[Draft] = []
        subject: str | None = None
        previous: Quantity | None = None
        for index, quantity in enumerate(around.quantities):
            place = self._phrase(around, quantity)
            use = use_of(self.text, place, quantity, self.words)
            if use == "none" and drafts and goes_on(self.text, drafts[-1], quantity):
                use = "figure"
            if use == "reference" and drafts and goes_on_in_size(self.text, drafts[-1], quantity):
                use = "figure"
            if use == "none" and starts_from(self.text, quantity):
                previous = quantity
                use = "reference" if leads_up(self.text, around, index) else use
            if use == "none" or leads_to_next(self.text, around, index, place[1]):
                continue
            of_class = is_class(self.text, around, index, place[1])
            qualifies = use == "reference" or of_class
            following = around.quantities[index + 1] if index + 1 < len(around.quantities) else None
            beside = Neighbours(quantity, around.times, previous, following, qualifies)
            draft = self._draft(around, beside, place, subject)
            if not qualifies and draft.name and not (subject and draft.name.endswith(subject)):
                topic = self._topic(around, place[0], draft.indicator.name or "") if subject is None else None
                subject = draft.indicator.topic or topic or draft.name
            previous = previous if of_class else quantity
            if draft.name is None and drafts and drafts[-1].quantity.canonical == quantity.canonical:
                draft.name = drafts[-1].name
            self._take_unit(draft)
            share_change(self.text, drafts, draft, place[0])
            drafts.append(draft)
        pair_starts(self.text, drafts, around)
        deal_out(self.text, drafts, around.times)
        share_predicate(self.text, drafts)
        share_level(drafts)
        yield from drafts

    def _phrase(self, around: Surroundings, quantity: Quantity) -> Place:
        start = phrase_start(self.text, around.start, quantity.start)
        return start, phrase_end(self.text, quantity.end, around.end)

    def _draft(self, around: Surroundings, beside: Neighbours, place: Place, subject: str | None) -> Draft:
        quantity = beside.quantity
        indicator = self.indicators.read(self.text, (place[0], around.end), beside, subject)
        draft = Draft(
            bounded(self.text, quantity, place[0]), around.section, (around.start, around.end), "reference",
            quantity.bound, indicator, self._full_name(around, place[0], indicator.name, subject),
            cumulative=self._is_cumulative(around.start, quantity.start),
        )  # fmt: skip
        if draft.cumulative and indicator.name is None and draft.name:
            draft.name = ADDED.sub("", draft.name)  # 新认定企业6家，累计19家
        if not beside.qualifies:
            own = nearest(self.text, around.times, quantity, place)
            verdict = self._verdict(around, (place[0], quantity.start), own)
            draft.status, draft.cue = verdict.status, verdict.cue
            draft.recurrence = recurrence(self.text, around.times, place[0], quantity)
            draft.deadline = self._deadline(draft, own, around)
        return draft

    def _is_cumulative(self, start: int, end: int) -> bool:
        """Whether 累计 or 三年共 stands before a figure at `end`."""
        text, start = self.text, max(start, end - CUMULATIVE_REACH)
        if text.find("累计", start, end) < 0 and text.find("年", start, end) < 0:
            return False
        return CUMULATIVE.search(text, start, end) is not None

    def _take_unit(self, draft: Draft) -> None:
        """Take the unit out of a name, as tables give it: 地区生产总值（亿元）达到1180."""
        if draft.name is None or draft.quantity.unit or not draft.name.endswith(("）", ")")):
            return
        bracket = UNIT.search(draft.name)
        if bracket is None:
            return
        stated = with_unit(draft.quantity, bracket["unit"], self.lexicon)
        if stated.kind != draft.quantity.kind:
            draft.quantity, draft.name = stated, draft.name[: bracket.start()]

    def _verdict(self, around: Surroundings, place: Place, own: TimeExpression | None) -> Verdict:
        if around.task:
            return Verdict("target")
        return self.status.read(self.text, (around.start, around.end), place, own, around.section)

    def _deadline(self, draft: Draft, own: TimeExpression | None, around: Surroundings) -> TimeExpression | None:
        """The date of the sentence, or for a target the inherited one; what comes every year has none of its own."""
        every = draft.recurrence
        if own is not None and own.year is not None:
            ended = every is not None and own.end < every.start and "；" in self.text[own.end : every.start]
            return None if ended else own
        if draft.status == "achieved":
            return around.inherited if around.inherited and self.status.is_past(around.inherited) else None
        inherits = draft.status == "target" and (every is None or draft.indicator.annual)
        gone = around.inherited is not None and self.status.is_gone(around.inherited)
        return around.inherited if inherits and not gone else None

    def _full_name(self, around: Surroundings, start: int, name: str | None, subject: str | None) -> str | None:
        """`name`, or what it stands for: the subject before, the phrase or the heading that says it in full."""
        if not name:
            return subject or self._named_before(around, start)
        if subject is None:
            name = self._owned(around, start, name)
        elif name.endswith(OF_SIZE):
            return name + OF_SIZE_FIRST.sub("", subject)  # 亿元以上项目43个，其中10亿元以上6个
        elif (level := OF_LEVEL.match(subject)) is not None and LEVEL.fullmatch(name):
            return name + subject[level.end() :]
        elif self.text.startswith("其中", start) and self.text.startswith(f"{name}的", self.text.find(name, start)):
            return f"{name}的{subject}"
        if subject and self.text.startswith("其中", start) and PART.fullmatch(name):
            # 其中中心城区5000个, 其中2024年完工60个: a part of what was named before
            return subject if FINISHED.fullmatch(name) else name + subject
        return name if len(name) > SHORT_NAME else self._in_full(around, start, name)

    def _in_full(self, around: Surroundings, start: int, name: str) -> str:
        """A short `name` as the phrase or the heading before says it in full."""
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

    def _owned(self, around: Surroundings, start: int, name: str) -> str:
        """`name` with the words before that it needs: 应当安装分户计量装置，安装率…, or a topic."""
        if name.endswith("率") and name in self.words.bare.meaning:
            whose = OBLIGED.sub("", self._named_before(around, start) or "")
            fits = 2 <= len(whose) <= LONGEST_OWNER and NO_OWNER.search(whose) is None
            return whose + name if fits else name
        if self.words.action.meaning.get(name) == "kept":
            return name + self._object_before(around, start)
        return name + (self._topic(around, start, name) or "")

    def _object_before(self, around: Surroundings, start: int) -> str:
        """What the phrase before says is worked at, for a verb alone: 加快建设农村公路，2026年新改建300公里."""
        named = self._named_before(around, start) or ""
        verb = self.words.imperative.opening(named)
        named = named[len(verb) :] if verb is not None else named
        return named if 2 <= len(named) <= LONGEST_PART and NO_OWNER.search(named) is None else ""

    def _topic(self, around: Surroundings, start: int, name: str) -> str | None:
        """What the phrase before announces: 清洁供热面积所占比例，设区的市不低于七成、县不低于六成."""
        if start <= around.start + 1 or len(name) > LONGEST_PART or _is_topic(name):
            return None
        end = start - 1
        before = phrase_start(self.text, around.start, end)
        phrase = self.text[before:end]
        if not _is_topic(phrase) or any(before <= q.start < end for q in around.quantities):
            return None
        if (
            self.words.imperative.opening(phrase)
            or self.words.action.opening(phrase)
            or self.words.opener.opening(phrase)
        ):
            return None
        return self.indicators.phrase_name(phrase, before, around.times)

    def _named_before(self, around: Surroundings, start: int) -> str | None:
        """The noun phrase of the nearest phrase before that has one."""
        while start > around.start + 1:
            end = start - 1
            start = phrase_start(self.text, around.start, end)
            name = self.indicators.phrase_name(self.text[start:end], start, around.times)
            if name and len(name) > 1:
                return name
        return None


def _is_topic(words: str) -> bool:
    """Whether the words end like a rate or a limit, of which several things may be told."""
    return words.endswith(TOPIC_ENDS) and TOPIC.search(words) is not None
