"""Which quantities are figures about an indicator, and which only qualify, name or set a standard.

The rules are those of the annotation guidelines: figures in names, bare counts of an enumeration and durations are
none; thresholds, prices, subsidies, grades and design standards are references.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.vocabulary import Vocabulary

Use = Literal["figure", "reference", "none"]

# counters that enumerations are summed up with; others (户, 人次, 场) count what is done
PUSHING = ("推进", "推动", "支持", "引导", "做强", "做优", "抓好", "指导", "组织", "发展", "实现", "壮大")
PLAIN_COUNTERS = frozenset("个条项类种家处座所大")
ADMINISTRATIVE = frozenset("市县区省州盟旗镇乡国")
SCHEME_AFTER = re.compile(
    r"[^，。；、\d]{0,6}(?:行动|战略|体系|举措|攻坚战|理念|意识|自信|维护|原则|关系|格局|方面|领域|环节|关键|结合|统筹|坚持|聚焦|转变|民生实事|实事|好事)"
)
PROLONGED = re.compile(r"(?:可以?|可再|再|但|准予)延长$")
AGE_OF = re.compile(r"(?:龄|使用年限|服役|运行)(?:超过|满|达到?|在)?$")  # 楼龄30年以上的住宅
PERIOD_NAME = re.compile(r"累计|规划|计划|行动|滚动|期间|建设期|过渡期")
CIRCLE = re.compile(r"(?:的)?[^，。；、]{0,8}(?:圈|通勤|通达|可达|到达|直达)")
MAKING = re.compile(
    r"(?:建设|新建|建成|改造|新增|完成|整治|修复|治理|培育|打造|实施|创建|引进|改建|扩建|开工|种植|造林|铺设|达到?|筹集|供应|提供|发展|"
    r"招引|培训|改扩建|配备|认定|覆盖|不少于|不低于|超过|突破|至少)(?:了|约|近)?$"
)
REACHED = re.compile(
    r"(?:达到?|提高到|增加到|提升到|为|延长至|提高至|降至|降到|缩短至|缩短到|压缩至|压缩到|控制在|上升到)(?:约|近|不超过)?$"
)
SHORTENED = re.compile(
    r"(?:天数|年限|时长|用时|学时|压缩|缩短|压减|提速|控制|减至|减到|降至|降到|回落|减少|延长|提高|降低|缩减|达|增加|受教育年限|寿命|时限|时间|为|不超过|不少于)(?:到|至|在)?(?:约|平均)?$"
)
COMPOSED_REACH = 200
COMPOSED = re.compile(r"（(?:即|其中包括|含|由|分别是|包括)[^）]{0,200}$")
PROJECT = re.compile(
    r"[^，。；、]{0,20}?(?:项目|工程|机组|装置|电站|生产线|水库|码头|泊位|船闸|大桥|试验|储气库|变电站|输变电|航道|热电)"
)
STANDARD = re.compile(r"(?:标准的?|设防烈度|防洪标准|限值|按照?[^，。；]{0,12}标准)$")
STANDARD_AFTER = re.compile(
    r"的?(?:国家|行业|国定|省定|部颁|规定|法定|国际|设计)[^，。；、]{0,6}(?:要求|标准|限值|规范|水平)|(?:或|且)[^，。；]{0,24}的标准|[^，。；]{0,24}等[^，。；高]{0,4}(?:标准|要求)|的?[^，。；、]{0,6}(?<![高坐新])标准(?!化)"
)
# what a project is like is no aim: 总建筑面积, 线路全长, 设计流量
DESCRIBING = re.compile(
    r"(?:建筑(?:总)?面积|占地(?:面积)?|用地面积|全长|总长|设计流量|总库容|设计(?:产能|规模|时速)|装机规模为|总投资)(?:约|为|达到?|不少于|不低于)?$"
)
GIVEN = re.compile(
    r"(?:给予|予以|补助|补贴|贴息|奖励|奖补|减征|减免|免征|退还|返还|加收|即征即退|抵扣|减按)[^，。；]{0,12}$"
)
# 超额完成18%的目标, 未达8%的预期: what had been aimed at
MISSED = re.compile(r"(?:超额完成|未达到?|未完成|低于|高于|好于|快于)(?:了)?(?:预期|年初|原定|年度|计划)?(?:的)?$")
AIMED = re.compile(r"的?(?:年度|预期|既定|年初|规划)?(?:目标|任务|预期)")
PRICED = re.compile(r"(?:收费|水价|电价|热价|票价)[^。；]{0,12}(?:定价|指导价|标准)[^。；]{0,16}$")
LAST_SO_MUCH = re.compile(r"(?<![目之以年])[前后末]$")  # 排名后10%的, 前20%的企业: which ones are meant
EACH = re.compile(r"(?:每|单[个户笔项家]|最高|累计最高)")
GRANTED = re.compile(
    r"(?:[、和及]\d{1,3}(?:\.\d{1,2})?%){0,5}的?(?:标准|比例)?(?:贴息|补贴|优惠|给予|予以|补助|补贴|奖励|奖补|资助|返还|(?:加计|税前)?扣除|减免|计提|罚款|滞纳金|违约金)"
)
CONDITION_AFTER = re.compile(r"(?:(?:或|且)[^，。；的]{1,16})?的(?:[，、；]|(?!目标|水平|要求|标准|任务|比例)[一-鿿])")
# a condition that ends its phrase, alone or with another one: 低于十六度的，; 低于十八度、高于十六度的，
THEN = re.compile(r"(?:(?:、|和|或者?|且|并且)[^，。；的]{1,20}|[一-鿿]{1,8})?(?:的$|者)")
# without a bound: 面积比例达到百分之三十的。
MET = re.compile(r"(?:达到?|满|占|超过|不足)$")
# 过半数委员出席, 三分之二以上的业主参与表决
QUORUM = re.compile(r"(?:的|以上)?[^，。；、\d]{0,14}(?:出席|到会|同意|赞成|通过$|表决|联名|提议)")
CONDITIONS_REACH = 120
CONDITIONS = re.compile(r"(?:具备|符合|满足)(?:以下|下列)[^：。]{0,8}条件：[^。]*$")
PLACES = re.compile(r"(?:[一-鿿]{2,4}\d[\d.]{0,6}[%％‰]、)*[一-鿿]{2,4}")  # （青岛78.87%、济南76.24%）
OTHERS = re.compile(r"(?:比|较|低于|高于|不及)[^，。；（]{1,12}$")
ALLOTTED = re.compile(r"(?:安排|设立|投入|筹集|筹措|出资|拨付|预留)$")
REPEATED = re.compile(r"每[^，。；]{0,16}$")
TREATED = re.compile(r"实施|进行|开展|完成|提供|安装|发放")  # 对300户以上…实施改造
QUALIFIED = re.compile(r"的?[一-鿿“]")
ENUMERATED = re.compile(r"[一-鿿”]、[一-鿿“”]{1,20}$")
DEALT = re.compile(r"[^，。；、\d]{1,14}分别")  # 甲、乙、丙三个集群产值分别达到: the count sums up what is named
TRIED = re.compile("试点|开展|推行|试行")
TOLD_OF = re.compile("全部|集中在|不足|低于|高于|超过|(?:加快|全面|顺利|扎实)推进")  # 8个县区集中在50%—60%区间
CREATING = re.compile(
    "建设|建成|打造|培育|新增|创建|达到|完成|实施|新建|改造|形成|布局|引进|招引|认定|选派|培训|开展|推出|设立|创成|争创|申报|配备|整治|修复|入选|获批|"
    "拥有|现有|共有|实现|开工|竣工|出台|制定|覆盖|建立|遴选|评选|举办|新开|新|增|减|消|退|关|拆|淘汰|取缔|集聚|吸引|引育|服务|惠及|帮扶|资助|救助|"
    "撤并|合并|关停|腾退|迁建|取消|具备|办好|建好|走访|调研|受访|访谈|梳理|排查|回收|开通|共计|合计|总计|促成|签约|落地|投用|投产|通车|完工|创办|仅有|只有|提档升级|提质升级|提质增效|[通用喝住]上|获批|开行|投运|首创"
)


SETTLED = re.compile("的?(?:自然村|行政村|村庄|村组|屯|聚居点|集中居住点|小区)")
GRANTED_TO_ALL = 100_000_000
"""发放补贴2.3亿元: no one is granted so much, so it is what was granted in all."""
FINED = ("罚款", "以下罚款", "以下的罚款")


class Beside(NamedTuple):
    """The words of a phrase on both sides of a quantity and its bound; `before` those before it, bound and all."""

    left: str
    right: str
    before: str

    @classmethod
    def of(cls, text: str, place: tuple[int, int], quantity: Quantity) -> Beside:
        """`place` is that of the phrase."""
        bound = quantity.bound
        beside = bound is not None and quantity.start - 2 <= bound[1] <= quantity.start
        left_end = bound[0] if bound and beside else quantity.start
        after = max(quantity.end, bound[1] if bound else 0)
        before = text[place[0] : quantity.start]
        return cls(text[place[0] : left_end].rstrip(), text[after : max(after, place[1])], before)


def use_of(text: str, place: tuple[int, int], quantity: Quantity, words: Vocabulary) -> Use:
    """What the quantity is used for; `place` is that of its phrase."""
    if quantity.kind == "implied":
        return "figure"
    if quantity.kind == "base":
        return "reference"
    beside = Beside.of(text, place, quantity)
    if _says_nothing(text, place, quantity, beside):
        return "none"
    if _is_condition(text, place, quantity, beside) or _is_standard(text, quantity, beside, words):
        return "reference"
    if quantity.kind in ("money", "percent") and _is_priced(text, place, (quantity, beside), words):
        return "reference"
    return _by_kind(beside, quantity, words)


def _says_nothing(text: str, place: tuple[int, int], quantity: Quantity, beside: Beside) -> bool:
    """Whether the quantity is a name, a duration that nothing reaches, or a number that hardly states one (一批)."""
    trailing = quantity.bound is not None and quantity.bound[0] >= quantity.end  # 10亿元以上6个
    if text[place[0] - 1 : place[0]] in ("“", "‘", "「") or (beside.right[:1].isdigit() and not trailing):
        return True
    if quantity.kind == "duration":
        return not _reaches(quantity, beside)
    if quantity.unit in ADMINISTRATIVE:
        return MAKING.search(beside.left) is None
    if not quantity.weak:
        return False
    repeated = quantity.unit in ("次", "轮") and REPEATED.search(beside.left)
    made = quantity.value > 1 and MAKING.search(beside.left)
    return not (repeated or quantity.bound or made)


def _reaches(quantity: Quantity, beside: Beside) -> bool:
    """Whether a duration is what an indicator reaches (时限压缩至3天) or how old a thing is (楼龄30年以上)."""
    if PERIOD_NAME.match(beside.right) or PROLONGED.search(beside.left):
        return False
    if AGE_OF.search(beside.left):
        return True
    before = quantity.bound is not None and quantity.bound[0] < quantity.start
    return bool(SHORTENED.search(beside.left) or before) and CIRCLE.match(beside.right) is None


def _is_standard(text: str, quantity: Quantity, beside: Beside, words: Vocabulary) -> bool:
    """Whether the quantity is a grade, an age, a standard or the make-up of a unit, and not reached by anything."""
    first = max(0, quantity.start - COMPOSED_REACH)
    if text.find("（", first, quantity.start) >= 0 and COMPOSED.search(text, first, quantity.start):
        return True
    if quantity.kind == "duration" and AGE_OF.search(beside.left):
        return True
    if quantity.kind in ("age", "grade") or quantity.unit in words.standard_unit.meaning:
        return not (REACHED.search(beside.left) and "寿命" in beside.left)
    standard = (quantity.kind != "count" and STANDARD.search(beside.left)) or _names_standard(beside.right)
    return bool(standard) and not REACHED.search(beside.left)


def _names_standard(right: str) -> bool:
    """Whether the words after a quantity make it one of a standard: …的国家标准, but not …达到推荐标准."""
    return not right.startswith(("达到", "符合", "执行")) and STANDARD_AFTER.match(right) is not None


def _is_condition(text: str, place: tuple[int, int], quantity: Quantity, beside: Beside) -> bool:
    """Whether the quantity says of whom something holds (完成率低于80%的地区), or what others have (青岛78.87%)."""
    bound = quantity.bound
    least = bound is not None and text.startswith(("至少", "最少", "起码"), bound[0])
    ahead = bound is not None and bound[0] < quantity.start and not least
    if ahead and len(beside.left) > 1 and not ALLOTTED.search(beside.left) and CONDITION_AFTER.match(beside.right):
        return True
    met = THEN.match(beside.right) and (bound or MET.search(beside.left))
    if met or (quantity.kind in ("percent", "ratio", "none") and QUORUM.match(beside.right)):
        return True
    if beside.right.startswith(("基础上", "的基础上")) or _lists_conditions(text, place[0]):
        return True
    if quantity.kind == "rank" and beside.left.removesuffix("第").endswith(("比", "较")):
        return True
    bracketed = text[place[0] - 1 : place[0]] == "（" and quantity.kind in ("percent", "permille", "ratio")
    if not bracketed:
        return False
    return bool(PLACES.fullmatch(beside.left) or OTHERS.search(text, max(0, place[0] - 20), place[0] - 1))


def _lists_conditions(text: str, end: int) -> bool:
    """Whether what stands at `end` is one of the conditions that are announced before: 符合下列条件：."""
    first = max(0, end - CONDITIONS_REACH)
    return text.find("条件：", first, end) >= 0 and CONDITIONS.search(text, first, end) is not None


def _is_priced(text: str, place: tuple[int, int], of: tuple[Quantity, Beside], words: Vocabulary) -> bool:
    """Whether a sum is a price, or a grant that the phrase before speaks of: 给予奖补，每个项目不超过50万元.

    A share is no price, but a grant may be told as one: 给予补助，最高不超过总投资的30%.
    """
    quantity, beside = of
    first = max(0, place[0] - 30)
    each = EACH.match(beside.left or beside.before)
    granted = each is not None and words.reference.within(text[first : place[0]]) is not None
    return granted or (quantity.kind == "money" and PRICED.search(text, first, place[0]) is not None)


def _by_kind(beside: Beside, quantity: Quantity, words: Vocabulary) -> Use:
    kind = quantity.kind
    if kind == "money":
        return _money(beside, quantity, words)
    if kind in ("percent", "permille", "point", "rank", "times"):
        granted = GRANTED.match(beside.right) or (GIVEN.search(beside.left) and not REACHED.search(beside.left))
        granted = granted or (
            MISSED.search(beside.left + beside.before[len(beside.left) :]) and AIMED.match(beside.right)
        )
        so_much = kind == "percent" and LAST_SO_MUCH.search(beside.left)
        return "reference" if granted or so_much else "figure"
    trailing = quantity.bound is not None and quantity.bound[0] >= quantity.end and quantity.comparator in ("ge", "le")
    making = kind != "ratio" and (MAKING.search(beside.left) or words.action.ending(beside.left))
    treated = beside.left.endswith(("对", "为")) and TREATED.search(beside.right)
    if trailing and quantity.unit in ("户", "人") and SETTLED.match(beside.right):
        return "reference"  # 30户以上自然村通硬化路
    if trailing and QUALIFIED.match(beside.right) and beside.left and not making and not treated:
        return "reference"
    if kind in ("physical", "ratio"):
        sized = beside.right.startswith("级") and not REACHED.search(beside.left)  # 25兆瓦级风机
        described = DESCRIBING.search(beside.left) and "人均" not in beside.left
        project = PROJECT.match(beside.right) and not MAKING.search(beside.left)
        return "reference" if sized or described or project else "figure"
    return _count(beside, quantity, words) if kind == "count" else "figure"


def _money(beside: Beside, quantity: Quantity, words: Vocabulary) -> Use:
    """Thresholds, subsidies, prices and fines are references; what is reached, raised or invested is a figure."""
    cue = words.reference.within(beside.before[-30:]) or words.reference.within(beside.right[:8])
    if quantity.value >= GRANTED_TO_ALL and EACH.search(beside.left) is None and not beside.right.startswith(FINED):
        cue = None
    if cue is not None and not re.search(r"(?:提高到|提高至|达到)$", beside.left):
        return "reference"
    bound = quantity.bound
    if bound and bound[0] >= quantity.end and QUALIFIED.match(beside.right):
        return "reference"
    if bound and beside.right.startswith(("的", "级")) and not ALLOTTED.search(beside.left):
        return "reference"
    if not beside.left.endswith("投资"):
        return "figure"
    if beside.right.startswith("的"):  # 总投资30亿元的风电项目
        return "reference"
    invested = not beside.left.endswith(("完成投资", "总投资"))
    return "reference" if invested and beside.right[:1].strip("、") else "figure"


def _count(beside: Beside, quantity: Quantity, words: Vocabulary) -> Use:
    """A count is a figure where something is made, reached or owned, not where it sums up an enumeration."""
    if beside.left.endswith("分为") or (ENUMERATED.search(beside.left) and DEALT.match(beside.right)):
        return "none"
    if beside.left.endswith(("包括", "包含")):
        return "reference"
    made = (MAKING.search(beside.left) or words.action.ending(beside.left)) and not beside.left.endswith(PUSHING)
    if SCHEME_AFTER.match(beside.right) and quantity.value < 100 and not made:
        return "none"
    plain = quantity.unit in PLAIN_COUNTERS and quantity.value < 1000 and quantity.bound is None
    told = not beside.left.strip() and TOLD_OF.search(beside.right)
    tried = beside.left.endswith(("在", "选择", "确定", "选取", "依托")) and TRIED.search(beside.right)
    listed = beside.left.strip() and beside.right.startswith(("、", "和", "及", "以及"))
    if (
        plain
        and beside.right
        and not listed
        and not tried
        and not made
        and not told
        and not CREATING.search(beside.left[-12:] + beside.right)
    ):
        return "none"
    return "figure"
