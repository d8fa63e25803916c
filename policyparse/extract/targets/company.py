"""What the quantities of one sentence are to each other: a row, a size and its count, a start and its end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from policyparse.extract.quantities.quantity import Quantity
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.indicators import JOINT, SHARES
from policyparse.extract.times.expressions import TimeExpression
from policyparse.model.outline import Section

# 由31家增加到55家, 从2020年的10.62‰降至2024年的7.12‰: the first figure is where the second starts from
FROM = re.compile(r"(?:由|从|自)[^，。；]{0,24}$")
TO = re.compile(
    r"(?:左右|以上|余)?[，、]?(?:[在于到至]?20\d\d年[底末初中前内之]{0,3})?(?:逐步|稳步|进一步|大幅)?(?:提高|提升|增加|增长|上升|扩大|拓展|发展|壮大|攀升|上涨|增|升|提"
    r"|下降|降低|回落|减少|压缩|缩短|缩小|压减|调整|降|减)[到至为]"
)
# 较2020年末的320家增加45家: the first figure is what the second is counted from
COMPARED = re.compile(r"(?:较|比|同比)(?:(?![增减提升降扩缩高低多少])[^，。；、]){0,16}$")
BY = re.compile(
    r"[^，、。；\d]{0,6}?(?:左右|以上|余)?[，、]?(?:大幅|逐步|稳步|又|再)?(?:净|多)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩小|压缩|增|降|减|多|少|高|低)(?:了|约|近)*"
)
LONGEST_BETWEEN = 30
GROWING = re.compile("新增(?!劳动力)|净增|增量|增设|增加(?!值)")
AMOUNTS = frozenset(("count", "physical"))
VAGUE = frozenset("个项条类种")
ROW_OF_SIZE = re.compile(r"、[一-鿿]{2,10}")
ROW = re.compile(r"(?:左右|以上)?[^，。；：\d]{1,30}[、，和及]")
STATED = ("count", "percent", "point", "permille", "ratio", "implied", "duration")
HAN = re.compile(r"的?[一-鿿]")
CREATED = re.compile(r"(?:建设|新建|建成|改造|新增|完成|培育|打造|创建|引进|不少于|不低于|至少)(?:约|近)?$")
BASICALLY = re.compile(r"基本(?:实现|达到|完成|建成|形成|消除|保持|覆盖)[^，。；]{0,20}$")
FAR_BOUND = re.compile(
    r"(?P<bound>不(?:得|应|宜)?(?:(?P<least>低于|少于|小于)|超过|高于|多于|大于))"
    r"[^，。；：、\d]{2,20}(?:的|总数|总量|之)$"
)


class Surroundings(NamedTuple):
    """A sentence: its place, its clause, its quantities and times, and the date that it inherits.

    `task`: it stands in a table of tasks, which commits.
    """

    start: int
    end: int
    section: Section | None
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    inherited: TimeExpression | None
    task: bool = False


def leads_to_next(text: str, around: Surroundings, index: int, end: int) -> bool:
    """Whether 全部 or 全面完成 only leads to another figure of its phrase, which ends at `end`: 全部实现…清零."""
    quantity = around.quantities[index]
    following = around.quantities[index + 1 : index + 2]
    wholly = text.startswith(("全部", "全数", "全面完成"), quantity.start) and quantity.kind == "implied"
    return wholly and bool(following) and following[0].start < end and following[0].kind != "grade"


def goes_on(text: str, before: Draft, quantity: Quantity) -> bool:
    """Whether a count goes on the row of the one before it: 打造1处名镇、1处重点村."""
    counts = quantity.kind == before.quantity.kind == "count" and not quantity.weak and before.status != "reference"
    if not counts or ROW.fullmatch(text, before.quantity.end, quantity.start) is None:
        return False
    # after a comma only things of the same kind are still made: 建成1所大学，6所中学; not 打造2个名镇，3个主体参与
    return text[quantity.start - 1] != "，" or (quantity.unit == before.quantity.unit and quantity.unit not in VAGUE)


def goes_on_in_size(text: str, before: Draft, quantity: Quantity) -> bool:
    """Whether a size goes on the row of what is done before it: 改造小区6个、建筑面积12万平方米."""
    row = text[before.quantity.told_end : quantity.start]
    told = before.status != "reference" and before.quantity.kind == "count" and quantity.kind == "physical"
    return told and row.startswith("、") and ROW_OF_SIZE.fullmatch(row) is not None


def is_class(text: str, around: Surroundings, index: int, end: int) -> bool:
    """Whether the quantity says of which things another one of its phrase is told.

    10亿 in 10亿级企业达到5家, 10亿元 in 产值超10亿元企业突破8家, 500米 in 站点500米覆盖率达到90%.
    """
    quantity = around.quantities[index]
    sized = text.startswith("级", quantity.end)
    previous = around.quantities[index - 1] if index else None
    if sized and previous is not None and previous.end == quantity.start and previous.kind == "count":
        return True  # 7个千亿级产业集群
    following = around.quantities[index + 1 : index + 2]
    if not following or following[0].start >= end or following[0].kind not in STATED or _is_share(quantity):
        return False
    if not HAN.match(text, quantity.told_end) or JOINT.search(text, quantity.told_end, following[0].start):
        return False
    if not sized and CREATED.search(text, max(0, quantity.start - 6), quantity.start):
        return False
    bounded = quantity.bound is not None and quantity.comparator in ("ge", "le")
    return sized or bounded or (quantity.kind == "physical" and following[0].kind == "percent")


def _is_share(quantity: Quantity) -> bool:
    """Whether the quantity states a share; 65蒸吨/小时以下 says what is meant."""
    return quantity.kind in SHARES and not (
        quantity.kind == "ratio" and quantity.unit and quantity.told_end > quantity.end
    )


def bounded(text: str, quantity: Quantity, low: int) -> Quantity:
    """With the comparator of words that stand away from it: 基本实现…达到, 不得低于总数的百分之五."""
    if quantity.comparator != "eq" or quantity.kind == "implied":
        return quantity
    adverb, negation = text.find("基本", low, quantity.start), text.find("不", low, quantity.start)
    basically = BASICALLY.search(text, adverb, quantity.start) if adverb >= 0 else None
    if basically is not None:
        return quantity._replace(comparator="approx", bound=(basically.start(), basically.start() + len("基本")))
    far = FAR_BOUND.search(text, negation, quantity.start) if negation >= 0 else None
    if far is not None:
        return quantity._replace(comparator="ge" if far["least"] else "le", bound=far.span("bound"))
    return quantity


TOTALS = ("总数", "总量", "总额", "总规模")
"""净增企业80家、总数达到820家: a total is reached, not added."""


def grows(text: str, draft: Draft) -> bool:
    """Whether the indicator is itself something that is added: 新增学位, 净增企业."""
    return any(GROWING.search(text, start, end) for start, end in draft.indicator.places)


def share_change(text: str, drafts: list[Draft], draft: Draft, low: int) -> None:
    """增长5%，力争7%; 新增学位300个、床位200张: what has no verb of its own changes as the figure before."""
    if not drafts or draft.indicator.change is not None or draft.status == "reference":
        return
    if (draft.indicator.name or "").endswith(TOTALS):
        return
    before = drafts[-1]
    borrowed = draft.indicator.name is None and before.quantity.unit == draft.quantity.unit
    kinds = {before.quantity.kind, draft.quantity.kind}
    listed = before.quantity.start >= low and kinds <= AMOUNTS
    if (borrowed or listed) and before.indicator.change in ("increase", "decrease", "rate"):
        draft.indicator = draft.indicator._replace(change=before.indicator.change)
    elif listed and grows(text, before):
        draft.indicator = draft.indicator._replace(change="increase")


def starts_from(text: str, quantity: Quantity) -> bool:
    """Whether a change starts from the quantity: 由20天."""
    return FROM.search(text, max(0, quantity.start - LONGEST_BETWEEN), quantity.start) is not None


def leads_up(text: str, around: Surroundings, index: int) -> bool:
    """Whether the next quantity, of the same unit, is what a change leads to: 由20天缩短至7天."""
    first, second = around.quantities[index], next(iter(around.quantities[index + 1 : index + 2]), None)
    if second is None or second.canonical != first.canonical or second.start - first.end > LONGEST_BETWEEN:
        return False
    return TO.match(text, first.end, second.start) is not None


def pair_starts(text: str, drafts: list[Draft], around: Surroundings) -> None:
    """Mark the figures that another one starts from or is counted from, and name both after the first."""
    for first, second in pairwise(drafts):
        a, b = first.quantity, second.quantity
        if b.start - a.end > LONGEST_BETWEEN:
            continue
        start = max(0, a.start - LONGEST_BETWEEN)
        reached = TO.match(text, a.end, b.start) and starts_from(text, a)
        counted = BY.fullmatch(text, a.end, b.start) and COMPARED.search(text, start, a.start)
        if not reached and not counted:
            continue
        first.deadline = _year_beside(a, around)
        first.status = "reference"
        second.start, second.start_year = first, first.deadline.year if first.deadline else None
        second.name = first.name or second.name
        if reached:
            second.indicator = second.indicator._replace(change="level")


def _year_beside(quantity: Quantity, around: Surroundings) -> TimeExpression | None:
    """The time right before a figure that another one starts from: 2020年的10.62‰."""
    return next((t for t in around.times if t.end <= quantity.start <= t.end + 1 and t.year is not None), None)
