"""Is a figure a commitment or a report? Words decide first, then the year, then the heading, then the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyparse.extract.phrases import phrase_start
from policyparse.extract.vocabulary import Vocabulary
from policyparse.model.facts import Status
from policyparse.model.metadata import Metadata
from policyparse.model.outline import Outline, Section

REPORTING = ("研究", "分析", "调查", "思考", "公报", "综述", "评估", "年鉴", "白皮书", "调研报告")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a figure before its sentence is read: the kind of document and the document's year."""

    default: Status
    year: int | None


def setting_of(metadata: Metadata) -> Setting:
    """The setting of a document: plans and laws commit, articles and bulletins report."""
    name = (metadata.carried_title or metadata.title or "").rstrip("）)0123456789-—年（( ")
    reports = bool(metadata.authors) or name.endswith(REPORTING)
    date = metadata.date_written or metadata.date_published or metadata.date_printed
    year = int(date[:4]) if date else (metadata.period.start if metadata.period else None)
    return Setting("achieved" if reports else "target", year)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, and the place of the words that decided it; None where heading, year or kind of document did."""

    status: Status
    cue: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Tells targets from reported figures in one document."""

    words: Vocabulary
    outline: Outline
    setting: Setting

    def read(self, text: str, start: int, position: int, year: int | None, section: Section | None) -> Verdict:
        """The status of the figure at `position` in the sentence that begins at `start`.

        `year` is the one that governs the figure within its sentence.
        """
        near = phrase_start(text, start, position)
        verdict = self._by_words(text, near, position)
        if verdict is None and year is not None and self.setting.year is not None and year != self.setting.year:
            verdict = Verdict("target" if year > self.setting.year else "achieved")
        if verdict is None and near > start:
            verdict = self._by_words(text, start, near)
        return verdict or Verdict(self._by_heading(section) or self.setting.default)

    def _by_words(self, text: str, start: int, end: int) -> Verdict | None:
        achieved = _last(self.words.achieved, text, start, end)
        target = _last(self.words.target, text, start, end)
        if achieved and (target is None or achieved[0] > target[0]):
            return Verdict("achieved", achieved)
        return Verdict("target", target) if target else None

    def _by_heading(self, section: Section | None) -> Status | None:
        """What the nearest heading says that says anything; of two cues in one heading the last counts.

        Only where none does, a heading that begins with a verb of doing (推进…, 完善…) commits.
        """
        titles = [above.title or "" for above in self.outline.ancestors(section)] if section is not None else []
        for title in titles:
            achieved = max((title.rfind(word) for word in self.words.achieved_heading.found), default=-1)
            target = max((title.rfind(word) for word in self.words.target_heading.found), default=-1)
            if achieved != target:
                return "achieved" if achieved > target else "target"
        return "target" if any(self.words.imperative.opening(title) for title in titles) else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the last match in ``text[start:end]``."""
    place = None
    for match in pattern.finditer(text, start, end):
        place = match.span()
    return place
