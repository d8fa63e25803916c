"""How alike two headings are: by their words, and by what such a heading is for in plans of all kinds."""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.compare.shingles import Matrix, cut, dice, plain
from policyparse.compare.sides import Side
from policyparse.lexicon import Lexicon

SAME_ROLE = 0.7
"""What headings of one role (严格考核问效, 跟踪问效) count as at least."""
SIZES = (1, 2, 3)
"""Lengths of a heading's shingles: single characters too, for headings are short."""


def title_likeness(left: Side, right: Side, lexicon: Lexicon) -> Matrix:
    """0 to 1 for each pair of clauses; 0 where one has no heading. Words of many headings (加强, 建设) weigh little."""
    import numpy as np

    ours, theirs = _titles(left), _titles(right)
    likeness = dice([cut(title, SIZES) for title in ours], [cut(title, SIZES) for title in theirs])
    role = np.asarray([_role(title, lexicon) for title in ours])
    roles = np.asarray([_role(title, lexicon) for title in theirs])
    same = (role[:, None] == roles[None, :]) & (role[:, None] >= 0)
    return np.where(same, np.maximum(likeness, SAME_ROLE), likeness)


def _titles(side: Side) -> list[str]:
    return [plain(side, entry.clause.title or "") for entry in side.entries]


def _role(title: str, lexicon: Lexicon) -> int:
    """The number of the heading's role; -1 where it has none, or two."""
    pattern, topics = _roles(lexicon)
    found = {topics[match] for match in pattern.findall(title)}
    return found.pop() if len(found) == 1 else -1


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {topic: number for number, topic in enumerate(sorted({row.topic for row in lexicon.heading_roles}))}
    words = {row.surface: numbers[row.topic] for row in lexicon.heading_roles}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), words
