"""What a quantity is about: the indicator's noun phrase, read from the words around the quantity.

Chinese puts the indicator before a verb of reaching (城镇化率达到60%), before a bare quantity (新增就业5万人), after a
verb of making (建设3所学校) or after a share (60%以上的村). The reading looks at the phrase that holds the quantity,
takes off the verbs, adverbs, openers, times and scopes of the lexicon, and falls back to the subject named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.extract.phrases import phrase_end
from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.left_words import Left, LeftReader, Neighbours, tidy
from policyparse.extract.targets.measured import ADDED, MEASURED_THERE, MEASURES, RATES, SHARED_KINDS, of_region, owner
from policyparse.extract.targets.vocabulary import Vocabulary
from policyparse.extract.times.expressions import TimeExpression

SHARES = frozenset({"percent", "point", "permille", "ratio", "times", "rank", "implied"})
ALL = ("全部", "全数")
TURNED = ("全面完成", "全面消除", "全部消除", "基本消除", "全部淘汰", "全面淘汰", "基本淘汰")
"""Implied values whose noun follows: 全面消除黑臭水体."""

# 年培训, 年接待: what is done every year
AMOUNTS = ("量", "额", "值", "率", "能力", "规模", "收入", "面积", "能耗")
YEARLY = re.compile(r"年(?=[一-鿿]{2})(?!度|龄|轻|产|末|底|均|初|报|检|审|限|代|级|人|老|收|营|销|味|会|货|生)")
DUTY = re.compile(r"^.*(?:负责|牵头)")
RELATION = re.compile(
    r"低于|高于|高出|超出|占(?!地(?!区))|是|居(?![住民家室委所留])|排名|位居|较|比(?![例重率值赛])|相当于|不及|为(?![民期])"
)
WHOLE_ACTS = ("造林", "植树", "植树造林", "造林绿化", "绿化", "清淤")
"""Verbs that hold their object."""
AGAIN = ("再建", "新签", "再增加", "迈向")
JOINT = re.compile(
    r"以及|、|，|及(?<![惠普涉顾]及)(?!其|以上|时|格)|和(?<![参共饱缓总平温调]和)(?!谐|解)|与(?<![参给]与)"
    r"|并(?!网|联|购)|或(?!者)"
)
DIGIT = re.compile("[0-9]")
WHEN = re.compile("(?:[会将拟须应]?[于在])?$")
YEAR_END = re.compile("(?<=..)(?:年内|年底前|均|都)$")
LONGEST_VERB = 4
AMOUNT_OF = re.compile("(?<=..)(?:饲养量|存栏量?|总量|数量|规模)$")
AVERAGE = re.compile(r"[户人亩单]均")
REACHING = re.compile(r"实现|达到|建成|完成|拥有|达")
PREDICATED = re.compile(
    r"(?P<noun>[一-鿿“”（）]{1,8}?)(?P<predicate>(?:基本)?"
    r"(?:实现|达到|建成|完成|入选|开展|获评|创成|通过|纳入|成为|获得|上榜|进入|跻身|被(?:认定|评定?|列|命名|确定|授予)|列入|入围|荣获|获批"
    r"|建立(?!健全)|[通用喝住吃]上了?|告别).{2,})"
)
# 18个项目一季度开工
FINISHED = re.compile(
    r"(?P<noun>[一-鿿“”（）]{1,10}?)(?:[一二三四]季度|[上下]半年|年[内底]|[今明]年|20\d\d年|会|全部|全面|如期|按期|顺利|陆续|相继|成功|提前|将|均|于|在|底|内|前){0,6}"
    r"(?P<verb>(?:落成|启用|开工|竣工|投产|投用|投运|投入使用|投入运行|完工|通车|交付|落地|签约|达标|建成|见效|挂牌|开园|运营|提档升级|提质升级|提质增效){1,2}(?:建设)?)"
)
FINES = ("罚款", "的罚款", "以下罚款", "以下的罚款")
FINED = re.compile(r"(?:对(?P<who>[^，。；对]{1,12}))?(?:可以)?(?:并)?处以?(?P<base>[^，。；]{0,10})$")
CHANGING = re.compile(
    r"(?:逐步|稳步|进一步|大幅)?(?:提高|提升|增加|增长|上升|扩大|拓展|发展|壮大|攀升|上涨|增|升|提"
    r"|下降|降低|减少|压缩|缩短|缩小|压减|降|减)(?:到|至|为)"
)
# 较上年末的320家|增加45家: what follows is what changed, and by how much
CHANGED_BY = re.compile(
    r"(?:大幅|逐步|稳步|又|再)?(?:多|净)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩小|压缩|增|降|减|多|少|高|低)(?:了|约|近)*[\d一二三四五六七八九十]"
)
COUNTER_NOTE = re.compile(r"（[间床户栋套台]）")
NO_NOUN = re.compile(
    r"[至到](?=\d)|的(?:[较低高][低高]?)(?:位)?水平|[低高]位|进(?=社区|校园|企业|农村|家庭|机关)|全部|均|都|已|并|以|用于|进行|到位|达标|达到|实现|完成|建成|投入|纳入|左右|以上|以内|或|且|，|、|（|于|在|从|将"
    r"|基础上|大关|关口|台阶|目标|水平|不等|每|全线|全面[通贯建投]|(?:进行|予以)?(?:控制|执行|计算|测算|配置|配建|计提)$"
    r"|[户人亩单]均|[单奇]?数?组成|[/／]"
)
# where the noun ends that a threshold qualifies: 3岁以下婴幼儿|托位数达到4.6个
TOLD = re.compile(
    r"达到?|占比|占|突破|超过|不低于|不少于|覆盖率|完成|实现|要(?!素)|应(?<![相对响供反适]应)(?!急|用)|全部|从|由|务必|动态|控制|\d"
)


DOING = re.compile(
    r"(?:以上|左右)?(?:完成(?!率)|实现|达到|建成(?!区)|取得|纳入|配备|开展|接入|通过|预留|建设|落实|安装|设置|执行|采用|使用|签订|建立|得到|进行|参加)"
    r"[一-鿿“”（）]{2,20}"
)
SPENT_ON = ("支持", "用于", "带动", "专项用于", "撬动")
SPENT = re.compile(r"完成[^，。；]{0,10}\d")
ALL_AT_END = re.compile(r"(?:全部|均|都)$")
SAME = re.compile(r"(?:这个|这一|该|上述|此)(?:比率|比例|比重|数字|指标|占比|规模)")  # 把这个比率提升至1.5%
Place = tuple[int, int]


class Indicator(NamedTuple):
    """The reading of one quantity: the noun phrase, its places, and what the verbs said.

    `topic` is what the figures after it may be told of as well, for other places: 再生水利用率县城达到30%、镇达到25%.
    """

    name: str | None
    places: tuple[tuple[int, int], ...]
    change: str | None = None
    annual: bool = False
    scope: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorReader:
    """Reads indicators with one vocabulary."""

    words: Vocabulary
    left: LeftReader

    @classmethod
    def of(cls, words: Vocabulary) -> IndicatorReader:
        """With the cue words of a lexicon."""
        return cls(words, LeftReader(words))

    def read(self, text: str, place: tuple[int, int], around: Neighbours, subject: str | None) -> Indicator:
        """The indicator of ``around.quantity``; `place` runs from its phrase's start to its sentence's end.

        `subject` is the indicator of the figure before.
        """
        if text.startswith(FINES, around.quantity.end):
            return _fine(text, place[0], around.quantity)
        low = max(place[0], _after_joint(text, around, place[0]))
        left = self.left.without_verbs(text, low, around)
        name, scope, start = self.left.noun(left, around.times)
        seen = Indicator(None, (), left.change, left.annual, scope)
        after = self._noun_after(text, place[1], around)
        if after and self._points_right(around, left, name, text):
            return self._from_right(text, seen, around, (name, subject, left), after)
        predicate = DOING.match(text, around.quantity.told_end) if around.quantity.kind == "percent" else None
        if predicate is not None and left.link is None:
            # 规模养殖场100%配备处理设施
            return seen._replace(name=tidy((name or self._without_verb(subject or "")) + predicate[0]))
        if not name:
            return seen._replace(name=subject + left.rate if subject and left.rate else None)
        if left.link in ("占", "占到") and subject and "占" not in name and around.quantity.kind == "percent":
            return seen._replace(name=f"{name}占{subject}", places=((start, start + len(name)),))
        bare = self._without_making(name)
        bare = bare.removesuffix("建成") if len(bare) > LONGEST_VERB else bare
        yearly = YEARLY.match(bare) is not None
        # 年用水量 names an amount, 年培训 what is done
        each_year = (
            yearly
            and DIGIT.search(bare) is None
            and not (bare.endswith(AMOUNTS) and self.words.action.opening(bare[1:]) is None)
        )
        action = self.words.action.ending(left.text)
        if (
            around.follows_alike or bare != action or bare in self.words.reach.meaning
        ):  # 创建项目5个、每年培训3万人次: other things are trained
            bare = self._in_full(bare, action, subject, yearly=yearly)
        quantity = around.quantity
        measured = MEASURED_THERE.fullmatch(bare) if quantity.kind in ("percent", "duration") else None
        if measured is not None:
            seen = seen._replace(topic=measured["what"])
            bare = measured["where"] + measured["what"]
        elif subject and quantity.kind in SHARED_KINDS:
            bare = of_region(bare, subject)
        if text.startswith(ALL, quantity.start):
            bare += tidy(text[quantity.end : phrase_end(text, quantity.end, place[1])])
        found = ((start, start + len(name)),)
        return Indicator(bare or None, found, seen.change, seen.annual or each_year, seen.scope, seen.topic)

    def phrase_name(self, phrase: str, start: int, times: tuple[TimeExpression, ...]) -> str | None:
        """The noun phrase of a phrase without a quantity, which the next phrase may speak of."""
        name, _, _ = self.left.noun(Left(phrase.rstrip(), start), times)
        return self._without_making(name) or None

    def _from_right(
        self,
        text: str,
        seen: Indicator,
        around: Neighbours,
        before: tuple[str, str | None, Left],
        after: tuple[int, int],
    ) -> Indicator:
        """The reading where the noun after the quantity is the indicator; `before` are name, subject and words."""
        name, subject, left = before
        quantity = around.quantity
        noun = YEAR_END.sub("", tidy(text[after[0] : _before_time(text, after, around.times)]))
        action = self.words.action.ending(left.text)
        meaning = self.words.action.meaning[action] if action else "level"
        said = PREDICATED.fullmatch(noun) if quantity.kind == "count" else None
        done = FINISHED.fullmatch(noun) if quantity.kind == "count" else None
        if done:
            full = done["verb"] + done["noun"]
        elif said:
            own = ALL_AT_END.sub("", said["noun"])
            # 62个项目完成投资138亿元: two figures; 1个镇实现常住人口6万人: one that the other describes
            full = own if SPENT.match(said["predicate"]) else f"{said['predicate']}的{own}"
        elif text.startswith(ALL, quantity.start) or text.startswith("的比例", quantity.told_end):
            full = name + noun
        elif meaning == "level" or action is None:
            full = noun
        elif quantity.kind not in SHARES:
            full = action + noun
        elif name != action:
            full = f"{name}的{noun}"
        else:
            reached = subject if subject and name in self.words.reach.meaning else ""
            full = f"{reached}{name}的{noun}" if reached else name + noun
        # 提升12万人口的供水水质: what is improved is theirs, and they grow no more
        change = None if left.link in ("提升", "提高") else seen.change
        change = "increase" if meaning == "increase" else change
        return Indicator(full or None, (after,), change, seen.annual, seen.scope)

    def _in_full(self, name: str, action: str | None, subject: str | None, *, yearly: bool) -> str:
        """A name that says little without its owner, together with the subject that was named before."""
        if subject and SAME.fullmatch(name):
            return subject
        name = DUTY.sub("", name) if "负责" in name or "牵头" in name else name
        if not subject or subject.endswith(name):
            return name
        subject = owner(subject, name)
        own = yearly and len(name) < 5 and not subject.endswith(RATES)
        if name in self.words.bare.meaning or own or RELATION.match(name):
            return subject + name.removeprefix("年")
        if name in WHOLE_ACTS or (name != action and name not in AGAIN):
            return name
        if self.words.action.meaning.get(name, "level") == "level":
            return ADDED.sub("", subject)  # 新开工保障房4200套、建成3600套
        thing = AMOUNT_OF.sub("", self._without_verb(subject))  # 黑山羊饲养量45万只，其中出栏22万只
        return subject + name if name in self.words.reach.meaning else name + thing

    def _without_verb(self, name: str) -> str:
        """A name without the verbs that it begins with."""
        verb = self.words.action.opening(name)
        while verb is not None and len(name) - len(verb) >= 2:
            name = name[len(verb) :]
            verb = self.words.action.opening(name)
        return name

    def _without_making(self, name: str) -> str:
        """Without a leading verb of making (建设, 培育), which is no part of the indicator."""
        verb = self._making(name)
        while verb is not None and self.words.action.meaning[verb] == "level" and len(name) - len(verb) >= 2:
            name = name[len(verb) :]
            verb = self._making(name)
        return name

    def _making(self, name: str) -> str | None:
        """The verb that a name begins with, unless it is the first half of another word (有|色)."""
        verb = self.words.action.opening(name)
        return None if verb is not None and self.words.is_within_opening(name, verb) else verb

    @staticmethod
    def _noun_after(text: str, high: int, around: Neighbours) -> tuple[int, int] | None:
        """The place of the noun phrase after the quantity and its bound."""
        start = around.quantity.told_end
        note = COUNTER_NOTE.match(text, start) if text.startswith("（", start) else None
        start = note.end() if note is not None else start
        end = phrase_end(text, start, high)
        following = around.following
        if following is not None and following.start < end:
            joint = last_joint(text, start, following.start)
            if joint is not None and (following.start - joint[0] < 12 or text[joint[0]] == "、"):
                end = joint[0]
            elif following.kind == "implied" and following.start - start > 1:
                end = following.start
        while start < end and text[start] in "的 级":
            start += 1
        if text.startswith("的比例", around.quantity.told_end) and start + 2 < end:
            start += 2  # 按不低于10%的比例|配建充电设施
        if (
            start >= end
            or (text[start].isdigit() and around.quantity.kind != "implied")
            or NO_NOUN.match(text, start, end)
            or CHANGING.match(text, start, end)
            or CHANGED_BY.match(text, start)
        ):
            return None
        changed = CHANGED_BY.search(text, start, end)
        reached = TOLD.search(text, start + 1, end) if around.qualifies else None
        return start, min(match.start() if match is not None else end for match in (changed, reached))

    def _points_right(self, around: Neighbours, left: Left, name: str, text: str) -> bool:
        """Whether the indicator is the noun after the quantity."""
        quantity = around.quantity
        if not name:
            return True
        if quantity.kind == "implied":
            return text.startswith(TURNED, quantity.start)
        if quantity.kind in SHARES:
            told = text.startswith("的", quantity.told_end) and not (around.qualifies and name.endswith(MEASURES))
            return told or name == self.words.action.ending(left.text)
        if quantity.kind == "money" and text.startswith(SPENT_ON, quantity.told_end):
            return False  # 安排资金50亿元支持以旧换新
        return not around.qualifies and (left.link is None or self.words.action.opening(left.link) is not None)


def _before_time(text: str, place: Place, times: tuple[TimeExpression, ...]) -> int:
    """Where a noun ends that stands at `place`: before 会在2028年落成, which says when."""
    start, end = place
    time = next((t for t in times if start + 2 <= t.start < end), None)
    when = WHEN.search(text, start + 2, time.start) if time is not None else None
    return end if when is None or FINISHED.fullmatch(text, start, end) else when.start()


def _fine(text: str, low: int, quantity: Quantity) -> Indicator:
    """对个人处…罚款 is 个人罚款, 处应退热费一倍以上三倍以下罚款 is 应退热费罚款."""
    told = FINED.search(text, low, quantity.start)
    of = (told["base"] or told["who"] or "") if told is not None else ""
    return Indicator(tidy(f"{of}罚款"), ((low, quantity.start),))


def _after_joint(text: str, around: Neighbours, low: int) -> int:
    """Where the quantity's own words begin, if a joint stands between it and the quantity before it."""
    previous = around.previous
    if previous is None or previous.end <= low:
        return low
    beside = text[previous.end : around.quantity.start]
    if beside in ("/", "／"):  # 新型储能10万千瓦/20万千瓦时
        return around.quantity.start
    if not beside and text.startswith("级", around.quantity.end):  # 7个千亿级产业集群
        return previous.end
    joint = last_joint(text, previous.told_end, around.quantity.start)
    if joint is not None:
        return joint[1]
    wholly = text.startswith("全", around.quantity.start) and previous.kind == "count"  # 5个镇污水处理厂全部投运
    if wholly or AVERAGE.match(text, previous.told_end):  # 带动农户2.1万户户均增收3000元
        return previous.told_end
    verb = REACHING.search(text, previous.told_end, around.quantity.start)
    bracketed = text.find("）", previous.told_end, around.quantity.start) >= 0  # 常住人口（85万人）城镇化率达到56%
    return verb.end() if verb is not None and previous.kind == "count" and not bracketed else low


def last_joint(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the last joint (、, 和, 及 …) in ``text[start:end]``."""
    found = None
    for match in JOINT.finditer(text, start, end):
        found = match.span()
    return found
