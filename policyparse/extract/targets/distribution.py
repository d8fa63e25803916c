"""分别: deal the values of a run out over its subjects or its years, in their order."""

from __future__ import annotations

import re
from itertools import pairwise

from policyparse.extract.phrases import phrase_start
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.left_words import tidy
from policyparse.extract.times.expressions import TimeExpression

RUN_JOINT = re.compile(r"级?(?:左右|以上|以内|以下|及以上)?(?:、|和|及|以及|与)(?:约|近|超过)?$")
FOLLOWING = re.compile(r"(?:以上|左右|余)?，(?:同比|比上年(?:同期)?|较上年(?:同期)?|均|累计|总数|总量|已|年均)?")
LEVEL = re.compile(r"(?:国家|部|自治区|地|省|市|县|区|镇|乡|村)级(?:以上)?")
OF_LEVEL = re.compile(
    r"(?:新增|新培育|新认定|净增|累计)?(?:国家|部|自治区|地|省|市|县|区|镇|乡|村)级(?:以上)?(?=[一-鿿“])"
)
SIZES = re.compile(
    r"(?P<own>[一-鿿\d]{1,8}级)、[\d一二两三四五六七八九十]{1,4}[个家条][一-鿿\d]{1,8}级(?P<noun>[一-鿿]{2,12})"
)
"""5个百亿级、2个五百亿级产业集群: the noun stands after the last."""
LONGEST_SUBJECT = 40
ROW_ITEM = re.compile(r"[一-鿿]{1,8}[、和及]")
SUBJECT_JOINT = re.compile(
    r"、|以及|及(?<![惠普涉顾以]及)(?!其|以上|时|格)|和(?<![参共饱缓总平温调]和)(?!谐|解)|与(?<![参给]与)"
)
MEASURE = ("率", "比例", "比重", "占比", "数", "数量", "总量", "面积", "产值", "增加值", "规模", "收入", "投资", "里程")
RATES = ("率", "比例", "比重", "占比")
LONGEST_THING = 4
# what the last subject of a list shares with the ones before it: 黄金、白银、镍|产量, 有色冶金、装备制造|产业增加值
SHARED_TAIL = re.compile(
    r"(?:产业|行业|企业|工业|项目|设施|服务|建成区|居民|人均|亩均|户均|地均|平均|规模|总|净|年|日|月)*"
    r"(?:产量|销量|(?:重点工程|排放|累计)?减排量|排放(?:总)?量|削减量|消费量|产值|产能|增加值|销售额|销售收入|营业收入|主营收入|利润|税收|收入|投资|出口|进口|面积|里程|数量|总量|人数|总额|余额"
    r"|覆盖率|普及率|处理率|利用率|达标率|合格率|参保率|入学率|增长率|增速|比重|比例|占比|水平|标准|装机|容量|价格|质量|满意度|数)"
    r"(?:占[^、，]{2,20}(?:比重|比例))?$"
)
# what a shorter subject shares with the last one begins after a word of its own kind
HEADS = re.compile(
    r"城市社区|农村社区|村庄|镇区|市区|园区|山区|库区|中心城区|城镇|城市|农村|乡镇|乡村|街道|社区|县城|县级|市级|省级|镇级|村级|城区|村|镇|县|市|区|省|男性|女性|小学|初中|高中|幼儿园|"
    r"中心城市|一级|二级|三级|企业|居民|职工"
)


def deal_out(text: str, drafts: list[Draft], times: tuple[TimeExpression, ...]) -> None:
    """Change the drafts of a sentence whose values are dealt out by 分别."""
    index = 0
    while index < len(drafts):
        run = _run(text, drafts, index)
        if len(run) > 1:
            _deal_run(text, run, drafts[:index], times)
        index += len(run)


def _run(text: str, drafts: list[Draft], index: int) -> list[Draft]:
    """The drafts from `index` on whose quantities stand side by side: of one unit, or behind 分别."""
    run = [drafts[index]]
    dealt = _dealt(text, run[0]) >= 0
    for draft in drafts[index + 1 :]:
        between = text[run[-1].quantity.end : draft.quantity.start]
        same = dealt or draft.quantity.unit == run[-1].quantity.unit
        if not same or len(between) > 8 or not RUN_JOINT.fullmatch(between):
            break
        run.append(draft)
    return run


def _dealt(text: str, first: Draft) -> int:
    """Where 分别 stands before the first value of a run; -1 where it does not."""
    sentence, end = first.sentence[0], first.quantity.start
    dealt = text.rfind("分别", sentence, end)
    if dealt < 0:
        return -1
    return dealt if dealt >= phrase_start(text, sentence, end) - LONGEST_SUBJECT else -1


def _deal_run(text: str, run: list[Draft], before: list[Draft], times: tuple[TimeExpression, ...]) -> None:
    """Deal out one run; `before` are the drafts of the sentence before it."""
    first = run[0].quantity
    sentence = run[0].sentence[0]
    place = _dealt(text, run[0])
    sizes = text.startswith("级", first.end)  # 3000亿级、2000亿级产业: the noun stands after the last
    leader = run[0] if run[0].name and not sizes else run[-1]
    for draft in run:
        draft.name, draft.indicator = leader.name, leader.indicator
        draft.deadline, draft.recurrence, draft.status = run[0].deadline, run[0].recurrence, run[0].status
    if place < 0:
        names = listed(run[0].name or "", len(run)) if text[run[-1].quantity.start - 1] in "和及" else None
        for draft, name in zip(run, names or (), strict=False):
            draft.name = name
        return
    years = [time for time in times if time.role == "date" and sentence <= time.start and time.end <= place]
    if len(years) >= len(run) and _adjacent(text, years[-len(run) :], place):
        for draft, year in zip(run, years[-len(run) :], strict=True):
            draft.deadline = year
        return
    names = _named_before(text, before, place, len(run)) or subjects(run[0].name or "", len(run))
    if names:
        shared = _shared_measure(before, names)
        for draft, name in zip(run, names, strict=True):
            draft.name = name + shared


