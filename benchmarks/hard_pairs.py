"""Makes a county's plan out of a city's, with known counterparts: shuffled, renumbered, merged, split, reworded tasks.

Works on the documents of the corpus. What is new in the county's plan comes from documents on other subjects.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from policyparse import pipeline
from policyparse.model.document import Clause, PolicyDocument
from policyparse.numerals import to_chinese

TEXTS = Path(__file__).resolve().parents[1] / "corpus" / "texts"
WORDS = {
    "推进": "推动", "加快": "加速", "完善": "健全", "建立": "构建", "提升": "提高", "开展": "组织开展", "支持": "鼓励",
    "扩大": "扩充", "强化": "加强", "落实": "抓好", "优化": "改进", "打造": "建设", "引导": "动员", "培育": "发展",
}  # fmt: skip
EXTRA = (
    "各乡镇要结合当地条件列出年度项目单，逐项明确时间节点。",
    "鼓励村（社区）先行探索，好的做法及时在全县推开。",
    "对进展迟缓的事项由县政府督查室跟进提醒。",
    "资金拨付与工作进度挂钩，防止项目建而不用。",
    "注重听取群众意见，做到事前有征询、事后有回访。",
    "相关数据按月汇总，差错率纳入部门考评。",
)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """A task on its way from the one plan into the other. `origins` are the ids of the clauses it came from."""

    origins: tuple[str, ...]
    title: str
    sentences: tuple[str, ...]
    duty: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its tasks."""

    origin: str
    title: str
    text: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is done to a plan. Shares are of its tasks; `style` is how the tasks are numbered."""

    seed: int
    drop: float = 0.0
    merge: float = 0.0
    split: float = 0.0
    reword: float = 0.0
    add: int = 0
    shuffle: bool = False
    style: str = "running"


@dataclass(frozen=True, slots=True)
class HardPair:
    """Two documents and the clauses that correspond. `allowed` pairs may be told or not: heads of what was merged."""

    left: PolicyDocument
    right: PolicyDocument
    expected: frozenset[Pair]
    allowed: frozenset[Pair]

    def f1(self, found: set[Pair]) -> float:
        """How well the pairs `found` fit."""
        found = found - self.allowed
        hits = len(found & self.expected)
        return 2 * hits / (len(found) + len(self.expected))


def make(name: str, changes: Changes) -> HardPair:
    """The document `name` of the corpus and what `changes` makes of it."""
    left = _parsed(name)
    chance = random.Random(changes.seed)
    chapters = [_changed(chapter, changes, chance) for chapter in _chapters(left)]
    kept = [chapter for chapter in chapters if chapter.tasks or chapter.text]
    if changes.shuffle:
        kept = _shuffled(kept, chance)
    kept = _with_strangers(kept, changes.add, name, chance)
    text, expected = _written(kept, changes.style)
    heads = {(parent, lower) for upper, lower in expected for parent in _between(left, upper)}
    return HardPair(left, pipeline.parse_text(text), frozenset(expected), frozenset(heads))


@cache
def _parsed(name: str) -> PolicyDocument:
    return pipeline.parse(TEXTS / f"{name}.txt")


def _chapters(document: PolicyDocument) -> list[Chapter]:
    chapters = []
    for root in document.children():
        if root.style not in ("han", "chapter"):
            continue
        below = [clause for clause in document.walk(root) if clause is not root and _is_task(clause, document)]
        text = root.text.removeprefix(root.title or "").lstrip("。\n")
        chapters.append(Chapter(root.id, root.title or "", text, tuple(_task(clause, document) for clause in below)))
    return chapters


def _between(document: PolicyDocument, id: str) -> list[str]:
    """The clauses between a task and its chapter: they are not written into the other plan."""
    found = []
    clause = document.clause(id)
    while (parent := document.parent(clause)) is not None:
        found.append(parent.id)
        clause = parent
    return found[:-1]


def _is_task(clause: Clause, document: PolicyDocument) -> bool:
    upper = any(child.style != "inline" for child in document.children(clause))
    return clause.style not in ("inline", "box") and clause.title is not None and not upper


def _task(clause: Clause, document: PolicyDocument) -> Task:
    text = "".join(part.text for part in document.walk(clause)).removeprefix(clause.title or "").lstrip("。")
    bracket = re.search(r"（[^（）]*(?:牵头|负责|单位：|配合|参与)(?:[^（）]|（[^（）]*）)*）$", text)
    duty = bracket[0] if bracket else ""
    sentences = tuple(re.findall(r"[^。；]+[。；]?", text.removesuffix(duty)))
    return Task((clause.id,), clause.title or "", sentences, duty)


def _changed(chapter: Chapter, changes: Changes, chance: random.Random) -> Chapter:
    tasks = [task for task in chapter.tasks if chance.random() >= changes.drop]
    tasks = [part for task in tasks for part in _split(task, changes.split, chance)]
    tasks = [_reworded(task, changes.reword, chance) for task in tasks]
    return replace(chapter, tasks=tuple(_merged(tasks, changes.merge, chance)))


def _merged(tasks: list[Task], share: float, chance: random.Random) -> list[Task]:
    done: list[Task] = []
    for task in tasks:
        alone = done and len(done[-1].origins) == 1 and done[-1].origins != task.origins
        if alone and chance.random() < share:
            last = done.pop()
            title = chance.choice((f"{last.title}和{task.title}", last.title))
            done.append(Task(last.origins + task.origins, title, last.sentences + task.sentences, task.duty))
        else:
            done.append(task)
    return done


def _split(task: Task, share: float, chance: random.Random) -> list[Task]:
    if sum(map(len, task.sentences)) < 160 or len(task.sentences) < 4:
        return [task]
    if chance.random() >= share:
        return [task]
    half = len(task.sentences) // 2
    fresh = chance.choice(("细化配套举措", "抓实后续环节", "拓展服务内容"))
    first = replace(task, sentences=task.sentences[:half])
    return [first, replace(task, title=fresh, sentences=task.sentences[half:])]


def _reworded(task: Task, share: float, chance: random.Random) -> Task:
    title = task.title
    if chance.random() < share:
        title = _swapped(title, chance)
    kept = [s for k, s in enumerate(task.sentences) if k == 0 or chance.random() >= share / 2]
    sentences = [_swapped(s, chance) if chance.random() < share * 2 else s for s in kept]
    sentences = [_other_figures(s, chance) if chance.random() < share * 2 else s for s in sentences]
    if chance.random() < share * 2:
        sentences.insert(chance.randrange(1, len(sentences) + 1), chance.choice(EXTRA))
    return replace(task, title=title, sentences=tuple(sentences))


def _swapped(text: str, chance: random.Random) -> str:
    for word, other in WORDS.items():
        if chance.random() < 0.7:
            text = text.replace(word, other)
    return text


def _other_figures(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<![\d—-])\d{1,3}(?=[%个家张户处名万人])", lambda m: str(chance.randrange(2, 99)), text)


def _shuffled(chapters: list[Chapter], chance: random.Random) -> list[Chapter]:
    """Chapters and tasks in another order; some tasks in another chapter."""
    rows = [list(chapter.tasks) for chapter in chapters]
    homes = [k for k, row in enumerate(rows) if row]
    for k in homes:
        if len(rows[k]) > 2 and chance.random() < 0.5:
            rows[chance.choice(homes)].append(rows[k].pop(chance.randrange(len(rows[k]))))
        chance.shuffle(rows[k])
    done = [replace(chapter, tasks=tuple(row)) for chapter, row in zip(chapters, rows, strict=True)]
    chance.shuffle(done)
    return done


def _with_strangers(chapters: list[Chapter], count: int, name: str, chance: random.Random) -> list[Chapter]:
    """Tasks of other documents put in, without counterpart."""
    subjects = [other for other in ("five-year-plan", "work-report") if other != name]
    pool = [task for n in subjects for chapter in _chapters(_parsed(n)) for task in chapter.tasks]
    for task in chance.sample(pool, count):
        k = chance.choice([k for k, chapter in enumerate(chapters) if chapter.tasks])
        row = list(chapters[k].tasks)
        row.insert(chance.randrange(len(row) + 1), replace(task, origins=()))
        chapters[k] = replace(chapters[k], tasks=tuple(row))
    return chapters


def _written(chapters: list[Chapter], style: str) -> tuple[str, list[Pair]]:
    """The county's plan as text, and the pairs of ids."""
    lines = ["临江县人民政府", "关于印发临江县实施方案的通知", "", "各乡镇人民政府：", "现印发给你们。", "",
             "临江县实施方案", "", "为抓好落实，制定本方案。"]  # fmt: skip
    pairs: list[Pair] = []
    running = 0
    for number, chapter in enumerate(chapters, 1):
        head = to_chinese(number)
        pairs.append((chapter.origin, head))
        lines += [f"{head}、{_county(chapter.title)}", *filter(None, [_county(chapter.text)])]
        for place, task in enumerate(chapter.tasks, 1):
            running += 1
            label, step = _label(running if style == "running" else place, style)
            lines.append(label + _county(task.title + "。" + "".join(task.sentences) + task.duty))
            pairs += [(origin, f"{head}/{step}") for origin in task.origins]
    return "\n".join(lines) + "\n", pairs


def _label(number: int, style: str) -> tuple[str, str]:
    if style == "han_paren":
        return f"（{to_chinese(number)}）", f"({to_chinese(number)})"
    return f"{number}.", str(number)


def _county(text: str) -> str:
    text = re.sub("云州市|云州|锦川区|澄川县", "临江县", text)
    return re.sub("(全|我|本|各|（|、|：)[市区]", r"\1县", re.sub("[市区](?=级|属|直|政府|委)", "县", text))
