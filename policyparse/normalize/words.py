"""Taiwan words and torn words in mainland texts that went through a word table, back to the mainland words.

Some sites convert a mainland document to traditional characters and swap its words by a plain table on the way: 网络
becomes 網路, 应用 becomes 套用, and 屏障, where the table knew 屏, becomes 螢幕障. The rows of ``script_words.tsv`` undo
that, the longest first, each with its reason, in the paragraphs that were traditional, and only if the text is the
mainland's by its own words (``origins.tsv``): what an office of Taiwan or Hong Kong wrote is not mended.

A row for a word that the mainland also uses is taken only if the text shows such a table at work, and if the word that the
row would put there is gone from the converted paragraphs: a table swaps nearly all of them, so one that is left speaks for
the author's own word.

A simplified text is treated as a whole if it shows at least three words that no mainland text has.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.lexicon.frequency import FREQUENT
from policyparse.lexicon.rows import ScriptWord
from policyparse.model.reason import Reason
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.alternation import longest_of
from policyparse.normalize.script import paragraphs_of, simplified_only

Place = tuple[int, int]

# Never natural and in every such text: a quick look before a simplified text is searched for all words.
_TELLTALES = ("最佳化", "网路", "数位化", "智慧型", "资讯化", "宽频")
_FEWEST_TRACES = 3
_FEWEST_SURE = 2
_SHORT_TEXT = 1_000
_TELLING = 8_000
_FAR = sys.maxsize


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows made ready.

    Each is looked for by one telling character, so that the search stops seldom: `shapes` says for each such character
    how far before and behind its beginning the surfaces reach that are told by it. `changes` says for each surface what
    of it changes: the word that alone does, where a surface is that word among others.
    """

    mark: re.Pattern[str]
    shapes: dict[str, tuple[tuple[int, int], ...]]
    rows: dict[str, ScriptWord]
    changes: dict[str, Edit]
    vetoes: dict[str, tuple[tuple[str, int], ...]]


def words(text: MappedText, lexicon: Lexicon) -> Iterator[Edit]:
    """One edit for each word that was swapped."""
    clean = text.text
    places = _converted(text)
    least = 0
    if not places:
        if sum(map(clean.count, _TELLTALES)) < _FEWEST_TRACES:
            return
        places, least = [(0, len(clean))], _FEWEST_TRACES
    joined = "\n".join(clean[start:end] for start, end in places)
    if _is_mainland(joined, lexicon):
        table = _table(lexicon)
        found = list(_hits(clean, places, table))
        if sum(row.when == "always" for _, row in found) >= least:
            yield from _mended(found, joined, table)


def _converted(text: MappedText) -> list[Place]:
    """The paragraphs of the clean text that were traditional as a whole, in its places.

    In a text that was so for the most part, those that tell nothing count too; where nearly all was so, all do.
    """
    clean = text.text
    changed = [edit for edit in text.edits if edit.reason == Reason.SCRIPT]
    if sum(edit.end - edit.start for edit in changed) * 10 > len(clean) * 9:
        return [(0, len(clean))]
    amounts: Counter[Place] = Counter()
    last = (0, 0)
    for edit in changed:
        start = text.clean_position(edit.start)
        # Edits come in order: a paragraph of several lines, converted line by line, is looked up once.
        if not last[0] <= start < last[1]:
            end = clean.find("\n", start)
            last = clean.rfind("\n", 0, start) + 1, len(clean) if end < 0 else end
        amounts[last] += edit.end - edit.start
    places = [place for place, amount in amounts.items() if amount * 2 > place[1] - place[0]]
    if sum(last - first for first, last in places) * 2 <= len(clean):
        return places
    known = set(places)
    silent = simplified_only()
    return [place for place in paragraphs_of(clean) if place in known or not silent.search(clean, *place)]


def _is_mainland(text: str, lexicon: Lexicon) -> bool:
    """Whether more of its words are those of mainland offices than of others."""
    mainland, others = _origins(lexicon)
    text = text[:_TELLING]
    own = len(mainland.findall(text))
    return own > 0 and own > len(others.findall(text))


