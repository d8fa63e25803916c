"""Characters are lost in the middle of a text.

**What it looks for.** What only a loss explains: two marks in succession that never stand so (、、 ，。), empty brackets
or quotation marks, a unit without its number after a verb that wants one (达到%), a mark at the beginning of a
sentence, two years run into each other without their dash (20262028年), 第 without its number. And, graver, whole pages
of a file that are pictures without characters.

**Why.** Numbers and names are set in other fonts, or as links, and get lost in conversion before anything else does.
Scanned pages hold no characters at all.

**Example.** 参保率达到%以上

**What to do.** Get the lost part from another copy of the document; have scanned pages recognised (OCR).

**Known false alarms.** Forms and templates, in which places are left empty on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B106"
NAME = "missing-characters"
TITLE = "文字缺失"
SEVERITY = "warning"
BAD = "到2027年，参保率达到%以上，培育农业、、旅游等产业，落实《》要求，实施县域规划（20262030年）。\n"
GOOD = "到2027年，参保率达到96%以上，培育农业、林业、旅游等产业，落实《规划》要求，实施县域规划（2026—2030年）。\n"

SIGNS = (
    *(re.compile(f"{mark}[，、。；：！？]") for mark in "，、；：。"),  # 、、 。，
    *(re.compile(f"{mark}[，、。；：）〕》”】]") for mark in "（〔《“【"),  # （， 《》
    re.compile("第[条章款项](?=[，。规的、])"),  # 第条
)
"""Each begins with a character that is the same wherever it stands: that is what makes them quick to find."""
TO = re.compile("(?:达到?|提高到|提升到|增加到|增长|下降|降低|不低于|不少于|超过)$")
ENDINGS = (
    *((re.compile(f"{mark}(?<=[到达长降低于过]{mark})"), TO) for mark in "%％‰"),  # 达到%
    *((re.compile(f"{unit}(?<=[到于过]{unit})(?=[\u4e00-\u9fff，。；、])"), TO) for unit in "个万亿"),  # 达到个
    (re.compile("年(?<=[到至]年)(?=[，底末])"), re.compile("[到至]$")),  # 到年，
)
"""What ends a sign, and the words before it."""
LONGEST = 3
"""Characters of those words."""
YEARS = re.compile("年(?<=(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}年)")  # 20262028年
EXPLAINED = re.compile("(?:〔〕|（）|“”|《》|【】)(?:[内中里的为、和]|表示|标注)")
"""Brackets that a note speaks of."""
SMALL = re.compile("个(?:别|人|体|性|案)|万(?:众|物|象|里)|亿")


def find(view: View) -> Iterator[Remark]:
    """One remark for each sign of a loss, and for each page that is a picture."""
    yield from _pictures(view)
    text = view.text
    for start, end in _signs(text):
        if not SMALL.match(text, end - 1) and not EXPLAINED.match(text, start):
            words = text[start:end]
            yield view.remark((start, end), f"“{words}”处文字缺失", f"something is missing at “{words}”")
    for match in YEARS.finditer(text):
        words = text[match.start() - 8 : match.start()]
        yield view.remark(
            (match.start() - 8, match.start()),
            f"“{words}”两个年份之间缺少连接号",
            f"the dash between the years of “{words}” is missing",
            suggestion=f"{words[:4]}—{words[4:]}",
        )


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """The places of what only a loss explains."""
    for sign in SIGNS:
        yield from (match.span() for match in sign.finditer(text))
    for ending, words in ENDINGS:
        for match in ending.finditer(text):
            before = words.search(text, max(0, match.start() - LONGEST), match.start())
            if before is not None:
                yield before.start(), match.end()


def _pictures(view: View) -> Iterator[Remark]:
    """Pages of the file that hold nothing but a picture."""
    for block in view.document.source.blocks:
        if block.kind == "image" and block.page is not None:
            yield Remark(
                block.span,
                f"第 {block.page} 页是图片，没有文字，需要 OCR 识别",
                f"page {block.page} is a picture without text and needs OCR",
                suggestion='pip install "policyparse[ocr]"',
                severity="error",
            )
