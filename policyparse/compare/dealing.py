"""The text of merged and split clauses, dealt out by parts of sentences to the clauses that it corresponds to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyparse.compare.assignment import Match
from policyparse.compare.folding import Folded
from policyparse.compare.groups import Half
from policyparse.compare.shingles import cut, plain

ENDS = frozenset("，。；！？")
"""What a part of a sentence ends with; so does a paragraph."""


@dataclass(frozen=True, slots=True)
class Texts:
    """One document: its clauses, what they are made of, and their text by clause."""

    half: Half
    folded: Sequence[Folded]


def dealt(left: Texts, right: Texts, links: Sequence[Match]) -> Mapping[Match, tuple[Folded, Folded]]:
    """For each two clauses that correspond, the text of the one that belongs to the other, on both sides."""
    ours = _shares(left, right, links)
    theirs = _shares(right, left, [(j, i) for i, j in links])
    return {(i, j): (ours[i, j], theirs[j, i]) for i, j in links}


def _shares(texts: Texts, others: Texts, links: Sequence[Match]) -> dict[Match, Folded]:
    partners: dict[int, list[int]] = defaultdict(list)
    for index, other in links:
        partners[index].append(other)
    shares: dict[Match, Folded] = {}
    for index, found in partners.items():
        if len(found) == 1:
            shares[index, found[0]] = texts.folded[index]
        else:
            shares |= {(index, other): text for other, text in _deal(texts, index, others, found).items()}
    return shares


def _deal(texts: Texts, index: int, others: Texts, partners: Sequence[int]) -> dict[int, Folded]:
    """Each part to the clause that shares most of it; one that shares nothing goes with the part before it."""
    said = {other: others.half.says(other) for other in partners}
    dealt: dict[int, list[Folded]] = {other: [] for other in partners}
    here = partners[0]
    for part in _parts(texts, texts.folded[index]):
        shingles = cut(plain(texts.half.side, part.text))
        counts = {other: len(shingles & said[other]) / (1 + len(said[other]) ** 0.5) for other in partners}
        best = max(partners, key=lambda other: counts[other])
        here = best if counts[best] else here
        dealt[here].append(part)
    return {other: Folded.chain(found) for other, found in dealt.items()}


def _parts(texts: Texts, text: Folded) -> Iterator[Folded]:
    start = 0
    for position in range(1, len(text.text)):
        gap = text.ends[position - 1], text.starts[position]
        ends = text.text[position - 1] in ENDS and text.text[position] not in ENDS
        if ends or (gap[0] < gap[1] and "\n" in texts.half.side.text(gap)):
            yield text.cut(start, position)
            start = position
    if start < len(text.text):
        yield text.cut(start, len(text.text))
