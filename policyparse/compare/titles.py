"""How alike two headings are: by their words, and by what such a heading is for in plans of all kinds."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import product

from policyparse.compare.assignment import Match
from policyparse.compare.shingles import COMMONPLACE, Likeness, cut, plain, weigh
from policyparse.compare.sides import Side
from policyparse.lexicon import Lexicon

SAME_ROLE = 0.7
"""What headings of one role (严格考核问效, 跟踪问效) count as at least."""
LEAST = 0.05
"""Likeness that is worth telling."""
SIZES = (1, 2, 3)
"""Lengths of a heading's shingles: single characters too, for headings are short."""


def title_likeness(left: Side, right: Side, lexicon: Lexicon) -> dict[Match, float]:
    """0 to 1 for the pairs of clauses whose headings have something in common.

    Words that many headings hold (加强, 建设) weigh little.
    """
    ours, theirs = _titles(left), _titles(right)
    sets, others = [cut(title, SIZES) for title in ours], [cut(title, SIZES) for title in theirs]
    likeness = Likeness(sets, others, weigh((*sets, *others))).dice(LEAST)
    roles, other_roles = _by_role(ours, lexicon), _by_role(theirs, lexicon)
    for role in roles.keys() & other_roles.keys():
        if len(roles[role]) * len(other_roles[role]) <= COMMONPLACE:
            for pair in product(roles[role], other_roles[role]):
                likeness[pair] = max(likeness.get(pair, 0.0), SAME_ROLE)
    return likeness


def _titles(side: Side) -> list[str]:
    return [plain(side, entry.clause.title or "") for entry in side.entries]


def _by_role(titles: list[str], lexicon: Lexicon) -> dict[str, list[int]]:
    """The headings of each role. One that holds words of two roles has none."""
    pattern, topics = _roles(lexicon)
    found: dict[str, list[int]] = defaultdict(list)
    for place, title in enumerate(titles):
        roles = {topics[match] for match in pattern.findall(title)}
        if len(roles) == 1:
            found[roles.pop()].append(place)
    return found


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    words = {row.surface: row.topic for row in lexicon.heading_roles}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), words
