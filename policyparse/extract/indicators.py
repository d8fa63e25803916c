"""What a quantity is about: the indicator's noun phrase, read from the words around the quantity.

Chinese puts the indicator before a verb of reaching (城镇化率达到60%), before a bare quantity (新增就业5万人), after a
verb of making (建设3所学校) or after a share (60%以上的村). The reading looks at the phrase that holds the quantity,
takes off the verbs, adverbs, openers, times and scopes of the lexicon, and falls back to the subject named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policyparse.extract.phrases import phrase_end
from policyparse.extract.quantity import Quantity
from policyparse.extract.times import TimeExpression
from policyparse.extract.vocabulary import Vocabulary

# 年培训, 年接待: what is done every year
YEARLY = re.compile(r"年(?=[一-鿿]{2})(?!度|龄|轻|产|末|底|均|初|报|检|审|限|代|级|人|老|收|营|销|味|会|货|生)")
DUTY = re.compile(r"^.*(?:负责|牵头)")
DURATION = re.compile(
    r"(?:上半年|下半年|全年|年内|[一二三四]季度末?)|(?:未来|今后|近)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:间|来|内)?"
)
DURATION_END = re.compile(f"(?:{DURATION.pattern})$")
CHANGING = re.compile(
    r"(?:逐步|稳步|进一步|大幅)?(?:提高|提升|增加|增长|上升|扩大|拓展|发展|壮大|攀升|上涨|增|升|提|下降|降低|减少|压缩|缩短|缩小|压减|降|减)(?:到|至|为)"
)
TAIL = re.compile(r"(?:[ ，、（由从自与的]|(?<![占之配入重债同环])比|(?<!比)较)+$")
STARTING = re.compile(r"(?:由|从|自|在现有|在原有|在|比|较)(?:现有的?|目前的?|原来的?|原有的?)?$")
COUNTER_NOTE = re.compile(r"（[间床户栋套台]）")
REACHING = re.compile(r"实现|达到|建成|完成|拥有|达")
REACHING_OUT = ("惠及", "覆盖", "带动", "服务", "受益")
SHARES = frozenset({"percent", "point", "permille", "ratio", "times", "rank", "implied"})
JOINT = re.compile(
    r"以及|[、，]|(?<![惠普涉顾])及(?!其|以上|时|格)|(?<![参共饱缓总平温调])和(?!谐|解)|(?<![参给])与|并(?!网|联|购)|或(?!者)"
)
# heads that say nothing without an owner: 占比, 营收; the owner is the subject before
PREDICATED = re.compile(
    r"(?P<noun>[一-鿿“”（）]{1,8}?)(?P<predicate>(?:基本)?(?:实现|达到|建成|完成|入选|开展|获评|创成|通过|纳入|成为|获得|上榜|进入|跻身).{2,})"
)
BARE = frozenset(
    [
        "占比",
        "比重",
        "比例",
        "增速",
        "增幅",
        "总量",
        "数量",
        "总数",
        "规模",
        "面积",
        "覆盖率",
        "营收",
        "产值",
        "增加值",
        "利润",
        "税收",
        "产量",
        "总产值",
        "投资",
        "户数",
        "人数",
        "长度",
        "里程",
        "总额",
        "份额",
        "占有率",
        "完成率",
        "合格率",
        "达标率",
        "利用率",
        "普及率",
        "年均流失率",
        "产能",
        "人均",
        "绝对值",
        "均值",
        "位次",
        "排名",
    ]
)
LIST_TAIL = re.compile(r".*、.*?等(?:重点|主要|优势)?(?=..)")
EDGES = " 　、，；：。的等-—·/"
NO_NOUN = re.compile(
    r"全部|均|都|已|并|以|用于|进行|到位|达标|达到|实现|完成|建成|投入|纳入|左右|以上|以内|或|且|，|、|（|于|在|从|将|基础上|大关|关口|台阶|目标|水平|不等|每"
)
# where the noun ends that a threshold qualifies: 3岁以下婴幼儿|托位数达到4.6个
TOLD = re.compile(r"达到?|占比|占|突破|超过|不低于|不少于|覆盖率|完成|实现|要(?!素)|应(?!急|用)|全部|从|由|务必|动态|控制|\d")
RELATION = re.compile(r"低于|高于|高出|超出|占(?!地)|是|居|排名|位居|较|比|相当于|不及|为")


@dataclass(frozen=True, slots=True)
class Indicator:
    """The reading of one quantity: the noun phrase, its places, and what the verbs said."""

    name: str | None
    places: tuple[tuple[int, int], ...]
    change: str | None = None
    annual: bool = False
    scope: str | None = None
    action: str | None = None


@dataclass(slots=True)
class Left:
    """What is left of the words before a quantity while they are taken off from the right."""

    text: str
    start: int
    change: str | None = None
    link: str | None = None
    annual: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorReader:
    """Reads indicators with one vocabulary."""

    words: Vocabulary

    def read(self, text: str, place: tuple[int, int], around: Neighbours, subject: str | None) -> Indicator:
        """The indicator of ``around.quantity``; `place` runs from its phrase's start to its sentence's end.

        `subject` is the indicator of the figure before.
        """
        quantity = around.quantity
        low = max(place[0], _after_joint(text, around, place[0]))
        left = self._strip_right(text, low, around)
        name, scope, start = self._strip_left(left, around.times)
        after = self._noun_after(text, place[1], around)
        action = self.words.action.ending(left.text)
        kept = action is not None and self.words.action.meaning[action] != "level"
        seen = Indicator(None, (), left.change, left.annual, scope, action)
        if after and self._points_right(around, left, name, action, text):
            change = "increase" if action and self.words.action.meaning[action] == "increase" else left.change
            noun = self._right_name(quantity, name, action if kept else None, tidy(text[slice(*after)]))
            if quantity.kind in SHARES and name == action and subject and name in REACHING_OUT:
                noun = f"{subject}{name}的{tidy(text[slice(*after)])}"
            if text.startswith(("全部", "全数"), quantity.start):
                noun = name + noun
            return replace(seen, name=noun or None, places=(after,), change=change)
        if name:
            bare = self._without_making(name)
            yearly = YEARLY.match(bare)
            if yearly:
                seen = replace(seen, annual=True)
            bare = self._in_full(bare, action, subject, yearly=yearly is not None)
            wholly = text.startswith(("全部", "全数"), quantity.start)
            if wholly and quantity.end < (told := phrase_end(text, quantity.end, place[1])):
                bare += tidy(text[quantity.end : told])
            return replace(seen, name=bare or None, places=((start, start + len(name)),))
        return seen

    def _in_full(self, name: str, action: str | None, subject: str | None, *, yearly: bool) -> str:
        """A name that says little without its owner, together with the subject that was named before."""
        name = DUTY.sub("", name) if "负责" in name or "牵头" in name else name
        if not subject or subject.endswith(name):
            return name
        if name in BARE or (yearly and len(name) < 5) or RELATION.match(name):
            return subject + name.removeprefix("年")
        if name == action or name in ("再建", "新签", "再增加", "迈向"):
            if action is None or self.words.action.meaning.get(name, "level") == "level":
                return subject
            return subject + name if name in REACHING_OUT else name + self._without_verb(subject)
        return name

    def _without_verb(self, name: str) -> str:
        """A name without the verb that it begins with."""
        verb = self.words.action.opening(name)
        return name[len(verb) :] if verb is not None and len(name) - len(verb) >= 2 else name

    @staticmethod
    def _right_name(quantity: Quantity, name: str, verb: str | None, noun: str) -> str:
        """The name that the noun after the quantity makes with the words before it; `verb` is one that stays."""
        said = PREDICATED.fullmatch(noun) if quantity.kind == "count" else None
        if said:
            return f"{said['predicate']}的{said['noun']}"
        if verb is None:
            return noun
        return f"{name}的{noun}" if quantity.kind in SHARES and name != verb else verb + noun

    def phrase_name(self, phrase: str, start: int, times: tuple[TimeExpression, ...]) -> str | None:
        """The noun phrase of a phrase without a quantity, which the next phrase may speak of."""
        name, _, _ = self._strip_left(Left(phrase.rstrip(), start), times)
        return self._without_making(name) or None

    def _strip_right(self, text: str, low: int, around: Neighbours) -> Left:
        """Take verbs, adverbs and times off the end of the words before the quantity."""
        quantity = around.quantity
        high = quantity.start
        if quantity.bound and quantity.start - 2 <= quantity.bound[1] <= quantity.start:
            high = max(low, quantity.bound[0])
        left = Left(text[low:high].rstrip(), low)
        if quantity.kind == "rank":
            left.text = left.text.removesuffix("第")
        self._leave_start(left, text, around)
        while left.text:
            left.text = TAIL.sub("", left.text)
            time = next((t for t in around.times if t.end == low + len(left.text) and t.start >= low), None)
            if time is not None:
                left.text = left.text[: time.start - low].rstrip("在于")
                left.annual = left.annual or time.recurrence == "annual"
            elif not self._strip_word(left) and not self._strip_duration(left):
                break
        return left

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

    def _strip_word(self, left: Left) -> bool:
        words = self.words
        for table in (words.rate, words.link, words.adverb):
            word = table.ending(left.text)
            if word is None or (len(word) == 1 and left.text in ("", word) and table is words.link and word in "在于"):
                continue
            if table is words.link and self._is_part_of_word(left.text, word):
                continue
            if table is words.rate and left.text[: -len(word)][-1:].isdigit():
                continue
            left.text = left.text[: -len(word)]
            if table is words.rate:
                left.change, left.annual = "rate", True
            elif table is words.link:
                left.link = left.link or word
                left.change = left.change or table.meaning[word]
            return True
        return False

    @staticmethod
    def _strip_duration(left: Left) -> bool:
        duration = DURATION_END.search(left.text[-8:])
        if duration is None:
            return False
        left.text = left.text[: -len(duration[0])]
        return True

    def _is_part_of_word(self, text: str, word: str) -> bool:
        return len(word) == 1 and text.endswith(
            ("行为", "作为", "所有", "现有", "存在", "近年", "不在", "所在", "公有", "国有", "拥有")
        )

    def _leading_adverb(self, text: str) -> str | None:
        """An adverb at the beginning; 总 and 平均 there belong to the noun (总量, 平均寿命)."""
        word = self.words.adverb.opening(text)
        return word if word is not None and len(word) > 1 and word not in ("平均", "总计", "合计", "实际") else None

    def _strip_left(self, left: Left, times: tuple[TimeExpression, ...]) -> tuple[str, str | None, int]:
        """Take times, openers and scopes off the beginning; the noun phrase, the scope and where it begins."""
        start, text, scope = left.start, left.text, None
        end = start + len(text)
        while text:
            position = end - len(text)
            time = next((t for t in times if t.start <= position < t.end <= end), None)
            opener = self.words.opener.opening(text) or self._leading_adverb(text)
            found = self.words.scope.opening(text)
            duration = DURATION.match(text)
            if time is not None:
                text = text[time.end - position :]
            elif duration is not None:
                text = text[duration.end() :]
            elif found is not None and len(found) < len(text):
                scope, text = found, text[len(found) :]
            elif opener is not None and not (
                len(opener) == 1
                and len(text) > 1
                and text[:2]
                in (
                    "将军",
                    "有机",
                    "如意",
                    "对外",
                    "对口",
                    "使用",
                    "到户",
                    "现代",
                    "和谐",
                    "在校",
                    "在册",
                    "在建",
                    "在园",
                    "在线",
                    "与会",
                    "共享",
                    "共同",
                    "共建",
                    "公共",
                    "仅供",
                    "即时",
                    "尚未",
                    "通过率",
                    "或有",
                    "现场",
                    "现役",
                    "现行",
                    "有效",
                    "有线",
                    "有色",
                    "有害",
                    "有关",
                    "到期",
                    "对标",
                )
            ):
                text = text[len(opener) :]
            elif text[0] in EDGES and text[0] != "等":
                text = text[1:]
            else:
                break
        return tidy(text), scope, end - len(text)

    def _without_making(self, name: str) -> str:
        """Without a leading verb of making (建设, 培育), which is no part of the indicator."""
        verb = self.words.action.opening(name)
        while verb is not None and self.words.action.meaning[verb] == "level" and len(name) - len(verb) >= 2:
            name = name[len(verb) :]
            verb = self.words.action.opening(name)
        return name

    def _noun_after(self, text: str, high: int, around: Neighbours) -> tuple[int, int] | None:
        """The place of the noun phrase after the quantity and its bound."""
        quantity = around.quantity
        start = max(quantity.end, quantity.bound[1] if quantity.bound else 0)
        note = COUNTER_NOTE.match(text, start)
        start = note.end() if note is not None else start
        end = phrase_end(text, start, high)
        following = around.following
        if following is not None and following.start < end:
            joint = last_joint(text, start, following.start)
            if joint is not None and (following.start - joint[0] < 12 or text[joint[0]] == "、"):
                end = joint[0]
        while start < end and text[start] in "的 级":
            start += 1
        if end - start < 1 or NO_NOUN.match(text, start, end) or CHANGING.match(text, start, end):
            return None
        if around.qualifies:
            reached = TOLD.search(text, start + 1, end)
            end = reached.start() if reached is not None else end
        return start, end

    def _points_right(self, around: Neighbours, left: Left, name: str, action: str | None, text: str) -> bool:
        """Whether the indicator is the noun after the quantity."""
        quantity = around.quantity
        after = text[max(quantity.end, quantity.bound[1] if quantity.bound else 0) :][:1]
        if quantity.kind in SHARES:
            if quantity.kind == "implied":
                return not name or text.startswith(("全面完成", "全面消除", "全部消除"), quantity.start)
            return after == "的" or not name or (action is not None and name == action)
        if around.qualifies and name:
            return False
        if left.link is not None and self.words.action.opening(left.link) is None and name:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A quantity with the times of its sentence and the quantities beside it in its sentence.

    `qualifies`: it says of which things something is told (产值超10亿元的企业).
    """

    quantity: Quantity
    times: tuple[TimeExpression, ...]
    previous: Quantity | None
    following: Quantity | None
    qualifies: bool = False


