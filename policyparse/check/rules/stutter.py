"""A word, an item of a list or a sentence that stands twice in succession.

**What it looks for.** A word of two characters and more directly repeated (就业就业); an item of a list that follows
itself (临河县、临河县); a sentence that follows itself; a single character doubled where the same words stand elsewhere
in the document without the doubling.

**Why.** Typing and page recognition stutter. Often a word is lost there: 就近就近 stands for 就地就近.

**Example.** 推动农民就近就近就业。

**What to do.** Look at what should stand there. Deleting one of the two is right only where nothing is lost.

**Known false alarms.** Two words that meet by chance, the second of which begins as the first one ends. Words that are
doubled rightly (一个一个, 逐步逐步) are few in documents; those in the lexicon are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq
from typing import Any

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "D104"
NAME = "stutter"
TITLE = "词语重复"
SEVERITY = "warning"
BAD = "支持返乡农民就近就近就业，培育临河县、临河县等县域产业集群。\n"
GOOD = "支持返乡农民就地就近就业，推动县城与县城联动发展，实现人人享有、户户受益。\n"

FIRST, LAST = 0x4E00, 0x9FFF
"""The code points of Chinese characters."""
IS_WORD = re.compile("[\u4e00-\u9fff]+")
LONGEST_WORD = 8
REPEATABLE = re.compile("[一二三四五六七八九十百千万亿零〇两]+|(.)\\1|一.{1,2}|.{1,3}每")
"""What may stand twice: 十五十五, 人人人人, 一个一个, 每校每年."""
NUMERALS = "一二三四五六七八九十"
LONGEST = 20
MOST = 200
"""Of a text with more doubled characters than this, the rest are left alone: it is no Chinese text."""
FEW = 100
"""So many words are searched for one by one; more, in one pass over the text."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each repetition."""
    text, codes = view.text, view.codes
    han = (codes >= FIRST) & (codes <= LAST)
    found = {*_words(text, codes, han), *_items(text, codes, han), *_characters(text, codes, han), *_sentences(view)}
    for start, half, end in sorted(found):
        word = text[start:half]
        first = RelatedPlace(span=view.span(start, half), role="original")
        yield view.remark(
            (start, end), f"“{word}”连续出现两次", f"“{word}” stands twice in succession", related=[first]
        )


Place = tuple[int, int, int]
"""Where a repetition begins, where its first half ends, and where it ends."""


def _words(text: str, codes: Any, han: Any) -> Iterator[Place]:
    """Words that follow themselves: `text`, in its `codes`, is compared with itself, shifted by the length of a word."""
    found = sorted((place, size) for size in range(2, LONGEST_WORD + 1) for place in _agreeing(codes, han, size, size))
    end = 0
    for place, size in found:
        if place >= end and not REPEATABLE.fullmatch(text, place, place + size):
            end = place + 2 * size
            yield place, place + size, end


def _agreeing(codes: Any, han: Any, shift: int, size: int) -> list[int]:
    """Where `size` Chinese characters in succession are those that stand `shift` characters further on."""
    import numpy as np

    same = np.flatnonzero((codes[shift:] == codes[:-shift]) & han[:-shift])
    after = same[size - 1 :]
    before = same[: len(after)]
    places: list[int] = before[after - before == size - 1].tolist()
    return places


def _items(text: str, codes: Any, han: Any) -> Iterator[Place]:
    """Items that follow themselves. Short ones must stand between marks: 发展、发展环境 is none."""
    import numpy as np

    marks = np.flatnonzero((codes[2:-2] == ord("、")) & han[1:-3] & han[3:-1] & han[4:]) + 2
    for mark in marks.tolist():
        if text[mark - 2 : mark] not in text[mark + 1 : mark + 1 + LONGEST]:
            continue
        size = _same(text, mark)
        if not size or REPEATABLE.fullmatch(text[mark - size : mark]):
            continue
        after = text[mark + 1 + size : mark + 2 + size]
        closed = after in "、，。；：）等的和及与被将" or not after
        open_before = text[mark - size - 1] in "、，。；：（“\n" if mark > size else True
        if size >= 4 or closed + open_before >= (1 if size == 3 else 2):
            yield mark - size, mark, mark + 1 + size


def _same(text: str, mark: int) -> int:
    """The length of the longest word before `mark` that stands again after it, 0 where there is none."""
    window = text[mark + 1 : mark + 1 + LONGEST]
    last = text[mark - 1]
    place = window.rfind(last)
    while place > 0:
        word = window[: place + 1]
        if text.startswith(word, mark - len(word)) and word.isalpha():
            return len(word)
        place = window.rfind(last, 0, place)
    return 0


def _characters(text: str, codes: Any, han: Any) -> Iterator[Place]:
    """A doubled character where the words around it stand elsewhere without the doubling: 返乡乡创业 beside 返乡创业."""
    places = _agreeing(codes, han, 1, 1)
    begin = [place for before, place in zip([-2, *places], places, strict=False) if before < place - 1]
    found = [(place, _singles(text, place)) for place in begin if text[place] not in NUMERALS]
    held = _held(text, {single for _, singles in found for single in singles})
    known: dict[str, bool] = {}
    for place, singles in found:
        usual = held.intersection(singles)
        around = text[place - 1 : place + 4]
        if usual and around not in known and len(known) < MOST:
            known[around] = not _meet(text, place, 2 if any(text.count(single) > 1 for single in usual) else 1)
        if usual and known.get(around):
            yield place - 1, place + 1, place + 2


def _singles(text: str, doubled: int) -> list[str]:
    """The words around a doubled character without the doubling: four characters each, that are all of words."""
    end = doubled + 2
    singles = [text[max(0, doubled - before) : doubled + 1] + text[end : end + 3 - before] for before in (1, 2)]
    return [words for words in singles if len(words) == 4 and IS_WORD.fullmatch(words)]


def _held(text: str, words: set[str]) -> set[str]:
    """Those of `words`, four characters each, that stand in `text`."""
    if len(words) < FEW:
        return {word for word in words if word in text}
    return words.intersection(text[place : place + 4] for place in range(len(text) - 3))


def _meet(text: str, doubled: int, size: int) -> bool:
    """Whether two words meet in a doubled character, as in 县城城镇化: each stands elsewhere without the other.

    The second one is known by the doubled character and `size` more.
    """
    character = text[doubled]
    before, after = text[doubled - 1], text[doubled + 2 : doubled + 2 + size]
    first = re.search(f"{before}{character}(?![{re.escape(after[:1] + character)}])", text)
    second = re.search(f"(?<![{re.escape(before + character)}]){character}{re.escape(after)}", text)
    return first is not None and second is not None


def _sentences(view: View) -> Iterator[Place]:
    for paragraph in view.paragraphs:
        if "。" not in paragraph.words[:-1]:
            continue
        sentences = paragraph.body.split("。")
        if not any(map(eq, sentences, sentences[1:])):
            continue
        start, before = paragraph.head, ""
        for sentence in re.findall("[^。]+。?", paragraph.body):
            if sentence == before and len(sentence) >= 10:
                yield start - len(sentence), start, start + len(sentence)
            before = sentence
            start += len(sentence)
