"""Lines of the web page around a document: source, date and size of type above it, links and notices below it.

Each line is one edit, so that what it says of the document (发布时间, 信息来源, 索引号) can be read from the source at the
edits with this reason. Nothing between the first and the last line of running text is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_BLANKS = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE = re.compile("[^\n]+")
_BOX = r"[|｜\[［【]{0,2}"
"""What may open a row of a portal's box."""
_BODY = re.compile(
    "[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,5}[编章节条]|[（(][一二三四五六七八九十]{1,3}[）)]"
)
_RECIPIENTS = re.compile("[省市县区局委厅办府位校司院会][）)]?：$")
_DOCUMENT_END = re.compile(
    "[。；）)]$|[0-9〇○一二三四五六七八九]年[0-9一二三四五六七八九十]|印发|抄送|附件|附表|此件|〔|政府$|委员会$|办公室$"
)
_ITEM = re.compile("[，、,]")
_MOST_LINES = 40
_LONGEST = 120
_RUNNING_LENGTH = 80
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 30


class Line(NamedTuple):
    """A line that is not blank: its place, and its text without any blanks."""

    start: int
    end: int
    text: str


class Shapes(NamedTuple):
    """What the rows of one end say: of a surely alien line, and of one that is alien only beside such a one."""

    sure: re.Pattern[str]
    likely: re.Pattern[str]
    rest: frozenset[str]


def furniture(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that take whole lines away at both ends of the document."""
    clean = text.text
    found = _above(clean, _shapes(lexicon, "start")) | _below(clean, _shapes(lexicon, "end"))
    for line in sorted(found):
        yield Edit(line.start, line.end + clean.startswith("\n", line.end), "", Reason.FURNITURE)


@lru_cache(maxsize=8)
def _shapes(lexicon: Lexicon, end: str) -> Shapes:
    rest = frozenset(row.surface for row in lexicon.furniture if row.where == "rest")
    return Shapes(_shape(lexicon, end, "yes"), _shape(lexicon, end, "no"), rest)


def _shape(lexicon: Lexicon, end: str, sure: str) -> re.Pattern[str]:
    rows = [row for row in lexicon.furniture if row.sure == sure]
    forms = [
        *(_opening(row.surface) for row in rows if row.where == end),
        *(f"{re.escape(row.surface)}$" for row in rows if row.where == "whole"),
        *(f".{{0,{_LONGEST}}}{re.escape(row.surface)}" for row in rows if row.where == "line"),
    ]
    return re.compile("|".join(forms) or "(?!)")


def _opening(surface: str) -> str:
    """索引号：某某 also stands in a table: 索引号|某某|, [索引号]|某某|."""
    label = surface.removesuffix("：")
    return re.escape(surface) if label == surface else f"{_BOX}{re.escape(label)}[]］】]?[：|｜]"


def _downwards(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if inner := _BLANKS.sub("", match[0]):
            yield Line(*match.span(), inner)


def _upwards(text: str) -> Iterator[Line]:
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if inner := _BLANKS.sub("", text[start:end]):
            yield Line(start, end, inner)
        end = start - 1


def _above(clean: str, shapes: Shapes) -> set[Line]:
    sure, likely = set(), set()
    for line in islice(_downwards(clean), _MOST_LINES):
        if len(line.text) <= _LONGEST and (shapes.sure.match(line.text) or _lists_headings(clean, line)):
            sure.add(line)
        elif len(line.text) <= _LONGEST and shapes.likely.match(line.text):
            likely.add(line)
        elif _begins_text(line):
            break
    return sure | likely if sure else set()


def _begins_text(line: Line) -> bool:
    return len(line.text) > _RUNNING_LENGTH or bool(_BODY.match(line.text)) or bool(_RECIPIENTS.search(line.text))


def _lists_headings(clean: str, line: Line) -> bool:
    """A line of links to the headings below it: 概述，解读，全文, each of which is a line of its own."""
    items = [item for item in _ITEM.split(line.text) if item]
    return len(items) > 1 and len(line.text) <= _RUNNING_LENGTH and all(f"\n{item}\n" in clean for item in items)


def _below(clean: str, shapes: Shapes) -> set[Line]:
    sure: set[Line] = set()
    likely: set[Line] = set()
    passed: list[Line] = []
    between: list[Line] = []
    for line in islice(_upwards(clean), _MOST_LINES):
        passed.append(line)
        if line.text.rstrip("：") in shapes.rest and all(len(after.text) <= _RUNNING_LENGTH for after in passed):
            sure.update(passed)
        elif len(line.text) <= _LONGEST and shapes.sure.match(line.text):
            sure.update((line, *between))
        elif len(line.text) <= _LONGEST and shapes.likely.match(line.text):
            likely.update((line, *between))
        elif len(between) < _MOST_BETWEEN and _may_lie_between(line):
            between.append(line)
            continue
        else:
            break
        between = []
    return sure | likely if sure else set()


def _may_lie_between(line: Line) -> bool:
    """A short line that is nothing of a document's end: no sentence, signature's date, imprint or list of annexes."""
    return len(line.text) <= _LONGEST_BETWEEN and not _DOCUMENT_END.search(line.text)
