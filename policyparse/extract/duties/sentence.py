"""Duties that a running sentence gives to named bodies: 由市发改委牵头，市财政局、市住建局配合，….

Only bodies that are named count: 由县级以上人民政府主管部门负责 is how laws give powers, and no task of a plan. Nor is every
sentence with a body as its subject a duty: without 由, only 牵头 makes it one, or a 负责 that ends the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policyparse.extract.duties.names import is_party, is_placed_name, names_in
from policyparse.extract.duties.parties import Reading, Run, read_statement, runs
from policyparse.extract.duties.words import duty_words
from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body, read_body

_LOOK_BACK = 120
_LOOK_AHEAD = 240
_BOUNDARY = re.compile(r"[。！？；;\n]")
_PHRASE_ENDS = "，。；\n"  # and the end of the text
_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳]|[一二三四五六七八九十]{1,2}是)\s*")
_NO_DUTY = re.compile(r"解释|人|同志|的|单位|部门|机构|制度")


def sentence_duty(text: str, anchor: int, lexicon: Lexicon, before: int) -> tuple[int, int, Reading] | None:
    """The duty whose first duty word stands at `anchor`, one of `DutyWords.anchors`.

    `before` is where the last such duty ended: in its sentence, 市体育局负责建成球场 is one more. Gives the place, from
    由 (or the first body) to the last duty word, and the reading; None where it is no duty.
    """
    words = duty_words(lexicon)
    word = next(word for word in words.anchors if text.startswith(word, anchor))
    if _NO_DUTY.match(text, anchor + len(word)) or not _after_bodies(text, anchor, words.adverbs, lexicon):
        return None
    boundary = _BOUNDARY.search(text, anchor, anchor + _LOOK_AHEAD)
    last = boundary.start() if boundary else min(len(text), anchor + _LOOK_AHEAD)
    end_of_word = anchor + len(word)
    subject = (
        words.roles[word] == "lead"
        or text[end_of_word : end_of_word + 1] in _PHRASE_ENDS
        or (before > anchor - _LOOK_BACK and not _BOUNDARY.search(text, before, anchor))
    )
    for start, first in _beginnings(text, anchor, subject=subject):
        if any(other in text[first:anchor] for other in words.anchors):
            continue
        end = _end(text[first:last], lexicon)
        reading = read_statement(text[first : first + end], lexicon) if end else None
        subject_of_sentence = first == start and text[end_of_word : end_of_word + 1] in _PHRASE_ENDS
        if reading is not None and _is_duty(reading, lexicon, any_of_level=subject_of_sentence):
            return start, first + end, reading
    return None


def _after_bodies(text: str, anchor: int, adverbs: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the name of a body, or a word that may follow one, ends there: mostly not, which saves the rest."""
    return text.endswith((*adverbs, "等", "）", ")"), 0, anchor) or is_body(text[max(0, anchor - 4) : anchor], lexicon)


def _beginnings(text: str, anchor: int, *, subject: bool) -> Iterator[tuple[int, int]]:
    """Where the duty may begin, and its first body: after 由, or as the subject where a part of the sentence begins."""
    window = text[max(0, anchor - _LOOK_BACK) : anchor]
    offset = anchor - len(window)
    sentence = max((mark.end() for mark in _BOUNDARY.finditer(window)), default=0 if offset == 0 else len(window))
    by = window.rfind("由", sentence)
    if by >= 0:
        yield offset + by, offset + by + 1
    if subject:
        phrase = max(window.rfind(sign, sentence) for sign in "，,：:") + 1 or sentence
        for first in sorted({sentence, phrase}):
            number = _NUMBER.match(window, first)
            begin = number.end() if number else first
            yield offset + begin, offset + begin


def _is_duty(reading: Reading, lexicon: Lexicon, *, any_of_level: bool) -> bool:
    names = [party.name for party in reading.parties]
    if (names[0].startswith("各") and not any_of_level) or not is_placed_name(names[0], lexicon):
        return False
    if not all(is_party(name, lexicon) for name in names):
        return False
    return not all(_is_any_government(name, lexicon) for name in names)


def _is_any_government(name: str, lexicon: Lexicon) -> bool:
    """县人民政府 without a place is any county's, as laws say it."""
    body = read_body(name, lexicon)
    return body.office == "政府" and len(body.prefix) <= 1


def _end(sentence: str, lexicon: Lexicon) -> int:
    """Where the duty ends in a sentence that begins with its first body; 0 where it does not.

    It goes on while other bodies are named for the same thing (市财政局配合), not with what else one of them does. Bodies
    without a duty word share that of the bodies after them: 市公安局，市城投集团配合.
    """
    end = 0
    for run in runs(sentence):
        own = _end_in_run(sentence, run, lexicon, first=end == 0)
        if own is not None:
            end = own
        elif run.label is not None or not _are_bodies(run.items, lexicon):
            break
    return end


def _are_bodies(items: Iterable[str], lexicon: Lexicon) -> bool:
    names = [name for item in items for name in names_in(item, lexicon).names]
    return bool(names) and all(is_placed_name(name, lexicon) for name in names)


def _end_in_run(sentence: str, run: Run, lexicon: Lexicon, *, first: bool) -> int | None:
    """Where the duty word of a run ends, or its bodies where they stand after 会同; None where the run is no duty."""
    words = sentence[run.start : run.end]
    closing = next(duty_words(lexicon).closings(words), None)
    if closing is None or run.label is not None:
        return None
    if not first and closing.end < len(words) and closing.role not in ("with", "support"):
        return None
    before = [name for item in words[: closing.start].split("、") for name in names_in(item, lexicon).names]
    if not all(is_party(name, lexicon) for name in before) or not (before or closing.role == "with"):
        return None
    if closing.role != "with":
        return run.start + closing.end
    last = closing.end
    for item in words[closing.end :].split("、"):
        for name in names_in(item, lexicon, cut=True).names:
            if (place := words.find(name, last)) < 0 or not is_party(name, lexicon):
                break
            last = place + len(name)
    return run.start + last if last > closing.end else None
