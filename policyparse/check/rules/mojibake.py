"""Text that was decoded with the wrong encoding.

**What it looks for.** Runs of characters that are what UTF-8 looks like when read as GB18030 (鍏充簬), proved by reading
them back; UTF-8 read as Latin-1 (å…³äºŽ); 锟斤拷, 烫烫烫 and 屯屯屯, the marks of text that is lost for good.

**Why.** One part of a document that was pasted from elsewhere can be unreadable while the rest is fine.

**Example.** 鍏充簬鍗板彂

**What to do.** Read the source again with the right encoding. Where the text can be read back, the finding says it.

**Known false alarms.** None known: characters that read back as Chinese are not a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.span import Span

CODE = "B108"
NAME = "mojibake"
TITLE = "乱码"
SEVERITY = "error"
BAD = "一、加强学校建设。鏀寔鍐滄潙灏忓鏀瑰杽鏉′欢，改善办学条件。锟斤拷锟斤拷\n"
GOOD = "一、加强学校建设。支持农村小学改善条件，涓流汇成大河。\n"

TRACES = ("锟斤", "斤拷", "烫烫烫", "屯屯屯")
LOST = re.compile("(?:锟斤拷|锟斤){1,200}|斤拷|烫{3,200}|屯{3,200}")
LATIN = re.compile("(?:[\u00c3\u00e4-\u00e9][\u0080-\u00ff\u0152-\u2122]{2}){2,200}")
BESIDE = re.compile("[^\n\u4e00-\u9fff]{1,3}")
LEAST = 2
"""So many characters must read back, and four in five must be frequent ones, before a run is mojibake."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run. The source is looked at: the normalizer takes some of the characters away."""
    source = view.source
    if any(mark in source for mark in TRACES):
        for match in LOST.finditer(source):
            yield Remark(
                Span(start=match.start(), end=match.end()), "乱码，原文已无法还原", "unreadable, lost for good"
            )
    for match in LATIN.finditer(source):
        yield from _told(*match.span(), _read_back(match[0], "cp1252"))
    end = 0
    for match in _suspects().finditer(source):
        if match.start() >= end:
            start, end = _grown(source, *match.span())
            yield from _told(start, end, _read_back(source[start:end], "gb18030"))


def _told(start: int, end: int, right: str | None) -> Iterator[Remark]:
    if right is not None:
        span = Span(start=start, end=end)
        yield Remark(span, f"乱码，应为“{right}”", f"unreadable; it is “{right}”", suggestion=right)


def _grown(source: str, start: int, end: int) -> tuple[int, int]:
    """A run with what follows it as long as that is no frequent character, marks and digits between included."""
    while end < len(source):
        beside = BESIDE.match(source, end)
        after = beside.end() if beside else end
        if after >= len(source) or _is_frequent(source[after : after + 2]):
            lost = beside is not None and not beside[0].isascii()
            return start, end + (len(beside[0]) if beside and lost else 0)
        end = after + 1 if source[after] != "\n" else after
        if source[after] == "\n":
            break
    return start, end


def _is_frequent(words: str) -> bool:
    """Whether all Chinese characters are frequent ones: of level 1 of GB 2312 or, traditional ones, of Big5."""
    han = [character for character in words if "\u3400" <= character <= "\u9fff"]
    return bool(han) and all(
        b"\xb0" <= character.encode("gb2312", "ignore") < b"\xd8"
        or b"\xa4" <= character.encode("big5", "ignore") < b"\xc7"
        for character in han
    )


def _read_back(words: str, wrong: str) -> str | None:
    """What `words` says in UTF-8, where it was read in the encoding `wrong`; None where it is no such text.

    The run may begin or end within a character, so that up to two bytes at either edge are left out.
    """
    raw = b"\xff".join(part.encode(wrong, "ignore") for part in words.split("\ufffd"))
    best = max((raw[start:].decode("utf-8", "ignore") for start in range(3)), key=len)
    han = [character for character in best if "\u3400" <= character <= "\u9fff"]
    frequent = sum(map(_is_frequent, han))
    return best if frequent >= LEAST and frequent * 5 >= len(han) * 4 else None


@lru_cache(maxsize=1)
def _suspects() -> re.Pattern[str]:
    """What UTF-8 read as GB18030 begins with: a character of the first two bytes, one of the third and the next first."""
    leads, rest = range(0xE4, 0xEA), range(0x80, 0xC0)
    firsts = {bytes((lead, second)).decode("gb18030", "ignore") for lead in leads for second in rest}
    seconds = {bytes((third, lead)).decode("gb18030", "ignore") for third in rest for lead in (*leads, 0xE3, 0xEF)}
    first, second = ("".join(sorted(c for c in found if len(c) == 1 and c > "\u00ff")) for found in (firsts, seconds))
    return re.compile(f"[{first}](?:[{second}\ufffd]|(?=[0-9]))")
