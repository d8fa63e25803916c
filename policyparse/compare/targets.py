"""Which target of one document is for the same indicator as which of the other.

Names decide, and where the targets stand: in clauses that correspond a likeness is enough that elsewhere is not. Of
several targets for one indicator those with the same year, kind of change and scope belong together. The assignment is
the best one, not greedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policyparse.compare import measures
from policyparse.compare.align import Match
from policyparse.compare.nearness import SAME, nearness
from policyparse.compare.order import in_order
from policyparse.compare.shingles import Matrix, cut, dice, plain
from policyparse.compare.sides import Side
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import TargetPair
from policyparse.model.facts import Figure

CLOSE = 0.3
"""Worth of standing in clauses that correspond; near them half of it."""
CHANGE, RECURRENCE, DEADLINE, VALUE = 0.1, 0.1, 0.1, 0.05
"""Worth of the same kind of change, recurrence, year and value."""
OTHER_LEVEL = 0.5
"""What it costs when one indicator is of another level (省重点实验室, 市级以上重点实验室)."""
EQUAL, HAS_EQUAL = 0.97, 0.3
"""Likeness of names that are one, and what it costs to pair one of them with another name."""
ENOUGH = 1.1
"""Sum that two targets must reach. Equal names are worth 1."""
ELSEWHERE = 0.9
"""Likeness of names that targets of unrelated clauses must have."""
SHORTEST = 4
"""Length from which a name says enough by itself, elsewhere (覆盖率 does not)."""
SIZES = (1, 2)
"""Lengths of a name's shingles."""
TAIL = 0.85
"""Worth of a name that is the end of the other: 流失率, 养老护理员流失率."""
LEVEL = re.compile(r"^(国家|省|市|县|区|镇|乡)(?![一-鿿]?[、和])|(国家|省|市|县|区|镇|乡)级")
"""The level of what an indicator counts; e.g. 省级 in 省级特色小镇, 省 in 省重点实验室."""
RANKS = {"国家": 0, "省": 1, "市": 2, "县": 3, "区": 3, "镇": 4, "乡": 4}


def pair_targets(left: Side, right: Side, links: Sequence[Match], lexicon: Lexicon) -> tuple[TargetPair, ...]:
    """All targets of both documents, each with its counterpart, in the order of the left document.

    Those that stand in a copied block (`duplicate_of`) are left out: they were counted already.
    """
    ours, theirs = _targets(left), _targets(right)
    pairs: dict[Match, float] = {}
    if ours and theirs:
        pairs = _best(_Candidates(left, right, ours, theirs, lexicon), nearness(left, right, links))
    rows = []
    for i, j in in_order(len(ours), len(theirs), pairs):
        likeness = pairs[i, j] if i is not None and j is not None else 0.0
        rows.append(_row(None if i is None else ours[i], None if j is None else theirs[j], likeness, lexicon))
    return tuple(rows)


def _targets(side: Side) -> list[Figure]:
    return [target for target in side.document.targets if target.duplicate_of is None]


