"""Lines to paragraphs: a line that fills its column goes on in the next, unless that one is indented or set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policyparse.read.pages.lines import Line

FEW_LINES = 6
"""Fewer tell nothing about the column that they stand in."""

_ROOM = 0.7
_SHIFTED = 3.5
_RAGGED = 1.2
_INDENT = 1.2
_DEEPEST_FIRST = 2.8
_SAME_SIZE = 0.12
_SHORTEST = 9.0
_GAP = "\u3000\u3000\u3000"
_LEADER = re.compile(r"(?:\.{3}|…{2}|·{3})[.…·]{0,200}\s?[0-9]{0,4}$")
_RUNNING = re.compile("[，。；、：,;]")
_FAR = 1.55
_APART = 1.3
_LEFT_OPEN = 2.2
_UNFINISHED = 6.0
_DEEP_FIRST = 4.5
_MOST = 0.6
_FARTHEST = 8.0
_TERMINAL = frozenset("。！？；：!?;:”』」）)")
_LABEL = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}(?:[.．、](?![0-9])|[)）])"
    "|第[一二三四五六七八九十百零〇0-9]{1,6}[编章节条部]|[①-⑳]|(?:附件|附表|专栏)[一二三四五六七八九十0-9：:]"
    "|(?:抄送|主送|抄报|责任单位|牵头单位|联系人)[：:]|[0-9]{1,3}[|｜]"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text on one page: where its lines begin and end, and how far they lie apart."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Flow:
    """How a document's paragraphs are told apart: by an indent of their first line, or else by gaps and full stops."""

    indented: bool


def column_of(lines: Sequence[Line], usual: tuple[float, float] | None) -> Column:
    """The column that lines of one page fill; `usual` are the document's own margin and width, for pages with few."""
    em = median(line.em for line in lines)
    left = _margin([line.left for line in lines], em)
    right = _right([line.right for line in lines], em)
    if usual is not None:
        margin, width = usual
        if len(lines) < FEW_LINES and abs(margin - left) <= _SHIFTED * em:
            left = margin
        right = max(right, left + width)
    pitches = [above.base - below.base for above, below in pairwise(lines)]
    near = [pitch for pitch in pitches if 0.8 * em < pitch < _FARTHEST * em]
    return Column(left, right, median(near) if near else 1.6 * em)


def flow_of(columns: Sequence[tuple[Column, Sequence[Line]]]) -> Flow:
    """Whether the lines that follow a full one begin at the margin far more often than indented."""
    kinds: Counter[bool] = Counter()
    indented = 0
    for column, lines in columns:
        for above, below in pairwise(lines):
            if _is_full(above, below, column) and above.text[-1] not in _TERMINAL:
                kinds[_indent(below, column) >= _INDENT] += 1
            indented += _INDENT <= _indent(below, column) <= _DEEPEST_FIRST
    return Flow(indented=indented >= 2 and kinds[True] * 4 <= kinds[False])


def goes_on(line: Line, after: Line, columns: tuple[Column, Column], flow: Flow, *, together: bool) -> bool:
    """Whether the paragraph of `line` goes on in `after`.

    `columns` are those of the two lines; `together` says that it is one and the same.
    """
    here, there = columns
    ended = line.text[-1] in _TERMINAL
    labelled = _LABEL.match(after.text) is not None
    if not _fits(line, after, here) or (labelled and (ended or not _RUNNING.search(line.text))):
        return False
    far = _FAR if flow.indented else _APART
    if together and line.base - after.base > far * here.pitch:
        return False
    if together and not ended and not labelled and _is_centred(line, here) and _is_centred(after, there):
        return _is_full(line, after, here)
    unfinished = _is_unfinished(line, after, here, ended=ended)
    if flow.indented or (unfinished and _opened(line.text)):
        return (unfinished or _is_full(line, after, here)) and _indent(after, there) < _INDENT
    return _goes_on_by_gaps(line, after, columns, ended=ended)


def _goes_on_by_gaps(line: Line, after: Line, columns: tuple[Column, Column], *, ended: bool) -> bool:
    """Whether a paragraph goes on where no first line is indented."""
    here, there = columns
    room = here.right - line.right
    if _GAP in line.text + after.text or (ended and (line.text[-1] in "：:" or room >= after.head)):
        return False
    beside = abs(after.left - line.left) < _INDENT * line.em or _indent(after, there) < _INDENT
    ragged = not ended and _LABEL.match(after.text) is None and room < after.head + _LEFT_OPEN * line.em
    return beside and (_is_full(line, after, here) or ragged)


def _fits(line: Line, after: Line, column: Column) -> bool:
    """Whether two lines may belong together at all: long, of one size, no rows or entries, not set at the right."""
    same = abs(line.em - after.em) <= _SAME_SIZE * line.em and line.right - line.left >= _SHORTEST * line.em
    entry = "\t" in line.text + after.text or _LEADER.search(line.text)
    long = line.right - line.left >= _MOST * (column.right - column.left)
    return same and not entry and _indent(line, column) <= (_DEEP_FIRST if long else _DEEPEST_FIRST)


def _is_unfinished(line: Line, after: Line, column: Column, *, ended: bool) -> bool:
    """Whether a line of running text breaks off in a sentence or a bracket, though there was some room left in it.

    What no line break may part is longer than tables of characters tell: 100%、75% goes to the next line as a whole.
    """
    broken = _opened(line.text) or not (ended or _LABEL.match(after.text))
    return broken and _RUNNING.search(line.text) is not None and column.right - line.right < _UNFINISHED * line.em


def _opened(text: str) -> bool:
    """Whether a bracket is still open at the end of a line."""
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in ("（）", "()", "《》", "〔〕"))


def _is_full(line: Line, after: Line, column: Column) -> bool:
    """Whether what begins the next line would have found no room in this one."""
    return column.right - line.right < after.head + _ROOM * line.em


def _is_centred(line: Line, column: Column) -> bool:
    """Whether a line leaves as much room on its left as on its right."""
    return abs((line.left - column.left) - (column.right - line.right)) < line.em


def _indent(line: Line, column: Column) -> float:
    """How far a line begins from the margin, in em."""
    return (line.left - column.left) / line.em


def _right(rights: list[float], em: float) -> float:
    """The rightmost edge that several lines end near; one that sticks out is no measure for the others."""
    wanted = max(2, len(rights) // 12)
    rights = sorted(rights, reverse=True)
    for index, right in enumerate(rights):
        if sum(right - other <= _RAGGED * em for other in rights[index:]) >= wanted:
            return right
    return rights[0]


def _margin(lefts: list[float], em: float) -> float:
    """Where most lines begin, of the places that more than one line begins at the leftmost one."""
    counts = Counter(round(left / (em / 2)) for left in lefts)
    common = [place for place, count in counts.items() if count + counts[place - 1] + counts[place + 1] >= 2]
    least = min(common, default=min(counts))
    return min(left for left in lefts if round(left / (em / 2)) >= least)
