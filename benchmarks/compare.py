"""How well and how fast two documents are compared, beside what one would do by hand in a script.

    python benchmarks/compare.py [--rounds N] [--write]

Accuracy: pairs of clauses and of targets against the gold of the corpus (and of the originals beside the repository,
where they are), and pairs of clauses in plans made hard by `hard_pairs`. The manners beside ours: clauses with the same
number, with the same heading, and the greedily best by difflib's ratio of their texts. Speed is beyond parsing, warm,
in processor time.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import hard_pairs
import policyparse as pp
import results
from policyparse.compare.documents import compare
from speed import now

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, dict[str, float]]
Pairs = set[tuple[str, str]]
Manner = Callable[[pp.PolicyDocument, pp.PolicyDocument], Pairs]
PLANS = ("yunzhou-city", "linhe-county", "shiqiao-county", "qingxi-district")
KINDS = {
    "renumbered": {"style": "han_paren"},
    "shuffled": {"shuffle": True},
    "a third missing": {"drop": 1 / 3},
    "merged": {"merge": 0.4},
    "split": {"split": 0.6},
    "reworded": {"reword": 0.5},
    "all of it": {
        "drop": 1 / 3,
        "merge": 0.25,
        "split": 0.3,
        "reword": 0.4,
        "add": 5,
        "shuffle": True,
        "style": "restart",
    },
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/comparing.json")
    given = arguments.parse_args()
    figures = {"gold": on_gold(), "hard": on_hard_pairs(), "seconds": seconds_of(given.rounds)}
    if given.write:
        results.write("comparing", figures)


# ---- manners --------------------------------------------------------------------------------------------------------


def ours(left: pp.PolicyDocument, right: pp.PolicyDocument) -> Pairs:
    """policyparse."""
    return {(pair.left, pair.right) for pair in compare(left, right).clauses if pair.left and pair.right}


def by_number(left: pp.PolicyDocument, right: pp.PolicyDocument) -> Pairs:
    """The same path."""
    there = {clause.id for clause in right.clauses}
    return {(clause.id, clause.id) for clause in left.clauses if clause.id in there}


def by_title(left: pp.PolicyDocument, right: pp.PolicyDocument) -> Pairs:
    """The same heading."""
    titles = {clause.title: clause.id for clause in right.clauses if clause.title}
    return {(clause.id, titles[clause.title]) for clause in left.clauses if clause.title in titles}


def greedy(left: pp.PolicyDocument, right: pp.PolicyDocument) -> Pairs:
    """The most alike texts first, by difflib's ratio from 0.3 on."""
    scored = []
    for one in left.clauses:
        matcher = SequenceMatcher(b=one.text, autojunk=False)
        for other in right.clauses:
            matcher.set_seq1(other.text)
            if matcher.real_quick_ratio() >= 0.3 and matcher.quick_ratio() >= 0.3:
                scored.append((matcher.ratio(), one.id, other.id))
    found: dict[str, str] = {}
    for ratio, one_id, other_id in sorted(scored, reverse=True):
        if ratio >= 0.3 and one_id not in found and other_id not in found.values():
            found[one_id] = other_id
    return set(found.items())


MANNERS: dict[str, Manner] = {"policyparse": ours, "number": by_number, "heading": by_title, "greedy difflib": greedy}


