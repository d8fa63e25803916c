"""The words before a quantity: verbs, adverbs and times come off the right end, openers and scopes off the left one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.vocabulary import Vocabulary
from policyparse.extract.times.expressions import TimeExpression

DURATION = (
    r"(?:上半年|下半年|全年|年内|前?[一二三四]季度末?|\d{1,2}[-—–~～至到]\d{1,2}月份?)"
    r"|(?:未来|今后|近)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:间|来|内)?"
)
DURATION_AT_START = re.compile(DURATION)
DURATION_STARTS = frozenset("上下全年前未今近一二两三四五六七八九十0123456789")
DURATION_AT_END = re.compile(f"(?:{DURATION})$")
DURATION_ENDS = frozenset("年内度末月份间来")
"""What durations begin and end with."""
SINCE = re.compile(r"(?:起|以来|开始|以后)?，?(?:每年度?|每季度?|每月)?")
TAIL = re.compile(
    r"(?:[ ，、（由从自的]|[由从自](?:目前|现有|原来|原有|当前)的?|(?<=[\d年])的?水平|新台币|人民币|按照|(?<![照自])按|(?<![为除])了|(?<!合)并|(?<!参)与|(?<![占之配入重债同环])比|(?<!比)较)+$"
)
TAIL_ENDS = frozenset(" ，、（由从自的了并与比较币按照前有来平")
"""The characters that `TAIL` ends with."""
# a price or a quota is told of each: 低保标准提高到每人每月|760元
FOR_EACH = re.compile(
    r"(?:按照?)?每(?:[百千万]{1,2}(?=[人户]))?(?:人次|平方米|立方米|公里|千瓦|[个人户亩套件例辆台名吨位家所生张班校村项座部批次头只])$"
)
OBLIGED = re.compile(r"^.*(?:应当|必须|把(?!握|关|手|脉|控)|将(?!来|军|近))(?!按)")  # 供热单位应当|按日退还热费
LEAST_OBJECT = 4
STARTING = re.compile(
    r"(?:由|从|自|在现有|在原有|在|比|较)(?:现有的?|目前的?|原来的?|原有的?|原定的?|法定的?|去年的?|上年的?|当前的?)?$"
)
PART_OF_WORD = (
    "行为",
    "作为",
    "所有",
    "现有",
    "存在",
    "近年",
    "不在",
    "所在",
    "公有",
    "国有",
    "拥有",
    "签约",
    "集约",
    "节约",
    "制约",
    "违约",
    "履约",
    "公约",
    "预约",
)
# an adverb of one character that ends another word: 功能, 社会, 需要, 许可, 成就, 供应, 人均
ENDS_WORD = re.compile(
    r"(?:[功性产动才技潜智节效职势电热光核风储耗算体]能|[社协大年委理工学晚机议商都运展]会|[需主重纪摘必]要|[许认准]可|[成造]就|[供响反效适对感]应"
    r"|[首成]都|[人户地车]均|[统设会审估]计|大将|船只|[利应军]需|付还|[清净]净)$"
)
# 公路改造提升180公里: improving them is what is done to them, and adds none
TREATED = tuple(f"{verb}提升" for verb in ("改造", "整治", "优化", "改善", "巩固", "修缮", "更新", "完善", "扩容"))
PART_OF_NOUN = ("平均", "总计", "合计", "实际")
GROWING = ("percent", "point", "permille")
GOES_WITH_DENG = "级候额效待"
"""等级, 等候 are words; elsewhere 等 ends a list."""
EDGES = " 　、，；：。的等-—·/■□●○◆◇★☆▲△※►▶•"
FIGURE_NOTE = re.compile(r"（(?:约|共|计)?\d[^（）]{0,16}）")
COMPARED = re.compile(
    r"(?<=..)(?:(?:不低于|不高于|略?高于|略?低于|快于|好于|优于)(?:上年|去年|全[国省市县区]|国家|省定|同期|平均|规划|目标)[^，]{0,12}"
    r"|(?:压缩|缩短|缩减|压减|降低?)[至到为](?:法定|规定|原)[一-鿿]{0,8}"
    r"|较(?:法定|原|规定|全[国省市县]|同期)[一-鿿]{0,8})$"
)
"""增速高于全国平均水平1个百分点, 时限较法定时限压缩七成: what it is compared with is no part of what is told."""
RUNNING = re.compile(r"连续(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?(?:年度?|季度|月|学年))?(?:以上)?")
"""棉花产量连续4年占全国九成: for how long is no part of what is told."""
IN_ONE = re.compile(r"集[^，。；]{2,40}于一体的(?=..)")
"""集培训、展示于一体的指导中心: what a thing unites is no part of its name."""
LIST_TAIL = re.compile(r".*、.*?等(?:重点|主要|优势)?(?=..)")
PAIRS = (("（", "）"), ("“", "”"), ("《", "》"))


class Neighbours(NamedTuple):
    """A quantity with the times of its sentence and the quantities beside it in its sentence.

    `qualifies`: it says of which things something is told (产值超10亿元的企业).
    """

    quantity: Quantity
    times: tuple[TimeExpression, ...]
    previous: Quantity | None
    following: Quantity | None
    qualifies: bool = False

    @property
    def follows_alike(self) -> bool:
        """Whether the quantity before counts the same things, or says that all of them are meant."""
        if self.previous is None:
            return False
        return self.previous.kind == "implied" or self.previous.canonical == self.quantity.canonical


@dataclass(slots=True)
class Left:
    """What is left of the words before a quantity while words are taken off, and what those words said.

    `change` is how the verbs let the figure change, `link` the verb next to the quantity, `annual` whether 年均 or 每年
    stood there, `average` whether it was 年均, `rate` the noun that tells a rate (年均增速).
    """

    text: str
    start: int
    change: str | None = None
    link: str | None = None
    annual: bool = False
    average: bool = False
    rate: str = ""


@dataclass(frozen=True, slots=True)
class LeftReader:
    """Takes words off with one vocabulary."""

    words: Vocabulary

    def without_verbs(self, text: str, low: int, around: Neighbours) -> Left:
        """The words from `low` to the quantity, without verbs, adverbs and times at their end."""
        quantity = around.quantity
        high = quantity.start
        if quantity.bound and quantity.start - 2 <= quantity.bound[1] <= quantity.start:
            high = max(low, quantity.bound[0])
        elif quantity.bound and low + 2 <= quantity.bound[0] < quantity.start and _bounds_a_share(text, quantity):
            high = quantity.bound[0]  # 调整幅度不得超过原定总量的一成
        left = Left(text[low:high].rstrip(), low)
        if quantity.kind == "rank":
            left.text = left.text.removesuffix("第")
        self._leave_start(left, text, around)
        while left.text:
            if left.text[-1] in TAIL_ENDS:
                left.text = TAIL.sub("", left.text)
            each = FOR_EACH.search(left.text) if "每" in left.text else None
            if each is not None and each.start() >= 2 and (quantity.kind == "money" or each[0][0] == "按"):
                left.text = left.text[: each.start()]
                continue
            time = _ending_at(low + len(left.text), low, around.times) if around.times else None
            if time is not None:
                left.text = left.text[: time.start - low].rstrip("在于")
                left.annual = left.annual or time.recurrence == "annual"
                left.average = left.average or text.startswith("年均", time.start)
            elif len(left.text) >= LEAST_OBJECT and left.text in self.words.action.meaning:
                break  # 改造提升30万亩
            elif not self._take_word(left) and not _take_duration(left):
                break
        if left.average and left.change in ("increase", "decrease") and quantity.kind in GROWING:
            left.change = "rate"  # 年均分别增长5%、6%
        return left

    def noun(self, left: Left, times: tuple[TimeExpression, ...]) -> tuple[str, str | None, int]:
        """Without times, openers and scopes at the beginning: the noun phrase, the scope, and where it begins."""
        text, scope = left.text, None
        end = left.start + len(text)
        obliges = "应当" in text or "必须" in text or "把" in text or "将" in text
        obliged = OBLIGED.match(text) if obliges else None
        if obliged is not None and len(text) - obliged.end() >= LEAST_OBJECT:
            text = text[obliged.end() :]
        while text:
            position = end - len(text)
            time = _holding(position, end, times) if times else None
            duration = DURATION_AT_START.match(text) if text[0] in DURATION_STARTS else None
            found = self.words.scope.opening(text)
            opener = self._opener(text)
            if time is not None:
                text = text[time.end - position :]
                text = text[match.end() :] if (match := SINCE.match(text)) else text
            elif duration is not None:
                text = text[duration.end() :]
            elif found is not None and len(found) < len(text):
                scope, text = found, text[len(found) :]
            elif opener is not None:
                text = text[len(opener) :]
            elif text[0] in EDGES and text[0] != "等":
                text = text[1:]
            else:
                break
        name = tidy(text)
        return (
            tidy(COMPARED.sub("", name)) if "于" in name or "较" in name or "法定" in name else name,
            scope,
            end - len(text),
        )

    def _leave_start(self, left: Left, text: str, around: Neighbours) -> None:
        """Leave off what a figure starts from: 时限由20天压缩至7天, 在现有412处基础上翻一番."""
        previous = around.previous
        if previous is None or previous.start < left.start:
            return
        head = text[left.start : previous.start]
        time = next((t for t in around.times if t.end <= previous.start <= t.end + 1 and t.start >= left.start), None)
        if time is not None:
            head = text[left.start : time.start]
        start = STARTING.search(head)
        if start is not None:
            verb = self.words.link.ending(left.text)
            left.change = self.words.link.meaning[verb] if verb is not None else None
            left.text = head[: start.start()]

    def _take_word(self, left: Left) -> bool:
        """Take one verb or adverb off the end, and note what it says."""
        words = self.words
        for table in (words.rate, words.link, words.adverb):
            word = table.ending(left.text)
            if word is None or (table is not words.adverb and _is_no_verb(left.text, word)):
                continue
            if table is words.adverb and len(word) == 1 and ENDS_WORD.search(left.text):
                continue
            treated = word == "提升" and left.text.endswith(TREATED)
            left.text = left.text[: -len(word)]
            if treated:
                return True
            if table is words.rate and word.endswith(("增速", "增幅", "增长率")):
                left.change, left.rate = "rate", word  # the noun is told, not how it grows
                return False
            if table is words.rate:
                left.change, left.annual = "rate", True
            elif table is words.link:
                left.link = left.link or word
                left.change = left.change or table.meaning[word]
            return True
        return False

    def _opener(self, text: str) -> str | None:
        """A word at the beginning that is no part of the noun, unless it is the first half of another word (使|用)."""
        if len(text) >= LEAST_OBJECT and text in self.words.action.meaning:
            return None  # 提升改造35处
        opener = self.words.opener.opening(text)
        if opener is not None and not self.words.is_within_opening(text, opener):
            return opener
        adverb = self.words.adverb.opening(text)
        if adverb is None or len(adverb) == 1 or adverb in PART_OF_NOUN:
            return None
        return None if self.words.is_within_opening(text, adverb) else adverb


def _ending_at(place: int, low: int, times: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The time that ends at `place` and does not begin before `low`."""
    for time in times:
        if time.end == place and time.start >= low:
            return time
    return None


