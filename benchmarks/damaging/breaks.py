"""Splices, cuts, stutters and losses."""

from __future__ import annotations

from damaging.copies import NUMBERING
from damaging.draft import EVERYTHING, Answer, Change, Draft, Make

STOPS = "。；：！？）)”〕》"
"""Next to these a break is none, or loses more than a sentence."""
PAIRS = {"unbalanced-bracket", "unbalanced-quote"}
WORD = "(?<=[，。；])(?P<word>(?![一二三四五六七八九十百]{2}|是指)[\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{2})"
ITEM = "(?<=、)(?P<word>[\u4e00-\u9fff]{2,8})(?=[、，。；等])"


def splice(inside: bool = False, numbered: bool = False, trade: bool = False) -> Make:
    """Paragraphs on another subject, between two paragraphs or inside one; `trade`: in the words of the trade."""

    def make(draft: Draft) -> Answer | None:
        donors = draft.donors.trade if trade else draft.donors.other
        paragraphs = [words for words in draft.dice.choice(donors).split("\n") if len(words) >= 60]
        size = draft.dice.randint(1 if inside else 2, min(4, len(paragraphs)))
        first = draft.dice.randint(0, len(paragraphs) - size)
        passage = paragraphs[first : first + size]
        if numbered:
            passage = [f"（{'零一二三四五六'[n]}）{words}" for n, words in enumerate(passage, 2)]
        words = draft.gap.join(passage)
        index = draft.dice.choice(draft.running(100)[1:-1] or draft.running() or [0])
        at = draft.middle(index) if inside else draft.paragraphs[index][1]
        changes = [Change(at, at, draft.gap, False), Change(at, at, words)]
        if inside:
            changes.append(Change(at, at, draft.gap, False))
        return changes, ("foreign-passage",), NUMBERING | {"mixed-script"} | ({"broken-paragraph"} if inside else set())

    return make


def cut(draft: Draft) -> Answer | None:
    """A paragraph broken in two in the middle of a sentence."""
    at = draft.middle(draft.dice.choice(draft.running(80)))
    return [Change(at, at, draft.gap)], ("broken-paragraph",), set()


def cut_anywhere(draft: Draft) -> Answer | None:
    """A paragraph broken in two at any place inside a sentence: after a comma, before a number, within a word."""
    index = draft.dice.choice(draft.running(80) or [0])
    start, end = draft.paragraphs[index]
    places = [
        at for at in range(start + 12, end - 8) if draft.text[at - 1] not in STOPS and draft.text[at] not in STOPS
    ]
    if not places:
        return None
    at = draft.dice.choice(places)
    return [Change(at, at, draft.gap)], ("broken-paragraph",), PAIRS | {"missing-punctuation"}


def stopped_anywhere(draft: Draft) -> Answer | None:
    """The rest of the document is gone, from any place inside a sentence on."""
    running = draft.running(60)
    index = draft.dice.choice(running[len(running) // 2 :] or [0])
    start, end = draft.paragraphs[index]
    places = [
        at for at in range(start + 12, end - 8) if draft.text[at - 1] not in STOPS and draft.text[at] not in STOPS
    ]
    if not places:
        return None
    return [Change(draft.dice.choice(places), len(draft.text), "")], ("truncated-end",), PAIRS


def lost_tail(draft: Draft) -> Answer | None:
    """The rest of a paragraph is gone, from the middle of a sentence on."""
    index = draft.dice.choice(draft.running(80)[:-1])
    return (
        [Change(draft.middle(index), draft.paragraphs[index][1], "")],
        ("broken-paragraph", "missing-punctuation"),
        PAIRS,
    )


def truncated(draft: Draft) -> Answer | None:
    """The rest of the document is gone, from the middle of a sentence on."""
    index = draft.dice.choice(draft.running(80)[-3:])
    return [Change(draft.middle(index), len(draft.text), "")], ("truncated-end",), PAIRS


def stutter(pattern: str, between: str = "") -> Make:
    """A word twice."""

    def make(draft: Draft) -> Answer | None:
        found = draft.found(pattern)
        if not found:
            return None
        word = draft.dice.choice(found)
        return [Change(*word.span("word"), word["word"] + between + word["word"])], ("stutter",), set()

    return make


def sentence_twice(draft: Draft) -> Answer | None:
    """A sentence twice."""
    found = draft.found("(?<=。)(?P<word>[^。\n（）]{15,60}。)")
    if not found:
        return None
    pick = draft.dice.choice(found)
    at = pick.end()
    return [Change(pick.start(), at, pick["word"] * 2)], ("stutter",), EVERYTHING


def character_twice(draft: Draft) -> Answer | None:
    """A character twice in a word that stands elsewhere as well."""
    found = draft.found("(?P<before>[\u4e00-\u9fff]{2})(?P<lost>[\u4e00-\u9fff])(?P<after>[\u4e00-\u9fff]{2})", 60)
    found = [m for m in found if draft.text.count(m[0]) > 2 and m["lost"] not in "一二三四五六七八九十0"]
    if not found:
        return None
    pick = draft.dice.choice(found)
    return [Change(*pick.span("lost"), pick["lost"] * 2)], ("stutter",), set()


def lose(pattern: str, rule: str, new: str = "", least: int = 40) -> Make:
    """What the group `lost` of `pattern` holds is gone, or `new` stands there, once, in running text.

    Where the pattern has a group `left`, that is the place to be found: a mark whose other half is lost.
    """

    def make(draft: Draft) -> Answer | None:
        found = draft.found(pattern, least)
        if not found:
            return None
        pick = draft.dice.choice(found)
        if "left" not in pick.groupdict():
            return [Change(*pick.span("lost"), new)], (rule,), set()
        return [Change(*pick.span("lost"), new, False), Change(*pick.span("left"), pick["left"])], (rule,), set()

    return make


def lost_stop(draft: Draft) -> Answer | None:
    """The last stop of a paragraph is gone, and a numbered one follows, so that nothing else can be meant."""
    numbered = {index for index, _ in draft.labelled()}
    ends = [draft.paragraphs[i][1] for i in draft.running(40) if i + 1 in numbered]
    ends = [end for end in ends if draft.text[end - 1] == "。"]
    if not ends:
        return None
    end = draft.dice.choice(ends)
    return [Change(end - 1, end, "")], ("missing-punctuation", "broken-paragraph"), set()


def mojibake(draft: Draft) -> Answer | None:
    """A few words in UTF-8 read as GB18030."""
    index = draft.dice.choice(draft.running())
    start = draft.middle(index)
    end = min(start + draft.dice.randint(6, 12), draft.paragraphs[index][1])
    broken = draft.text[start:end].encode().decode("gb18030", "replace")
    return [Change(start, end, broken)], ("mojibake",), EVERYTHING
