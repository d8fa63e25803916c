"""The cue words of the lexicon, arranged for looking at the ends of short strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Words with what they say, found at the end or start of a string, longest first."""

    meaning: Mapping[str, str]
    firsts: Mapping[str, tuple[int, ...]]
    lasts: Mapping[str, tuple[int, ...]]
    found: tuple[str, ...]

    @classmethod
    def of(cls, meaning: Mapping[str, str]) -> Words:
        """From a mapping of words to meanings."""
        return cls(meaning, _lengths(meaning, 0), _lengths(meaning, -1), tuple(meaning))

    def ending(self, text: str) -> str | None:
        """The longest of the words that `text` ends with."""
        for length in self.lasts.get(text[-1:], ()):
            word = text[-length:]
            if word in self.meaning:
                return word
        return None

    def opening(self, text: str) -> str | None:
        """The longest of the words that `text` begins with."""
        for length in self.firsts.get(text[:1], ()):
            word = text[:length]
            if word in self.meaning:
                return word
        return None

    def within(self, text: str) -> str | None:
        """The first of the words, in the lexicon's order, that stands in `text`."""
        return next((word for word in self.found if word in text), None)


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """How long the words are by the character at `place`, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The cue words by what they are for; the fields are those of lexicon/cues.tsv.

    `heading` finds the last cue of a heading; the group that it matches by is what the cue tells (see `HEADINGS`).
    """

    link: Words
    adverb: Words
    rate: Words
    action: Words
    opener: Words
    whole: Words
    bare: Words
    reach: Words
    scope: Words
    target: re.Pattern[str]
    achieved: re.Pattern[str]
    compared: re.Pattern[str]
    imperative: Words
    heading: re.Pattern[str]
    state_heading: Words
    reference: Words
    standard_unit: Words

    def is_within_opening(self, text: str, word: str) -> bool:
        """Whether `word`, with which `text` begins, is there the first part of a longer word: 有|色, 有效|灌溉."""
        whole = self.whole.opening(text)
        return whole is not None and len(whole) > len(word)


# words of one character stand within many others: 主要 要素 供应 应急 将军
# a pattern that begins with its own characters is searched for fast, so what stands before is looked at second
GUARDS = {
    "要": r"要(?<![主重需纲必摘首提概紧]要)(?!看到|认识到|清醒|素|点|求|闻|道|害|件|塞|务|领|义|旨)",
    "应": r"应(?<![供响适效反相对感因]应)(?!急|用|对|届|变|收|有|税|聘|征|邀|该|力|运|声|验|[一-鿿]尽)",
    "将": r"将(?!军|来)",
    "已": r"已(?!然)",
    "成功": r"成功(?!率)",
    "预期": r"预期(?<![达于]预期)(?![，。；、：”’）》的性任管和与内外期])",
    "不足": r"不足(?![\d.]{1,6}[^，。；\d]{1,6}(?:提高|提升|增加|扩大|上升|增长)[到至])",
    "连续": r"连续(?![\d一二两三四五]年每|覆盖|性|供|生产|监测|运行|作业|稳定|安全)",
    "实际": r"实际(?<![合际结]实际)(?:增长|完成|达到|下降|实现|为)",
    "缺口": r"缺口(?=[，达为较仍约]|\d)",
    "目前": r"目前(?<![项由从自比较在]目前)(?!期)",
    "现有": r"现有(?<![由从自比较在]现有)(?![^，。；]{0,12}基础上)",
}
# 计划, 目标 and the like are nouns at the end of a phrase and before 的
NOUNS = frozenset(("计划", "目标", "规划", "预期"))


def _guarded(word: str) -> str:
    if word in GUARDS:
        return GUARDS[word]
    return re.escape(word) + (r"(?![，。；、：”’）》的性任管和与内外期])" if word in NOUNS else "")


HEADINGS = ("review", "state", "target")
"""What a heading may tell: what was done, how things are, what is to be done."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The cue words of `lexicon`."""

    def words(field: str, value: str | None = None) -> Words:
        return Words.of({c.surface: c.value for c in lexicon.cues if c.field == field and value in (None, c.value)})

    def cues(value: str) -> re.Pattern[str]:
        found = [c.surface for c in lexicon.cues if c.field == "status" and c.value == value]
        return re.compile("|".join(_guarded(word) for word in sorted(found, key=len, reverse=True)))

    def heading() -> re.Pattern[str]:
        kinds = "|".join(f"(?P<{kind}>{_any_of(words('context', kind).found)})" for kind in HEADINGS)
        return re.compile(f"(?s:.*)(?:{kinds})")

    return Vocabulary(
        link=words("link"),
        adverb=words("adverb"),
        rate=words("rate"),
        action=words("action"),
        opener=words("opener"),
        whole=words("whole"),
        bare=words("bare"),
        reach=words("reach"),
        scope=words("scope"),
        target=cues("target"),
        achieved=cues("achieved"),
        compared=cues("compared"),
        imperative=words("imperative"),
        heading=heading(),
        state_heading=words("context", "state"),
        reference=words("reference"),
        standard_unit=words("standard_unit"),
    )
