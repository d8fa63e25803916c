"""The words that bound a quantity, on both of its sides: 不低于, 至少建成, 近, 以上, 左右, 范围内."""

from __future__ import annotations

import re
from typing import NamedTuple

from policyparse.extract.quantities.quantity import Quantity
from policyparse.lexicon.rows import ComparatorWord

GLUE = re.compile(r"(?:达到|[了到达至为在是有占])?[ ]?(?:新台币|人民币|港币|美元)?[ ]?$")
"""What may stand between the comparator and the number: 超过了, 至少是, 约为."""
GLUE_CHARACTERS = frozenset("了到达至为在是有占币 ")
ASIDE = re.compile(r"[ ]?(?:[（(][^（()）\n]{1,4}[）)])?[ ]?")
"""Between unit and comparator: 50万元（含）以上, 1万套（间）以上."""
BASICALLY = re.compile(
    r"基本(?:实现|达到|完成|建成|形成|消除|稳定|保持|控制|覆盖|满足|建立|解决)[^，。；、：！？\n0-9一二三四五六七八九十]{0,16}$"
)
"""基本 with a verb makes what follows in the phrase about so: 基本实现镇区人口3万人."""
MORE = re.compile(r"[多余](?=[的来，。；、）\n]|$)|(?<=成)多(?![元样功媒边])")
"""After the unit: 八成多企业, 3年多来."""
INWARD = re.compile(r"内(?=[河陆部外容涝环循需地参在])")
MORE_KINDS = ("percent", "times", "duration", "age")
SHARE_KINDS = ("percent", "permille", "times", "none")
PER_REACH = 5
"""不低于每小时22公里: how far before the number 每 may stand."""
NEGATION = "不"
OF_NOUN_REACH = 28
LIST = re.compile(r"[、和与及或]|以及")
LIST_OF_NOUNS = re.compile(r"[^的\W\d]{1,6}(?:[、和与及或]|以及)")
STRICT = ("不", "至少", "至多", "最多", "最少")
"""These reach over a noun to the next number: 不超过5家企业和3名个人."""
LIST_WITH_NOUN = re.compile(r"[、和与及或][\u4e00-\u9fff]{0,3}")
WHOLE = 100
ADVERB_REACH = 8
BASICALLY_REACH = 22


class Bound(NamedTuple):
    """A comparator and where its words stand."""

    comparator: str
    start: int
    end: int


