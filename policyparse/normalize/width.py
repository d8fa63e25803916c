"""Width by context: full-width punctuation in Chinese, half-width digits and letters everywhere.

Nothing changes its length, so the changes of a paragraph are one edit. Numbers and times keep their half-width marks
(1,234 15:18 1:500 4.5), as do addresses of the web and English passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit

_HAN = re.compile("[\u3400-\u9fff]")
_FULL = "".join(map(chr, range(0xFF10, 0xFF1A))) + "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_FULL += "\uff05\ufe6a\uff0b\uff0d\uff0e\uff0f\uff1d\uff03\uff04\uff06\uff0a\uff20\uff3f"
_HALF = "".join(chr(ord(c) - 0xFEE0) if c != "\ufe6a" else "%" for c in _FULL)
_TO_HALF = str.maketrans(_FULL, _HALF)
_TO_FULL = str.maketrans(
    "!(),:;?\ufe50\ufe51\ufe52\ufe54\ufe55\ufe56\ufe57\ufe59\ufe5a\ufe5d\ufe5e\uff61\uff62\uff63\uff64\uff65「」『』",
    "！（），：；？，、．；：？！（）〔〕。“”、·“”‘’",
)
_CANDIDATE = re.compile(f"[{''.join(map(re.escape, map(chr, _TO_FULL)))}\"{_FULL}\\[\\]【】]|\\.$", re.MULTILINE)
_KEPT = re.compile(
    r",(?<=\d,)(?<!\d{4},)(?=\d{3}(?!\d))"  # 3,161
    r"|:(?<=\d:)(?=\d)"  # 15:18
    r"|[,;:?!](?<=[A-Za-z0-9.)][,;:?!])(?= [A-Za-z])"  # Smith, J.
    r"|\((?<=[A-Za-z0-9]\()[A-Za-z0-9 ,.+*/=^-]{1,30}\)(?=[A-Za-z0-9])"  # f(x)dx
    r"|:(?=//)"
)
_WEB = re.compile(r"(?:https?|ftp)://[!-~]{1,300}")
_TIME = re.compile(r"：(?<=\d：)(?=[0-5]\d(?!\d))")
_YEAR_BRACKET = re.compile(
    "([\u3400-\u9fff] ?)[（\\[【〖〈〔(]( ?(?:19|20)\\d\\d ?)[）\\]】〗〉〕)](?= ?第? ?\\d{1,5} ?号)"
)
_QUOTE = re.compile('"[^"\n]{1,100}"')


def width(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each paragraph that holds a mark in the wrong width."""
    end = -1
    for match in _CANDIDATE.finditer(text):
        if match.start() < end:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        new = folded(line)
        if new != line:
            yield Edit(start, end, new, Reason.FOLDED_WIDTH)


def folded(line: str) -> str:
    """One paragraph in the width that its context wants, of the same length."""
    half = line.translate(_TO_HALF)
    if not _HAN.search(line):
        return half
    new = half.translate(_TO_FULL)
    for pattern in (_KEPT, _WEB) if "://" in half else (_KEPT,):
        for kept in pattern.finditer(half):
            start, end = kept.span()
            new = new[:start] + half[start:end] + new[end:]
    new = _TIME.sub(":", new)
    if "号" in new:
        new = _YEAR_BRACKET.sub(r"\1〔\2〕", new)
    if '"' in new:
        new = _QUOTE.sub(lambda quoted: f"“{quoted[0][1:-1]}”" if _HAN.search(quoted[0]) else quoted[0], new)
    if new[-1] == "." and len(new) >= 10 and _HAN.match(new[-2]):
        new = new[:-1] + "。"
    return new
