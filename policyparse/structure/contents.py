"""Tables of contents, running heads and page numbers: lines that look like clauses and are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.structure.frame import Frame, plain_title
from policyparse.structure.head import is_bare_annex
from policyparse.structure.kinds import bare
from policyparse.structure.lines import Line

LONGEST_ENTRY = 200  # leaders to the page number included
LONGEST_HEADING = 60
FEWEST_ENTRIES = 3
FEWEST_LEADERS = 3
LOWEST_RANK = 45  # parts, chapters, sections and 一、: what pages carry at their head
SHORTEST_RUNNING_HEAD = 6
DIGITS = "0123456789０１２３４５６７８９"
BLANKS = " \t\u3000\u00a0"
DIGITS_AND_BLANKS = DIGITS + BLANKS

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _OpenHead:
    rank: int
    label: str
    words: str


def no_text(frame: Frame, lexicon: Lexicon) -> frozenset[int]:
    """The indexes of the lines of contents tables, running heads and page numbers."""
    lines = frame.lines
    free = [index for index in range(len(lines)) if frame.roles[index] is None]
    keys = {index: _key(lines[index], lexicon) for index in free if _is_heading(lines[index])}
    contents = {*_named_tables(lines, free, lexicon), *_unnamed_tables(lines, free, keys, lexicon)}
    rest = [index for index in free if index not in contents]
    return frozenset(contents.union(_running_heads(frame, rest, keys, lexicon)))


def _named_tables(lines: tuple[Line, ...], free: list[int], lexicon: Lexicon) -> Iterator[int]:
    """The lines from 目录 to where the first entry or the first labelled one comes again, or a paragraph."""
    names = frozenset(lexicon.numbering["contents"]["names"])
    inside = False
    first: Key | None = None
    first_label: str | None = None
    for index in free:
        line = lines[index]
        if not inside:
            if len(line.words) <= 8 and line.squashed in names:
                inside, first, first_label = True, None, None
                yield index
            continue
        key = _key(line, lexicon)
        if not _is_entry(line) or key == first or (key[0] and key[0] == first_label):
            inside = False
            continue
        first, first_label = first or key, first_label or key[0] or None
        yield index


def _unnamed_tables(lines: tuple[Line, ...], free: list[int], keys: dict[int, Key], lexicon: Lexicon) -> Iterator[int]:
    """Three labelled headings in a row that all come again over text, and entries with leaders to a page number."""
    last = {key: index for index, key in keys.items()}
    run: list[int] = []
    first: Key | None = None
    for index in free:
        line = lines[index]
        if _leaders(line.words, lexicon) >= FEWEST_LEADERS and _is_entry(line):
            yield index
            continue
        key = keys.get(index)
        if key is None or last[key] == index or key == first:
            yield from _table(run, keys, last)
            run, first = [], None
        if key is not None and last[key] > index:
            run.append(index)
            first = first or key
    yield from _table(run, keys, last)


def _table(run: list[int], keys: dict[int, Key], last: dict[Key, int]) -> list[int]:
    """The run where it is a table: its headings stand farther apart below, as those of forms filled twice do not."""
    if len(run) < FEWEST_ENTRIES:
        return []
    begin, end = (last[keys[index]] for index in (run[0], run[-1]))
    return run if end - begin > run[-1] - run[0] else []


def _running_heads(frame: Frame, free: Iterable[int], keys: dict[int, Key], lexicon: Lexicon) -> Iterator[int]:
    """Titles, open chapters and page numbers that pages carry at their edge."""
    carried = "".join(line.words for line in frame.of("carried") if not is_bare_annex(line))
    titles = {plain_title(each) for title in (frame.title, carried) if title for each in (title, bare(title))}
    page = _page(lexicon)
    heads: dict[str, _OpenHead] = {}
    for index in free:
        line = frame.lines[index]
        label = line.label
        if label is None:
            if _is_entry(line) and (page.fullmatch(line.words) or _is_running(line, titles, heads.values())):
                yield index
            continue
        if label.style.rank >= LOWEST_RANK:
            continue
        head = _OpenHead(label.style.rank, *keys[index]) if index in keys else None
        if head is not None and heads.get(label.style.series) == head:
            yield index
            continue
        heads = {series: other for series, other in heads.items() if other.rank < label.style.rank}
        if head is not None:
            heads[label.style.series] = head


def _is_running(line: Line, titles: set[str], heads: Iterable[_OpenHead]) -> bool:
    if plain_title(line.words) in titles:
        return True
    words = line.squashed
    return len(words) >= SHORTEST_RUNNING_HEAD and any(head.words.startswith(words) for head in heads)


def _is_entry(line: Line) -> bool:
    return len(line.words) <= LONGEST_ENTRY and line.words[-1] not in "。；：;"


def _is_heading(line: Line) -> bool:
    """Whether a line is a label with a heading, and no more."""
    return line.label is not None and 0 < len(line.rest) <= LONGEST_HEADING and line.words[-1] not in "。；：;，"


def _key(line: Line, lexicon: Lexicon) -> Key:
    """What an entry and the heading that it names have in common: label and words, without the page number."""
    words = line.rest[:LONGEST_ENTRY]
    leaders: str = lexicon.numbering["contents"]["leaders"]
    without = words.rstrip(DIGITS)
    if without != words and without and without[-1] in leaders + BLANKS:
        words = without
    return (line.label.key if line.label else "", "".join(words.rstrip(leaders + BLANKS).split()))


def _leaders(words: str, lexicon: Lexicon) -> int:
    """How many leading characters stand at the end of a line, before the page number."""
    leaders: str = lexicon.numbering["contents"]["leaders"]
    if words[-1] not in DIGITS and words[-1] not in leaders:
        return 0
    without = words.rstrip(DIGITS_AND_BLANKS)
    return len(without) - len(without.rstrip(leaders))


@lru_cache(maxsize=4)
def _page(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.numbering["contents"]["page"])
