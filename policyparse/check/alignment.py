"""Which part of one text another one repeats, scan noise and small edits allowed for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

GRAM = 3
"""Anchors are three characters long: of a copy with 30 % noise a third of them are left, of unrelated text few."""
GAP_COST = 0.4
"""What a character outside the common blocks takes away; a common one gives 1. Text with 30 % noise still gains."""
LOOSE_END = 10
"""A copy that begins or ends this near to the edge of the text takes in the edge: scan noise hides the last anchor."""
OTHER_WORDS = 6
"""Scan noise leaves gaps of one to three characters. A gap of this length is other wording where its two sides have"""
OTHER_SHARE = 0.3
"""less than this share of characters in common, in order."""
SLIP = 2
"""A gap of which one side is no longer than this is wording left out, or put in."""
MOST_LEFT_OUT = 30
"""Characters of the original that a copy skips count up to here: it may leave out a sentence of any length."""


class Block(NamedTuple):
    """``copy[copied:copied + length]`` is ``original[first:first + length]``."""

    copied: int
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """``copy[start:end]`` repeats ``original[first:last]``; `blocks` are what is the same, in order.

    `similarity` is the share of characters that are the same, `strange` the share that stands in long gaps, where the
    wording is another one, `kept` the share that is the same where nothing was left out or put in.
    """

    start: int
    end: int
    first: int
    last: int
    blocks: tuple[Block, ...]
    similarity: float
    strange: float
    kept: float = 1.0

    @classmethod
    def whole(cls, words: str) -> Alignment:
        """`words` repeated as they are."""
        return cls(0, len(words), 0, len(words), (Block(0, 0, len(words)),), 1.0, 0.0)

    @classmethod
    def of_all(cls, original: str, copy: str) -> Alignment:
        """`copy` as a reading of all of `original`, whatever single characters they share."""
        like = in_common(copy, original) / max(len(copy), len(original), 1)
        return cls(0, len(copy), 0, len(original), (), like, 0.0)

    @property
    def exact(self) -> bool:
        """Whether every character is the same."""
        return len(self.blocks) == 1 and self.blocks[0].length == self.end - self.start == self.last - self.first


def align(original: str, copy: str) -> Alignment | None:
    """The part of `copy` that repeats `original` best; None where no three characters are the same."""
    for start, first in ((copy.find(original), 0), (0, original.find(copy))):
        if start >= 0 <= first:
            size = min(len(original), len(copy))
            return Alignment(start, start + size, first, first + size, (Block(start, first, size),), 1.0, 0.0)
    blocks = _best(list(_blocks(original, copy, _rising(_anchors(original, copy)))))
    if not blocks:
        return None
    start, first, _ = blocks[0]
    end, last = blocks[-1].copied + blocks[-1].length, blocks[-1].first + blocks[-1].length
    if 0 < start <= LOOSE_END and 0 < first <= LOOSE_END:
        start = first = 0
    if 0 < len(copy) - end <= LOOSE_END and 0 < len(original) - last <= LOOSE_END:
        end, last = len(copy), len(original)
    same, strange, left_out = _in_gaps(original, copy, blocks)
    same += sum(block.length for block in blocks)
    size = max(end - start, last - first)
    kept = same / max(size - left_out, 1)
    return Alignment(start, end, first, last, tuple(blocks), same / size, strange / size, kept)


def _anchors(original: str, copy: str) -> list[tuple[int, int]]:
    """Places (in the copy, in the original) of three characters that the original holds once."""
    grams, copied = _grams(original), _grams(copy)
    common = set(grams).intersection(copied)
    where: dict[str, int] = {}
    for place, gram in enumerate(grams):
        if gram in common:
            where[gram] = -1 if gram in where else place
    found = ((place, where[gram]) for place, gram in enumerate(copied) if gram in common)
    return [(place, first) for place, first in found if first >= 0]


def _grams(words: str) -> list[str]:
    """All three characters in succession."""
    return [words[start : start + GRAM] for start in range(len(words) - GRAM + 1)]


def _rising(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most anchors that stand in the same order in both texts (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, first) in enumerate(anchors):
        pile = bisect_left(tops, first)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(first)
            ends.append(index)
        else:
            tops[pile], ends[pile] = first, index
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(anchors[index])
        index = before[index]
    return chain[::-1]


def _blocks(original: str, copy: str, anchors: list[tuple[int, int]]) -> Iterator[Block]:
    """Anchors run together to blocks, and each block grown as far as the characters agree."""
    done_copy = done_original = 0
    for copied, first in anchors:
        if copied < done_copy or first < done_original:
            continue
        start, origin = copied, first
        while start > done_copy and origin > done_original and copy[start - 1] == original[origin - 1]:
            start, origin = start - 1, origin - 1
        end, last = copied + GRAM, first + GRAM
        while end < len(copy) and last < len(original) and copy[end] == original[last]:
            end, last = end + 1, last + 1
        yield Block(start, origin, end - start)
        done_copy, done_original = end, last


def _best(blocks: list[Block]) -> list[Block]:
    """The stretch of blocks that gains most: characters in common against characters in the gaps."""
    best = gain = 0.0
    best_from = best_to = start = 0
    for index, block in enumerate(blocks):
        cost = GAP_COST * _gap(blocks[index - 1], block) if index > start else 0.0
        if gain - cost <= 0:
            gain, start, cost = 0.0, index, 0.0
        gain += block.length - cost
        if gain > best:
            best, best_from, best_to = gain, start, index + 1
    return blocks[best_from:best_to]


def _gap(block: Block, after: Block) -> int:
    """How many characters stand between two blocks, in the text where more do; of what a copy leaves out, not all count."""
    copied = after.copied - block.copied - block.length
    left_out = after.first - block.first - block.length
    return max(copied, min(left_out, MOST_LEFT_OUT))


def _in_gaps(original: str, copy: str, blocks: list[Block]) -> tuple[int, int, int]:
    """Of the characters between the blocks, how many are the same in order, how many other wording, how many left out."""
    same = strange = left_out = 0
    for block, after in pairwise(blocks):
        words = copy[block.copied + block.length : after.copied]
        others = original[block.first + block.length : after.first]
        size, alike = max(len(words), len(others)), in_common(words, others)
        same += alike
        if size >= OTHER_WORDS and alike < OTHER_SHARE * size:
            strange += size
            left_out += size if min(len(words), len(others)) <= SLIP else 0
    return same, strange, left_out


def in_common(words: str, others: str) -> int:
    """How many characters two texts have in common in order: the length of the longest common subsequence.

    Bit-parallel, after Hyyrö (2004): one whole number is one row of the table.
    """
    if not words or not others:
        return 0
    where: dict[str, int] = {}
    for place, character in enumerate(words):
        where[character] = where.get(character, 0) | 1 << place
    full = (1 << len(words)) - 1
    row = full
    for character in others:
        hits = row & where.get(character, 0)
        row = (row + hits | row - hits) & full
    return len(words) - row.bit_count()
