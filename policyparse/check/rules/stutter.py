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

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.finding import RelatedPlace

CODE = "D104"
NAME = "stutter"
TITLE = "词语重复"
SEVERITY = "warning"
BAD = "支持返乡农民就近就近就业，培育临河县、临河县等县域产业集群。\n"
GOOD = "支持返乡农民就地就近就业，推动县城与县城联动发展，实现人人享有、户户受益。\n"

HAN = "\u4e00-\u9fff"
IS_WORD = re.compile(f"[{HAN}]+")
LONGEST_WORD = 8
WIDTH = 4
"""Bytes of a character in UTF-32."""
ITEM = re.compile(f"(?<=[{HAN}])、(?=[{HAN}]{{2}})")
"""The mark between two items of a list."""
DOUBLED = re.compile(f"([{HAN}])\\1")
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
    for start, half, end in sorted(
        {*_words(view.text), *_items(view.text), *_characters(view.text), *_sentences(view)}
    ):
        word = view.text[start:half]
        first = RelatedPlace(span=view.span(start, half), role="original")
        yield view.remark(
            (start, end), f"“{word}”连续出现两次", f"“{word}” stands twice in succession", related=[first]
        )


Place = tuple[int, int, int]
"""Where a repetition begins, where its first half ends, and where it ends."""


def _words(text: str) -> Iterator[Place]:
    """Words that follow themselves: the text is compared with itself, shifted by the length of a word.

    Characters are numbers of four bytes in one whole number, so that a shift and an exclusive or compare them all at
    once; zeros show where they agree. A search with an expression takes four times as long.
    """
    whole = int.from_bytes(text.encode("utf-32-le", "surrogatepass"), "little")
    found = []
    for size in range(2, LONGEST_WORD + 1):
        differences = (whole ^ whole >> WIDTH * 8 * size).to_bytes(WIDTH * len(text), "little")
        found += [(place, size) for place in _agreeing(differences, size)]
    end = 0
    for place, length in sorted(found):
        word = text[place : place + length]
        if place >= end and IS_WORD.fullmatch(word) and not REPEATABLE.fullmatch(word):
            end = place + 2 * length
            yield place, place + length, end


def _agreeing(differences: bytes, size: int) -> Iterator[int]:
    """Where `size` characters in succession are zero."""
    zeros = bytes(WIDTH * size)
    place = differences.find(zeros)
    while place >= 0:
        start = -(-place // WIDTH)
        if differences.startswith(zeros, start * WIDTH):
            yield start
        place = differences.find(zeros, start * WIDTH + WIDTH)


def _items(text: str) -> Iterator[Place]:
    """Items that follow themselves. Short ones must stand between marks: 发展、发展环境 is none."""
    for match in ITEM.finditer(text):
        mark = match.start()
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


def _characters(text: str) -> Iterator[Place]:
    """A doubled character where the words around it stand elsewhere without the doubling: 返乡乡创业 beside 返乡创业."""
    found = [(match, _singles(text, match)) for match in DOUBLED.finditer(text) if match[1] not in NUMERALS]
    held = _held(text, {single for _, singles in found for single in singles})
    known: dict[str, bool] = {}
    for match, singles in found:
        usual = held.intersection(singles)
        around = text[match.start() - 1 : match.end() + 2]
        if usual and around not in known and len(known) < MOST:
            known[around] = not _meet(text, match, 2 if any(text.count(single) > 1 for single in usual) else 1)
        if usual and known.get(around):
            yield match.start() - 1, match.start() + 1, match.end()


def _singles(text: str, doubled: re.Match[str]) -> list[str]:
    """The words around a doubled character without the doubling: four characters each, that are all of words."""
    start, end = doubled.span()
    singles = [text[max(0, start - before) : start + 1] + text[end : end + 3 - before] for before in (1, 2)]
    return [words for words in singles if len(words) == 4 and IS_WORD.fullmatch(words)]


def _held(text: str, words: set[str]) -> set[str]:
    """Those of `words`, four characters each, that stand in `text`."""
    if len(words) < FEW:
        return {word for word in words if word in text}
    return words.intersection(text[place : place + 4] for place in range(len(text) - 3))


def _meet(text: str, doubled: re.Match[str], size: int) -> bool:
    """Whether two words meet in a doubled character, as in 县城城镇化: each stands elsewhere without the other.

    The second one is known by the doubled character and `size` more.
    """
    before, after = text[doubled.start() - 1], text[doubled.end() : doubled.end() + size]
    first = re.search(f"{before}{doubled[1]}(?![{re.escape(after[:1] + doubled[1])}])", text)
    second = re.search(f"(?<![{re.escape(before + doubled[1])}]){doubled[1]}{re.escape(after)}", text)
    return first is not None and second is not None


def _sentences(view: View) -> Iterator[Place]:
    for paragraph in view.paragraphs:
        if "。" not in paragraph.words[:-1]:
            continue
        start, before = paragraph.head, ""
        for sentence in re.findall("[^。]+。?", paragraph.body):
            if sentence == before and len(sentence) >= 10:
                yield start - len(sentence), start, start + len(sentence)
            before = sentence
            start += len(sentence)
