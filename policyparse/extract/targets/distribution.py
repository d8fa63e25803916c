"""分别: deal the values of a run out over its subjects or its years, in their order."""

from __future__ import annotations

import re

from policyparse.extract.phrases import phrase_start
from policyparse.extract.targets.draft import Draft
from policyparse.extract.targets.left_words import tidy
from policyparse.extract.times.expressions import TimeExpression

RUN_JOINT = re.compile(r"级?(?:左右|以上|以内|以下|及以上)?(?:、|和|及|以及|与)(?:约|近|超过)?$")
ROW_ITEM = re.compile(r"[一-鿿]{1,8}[、和及]")
SUBJECT_JOINT = re.compile(
    r"、|以及|及(?<![惠普涉顾以]及)(?!其|以上|时|格)|和(?<![参共饱缓总平温调]和)(?!谐|解)|与(?<![参给]与)"
)
MEASURE = ("率", "比例", "比重", "占比", "数", "数量", "总量", "面积", "产值", "增加值", "规模", "收入", "投资", "里程")
# what a shorter subject shares with the last one begins after a word of its own kind
HEADS = re.compile(
    r"城市社区|农村社区|中心城区|城镇|城市|农村|乡镇|乡村|街道|社区|县城|县级|市级|省级|镇级|村级|城区|村|镇|县|市|区|省|男性|女性|小学|初中|高中|幼儿园|"
    r"中心城市|一级|二级|三级|企业|居民|职工"
)


def deal_out(text: str, drafts: list[Draft], times: tuple[TimeExpression, ...]) -> None:
    """Change the drafts of a sentence whose values are dealt out by 分别."""
    index = 0
    while index < len(drafts):
        run = _run(text, drafts, index)
        if len(run) > 1:
            _deal_run(text, run, times)
        index += len(run)


def _run(text: str, drafts: list[Draft], index: int) -> list[Draft]:
    """The drafts from `index` on whose quantities stand side by side."""
    run = [drafts[index]]
    for draft in drafts[index + 1 :]:
        between = text[run[-1].quantity.end : draft.quantity.start]
        same = draft.quantity.unit == run[-1].quantity.unit
        if not same or len(between) > 8 or not RUN_JOINT.fullmatch(between):
            break
        run.append(draft)
    return run


def _deal_run(text: str, run: list[Draft], times: tuple[TimeExpression, ...]) -> None:
    first = run[0].quantity
    sentence = run[0].sentence[0]
    start = phrase_start(text, sentence, first.start)
    place = text.rfind("分别", max(sentence, start - 40), first.start)
    sizes = text.startswith("级", first.end)  # 3000亿级、2000亿级产业: the noun stands after the last
    leader = run[0] if run[0].name and not sizes else run[-1]
    for draft in run:
        draft.name, draft.indicator = leader.name, leader.indicator
        draft.deadline, draft.recurrence, draft.status = run[0].deadline, run[0].recurrence, run[0].status
    if place < 0:
        return
    years = [time for time in times if time.role == "date" and sentence <= time.start and time.end <= place]
    if len(years) >= len(run) and _adjacent(text, years[-len(run) :], place):
        for draft, year in zip(run, years[-len(run) :], strict=True):
            draft.deadline = year
        return
    names = subjects(run[0].name or "", len(run))
    if names:
        for draft, name in zip(run, names, strict=True):
            draft.name = name


def share_predicate(text: str, drafts: list[Draft]) -> None:
    """指导1个县、1个园区、2个社区开展创建: what the last of a row does, the others do as well."""
    for index in range(len(drafts) - 1, 0, -1):
        last, before = drafts[index], drafts[index - 1]
        row = text[before.quantity.end : last.quantity.start]
        predicate, _, noun = (last.name or "").rpartition("的")
        same = before.quantity.kind == last.quantity.kind == "count"
        if same and predicate and noun and ROW_ITEM.fullmatch(row) and text.startswith(noun, last.quantity.end):
            before.name = f"{predicate}的{row[:-1]}"


def _adjacent(text: str, years: list[TimeExpression], place: int) -> bool:
    """Whether the years stand in one row that ends at `place`."""
    edges = [*(year.start for year in years[1:]), place]
    return all(edge - year.end <= 1 for year, edge in zip(years, edges, strict=True))


def subjects(name: str, count: int) -> list[str] | None:
    """The `count` subjects that `name` lists, each completed by what it shares with the last.

    街道、乡镇养老服务中心覆盖率 for two gives 街道养老服务中心覆盖率 and 乡镇养老服务中心覆盖率.
    """
    parts = [part for part in SUBJECT_JOINT.split(name) if part]
    if len(parts) < count:
        return None
    *others, last = parts[-count:] if len(parts) > count else parts
    out = [tidy(other if _complete(other, last) else other + _shared(other, last)) for other in others]
    return [*out, tidy(last)]


def _complete(other: str, last: str) -> bool:
    return other[-2:] == last[-2:] or (len(other) > 2 and other.endswith(MEASURE)) or len(other) * 2 > len(last) + 4


def _shared(other: str, last: str) -> str:
    head = HEADS.match(last)
    if head is not None:
        return last[head.end() :]
    return last[len(other) :]
