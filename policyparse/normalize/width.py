"""Width by context: full-width punctuation in Chinese, half-width digits and letters everywhere.

Nothing changes its length, so the changes of a paragraph are one edit. Numbers and times keep their half-width marks
(3,161 15:18 1:500 4.5), as do web addresses and paragraphs without a Chinese character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_ANY_HAN = re.compile(f"[{_HAN}]")

_WIDE = "".join(chr(code) for a, b in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for code in range(a, b))
_WIDE += "％"
_SYMBOLS = "＋－．／＝＃＄＆＊＠＿"
_WIDE_ONE = re.compile(f"[{_WIDE}]")
# Signs that Chinese also sets in full width (互联网＋政务): half only beside a digit or letter.
_BESIDE_LATIN = re.compile(f"[{_SYMBOLS}](?:(?<=[0-9A-Za-z].)|(?=[0-9A-Za-z]))")
_WIDE_THOUSANDS = re.compile("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")

_TO_FULL = tuple(zip("!(),:;?", "！（），：；？", strict=True))
_SMALL = dict(zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞﹪｡｢｣､･「」『』", "，、．；：？！（）〔〕%。“”、·“”‘’", strict=True))
_ANY_SMALL = re.compile(f"[{''.join(_SMALL)}]")
_ANY_ODD = re.compile(f"[{_WIDE}{_SYMBOLS}{''.join(_SMALL)}]")
_CANDIDATE = re.compile(f'[!(),:;?."\\[［【〖〈（{_WIDE}{_SYMBOLS}{"".join(_SMALL)}]')

# What keeps its half-width mark although Chinese stands around it. One class opens the pattern, so that the search is
# fast, and the next one ends it at most marks.
_KEPT = re.compile(
    "[,:;?!(](?=[ -~])(?:"
    "(?=[0-9]{3}(?![0-9]))(?<=[0-9],)(?<![0-9]{4},)"  # 3,161
    "|(?=[0-9])(?<=[0-9]:)"  # 15:18
    "|(?= [A-Za-z])(?<=[A-Za-z0-9.)][,;:?!])"  # Smith, J.
    "|(?<=[A-Za-z0-9]\\()[A-Za-z0-9 ,.+*/=^-]{1,30}\\)(?=[A-Za-z0-9])"  # f(x)dx
    ")"
)
_WEB = re.compile(r"://[!-~]{1,300}")
_TIME = re.compile("：(?<=[0-9]：)(?=[0-5][0-9](?![0-9]))")
_YEAR = re.compile(
    f"[（(\\[［【〖〈](?:(?<=[{_HAN}].)|(?<=[{_HAN}] .))( ?(?:19|20)[0-9]{{2}} ?)[）)\\]］】〗〉〕]"
    "(?= ?第? ?[0-9]{1,5} ?号)"
)  # 云政发[2024]3号
_LONGEST_YEAR = 20
_NUMBER = re.compile("号(?:(?<=[0-9]号)|(?<=[0-9] 号))")
_QUOTED = re.compile('"[^"\n]{1,100}"')
_FINAL_DOT = re.compile(f"\\.(?<=[{_HAN}]\\.)(?=[ \u3000]{{0,8}}(?:\n|\\Z))")
_SHORTEST_SENTENCE = 10


def width(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each paragraph that holds a mark in the wrong width."""
    clean = text.text
    if not _CANDIDATE.search(clean):
        return
    odd = _ANY_ODD.search(clean) is not None
    half = _halved(clean) if odd else clean
    full = _filled(half, odd=odd)
    if full == clean:
        return
    start = 0
    for line, narrow, new in zip(clean.split("\n"), half.split("\n"), full.split("\n"), strict=True):
        if new != line:
            wanted = new if _ANY_HAN.search(line) else narrow
            if wanted != line:
                yield Edit(start, start + len(line), wanted, Reason.FOLDED_WIDTH)
        start += len(line) + 1


def _halved(text: str) -> str:
    """Digits, letters and the marks that belong to them in half width."""
    half = _WIDE_ONE.sub(lambda match: chr(ord(match[0]) - 0xFEE0), _WIDE_THOUSANDS.sub(",", text))
    return _BESIDE_LATIN.sub(lambda match: chr(ord(match[0]) - 0xFEE0), half)


def _filled(half: str, *, odd: bool) -> str:
    """Chinese punctuation in full width; `odd`: some of it may be of the small forms."""
    text = half
    for mark, wide in _TO_FULL:
        text = text.replace(mark, wide)
    text = _with(text, half, (match.span() for match in _KEPT.finditer(half)))
    if "://" in half:
        text = _with(text, half, (match.span() for match in _WEB.finditer(half)))
    if odd:
        text = _ANY_SMALL.sub(lambda match: _SMALL[match[0]], text)
    text = _with_years(text)
    if '"' in text:
        text = _QUOTED.sub(lambda match: f"“{match[0][1:-1]}”" if _ANY_HAN.search(match[0]) else match[0], text)
    text = _TIME.sub(":", text)
    return _FINAL_DOT.sub(lambda match: "。" if _ends_sentence(text, match.start()) else ".", text)


def _with_years(text: str) -> str:
    """The years of document numbers in their brackets. 3号 is far rarer than brackets are, so it is looked for first."""
    parts: list[str] = []
    done = 0
    for number in _NUMBER.finditer(text):
        year = _YEAR.search(text, max(done, number.start() - _LONGEST_YEAR), number.end())
        if year is not None:
            parts += (text[done : year.start()], "〔", year[1], "〕")
            done = year.end()
    return "".join([*parts, text[done:]]) if parts else text


def _ends_sentence(text: str, position: int) -> bool:
    """Whether a dot at a paragraph's end comes after more than a label or a short heading."""
    return position - text.rfind("\n", 0, position) > _SHORTEST_SENTENCE


def _with(text: str, other: str, places: Iterable[tuple[int, int]]) -> str:
    """`text` with the characters of `other`, which is as long, at `places`."""
    parts: list[str] = []
    done = 0
    for start, end in places:
        parts += (text[done:start], other[start:end])
        done = end
    return "".join([*parts, text[done:]]) if parts else text
