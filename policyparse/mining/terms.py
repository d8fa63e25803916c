"""Keywords of documents, and the terms of more than one word that the field uses."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyparse.lexicon import Lexicon
from policyparse.mining.likeness import weights
from policyparse.mining.words import word_runs
from policyparse.model.document import PolicyDocument

LONGEST_TERM = 4
"""Words of the longest term; longer ones are clauses."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that sets a document apart from the others: its weight there (0 to 1), and how often it stands there."""

    document: int
    word: str
    weight: float
    count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its words, its C-value, how often it stands in all documents, and in how many."""

    text: str
    words: tuple[str, ...]
    score: float
    count: int
    documents: int


def keywords(
    documents: Iterable[PolicyDocument], top: int = 20, *, lexicon: Lexicon | None = None
) -> tuple[tuple[Keyword, ...], ...]:
    """For each document, in their order, its `top` words by TF-IDF over these documents, heaviest first.

    The weight is that of `weights`; one document alone is weighed by frequency, as there is nothing to set it apart
    from. `Keyword.document` counts from 0.
    """
    table = weights(tuple(documents), lexicon=lexicon)
    found = []
    for place, counts in enumerate(table.counts):
        row = table.row(place)
        heaviest = sorted(row, key=lambda word: (-row[word], word))[:top]
        found.append(tuple(Keyword(place, word, round(row[word], 6), counts[word]) for word in heaviest))
    return tuple(found)


def terms(
    documents: Iterable[PolicyDocument], top: int = 50, *, least: int = 3, lexicon: Lexicon | None = None
) -> tuple[Term, ...]:
    """The `top` terms of two to four words over all documents by C-value, highest first; `least`: how often at least.

    The C-value (Frantzi, Ananiadou & Mima 2000, International Journal on Digital Libraries 3) is log2 of the length in
    words times the frequency, less the mean frequency of the longer terms that hold the term: 养老服务 in 养老服务中心
    counts only where it stands by itself too.
    """
    lexicon = lexicon or Lexicon.load()
    counts: Counter[tuple[str, ...]] = Counter()
    spread: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, document in enumerate(documents):
        for run in word_runs(document.mapped.text, lexicon):
            for candidate in _candidates(run):
                counts[candidate] += 1
                spread[candidate].add(place)
    frequent = {words: count for words, count in counts.items() if count >= least}
    scored = sorted(_scores(frequent), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Term("".join(words), words, round(score, 6), frequent[words], len(spread[words]))
        for words, score in scored[:top]
        if score > 0
    )


def _candidates(run: Sequence[str]) -> Iterable[tuple[str, ...]]:
    for size in range(2, LONGEST_TERM + 1):
        for start in range(len(run) - size + 1):
            yield tuple(run[start : start + size])


def _scores(frequent: dict[tuple[str, ...], int]) -> Iterable[tuple[tuple[str, ...], float]]:
    longer: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for words, count in frequent.items():
        for part in {part for part in _candidates(words) if part != words}:
            longer[part].append(count)
    for words, count in frequent.items():
        above = longer[words]
        yield words, math.log2(len(words)) * (count - (sum(above) / len(above) if above else 0))