def _shared_measure(before: list[Draft], names: list[str]) -> str:
    """The measure of the figure before, where the names are things only: 机械化率超过95%，小麦、玉米分别达到97%、90%."""
    measure = before[-1].name if before and before[-1].quantity.kind == "percent" else None
    bare = all(len(name) <= LONGEST_THING and not name.endswith(MEASURE) for name in names)
    return measure if measure is not None and bare and measure.endswith(RATES) else ""


def _named_before(text: str, before: list[Draft], place: int, count: int) -> list[str] | None:
    """The names of the `count` figures of the phrase that ends at 分别: 接待游客300万人次、旅游收入20亿元，分别增长…."""
    told = before[-count:]
    if len(told) < count or not FOLLOWING.fullmatch(text[told[-1].quantity.end : place]):
        return None
    edges = pairwise(told)
    parted = any("，" in text[first.quantity.end : second.quantity.start] for first, second in edges)
    if parted and (len(before) != count or len({draft.quantity.unit for draft in told}) > 1):
        return None  # only a sentence of just so many alike deals out to all of them
    names = [draft.name for draft in told if draft.name]
    return names if len(set(names)) == count else None


def share_predicate(text: str, drafts: list[Draft]) -> None:
    """指导1个县、1个园区、2个社区开展创建: what the last of a row does, the others do as well."""
    for index in range(len(drafts) - 1, 0, -1):
        last, before = drafts[index], drafts[index - 1]
        row = text[before.quantity.end : last.quantity.start]
        predicate, _, noun = (last.name or "").rpartition("的")
        same = before.quantity.kind == last.quantity.kind == "count"
        if same and predicate and noun and ROW_ITEM.fullmatch(row) and text.startswith(noun, last.quantity.end):
            before.name = f"{predicate}的{row[:-1]}"


def share_level(drafts: list[Draft]) -> None:
    """打造10个省级、30个市级示范村: what the last of a row is, the others are as well, of another level."""
    for index in range(len(drafts) - 1, 0, -1):
        name, before = drafts[index].name or "", drafts[index - 1]
        if (sizes := SIZES.fullmatch(before.name or "")) is not None:
            before.name = sizes["own"] + sizes["noun"]
        level = OF_LEVEL.match(name) if "级" in name else None
        if level is not None and before.name is not None and LEVEL.fullmatch(before.name):
            before.name += name[level.end() :]


def _adjacent(text: str, years: list[TimeExpression], place: int) -> bool:
    """Whether the years stand in one row, and nothing but a subject between them and `place`."""
    joined = all(after.start - year.end <= 1 for year, after in pairwise(years))
    return joined and place - years[-1].end <= LONGEST_SUBJECT


def subjects(name: str, count: int) -> list[str] | None:
    """The `count` subjects that `name` lists, each completed by what it shares with the last.

    街道、乡镇养老服务中心覆盖率 for two gives 街道养老服务中心覆盖率 and 乡镇养老服务中心覆盖率.
    """
    parts = [part for part in name.split("、") if part]
    if len(parts) != count:
        parts = [part for part in SUBJECT_JOINT.split(name) if part]
    if len(parts) < count:
        return None
    *others, last = parts[-count:] if len(parts) > count else parts
    longest = max(map(len, others), default=0)
    out = [
        tidy(other if _complete(other, last) else _with_tail(other, _shared(other, last, longest))) for other in others
    ]
    return [*out, tidy(last)]


def _with_tail(other: str, tail: str) -> str:
    """`other` with what it shares with the last subject; what it says already is not said twice."""
    size = next((size for size in range(min(len(other), 4), 1, -1) if tail.startswith(other[-size:])), 0)
    return other + tail[size:]


def listed(name: str, count: int) -> list[str] | None:
    """The `count` subjects of a name that lists just so many: 小学、初中大班额比例 of 控制在3%和2%以内."""
    parts = name.split("、")
    return subjects(name, count) if len(parts) == count and all(len(part) > 1 for part in parts) else None


def _complete(other: str, last: str) -> bool:
    return other[-2:] == last[-2:] or (len(other) > 2 and other.endswith(MEASURE)) or len(other) * 2 > len(last) + 4


def _shared(other: str, last: str, longest: int) -> str:
    """What `other` shares with the last subject of its list; `longest` is the length of the longest before that."""
    head = HEADS.match(last)
    if head is not None:
        return last[head.end() :]
    for size in range(min(len(other), 6), 1, -1):  # 文化及相关产业、旅游及相关产业|增加值
        place = last.rfind(other[-size:])
        if place > 0:
            return last[place + size :]
    tail = SHARED_TAIL.search(last)
    if tail is not None and 0 < tail.start() <= max(len(other) + 2, longest + 1):
        return tail[0]
    return last[len(other) :]  # 冬小麦、玉米|良种统供面积: no word tells, so subjects of like length are assumed
