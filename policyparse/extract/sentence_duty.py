"""Duties that a running sentence gives to named bodies: 由市发改委牵头，市财政局、市住建局配合，….

Only bodies named for certain count: that 由县级以上人民政府主管部门负责 is how laws give powers, and no one's task in a plan.
"""

from __future__ import annotations

import re

from policyparse.extract.duty_words import duty_words
from policyparse.extract.parties import Reading, Run, read_statement, runs
from policyparse.extract.party_names import is_sure_name, names_in
from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import read_body

_LOOK_BACK = 120
_LOOK_AHEAD = 240
_BOUNDARY = re.compile(r"[。！？；;\n]")
_NO_DUTY = re.compile(r"(?:牵头|负责|主办)(?:解释|人|同志|的|单位|部门)")


def sentence_duty(text: str, anchor: int, lexicon: Lexicon) -> tuple[int, int, Reading] | None:
    """The duty whose first duty word stands at `anchor`: its place from 由 to its last duty word, and its reading."""
    first = max(0, anchor - _LOOK_BACK)
    by = text.rfind("由", first, anchor)
    if by < 0 or _BOUNDARY.search(text, by, anchor) or _NO_DUTY.match(text, anchor):
        return None
    if any(word in text[by:anchor] for word in duty_words(lexicon).anchors):
        return None
    boundary = _BOUNDARY.search(text, anchor, anchor + _LOOK_AHEAD)
    end = _end(text[by + 1 : boundary.start() if boundary else anchor + _LOOK_AHEAD], lexicon)
    reading = read_statement(text[by + 1 : by + 1 + end], lexicon) if end else None
    if reading is None or not all(is_sure_name(party.name, lexicon) for party in reading.parties):
        return None
    if reading.parties[0].name.startswith("各") or all(_is_any_government(p.name, lexicon) for p in reading.parties):
        return None
    return by, by + 1 + end, reading


def _end(sentence: str, lexicon: Lexicon) -> int:
    """Where the duty ends in a sentence that begins with its first body; 0 where it is none."""
    end = 0
    led = False
    for run in runs(sentence):
        own = _end_in_run(sentence, run, lexicon)
        if own is None and led:
            break
        if own is not None:
            end, led = own, True
    return end


def _end_in_run(sentence: str, run: Run, lexicon: Lexicon) -> int | None:
    """Where the duty words of a run end, or its bodies where they stand after 会同; None where it holds other things."""
    last = sentence.rfind("、", run.start, run.end) + 1 or run.start
    words = sentence[last : run.end]
    others = sentence[run.start : max(run.start, last - 1)]
    with_others = next((c for c in duty_words(lexicon).closings(sentence[run.start : run.end]) if c.role == "with"), None)
    if with_others is not None and with_others.start == 0:
        names = names_in(words.removeprefix("会同"), lexicon, cut=True).names
        return last + words.index(names[-1]) + len(names[-1]) if names and names[-1] in words else None
    closing = next(iter(duty_words(lexicon).closings(words)), None)
    if closing is None:
        return None
    names = [name for item in (*others.split("、"), words[: closing.start]) for name in names_in(item, lexicon).names]
    return last + closing.end if names and all(is_sure_name(name, lexicon) for name in names) else None


def _is_any_government(name: str, lexicon: Lexicon) -> bool:
    """县人民政府 without a place is any county's, as laws say it."""
    body = read_body(name, lexicon)
    return body.office == "政府" and len(body.prefix) <= 1