def _row(left: Figure | None, right: Figure | None, likeness: float, lexicon: Lexicon) -> TargetPair:
    if left is None or right is None:
        return TargetPair(left=left, right=right, value="only-right" if left is None else "only-left")
    return TargetPair(
        left=left,
        right=right,
        value=measures.value_relation(left, right, lexicon),
        comparator=measures.comparator_relation(left, right),
        deadline=measures.deadline_relation(left, right),
        difference=measures.difference(left, right, lexicon),
        share=measures.share(left, right, lexicon),
        similarity=round(likeness, 4),
    )


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The targets of both documents."""

    left: Side
    right: Side
    ours: Sequence[Figure]
    theirs: Sequence[Figure]
    lexicon: Lexicon

    def names(self, close: Matrix) -> Matrix:
        """How alike the names of the indicators are, 0 to 1; 0 for those of unrelated clauses that say too little."""
        import numpy as np

        ours = [plain(self.left, figure.indicator_key or "") for figure in self.ours]
        theirs = [plain(self.right, figure.indicator_key or "") for figure in self.theirs]
        likeness = dice([cut(name, SIZES) for name in ours], [cut(name, SIZES) for name in theirs])
        for i, j in zip(*(places.tolist() for places in np.nonzero(close)), strict=True):
            likeness[i, j] = max(likeness[i, j], _tail(ours[i], theirs[j]))
        long = np.asarray([len(name) >= SHORTEST for name in ours])
        others = np.asarray([len(name) >= SHORTEST for name in theirs])
        return likeness * ((close > 0) | ((likeness >= ELSEWHERE) & long[:, None] & others[None, :]))

    def agreement(self) -> Matrix:
        """Worth of what the targets have in common beside their names; minus infinity where units forbid a pair."""
        import numpy as np

        worth = CHANGE * self._same(lambda figure: figure.change)
        worth += RECURRENCE * self._same(lambda figure: figure.recurrence)
        worth += DEADLINE * self._same(lambda figure: figure.deadline)
        worth += VALUE * self._same(lambda figure: (figure.value, figure.value_max))
        worth -= OTHER_LEVEL * self._other_levels()
        kinds, other_kinds = self._kinds(self.ours), self._kinds(self.theirs)
        fits = (kinds[:, None] == other_kinds[None, :]) | (kinds[:, None] == 0) | (other_kinds[None, :] == 0)
        return np.where(fits, worth, -np.inf)

    def _other_levels(self) -> Matrix:
        """Whether both indicators name a level, and neither the same one nor each that of its document."""
        import numpy as np

        ranks, others = _ranks(self.ours), _ranks(self.theirs)
        own, own_other = RANKS.get(self.left.level or "", -2), RANKS.get(self.right.level or "", -2)
        same = (ranks[:, None] == others[None, :]) | ((ranks == own)[:, None] & (others == own_other)[None, :])
        return np.logical_not(same) & (ranks >= 0)[:, None] & (others >= 0)[None, :]

    def _same(self, field: Callable[[Figure], object]) -> Matrix:
        import numpy as np

        numbers: dict[object, int] = {}
        ours = [numbers.setdefault(field(figure), len(numbers)) for figure in self.ours]
        theirs = [numbers.setdefault(field(figure), len(numbers)) for figure in self.theirs]
        return np.equal.outer(ours, theirs).astype(float)

    def _kinds(self, figures: Sequence[Figure]) -> Matrix:
        """A number for what each is measured in: 0 for nothing, 1 for shares of whatever form."""
        import numpy as np

        shares = {row.canonical for row in self.lexicon.units if row.kind in ("percent", "permille", "point")}
        kinds = []
        for figure in figures:
            unit = figure.unit_canonical
            standard = measures.measure(unit, self.lexicon).standard
            kinds.append(0 if not unit and not figure.value else 1 if unit in shares else 2 + hash(standard))
        return np.asarray(kinds)


def _best(candidates: _Candidates, near: Matrix) -> dict[Match, float]:
    """The best assignment, each pair with the likeness of the names."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows = [candidates.left.index_of(figure.clause) for figure in candidates.ours]
    columns = [candidates.right.index_of(figure.clause) for figure in candidates.theirs]
    close = near[np.ix_(rows, columns)]
    names = candidates.names(close)
    score = np.where(names > 0, names + CLOSE * close / SAME + candidates.agreement() - _taken(names), 0)
    gain = np.maximum(score - ENOUGH, 0)
    chosen = zip(*(places.tolist() for places in linear_sum_assignment(gain, maximize=True)), strict=True)
    return {(i, j): float(names[i, j]) for i, j in chosen if gain[i, j] > 0}


def _taken(names: Matrix) -> Matrix:
    """What it costs that one of two names has its equal elsewhere: 乡镇覆盖率 is not 街道覆盖率 where both have it."""
    import numpy as np

    equal = names >= EQUAL
    return HAS_EQUAL * (np.logical_not(equal) & (equal.any(axis=1)[:, None] | equal.any(axis=0)[None, :]))


def _tail(one: str, other: str) -> float:
    """Worth of one name as the end of the other."""
    shorter, longer = sorted((one, other), key=len)
    return TAIL if len(shorter) > 1 and longer.endswith(shorter) else 0.0


def _ranks(figures: Sequence[Figure]) -> Matrix:
    """The level of each indicator as a number, -1 for none."""
    import numpy as np

    found = (LEVEL.search(figure.indicator or "") for figure in figures)
    return np.asarray([RANKS[match[1] or match[2]] if match else -1 for match in found])
