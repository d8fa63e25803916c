"""Damage of known kind and place, done to a clean document: what `corruption.py` measures the checker with."""

from __future__ import annotations

import random
from collections.abc import Iterator

from damaging import blocks, breaks, characters, copies, numbering
from damaging.draft import Damage, Donors, Draft, Make, applied

OCCASION = 3
"""A text with fewer paragraphs of running text, as one whose lines are wrapped, gives no occasion for damage."""

KINDS: dict[str, Make] = {
    "copy": copies.copy(),
    "copy of two": copies.copy(run=2),
    "copy, 5 % noise": copies.copy(0.05),
    "copy, 10 % noise": copies.copy(0.1),
    "copy, 20 % noise": copies.copy(0.2),
    "copy, 30 % noise": copies.copy(0.3),
    "copy renumbered": copies.copy_renumbered,
    "copy of a beginning": copies.copy_partly(from_start=True),
    "copy of an end": copies.copy_partly(from_start=False),
    "copy of a block": blocks.copied(),
    "copy of a block, 10 % noise": blocks.copied(0.1),
    "copy of a block renumbered": blocks.renumbered_block,
    "copy torn at both ends": blocks.torn,
    "copy broken anew": blocks.anew,
    "copy as scanned": blocks.scanned,
    "copy with a sentence less": blocks.reworded,
    "copied three times": blocks.again_and_again,
    "splice": breaks.splice(),
    "splice, numbered": breaks.splice(numbered=True),
    "splice inside": breaks.splice(inside=True),
    "splice in the words of the trade": breaks.splice(trade=True),
    "splice in the words of the trade, inside": breaks.splice(inside=True, numbered=True, trade=True),
    "cut": breaks.cut,
    "cut anywhere": breaks.cut_anywhere,
    "cut and carried off": blocks.carried_off,
    "stopped anywhere": breaks.stopped_anywhere,
    "lost tail": breaks.lost_tail,
    "lost end": breaks.truncated,
    "word twice": breaks.stutter(breaks.WORD),
    "item twice": breaks.stutter(breaks.ITEM, "、"),
    "sentence twice": breaks.sentence_twice,
    "character twice": breaks.character_twice,
    "lost )": breaks.lose("(?<!^)(?P<left>[（(])[^（）()\n]{4,60}(?P<lost>[）)])", "unbalanced-bracket"),
    "lost (": breaks.lose("(?<!^)(?P<lost>[（(])[^（）()\n]{4,60}(?P<left>[）)])", "unbalanced-bracket"),
    "lost 》": breaks.lose("(?P<left>《)[^《》\n]{2,40}(?P<lost>》)", "unbalanced-bracket"),
    "lost ”": breaks.lose("(?P<left>“)[^“”\n]{2,40}(?P<lost>”)", "unbalanced-quote"),
    "lost “": breaks.lose("(?P<lost>“)[^“”\n]{2,40}(?P<left>”)", "unbalanced-quote"),
    "lost 。": breaks.lost_stop,
    "lost figure": breaks.lose("(?:达到|提高到|不低于|增长)(?P<lost>[0-9.]+)(?:%|个|万)", "missing-characters"),
    "lost item": breaks.lose("、(?P<lost>[\u4e00-\u9fff]{2,8})、", "missing-characters"),
    "lost glyph": breaks.lose("[\u4e00-\u9fff](?P<lost>[\u4e00-\u9fff])[\u4e00-\u9fff]", "missing-glyph", "\ufffd"),
    "box for glyph": breaks.lose("[\u4e00-\u9fff](?P<lost>[\u4e00-\u9fff])[\u4e00-\u9fff]", "missing-glyph", "□"),
    "mojibake": breaks.mojibake,
    "dropped clause": numbering.dropped,
    "repeated number": numbering.misnumbered(-1, "numbering-repeat"),
    "wild number": numbering.misnumbered(7, "numbering-jump"),
    "moved clause": numbering.moved,
    "swapped clauses": blocks.swapped,
    "swapped sections": blocks.swapped_sections,
    "lost label": blocks.lost_label,
    "lost heading": numbering.lost_heading,
    "lost table": characters.caption("重点工程布局一览表", "missing-table"),
    "lost drawing": characters.caption("空间结构示意图", "missing-figure"),
    "site chrome": characters.chrome,
    "folded width": characters.folded,
    "traditional character": characters.foreign_character,
    "blanks": characters.blanks,
    "line endings": characters.line_endings,
    "document number": characters.number_brackets,
    "date": characters.date_marks,
    **{f"{word} as {wrong}": breaks.lose(f"(?P<lost>{word})", "conversion-artefact", wrong)
       for word, wrong in characters.ARTEFACTS.items()},
}  # fmt: skip


def damages(text: str, donors: Donors, seed: int, kinds: str = "") -> Iterator[Damage]:
    """One damage of every kind that `text` gives occasion for, of those whose name holds `kinds`."""
    for kind, make in KINDS.items():
        if kinds not in kind:
            continue
        draft = Draft.of(text, donors, random.Random(f"{kind}/{seed}/{len(text)}"))
        made = make(draft) if len(draft.running(80)) >= OCCASION else None
        if made is not None:
            changes, answers, allowed = made
            yield Damage(kind, text, *applied(text, changes), answers, frozenset(allowed))