@lru_cache(maxsize=4)
def _origins(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mainland = [row.surface for row in lexicon.origins if row.origin == "mainland"]
    others = [row.surface for row in lexicon.origins if row.origin != "mainland"]
    return longest_of(mainland), longest_of(others)


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Table:
    shapes: dict[str, set[tuple[int, int]]] = {}
    for row, mark in zip(lexicon.script_words, _marks(lexicon), strict=True):
        at = row.surface.index(mark)
        shapes.setdefault(mark, set()).add((at, len(row.surface) - at))
    return Table(
        mark=_search(lexicon),
        shapes={mark: tuple(sorted(found)) for mark, found in shapes.items()},
        rows={row.surface: row for row in lexicon.script_words},
        changes=_changes(lexicon),
        vetoes={
            row.surface: tuple((longer, longer.index(row.surface)) for longer in row.unless.split("|"))
            for row in lexicon.script_words
            if row.unless
        },
    )


def _search(lexicon: Lexicon) -> re.Pattern[str]:
    """Finds the marks beside which stands what stands so in a surface; half of all marks stand otherwise."""
    marks = _marks(lexicon)
    parts = [row.surface.partition(mark) for row, mark in zip(lexicon.script_words, marks, strict=True)]
    tests = (
        ("(?={})", {after[0] for _, _, after in parts if after}),
        ("(?<={}.)", {before[-1] for before, _, after in parts if before and not after}),
        ("(?<={})", {mark for before, mark, after in parts if not before and not after}),
    )
    beside = "|".join(test.format(_class(found)) for test, found in tests if found)
    return re.compile(f"{_class(marks)}(?:{beside})" if marks else "(?!)")


def _class(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def _changes(lexicon: Lexicon) -> dict[str, Edit]:
    """What of each surface changes, in its own places."""
    changes: dict[str, Edit] = {}
    inner = _inner(lexicon)
    for row in lexicon.script_words:
        word = inner.get(row.surface, row)
        at = row.surface.index(word.surface)
        changes[row.surface] = Edit(at, at + len(word.surface), word.right, Reason(word.reason))
    return changes


def _inner(lexicon: Lexicon) -> dict[str, ScriptWord]:
    """For 推广套用, which becomes 推广应用, the row of 套用."""
    return {
        row.surface: other
        for row in lexicon.script_words
        for other in lexicon.script_words
        if other.surface in row.surface
        and other is not row
        and other.reason == row.reason
        and row.surface.replace(other.surface, other.right, 1) == row.right
    }


def _marks(lexicon: Lexicon) -> list[str]:
    """A character of each surface to look for it by: one that few texts are full of and many surfaces share."""
    shared = Counter(character for row in lexicon.script_words for character in set(row.surface))
    rank = {character: at + 20 for at, character in enumerate(FREQUENT)}
    worth = {character: count * rank.get(character, 1_000) for character, count in shared.items()}
    return [max(row.surface, key=lambda character: (worth[character], character)) for row in lexicon.script_words]


def _mended(found: list[tuple[int, ScriptWord]], joined: str, table: Table) -> Iterator[Edit]:
    sure = sum(row.when == "always" for _, row in found)
    shown = sure >= _FEWEST_SURE or (sure > 0 and len(joined) < _SHORT_TEXT)
    doubtful = {row.surface: row for _, row in found if row.when == "absent"} if shown else {}
    swapped = {surface for surface, row in doubtful.items() if not _is_left(row, joined)}
    for start, row in found:
        if row.when == "always" or row.surface in swapped:
            first, last, right, reason = table.changes[row.surface]
            yield Edit(start + first, start + last, right, reason)


def _is_left(row: ScriptWord, text: str) -> bool:
    """Whether the mainland word stands in the text, other than within the word that took its place (演算法 for 算法).

    A table cuts words wrongly now and then, so that one in ten may be left.
    """
    right = text.count(row.right)
    if right == 0:
        return False
    swapped = text.count(row.surface)
    if row.right in row.surface:
        right -= swapped
    return right * 10 > swapped


def _hits(clean: str, places: list[Place], table: Table) -> Iterator[tuple[int, ScriptWord]]:
    """Where rows stand, from left to right, at each place the longest that may be taken."""
    rows, shapes = table.rows, table.shapes
    found = []
    for match in table.mark.finditer(clean, places[0][0], places[-1][1]):
        at = match.start()
        for before, after in shapes[match[0]]:
            if at >= before and (row := rows.get(clean[at - before : at + after])) is not None:
                found.append((at - before, -before - after, row))
    done = 0
    for start, length, row in sorted(found):
        if start >= done and _is_within(places, start) and not _is_vetoed(clean, start, row, table):
            yield start, row
            done = start - length


def _is_within(places: list[Place], position: int) -> bool:
    """Whether a place holds `position`; a surface holds no line's end, so it then holds all of the surface."""
    return position < places[bisect_right(places, (position, _FAR)) - 1][1]


def _is_vetoed(clean: str, start: int, row: ScriptWord, table: Table) -> bool:
    """Whether the word stands within a longer one that the row leaves alone."""
    vetoes = table.vetoes.get(row.surface)
    return vetoes is not None and any(
        offset <= start and clean.startswith(longer, start - offset) for longer, offset in vetoes
    )
