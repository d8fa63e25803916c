"""What the format of a file knew of its text, in places of the clean text: tables, notes, headings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from policyparse.model.outline import Table, TableCell
from policyparse.model.source import Block, Source
from policyparse.model.text import MappedText


@dataclass(frozen=True, slots=True)
class Hints:
    """Tables in text order, the places of notes in text order, and where headings begin."""

    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    headings: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: MappedText, source: Source) -> Hints:
        """Those of a source; none for plain text."""
        if not source.blocks:
            return cls()
        cells: defaultdict[int, list[TableCell]] = defaultdict(list)
        notes: list[tuple[int, int]] = []
        headings: set[int] = set()
        for block in source.blocks:
            if block.kind == "cell" and block.table is not None:
                cells[block.table].append(_cell(text, block))
            elif block.kind == "note":
                notes.append(_place(text, block))
            elif block.kind == "heading":
                headings.add(_place(text, block)[0])
        tables = (Table(min(c.start for c in held), max(c.end for c in held), tuple(held)) for held in cells.values())
        return cls(tuple(sorted(tables, key=lambda table: table.start)), tuple(sorted(notes)), frozenset(headings))

    def in_table(self, position: int) -> bool:
        """Whether a table of cells holds this place."""
        index = bisect_right(self.tables, position, key=lambda table: table.start) - 1
        return index >= 0 and position < self.tables[index].end

    def in_note(self, position: int) -> bool:
        """Whether a footnote or endnote holds this place."""
        index = bisect_right(self.notes, position, key=lambda note: note[0]) - 1
        return index >= 0 and position < self.notes[index][1]


def _place(text: MappedText, block: Block) -> tuple[int, int]:
    """Where a block stands in the clean text, without blanks around it."""
    start, end = text.clean_position(block.span.start), text.clean_position(block.span.end)
    while start < end and text.text[start].isspace():
        start += 1
    while start < end and text.text[end - 1].isspace():
        end -= 1
    return start, end


def _cell(text: MappedText, block: Block) -> TableCell:
    row, column = block.row or 0, block.column or 0
    return TableCell(*_place(text, block), row, column, block.row_span or 1, block.column_span or 1)
