"""The duty words of a lexicon, compiled: which words close a list of bodies, and which labels open one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policyparse.lexicon import Lexicon

_GOES_ON_OTHERWISE = re.compile(r"单位|部门|机构|人|同志|领导|责任|中心|委员|办|机制|制(?![定造作])|解释")
_NO_LABEL = ("各", "有关", "相关", "由", "是", "为", "和", "及", "与", "请", "对", "等", "的")
_BRACKETED = re.compile(r"[（(][^（()）]{0,6}[)）]|\s+")
_GAP = "[^，,。；\\n由]{0,12}"
_WEIGHT = ("with", "lead", "support", "joint", "answer")


class Closing(NamedTuple):
    """Duty words that close a list of bodies at ``start:end``. `role` is that of duties.tsv, or with for 会同."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True, eq=False)
class DutyWords:
    """What `duty_words` compiles.

    `roles` holds the words that close a list, `loose` those of them that more may follow; `labels` the words that open
    one, `label_lengths` how long they are, the longest first, and `label_ends` what may stand before their colon. `anchors` are the words by which duties
    in running text are found, `adverbs` those that may stand between them and the bodies; `any_word` tells whether a
    text may hold a duty at all, and `note` finds the words that tell how to read lists.
    """

    roles: dict[str, str]
    loose: frozenset[str]
    labels: dict[str, str]
    label_words: tuple[str, ...]
    label_lengths: tuple[int, ...]
    label_ends: frozenset[str]
    adverbs: tuple[str, ...]
    anchors: tuple[str, ...]
    note: re.Pattern[str]
    one_word: re.Pattern[str]
    run: re.Pattern[str]
    any_word: re.Pattern[str]

    def label_role(self, label: str) -> str | None:
        """The role that a label gives: owner for 主要责任单位, lead for 牵头（责任）单位; None for what is no label."""
        return self.label_in(label)[1]

    def label_in(self, words: str) -> tuple[str, str | None]:
        """What stands before the label that `words` end with, and the role that the label gives.

        各责任单位 is no label but those who are spoken to.
        """
        return _label_in(words, self)

    def closings(self, words: str) -> Iterator[Closing]:
        """The runs of duty words that close a list of bodies in `words`, a text without commas.

        牵头 may be followed by what is led, 落实 only by nothing. A word that goes on as a name (牵头单位) closes none,
        nor does 负责解释, which is said of the document itself.
        """
        for run in self.run.finditer(words):
            parts = self.one_word.findall(run.group())
            roles = {self.roles[part] for part in parts}
            role = next((role for role in _WEIGHT if role in roles), None)
            follows = run.end() < len(words)
            if follows and (self.loose.isdisjoint(parts) or _GOES_ON_OTHERWISE.match(words, run.end())):
                continue
            if role is not None:
                yield Closing(run.start(), run.end(), role)


@lru_cache(maxsize=1024)  # a document has but a few labels, again and again
def _label_in(words: str, known: DutyWords) -> tuple[str, str | None]:
    plain = _BRACKETED.sub("", words)
    if not plain.endswith(known.label_words):
        return "", None
    length = next(length for length in known.label_lengths if plain[-length:] in known.labels)
    before, role = plain[:-length], known.labels[plain[-length:]]
    return ("", None) if before.startswith(_NO_LABEL) or before.endswith(_NO_LABEL) else (before, role)


@lru_cache(maxsize=8)
def duty_words(lexicon: Lexicon) -> DutyWords:
    """Compile the duty words of `lexicon`."""
    rows = lexicon.duties
    roles = {row.surface: row.role for row in rows if row.side in ("after", "end")}
    roles |= {row.surface: "with" for row in rows if row.side == "between"}
    labels = {row.surface: row.role for row in rows if row.side == "before"}
    one = _alternatives(roles)
    notes = _alternatives(row.surface for row in rows if row.side == "note")
    return DutyWords(
        roles=roles,
        loose=frozenset(row.surface for row in rows if row.side in ("after", "between")),
        labels=labels,
        label_words=tuple(labels),
        label_lengths=tuple(sorted({len(label) for label in labels}, reverse=True)),
        label_ends=frozenset((*(label[-1] for label in labels), *"）) ")),
        adverbs=tuple(word for word, role in roles.items() if role in ("manner", "joint")),
        anchors=tuple(row.surface for row in rows if row.side == "after" and row.role in ("lead", "answer")),
        note=re.compile(f"(?:{notes}){_GAP}牵头|牵头{_GAP}(?:{notes})"),
        one_word=re.compile(one),
        # written out as one and more, because `re` skips ahead by first characters only where no repeat comes first
        run=re.compile(f"(?:{one})(?:{one})*"),
        any_word=re.compile(_alternatives([word for word, role in roles.items() if role != "manner"] + list(labels))),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
