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
from itertools import chain

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "B106"
NAME = "missing-characters"
TITLE = "文字缺失"
SEVERITY = "warning"
BAD = "到2027年，参保率达到%以上，培育农业、、旅游等产业，落实《》要求，实施县域规划（20262030年）。\n"
GOOD = "到2027年，参保率达到96%以上，培育农业、林业、旅游等产业，落实《规划》要求，实施县域规划（2026—2030年）。\n"

SIGNS = (
    re.compile("[，、；：。][，、。；：！？]"),  # 、、 。，
    re.compile("[（〔《“【][，、。；：）〕》”】]"),  # （， 《》
    re.compile("(?:达到?|提高到|提升到|增加到|增长|下降|降低|不低于|超过)[%％‰]"),  # 达到%
    re.compile("(?:达到|提高到|提升到|增加到|不低于|不少于|超过)[个万亿](?=[\u4e00-\u9fff，。；、])"),  # 达到个
    re.compile("(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}(?=年)"),  # 20262028年
    re.compile("[到至]年(?=[，底末])"),  # 到年，
    re.compile("第[条章款项](?=[，。规的、])"),  # 第条
)
YEARS = re.compile("[0-9]{8}")
EXPLAINED = re.compile("(?:〔〕|（）|“”|《》|【】)(?:[内中里的为、和]|表示|标注)")
"""Brackets that a note speaks of."""
SMALL = re.compile("个(?:别|人|体|性|案)|万(?:众|物|象|里)|亿")


def find(view: View) -> Iterator[Remark]:
    """One remark for each sign of a loss, and for each page that is a picture."""
    yield from _pictures(view)
    for match in chain.from_iterable(sign.finditer(view.text) for sign in SIGNS):
        words = match[0]
        if YEARS.fullmatch(words):
            yield view.remark(
                match.span(),
                f"“{words}”两个年份之间缺少连接号",
                f"the dash between the years of “{words}” is missing",
                suggestion=f"{words[:4]}—{words[4:]}",
            )
        elif not SMALL.match(view.text, match.end() - 1) and not EXPLAINED.match(view.text, match.start()):
            yield view.remark(match.span(), f"“{words}”处文字缺失", f"something is missing at “{words}”")


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
