"""The words that bound a quantity, on both of its sides: 不低于, 至少建成, 近, 以上, 左右, 范围内."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policyparse.extract.quantity import Quantity
from policyparse.lexicon.rows import ComparatorWord

GLUE = re.compile(r"(?:达到|[了到达至为在是有])?[ ]?$")
"""What may stand between the comparator and the number: 超过了, 至少是, 约为."""
GLUE_CHARACTERS = frozenset("了到达至为在是有 ")
ASIDE = re.compile(r"[ ]?(?:[（(][^（()）\n]{1,4}[）)])?[ ]?")
"""Between unit and comparator: 50万元（含）以上, 1万套（间）以上."""
BASICALLY = re.compile(
    r"基本(?:实现|达到|完成|建成|形成|消除|稳定|保持|控制|覆盖|满足|建立|解决)[^，。；、：！？\n0-9一二三四五六七八九十]{0,16}$"
)
"""基本 with a verb makes what follows in the phrase about so: 基本实现镇区人口3万人."""
INWARD = re.compile(r"内(?=[河陆部外容涝环循需地参在])")
LIST = re.compile(r"[、和与及或]|以及")
LIST_WITH_NOUN = re.compile(r"[、和与及或][\u4e00-\u9fff]{0,3}")
WHOLE = 100
ADVERB_REACH = 4
BASICALLY_REACH = 22


@dataclass(frozen=True, slots=True)
class Bound:
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
        adverbs = sorted((w.surface for w in words if w.side == "adverb"), key=len, reverse=True)
        self.adverb = re.compile(f"({'|'.join(map(re.escape, adverbs)) or '(?!)'})[\u4e00-\u9fff]{{0,{ADVERB_REACH}}}$")
        self.adverbs = {w.surface: w.comparator for w in words if w.side == "adverb"}
        self.adverb_reach = max(map(len, adverbs), default=0) + ADVERB_REACH
        after = [w for w in words if w.side in ("after", "unit")]
        self.after_words = tuple(sorted(after, key=lambda word: -len(word.surface)))
        self.after_initials = frozenset(w.surface[0] for w in after)

    def before(self, text: str, start: int, *, bare: bool = False) -> Bound | None:
        """The comparator that ends where the number begins. `bare`: the number has no digits (上百)."""
        if start and (text[start - 1] in self.lasts or text[start - 1] in GLUE_CHARACTERS):
            found = self._before(text, start, self.before_words)
            if found is None:
                glue = GLUE.search(text, max(0, start - 3), start)
                found = self._before(text, glue.start(), self.before_words) if glue and glue[0] else None
            if found is not None:
                return found if found.comparator != "none" else None
        if bare:
            found = self._before(text, start, self.multiplier_words)
            return found if found and found.comparator != "none" else None
        adverb = self.adverb.search(text, max(0, start - self.adverb_reach), start)
        if adverb:
            return Bound(self.adverbs[adverb[1]], adverb.start(), adverb.end(1))
        basically = text.rfind("基本", max(0, start - BASICALLY_REACH), start)
        if basically >= 0:
            match = BASICALLY.match(text, basically, start)
            if match:
                return Bound("approx", basically, basically + 2)
        return None

    def _before(self, text: str, end: int, words: dict[str, str]) -> Bound | None:
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
            return None
        for word in self.after_words:
            if text.startswith(word.surface, end):
                if word.side == "unit" and (kind not in ("physical", "duration") or INWARD.match(text, end)):
                    continue
                return Bound(word.comparator, end, end + len(word.surface))
        return None


def hand_on(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Hand a comparator on within a list: 不低于60%、80%; 投资200万元、税收10万元以上.

    It goes to a neighbour in the same unit that has none of its own. 100% takes no 以上.
    """
    for index in range(len(quantities) - 1):
        left, right = quantities[index], quantities[index + 1]
        if left.canonical != right.canonical or (left.bound is None) == (right.bound is None):
            continue
        if right.bound is not None and left.comparator == "eq" and right.bound[0] >= right.end:
            whole = left.canonical == "%" and left.value == WHOLE
            if not whole and LIST_WITH_NOUN.fullmatch(text, left.end, right.start):
                quantities[index] = replace(left, comparator=right.comparator, bound=right.bound)
        elif left.bound is not None and right.comparator == "eq" and left.bound[1] <= left.start:
            joined = LIST.fullmatch(text, left.end, right.start)
            quantities[index + 1] = replace(right, comparator=left.comparator, bound=left.bound) if joined else right
    return quantities
