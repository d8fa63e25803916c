"""Re-flow: lines that a page or a mail program wrapped become paragraphs again.

A text counts as hard-wrapped when two fifths of its lines fill one and the same width and hold running text. A line then
goes on in the next one unless it ends early: unless what begins the next line would still have had room. After the end
of a sentence a clause's label or an indent begins a new paragraph even where there was no room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit

_BLANKS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE = re.compile(f"[^\n\f{_BLANKS}][^\n\f]*")
_GAP = re.compile(f"[{_BLANKS}]{{2,}}[^{_BLANKS}]+[{_BLANKS}]{{2,}}|\t")
_LEADER = re.compile("(?:\\.{3,}|…{2,}|·{3,})\\s?\\d{0,4}$")
_TERMINAL = frozenset("。！？；：!?;:）)”」』…")
_RUNNING = re.compile("[，。；、：,;:]")
_LABEL = re.compile(
    "[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)"
    "|[（(][一二三四五六七八九十\\d]{1,3}[）)]"
    "|\\d{1,3}(?:[.．、](?!\\d)|[)）])"
    "|第[一二三四五六七八九十百零〇\\d]{1,6}[编編章节節条條部分]"
    "|[①-⑳⒈-⒛㈠-㈩]"
    "|(?:附件|附表|专栏|專欄)[一二三四五六七八九十\\d：:]"
    "|(?:抄送|主送|抄报|责任单位|牵头单位|联系人)[：:]"
)
_UNBREAKABLE = re.compile("[“‘《〈（(〔「『【]?(?:[!-~]{1,16}|.)[，。、；：！？）》〉”’〕」』】,;:!?)%％]?")

_FOLDED = ",;:()?!"
_FEWEST_LINES = 4
_LEAST_WIDTH = 15.0
_LEAST_SHARE = 0.4
_INDENT = 1.5


class Line(NamedTuple):
    """A line with something on it: its place without the blanks around it, its width and indent in em."""

    start: int
    end: int
    text: str
    width: float
    indent: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text was set: width of a full line, width of a paragraph's first line, and what shows a paragraph."""

    width: float
    first: float
    base: float
    by_indent: bool
    by_blank_line: bool


