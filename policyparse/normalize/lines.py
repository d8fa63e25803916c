"""Re-flow: lines that a page or a mail program wrapped become paragraphs again.

A text counts as hard-wrapped when two fifths of its lines fill one and the same width and hold running text. A line then
goes on in the next one unless it ends early: unless what begins the next line would still have had room. After the end
of a sentence a clause's label or an indent begins a new paragraph even where there was no room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText

_BLANKS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE = re.compile(f"[^\n\f{_BLANKS}][^\n\f]*")
_FORM_FEEDS = re.compile("\f+")
_GAP = re.compile(f"[{_BLANKS}]{{2,}}[^{_BLANKS}]+[{_BLANKS}]{{2,}}|\t")
_LATIN = re.compile("[0-9A-Za-z]")
_KINDS = "通知|意见|决定|方案|办法|规定|规划|计划|纲要|公告|通告|通报|批复|报告|条例|细则|措施|函"
_KIND = re.compile(f"(?:{_KINDS})$")
_TITLE = re.compile(
    f"关于.{{2,60}}(?:{_KINDS})(?:[（(][^）)]{{1,20}}[）)])?$"
    f"|.{{4,60}}(?:{_KINDS})[（(](?:19|20)[0-9]{{2}}.{{1,3}}(?:19|20)[0-9]{{2}}年?[）)]$"
)
_IN_BRACKETS = re.compile("[（(][^）)]{1,24}[）)]")
_TITLE_GOES_ON = re.compile("[的》”）)]|[（(](?:19|20)[0-9]{2}")
_SALUTATION = re.compile("[^。；]{2,300}(?:府|门|构|位|会|局|厅|委|办|司|企业|校|处|团体|组织)[）)]?[：:]", re.DOTALL)
_LEADER_END = frozenset(".…·0123456789")
_LEADER = re.compile("(?:\\.{3,}|…{2,}|·{3,})\\s?\\d{0,4}$")
_TERMINAL = frozenset("。！？；：）!?;:)…")
_CLOSING = frozenset("”」』")
_RUNNING = re.compile("[，。；、：,;:]")
_LABEL = re.compile(
    "[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)"
    "|[（(][一二三四五六七八九十\\d]{1,3}[）)]"
    "|\\d{1,3}(?:[.．、](?!\\d)|[)）])"
    "|第[一二三四五六七八九十百零〇\\d]{1,6}[编編章节節条條部分]"
    "|[①-⑳⒈-⒛㈠-㈩]"
    "|(?:附件|附表|专栏|專欄)[一二三四五六七八九十\\d：:]"
    "|(?:抄送|主送|抄报|联系人)[：:]"
)
# A signature's date, and the line of the imprint that ends a document.
_APART = re.compile(
    "(?:.{2,40}(?:府|厅|室|局|会|部|处|办).{0,4})?[0-9〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日(?:印发)?$"
)
_UNBREAKABLE = re.compile("[“‘《〈（(〔「『【]?(?:[!-~]{1,16}|.)[，。、；：！？）》〉”’〕」』】,;:!?)%％]?")

_FOLDED = b",;:()?!"
_FEWEST_LINES = 4
_LEAST_WIDTH = 15.0
_LEAST_SHARE = 0.4
_LEAST_TEXT = 0.45
_INDENT = 1.5
_LEAST_NEED = 0.5
_SLACK = 2.5
_END_SLACK = 0.5
_DOUBTFUL_SLACK = 2.0


class Line(NamedTuple):
    """A line with something on it.

    Its place without the blanks around it, its width and indent in em, and whether it is a row of cells.
    """

    start: int
    end: int
    text: str
    width: float
    indent: float
    cells: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text was set: width of a full line, width of a paragraph's first line, and what shows a paragraph."""

    width: float
    first: float
    base: float
    by_indent: bool
    by_blank_line: bool


