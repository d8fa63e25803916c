"""Digits that are no quantity: dates, clock times, codes, versions, telephone numbers, labels of clauses."""

from __future__ import annotations

import re

YEAR = r"(?:1[89]|2[01])[0-9]{2}"
MONTH_DAY = r"[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?[日号])?"
BEGINNINGS = re.compile(
    rf"{YEAR} ?(?:[-—–~～－至到] ?(?:20)?[0-9]{{2}} ?)?年(?!一遇|级|期)(?: ?{MONTH_DAY})?"
    r"|[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]"
    r"|[0-9]{1,2} ?时 ?[0-9]{1,2} ?分"
    r"|[0-9.]{1,6}(?:[:：∶][0-9.]{1,6}){2,4}"
    r"|(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?![0-9.])"
    r"|0[0-9]{1,20}(?:-[0-9]{1,20})?"
    r"|[0-9]{1,6}(?:[-/.][0-9]{1,12}){2,20}"
)
"""2025年6月30日, 6月30日, 8时30分, 4:3:3, 15:18, 0530-1234567, 2025-06-30, 1.2.3."""
MAY_BEGIN = re.compile(r"[0-9]+(?:\.[0-9]+)?+ ?[年月时:：∶/\-—–~～－至到.]|0")
"""What every one of the beginnings looks like; most numbers do not, and are told so at a glance."""
ONE_TO = re.compile("1[:：∶]")
"""师生比1:15 is no time of day."""
LINE_LABEL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}(?:[.．、)）:：](?![0-9])| {1,3}(?=[\u4e00-\u9fff]))")
TOKEN = re.compile(r"[0-9A-Za-z０-９]+(?:[-./_:+][0-9A-Za-z]{1,64}){0,16}")
WORD_BEFORE = re.compile(r"[A-Za-z&]{3,12}$")
NUMBERED = ("附件", "附表", "附图", "专栏", "附录", "如图", "如表", "见表", "见图", "公式", "编号", "代码")


def code_end(text: str, start: int) -> int | None:
    """Where the code that the digit at `start` belongs to ends, or None where it may be a quantity."""
    before = text[start - 1] if start else "\n"
    if before.isascii() and (before.isalpha() or before in "%_+@#&") and not _after_word(text, start):
        return _token(text, start)
    if before in "-./=" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        return _token(text, start)
    match = BEGINNINGS.match(text, start) if MAY_BEGIN.match(text, start) else None
    if match and not (ONE_TO.match(text, start) and "比" in text[max(0, start - 10) : start]):
        return match.end()
    if before == "\n" or (before in " \u3000（(" and _at_line_start(text, start)):
        label = LINE_LABEL.match(text, start)
        if label and not label[0].endswith(" "):
            return label.end()
    if start > 1 and text[start - 2 : start] in NUMBERED:
        return _token(text, start)
    return None


def token_end(text: str, start: int) -> int:
    """The end of the run of letters, digits and joints that begins at `start`."""
    return _token(text, start)


def is_line_label(text: str, start: int) -> bool:
    """Whether a number at `start` only counts the line: 3 常住人口城镇化率."""
    return (start == 0 or text[start - 1] == "\n") and LINE_LABEL.match(text, start) is not None


def _token(text: str, start: int) -> int:
    match = TOKEN.match(text, start)
    return match.end() if match else start + 1


def _after_word(text: str, start: int) -> bool:
    """GDP 5000亿元, APP3个: a whole word of letters does not make the digits a code."""
    return text[start - 1].isalpha() and WORD_BEFORE.search(text, max(0, start - 12), start) is not None


def _at_line_start(text: str, start: int) -> bool:
    place = start - 1
    while place > start - 8 and place >= 0 and text[place] in " \u3000（(":
        place -= 1
    return place < 0 or text[place] == "\n"