class BoundIndex:
    """The comparator words of a lexicon, by side."""

    def __init__(self, words: tuple[ComparatorWord, ...]) -> None:
        self.before_words = {w.surface: w.comparator for w in words if w.side in ("before", "adverb")}
        self.multiplier_words = {w.surface: w.comparator for w in words if w.side == "multiplier"}
        self.lasts = frozenset(surface[-1] for surface in self.before_words)
        self.longest = max(map(len, self.before_words), default=0)
        whole = [w.surface for w in words if w.side == "before" and w.comparator != "none" and len(w.surface) > 1]
        self.of_noun = re.compile(f"({_either(whole)})[^，。；、：\n0-9]{{2,20}}的$")
        self.of_amount = re.compile(
            f"({_either(whole)})[^，。；、：\n0-9的]{{1,14}}(?:数|量|额|面积|值|款|价|费|资产|总和)$"
        )
        negated = [word for word in whole if word.startswith(NEGATION)]
        self.not_of_noun = re.compile(f"({_either(negated)})[^，。；、：\n0-9的比前]{{2,16}}$")
        adverbs = [w.surface for w in words if w.side == "adverb"]
        self.adverb = re.compile(f"({_either(adverbs)})[^\\W\\d的一二两三四五六七八九十]{{0,{ADVERB_REACH}}}$")
        self.adverb_reach = max(map(len, adverbs), default=0) + ADVERB_REACH
        after = [w for w in words if w.side in ("after", "unit")]
        self.after_words = tuple(sorted(after, key=lambda word: -len(word.surface)))
        self.after_initials = frozenset(w.surface[0] for w in after)

    def before(self, text: str, start: int, kind: str = "none", *, bare: bool = False) -> Bound | None:
        """The comparator that governs the number at `start`, of a unit of this `kind`.

        `bare`: the number has no digits (上百).
        """
        found = self._adjacent(text, start)
        if found is None and bare:
            found = self._ending(text, start, self.multiplier_words)
        elif found is None:
            per = text.rfind("每", max(0, start - PER_REACH), start)
            found = self._adjacent(text, per) if per >= 0 else None
            if found is None:
                found = self._of_noun(text, start, kind) or self._adverb(text, start)
        return None if found is None or found.comparator == "none" else found

    def _adjacent(self, text: str, start: int) -> Bound | None:
        """不低于30%, 超过了30%."""
        if not start or (text[start - 1] not in self.lasts and text[start - 1] not in GLUE_CHARACTERS):
            return None
        found = self._ending(text, start, self.before_words)
        if found is not None:
            return found
        glue = GLUE.search(text, max(0, start - 7), start)
        return self._ending(text, glue.start(), self.before_words) if glue and glue[0] else None

    def _of_noun(self, text: str, start: int, kind: str) -> Bound | None:
        """不低于规划总量的30%: a share of what is named, and the comparator is that of the share."""
        if kind not in SHARE_KINDS:
            return None
        first = max(0, start - OF_NOUN_REACH)
        if text[start - 1 : start] == "的":
            match = self.of_noun.search(text, first, start)
        else:
            negation = text.find(NEGATION, first, start)
            match = self.not_of_noun.search(text, negation, start) if negation >= 0 else None
            match = match or self.of_amount.search(text, first, start)
        return Bound(self.before_words[match[1]], match.start(), match.end(1)) if match else None

    def _adverb(self, text: str, start: int) -> Bound | None:
        """至少建成3个, 基本实现60%."""
        adverb = self.adverb.search(text, max(0, start - self.adverb_reach), start)
        if adverb:
            return Bound(self.before_words[adverb[1]], adverb.start(), adverb.end(1))
        basically = text.rfind("基本", max(0, start - BASICALLY_REACH), start)
        match = BASICALLY.match(text, basically, start) if basically >= 0 else None
        return Bound("approx", basically, basically + 2) if match else None

    def _ending(self, text: str, end: int, words: dict[str, str]) -> Bound | None:
        for length in range(min(self.longest, end), 0, -1):
            comparator = words.get(text[end - length : end])
            if comparator is not None:
                return Bound(comparator, end - length, end)
        return None

    def after(self, text: str, end: int, kind: str) -> Bound | None:
        """The comparator that begins where the unit of this `kind` ends."""
        following = text[end : end + 1]
        if following in " （(" and following:
            aside = ASIDE.match(text, end)
            end = aside.end() if aside else end
            following = text[end : end + 1]
        if following not in self.after_initials:
            more = kind in MORE_KINDS and MORE.match(text, end)
            return Bound("ge", end, end + 1) if more else None
        for word in self.after_words:
            if text.startswith(word.surface, end):
                if word.side == "unit" and (kind not in ("physical", "duration") or INWARD.match(text, end)):
                    continue
                return Bound(word.comparator, end, end + len(word.surface))
        return None


def _either(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def hand_on(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Hand a comparator on within a list: 不超过5家企业和3名个人; 投资200万元、税收10万元以上.

    It goes to a neighbour that has none of its own, backwards only in the same unit. 100% takes no 以上.
    """
    for index in range(len(quantities) - 1):
        left, right = quantities[index], quantities[index + 1]
        if (left.bound is None) == (right.bound is None):
            continue
        if right.bound is not None and left.comparator == "eq" and right.bound[0] >= right.end:
            fits = left.canonical == right.canonical and (left.canonical != "%" or left.value != WHOLE)
            if fits and LIST_WITH_NOUN.fullmatch(text, left.end, right.start):
                quantities[index] = left._replace(comparator=right.comparator, bound=right.bound, handed=True)
        elif left.bound is not None and right.comparator == "eq" and left.bound[1] <= left.start:
            joint = LIST_OF_NOUNS if text.startswith(STRICT, left.bound[0]) else LIST
            if joint.fullmatch(text, left.end, right.start) or LIST.fullmatch(text, left.end, right.start):
                quantities[index + 1] = right._replace(comparator=left.comparator, bound=left.bound)
    return quantities