def lines(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that join the lines of a paragraph, where the text is hard-wrapped, and paragraphs over a page's end."""
    clean = text.text
    found = _found(clean) if _may_be_wrapped(clean) or "\f" in clean else ()
    setting = _setting(clean, found)
    joins = _over_pages(clean, found) if setting is None else _unwrapped(clean, found, setting)
    return _with_form_feeds(clean, list(joins)) if "\f" in clean else joins


def _unwrapped(text: str, found: tuple[Line, ...], setting: Setting) -> Iterator[Edit]:
    begin = None
    for line, after in pairwise(found):
        first = begin is None
        begin = line.start if begin is None else begin
        greets = line.text[-1] in "：:" and _SALUTATION.fullmatch(text, begin, line.end) is not None
        if not greets and _goes_on(text[line.end : after.start], setting, line, after, first):
            yield _join(text, line, after)
        else:
            begin = None


def _with_form_feeds(text: str, joins: list[Edit]) -> Iterator[Edit]:
    """The joins, and between them the form feeds that are left: a line's end where none stands beside them."""
    index = 0
    for match in _FORM_FEEDS.finditer(text):
        while index < len(joins) and joins[index].start < match.start():
            yield joins[index]
            index += 1
        if index == 0 or match.start() >= joins[index - 1].end:
            beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            yield Edit(*match.span(), "" if "\n" in beside else "\n", Reason.PAGE_BREAK)
    yield from joins[index:]


def _may_be_wrapped(text: str) -> bool:
    """A look at the lengths alone: most texts have paragraphs far longer than a line of a page, and end here."""
    lengths = [length for length in map(len, text.split("\n")) if length]
    return len(lengths) >= _FEWEST_LINES and sum(length > 130 for length in lengths) * 20 <= len(lengths)


def _found(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank."""
    paged = "\f" in text
    places = []
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        start = match.start()
        edge = text.rfind("\n", 0, start)
        if paged:
            edge = max(edge, text.rfind("\f", edge + 1, start))
        places.append((start, start + len(line), line, _em(text[edge + 1 : start])))
    widths, wider = zip(*(_widths(place[2]) for place in places), strict=True) if places else ((), ())
    if _sharpness(wider) > _sharpness(widths):
        widths = wider
    gaps = [_is_row(line) for _, _, line, _ in places]
    return tuple(
        Line(*place[:3], width, place[3], cells) for place, width, cells in zip(places, widths, gaps, strict=True)
    )


def _width(text: str) -> float:
    """In em: an ASCII character is half as wide as a Chinese one."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _is_row(line: str) -> bool:
    """Whether a line is a row of cells, set apart by tabs, bars or wide gaps."""
    return line.count("|") > 1 or (any(gap in line for gap in ("\t", "  ", "\u3000")) and bool(_GAP.search(line)))


def _widths(text: str) -> tuple[float, float]:
    """The width, and what it was if marks that a converter turned into half width took a whole em on the page."""
    narrow = text.encode("ascii", "ignore")
    width = len(text) - len(narrow) / 2
    return width, width + (len(narrow) - len(narrow.translate(None, _FOLDED))) / 2


def _em(blanks: str) -> float:
    return sum({"\u3000": 1.0, "\u2003": 1.0, "\t": 2.0}.get(blank, 0.5) for blank in blanks) if blanks else 0.0


def _sharpness(widths: Sequence[float]) -> int:
    """How many lines share the commonest width."""
    return max(Counter(widths).values(), default=0)


def _setting(text: str, found: tuple[Line, ...]) -> Setting | None:
    """How the text was set, or None where it is not hard-wrapped."""
    if len(found) < _FEWEST_LINES:
        return None
    counts = Counter(round(line.width) for line in found if line.width >= _LEAST_WIDTH)
    if not counts:
        return None
    width = max(sorted(counts), key=lambda w: counts[w] + counts[w - 1] + counts[w - 2])
    full = [line for line in found if width - 4 <= line.width <= width + 2.5]
    too_wide = sum(line.width > width + 4 for line in found)
    running = sum(bool(_RUNNING.search(line.text)) for line in full)
    ended = sum(line.text[-1] in _TERMINAL for line in full)
    if not _fills(full, found) or too_wide * 20 > len(found) or running * 2 < len(full) or ended * 2 > len(full):
        return None
    return _measured(text, found, float(width))


def _fills(full: list[Line], found: tuple[Line, ...]) -> bool:
    """Whether enough of the lines are full, or, beside a table's many short ones, enough of the text stands in such."""
    if len(full) >= _LEAST_SHARE * len(found):
        return True
    return sum(line.width for line in full) >= _LEAST_TEXT * sum(line.width for line in found)


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
    if line.cells or after.cells or (setting.by_indent and after.indent >= setting.base + _INDENT):
        return False
    room = (setting.first if first else setting.width) - line.width
    ended = line.text[-1] in _TERMINAL or line.text[-1] in _CLOSING
    if setting.by_blank_line and gap.count("\n") > 1:
        return not ended and _has_mark(line.text) and room < _need(after) + 1 and not _begins_anew(line, after, True)
    if _begins_anew(line, after, ended) or (first and _is_title(line, after)):
        return False
    if ended:
        return room < _need(after) + _slack(line, after) and not _looks_first(setting, after)
    if line.text.rfind("《") > line.text.rfind("》"):
        return True
    return (room < _LEAST_NEED + _SLACK or room < _need(after) + _SLACK) and not _is_heading(setting, line, after)


def _begins_anew(line: Line, after: Line, ended: bool) -> bool:
    """Whether a line is the date or imprint of a document, or carries a label.

    A label counts after the end of a sentence or a line without any mark: 依照本办法 / 第三条规定 is running text.
    """
    if _APART.match(after.text):
        return True
    return _LABEL.match(after.text) is not None and (ended or not _has_mark(line.text))


def _slack(line: Line, after: Line) -> float:
    """How much of a line may stay empty although the sentence ends there and the paragraph goes on.

    A bracket after the sentence mostly says who answers for it, and a quotation mark seldom ends a sentence.
    """
    return _DOUBTFUL_SLACK if after.text[0] in "（(" or line.text[-1] in _CLOSING else _END_SLACK


def _is_title(line: Line, after: Line) -> bool:
    """Whether a line is a document's title to its end: 关于…的通知, or a plan's name with its years."""
    if _has_mark(line.text) or line.text.rfind("《") > line.text.rfind("》"):
        return False
    if _IN_BRACKETS.fullmatch(after.text):
        return _KIND.search(line.text) is not None
    return _TITLE.search(line.text) is not None and not _TITLE_GOES_ON.match(after.text)


def _need(line: Line) -> float:
    """How much room the beginning of a line would have taken: a mark that may not begin a line goes with what it ends."""
    unit = _UNBREAKABLE.match(line.text)
    return 1.0 if unit is None else _width(unit[0])


def _has_mark(text: str) -> bool:
    return _RUNNING.search(text) is not None


def _looks_first(setting: Setting, line: Line) -> bool:
    """A full line that leaves just the indent of a first line. Where letters or digits stand in it, widths are no proof."""
    if setting.first == setting.width or abs(line.width - setting.first) > 0.5:
        return False
    return line.text[-1] not in _TERMINAL and not _LATIN.search(line.text)


def _is_heading(setting: Setting, line: Line, after: Line) -> bool:
    """Whether a full line that ends no sentence stands for itself.

    A line of a table of contents does, and a title; a line without punctuation that carries a label is a heading unless
    the next line ends it.
    """
    text = line.text
    if text[-1] in _LEADER_END and _LEADER.search(text):
        return True
    label = _LABEL.match(text)
    if _has_mark(text[label.end() :] if label else text):
        return False
    # 条 of a law opens its text, so it is no heading.
    return label is not None and label[0][-1] not in "条條" and setting.width - 4 <= after.width < setting.width - 0.5


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
        if cut and not _begins_anew(line, after, True) and after.indent < _INDENT:
            yield _join(text, line, after)