def f1(found: set[object], wanted: set[object]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0


# ---- accuracy -------------------------------------------------------------------------------------------------------


def on_gold() -> Figures:
    """F1 of clause pairs by manner, and of target pairs, for each pair of the gold."""
    figures: Figures = {}
    print("pairs of the gold: F1 of clause pairs by manner; of target pairs, ours")
    print(f"  {'':<38}" + "".join(f"{name:>16}" for name in MANNERS) + f"{'targets':>16}")
    for file, texts in gold_files():
        _, left_name, right_name, _ = file.name.split(".")
        left, right = (pp.parse(texts / f"{name}.txt") for name in (left_name, right_name))
        gold = json.loads(file.read_text("utf-8"))
        wanted = {(pair["city"], pair["county"]) for pair in gold["clauses"]}
        scores = {name: f1(set(manner(left, right)), set(wanted)) for name, manner in MANNERS.items()}
        starts = {row["id"]: row["start"] for name in (left_name, right_name) for row in rows(file.parent, name)}
        targets = {(starts[pair["city_id"]], starts[pair["county_id"]]) for pair in gold["indicators"]}
        paired = {
            (pair.left.span.start, pair.right.span.start)
            for pair in compare(left, right).targets
            if pair.left and pair.right
        }
        scores["targets"] = f1(set(paired), set(targets))
        figures[f"{left_name} / {right_name}"] = scores
        print_row(f"{left_name} / {right_name}", scores)
    return figures


def gold_files() -> list[tuple[Path, Path]]:
    folders = [
        (ROOT / "corpus" / "gold", ROOT / "corpus" / "texts"),
        (ROOT.parent / "shared" / "gold", ROOT.parent / "shared" / "corpus"),
    ]
    return [(file, texts) for gold, texts in folders for file in sorted(gold.glob("pair.*.json"))]


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / f"{name}.targets.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def on_hard_pairs() -> Figures:
    """Mean F1 of clause pairs by manner, for each kind of change."""
    figures: Figures = {}
    print("\nhard pairs: mean F1 of clause pairs over 4 plans and 4 seeds")
    print(f"  {'':<38}" + "".join(f"{name:>16}" for name in MANNERS))
    for kind, changes in KINDS.items():
        pairs = [hard_pairs.make(plan, hard_pairs.Changes(seed, **changes)) for plan in PLANS for seed in range(4)]
        figures[kind] = {
            name: statistics.mean(pair.f1(set(manner(pair.left, pair.right))) for pair in pairs)
            for name, manner in MANNERS.items()
        }
        print_row(kind, figures[kind])
    return figures


def print_row(name: str, scores: dict[str, float]) -> None:
    print(f"  {name:<38}" + "".join(f"{score:>16.3f}" for score in scores.values()))


# ---- speed ----------------------------------------------------------------------------------------------------------


def seconds_of(rounds: int) -> dict[str, float]:
    """Median seconds by pair."""
    seconds = {}
    print(f"\nspeed beyond parsing, warm, medians of {rounds} rounds")
    for left_name, right_name in (("yunzhou-city", "linhe-county"), ("yunzhou-city", "qingxi-district")):
        left, right = (pp.parse(ROOT / "corpus" / "texts" / f"{name}.txt") for name in (left_name, right_name))
        seconds[f"{left_name} / {right_name}"] = median_time(left, right, rounds)
    for size in (100, 500):
        seconds[f"{size} clauses / {size} clauses"] = median_time(*large_pair(size), 3)
    seconds["500 clauses / 500, all nearly the same"] = median_time(*uniform_pair(500), 3)
    for name, spent in seconds.items():
        print(f"  {name:<38}{spent * 1000:>16.0f} ms")
    return seconds


def median_time(left: pp.PolicyDocument, right: pp.PolicyDocument, rounds: int) -> float:
    compare(left, right)
    times = []
    for _ in range(rounds):
        begin = now()
        compare(left, right)
        times.append(now() - begin)
    return statistics.median(times)


def large_pair(size: int) -> tuple[pp.PolicyDocument, pp.PolicyDocument]:
    """Two plans of `size` clauses, put together from sentences of the corpus; the second one shuffled and shortened."""
    chance = random.Random(size)
    text = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "corpus" / "texts").glob("*-*.txt")))
    sentences = sorted(
        {part.strip() for part in text.split("。") if 20 <= len(part.strip()) <= 120 and "\n" not in part.strip()}
    )
    clauses = [[f"推进第{number}号工程", *chance.sample(sentences, 4)] for number in range(size)]
    shorter = [[clause[0], *(part for part in clause[1:] if chance.random() < 0.8)] for clause in clauses]
    chance.shuffle(shorter)
    return plan(clauses), plan(shorter)


def uniform_pair(size: int) -> tuple[pp.PolicyDocument, pp.PolicyDocument]:
    """Two plans in which every clause says the same but for its numbers: nothing but the order tells them apart."""
    text = (
        "围绕{0}号渠段完善管护台账",
        "到2027年，衬砌渠道{1}公里以上，清淤土方{1}万立方米",
        "冬灌之前逐段试水，渗漏点位当月销号",
        "{0}号渠段管护员由受益村推选，报酬按亩分摊",
    )
    plans = (
        [[f"整修{n}号渠段", *(part.format(n, n + more) for part in text)] for n in range(1, size + 1)]
        for more in (3, 5)
    )
    left, right = map(plan, plans)
    return left, right


def plan(clauses: list[list[str]]) -> pp.PolicyDocument:
    lines = ["关于印发工作方案的通知", "", "一、重点任务"]
    lines += [f"{number}." + "。".join(parts) + "。" for number, parts in enumerate(clauses, 1)]
    return pp.parse_text("\n".join(lines))


if __name__ == "__main__":
    main()
