"""A character could not be shown, and something else stands for it.

**What it looks for.** The replacement character U+FFFD; □ ■ 〓 ▯ between Chinese characters; question marks between
Chinese characters where no question ends; (cid:123) of a PDF; characters of the private-use area.

**Why.** Rare characters in names of places and persons (郓, 鄄, 𬒗) are the first to be lost.

**Example.** 加强□城县水利工程

**What to do.** Put the right character there; the name often stands elsewhere in the document.

**Known false alarms.** Boxes to be ticked stand before words and not between them; the rule leaves them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B107"
NAME = "missing-glyph"
TITLE = "缺字"
SEVERITY = "error"
BAD = "加强□城县水利工程，提升\ufffd洪能力，建设(cid:1234)区三处。\n"
GOOD = "□同意 □不同意\n加强鄄城县水利工程，提升行洪能力，为什么要建？因为需要。\n"

CID = re.compile("[(（]cid[：:][0-9]{1,6}[)）]")
SURE = re.compile("[\ufffd\ue000-\uf8ff]{1,200}")
BOXES = re.compile("[□■▯〓]{1,200}")
QUESTIONS = re.compile("[?？]{2,200}")
TEXT = re.compile("[\u4e00-\u9fff，。、；：“”（）《》0-9]")
"""What stands on both sides of a box or question mark that stands for a character."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run of lost characters."""
    text = view.text
    if "cid" in text:
        for match in CID.finditer(text):
            yield view.remark(match.span(), "缺 1 字", "a character is missing")
    for sign in (SURE, BOXES, QUESTIONS):
        for match in sign.finditer(text) if _occurs(sign, view) else ():
            if sign is SURE or (TEXT.match(text, max(0, match.start() - 1)) and TEXT.match(text, match.end())):
                number = len(match[0])
                yield view.remark(match.span(), f"缺 {number} 字", f"characters missing: {number}")


def _occurs(sign: re.Pattern[str], view: View) -> bool:
    """Whether a character of `sign` stands in the text, as most do in few: quicker than to search for runs of them."""
    if sign is SURE:
        codes = view.codes
        return bool(((codes >= 0xE000) & (codes <= 0xF8FF) | (codes == 0xFFFD)).any())
    return any(mark in view.text for mark in ("□■▯〓" if sign is BOXES else "?？"))
