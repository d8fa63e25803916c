"""Copies: exact, renumbered, noisy, of several paragraphs, and begun or ended inside a paragraph."""

from __future__ import annotations

import random
import re

from damaging.draft import EVERYTHING, HAN, Answer, Change, Draft, Make
from damaging.labels import LABEL, count, renumbered

NUMBERING = {"numbering-gap", "numbering-repeat", "numbering-jump", "missing-heading"}


def noisy(words: str, share: float, dice: random.Random) -> str:
    """`words` as a bad scan reads them: of `share` of the characters most become others, some go, some come."""
    pool = re.findall(HAN, words) or ["口"]
    out = []
    for character in words:
        fate = dice.random()
        if fate < share * 0.7:
            out.append(dice.choice(pool))
        elif fate < share * 0.85:
            continue
        elif fate < share:
            out.append(character + dice.choice(pool))
        else:
            out.append(character)
    return "".join(out)


def copy(share: float = 0.0, run: int = 1) -> Make:
    """One paragraph, or `run` of them, again further down, with noise of `share`."""

    def make(draft: Draft) -> Answer | None:
        running = draft.running()
        choice = [i for i in running if all(j in running for j in range(i, i + run))]
        if not choice:
            return None
        first = draft.dice.choice(choice)
        last = first + run - 1
        after = draft.paragraphs[draft.dice.choice([j for j in running if j >= last])][1]
        words = draft.text[draft.paragraphs[first][0] : draft.paragraphs[last][1]]
        copied = noisy(words, share, draft.dice)
        right = "duplicate-block" if copied == words else "near-duplicate"
        changes = [Change(after, after, draft.gap, False), Change(after, after, copied)]
        return changes, (right,), EVERYTHING if share else NUMBERING

    return make


def copy_renumbered(draft: Draft) -> Answer | None:
    """A numbered paragraph again further down, with another number."""
    running = draft.running()
    choice = [(index, label) for index, label in draft.labelled() if index in running]
    if not choice:
        return None
    first, label = draft.dice.choice(choice)
    after = draft.paragraphs[draft.dice.choice([j for j in running if j >= first])][1]
    words = renumbered(draft.words(first), count(label) + draft.dice.choice([1, 2, 3]))
    return [Change(after, after, draft.gap, False), Change(after, after, words)], ("renumbered-duplicate",), NUMBERING


def copy_partly(from_start: bool) -> Make:
    """The first or last part of a paragraph, run on at the end of another one."""

    def make(draft: Draft) -> Answer | None:
        running = draft.running(120)
        if len(running) < 2:
            return None
        first, second = sorted(draft.dice.sample(running, 2))
        words = draft.words(first)
        if label := LABEL.match(words):
            words = words[label.end() :]
        size = draft.dice.randint(60, max(61, len(words) * 2 // 3))
        at = draft.paragraphs[second][1]
        return [Change(at, at, words[:size] if from_start else words[-size:])], ("duplicate-block",), EVERYTHING

    return make
