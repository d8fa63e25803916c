"""Labels that only the rest of the document can bear out: 1.2 may be a clause or a quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from policyparse.structure.labels import Label
from policyparse.structure.lines import Line

LONGEST_HEADING = 40
OUTER_STYLES = ("arabic", "chapter", "part")


@dataclass
class _Seen:
    """What the lines so far, and the prefixes of all decimals, say.

    `counted`: bare numbers count from 1 up to one that stands above decimals.
    """

    lasts: dict[tuple[int, ...], set[int]]
    padded: set[int]
    counted: bool
    accepted: set[tuple[int, ...]] = field(default_factory=set)
    outer: int | None = None
    last_paren: int | None = None

    def accepts(self, line: Line, label: Label) -> bool:
        """Whether the document bears the label out."""
        numbers = label.numbers
        if label.style.name == "han_paren":  # its bracket is not closed
            return self.last_paren is not None and numbers[0] == self.last_paren + 1
        if label.style.name != "decimal":
            return (0, numbers[0] - 1) in self.accepted or (numbers[0] == 1 and 2 in self.padded)
        if len(numbers) == 1:
            short = len(line.rest) <= LONGEST_HEADING and not line.stops
            first = numbers[0] == 1 and self.counted
            return short and (first or numbers in self.lasts or (numbers[0] - 1,) in self.accepted)
        prefix, last = numbers[:-1], numbers[-1]
        announced = prefix in self.accepted or prefix == (self.outer,)
        if (*prefix, last - 1) in self.accepted or (last == 1 and announced):
            return True
        return label.style.certain and len(self.lasts[prefix]) > 1 and (last == 1 or announced)

    def take(self, label: Label) -> None:
        """Remember a label that counts."""
        if label.style.name == "decimal":
            self.accepted.add(label.numbers)
        elif not label.style.certain:
            self.accepted.add((0, label.numbers[0]))
        if label.style.name in OUTER_STYLES:
            self.outer = label.number
        if label.style.name == "han_paren":
            self.last_paren = label.number


def settle(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those without their label whose label the document does not bear out."""
    doubtful = [line.label for line in lines if line.label is not None and _is_doubtful(line.label)]
    if not doubtful:
        return lines
    lasts: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for label in doubtful:
        if label.style.name == "decimal" and len(label.numbers) > 1:
            lasts[label.numbers[:-1]].add(label.numbers[-1])
    padded = {label.numbers[0] for label in doubtful if label.style.name == "arabic"}
    bare = {label.numbers[0] for label in doubtful if label.style.name == "decimal" and len(label.numbers) == 1}
    last = 1
    while last in bare and (last,) not in lasts:
        last += 1
    return tuple(_settled(lines, _Seen(lasts, padded, counted=last in bare)))


def _settled(lines: tuple[Line, ...], seen: _Seen) -> Iterator[Line]:
    for line in lines:
        label = line.label
        if label is not None and _is_doubtful(label) and not seen.accepts(line, label):
            line, label = line._replace(label=None), None  # noqa: PLW2901
        if label is not None:
            seen.take(label)
        yield line


def _is_doubtful(label: Label) -> bool:
    return not label.style.certain or label.style.name == "decimal"
