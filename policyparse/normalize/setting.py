"""How a text was set: whether its lines are those of a page, how wide a full line is, and what shows a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_WIDE_GAP = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}")
_RUNNING = re.compile("[，。；、：,;:]")
_SENTENCE = re.compile("[。；！？;!?]")
_DATE = re.compile("年 ?[0-9一二三四五六七八九十]{1,3} ?月")
_FEWEST_GAPS = 2
_HAN = frozenset(map(chr, range(0x4E00, 0xA000)))
_FIGURE = frozenset("0123456789≥≤＞＜><〔[【—-")
_FOLDED = b",;:()?!"
_EM = {"\u3000": 1.0, "\u2003": 1.0, "\t": 2.0}

TERMINAL = frozenset("。！？；：）!?;:)…")
"""What a sentence, or what stands for one, ends in."""

_LABEL = re.compile(
    "[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)"
    "|[（(][一二三四五六七八九十\\d]{1,3}[）)]"
    "|\\d{1,3}(?:[.．、](?!\\d)|[)）])"
    "|第[一二三四五六七八九十百零〇\\d]{1,6}[编編章节節条條部分]"
    "|[①-⑳⒈-⒛㈠-㈩]"
    "|(?:附件|附表|专栏|專欄)[一二三四五六七八九十\\d：:]"
    "|(?:抄送|主送|抄报|联系人)[：:]"
)
# What one begins with. Few lines do, and to look is far cheaper than to match.
_LABEL_BEGINS = frozenset("一二三四五六七八九十（(第附专專抄主联0123456789０１２３４５６７８９").union(
    map(chr, range(ord("①"), ord("⑳") + 1)), map(chr, range(ord("⒈"), ord("⒛") + 1)), "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)

INDENT = 1.5
"""An indent, in em, from which a line counts as a paragraph's first."""

_FEWEST_LINES = 4
_LONGEST_WRAPPED = 130
_LEAST_WIDTH = 18.0
_LEAST_SHARE = 0.4
_LEAST_TEXT = 0.45
_LEADERS = "..."  # of a table of contents
_FEWEST_BROKEN, _LEAST_BROKEN, _RAGGED = 3, 0.1, 2.0


class Line(NamedTuple):
    """A line with something on it.

    Its place without the blanks around it, its width and indent in em, and whether it is a row of cells.
    """

    start: int
    end: int
    text: str
    width: float
    indent: float
    cells: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text was set: width of a full line, width of a paragraph's first line, and what shows a paragraph."""

    width: float
    first: float
    base: float
    by_indent: bool
    by_blank_line: bool


def may_be_wrapped(text: str) -> bool:
    """A look at the lengths alone: most texts have paragraphs far longer than a line of a page, and end here."""
    lengths = [length for length in map(len, text.split("\n")) if length]
    return len(lengths) >= _FEWEST_LINES and sum(length > _LONGEST_WRAPPED for length in lengths) * 20 <= len(lengths)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank."""
    places: list[tuple[int, int, str, float]] = []
    begin = 0
    for line in text.replace("\f", "\n").split("\n"):
        if words := line.strip():
            indent = line.index(words[0])
            start = begin + indent
            places.append((start, start + len(words), words, _em(line[:indent]) if indent else 0.0))
        begin += len(line) + 1
    widths, wider = zip(*[_widths(words) for _, _, words, _ in places], strict=True) if places else ((), ())
    if wider != widths and _sharpness(wider) > _sharpness(widths):
        widths = wider
    rows = _rows([words for _, _, words, _ in places])
    return tuple(
        [
            Line(start, end, words, width, indent, row)
            for (start, end, words, indent), width, row in zip(places, widths, rows, strict=True)
        ]
    )


def _rows(lines: list[str]) -> list[bool]:
    """Which lines are rows of cells: by themselves, or as they stand beside another that may be one as well."""
    rows = [_is_row(line) for line in lines]
    perhaps = [may_be_row(line) for line in lines]
    if not any(perhaps):
        return rows
    return [
        row or (may_be and (before or after))
        for row, may_be, before, after in zip(rows, perhaps, [False, *perhaps], [*perhaps[1:], False], strict=False)
    ]


def width_of(text: str) -> float:
    """In em: an ASCII character is half as wide as a Chinese one."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _is_row(line: str) -> bool:
    """Whether a line is a row of cells, set apart by tabs, bars or wide gaps."""
    if "\t" in line or line.count("|") > 1:
        return True
    return len(line.split()) > _FEWEST_GAPS and len(_WIDE_GAP.findall(line)) > 1


