"""Paragraphs that stop or begin in the middle of a sentence, and where the sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from policyparse.check.copies import Copy
from policyparse.check.joins import Joins
from policyparse.check.paragraphs import Paragraph
from policyparse.check.strangers import Run
from policyparse.lexicon import Lexicon

HABIT = 4
"""A document in which so many running paragraphs, and a quarter of all, end without a stop, writes so."""
SHORT = 10
"""From so many characters on, a beginning that breaks off may be told, if what follows shows that it does."""
MARK = "[，。；、！？）]"
LONG = 20
"""A last sentence that is shorter, or without a comma, is not taken for a whole one."""
OFTEN = 0.2
"""Share of its occurrences in the document at which a character or word that may end a sentence stands before a mark."""
NEVER_FIRST = "，。、；：！？）》”’】〕"


@dataclass(frozen=True, slots=True)
class Break:
    """A paragraph that stops in mid-sentence, and the one that goes on with the sentence; None where it is lost."""

    paragraph: Paragraph
    continuation: Paragraph | None
    interrupted: bool = False
    """Whether paragraphs stand between the two halves that do not belong there."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """All broken paragraphs, those that only lack their last stop, and the sentence that the document leaves open."""

    broken: tuple[Break, ...]
    unstopped: tuple[Paragraph, ...]
    open_end: tuple[int, int] | None


def breaks(
    paragraphs: Sequence[Paragraph], text: str, strange: Sequence[Run], titles: Sequence[str], lexicon: Lexicon
) -> Breaks:
    """The broken paragraphs of `text`.

    `strange` are the runs of paragraphs that may not belong to it; `titles`, its own and those of its attachments, are
    no running text.
    """
    joins = Joins(paragraphs, text, strange)
    last = paragraphs[-1] if paragraphs else None
    articles = _always_stopped(paragraphs, "article")
    running = [
        p
        for p in paragraphs
        if (p.runs or (p is last and _is_text(p, paragraphs)) or (articles and _is_article(p)))
        and not _is_title(p, titles)
    ]
    stopped = [p for p in running if not p.ends or (p is last and _lacks_bodies(p, text))]
    if len(stopped) >= HABIT and len(stopped) * 4 > len(running):
        stopped = [paragraph for paragraph in stopped if paragraph.words[-1] in "，、"]
    broken, unstopped = [], []
    open_end = None
    for paragraph in stopped:
        goes_on = joins.continuation(paragraph)
        doubtful = goes_on is None or not joins.is_sure(paragraph, goes_on.after)
        if doubtful and _is_whole(paragraph.words, paragraph is last, text, _ends(lexicon)):
            unstopped.append(paragraph)
        elif paragraph is last:
            open_end = paragraph.start + _last_clause(paragraph.words), paragraph.end
        else:
            broken.append(Break(paragraph, goes_on and goes_on.after, goes_on is not None and goes_on.put_in))
    broken += [
        Break(paragraph, after)
        for paragraph, after in pairwise(paragraphs)
        if _is_beginning(paragraph) and not _is_title(paragraph, titles) and joins.completes(paragraph, after)
    ]
    broken.sort(key=lambda found: found.paragraph.index)
    return Breaks(tuple(broken), tuple(unstopped), open_end)


def _is_article(paragraph: Paragraph) -> bool:
    """Whether an article begins here, with more than a title."""
    return paragraph.clause is not None and paragraph.clause.style == "article" and len(paragraph.body) >= SHORT


def _always_stopped(paragraphs: Sequence[Paragraph], style: str) -> bool:
    """Whether the clauses of `style` end with a stop in their own paragraph: of six all but one, of 16 all but two.

    Then none of them is a heading.
    """
    found = [paragraph for paragraph in paragraphs if paragraph.clause is not None and paragraph.clause.style == style]
    return len(found) >= HABIT and sum(not paragraph.ends for paragraph in found) * 10 <= len(found) + HABIT


def _is_text(last: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the last paragraph is text that wants a stop: by its marks, or as all clauses like it have one."""
    if last.is_sentence or last.words[-1] in "，、":
        return True
    clause = last.clause
    if clause is None or clause.number is None or len(last.body) < 2:
        return False
    before = next((p for p in reversed(paragraphs[:-1]) if p.clause and p.clause.style == clause.style), None)
    return before is not None and before.ends and _always_stopped(paragraphs, clause.style)


def _lacks_bodies(last: Paragraph, text: str) -> bool:
    """Whether the document ends within a list of bodies, and closes no other one after the same word."""
    opened = last.words.rfind("（")
    return opened > last.words.rfind("）") and text.count("）\n") >= HABIT and f"{last.words[-2:]}）" not in text


def _is_beginning(paragraph: Paragraph) -> bool:
    """Whether a paragraph that is too short to be running text may be the beginning of a sentence."""
    return len(paragraph.words) >= SHORT and not paragraph.runs and not paragraph.ends and "|" not in paragraph.words


def _is_title(paragraph: Paragraph, titles: Sequence[str]) -> bool:
    return any(title in paragraph.words and len(title) * 3 > len(paragraph.words) * 2 for title in titles)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The words that whole sentences end with, and those that none ends with."""

    whole: tuple[str, ...]
    open: tuple[str, ...]


@lru_cache(maxsize=4)
def _ends(lexicon: Lexicon) -> _Ends:
    kinds = {
        kind: tuple(row.surface for row in lexicon.sentence_ends if row.kind == kind) for kind in ("whole", "open")
    }
    return _Ends(kinds["whole"], kinds["open"])


def _is_whole(words: str, at_end: bool, text: str, ends: _Ends) -> bool:
    """Whether a sentence without its stop is a whole one, as far as its last characters and the rest of `text` tell.

    Of sentences that lost only their stop three in four are told right, and so are three in four that lost more. At the
    end of the document it is whole only where its last word is one that sentences end with.
    """
    if at_end:
        sentence = words[words.rfind("。") + 1 :]
        return words.endswith(ends.whole) and len(sentence) >= LONG and "，" in sentence
    if words.endswith(ends.whole):
        return True
    last = words[-1]
    if words.endswith(ends.open) or not "\u4e00" <= last <= "\u9fff":
        return False
    if text.count(words[-2:]) > 1 and re.search(re.escape(words[-2:]) + MARK, text):
        return True
    return len(re.findall(re.escape(last) + MARK, text)) > OFTEN * max(text.count(last) - 1, 1)


def _last_clause(words: str) -> int:
    """Where what follows the last mark begins."""
    return max(words.rfind(mark, 0, len(words) - 1) for mark in "，。；：！？") + 1


Fragment = tuple[int, int, tuple[int, int] | None]
"""The rest of a sentence at the start of a paragraph: its place, and that of the original it was copied from."""


def fragments(
    paragraphs: Sequence[Paragraph], text: str, copies: Sequence[Copy], broken: Sequence[Break]
) -> Iterator[Fragment]:
    """Paragraphs that begin in the middle of a sentence and are no continuation of a broken one."""
    starts = {copy.start: copy for copy in copies if copy.first and text[copy.first - 1] not in "。；！？\n"}
    continued = {found.continuation.index for found in broken if found.continuation is not None}
    for paragraph in paragraphs:
        if paragraph.index in continued or not paragraph.index:
            continue
        copy = starts.get(paragraph.start)
        if copy is None and not (paragraph.words[0] in NEVER_FIRST and len(paragraph.words) > 1):
            continue
        stop = text.find("。", paragraph.start, paragraph.end)
        end = stop + 1 if stop >= 0 else paragraph.end
        yield paragraph.start, end, None if copy is None else copy.origin(paragraph.start, end)