def _holding(place: int, high: int, times: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The time that holds `place` and does not end after `high`."""
    for time in times:
        if time.start <= place < time.end <= high:
            return time
    return None


def _is_no_verb(text: str, word: str) -> bool:
    """Whether the word at the end is part of another one (行为), or 年均 behind a year (2020年|均)."""
    if len(word) == 1:
        return text.endswith(PART_OF_WORD) or (text == word and word in "在于")
    return word.startswith("年均") and text[: -len(word)][-1:].isdigit()


def _bounds_a_share(text: str, quantity: Quantity) -> bool:
    """Whether a noun stands between the bound and the share of it: 不得超过原定总量的."""
    return quantity.kind in ("percent", "permille", "none") and text.startswith("的", quantity.start - 1)


def _take_duration(left: Left) -> bool:
    if left.text[-1:] not in DURATION_ENDS:
        return False
    duration = DURATION_AT_END.search(left.text[-8:])
    if duration is None:
        return False
    left.text = left.text[: -len(duration[0])]
    return True


def tidy(name: str) -> str:
    """A noun phrase without blanks, bracketed figures, marks at its edges, or brackets that lack their other half."""
    name = _without_edges(name.replace("\n", "").replace(" ", ""))
    if "连续" in name:
        name = RUNNING.sub("", name)
    if "一体的" in name:
        name = IN_ONE.sub("", name)
    if name.isalnum():
        return name
    name = _without_edges(FIGURE_NOTE.sub("", name))
    listed = LIST_TAIL.match(name)
    if listed and "占" not in name:
        name = name[listed.end() :]
    for opening, closing in PAIRS:
        if name.count(opening) != name.count(closing):
            cut = name.rfind(closing) if name.count(closing) > name.count(opening) else -1
            name = name[cut + 1 :] if cut >= 0 else name[: name.rfind(opening)] or name.replace(opening, "")
    return _without_edges(name)


def _without_edges(name: str) -> str:
    bare = name.strip(EDGES)
    if bare and bare[0] in GOES_WITH_DENG and name.startswith(f"等{bare[0]}"):
        return "等" + bare
    return bare
