"""Carry out steps on a source text; every character of the result knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policyparse.model.repair import Piece, Step
from policyparse.model.span import Span


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of the source that is treated as one: where it goes, and what it becomes (None: itself)."""

    start: int
    end: int
    order: tuple[int, int, int]
    text: str | None = None


def carry_out(source: str, steps: Iterable[Step]) -> tuple[str, tuple[Piece, ...]]:
    """The text that `steps` give, and its pieces in order.

    A step within a dropped place does nothing. Moved blocks keep what is done within them.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    for atom in sorted(_atoms(source, list(steps)), key=lambda atom: atom.order):
        text = source[atom.start : atom.end] if atom.text is None else atom.text
        if text:
            pieces.append(Piece(start=position, source=Span(start=atom.start, end=atom.end), exact=atom.text is None))
            parts.append(text)
            position += len(text)
    return "".join(parts), tuple(_merged(pieces))


def _atoms(source: str, steps: list[Step]) -> Iterator[Atom]:
    gone = union(step.span for step in steps if step.kind == "drop")
    joins = [(step.span.start, step.span.end) for step in steps if step.kind == "join"]
    changed = {(step.span.start, step.span.end): step.text or "" for step in steps if step.text is not None}
    moves = [(step.span.start, step.span.end, step.to) for step in steps if step.kind == "move"]
    edges = {0, len(source)}
    for places in (gone, joins, changed, [(a, b) for a, b, _ in moves]):
        edges.update(edge for place in places for edge in place)
    edges.update(to for _, _, to in moves if to is not None)
    borders = sorted(edges)
    skip = -1
    for start, end in pairwise(borders):
        if start < skip or _within(gone, start):
            continue
        whole = next((place for place in changed if place[0] == start), None)
        if whole is not None:
            skip = whole[1]
            yield Atom(start, whole[1], _order(moves, start), changed[whole])
        elif _within(joins, start):
            yield from _without_blanks(source, start, end, _order(moves, start))
        else:
            yield Atom(start, end, _order(moves, start))


def _order(moves: list[tuple[int, int, int | None]], start: int) -> tuple[int, int, int]:
    """Moved atoms stand right before their new place, the others at their own."""
    for first, last, to in moves:
        if first <= start < last and to is not None:
            return to, 0, start
    return start, 1, start


def _within(places: Iterable[tuple[int, int]], position: int) -> bool:
    return any(start <= position < end for start, end in places)


def _without_blanks(source: str, start: int, end: int, order: tuple[int, int, int]) -> Iterator[Atom]:
    """What is not blank between the halves of a joined sentence; there should be nothing."""
    text = source[start:end]
    kept = text.strip()
    if kept:
        first = start + text.index(kept)
        yield Atom(first, first + len(kept), order)


def union(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The places that the spans cover together, sorted and apart."""
    out: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if out and span.start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span.end))
        else:
            out.append((span.start, span.end))
    return out


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces that go on where the one before ended, as one."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and held.exact and piece.exact and held.source.end == piece.source.start:
            held = Piece(start=held.start, source=Span(start=held.source.start, end=piece.source.end), exact=True)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
