"""The pages that tell what was measured, made from what the benchmarks left behind; nothing is measured here.

Accuracy on documents comes from tests/accuracy/floors.json, on single texts from tests/cases; the rest from
benchmarks/results.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
MEASURES = {
    "figures": "figures", "targets": "targets", "strict": "all fields", "status": "status", "clauses": "clauses",
    "titles": "headings", "parties": "bodies", "metadata": "letterhead",
}  # fmt: skip
FIELDS = ("indicator", "value", "unit", "comparator", "deadline", "recurrence", "change", "implicit")
# read once, before any rule was mended by them; F1 as for whole documents, status the share that is right
FIRST_READINGS = (
    ("the 492 single texts", "95.4", "81.5", "83.8", "71.6"),
    ("documents 1 to 9", "97.6", "82.4", "83.4", "59.3"),
    ("documents 10 to 15, after those", "98.0", "91.4", "90.3", "78.9"),
    ("documents 16 to 20, after those", "99.7", "97.8", "95.4", "78.0"),
    ("documents 21 to 25, kept aside to the end", "98.5", "95.6", "95.5", "82.0"),
)
THEMES = {
    "documents": "whole short documents, of all kinds", "plans": "action plans", "fyp": "five-year plans and their tables", "reports": "work reports",
    "national": "opinions of the State Council's kind", "research": "research articles and bulletins",
    "law": "laws and regulations", "hant": "Traditional script", "numerals": "numerals", "time": "deadlines",
    "negatives": "texts without a figure",
}  # fmt: skip
MEGA = 1_000_000
SLOWEST = 8
"""Rows of the table of hostile inputs."""


def pages() -> dict[str, str]:
    """The two pages: path below docs → text."""
    return {"accuracy.md": accuracy_page(), "speed.md": speed_page()}


# ---- accuracy -------------------------------------------------------------------------------------------------------


def accuracy_page() -> str:
    """How right the reading, the checking and the comparing are."""
    floors = _json(ROOT / "tests" / "accuracy" / "floors.json")
    checking, comparing = _result("checking"), _result("comparing")
    parts = [
        "# Accuracy",
        "What the library finds in annotated texts, by [what counts as what](annotation.md). Shares are per cent, rounded "
        "down.",
        "The rules were written with these texts in sight, and floors keep what was reached. So they show what the rules "
        "can do on texts of a known kind; on texts of another kind expect less, above all in the names of indicators.",
        "## Whole documents",
        "*Figures* and *targets* are F1 of those found (places overlap by half); *all fields* is F1 of targets with "
        "indicator, value, unit, comparator, deadline and recurrence right; *clauses* and *bodies* are F1 as well. "
        "*Status*, *headings* and *letterhead* are shares of what was found that is right.",
    ]
    for group, title in (("corpus", "The corpus"), ("originals", "Real documents")):
        parts += [f"### {title}", _GROUPS[group], *_document_tables(floors[group])]
    parts += [
        "## Short texts",
        "Sentences, clauses, tables and short documents with the reading a careful person would give, written down before "
        "the extractor had read them. A case is right when nothing differs: no figure missing, none too many, every field "
        "as annotated.",
        _table(("texts", "cases", "cases right", "figures", "figures right"), _case_rows()),
        "The rules have been mended by what these texts showed, so on unknown ones expect what the first reading gave, "
        "which cannot be measured again (documents 1 to 20 after slips of their annotation were corrected):",
        _table(("first reading of", "figures", "status", "targets", "all fields"), FIRST_READINGS),
        "## Checking",
        f"Clean documents of the corpus were damaged one damage at a time, {checking['seeds']} times in each way. "
        "*Recall* is the share of damages that the rule told at their place, *precision* the share of what it said that "
        "is true.",
        _table(("rule", "damages", "recall", "precision"), _rule_rows(checking["rules"])),
        "## Comparing",
        "F1 of the pairs of clauses of two plans, beside what one would do in a script: the same number, the same heading, "
        "the most alike by difflib. The last column is F1 of the pairs of targets.",
        _table(("plans", *_MANNERS, "targets"), _manner_rows(comparing["gold"], (*_MANNERS, "targets"))),
        "Plans made hard by a script, the mean over 16 pairs:",
        _table(("change", *_MANNERS), _manner_rows(comparing["hard"], _MANNERS)),
        "## Measure again",
        "```text\npython benchmarks/accuracy.py [--texts FOLDER --gold FOLDER]\nPYTHONPATH=benchmarks python -m tests.cases.known\n"
        "python benchmarks/corruption.py --write\npython benchmarks/compare.py --write\n```",
        "`accuracy.py` takes any folder with annotations of the form of `corpus/gold`, also your own.",
    ]
    return "\n\n".join(parts) + "\n"


_MANNERS = ("policyparse", "number", "heading", "greedy difflib")
_GROUPS = {
    "corpus": "Documents written for the project, of all kinds, some of them damaged: see `corpus/README.md`.",
    "originals": "A city plan, a county plan and a research article that stands corrupted on the web. They are not shipped.",
}


def _document_tables(group: Mapping[str, Any]) -> Iterator[str]:
    rows = {**group["documents"], f"**all {len(group['documents'])}**": group["together"]}
    for columns in (MEASURES, {field: field.replace("_", " ") for field in FIELDS}):
        yield _table(
            ("document", *columns.values()),
            ((name, *(_percent(row.get(column)) for column in columns)) for name, row in rows.items()),
        )


def case_counts() -> dict[str, tuple[int, int, int, int]]:
    """For each theme: cases, those that are right, figures, those that are right."""
    known = _json(CASES / "known_failures.json")
    counts = {}
    for theme in THEMES:
        cases = _json(CASES / f"{theme}.json")
        wrong = [known[case["id"]] for case in cases if case["id"] in known]
        figures = sum(len(case["expect"]["figures"]) for case in cases)
        bad = sum(len({word.rpartition(":")[0] for word in words}) for words in wrong)
        counts[theme] = len(cases), len(cases) - len(wrong), figures, max(0, figures - bad)
    return counts


def _case_rows() -> Iterator[tuple[str, ...]]:
    counts = case_counts()
    for name, row in ((THEMES[theme], row) for theme, row in counts.items()):
        yield name, *_counted(row)
    yield "**all**", *_counted(tuple(map(sum, zip(*counts.values(), strict=True))))


def _counted(row: tuple[int, ...]) -> tuple[str, ...]:
    cases, right, figures, right_figures = row
    share = right_figures / figures if figures >= cases else None
    return f"{cases:,}", _percent(right / cases), f"{figures:,}", _percent(share)


def _rule_rows(rules: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in rules.items():
        recall = _percent(row["recall"]) if row["damages"] else "–"
        yield name, f"{row['damages']:,}", recall, _percent(row["precision"])


def _manner_rows(results: Mapping[str, Any], manners: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for name, row in results.items():
        yield name, *(_percent(row[manner]) for manner in manners)


# ---- speed ----------------------------------------------------------------------------------------------------------


def speed_page() -> str:
    """How fast it is, on which machine."""
    speed, peers, comparing = _result("speed"), _result("peers"), _result("comparing")
    dense = _result("speed-corpus")
    hostile = speed["hostile"]
    parts = [
        "# Speed",
        f"Measured on {_machine(speed['machine'])}. Every figure is a median of {speed['rounds']} rounds, warm, on one "
        "core, in processor time; MB are 1,000,000 bytes of UTF-8. Other machines differ: look at the ratios.",
        "## From bytes to models",
        "Five real documents, which are not shipped:",
        _table(("document", "kB", "ms", "MB/s"), _file_rows(speed)),
        "The corpus, where a figure stands in every line: most time goes by figures, not by letters.",
        _table(("document", "kB", "ms", "MB/s"), _file_rows(dense)),
        "## Where the time goes",
        _table(("stage", "ms, real documents", "ms, corpus"), _stage_rows(speed["stages"], dense["stages"])),
        "## As the text grows",
        _table(("one document of", "s", "MB/s"), _growth_rows(speed["growth"]["seconds"])),
        f"The process took {speed['growth']['memory']} MB at most. `import policyparse` takes {speed['import'] * 1000:.0f} ms.",
        "## Texts that break careless parsers",
        f"Seconds for {_and(hostile['characters'])} characters of one thing again and again; ten times the text should "
        f"take about ten times as long. The {SLOWEST} slowest of {len(hostile['seconds'])}:",
        _table(("text", *(f"s for {n:,}" for n in hostile["characters"]), "ratio"), _hostile_rows(hostile["seconds"])),
        "Random bytes: "
        + ", ".join(f"{size} in {spent:.2f} s" for size, spent in hostile["random bytes"].items())
        + ".",
        "## Comparing two documents",
        _table(("pair", "ms beyond parsing"), ((n, f"{s * 1000:.0f}") for n, s in comparing["seconds"].items())),
        "## Beside libraries that find quantities",
        f"The same {peers['texts']} texts ({peers['characters']:,} characters) in one run on one machine. The others get "
        "the text sentence by sentence and look for quantities and times only; policyparse parses whole documents into "
        "models.",
        _table(("library", "version", "s", "times ours"), _peer_rows(peers["tools"])),
        "## Measure again",
        "```text\npython benchmarks/speed.py FOLDER --write speed\npython benchmarks/speed.py corpus/texts --write speed-corpus\n"
        "python benchmarks/peers.py FOLDER --write\npython benchmarks/compare.py --write\npython docs/make.py\n```",
    ]
    return "\n\n".join(parts) + "\n"


def _machine(machine: Mapping[str, Any]) -> str:
    packages = ", ".join(f"{name} {number}" for name, number in machine["packages"].items())
    return f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, {machine['python']}, {packages}"


def _file_rows(speed: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    size, seconds = sum(speed["bytes"].values()), sum(speed["files"].values())
    for name, spent in speed["files"].items():
        yield name, *_throughput(speed["bytes"][name], spent)
    yield "**all**", *_throughput(size, seconds)


def _stage_rows(*stages: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for name in stages[0]:
        yield name, *(f"{spent[name] * 1000:.1f}" for spent in stages)


def _throughput(size: int, seconds: float) -> tuple[str, str, str]:
    return f"{size / 1000:.0f}", f"{seconds * 1000:.1f}", f"{size / MEGA / seconds:.2f}"


def _growth_rows(seconds: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    for size, spent in seconds.items():
        yield f"{size} MB", f"{spent:.2f}", f"{float(size) / spent:.2f}"


def _hostile_rows(seconds: Mapping[str, list[float]]) -> Iterator[tuple[str, ...]]:
    for name, (small, large) in sorted(seconds.items(), key=lambda row: -row[1][1])[:SLOWEST]:
        yield name, f"{small:.2f}", f"{large:.2f}", f"{large / small:.0f}"


def _peer_rows(tools: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    ours = tools["policyparse"]["seconds"]
    for name, row in tools.items():
        yield name, row["version"], f"{row['seconds']:.2f}", f"{row['seconds'] / ours:,.0f}"


# ---- the READMEs ----------------------------------------------------------------------------------------------------


def summary(language: str) -> str:
    """The table of a README, ``en`` or ``zh``."""
    floors = _json(ROOT / "tests" / "accuracy" / "floors.json")
    corpus, real = floors["corpus"], floors["originals"]
    counts = case_counts()
    whole, single = counts.pop("documents"), [sum(column) for column in zip(*counts.values(), strict=True)]
    speeds = _result("speed"), _result("speed-corpus")
    rates = (f"{sum(s['bytes'].values()) / MEGA / sum(s['files'].values()):.1f}" for s in speeds)
    sizes = len(corpus["documents"]), len(real["documents"])
    heads, words, closing = _WORDS[language]
    rows = [
        (word, _percent(corpus["together"][measure]), _percent(real["together"][measure]))
        for measure, word in zip(("targets", "strict", "clauses", "parties"), words, strict=True)
    ]
    table = _table((heads[0], heads[1].format(*sizes), heads[2].format(*sizes)), rows)
    unseen = (f"{whole[0]}", *_right(whole), f"{single[0]}", *_right(single))
    return f"{table}\n\n{closing.format(*unseen, speeds[0]['machine']['processor'], *rates)}"


def _right(counts: Sequence[int]) -> tuple[str, str]:
    """How many figures, and the share that is right."""
    return f"{counts[2]:,}", _percent(counts[3] / counts[2])


_WORDS = {
    "en": (
        ("per cent", "{0} documents of the corpus", "{1} real documents"),
        ("targets found (F1)", "all their fields right (F1)", "clauses with their levels (F1)", "bodies and roles (F1)"),
        "The rules were written with these in sight. Of texts that were annotated before the extractor had read them, {0} "
        "short documents with {1} figures are now read right in every field for {2} %, and {3} single texts with {4} for "
        "{5} %. What to expect of an unknown document: five that were kept aside gave, read once, 95.5 % of the targets and "
        "82.0 % with all fields right. On one core ({6}) the real documents are parsed at {7} MB/s, the corpus, which is "
        "dense in figures, at {8}.",
    ),
    "zh": (
        ("%", "语料库 {0} 份文件", "真实文件 {1} 份"),
        ("找出目标（F1）", "目标各字段全对（F1）", "条款及层级（F1）", "责任单位及角色（F1）"),
        "编写规则时看过以上文件。另有先标注、后解析的短文件 {0} 份、数据 {1} 项，目前各字段全部读对的占 {2}%；短文 {3} 段、数据 {4} 项，"
        "读对的占 {5}%。对没有见过的文件可以这样估计：留到最后、只读一次的五份文件，找出目标 95.5%，各字段全对 82.0%。"
        "单核（{6}）每秒解析真实文件 {7} MB，数字密集的语料库 {8} MB。",
    ),
}  # fmt: skip


# ---- shared by the pages --------------------------------------------------------------------------------------------


def _result(name: str) -> dict[str, Any]:
    return _json(ROOT / "benchmarks" / "results" / f"{name}.json")


def _json(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def _percent(share: float | None) -> str:
    """One digit after the point, rounded down: what is not all right is never 100."""
    return "–" if share is None else f"{int(share * 1000 + 1e-9) / 10:.1f}"


def _and(numbers: Iterable[int]) -> str:
    return " and ".join(f"{number:,}" for number in numbers)


def _table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table whose columns after the first are figures."""
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *body))
