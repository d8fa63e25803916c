"""Re-flow: lines that a page or a mail program wrapped become paragraphs again.

A text counts as hard-wrapped when two fifths of its lines fill one and the same width and hold running text. A line then
goes on in the next one unless it ends early: unless what begins the next line would still have had room. After the end
of a sentence a clause's label or an indent begins a new paragraph even where there was no room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.setting import (
    INDENT,
    TERMINAL,
    Line,
    Setting,
    has_mark,
    label_of,
    lines_of,
    may_be_wrapped,
    setting_of,
    width_of,
)

_FORM_FEEDS = re.compile("\f+")
_LATIN = re.compile("[0-9A-Za-z]")
_IN_BRACKETS = re.compile("[（(][^）)]{1,24}[）)]")
_TITLE_GOES_ON = re.compile("[的》”）)]|[（(](?:19|20)[0-9]{2}")
_SALUTATION = re.compile("[^。；]{2,300}(?:府|门|构|位|会|局|厅|委|办|司|企业|校|处|团体|组织)[）)]?[：:]", re.DOTALL)
_LEADERS = ("...", "……", "···")
_LEADER_ENDS = frozenset("0123456789.…·")
_CLOSING = frozenset("”」』")
# A signature's date, and the line of the imprint that ends a document.
_APART = re.compile(
    "(?:.{2,40}(?:府|厅|室|局|会|部|处|办).{0,4})?[0-9〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日(?:印[发發])?$"
)
# The table of contents, and what stands below a title: when a report was given or a law passed.
_NEW = re.compile(
    "目 {0,4}[录錄次]$|[序前] {0,4}言$|—{1,3}20[0-9]{2}年|[（(](?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
)
_NEW_BEGINS = frozenset("目序前—（(")
_OPEN_ENDS = frozenset("第、，,及和至或与")
_BODY_BEGINS = re.compile("为了?|根据|按照|依据|现将|各[省市县乡镇区]")
_UNBREAKABLE = re.compile("[“‘《〈（(〔「『【]?(?:[!-~]{1,16}|.)[，。、；：！？）》〉”’〕」』】,;:!?)%％]?")

_LONGEST_ITEM = 40
_LIST_BREAK = re.compile("、[ \t\u3000\xa0]{0,8}\r?\n\\s{0,80}")
_LAST_ITEM = re.compile("[一-鿿]{2,40}(?:[（(][一-鿿、]{1,16}[）)])?$")
_ITEM = re.compile("[一-鿿]{2,40}")

_LEAST_NEED = 0.5
_SLACK = 2.5
_LONGEST_TITLE = 80
_END_SLACK = 0.5
_DOUBTFUL_SLACK = 2.0


def lines(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits that join the lines of a paragraph, where the text is hard-wrapped, and paragraphs over a page's end."""
    clean = text.text
    found = lines_of(clean) if may_be_wrapped(clean) or "\f" in clean else ()
    setting = setting_of(clean, found)
    if setting is not None:
        joins = _unwrapped(clean, found, setting, _titles(lexicon))
    elif "\f" in clean:
        joins = _over_pages(clean, found)
    else:
        joins = _in_lists(clean, lexicon)
    return _with_form_feeds(clean, list(joins)) if "\f" in clean else joins


class Titles(NamedTuple):
    """What a title ends in: the kind of a document; and a line that is a title as a whole."""

    kind: re.Pattern[str]
    whole: re.Pattern[str]


@lru_cache(maxsize=4)
def _titles(lexicon: Lexicon) -> Titles:
    kinds = "|".join(re.escape(row.surface) for row in lexicon.document_kinds)
    years = "(?:19|20)[0-9]{2}.{1,3}(?:19|20)[0-9]{2}年?"
    return Titles(
        kind=re.compile(f"(?:{kinds})$"),
        whole=re.compile(
            f"关于.{{2,60}}(?:{kinds})(?:[（(][^）)]{{1,20}}[）)])?$|.{{4,60}}(?:{kinds})[（(]{years}[）)]$"
        ),
    )


def _unwrapped(text: str, found: tuple[Line, ...], setting: Setting, titles: Titles) -> Iterator[Edit]:
    begin = None
    for line, after in pairwise(found):
        first = begin is None
        begin = line.start if begin is None else begin
        greets = line.text[-1] in "：:" and _SALUTATION.fullmatch(text, begin, line.end) is not None
        alone = greets or line.text.endswith("会议上") or (first and _is_title(line, after, titles))
        if not alone and _goes_on(text[line.end : after.start], setting, line, after, first):
            yield _join(text, line, after, setting.base)
        else:
            begin = None


def _with_form_feeds(text: str, joins: list[Edit]) -> Iterator[Edit]:
    """The joins, and between them the form feeds that are left: a line's end where none stands beside them."""
    index = 0
    for match in _FORM_FEEDS.finditer(text):
        while index < len(joins) and joins[index].start <= match.start():
            yield joins[index]
            index += 1
        if index == 0 or match.start() >= joins[index - 1].end:
            beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            yield Edit(*match.span(), "" if "\n" in beside else "\n", Reason.PAGE_BREAK)
    yield from joins[index:]


