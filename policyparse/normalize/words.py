"""Taiwan words and torn words in mainland texts that went through a word table, back to the mainland words.

Some sites convert a mainland document to traditional characters and swap its words by a plain table on the way: 网络
becomes 網路, 应用 becomes 套用, and 屏障, where the table knew 屏, becomes 螢幕障. The rows of ``script_words.tsv`` undo
that, the longest first, each with its reason, in the paragraphs that were traditional, and only if the text is the
mainland's by its own words (``origins.tsv``): what an office of Taiwan or Hong Kong wrote is not mended.

A row for a word that the mainland also uses is taken only if the text shows such a table at work, and if the word that the
row would put there occurs nowhere in the converted paragraphs: a table swaps all of them, so one that is left speaks for
the author's own word.

A simplified text is treated as a whole if it shows at least three words that no mainland text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import ScriptWord
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.conversion import branched

Place = tuple[int, int]

# Never natural and in every such text: a quick look before a simplified text is searched for all words.
_TELLTALES = ("最佳化", "网路", "数位化", "智慧型", "人工智慧", "资讯化", "宽频", "民众性", "软体", "网际")
_FEWEST_TRACES = 3
_FEWEST_SURE = 2
_SHORT_TEXT = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows made ready: an expression for the longest surface, the lengths after each first character, the vetoes."""

    surface: re.Pattern[str]
    rows: dict[str, ScriptWord]
    lengths: dict[str, tuple[int, ...]]
    vetoes: dict[str, tuple[tuple[str, int], ...]]


def words(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each word that was swapped."""
    clean = text.text
    places = _converted(text)
    if not places:
        if sum(map(clean.count, _TELLTALES)) < _FEWEST_TRACES:
            return iter(())
        places = [(0, len(clean))]
    joined = "\n".join(clean[start:end] for start, end in places)
    if not _is_mainland(joined, lexicon):
        return iter(())
    return _mended(clean, places, joined, _table(lexicon))


def _converted(text: MappedText) -> list[Place]:
    """The paragraphs of the clean text that were traditional as a whole, in its places."""
    places = []
    for edit in text.edits:
        if edit.reason == Reason.SCRIPT:
            start, end = text.clean_position(edit.start), text.clean_position(edit.end)
            line = text.text.rfind("\n", 0, start) + 1, text.text.find("\n", start)
            if (end - start) * 2 > (line[1] if line[1] >= 0 else len(text.text)) - line[0]:
                places.append((start, end))
    return places


def _is_mainland(text: str, lexicon: Lexicon) -> bool:
    """Whether more of its words are those of mainland offices than of others."""
    mainland, others = _origins(lexicon)
    own = len(mainland.findall(text))
    return own > 0 and own > len(others.findall(text))


@lru_cache(maxsize=4)
def _origins(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mainland = [row.surface for row in lexicon.origins if row.origin == "mainland"]
    others = [row.surface for row in lexicon.origins if row.origin != "mainland"]
    return re.compile(branched(mainland)), re.compile(branched(others))


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Table:
    rows = {row.surface: row for row in lexicon.script_words}
    lengths: dict[str, set[int]] = {}
    for surface in rows:
        lengths.setdefault(surface[0], set()).add(len(surface))
    return Table(
        surface=re.compile(branched(rows)),
        rows=rows,
        lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        vetoes={
            surface: tuple((longer, longer.index(surface)) for longer in row.unless.split("|"))
            for surface, row in rows.items()
            if row.unless
        },
    )


def _mended(clean: str, places: list[Place], joined: str, table: Table) -> Iterator[Edit]:
    found = [hit for place in places for hit in _hits(clean, place, table)]
    sure = sum(row.when == "always" for _, row in found)
    shown = sure >= _FEWEST_SURE or (sure > 0 and len(joined) < _SHORT_TEXT)
    absent = {row.right for _, row in found if row.when == "absent" and shown and row.right not in joined}
    for start, row in found:
        if row.when == "always" or row.right in absent:
            yield Edit(start, start + len(row.surface), row.right, Reason(row.reason))


def _hits(clean: str, place: Place, table: Table) -> Iterator[tuple[int, ScriptWord]]:
    position, end = place
    while match := table.surface.search(clean, position, end):
        start = match.start()
        position = start + 1
        for length in table.lengths[clean[start]]:
            row = table.rows.get(clean[start : start + length]) if start + length <= end else None
            if row is not None and not _is_vetoed(clean, start, row, table):
                yield start, row
                position = start + length
                break


def _is_vetoed(clean: str, start: int, row: ScriptWord, table: Table) -> bool:
    """Whether the word stands within a longer one that the row leaves alone."""
    return any(
        clean.startswith(longer, start - offset) for longer, offset in table.vetoes.get(row.surface, ()) if offset <= start
    )
