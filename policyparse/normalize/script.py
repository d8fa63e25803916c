"""Traditional paragraphs to simplified characters; simplified ones are left alone.

Each paragraph is judged by the characters that only one script has. Converting a simplified text would damage it (显著
would become 显着), so in a paragraph that is not traditional only single traditional-only characters change, and those not
that simplified names also use (昇, 甦).

Which conversion is used is decided once for a document, by what the tables disagree on:

- ``tw2s`` for Taiwan's standard, where 著 is also the particle (隨著, 著力): the text has 著 so and not 着, or has characters
  of that standard (裡, 汙, 洩), or tells nothing;
- ``hk2s`` for Hong Kong's characters (衞, 說 as 説, 綫, 枱, 敍), which the others leave as they are;
- ``t2s`` for the older printing of the mainland and for OpenCC's own standard (爲, 衆, 羣, 裏 with 着).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policyparse.lexicon import Lexicon, opencc
from policyparse.model.reason import Reason
from policyparse.model.text import Edit
from policyparse.normalize.conversion import conversion

_HONG_KONG = re.compile("[衞説綫枱敍粧税脱鋭閲悦兑藴醖蜕温]")
_TAIWAN = re.compile("[裡汙洩]|著(?![作名者述書錄稱於])(?<![名顯昭巨原專合論編土執卓遺拙譯鉅][著])")
_OLDER = re.compile("[爲衆羣峯牀麪竈脣鍼僞着]")


def script(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each traditional paragraph, and one for each stray traditional character in another."""
    only = _traditional()
    if not only.search(text):
        return
    judged = list(_judged(text))
    stray = _stray(lexicon)
    name = _which("\n".join(text[start:end] for start, end, hant in judged if hant))
    convert = conversion(name, lexicon).convert
    # One call for the whole text is far cheaper than one for each paragraph, and no phrase crosses a line's end.
    whole = convert(text) if sum(hant for _, _, hant in judged) * 2 > len(judged) else None
    for start, end, hant in judged:
        if hant:
            new = convert(text[start:end]) if whole is None else whole[start:end]
            if new != text[start:end]:
                yield Edit(start, end, new, Reason.SCRIPT)
        else:
            for match in stray.finditer(text, start, end):
                yield Edit(*match.span(), match[0].translate(conversion("t2s", lexicon).characters), Reason.SCRIPT)


def _judged(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each paragraph with whether it is traditional; one that tells nothing goes with the majority."""
    traditional, simplified = _traditional(), _simplified()
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            found.append((start, end, len(traditional.findall(line)), len(simplified.findall(line))))
        start = end + 1
    by_default = sum(hant for _, _, hant, _ in found) > sum(hans for _, _, _, hans in found)
    for start, end, hant, hans in found:
        yield start, end, by_default if hant == hans == 0 else hant > hans


def _which(text: str) -> str:
    """The conversion that the characters of a traditional text ask for."""
    older, taiwan, hong_kong = (len(pattern.findall(text)) for pattern in (_OLDER, _TAIWAN, _HONG_KONG))
    if hong_kong > max(older, taiwan) or (hong_kong and not taiwan):
        return "hk2s"
    return "t2s" if older > taiwan else "tw2s"


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{opencc.traditional_only()}]")


@lru_cache(maxsize=1)
def _simplified() -> re.Pattern[str]:
    return re.compile(f"[{opencc.simplified_only()}]")


@lru_cache(maxsize=4)
def _stray(lexicon: Lexicon) -> re.Pattern[str]:
    """Traditional characters that simplified texts do not use in names either, by what the phrases keep."""
    kept = {row.surface for row in lexicon.script_mending if len(row.surface) == 1}
    kept.update(c for row in lexicon.script_mending for c in row.surface if c in row.right)
    return re.compile(f"[{''.join(c for c in opencc.traditional_only() if c not in kept)}]+")
