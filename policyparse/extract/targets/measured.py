"""Where and of what something is measured: places that take the place of others, yields after areas."""

from __future__ import annotations

import re

TOTALS = ("总数", "总量", "总计", "总规模")
ADDED = re.compile("^(?:新(?:增|认定|培育|入库|设立?|建成?|改建|引进|获批|开工)|净增|续建)(?=..)")
BEGUN = ("开工率", "竣工率", "投产率", "完工率")
SUMS = ("投资", "资金", "收入", "额", "值")
YIELDS = ("产量", "总产量", "总产", "单产")
SOWN = re.compile("(?:(?:播种|种植|收获)?面积|总?产量|总产)$")
# a place alone tells where the subject named before is measured: 同期高新区为3.4%
REGION = re.compile(
    r"[而但]?(?:同期)?(?P<name>[一-鿿（）、]{0,10}?(?:全[国省市县区]|地区|[东中西]部|县城|城市|街道|社区|行政村|开发区|高新区|新区|园区|城区|乡村|城镇|农村|[省市县区镇乡]|县（市）"
    r"|[一-鿿]{2,6}阶段|小学|初中|高中|幼儿园|职业院校|居民|职工|男性|女性|小麦|玉米|水稻|大豆))"
)
SHARED_KINDS = frozenset(("percent", "permille", "ratio", "duration", "money"))
"""What another place may have of the same: a share, a time, a sum."""
RATES = ("率", "比例", "比重", "占比")
PLACE_FIRST = re.compile(
    r"[一-鿿（）、]{0,12}(?:[东中西]部地区|城区|县城|街道|行政村|开发区|高新区|新区|园区|(?<=[大水中级型等])城市|城镇(?!化)|农村(?!劳动|居民))(?=[一-鿿]{4,})"
)
MEASURES = (
    "率",
    "比例",
    "比重",
    "占比",
    "强度",
    "密度",
    "浓度",
    "占营业收入",
    "水平",
    "系数",
    "增速",
    "距离",
    "面积",
    "时间",
    "时长",
    "标准",
    "排名",
    "名次",
    "位次",
    "投资",
    "收入",
    "支出",
)

MEASURED_THERE = re.compile(
    r"(?P<what>[一-鿿0-9]{2,20}(?:率|比例|比重|占比|密度|浓度|时间|时长))(?:分别)?(?:达到?|为|不低于|超过|控制在|提高[到至])?"
    r"(?P<where>(?<=[到达为于过在至])[一-鿿（）]{2,8}|[一-鿿（）]{0,8}(?:城市|地区|县城|城区|城镇|农村|乡村|[东中西]部|[省市县区镇乡村]))"
)


def of_region(name: str, subject: str) -> str:
    """`name` with the subject, where it is only the place for which the subject is told."""
    region = None if any(measure in name for measure in MEASURES) else REGION.fullmatch(name)
    alone = region is not None and subject.endswith(MEASURES) and not name.endswith(MEASURES)
    if region is None or not alone:
        return name
    # 中心城区绿色出行比例达到75%，大城市达到65%: the other place takes the first one's place
    own = PLACE_FIRST.match(subject)
    rest = subject[own.end() :] if own is not None else subject
    who = next((who for who in ("居民", "职工") if region["name"].endswith(who)), "")
    return region["name"] + rest.removeprefix(who)


def owner(subject: str, name: str) -> str:
    """What `name` is told of, where `subject` stands before it.

    A yield is told of what was sown (粮食播种面积…、产量…), a total of all (新认定企业…、总数…), and no share of what was
    begun of a sum of money (年度投资…、开工率…).
    """
    if name in YIELDS and subject.endswith(("面积", "产量", "总产")):
        return SOWN.sub("", subject) or subject
    if name in TOTALS:
        return ADDED.sub("", subject)
    return "" if name in BEGUN and subject.endswith(SUMS) else subject
