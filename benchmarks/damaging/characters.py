"""Damage to characters, to what stands around the text, and to the elements of the letterhead."""

from __future__ import annotations

import re

from damaging.draft import EVERYTHING, Answer, Change, Draft, Make

CHROME_ABOVE = "当前位置：首页 > 政务公开 > 规划计划\n字号：大 中 小 打印 收藏\n"
CHROME_BELOW = "\n扫一扫在手机打开当前页\n版权所有 网站地图 联系我们\n"
ARTEFACTS = {"屏障": "荧幕障", "智能化": "智慧型化", "应用场景": "套用场景", "中小学": "中国小"}


def chrome(draft: Draft) -> Answer:
    """The frame of a web page stands around the document."""
    end = len(draft.text)
    return [Change(0, 0, CHROME_ABOVE), Change(end, end, CHROME_BELOW)], ("site-chrome",), EVERYTHING


def folded(draft: Draft) -> Answer | None:
    """One paragraph has lost its full-width punctuation."""
    start, end = draft.paragraphs[draft.dice.choice(draft.running())]
    marks = [match.start() for match in re.finditer("[，；：（）？！]", draft.text[start:end])]
    if not marks:
        return None
    start, end = start + marks[0], start + marks[-1] + 1
    half = draft.text[start:end].translate(str.maketrans("，；：（）？！", ",;:()?!"))
    return [Change(start, end, half)], ("folded-width",), set()


def foreign_character(draft: Draft) -> Answer | None:
    """One character of a simplified text is traditional."""
    found = draft.found("(?P<lost>[县国业发经设务规划实产环])(?=[\u4e00-\u9fff])")
    if not found or re.search("[縣國業發經設務規劃實產環]{2}", draft.text):
        return None
    pick = draft.dice.choice(found)
    traditional = str.maketrans("县国业发经设务规划实产环", "縣國業發經設務規劃實產環")
    return [Change(*pick.span(), pick[0].translate(traditional))], ("mixed-script",), {"conversion-artefact"}


def blanks(draft: Draft) -> Answer:
    """Blanks stand between the characters of a word."""
    at = draft.middle(draft.dice.choice(draft.running()))
    return [Change(at, at, "  ")], ("stray-whitespace",), set()


def line_endings(draft: Draft) -> Answer | None:
    """A third of the lines end as Windows ends them."""
    ends = [match.start() for match in re.finditer("(?<!\r)\n", draft.text)]
    return (
        [Change(end, end, "\r") for end in ends[: len(ends) // 3]] or [Change(0, 0, "")],
        ("mixed-line-endings",),
        set(),
    )


def number_brackets(draft: Draft) -> Answer | None:
    """The document number has lost its brackets."""
    match = re.search(r"(?P<open>〔)(?P<year>20\d\d)(?P<close>〕)\d{1,3}号", draft.text)
    if match is None:
        return None
    return [Change(match.start(), match.end("close"), match["year"])], ("malformed-document-number",), set()


def date_marks(draft: Draft) -> Answer | None:
    """The date under the document has lost its year, month and day marks."""
    match = re.search(r"(?m)^[ \u3000]*(?P<date>20\d\d年\d{1,2}月\d{1,2}日)$", draft.text)
    if match is None:
        return None
    return [Change(*match.span("date"), re.sub("[年月日]", "", match["date"]))], ("malformed-date",), set()


def caption(words: str, rule: str) -> Make:
    """The caption of a table or figure stands there, and nothing under it."""

    def make(draft: Draft) -> Answer | None:
        running = [index for index in draft.running()[:-1] if draft.words(index + 1)[0] in "（(第一二三四五六七八九十"]
        if not running:
            return None
        at = draft.paragraphs[draft.dice.choice(running)][1]
        return [Change(at, at, draft.gap, False), Change(at, at, words)], (rule,), set()

    return make