def _goes_on(gap: str, setting: Setting, line: Line, after: Line, first: bool) -> bool:
    """Whether the paragraph of `line` goes on in the line `after`; `first`: whether it begins with `line`."""
    if line.cells or after.cells or (setting.by_indent and after.indent >= setting.base + INDENT):
        return False
    room = (setting.first if first else setting.width) - line.width
    last = line.text[-1]
    ended = last in TERMINAL or last in _CLOSING
    if setting.by_blank_line and gap.count("\n") > 1:
        return not ended and has_mark(line.text) and room < _need(after) + 1 and not _begins_anew(line, after, True)
    if _begins_anew(line, after, ended):
        return False
    if ended:
        return room < _need(after) + _slack(line, after) and not _looks_first(setting, after)
    if last == "、" or ("《" in line.text and line.text.rfind("《") > line.text.rfind("》")):
        return True
    return (room < _LEAST_NEED + _SLACK or room < _need(after) + _SLACK) and not _is_heading(setting, line, after)


def _begins_anew(line: Line, after: Line, ended: bool) -> bool:
    """Whether a line is the date or imprint of a document, the note below a title, or carries a label.

    A label counts but where the line before it is open: 依照本办法 / 第三条规定 and 落实第 / （三）项补助 are running text.
    """
    if (after.text[-1] in "日发發" and _APART.match(after.text)) or (
        after.text[0] in _NEW_BEGINS and _NEW.match(after.text)
    ):
        return True
    label = label_of(after.text)
    if label is None:
        return False
    return ended or not has_mark(line.text) or (label[-1] not in "条條" and line.text[-1] not in _OPEN_ENDS)


def _slack(line: Line, after: Line) -> float:
    """How much of a line may stay empty although the sentence ends there and the paragraph goes on.

    A bracket after the sentence mostly says who answers for it, and a quotation mark seldom ends a sentence.
    """
    return _DOUBTFUL_SLACK if after.text[0] in "（(" or line.text[-1] in _CLOSING else _END_SLACK


def _is_title(line: Line, after: Line, titles: Titles) -> bool:
    """Whether a line is a document's title to its end: 关于…的通知, or a plan's name with its years."""
    if len(line.text) > _LONGEST_TITLE or has_mark(line.text) or line.text.rfind("《") > line.text.rfind("》"):
        return False
    if _IN_BRACKETS.fullmatch(after.text):
        return titles.kind.search(line.text) is not None
    if titles.kind.search(line.text) and _BODY_BEGINS.match(after.text):
        return True
    return titles.whole.search(line.text) is not None and not _TITLE_GOES_ON.match(after.text)


def _need(line: Line) -> float:
    """How much room the beginning of a line would have taken: a mark that may not begin a line goes with what it ends."""
    unit = _UNBREAKABLE.match(line.text)
    return 1.0 if unit is None else width_of(unit[0])


def _looks_first(setting: Setting, line: Line) -> bool:
    """A full line that leaves just the indent of a first line. Where letters or digits stand in it, widths are no proof."""
    if setting.first == setting.width or abs(line.width - setting.first) > 0.5:
        return False
    return line.text[-1] not in TERMINAL and not _LATIN.search(line.text)


def _is_heading(setting: Setting, line: Line, after: Line) -> bool:
    """Whether a full line that ends no sentence stands for itself.

    A line of a table of contents does, and a title; a line without punctuation that carries a label is a heading unless
    the next line ends it.
    """
    text = line.text
    if text[-1] in _LEADER_ENDS and text.rstrip("0123456789 ").endswith(_LEADERS):
        return True
    label = label_of(text)
    if has_mark(text[len(label) :] if label else text):
        return False
    # 条 of a law opens its text, so it is no heading.
    return label is not None and label[-1] not in "条條" and setting.width - 4 <= after.width < setting.width - 0.5


def _join(text: str, line: Line, after: Line, margin: float = 0.0) -> Edit:
    """The edit that joins two lines. One that stands a little beside the margin was the first of a page."""
    latin = (line.text[-1] + after.text[0]).isascii() and line.text[-1].isalpha() and after.text[0].isalpha()
    broken = after.indent > margin or "\f" in text[line.end : after.start]
    return Edit(line.end, after.start, " " if latin else "", Reason.PAGE_BREAK if broken else Reason.HARD_WRAP)


def _in_lists(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """In a text of whole paragraphs: join a list of bodies that goes on in the next line."""
    for match in _LIST_BREAK.finditer(text):
        end, after = match.start(), match.end()
        above, below = _LAST_ITEM.search(text, max(0, end - _LONGEST_ITEM), end), _ITEM.match(text, after)
        if above and below and is_body(above[0], lexicon) and _begins_with_body(below[0], lexicon):
            yield Edit(end + 1, after, "", Reason.HARD_WRAP)


def _begins_with_body(words: str, lexicon: Lexicon) -> bool:
    return any(is_body(words[:end], lexicon) for end in range(3, len(words) + 1))


def _over_pages(text: str, found: tuple[Line, ...]) -> Iterator[Edit]:
    """In a text of whole paragraphs: join one that a page's end cut."""
    for line, after in pairwise(found):
        if "\f" not in text[line.end : after.start]:
            continue
        cut = line.width >= 20 and line.text[-1] not in TERMINAL and has_mark(line.text)
        if cut and not _begins_anew(line, after, True) and after.indent < INDENT:
            yield _join(text, line, after)
