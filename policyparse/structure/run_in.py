"""Labels whose line's end got lost: （一）….（二）…. in one paragraph.

A label counts behind the end of a sentence where it goes on from the one that the paragraph begins with. Items of a
sentence (（1）…；（2）…) are its words, and no clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.structure.labels import Label, labels
from policyparse.structure.marks import Ground, Mark

SERIES = frozenset(("han", "han_paren", "article"))
CANDIDATE = re.compile(
    "。[ \u3000”]{0,3}(?=[（(][ ]?[一二三四五六七八九十]{1,3}[ ]?[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,6}条)"
)


def run_in_marks(ground: Ground, starts: dict[int, Mark]) -> Iterator[Mark]:
    """The labels within the lines of `starts`, which clauses begin with, in text order."""
    for index, mark in starts.items():
        if mark.label is None or mark.label.style.series not in SERIES:
            continue
        last = mark.label
        for label in _within(ground, index, last):
            if label.style.series == last.style.series and label.number == (last.number or 0) + 1:
                last = label
                yield Mark.of(index, label.start, label)


def _within(ground: Ground, index: int, own: Label) -> Iterator[Label]:
    """The labels behind sentences of a line that has words of its own."""
    line = ground.lines[index]
    for match in CANDIDATE.finditer(ground.text, own.head, line.end):
        label = labels(ground.lexicon).find(ground.text, match.end(), line.end)
        if label is not None and label.style.certain and label.head < line.end:
            yield label
