"""A document number that lost its brackets, its year or its 号.

**What it looks for.** 发文字号 (GB/T 9704-2012, 7.2.5) in any place, the tables of portals among them: both brackets
lost (云政办发202355号), one of them (〔202369号), the 号 (〔2024〕11），or the number (〔2024〕号). A year is four digits, so
that what follows it is the number; where that makes the reading sure, it is suggested.

**Why.** The number is what documents are cited and found by.

**Example.** （云发改规划〔202369号）

**What to do.** Take the suggested form, or look it up where none is given.

**Known false alarms.** Numbers of certificates and cases that are built in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.reason import Reason
from policyparse.model.span import Span

CODE = "M101"
NAME = "malformed-document-number"
TITLE = "发文字号残缺"
SEVERITY = "warning"
BAD = """临河县人民政府办公室关于加强校车管理的通知

临政办发202412号

各乡镇人民政府：
根据《云州市校车安全管理办法》（云政办发〔202369号），现就有关事项通知如下。
"""
GOOD = """临河县人民政府办公室关于加强校车管理的通知

临政办发〔2024〕12号

各乡镇人民政府：
根据《云州市校车安全管理办法》（云政办发〔2023〕69号），现就2024年第3号公告有关事项通知如下。
"""

DAMAGED = tuple(
    re.compile(
        f"(?P<year>{century}[0-9]{{2}})(?P<close>〕?) ?"
        "(?:(?P<number>[0-9]{1,4})(?P<end>号?)(?![0-9年月])|(?<=〕)(?=号|[）》，。；、\n]|$))"
    )
    for century in ("19", "20")
)
AGENCY = re.compile("[\u4e00-\u9fff]{2,14}$")
LEADS = re.compile(".*(?:根据|依据|按照|依照|落实|贯彻|执行|转发|印发|废止|以及|关于|修改|附件|编号)")
ENDINGS = "发办函字秘令规组政委综文复通党纪呈请议告知"
"""Characters that what stands before the year ends with: 政发, 办函, 秘, 党组."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each number, in the text and in what was removed from around it: the table of a portal."""
    for place, right in _damaged(view.text, 0, len(view.text)):
        yield _told(view.span(*place), view.text[slice(*place)], right)
    for edit in view.edits(Reason.FURNITURE):
        for (start, end), right in _damaged(view.source, edit.span.start, edit.span.end):
            yield _told(Span(start=start, end=end), view.source[start:end], right)


def _told(span: Span, words: str, right: str | None) -> Remark:
    hint = f"，应为“{right}”" if right else ""
    return Remark(span, f"发文字号“{words}”残缺{hint}", f"the document number “{words}” is damaged", suggestion=right)


def _damaged(text: str, first: int, last: int) -> Iterator[tuple[tuple[int, int], str | None]]:
    """The damaged numbers in ``text[first:last]``: their places, and what they should be, where that is sure."""
    for match in chain.from_iterable(damaged.finditer(text, first, last) for damaged in DAMAGED):
        opened = text[max(0, match.start() - 1)] == "〔"
        start = match.start() - opened
        if opened and match["close"] and match["end"]:
            continue
        agency = _agency(text, start)
        if agency and _is_number(text, (start, match.end()), match, agency):
            sure = match["end"] and match["number"]
            right = f"{agency}〔{match['year']}〕{int(match['number'])}号" if sure else None
            yield (start - len(agency), match.end()), right


def _agency(text: str, place: int) -> str:
    """The letters of the issuing body that stand before `place`."""
    match = AGENCY.search(text, max(0, place - 14), place)
    if match is None:
        return ""
    words = match[0]
    lead = LEADS.match(words)
    return words[lead.end() :] if lead else words


def _is_number(text: str, place: tuple[int, int], match: re.Match[str], agency: str) -> bool:
    """Whether what looks like a damaged number is one: with a bracket it is; else by what surrounds it."""
    if text[place[0]] == "〔" or match["close"]:
        return True
    if agency[-1] not in ENDINGS:
        return False
    alone = text[max(0, place[0] - len(agency) - 1)] == "\n" and text[place[1] : place[1] + 1] in ("", "\n")
    return bool(match["end"]) or (alone and len(agency) <= 8)
