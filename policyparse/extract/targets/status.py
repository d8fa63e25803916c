"""Is a figure a commitment or a report? Words decide first, then the year, then the heading, then the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policyparse.extract.targets.vocabulary import Vocabulary
from policyparse.extract.times.expressions import HAN_DIGITS, TimeExpression
from policyparse.model.facts import Status
from policyparse.model.metadata import Metadata
from policyparse.model.outline import Outline, Section

REPORTING = ("研究", "分析", "调查", "思考", "公报", "综述", "评估", "年鉴", "白皮书", "调研报告")


# a sentence that opens with praise reports: 科技创新量质齐升, 营商环境持续优化 (not 持续优化营商环境)
PRAISED = re.compile(
    r"[^，。；：、]{2,14}?(?:(?:持续|稳步|不断|明显|显著|加速|加快|更加|日益|进一步|全面|有力|强力|扎实|有效|成功|圆满|再次|大幅)"
    r"(?:优化|提升|改善|增强|壮大|推进|向好|提高|加强|完善|夯实|拓展|发展|加力|增长|巩固|释放|显现|有力|鲜亮|殷实)|再上[^，。；]{0,4}台阶|再获丰收|量质齐升|"
    r"成效(?:明显|显著)|取得[^，。；]{0,8}(?:成效|进展|突破)|力度加大|好于预期|开局良好|稳中有(?:进|升)|成为常态)(?=[，。；])"
)


# under a heading that reviews, only a heading that looks ahead commits again: 今后五年的目标, 下一步打算
AHEAD = re.compile(r"下一步|今后|未来|(?:目标|打算|安排|展望|部署|思路|建议|目标任务|主要任务)$")
HEADING_YEAR = re.compile(r"20\d\d(?=年)")

FORECAST = re.compile(
    r"有望|据(?:测算|预测|估算|推算)|外推|预测(?!性|期|模型|预警|能力)|预计(?:为|(?:今年)?(?:全年)?可达)|基本判断"
)
TITLE_YEAR = re.compile(r"(20[0-9]{2}|二[〇○零][一二三四五][〇○零一二三四五六七八九])(?=年|至)")
WEAK = ("首次", "连续", "位居", "稳居", "跃居", "跻身", "入选", "顺利", "圆满", "荣获", "获评")
"""Words that report, unless a heading commits."""
PROMISING = re.compile(r"以上|左右|以内|不低于|不少于|不超过|力争|到20\d\d年")


# words that bound a figure commit in a plan, but not in a review of what was done: 失业率控制在3%以内
BOUNDING = ("控制在", "不低于", "不少于", "不超过", "不高于", "不突破", "计划", "目标", "争取")


OF_YEARS = ("年来", "以来", "过去")
UNTIL_NOW = ("截至", "截止", "截止到", "截至到")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a figure before its sentence is read: the kind of document and the document's year."""

    default: Status
    year: int | None


def setting_of(metadata: Metadata) -> Setting:
    """The setting of a document: plans and laws commit, articles and bulletins report."""
    name = (metadata.carried_title or metadata.title or "").rstrip("）)0123456789-—年（( ")
    # who delivers a work report is told like an author
    reports = (bool(metadata.authors) and metadata.kind != "报告") or name.endswith(REPORTING)
    date = metadata.date_written or metadata.date_published or metadata.date_printed
    year = int(date[:4]) if date else (metadata.period.start if metadata.period else _year_in(name))
    return Setting("achieved" if reports else "target", year)


def _year_in(title: str) -> int | None:
    """The year that a title names, or the second of two that follow: 2025年工作要点, 2024年总结和2025年计划."""
    years = [int(year.translate(HAN_DIGITS)) for year in TITLE_YEAR.findall(title)]
    return max(years) if years and max(years) - min(years) <= 1 else None


