"""Find where responsibility statements stand in clean text: in brackets, under labels, and after 由 in a sentence.

Rare characters and words are looked for, and what stands before them is looked back at, so that long texts without
duties cost next to nothing, and hostile ones no more than their length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyparse.extract.brackets import bracket_pairs, every
from policyparse.extract.duties.parties import LONGEST_STATEMENT, Reading, read_statement
from policyparse.extract.duties.sentence import sentence_duty
from policyparse.extract.duties.tables import duty_rows
from policyparse.extract.duties.words import DutyWords, duty_words
from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body
from policyparse.model.outline import Table

_SENTENCE_END = "。！？；;.!?\n"
_LABEL_LENGTH = 14
_NOTE_REACH = 20
_ITEM_END = re.compile(r"[、，,；; /]")
_BRACKET = re.compile(r"[（(〔［\[【）)〕］\]】]")
_MOST_LINES = 8
_CLOSERS = frozenset("）)〕］]】")
_NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)、.．]")
_BEFORE_LABEL = frozenset("，,；;。、.．\n（([【〔）) —-－●○◆◇■□▲△★☆*·")


class DutyPlace(NamedTuple):
    """A statement at ``start:end`` of the clean text, without brackets.

    `own_line`: nothing else stands in its paragraph. `in_sentence`: it is part of a running sentence, which it governs
    alone. `row`: it stands in a row of a table, which it governs alone.
    """

    start: int
    end: int
    reading: Reading
    own_line: bool = False
    in_sentence: bool = False
    row: tuple[int, int] | None = None


def duty_places(text: str, lexicon: Lexicon, tables: Sequence[Table] = ()) -> list[DutyPlace]:
    """All statements of `text`, in its order; none overlaps another. `tables` are those that its file marks."""
    since = _note(text, duty_words(lexicon))
    tabled = [DutyPlace(row.start, row.end, row.reading, row=row.row) for row in duty_rows(text, lexicon, tables)]
    places = _places(text, lexicon, since, tabled)
    if places and since is not None and not any(_follows(place.end, since) for place in places):
        return _places(text, lexicon, 0, tabled)  # a note below all lists speaks of them all
    return places


def _places(text: str, lexicon: Lexicon, since: int | None, tabled: list[DutyPlace]) -> list[DutyPlace]:
    bracketed = list(_in_brackets(text, lexicon, since))
    known = _in_order([*bracketed, *tabled])
    known = _in_order([*known, *_under_labels(text, lexicon, since, known)])
    return _in_order([*known, *_in_sentences(text, lexicon, known)])


def _in_order(places: list[DutyPlace]) -> list[DutyPlace]:
    return sorted(places, key=lambda place: place.start)


def _note(text: str, words: DutyWords) -> int | None:
    """Where it is first said that the first body of a list leads (列第一位者为牵头单位，下同)."""
    for lead in every("牵头", text):
        start = max(0, lead - _NOTE_REACH)
        note = words.note.search(text, start, lead + _NOTE_REACH)
        if note is not None:
            line = text.rfind("\n", start, note.start())
            opening = max(text.rfind(sign, start, note.start()) for sign in "（(")
            return opening if opening > line else note.start()
    return None


def _follows(end: int, since: int | None) -> bool:
    """Whether a list that ends there is read as the note at `since` says: it holds it, or stands beside or after it."""
    return since is not None and end + 2 >= since


def _in_brackets(text: str, lexicon: Lexicon, since: int | None) -> Iterator[DutyPlace]:
    words = duty_words(lexicon)
    any_word = words.any_word
    done = 0
    for opening, closing in bracket_pairs(text):
        start, end = opening + 1, _closing(text, closing, words)
        if opening < done or end - start > LONGEST_STATEMENT:
            continue
        bare = any_word.search(text, start, end) is None
        if bare and not (_ends_sentence(text, opening) and _begins_with_body(text[start:end], lexicon)):
            continue
        reading = read_statement(text[start:end], lexicon, first_leads=_follows(end, since))
        if reading is not None and (not reading.bare or _ends_sentence(text, opening)):
            own_line = text[opening - 1 : opening] in ("", "\n") and text[end + 1 : end + 2] in ("", "\n")
            yield DutyPlace(*_trimmed(text, start, end), reading, own_line)
            done = end


def _closing(text: str, closing: int, words: DutyWords) -> int:
    """Where a bracket closes: one that its line leaves open, below the next lines if they begin with labels of duties."""
    end = closing
    for _ in range(_MOST_LINES):
        if text[end : end + 1] != "\n":
            break
        below = text.find("\n", end + 1)
        below = len(text) if below < 0 else below
        if below > end + 1 and _label_of_line(text, end + 1, below, words) is None:
            return closing
        bracket = _BRACKET.search(text, end + 1, below)
        if bracket is not None and text[bracket.start()] in _CLOSERS:
            return bracket.start()
        end = below
    return closing


def _begins_with_body(words: str, lexicon: Lexicon) -> bool:
    return is_body(_ITEM_END.split(words, maxsplit=1)[0].strip(), lexicon)


def _ends_sentence(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in _SENTENCE_END


def _under_labels(
    text: str, lexicon: Lexicon, since: int | None, bracketed: Sequence[DutyPlace]
) -> Iterator[DutyPlace]:
    words = duty_words(lexicon)
    starts = _starts(bracketed)
    done = 0
    for colon in sorted([*every("：", text), *every(":", text)]):
        if colon < done or text[colon - 1] not in words.label_ends or _inside(colon, bracketed, starts):
            continue
        start = _label_start(text, colon, words)
        if start is None:
            continue
        end = _labelled_end(text, start, words)
        reading = read_statement(text[start:end], lexicon, first_leads=_follows(end, since))
        if reading is not None:
            own_line = text[start - 1 : start] in ("", "\n")
            yield DutyPlace(*_trimmed(text, start, end), reading, own_line)
        done = end


def _label_start(text: str, colon: int, words: DutyWords) -> int | None:
    """Where the label before this colon begins; None where no label of duties stands there."""
    first = max(0, colon - _LABEL_LENGTH)
    starts = (place + 1 for place in range(colon - 1, first - 1, -1) if text[place] in _BEFORE_LABEL)
    for start in (*starts, first):
        if words.label_role(text[start:colon]) is not None:
            return start
    return None


def _labelled_end(text: str, start: int, words: DutyWords) -> int:
    """Where a statement without brackets ends: before the 。 after its bodies, or with the last line of labels."""
    limit = min(len(text), start + LONGEST_STATEMENT)
    end = start
    seen: set[str] = set()
    while end < limit:
        line_end = text.find("\n", end, limit)
        if line_end == end > start:  # an empty line between labels
            end += 1
            continue
        line_end = limit if line_end < 0 else line_end
        label = _label_of_line(text, end, line_end, words)
        if end > start and (label is None or label in seen):
            return end - 1
        seen.add(label or "")
        stop = text.find("。", end, line_end)
        if 0 <= stop < line_end - 1 and _label_of_line(text, stop + 1, line_end, words) is None:
            return stop
        end = line_end + 1
        if text[line_end - 1 : line_end] in ("：", ":", "、"):  # the bodies stand, or go on, on the next line
            below = text.find("\n", end, limit)
            end = (limit if below < 0 else below) + 1
    return min(end - 1, limit) if end > start else start


def _label_of_line(text: str, start: int, end: int, words: DutyWords) -> str | None:
    line = text[start : min(end, start + _LABEL_LENGTH + 2)].lstrip()
    if _NUMBERED.match(line):  # 二、配合单位：… is a clause of its own
        return None
    for colon in "：:":
        label, found, _ = line.partition(colon)
        if found and words.label_role(label) is not None:
            return label
    return None


def _in_sentences(text: str, lexicon: Lexicon, known: Sequence[DutyPlace]) -> Iterator[DutyPlace]:
    starts = _starts(known)
    done = 0
    for anchor in sorted({place for word in duty_words(lexicon).anchors for place in every(word, text)}):
        if anchor < done or _inside(anchor, known, starts):
            continue
        found = sentence_duty(text, anchor, lexicon, before=done)
        if found is not None:
            start, done, reading = found
            yield DutyPlace(start, done, reading, in_sentence=not _is_sentence(text, start, done))


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a duty is a sentence of its own below what it is for: 强化值守。县应急局负责。"""
    return text[end : end + 1] in ("", "。", "\n") and start > 0 and text[start - 1] in "。；"


def _starts(places: Sequence[DutyPlace]) -> list[int]:
    return [place.start for place in places]


def _inside(position: int, places: Sequence[DutyPlace], starts: list[int]) -> bool:
    """Whether one of the places, which begin at `starts`, holds the position."""
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < places[index].end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without blanks at its edges and without its last 。."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == "。"):
        end -= 1
    return start, end
