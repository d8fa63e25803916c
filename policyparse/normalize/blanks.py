"""Blanks that carry nothing: at a paragraph's edges, beside Chinese punctuation, inside Chinese running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_BLANK = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(f"[{_BLANK}]+")
_MARKS = frozenset("，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕—…·")
_RUNNING = re.compile("[，。；！？]")
_LETTER_SPACED = re.compile(f"[^{_BLANK}](?:[{_BLANK}]+[^{_BLANK}]){{1,30}}")
_DATE = re.compile("\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日")
_LABEL = re.compile("第[一二三四五六七八九十百零〇\\d]{1,7}[编章节条部分]{1,2}$")


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
        for first, last, new in _stray(clean[start:end]):
            yield Edit(start + first, start + last, new, Reason.BLANK)


def _stray(line: str) -> Iterator[tuple[int, int, str]]:
    inside = line.strip()
    tabular = _is_tabular(inside)
    running = bool(_RUNNING.search(line)) or len(line) > 60
    spaced = not running and _LETTER_SPACED.fullmatch(inside) is not None
    for match in _RUN.finditer(line):
        first, last = match.span()
        if first == 0 or last == len(line):
            yield first, last, ""
        elif not tabular:
            new = "" if spaced or _carries_nothing(line, first, last, running) else " "
            if new != match[0]:
                yield first, last, new


def _is_tabular(line: str) -> bool:
    """A row of a table: cells set apart by tabs or by wide gaps."""
    return "\t" in line or len(re.findall(f"[{_BLANK}]{{2,}}", line)) > 1 and not _RUNNING.search(line)


def _carries_nothing(line: str, first: int, last: int, running: bool) -> bool:
    before, after = line[first - 1], line[last]
    if before in _MARKS or after in _MARKS:
        return True
    if before.isascii() and after.isascii():
        return after == "%" and before.isdigit()
    if before == "." and after.isdigit():
        return False
    if running:
        return True
    if before.isascii() or after.isascii():
        return not (after.isdigit() and (last - first > 1 or _DATE.match(line, last)))
    return False
