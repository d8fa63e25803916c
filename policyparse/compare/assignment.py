"""The assignment with the greatest gain: each on the left to one on the right at most, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Match = tuple[int, int]
"""Index on the left and on the right of two that correspond."""


def best_assignment(gains: Mapping[Match, float]) -> list[Match]:
    """The pairs of the linear assignment with the greatest sum of gains, in the order of the left.

    `gains` holds what each pair is worth, above 0; pairs that it does not hold are never chosen. Memory grows with the
    number of pairs in `gains`.
    """
    if not gains:
        return []
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    pairs = sorted(gains)
    rows, columns = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
    row, column = {i: k for k, i in enumerate(rows)}, {j: k for k, j in enumerate(columns)}
    # The method assigns all on the left. A partner of its own, worth 1 where others are worth more, leaves each free.
    alone = np.arange(len(rows))
    places = (
        np.concatenate([[row[i] for i, _ in pairs], alone]),
        np.concatenate([[column[j] for _, j in pairs], alone + len(columns)]),
    )
    worth = np.concatenate([[1 + gains[pair] for pair in pairs], np.ones(len(rows))])
    graph = coo_array((worth, places), shape=(len(rows), len(columns) + len(rows))).tocsr()
    chosen = zip(*(found.tolist() for found in min_weight_full_bipartite_matching(graph, maximize=True)), strict=True)
    return sorted((rows[i], columns[j]) for i, j in chosen if j < len(columns))


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
