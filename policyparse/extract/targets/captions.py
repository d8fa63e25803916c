"""What stands above a table and holds for all of it: its caption, the year and the unit in it; and the notes below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyparse.extract.tables.columns import YEAR, year_in
from policyparse.extract.targets.left_words import tidy
from policyparse.extract.times.expressions import TimeExpression

UNIT_LINE = re.compile(r"单位[:：][ \u3000]?(?P<unit>[^\s，,、；;。:：（）()]{1,8})[）)]?$")
NAMED = re.compile(
    r"(?:附[件表]|表|专栏)?[ \u3000]?[0-9一二三四五六七八九十\-—.]{0,5}[：:]?[ \u3000]?(?:20\d\d年度?)?"
    r"(?:[全各][市县区省州乡镇街道、（）()]{1,12})?(?:20\d\d年度?)?"
    r"(?P<name>[^，。；\n]{2,20}?)(?:目标|任务|指标|计划|建设|情况){0,3}(?:分解|分配|下达|安排|一览|明细)?表?"
)
NOTE = re.compile(r"(?:注|备注|说明)(?:释|解)?[:：][^\n]*")
LONGEST_UNIT_LINE = 40
LONGEST_CAPTION = 60
MOST_LINES = 3
SENTENCE_END = ("。", "；", "：", "，")


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table: its year with its place, the unit of all values, and what a table of places counts."""

    year: TimeExpression | None = None
    unit: str | None = None
    name: str | None = None


def caption_above(text: str, start: int) -> Caption:
    """What the lines right above `start` say: a caption is short and no sentence; a line of its own may tell the unit."""
    year: TimeExpression | None = None
    unit: str | None = None
    end = start
    for _ in range(MOST_LINES):
        while end and text[end - 1].isspace():
            end -= 1
        first = text.rfind("\n", max(0, end - LONGEST_CAPTION), end) + 1
        line = text[first:end]
        if (
            not line
            or end - first > LONGEST_CAPTION
            or line.endswith(SENTENCE_END)
            or (first and text[first - 1] != "\n")
        ):
            break
        found = UNIT_LINE.search(line)
        if found is None or len(line) > LONGEST_UNIT_LINE:
            year = _year(line, first)
            named = NAMED.fullmatch(line.split("单位")[0].rstrip("（( "))
            return Caption(year, unit, tidy(named["name"]) if named else None)
        unit = unit or found["unit"]
        end = first
    return Caption(year, unit)


def note_end(text: str, end: int) -> int:
    """Where the note right below a table ends (注：〔〕内为五年累计数), which sets no targets; `end` where there is none."""
    start = end
    while start < len(text) and text[start].isspace():
        start += 1
    match = NOTE.match(text, start)
    return match.end() if match else end


def _year(line: str, first: int) -> TimeExpression | None:
    year, _ = year_in(line)
    if year is None:
        return None
    match = YEAR.search(line)
    place = (first + match.start(), first + match.end()) if match else (first, first + len(line))
    return TimeExpression(*place, "date", year)
