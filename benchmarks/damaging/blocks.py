"""Blocks of several paragraphs: copied, torn, renumbered, told again and again, or out of their order."""

from __future__ import annotations

import re

from damaging.copies import NUMBERING, noisy
from damaging.draft import EVERYTHING, HAN, Answer, Change, Draft, Make
from damaging.labels import LABEL, count, group, renumbered, shape

LEAST, MOST = 3, 6
SHORTEST = 120
"""Characters of a block, at least: a few headings in succession are none."""


def _block(draft: Draft) -> tuple[int, int] | None:
    """The first and last paragraph of a block: any paragraphs in succession, most of them running text."""
    running = set(draft.running())
    choice = []
    for size in range(LEAST, MOST + 1):
        for first in range(1, len(draft.paragraphs) - size):
            inside = running & set(range(first, first + size))
            if len(inside) * 2 > size and first + size - 1 in inside:
                choice.append((first, first + size - 1))
    return draft.dice.choice(choice) if choice else None


def _after(draft: Draft, last: int) -> int:
    """Where something may be put in: after a paragraph of running text that is not before `last`."""
    return draft.paragraphs[draft.dice.choice([i for i in draft.running(40) if i >= last] or [last])][1]


def _put(draft: Draft, at: int, words: str) -> list[Change]:
    """`words` as paragraphs of their own at `at`, the end of a paragraph."""
    return [Change(at, at, draft.gap, False), Change(at, at, words)]


def copied(share: float = 0.0) -> Make:
    """Three to six paragraphs, headings among them, again further down, with noise of `share`."""

    def make(draft: Draft) -> Answer | None:
        block = _block(draft)
        if block is None:
            return None
        first, last = block
        words = draft.text[draft.paragraphs[first][0] : draft.paragraphs[last][1]]
        right = "near-duplicate" if share else "duplicate-block"
        changes = _put(draft, _after(draft, last), noisy(words, share, draft.dice))
        return changes, (right,), EVERYTHING if share else NUMBERING

    return make


def torn(draft: Draft) -> Answer | None:
    """From the middle of one paragraph to the middle of a later one, again further down as paragraphs of their own."""
    block = _block(draft)
    if block is None:
        return None
    running = [index for index in draft.running(100) if block[0] <= index <= block[1]]
    if len(running) < 2:
        return None
    start, end = draft.middle(running[0]), draft.middle(running[-1])
    return _put(draft, _after(draft, block[1]), draft.text[start:end]), ("duplicate-block",), EVERYTHING


def anew(draft: Draft) -> Answer | None:
    """Two paragraphs again further down, run on into each other and broken at another place."""
    running = draft.running(100)
    choice = [index for index in running if index + 1 in running]
    if not choice:
        return None
    first = draft.dice.choice(choice)
    start, between = draft.paragraphs[first]
    after, end = draft.paragraphs[first + 1]
    at = draft.middle(first)
    words = draft.text[start:at] + draft.gap + draft.text[at:between] + draft.text[after:end]
    return _put(draft, _after(draft, first + 1), words), ("duplicate-block",), EVERYTHING


def renumbered_block(draft: Draft) -> Answer | None:
    """Two to four numbered paragraphs again further down, numbered on."""
    labels = dict(draft.labelled())
    running = set(draft.running())
    choice = [index for index in labels if {index, index + 1} <= running & set(labels)]
    if not choice:
        return None
    first = last = draft.dice.choice(choice)
    while last + 1 in running and last + 1 in labels and last < first + 3:
        last += 1
    step = draft.dice.choice([1, 2, last - first + 1])
    same = shape(labels[first])
    words = draft.gap.join(
        renumbered(draft.words(i), count(labels[i]) + step) if shape(labels[i]) == same else draft.words(i)
        for i in range(first, last + 1)
    )
    return _put(draft, _after(draft, last), words), ("renumbered-duplicate",), EVERYTHING


def again_and_again(draft: Draft) -> Answer | None:
    """One numbered paragraph three times more, counted on each time, as a language model repeats itself."""
    labels = dict(draft.labelled())
    choice = [index for index in draft.running(80) if index in labels]
    if not choice:
        return None
    index = draft.dice.choice(choice)
    end = draft.paragraphs[index][1]
    changes = []
    for step in (1, 2, 3):
        changes += _put(draft, end, renumbered(draft.words(index), count(labels[index]) + step))
    return changes, ("renumbered-duplicate",), EVERYTHING


