"""Headings without a number: short lines that stand between paragraphs, as in articles and encyclopaedia pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from policyparse.lexicon import Lexicon
from policyparse.structure.dates import is_date_line
from policyparse.structure.lines import Line

LONGEST = 32
LONGEST_NAMED = 60
SHORTEST_PARAGRAPH = 36
FIRST_RANK_INSIDE = 30  # 条, 一、 and what stands below them may begin anew under a heading


def headings(lines: tuple[Line, ...], text: list[int], lexicon: Lexicon) -> frozenset[int]:
    """Which of the lines `text` (indexes of running text and labelled lines, in order) are headings without number.

    A heading is short, ends with no stop, follows the end of a paragraph, and stands above a paragraph or a list
    that begins anew. Captions, cells of flattened tables and dates are none.
    """
    return frozenset(_headings(lines, text, lexicon))


def is_known(words: str, lexicon: Lexicon) -> bool:
    """Whether these words are a heading wherever they stand: 前言, 全文."""
    known = lexicon.numbering["headings"]
    squashed = "".join(words.split()) if len(words) <= 12 else ""
    return squashed in known["known"] or squashed in known["alone"]


def is_alone(words: str, lexicon: Lexicon) -> bool:
    """Whether a heading never holds numbered clauses: 前言, 结语."""
    return "".join(words.split()) in lexicon.numbering["headings"]["alone"]


def _headings(lines: tuple[Line, ...], text: list[int], lexicon: Lexicon) -> Iterator[int]:
    above_is_open = False  # the last line was no heading and ended without a stop: this one may go on with it
    found = False
    last: dict[str, int | None] = {}  # the last number of each series
    for index, following in zip_longest(text, text[1:]):
        line = lines[index]
        if line.label is not None:
            last[line.label.style.series] = line.label.number
            above_is_open = not line.stops and len(line.rest) > LONGEST
            continue
        fits = is_known(line.words, lexicon) or (not above_is_open and _looks_so(line, lexicon))
        below = lines[following] if following is not None else None
        heads = fits and below is not None and (_heads(below) or (found and _goes_on(below, last)))
        if _is_named(line) or heads:
            found = found or heads
            yield index
            above_is_open = False
        else:
            above_is_open = not line.stops


def _goes_on(below: Line, last: dict[str, int | None]) -> bool:
    """Whether the numbers of a list run on below a heading, as they do where other headings stand above it."""
    label = below.label
    number = last.get(label.style.series) if label is not None else None
    return label is not None and number is not None and label.number == number + 1


def _looks_so(line: Line, lexicon: Lexicon) -> bool:
    words = line.words
    if line.in_table or not 2 <= len(words) <= LONGEST or "。" in words or "：" in words:
        return False
    begins, ends = _never(lexicon)
    return not (begins.match(words) or ends.search(words) or is_date_line(words, lexicon))


def _is_named(line: Line) -> bool:
    """Whether the format of the file calls it a heading, and it does not look like running text."""
    return line.named and len(line.words) <= LONGEST_NAMED and not line.stops


def _heads(following: Line) -> bool:
    """Whether a heading may stand above this line."""
    label = following.label
    if label is not None:
        return label.number == 1 and label.style.rank >= FIRST_RANK_INSIDE and label.style.certain
    return not following.in_table and (len(following.words) >= SHORTEST_PARAGRAPH or following.words[-1] in "。：")


@lru_cache(maxsize=4)
def _never(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = lexicon.numbering["headings"]
    return re.compile(known["never_begins"]), re.compile(known["never_ends"])