class Verdict(NamedTuple):
    """A status, and the place of the words that decided it; None where heading, year or kind of document did."""

    status: Status
    cue: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Tells targets from reported figures in one document."""

    words: Vocabulary
    outline: Outline
    setting: Setting
    headings: dict[int, Status | None] = field(default_factory=dict)

    def read(
        self, text: str, sentence: tuple[int, int], place: tuple[int, int], date: TimeExpression | None,
        section: Section | None,
    ) -> Verdict:  # fmt: skip
        """The status of a figure in the sentence at `sentence`; `place` runs from its phrase's start to the figure.

        `date` is the one that governs the figure within its sentence.
        """
        start = sentence[0]
        near, position = place
        foreseen = _last(FORECAST, text, start, position)
        if foreseen is not None:
            return Verdict("reference", foreseen)
        verdict = self._by_words(text, near, position) or self._by_date(text, date)
        if verdict is None and near > start:
            verdict = self._by_words(text, start, near)
        heading = self._by_heading(section)
        if verdict is None and heading != "target":
            compared = _last(self.words.compared, text, start, sentence[1])
            verdict = Verdict("achieved", compared) if compared else None
        if verdict is None and heading is None and not PROMISING.search(text, start, sentence[1]):
            verdict = self._told_later(text, position, sentence[1])
        if verdict is not None and heading == "target" and verdict.status == "achieved" and verdict.cue is not None:
            weak = text.startswith(WEAK, verdict.cue[0])
            verdict = None if weak and not self._by_date_only(date) else verdict
        if verdict is not None and (
            self._is_reviewed(text, verdict, section) or _is_told_of_years(text, verdict, (start, near))
        ):
            return Verdict("achieved")
        if verdict is not None:
            ahead = self._is_ahead(date, verdict, position)
            named = (
                verdict.status == "achieved"
                and verdict.cue is not None
                and text.startswith(("已", "现有"), verdict.cue[0])
            )
            # 2027年底前，已建成小区…达标率达到90%: what stands there already is named, not reported
            return Verdict("target", (date.start, date.end)) if date and ahead and named else verdict
        if heading is None and self.setting.default == "target" and not PROMISING.search(text, start, sentence[1]):
            praised = PRAISED.match(text, start, sentence[1])
            return Verdict("achieved", praised.span()) if praised else Verdict("target")
        return Verdict(heading or self.setting.default)

    def _by_date_only(self, date: TimeExpression | None) -> bool:
        """Whether the date alone reports."""
        return date is not None and self.is_gone(date)

    def _told_later(self, text: str, position: int, end: int) -> Verdict | None:
        """What a sentence reports further on, it reports from the start, unless a word commits there."""
        reported = _last(self.words.achieved, text, position, end)
        committed = self.words.target.search(text, position, end) is not None
        weak = reported is not None and text.startswith(WEAK, reported[0])
        return Verdict("achieved", reported) if reported and not weak and not committed else None

    def _is_ahead(self, date: TimeExpression | None, verdict: Verdict, position: int) -> bool:
        """Whether a date lies after the document's year, or in it and between the word that decided and the figure."""
        if self.setting.year is None or date is None or date.year is None:
            return False
        between = verdict.cue is not None and verdict.cue[1] <= date.start and date.end <= position
        after = between and date.year == self.setting.year
        return date.year > self.setting.year or after

    def is_gone(self, date: TimeExpression) -> bool:
        """Whether a date lies before the document's year for sure, so that nothing is to be done by then."""
        return self.setting.year is not None and date.year is not None and date.year < self.setting.year

    def is_past(self, date: TimeExpression) -> bool:
        """Whether a date lies before the document's year."""
        return self.setting.year is None or (date.year is not None and date.year < self.setting.year)

    def _is_reviewed(self, text: str, verdict: Verdict, section: Section | None) -> bool:
        """Whether the word that commits only bounds a figure, under a heading that reviews."""
        bounding = verdict.status == "target" and verdict.cue is not None and text.startswith(BOUNDING, verdict.cue[0])
        return bounding and self._by_heading(section) == "achieved"

    def _by_date(self, text: str, date: TimeExpression | None) -> Verdict | None:
        """A year after that of the document, or 今年, commits; one before it reports."""
        if date is None or date.year is None:
            return None
        if self.setting.year is None:
            by = self.setting.default == "target" and text[date.start - 1 : date.start] in ("到", "至")
            by = by and not text.endswith(UNTIL_NOW, 0, date.start)
            return Verdict("target", (date.start - 1, date.end)) if by else None
        if date.year == self.setting.year:
            promised = text.startswith(("今年", "本年", "年内", "年底"), date.start)
            promised = promised and not text.endswith((*UNTIL_NOW, "至", "到"), 0, date.start)
            return Verdict("target", (date.start, date.end)) if promised else None
        return Verdict("target" if date.year > self.setting.year else "achieved", (date.start, date.end))

    def _by_words(self, text: str, start: int, end: int) -> Verdict | None:
        achieved = _last(self.words.achieved, text, start, end)
        target = _last(self.words.target, text, start, end)
        if achieved and (target is None or achieved[0] > target[0]):
            return Verdict("achieved", achieved)
        return Verdict("target", target) if target else None

    def _by_heading(self, section: Section | None) -> Status | None:
        """What the nearest heading says that says anything; of two cues in one heading the last counts.

        A heading that begins with a verb of doing (推进…, 完善…) commits where none above it says anything, or where
        the one above tells of a state: what is done about a problem is no report. Under a review it reports.
        """
        if section is None:
            return None
        if section.index not in self.headings:
            self.headings[section.index] = self._read_headings(section)
        return self.headings[section.index]

    def _read_headings(self, section: Section) -> Status | None:
        titles = [above.title or "" for above in self.outline.ancestors(section)]
        review = next((index for index, title in enumerate(titles) if self._reviews(title)), None)
        if review is not None:
            return "target" if any(AHEAD.search(title) for title in titles[:review]) else "achieved"
        doing = False
        for title in titles:
            if self._is_state(title):
                return "target" if doing else "achieved"
            if self.words.imperative.opening(title) is not None:
                doing = True
            elif heading := self._said_by(title):
                return "achieved" if heading == "review" or (heading == "state" and not doing) else "target"
            elif self._of_this_year(title):
                return "target"
        return "target" if doing else None

    def _reviews(self, title: str) -> bool:
        """Whether a heading looks back: 2025年工作回顾, 主要成效."""
        return self.words.imperative.opening(title) is None and self._said_by(title) == "review"

    def _of_this_year(self, title: str) -> bool:
        """Whether a heading names the document's year or a later one: 2026年主要工作."""
        years = HEADING_YEAR.findall(title)
        return bool(years) and self.setting.year is not None and int(years[-1]) >= self.setting.year

    def _is_state(self, title: str) -> bool:
        """Whether a heading names a state though it begins like a commitment: 发展基础, 建设现状."""
        state = self.words.state_heading.ending(title)
        return state is not None and title[: -len(state)] in ("发展", "建设", "创新", "工作", "规划", "改革")

    def _said_by(self, title: str) -> str | None:
        """review (回顾, 成效), state (现状, 问题) or target (目标, 安排), as the last cue of the title says."""
        cue = self.words.heading.match(title)
        return cue.lastgroup if cue is not None else None


def _is_told_of_years(text: str, verdict: Verdict, place: tuple[int, int]) -> bool:
    """Whether a word that only bounds follows one that reports of years: 五年来，…，失业率控制在5%以内."""
    bounding = verdict.status == "target" and verdict.cue is not None and text.startswith(BOUNDING, verdict.cue[0])
    return bounding and any(text.find(word, *place) >= 0 for word in OF_YEARS)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the last match in ``text[start:end]``."""
    place = None
    match = pattern.search(text, start, end)
    while match:
        place = match.span()
        match = pattern.search(text, place[1], end)
    return place