def lines(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that join the lines of a paragraph, where the text is hard-wrapped, and paragraphs over a page's end."""
    found = _found(text) if _may_be_wrapped(text) or "\f" in text else ()
    setting = _setting(text, found)
    if setting is None:
        yield from _over_pages(text, found)
        return
    first = True
    for line, after in pairwise(found):
        goes_on = _goes_on(text[line.end : after.start], setting, line, after, first)
        first = not goes_on
        if goes_on:
            yield _join(text, line, after)


def _may_be_wrapped(text: str) -> bool:
    """A look at the lengths alone: most texts have paragraphs far longer than a line of a page, and end here."""
    lengths = [length for length in map(len, text.split("\n")) if length]
    return len(lengths) >= _FEWEST_LINES and sum(length > 130 for length in lengths) * 20 <= len(lengths)


def _found(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank."""
    places = []
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        start = match.start()
        edge = max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) if "\f" in text else text.rfind("\n", 0, start)
        places.append((start, start + len(line), line, _em(text[edge + 1 : start])))
    widths = [_width(place[2]) for place in places]
    # Marks that a converter turned into half width took a whole em on the page: whichever reading is sharper holds.
    wider = [width + sum(map(place[2].count, _FOLDED)) / 2 for width, place in zip(widths, places, strict=True)]
    if _sharpness(wider) > _sharpness(widths):
        widths = wider
    return tuple(Line(*place[:3], width, place[3]) for place, width in zip(places, widths, strict=True))


def _width(text: str) -> float:
    """In em: an ASCII character is half as wide as a Chinese one."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _em(blanks: str) -> float:
    return sum({"\u3000": 1.0, "\u2003": 1.0, "\t": 2.0}.get(blank, 0.5) for blank in blanks) if blanks else 0.0


def _sharpness(widths: list[float]) -> int:
    """How many lines share the commonest width."""
    return max(Counter(widths).values(), default=0)


def _setting(text: str, found: tuple[Line, ...]) -> Setting | None:
    """How the text was set, or None where it is not hard-wrapped."""
    if len(found) < _FEWEST_LINES:
        return None
    counts = Counter(round(line.width) for line in found)
    width = max(sorted(counts), key=lambda w: counts[w] + counts[w - 1] + counts[w - 2])
    full = [line for line in found if width - 4 <= line.width <= width + 2.5]
    too_wide = sum(line.width > width + 4 for line in found)
    running = sum(bool(_RUNNING.search(line.text)) for line in full)
    if (
        width < _LEAST_WIDTH
        or len(full) < _LEAST_SHARE * len(found)
        or too_wide * 20 > len(found)
        or running * 2 < len(full)
    ):
        return None
    return _measured(text, found, float(width))


def _measured(text: str, found: tuple[Line, ...], width: float) -> Setting | None:
    """The setting's details, from the pairs of lines where the first surely goes on: full, its sentence not ended."""
    pairs = list(pairwise(found))
    sure = [(a, b) for a, b in pairs if abs(a.width - width) <= 2.5 and a.text[-1] not in _TERMINAL]
    if not sure:
        return None
    base = Counter(b.indent for _, b in sure).most_common(1)[0][0]
    indented = sum(b.indent >= base + _INDENT for _, b in sure)
    all_indented = sum(line.indent >= base + _INDENT for line in found)
    blank = sum(text.count("\n", a.end, b.start) > 1 for a, b in sure)
    heads = [a.width for a, _ in sure if _LABEL.match(a.text)]
    shy = bool(heads) and sum(head <= width - 1 for head in heads) * 4 >= len(heads) * 3
    return Setting(
        width=width,
        first=width - 2 if shy else width,
        base=base,
        by_indent=all_indented >= 2 and indented * 8 <= len(sure),
        by_blank_line=blank * 4 <= len(sure),
    )


def _goes_on(gap: str, setting: Setting, line: Line, after: Line, first: bool) -> bool:
    """Whether the paragraph of `line` goes on in the line `after`; `first`: whether it begins with `line`."""
    if _GAP.search(line.text) or _GAP.search(after.text) or _LEADER.search(line.text):
        return False
    if setting.by_indent and after.indent >= setting.base + _INDENT:
        return False
    room = (setting.first if first else setting.width) - line.width
    unit = _UNBREAKABLE.match(after.text)
    need = 1.0 if unit is None else _width(unit[0])
    labelled = _LABEL.match(after.text) is not None
    ended = line.text[-1] in _TERMINAL
    if gap.count("\n") > 1 and setting.by_blank_line:
        return not ended and not labelled and room < need + 1 and _RUNNING.search(line.text) is not None
    if ended:
        return not labelled and room < need + 0.5 and not _looks_first(setting, after)
    if line.text.rfind("《") > line.text.rfind("》"):
        return True
    if not _RUNNING.search(line.text.removeprefix(_label(line.text))) and _is_heading(setting, line, after, labelled):
        return False
    return room < need + 2.5


def _label(text: str) -> str:
    found = _LABEL.match(text)
    return found[0] if found else ""


def _looks_first(setting: Setting, line: Line) -> bool:
    """A full line that leaves just the indent of a first line. Where letters or digits stand in it, widths are no proof."""
    exact = not re.search("[0-9A-Za-z]", line.text) and line.text[-1] not in _TERMINAL
    return exact and setting.first < setting.width and abs(line.width - setting.first) <= 0.5


def _is_heading(setting: Setting, line: Line, after: Line, labelled: bool) -> bool:
    """A line without punctuation that carries a label is a heading, unless the next line ends it."""
    if labelled:
        return True
    if not _LABEL.match(line.text):
        return False
    return after.width >= setting.width - 4 and after.width < setting.width - 0.5


def _join(text: str, line: Line, after: Line) -> Edit:
    latin = line.text[-1].isascii() and line.text[-1].isalpha() and after.text[0].isascii() and after.text[0].isalpha()
    gap = text[line.end : after.start]
    broken = "\f" in gap or after.indent > 0
    return Edit(line.end, after.start, " " if latin else "", Reason.PAGE_BREAK if broken else Reason.HARD_WRAP)


def _over_pages(text: str, found: tuple[Line, ...]) -> Iterator[Edit]:
    """In a text of whole paragraphs: join one that a page's end cut."""
    for line, after in pairwise(found):
        if "\f" not in text[line.end : after.start]:
            continue
        cut = line.width >= 20 and line.text[-1] not in _TERMINAL and _RUNNING.search(line.text) is not None
        if cut and not _LABEL.match(after.text) and after.indent < _INDENT:
            yield _join(text, line, after)
