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

_BLANK = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A class that repeats opens no fast search, one that stands alone does.
_RUN = re.compile(f"[{_BLANK}][{_BLANK}]*")
_WIDE_GAP = re.compile(f"[{_BLANK}][{_BLANK}]+")
_MARKS = frozenset("，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕—…·")
_RUNNING = re.compile("[，。；！？]")
_RUNNING_LENGTH = 60
_LETTER_SPACED = re.compile(f"[^{_BLANK}](?:[{_BLANK}]+[^{_BLANK}]){{1,30}}")
_LABEL = re.compile(f"[{_BLANK}]*第[一二三四五六七八九十百零〇0-9]{{1,7}}(?:编|分编|章|节|条|部分)")
_HEADING = re.compile(
    f"[{_BLANK}]*(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]|第[一二三四五六七八九十百零〇0-9]{{1,7}}条)"
    f"[{_BLANK}]*[一-鿿“”、]{{4,24}}"
)
_INNER = re.compile(f"[一-鿿][{_BLANK}]+(?=[一-鿿])")
_DATE = re.compile("[0-9〇○零一二三四五六七八九]{4} ?年 ?[0-9一二三四五六七八九十]{1,3} ?月")


def blanks(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that remove stray blanks, and make a run of others one blank."""
    clean = text.text
    end = -1
    for match in _RUN.finditer(clean):
        if match.start() < end:
            continue
        start = clean.rfind("\n", 0, match.start()) + 1
        end = clean.find("\n", start)
        end = len(clean) if end < 0 else end
        for first, last, new, reason in _stray(clean[start:end]):
            yield Edit(start + first, start + last, new, reason)


def _stray(line: str) -> Iterator[Edit]:
    """The edits of one line, told in its own places."""
    inside = line.strip()
    tabular = _is_tabular(inside)
    running = len(line) > _RUNNING_LENGTH or _RUNNING.search(line) is not None
    spaced = not running and _LETTER_SPACED.fullmatch(inside) is not None
    for match in _RUN.finditer(line):
        first, last = match.span()
        if first == 0 or last == len(line):
            yield Edit(first, last, "", Reason.LAYOUT)
        elif tabular:
            continue
        elif spaced or _carries_nothing(line, first, last, running):
            yield Edit(first, last, "", Reason.BLANK)
        elif match[0] != " " and not (running and _DATE.match(line, last)):
            yield Edit(first, last, " ", Reason.LAYOUT)


def _is_tabular(line: str) -> bool:
    """A row of a table: cells set apart by tabs or by wide gaps."""
    return "\t" in line or (len(_WIDE_GAP.findall(line)) > 1 and not _RUNNING.search(line))


def _carries_nothing(line: str, first: int, last: int, running: bool) -> bool:
    """Whether the blanks at a place tell nothing apart."""
    before, after = line[first - 1], line[last]
    wide = last - first > 1 or line[first] == "\u3000"
    is_date = after.isdigit() and _DATE.match(line, last) is not None
    if _LABEL.fullmatch(line, 0, first) or (wide and is_date):
        return False
    if running and _HEADING.fullmatch(line, 0, first) and "一" <= after <= "鿿":
        return not (wide or len(_INNER.findall(line, first - 1)) == 1)
    if before in _MARKS or after in _MARKS:
        return True
    if before.isascii() and after.isascii():
        return after == "%" and before.isdigit()
    if running:
        return before != "." or not after.isdigit()
    return (before.isascii() or after.isascii()) and not (after.isdigit() and (wide or is_date))
