"""What rules look at: a document with all that is worth computing once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from policyparse.check.breaks import Breaks, breaks
from policyparse.check.changes import Change, changes
from policyparse.check.copies import Copy, copies
from policyparse.check.foreign import Passage, passages
from policyparse.check.items import Item, items
from policyparse.check.numbering import Fault, faults
from policyparse.check.paragraphs import Paragraph, paragraphs
from policyparse.check.rule import Remark
from policyparse.check.strangers import Run, strangers
from policyparse.check.tellings import LostHeading, lost_headings
from policyparse.lexicon import Lexicon
from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.facts import Figure
from policyparse.model.finding import RelatedPlace
from policyparse.model.metadata import Metadata
from policyparse.model.span import Span
from policyparse.model.text import MappedText, SourceEdit

_START, _SPAN_START, _SPAN_END = attrgetter("start"), attrgetter("span.start"), attrgetter("span.end")


@dataclass(frozen=True)
class View:
    """A document for rules. Nothing in it changes; what is costly is computed when a rule first asks for it.

    `text` is the clean text, `source` the source text. Places are in the clean text unless they are a `Span`, which is
    always a place in the source.
    """

    document: PolicyDocument
    lexicon: Lexicon

    @cached_property
    def mapped(self) -> MappedText:
        """The clean text with its map to the source."""
        return self.document.mapped

    @property
    def text(self) -> str:
        """The clean text: one paragraph a line, simplified characters, full-width punctuation."""
        return self.mapped.text

    @cached_property
    def codes(self) -> Any:
        """The code points of the clean text, as an array: what compares all characters at once does so with numbers."""
        import numpy as np

        return np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype="<u4")

    @property
    def source(self) -> str:
        """The source text."""
        return self.mapped.source

    @property
    def metadata(self) -> Metadata:
        """The elements of the letterhead."""
        return self.document.metadata

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the clauses of the document begin in the clean text, in their order."""
        return tuple(self.mapped.clean_position(clause.span.start) for clause in self.document.clauses)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in text order."""
        text = self.text
        begin: dict[int, tuple[Clause, int]] = {}
        for clause, start in zip(self.document.clauses, self.starts, strict=True):
            head = start + len(clause.label or "")
            while head < len(text) and text[head] in " \t\u3000":
                head += 1
            begin.setdefault(start, (clause, head))
        return tuple(paragraphs(text, begin))

    def paragraph_at(self, place: int) -> Paragraph:
        """The paragraph that holds `place`, or the last one before it."""
        index = bisect_right(self.paragraphs, place, key=_START) - 1
        return self.paragraphs[max(index, 0)]

    def paragraph_of(self, place: int) -> int:
        """The index of the paragraph that holds a place of the source."""
        return self.paragraph_at(self.mapped.clean_position(place)).index if self.paragraphs else 0

    def clause_at(self, place: int) -> Clause | None:
        """The innermost clause that holds a place of the source."""
        clauses = self.document.clauses
        index = bisect_right(clauses, place, key=_SPAN_START) - 1
        clause = clauses[index] if index >= 0 else None
        while clause is not None and place >= clause.span.end:
            clause = self.clauses.get(clause.parent or "")
        return clause

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """The clauses by their ids."""
        return {clause.id: clause for clause in self.document.clauses}

    # ---- what several rules need --------------------------------------------------------------------------------

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """The parts that the document holds twice. Lists of bodies recur rightly and are none."""
        found = copies(self.paragraphs)
        return tuple(copy for copy in found if not self._names_bodies(copy.start, copy.end))

    def _names_bodies(self, start: int, end: int) -> bool:
        """Whether most of ``text[start:end]`` says who answers for something."""
        span = self.span(start, end)
        duties = self.document.responsibilities
        index = bisect_right(duties, span.start, key=_SPAN_END)
        covered = 0
        while index < len(duties) and duties[index].span.start < span.end:
            covered += min(duties[index].span.end, span.end) - max(duties[index].span.start, span.start)
            index += 1
        return covered * 2 > span.end - span.start

    @cached_property
    def copied(self) -> frozenset[int]:
        """Indexes of the paragraphs that begin in a copy."""
        return frozenset(paragraph.index for paragraph in self.paragraphs if self.copy_at(paragraph.start) is not None)

    def copy_at(self, place: int) -> Copy | None:
        """The copy that holds `place`."""
        index = bisect_right(self.copies, place, key=_START) - 1
        return self.copies[index] if index >= 0 and place < self.copies[index].end else None

    @cached_property
    def strange(self) -> tuple[Run, ...]:
        """Runs of paragraphs on another subject."""
        return tuple(strangers(self.paragraphs, self.copied))

    @cached_property
    def breaks(self) -> Breaks:
        """The paragraphs that break off, those that lack their stop, and the sentence that the document leaves open."""
        known = (self.metadata.title, self.metadata.carried_title, *self.metadata.attachments)
        titles = [title for title in known if title]
        return breaks(self.paragraphs, self.text, self.strange, titles, self.lexicon)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that do not belong to the document."""
        return tuple(passages(self.paragraphs, self.strange, self.breaks.broken))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The numbered clauses."""
        goes_on = frozenset(b.continuation.index for b in self.breaks.broken if b.continuation)
        return tuple(items(self.document.clauses, self.starts, self.paragraphs, self.copies, goes_on))

    def item_at(self, place: int) -> Item | None:
        """The numbered clause that begins at `place`."""
        return self._items.get(place)

    @cached_property
    def _items(self) -> dict[int, Item]:
        return {item.place: item for item in self.items}

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The numbers that do not count on."""
        return tuple(faults(self.items, self.paragraphs))

    @cached_property
    def lost_headings(self) -> tuple[LostHeading, ...]:
        """The headings that the first telling of a passage has lost."""
        return tuple(lost_headings(self.copies, self.paragraphs))

    @cached_property
    def _figures(self) -> dict[int, Figure]:
        return {figure.span.start: figure for figure in (*self.document.targets, *self.document.figures)}

    def first_of(self, figure: Figure) -> Figure | None:
        """The figure of which `figure` is a copy; None where it stands in no copy."""
        if not self.copies:
            return None
        start = self.mapped.clean_position(figure.span.start)
        copy = self.copy_at(start)
        origin = None if copy is None else copy.origin(start, self.mapped.clean_position(figure.span.end - 1) + 1)
        return None if origin is None else self._figures.get(self.mapped.source_start(origin[0]))

    def changes(self, reason: str) -> Iterator[Change]:
        """What the normalizer changed for `reason`, as narrow as it is."""
        return changes(self.edits(reason), self.source)

    def edits(self, reason: str) -> list[SourceEdit]:
        """The normalizer's edits for `reason`, in their order."""
        return self._edits.get(reason, [])

    @cached_property
    def _edits(self) -> dict[str, list[SourceEdit]]:
        edits: dict[str, list[SourceEdit]] = {}
        for edit in self.document.edits:
            edits.setdefault(edit.reason, []).append(edit)
        return edits

    # ---- what rules say -----------------------------------------------------------------------------------------

    def span(self, start: int, end: int) -> Span:
        """The place in the source of ``text[start:end]``."""
        return self.mapped.span(start, end)

    def excerpt(self, start: int, end: int, length: int = 16) -> str:
        """The beginning of ``text[start:end]``, to quote in a message."""
        words = " ".join(self.text[start:end].split())
        return words if len(words) <= length else words[:length] + "…"

    def remark(
        self,
        place: tuple[int, int],
        zh: str,
        en: str,
        *,
        related: Iterable[RelatedPlace] = (),
        suggestion: str | None = None,
    ) -> Remark:
        """Say something about ``text[place]``."""
        return Remark(self.span(*place), zh, en, tuple(related), suggestion)