def tidy(name: str) -> str:
    """A noun phrase without blanks, marks at its edges, or brackets and quotes that lack their other half."""
    name = name.replace("\n", "").replace(" ", "").strip(EDGES)
    listed = LIST_TAIL.match(name)
    if listed and "占" not in name:
        name = name[listed.end() :]
    for opening, closing in ("（）", "“”", "《》"):
        if name.count(opening) != name.count(closing):
            cut = name.rfind(closing) if name.count(closing) > name.count(opening) else -1
            name = name[cut + 1 :] if cut >= 0 else name[: name.rfind(opening)] or name.replace(opening, "")
    return name.strip(EDGES)


def _after_joint(text: str, around: Neighbours, low: int) -> int:
    """Where the quantity's own words begin, if a joint stands between it and the quantity before it."""
    previous = around.previous
    if previous is None or previous.end <= low:
        return low
    start = max(previous.end, previous.bound[1] if previous.bound else 0)
    joint = last_joint(text, start, around.quantity.start)
    if joint is not None:
        return joint[1]
    verb = REACHING.search(text, start, around.quantity.start)
    return verb.end() if verb is not None and previous.kind == "count" else low


def last_joint(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the last joint (、, 和, 及 …) in ``text[start:end]``."""
    found = None
    for match in JOINT.finditer(text, start, end):
        found = match.span()
    return found
