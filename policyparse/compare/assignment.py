"""The assignment with the greatest gain: each on the left to one on the right at most, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Match = tuple[int, int]
"""Index on the left and on the right of two that correspond."""


def best_assignment(gains: Mapping[Match, float]) -> list[Match]:
    """The pairs of the linear assignment with the greatest sum of gains, in the order of the left.

    `gains` holds what each pair is worth, above 0; pairs that it does not hold are never chosen. What no pair connects
    is solved apart, so that large documents fall into many small problems.
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    found: list[Match] = []
    for part in groups_of(gains):
        rows, columns = sorted({i for i, _ in part}), sorted({j for _, j in part})
        row, column = {i: k for k, i in enumerate(rows)}, {j: k for k, j in enumerate(columns)}
        worth = np.zeros((len(rows), len(columns)))
        for i, j in part:
            worth[row[i], column[j]] = gains[i, j]
        chosen = zip(*(places.tolist() for places in linear_sum_assignment(worth, maximize=True)), strict=True)
        found += [(rows[i], columns[j]) for i, j in chosen if worth[i, j] > 0]
    return sorted(found)


def groups_of(pairs: Iterable[Match]) -> list[list[Match]]:
    """The pairs in groups that share nothing, neither on the left nor on the right, in their order."""
    pairs = list(pairs)
    leaders: dict[tuple[int, int], tuple[int, int]] = {}

    def leader(node: tuple[int, int]) -> tuple[int, int]:
        while (upper := leaders.setdefault(node, node)) != node:
            leaders[node] = leaders[upper]
            node = upper
        return node

    for i, j in pairs:
        leaders[leader((1, j))] = leader((0, i))
    groups: dict[tuple[int, int], list[Match]] = {}
    for i, j in pairs:
        groups.setdefault(leader((0, i)), []).append((i, j))
    return list(groups.values())
