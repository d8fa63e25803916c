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

CODE = "B108"
NAME = "mojibake"
TITLE = "乱码"
SEVERITY = "error"
BAD = "一、加强学校建设。鏀寔鍐滄潙灏忓鏀瑰杽鏉′欢，改善办学条件。锟斤拷锟斤拷\n"
GOOD = "一、加强学校建设。支持农村小学改善条件，涓流汇成大河。\n"

LOST = re.compile("(?:锟斤拷|锟斤|斤拷){1,200}|烫烫烫+|屯屯屯+")
LATIN = re.compile("(?:[\u00c3\u00e4-\u00e9][\u0080-\u00ff\u0152-\u2122]{2}){2,200}")
LEAST = 3
"""So many characters must read back before a run is mojibake: two can be a name."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run."""
    text = view.text
    for match in LOST.finditer(text):
        yield view.remark(match.span(), "乱码，原文已无法还原", "unreadable, and lost for good")
    for pattern, wrong in ((_suspects(), "gb18030"), (LATIN, "cp1252")):
        for match in pattern.finditer(text):
            right = _read_back(match[0], wrong)
            if right is not None:
                yield view.remark(match.span(), f"乱码，应为“{right}”", f"unreadable; it is “{right}”", suggestion=right)


def _read_back(words: str, wrong: str) -> str | None:
    """What `words` says in UTF-8, where it was read in the encoding `wrong`; None where it is no such text.

    The run may begin or end within a character, so that up to two bytes at either edge are left out.
    """
    raw = words.encode(wrong, "ignore")
    best = max((raw[start : len(raw) - end].decode("utf-8", "ignore") for start in range(3) for end in range(3)), key=_han)
    return best if _han(best) >= LEAST and _han(best) * 3 >= len(best) * 2 else None


def _han(words: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in words)


@lru_cache(maxsize=1)
def _suspects() -> re.Pattern[str]:
    """Runs that begin as UTF-8 read as GB18030 begins: with the character of a first and second byte of a Chinese one."""
    firsts = set()
    for lead in range(0xE4, 0xEA):
        firsts |= {bytes((lead, second)).decode("gb18030", "ignore") for second in range(0x80, 0xC0)}
    seconds = {bytes((third, lead)).decode("gb18030", "ignore") for third in range(0x80, 0xC0) for lead in range(0xE4, 0xEA)}
    first, second = ("".join(sorted(c for c in found if len(c) == 1 and c >= "\u3400")) for found in (firsts, seconds))
    return re.compile(f"[{first}][{second}][\u3400-\u9fff\ue000-\uf8ff\ufffd]{{1,400}}")
