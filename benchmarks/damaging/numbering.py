"""Numbers that are lost, doubled, wrong or out of order."""

from __future__ import annotations

import re

from damaging.copies import NUMBERING
from damaging.draft import Answer, Change, Draft, Make
from damaging.labels import LABEL, count, group, shape, written

Run = list[tuple[int, re.Match[str]]]


def _runs(draft: Draft) -> list[Run]:
    """Neighbouring paragraphs that count on from each other, three and more."""
    runs: list[Run] = []
    for index, label in draft.labelled():
        if runs:
            before, last = runs[-1][-1]
            if (before, shape(last), count(last)) == (index - 1, shape(label), count(label) - 1):
                runs[-1].append((index, label))
                continue
        runs.append([(index, label)])
    return [run for run in runs if len(run) >= 3]


def _without(draft: Draft, index: int, rule: str, allowed: set[str]) -> Answer:
    """The paragraph at `index` is gone; what is to be found is the number of the one after it."""
    start, after = draft.paragraphs[index][0], draft.paragraphs[index + 1][0]
    label = LABEL.match(draft.text, after)
    end = after if label is None else label.end()
    return [Change(start, end, draft.text[after:end])], (rule,), allowed


def dropped(draft: Draft) -> Answer | None:
    """A numbered paragraph in the middle of its run is gone."""
    runs = _runs(draft)
    if not runs:
        return None
    run = draft.dice.choice(runs)
    return _without(draft, run[draft.dice.randrange(1, len(run) - 1)][0], "numbering-gap", set())


def misnumbered(step: int, rule: str) -> Make:
    """One number of a run is wrong by `step`."""

    def make(draft: Draft) -> Answer | None:
        runs = _runs(draft)
        if not runs:
            return None
        run = draft.dice.choice(runs)
        label = run[draft.dice.randrange(1, len(run) - 1)][1]
        return [Change(*label.span(group(label)), written(count(label) + step, label))], (rule,), set()

    return make


def moved(draft: Draft) -> Answer | None:
    """A numbered paragraph stands two or more places further down in its run."""
    runs = [run for run in _runs(draft) if len(run) >= 4]
    if not runs:
        return None
    run = draft.dice.choice(runs)
    first = draft.dice.randrange(0, len(run) - 3)
    start, after = draft.paragraphs[run[first][0]][0], draft.paragraphs[run[first + 1][0]][0]
    to = draft.paragraphs[run[draft.dice.randrange(first + 2, len(run))][0]][1]
    moving = draft.text[start:after].rstrip()
    changes = [Change(start, after, "", False), Change(to, to, draft.gap, False), Change(to, to, moving)]
    return changes, ("numbering-jump",), NUMBERING


def lost_heading(draft: Draft) -> Answer | None:
    """The numbered heading is gone from between two lists of the same kind, of which the second begins with one."""
    labels = dict(draft.labelled())
    choice = []
    for index, heading in labels.items():
        before, after = labels.get(index - 1), labels.get(index + 1)
        if before is None or after is None or count(after) != 1 or index + 2 not in labels:
            continue
        if shape(before) == shape(after) != shape(heading) and len(draft.words(index)) < 40:
            choice.append(index)
    return _without(draft, draft.dice.choice(choice), "missing-heading", NUMBERING) if choice else None
