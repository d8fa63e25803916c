"""The outline of a document in places of its clean text: what structure finds and extract reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class FramePart(NamedTuple):
    """A line that is no running text, by the part that it plays around it: title, number, recipients, signature."""

    role: str
    start: int
    end: int


class TableCell(NamedTuple):
    """A cell of a table of the original, at its place in the clean text; rows and columns count from 0."""

    start: int
    end: int
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the format of the file itself marks, at its place in the clean text, with its cells in text order."""

    start: int
    end: int
    cells: tuple[TableCell, ...]


class Section(NamedTuple):
    """One clause. Places are half-open, in the clean text.

    ``start`` is that of the label (of the heading, where there is no label), ``head`` where the label ends and the
    title or text begins, ``own_end`` where the first child begins (or the clause ends), ``end`` where the last child
    ends. `parent` is the index of the parent in `Outline.sections`. `title_end` is where the heading sentence ends,
    ``head`` where there is none.
    """

    index: int  # type: ignore[assignment]  # the method of this name is not missed
    parent: int | None
    id: str
    path: tuple[str, ...]
    label: str | None
    style: str
    number: int | None
    depth: int
    title: str | None
    start: int
    head: int
    title_end: int
    own_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The clauses in text order, and which lines are no running text.

    `body` is where the text of the document (of the carried one, if it carries one) begins: what stands before is
    letterhead. `furniture` are places of contents tables, running heads, sign-offs and the like below it, in text order.
    `frame` are the lines of the letterhead, sign-off and imprint with their parts, in text order. `tables` are those
    that the format of the file marks (see `Block`); what a text shows as a table has to be found in its words.
    """

    sections: tuple[Section, ...]
    body: int
    furniture: tuple[tuple[int, int], ...] = ()
    frame: tuple[FramePart, ...] = ()
    tables: tuple[Table, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([section.start for section in self.sections]))

    def section_at(self, position: int) -> Section | None:
        """The innermost clause that holds `position`."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0:
            section = self.sections[index]
            if position < section.end:
                return section
            index = section.parent if section.parent is not None else index - 1
        return None

    def ancestors(self, section: Section) -> Iterator[Section]:
        """`section`, its parent, its parent's parent, and so on."""
        here: Section | None = section
        while here is not None:
            yield here
            here = self.sections[here.parent] if here.parent is not None else None

    def children(self, section: Section | None) -> Iterator[Section]:
        """The direct children of `section`; of the document itself where it is None."""
        wanted = section.index if section is not None else None
        return (child for child in self.sections if child.parent == wanted)
