"""Page furniture of a text that was taken from pages: page numbers, running heads, form feeds.

What is removed leaves a form feed, so that `lines` sees where a page ended and may join a paragraph over it; a form feed
that was in the text stays for the same reason, and `lines` removes them all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_BLANKS = " \t\xa0\u2002\u2003\u3000"
_LINE = re.compile("[^\n\f]+")
_DASHED = re.compile("[—–－\\-~·•―─]{1,2} ?[0-9０-９]{1,4} ?[—–－\\-~·•―─]{1,2}")
_COUNTED = re.compile(
    "第 ?[0-9０-９一二三四五六七八九十百]{1,5} ?页(?: ?[,，/／]? ?[(（]?共 ?[0-9０-９一二三四五六七八九十百]{1,5} ?页[)）]?)?"
    "|[0-9]{1,4} ?/ ?[0-9]{1,4}|[Pp]age [0-9]{1,4}(?: of [0-9]{1,4})?"
)
_BARE = re.compile("[0-9]{1,4}")
_ANY_NUMBER = re.compile(
    f"[{_BLANKS}—–－\\-~·•―─第]*(?:[Pp]age )?[0-9０-９一二三四五六七八九十百]{{1,5}}"
    f"[{_BLANKS}—–－\\-~·•―─/／0-9０-９一二三四五六七八九十百共页of,，()（）]{{0,16}}$"
)
_LONGEST_NUMBER = 24
_LONGEST_HEAD = 60
_FEWEST_PAGES = 3
_SENTENCE_ENDS = ("。", "；", "：", "，")


class Line(NamedTuple):
    """A line that is not blank: its place with the blanks around it, and its text without them."""

    start: int
    end: int
    text: str


def pages(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that put a form feed where a page number or a running head stood."""
    clean = text.text
    if "\f" not in clean and not any(
        _ANY_NUMBER.match(line) for line in clean.split("\n") if 0 < len(line) <= _LONGEST_NUMBER
    ):
        return
    short = [line for line in _lines(clean) if len(line.text) <= _LONGEST_HEAD]
    furniture = set(_numbers(short))
    furniture.update(_running_heads(clean, short, furniture))
    for line in sorted(furniture):
        yield Edit(line.start, line.end, "\f", Reason.PAGE_BREAK)


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if inner := match[0].strip():
            yield Line(*match.span(), inner)


def _numbers(lines: list[Line]) -> Iterator[Line]:
    """Lines that hold a page number alone; one without dashes or 第…页 counts only as part of a series."""
    bare: list[Line] = []
    dashed: list[Line] = []
    for line in lines:
        if len(line.text) > _LONGEST_NUMBER:
            continue
        if _DASHED.fullmatch(line.text) or _COUNTED.fullmatch(line.text):
            dashed.append(line)
        elif _BARE.fullmatch(line.text):
            bare.append(line)
    yield from dashed
    numbers = [int(line.text) for line in bare]
    # Cells of a table are numbers too, but do not count 1, 2, 3 with whole pages between them.
    if len(bare) >= _FEWEST_PAGES and all(b - a == 1 for a, b in pairwise(numbers)) and _far_apart(bare):
        yield from bare


def _far_apart(lines: list[Line]) -> bool:
    return all(after.start - before.end > 200 for before, after in pairwise(lines))


def _running_heads(text: str, short: list[Line], numbers: set[Line]) -> Iterator[Line]:
    """Short lines that stand again and again beside a page's end."""
    ends = [place for line in numbers for place in (line.start, line.end)]
    ends += [at for at, character in enumerate(text) if character == "\f"] if "\f" in text else []
    marks = sorted(ends)
    heads = (line for line in short if line not in numbers and not line.text.endswith(_SENTENCE_ENDS))
    beside = [line for line in heads if _is_beside(text, line, marks)]
    counts = Counter(line.text for line in beside)
    yield from (line for line in beside if counts[line.text] >= _FEWEST_PAGES)


def _is_beside(text: str, line: Line, marks: list[int]) -> bool:
    """Whether nothing but blanks and line feeds lies between the line and a page's end."""
    index = bisect_left(marks, line.end)
    if index < len(marks) and not text[line.end : marks[index]].strip(_BLANKS + "\n"):
        return True
    index = bisect_left(marks, line.start + 1) - 1
    return index >= 0 and not text[marks[index] : line.start].strip(_BLANKS + "\n\f")
