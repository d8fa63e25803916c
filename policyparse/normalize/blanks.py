"""Blanks that carry nothing: at a paragraph's edges, beside Chinese punctuation, inside Chinese running text.

A blank stays where it tells things apart: between Latin words and numbers, between label and title, a heading and the text
on its line, names, the cells of a row, and before the date of an imprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.setting import may_be_row

Place = tuple[int, int]

_BLANK = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A class that repeats opens no fast search, one that stands alone does.
_RUN = re.compile(f"[{_BLANK}][{_BLANK}]*")
_WIDE_GAP = re.compile(f"[{_BLANK}][{_BLANK}]+")
_MARKS = frozenset("，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕—…·")
# A list of bodies may be set apart by blanks alone: 市教育局 市财政局.
_BODY_ENDS = frozenset("局委办厅府院会队心司团")
_BODY_BEGINS = frozenset("市县区省各团")
_RUNNING = re.compile("[，。；！？]")
_RUNNING_LENGTH = 60
_LETTER_SPACED = re.compile(f"[^{_BLANK}](?:[{_BLANK}]+[^{_BLANK}]){{1,30}}")
# cells that a single blank sets apart: values, and the words and years over them
_CELL = re.compile(
    r"(?<!\S)(?:[≥≤><＞＜〔\[（]?(?:[0-9][0-9.,]{0,15}[%‰]?|[—–-]{1,3})(?:左右|以上|以内|以下)?[〕\]）]?"
    r"|序号|指标(?:名称)?|(?:指标|计量)?单位|(?:指标)?属性|20[0-9]{2}年(?:目标|实际|现状|预计)?值?)(?!\S)"
)
_FEWEST_CELLS = 4
_LABEL = re.compile(f"[{_BLANK}]*第[一二三四五六七八九十百零〇0-9]{{1,7}}(?:编|分编|章|节|条|部分)")
_HEADING = re.compile(
    f"[{_BLANK}]{{0,8}}(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]|第[一二三四五六七八九十百零〇0-9]{{1,7}}条)"
    f"[{_BLANK}]{{0,8}}[一-鿿“”、]{{4,24}}"
)
_INNER = re.compile(f"[一-鿿][{_BLANK}]+(?=[一-鿿])")
_DATE = re.compile("[0-9〇○零一二三四五六七八九]{4} ?年 ?[0-9一二三四五六七八九十]{1,3} ?月")


def blanks(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that remove stray blanks, and make a run of others one blank."""
    clean = text.text
    for start, end, runs in _runs_by_line(clean):
        line = clean[start:end]
        tabular = _is_tabular(line.strip()) or (may_be_row(line) and _beside_row(clean, start, end))
        for first, last, new, reason in _stray(line, runs, tabular=tabular):
            yield Edit(start + first, start + last, new, reason)


def _runs_by_line(text: str) -> Iterator[tuple[int, int, list[Place]]]:
    """Where the lines with blanks stand, and in each where its runs of blanks do, told in the line's places."""
    start, end = 0, -1
    runs: list[Place] = []
    for match in _RUN.finditer(text):
        if match.start() > end:
            if runs:
                yield start, end, runs
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            runs = []
        runs.append((match.start() - start, match.end() - start))
    if runs:
        yield start, end, runs


def _beside_row(text: str, start: int, end: int) -> bool:
    """Whether the line above or below may be a row of a table as well."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    below = text.find("\n", end + 1)
    return may_be_row(text[above : max(0, start - 1)]) or may_be_row(text[end + 1 : len(text) if below < 0 else below])


def _stray(line: str, runs: list[Place], *, tabular: bool) -> Iterator[Edit]:
    """The edits of one line with these runs of blanks, told in its own places."""
    inside = line.strip()
    running = len(line) > _RUNNING_LENGTH or _RUNNING.search(line) is not None
    spaced = not running and _LETTER_SPACED.fullmatch(inside) is not None
    for first, last in runs:
        if first == 0 or last == len(line):
            yield Edit(first, last, "", Reason.LAYOUT)
        elif tabular:
            continue
        elif spaced or _carries_nothing(line, first, last, running):
            yield Edit(first, last, "", Reason.BLANK)
        elif line[first:last] != " " and not (running and _DATE.match(line, last)):
            yield Edit(first, last, " ", Reason.LAYOUT)


def _is_tabular(line: str) -> bool:
    """A row of a table: cells set apart by tabs, by wide gaps, or by blanks around values."""
    if "\t" in line:
        return True
    if _RUNNING.search(line):
        return False
    if len(_WIDE_GAP.findall(line)) > 1:
        return True
    row = line.count(" ") >= _FEWEST_CELLS - 1 and len(_CELL.findall(line)) > 1
    return row and not _DATE.search(line) and _LETTER_SPACED.fullmatch(line) is None


def _carries_nothing(line: str, first: int, last: int, running: bool) -> bool:
    """Whether the blanks at a place tell nothing apart."""
    before, after = line[first - 1], line[last]
    if before.isascii() and after.isascii():
        return after == "%" and before.isdigit()
    wide = last - first > 1 or line[first] == "\u3000"
    is_date = after.isdigit() and _DATE.match(line, last) is not None
    if _LABEL.fullmatch(line, 0, first) or (wide and is_date):
        return False
    if running and _HEADING.fullmatch(line, 0, first) and "一" <= after <= "鿿":
        return not (wide or len(_INNER.findall(line, first - 1)) == 1)
    if before in _MARKS or after in _MARKS:
        return True
    if running:
        bodies = before in _BODY_ENDS and after in _BODY_BEGINS
        return not bodies and (before != "." or not after.isdigit())
    return (before.isascii() or after.isascii()) and not (after.isdigit() and (wide or is_date))
