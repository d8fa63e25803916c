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
from codecs import IncrementalDecoder, getincrementaldecoder
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
LEADS = "äåæçèé"
LATIN = re.compile(f"[{LEADS}][\u0080-\u00ff\u0152-\u2122]{{2}}[{LEADS}][\u0080-\u00ff\u0152-\u2122]{{2}}")
LONGEST = 10_000
LEAST = 2
"""So many characters must read back, and four in five must be frequent ones, before a run is mojibake."""


def find(view: View) -> Iterator[Remark]:
    """One remark for each run. The source is looked at: the normalizer takes some of the characters away."""
    source = view.source
    if any(mark in source for mark in TRACES):
        for match in LOST.finditer(source):
            span = Span(start=match.start(), end=match.end())
            yield Remark(span, "乱码，原文已无法还原", "unreadable, lost for good")
    end = 0
    latin = LATIN.finditer(source) if any(lead in source for lead in LEADS) else ()
    for found, wrong in ((latin, "cp1252"), (_suspects().finditer(source), "gb18030")):
        for match in found:
            if match.start() >= end:
                end, right = _read_back(source, match.start(), wrong)
                if _is_text(right):
                    span = Span(start=match.start(), end=end)
                    yield Remark(span, f"乱码，应为“{right}”", f"unreadable; it is “{right}”", suggestion=right)


def _read_back(source: str, start: int, wrong: str) -> tuple[int, str]:
    """Where a run ends that was read in the encoding `wrong`, and what it says in UTF-8, as far as that can be read.

    It goes on as long as its characters begin, or go on with, UTF-8. Where a byte was lost, the character that it
    belonged to is lost.
    """
    decoder = getincrementaldecoder("utf-8")()
    said = words = ""
    end = start
    for place in range(start, min(len(source), start + LONGEST)):
        character = source[place]
        if character == "\n":
            break
        raw = character.encode(wrong, "ignore") if character != "\ufffd" else b""
        try:
            part = _decoded(decoder, raw)
        except UnicodeDecodeError:
            break
        said += part
        if not character.isascii():
            end, words = place + 1, said
    return end, words


def _decoded(decoder: IncrementalDecoder, raw: bytes) -> str:
    """What `raw` adds to the text; after lost bytes the decoder begins anew with it. Raises where it begins no text."""
    try:
        if raw:
            return decoder.decode(raw)
    except UnicodeDecodeError:
        decoder.reset()
        return decoder.decode(raw)
    decoder.reset()
    return ""


def _is_text(words: str) -> bool:
    """Whether `words` is Chinese: of level 1 of GB 2312 or of Big5, the frequent ones, are four in five characters."""
    han = [character for character in words if "\u3400" <= character <= "\u9fff"]
    frequent = sum(
        b"\xb0" <= character.encode("gb2312", "ignore") < b"\xd8"
        or b"\xa4" <= character.encode("big5", "ignore") < b"\xc7"
        for character in han
    )
    return frequent >= LEAST and frequent * 5 >= len(han) * 4


@lru_cache(maxsize=1)
def _suspects() -> re.Pattern[str]:
    """What UTF-8 read as GB18030 begins with: a character of the first two bytes, one of the third and the next first."""
    leads, rest = range(0xE4, 0xEA), range(0x80, 0xC0)
    firsts = {bytes((lead, second)).decode("gb18030", "ignore") for lead in leads for second in rest}
    seconds = {bytes((third, lead)).decode("gb18030", "ignore") for third in rest for lead in (*leads, 0xE3, 0xEF)}
    first, second = ("".join(sorted(c for c in found if len(c) == 1 and c > "\u00ff")) for found in (firsts, seconds))
    return re.compile(f"[{first}](?:[{second}\ufffd]|(?=[0-9]))")
