"""How well `check` finds damage of known kind and place, and how well `repair` mends it.

    python benchmarks/corruption.py [FOLDER] [--seeds N] [--kinds WORDS] [--most-noise N] [--repair] [--misses N]
                                    [--write]

Clean documents (those of corpus/texts, or all .txt files of FOLDER) are damaged in every way of `damaging`, one
damage at a time, with seeds. For each rule it prints

- recall: of the damages that the rule should tell, the share that it told at their place;
- precision: of what it said of damaged documents and does not say of the clean ones, the share that is true.

Both are counted over all kinds of damage, so that a rule is also charged for what it says wrongly of other damage. With
--repair, each damaged text is mended as well, and for each kind of damage it prints how like the clean text (F1 of the
characters in order, blanks aside) the damaged one is, the one mended by safe steps, and the one mended by all steps.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

import results
from damaging import damages
from damaging.copies import NUMBERING
from damaging.draft import EVERYTHING, Damage, Donors
from policyparse.check.alignment import in_common
from policyparse.check.engine import check
from policyparse.model.document import PolicyDocument
from policyparse.model.finding import Finding
from policyparse.pipeline import parse_text, repair

HERE = Path(__file__).parent
TEXTS = HERE.parent / "corpus" / "texts"
UNSEEN = HERE / "unseen"
DAMAGED = ("article.txt", "article.foreign.txt", "web-page.txt", "pdf-text.txt", "provincial-plan-hant.txt")
"""Texts of the corpus that are not clean themselves."""
DONORS = ("foreign", "foreign/trade")
JUDGED = "DNBFM"
"""Families whose false alarms count. The others speak of habits of the whole document, which a damage changes."""
NEAR = 4
"""A finding may lie so many characters beside a damage that is a point."""


@dataclass
class Tally:
    """What came of all damages: by kind, and by rule."""

    kinds: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    by_best: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    likeness: dict[str, list[tuple[float, float, float]]] = field(default_factory=lambda: defaultdict(list))
    misses: list[str] = field(default_factory=list)

    def recall(self, rule: str) -> float:
        """Share of the damages that `rule` should tell and told."""
        return self.found[rule] / self.wanted[rule] if self.wanted[rule] else 1.0

    def precision(self, rule: str) -> float:
        """Share of what `rule` said that is true."""
        said = self.true[rule] + self.false[rule]
        return self.true[rule] / said if said else 1.0


def documents(folder: Path) -> dict[str, str]:
    """The clean texts of a folder by their names, line ends as they are."""
    files = sorted(file for file in folder.glob("*.txt") if file.name not in DAMAGED)
    return {file.stem: file.read_bytes().decode("utf-8") for file in files}


def donors() -> Donors:
    """The passages on other subjects."""
    return Donors(*([file.read_text("utf-8") for file in sorted((HERE / name).glob("*.txt"))] for name in DONORS))


def measure(
    texts: dict[str, str], seeds: Iterable[int], kinds: str = "", most_noise: int = 30, *, mend: bool = False
) -> Tally:
    """Damage every text in every way (in those whose kind holds `kinds`) with every seed, and check it.

    Copies with more than `most_noise` per cent of noise are left out. With `mend` each text is repaired as well.
    """
    tally = Tally()
    passages = donors()
    for name, text in texts.items():
        before = _said(check(parse_text(text)))
        for seed in seeds:
            for damage in damages(text, passages, seed, kinds):
                if int((re.search("([0-9]+) % noise", damage.kind) or ["", "0"])[1]) > most_noise:
                    continue
                document = check(parse_text(damage.text))
                _judge(damage, document, before, f"{name} {seed}", tally)
                if mend:
                    mended = (repair(document, unsafe=unsafe).text for unsafe in (False, True))
                    tally.likeness[damage.kind].append(
                        tuple(_likeness(damage.clean, t) for t in (damage.text, *mended))
                    )
    return tally


def _said(document: PolicyDocument) -> Counter[tuple[str, str]]:
    """What is said of a document, free of places."""
    return Counter((finding.name, document.source_text(finding.span)) for finding in document.findings)


def _likeness(clean: str, text: str) -> float:
    clean, text = "".join(clean.split()), "".join(text.split())
    return 2 * in_common(clean, text) / max(len(clean) + len(text), 1)


def _judge(
    damage: Damage, document: PolicyDocument, before: Counter[tuple[str, str]], where: str, tally: Tally
) -> None:
    left = before.copy()
    answers: set[str] = set()
    tally.kinds[damage.kind] += 1
    tally.wanted.update(damage.answers)
    for finding in document.findings:
        if finding.name in damage.answers and any(_answers(finding, place) for place in damage.places):
            tally.true[finding.name] += 1
            answers.add(finding.name)
            continue
        key = finding.name, document.source_text(finding.span)
        if left[key] > 0:
            left[key] -= 1
        elif not _is_allowed(finding, damage):
            tally.false[finding.name] += 1
            words = document.source_text(finding.span)[:24].replace("\n", "|")
            tally.misses.append(f"false {finding.name}: {where}, {damage.kind}: {words}")
    if answers:
        tally.told[damage.kind] += 1
        tally.by_best[damage.kind] += damage.answers[0] in answers
        tally.found.update(damage.answers)
    else:
        words = " … ".join(damage.text[max(0, a - 8) : b + 8][:40] for a, b in damage.places).replace("\n", "|")
        tally.misses.append(f"missed {'/'.join(damage.answers)}: {where}, {damage.kind}: {words}")


def _answers(finding: Finding, place: tuple[int, int]) -> bool:
    """Whether a finding tells a damage: it covers half of it and is not much longer, or touches it if it is short."""
    start, end = place
    size = end - start
    overlap = min(end + NEAR, finding.span.end) - max(start - NEAR, finding.span.start)
    if size < 24 or finding.name in NUMBERING:
        return overlap > 0
    return overlap >= size / 2 and finding.span.end - finding.span.start <= 2 * size + 20


def _is_allowed(finding: Finding, damage: Damage) -> bool:
    """Whether another rule may speak of the damaged place as well, or of the text right beside it."""
    if finding.code[0] not in JUDGED or finding.severity == "info":
        return True
    if finding.name not in damage.allowed and damage.allowed != EVERYTHING:
        return False
    return finding.name in NUMBERING or any(
        start - 40 <= finding.span.end and finding.span.start <= end + 40 for start, end in damage.places
    )


def report(tally: Tally) -> Iterator[str]:
    """The figures as lines."""
    yield f"{'damage':26} {'done':>5} {'told':>5} {'share':>6} {'by its rule':>11}"
    for kind, done in tally.kinds.items():
        told, best = tally.told[kind], tally.by_best[kind]
        yield f"{kind:26} {done:5} {told:5} {told / done:6.3f} {best / done:11.3f}"
    yield ""
    yield f"{'rule':26} {'wanted':>6} {'recall':>6} {'true':>5} {'false':>5} {'precision':>9}"
    for rule in sorted({*tally.wanted, *tally.true, *tally.false}):
        yield (
            f"{rule:26} {tally.wanted[rule]:6} {tally.recall(rule):6.3f} {tally.true[rule]:5} {tally.false[rule]:5} "
            f"{tally.precision(rule):9.3f}"
        )
    if tally.likeness:
        yield ""
        yield f"{'damage':26} {'damaged':>8} {'safe':>8} {'all':>8}   F1 to the clean text"
    for kind, rows in tally.likeness.items():
        yield f"{kind:26} " + " ".join(f"{fmean(column):8.4f}" for column in zip(*rows, strict=True))


def figures(tally: Tally) -> dict[str, dict[str, dict[str, float]]]:
    """The figures by rule and by kind of damage, for a file."""
    rules = {
        rule: {
            "damages": tally.wanted[rule],
            "recall": round(tally.recall(rule), 4),
            "precision": round(tally.precision(rule), 4),
        }
        for rule in sorted({*tally.wanted, *tally.true, *tally.false})
    }
    kinds = {kind: {"done": done, "told": tally.told[kind]} for kind, done in tally.kinds.items()}
    for kind, rows in tally.likeness.items():
        means = (round(fmean(column), 4) for column in zip(*rows, strict=True))
        kinds[kind] |= dict(zip(("damaged", "safe", "all"), means, strict=True))
    return {"rules": rules, "kinds": kinds}


def main() -> None:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--most-noise", type=int, default=30)
    parser.add_argument("--repair", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/checking.json")
    arguments = parser.parse_args()
    tally = measure(
        documents(arguments.folder),
        range(arguments.seeds),
        arguments.kinds,
        arguments.most_noise,
        mend=arguments.repair,
    )
    print("\n".join(report(tally)))
    print("\n".join(tally.misses[: arguments.misses]))
    if arguments.write:
        results.write("checking", {"seeds": arguments.seeds, **figures(tally)})


if __name__ == "__main__":
    main()