def scanned(draft: Draft) -> Answer | None:
    """One paragraph again, as a scan gives it: marks lost or half as wide, blanks put in, some characters wrong."""
    running = draft.running(80)
    index = draft.dice.choice(running)
    words = noisy(draft.words(index), 0.08, draft.dice)
    words = re.sub("[，、；。]", lambda m: draft.dice.choice([m[0], m[0], "", ",", " "]), words)
    words = re.sub(f"(?<={HAN})(?={HAN})", lambda _: "" if draft.dice.random() > 0.03 else " ", words)
    at = _after(draft, index)
    return _put(draft, at, words.strip() or words), ("near-duplicate",), EVERYTHING


def reworded(draft: Draft) -> Answer | None:
    """One paragraph again with a sentence less and another one shortened."""
    choice = [i for i in draft.running(160) if draft.words(i).count("。") >= 3]
    if not choice:
        return None
    index = draft.dice.choice(choice)
    sentences = re.findall("[^。]*。[）)”]?", draft.words(index))
    gone = draft.dice.randrange(1, len(sentences) - 1) if len(sentences) > 2 else 1
    if len(sentences[gone]) > 0.4 * len(draft.words(index)):
        return None
    words = "".join(sentences[:gone] + sentences[gone + 1 :])
    return _put(draft, _after(draft, index), words), ("near-duplicate", "duplicate-block"), EVERYTHING


def carried_off(draft: Draft) -> Answer | None:
    """A sentence breaks off, and its rest stands one to three paragraphs further down."""
    running = draft.running(80)
    choice = [index for index in running if index + 1 in running]
    if not choice:
        return None
    index = draft.dice.choice(choice)
    last = index + 1
    while last + 1 in running and last < index + 3 and draft.dice.random() < 0.5:
        last += 1
    at, end = draft.middle(index), draft.paragraphs[index][1]
    to = draft.paragraphs[last][1]
    rest = draft.text[at:end]
    changes = [Change(at - 1, end, draft.text[at - 1]), Change(to, to, draft.gap + rest, False)]
    return changes, ("broken-paragraph", "missing-punctuation"), EVERYTHING


def _siblings(draft: Draft) -> list[tuple[int, int]]:
    """Neighbouring paragraphs of running text that count on from each other."""
    labels = dict(draft.labelled())
    return [
        (index, index + 1)
        for index in labels
        if index + 1 in labels
        and shape(labels[index]) == shape(labels[index + 1])
        and count(labels[index]) + 1 == count(labels[index + 1])
        and len(draft.words(index)) >= 40
    ]


def swapped(draft: Draft) -> Answer | None:
    """Two neighbouring clauses have changed places."""
    choice = _siblings(draft)
    if not choice:
        return None
    first, second = draft.dice.choice(choice)
    (a, b), (c, d) = draft.paragraphs[first], draft.paragraphs[second]
    changes = [Change(a, b, draft.text[c:d]), Change(c, d, draft.text[a:b])]
    return changes, ("numbering-jump",), NUMBERING


def swapped_sections(draft: Draft) -> Answer | None:
    """Two neighbouring sections, headings and all, have changed places."""
    tops = [(i, m) for i, m in draft.labelled() if m["close"] == "、" and not m["open"] and not m["number"].isdigit()]
    choice = [
        (a[0], b[0], c[0])
        for a, b, c in zip(tops, tops[1:], tops[2:], strict=False)
        if count(a[1]) + 1 == count(b[1]) == count(c[1]) - 1
    ]
    if not choice:
        return None
    a, b, c = (draft.paragraphs[index][0] for index in draft.dice.choice(choice))
    changes = [Change(a, b, draft.text[b:c]), Change(b, c, draft.text[a:b])]
    return changes, ("numbering-jump",), NUMBERING


def lost_label(draft: Draft) -> Answer | None:
    """The number of a clause in the middle of its run is gone; the next one shows it."""
    choice = [pair for pair in _siblings(draft) if count(dict(draft.labelled())[pair[0]]) > 1]
    if not choice:
        return None
    first, second = draft.dice.choice(choice)
    label = LABEL.match(draft.text, draft.paragraphs[first][0])
    after = LABEL.match(draft.text, draft.paragraphs[second][0])
    assert label is not None
    assert after is not None
    place = after.span(group(after))
    changes = [Change(*label.span(), "", False), Change(*place, draft.text[slice(*place)])]
    return changes, ("numbering-gap",), NUMBERING | {"missing-punctuation"}