def may_be_row(line: str) -> bool:
    """Whether single blanks may set cells apart: four and more words, no mark of running text, no letter-spacing.

    Beside another such line it is a row of a table: 创新 2 研发经费投入强度（%） 2.4 3.0 预期性. Three words are enough where
    the last two are figures: 常住人口城镇化率（%） 58 65.
    """
    if line.count(" ") < _FEWEST_GAPS or "|" in line or _RUNNING.search(line) or _DATE.search(line):
        return False
    cells = line.split()
    if len(cells) == _FEWEST_GAPS + 1:
        return all(cell[0] in _FIGURE for cell in cells[1:])
    return len(cells) > _FEWEST_GAPS and sum(map(_HAN.__contains__, cells)) * 2 < len(cells)


def _widths(text: str) -> tuple[float, float]:
    """The width, and what it was if marks that a converter turned into half width took a whole em on the page."""
    narrow = text.encode("ascii", "ignore")
    width = len(text) - len(narrow) / 2
    return width, width + (len(narrow) - len(narrow.translate(None, _FOLDED))) / 2 if narrow else width


def _em(blanks: str) -> float:
    return sum([_EM.get(blank, 0.5) for blank in blanks])


def _sharpness(widths: Sequence[float]) -> int:
    """How many lines share the commonest width."""
    return max(Counter(widths).values(), default=0)


def setting_of(text: str, found: tuple[Line, ...]) -> Setting | None:
    """How the text was set, or None where it is not hard-wrapped; the lines of a table of contents tell nothing."""
    if _LEADERS in text:
        found = tuple([line for line in found if _LEADERS not in line.text])
    if len(found) < _FEWEST_LINES:
        return None
    counts = Counter([round(line.width) for line in found if line.width >= _LEAST_WIDTH])
    if not counts:
        return None
    width = max(sorted(counts), key=lambda w: counts[w] + counts[w - 1] + counts[w - 2])
    full = [line for line in found if width - 4 <= line.width <= width + 2.5]
    wrapped = (
        _fills(full, found)
        and sum([line.width > width + 4 for line in found]) * 20 <= len(found)
        and sum([line.text[-1] in TERMINAL for line in full]) * 2 <= len(full)
        and sum([has_mark(line.text) for line in full]) * 2 >= len(full)
        and sum([_SENTENCE.search(line.text) is not None for line in found]) * 10 >= len(full)
    )
    return _measured(text, found, float(width)) if wrapped else None


def _fills(full: list[Line], found: tuple[Line, ...]) -> bool:
    """Whether enough of the lines are full, or, beside a table's many short ones, enough of the text stands in such.

    Fewer do where they keep to a margin: no line goes beyond it, and sentences break off there to go on below.
    """
    if len(full) >= _LEAST_SHARE * len(found):
        return True
    margin = max(line.width for line in full)
    if all(line.width <= margin for line in found):
        broken = [
            line
            for line, after in pairwise(found)
            if line.width >= margin - _RAGGED and line.text[-1] not in TERMINAL and has_mark(line.text)
            if label_of(after.text) is None and not after.cells
        ]
        if len(broken) >= max(_FEWEST_BROKEN, _LEAST_BROKEN * len(found)):
            return True
    return sum(line.width for line in full) >= _LEAST_TEXT * sum(line.width for line in found)


def _measured(text: str, found: tuple[Line, ...], width: float) -> Setting | None:
    """The setting's details, from the pairs of lines where the first surely goes on: full, its sentence not ended."""
    pairs = list(pairwise(found))
    sure = [(a, b) for a, b in pairs if abs(a.width - width) <= 2.5 and a.text[-1] not in TERMINAL]
    # A full line that a label follows without a full stop is an item of a list, not a line of a paragraph.
    if not sure or sum([label_of(b.text) is not None for _, b in sure]) * 4 > len(sure):
        return None
    base = Counter([b.indent for _, b in sure]).most_common(1)[0][0]
    indented = sum([b.indent >= base + INDENT for _, b in sure])
    all_indented = sum([line.indent >= base + INDENT for line in found])
    blank = sum([b.start - a.end > 1 and text.count("\n", a.end, b.start) > 1 for a, b in sure])
    heads = [a.width for a, _ in sure if label_of(a.text)]
    shy = bool(heads) and sum(head <= width - 1 for head in heads) * 4 >= len(heads) * 3
    return Setting(
        width=width,
        first=width - 2 if shy else width,
        base=base,
        by_indent=all_indented >= 2 and indented * 8 <= len(sure),
        by_blank_line=blank * 4 <= len(sure),
    )


def label_of(line: str) -> str | None:
    """The beginning of a clause, an annex or a line of the imprint, where a line has one: （一） 3. 第二章 附件1 抄送："""
    label = _LABEL.match(line) if line[0] in _LABEL_BEGINS else None
    return None if label is None else label[0]


def has_mark(text: str) -> bool:
    """Whether a mark of running text stands in it."""
    return _RUNNING.search(text) is not None
