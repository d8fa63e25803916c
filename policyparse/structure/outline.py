"""Clean text to outline: each line is recognised alone, then the tree is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from policyparse.lexicon import Lexicon
from policyparse.model.outline import FramePart, Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.structure.contents import no_text
from policyparse.structure.doubts import settle
from policyparse.structure.fields import value_lines
from policyparse.structure.frame import Frame, frame
from policyparse.structure.headings import headings, is_alone
from policyparse.structure.hints import Hints
from policyparse.structure.inline import inline_marks
from policyparse.structure.labels import labels
from policyparse.structure.lines import Line, lines
from policyparse.structure.marks import Ground, Mark
from policyparse.structure.run_in import run_in_marks
from policyparse.structure.sections import sections
from policyparse.structure.tree import Tree

LONGEST_TITLE_BELOW = 40
SHORTEST_CUT = 40
# Parts of the frame that end what stands above them.
CLOSERS = frozenset(
    (
        "signature",
        "signer",
        "signed",
        "annotation",
        "addressed",
        "copied",
        "printed",
        "imprint",
        "tail",
        "attachment",
        "carried",
        "footnote",
    )
)
TITLED_BELOW = frozenset(("annex", "part", "chapter", "section", "box", "han"))


def outline(text: MappedText, source: Source, lexicon: Lexicon) -> Outline:
    """The clauses of a document, and what of it is no running text."""
    hints = Hints.of(text, source)
    found = settle(lines(text.text, labels(lexicon), hints))
    framed = _without_notes(frame(found, value_lines(text, found, lexicon), lexicon), hints)
    furniture = no_text(framed, lexicon)
    running = tuple(i for i, role in enumerate(framed.roles) if role is None and i not in furniture)
    ground = Ground(text.text, found, running, dict(_titles_below(found, running)), lexicon)
    starts = _starts(ground)
    cut = frozenset(_cut_paragraphs(ground, starts))
    items = inline_marks(ground, frozenset(starts), cut)
    marks = tuple(sorted((*starts.values(), *run_in_marks(ground, starts), *items), key=lambda mark: mark.start))
    nodes = Tree(marks, _alone(starts, ground), _cut_clauses(ground, starts, cut)).grow(
        _closers(framed), len(text.text)
    )
    first = framed.body
    while first in furniture:
        first += 1
    body = found[first].start if first < len(found) else len(text.text)
    return Outline(
        sections(nodes, ground),
        body,
        tuple(_furniture(framed, furniture)),
        tuple(FramePart(role, line.start, line.end) for line, role in zip(found, framed.roles, strict=True) if role),
        hints.tables,
    )


def _without_notes(framed: Frame, hints: Hints) -> Frame:
    """The frame, with the footnotes that stand below the text as parts of it."""
    if not hints.notes:
        return framed
    roles = (
        "footnote" if hints.in_note(line.start) else role for line, role in zip(framed.lines, framed.roles, strict=True)
    )
    return replace(framed, roles=tuple(roles))


def _closers(framed: Frame) -> list[int]:
    """Where parts of the frame end what stands above them."""
    return [line.start for line, role in zip(framed.lines, framed.roles, strict=True) if role in CLOSERS]


def _starts(ground: Ground) -> dict[int, Mark]:
    """The lines that clauses begin with, in text order."""
    found = ground.lines
    below = frozenset(ground.below.values())
    plain = [index for index in ground.running if index not in below]
    unnumbered = headings(found, plain, ground.lexicon)
    return {
        index: Mark.of(index, found[index].start, found[index].label)
        for index in plain
        if found[index].label is not None or index in unnumbered
    }


def _alone(starts: dict[int, Mark], ground: Ground) -> frozenset[int]:
    """The lines of headings that hold no numbered clauses."""
    unnumbered = (index for index, mark in starts.items() if mark.label is None)
    return frozenset(index for index in unnumbered if is_alone(ground.lines[index].words, ground.lexicon))


def _cut_paragraphs(ground: Ground, starts: dict[int, Mark]) -> Iterator[int]:
    """The lines of long paragraphs that break off: above the next clause, or at the end of the text."""
    for index, following in zip_longest(ground.running, ground.running[1:]):
        line = ground.lines[index]
        if len(line.words) >= SHORTEST_CUT and not line.stops and (following is None or following in starts):
            yield index


def _cut_clauses(ground: Ground, starts: dict[int, Mark], cut: frozenset[int]) -> frozenset[int]:
    """The lines that begin a clause whose last paragraph breaks off."""
    if not cut:
        return cut
    clause = -1
    found: set[int] = set()
    for index in ground.running:
        clause = index if index in starts else clause
        if index in cut:
            found.add(clause)
    return frozenset(found)


def _titles_below(found: tuple[Line, ...], running: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Labels that stand alone on their lines, each with the line below that is their title: 第一章 over 总则."""
    for index, following in pairwise(running):
        line, title = found[index], found[following]
        if line.label is None or following != index + 1 or line.rest or line.label.style.name not in TITLED_BELOW:
            continue
        if title.label is None and len(title.words) <= LONGEST_TITLE_BELOW and title.words[-1] not in "。；：，、":
            yield index, following


def _furniture(framed: Frame, furniture: frozenset[int]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(framed.lines):
        if index in furniture or (framed.roles[index] is not None and index >= framed.body):
            yield line.start, line.end
