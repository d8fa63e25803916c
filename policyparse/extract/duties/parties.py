"""Read a responsibility statement: which bodies, in which role, and until when.

The statement is what stands inside the brackets at a clause's end, on a line of its own, or after 由 in a sentence.
Two forms meet in it: labels before bodies (责任单位：A、B；配合单位：C) and duty words after them (A牵头，B、C配合).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from policyparse.extract.duties.names import (
    Names,
    is_name,
    is_party,
    is_sure_name,
    joined_levels,
    names_in,
    sure_beginning,
)
from policyparse.extract.duties.words import DutyWords, duty_words
from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import Body, is_body, read_bodies
from policyparse.model.facts import Party, Role

LONGEST_STATEMENT = 1200
"""A longer string is no statement; the longest in practice name some sixty bodies in 700 characters."""

# Each begins with a character of its own, so that the search skips to it: 2025年, 6月, 年底, 季度.
_DATE = re.compile(
    r"年(?:(?<=\d{4}年)|[底内])|月(?<=\d月)|季度|长期|持续|每年|全年|“十[一二三四五六七八九]五”|即时|常态化"
)

_MARK = re.compile(r"[，,；;。\n、：:（(〔［\[【《“）)〕］\]】》”]")
_OPEN, _CLOSE = frozenset("（(〔［[【《“"), frozenset("）)〕］]】》”")
_NO_BODIES = ("person", "deadline")
_BY_DUTY_WORD = ("with", "lead", "support", "joint", "answer")
_CERTAIN: dict[str, Role] = {"lead": "lead", "joint": "joint", "support": "support"}


class Reading(NamedTuple):
    """What a statement says. `deadline` is the time limit in it, as written; `bare`: a list without any duty word."""

    parties: tuple[Party, ...]
    deadline: str | None
    bare: bool


class Run(NamedTuple):
    """What stands between two commas: the label before its colon, and the items between its 、."""

    label: str | None
    items: tuple[str, ...]
    start: int
    end: int
    new_sentence: bool


class _Group(NamedTuple):
    """Bodies that share one duty word. `several`: the words say that there are more of them than are named."""

    role: str
    names: tuple[str, ...]
    several: bool


def read_statement(
    content: str, lexicon: Lexicon, *, first_leads: bool = False, role: str | None = None
) -> Reading | None:
    """The reading of a statement without its brackets, or None where it is none.

    `first_leads`: a sentence of the document says that the first body of a list leads. `role` is what a label outside
    of `content` says of its bodies, such as the head of a column.
    """
    if len(content) > LONGEST_STATEMENT:
        return None
    reader = _Reader(duty_words(lexicon), lexicon, role)
    for run in runs(content):
        reader.take(run, content)
    groups = reader.groups()
    if not groups:
        return None
    roles = _roles(groups, first_leads)
    bodies = read_bodies(roles, lexicon)
    parties = tuple(_party(body, role) for body, role in zip(bodies, roles.values(), strict=True))
    return Reading(parties, "，".join(reader.limits) or None, bare=all(group.role == "rest" for group in groups))


def parties_in(words: str, role: Role, lexicon: Lexicon) -> tuple[Party, ...]:
    """The bodies in a cell of a table, in the role that the head of its column gives, or that the cell itself says."""
    reading = read_statement(words, lexicon, role=role)
    return () if reading is None else reading.parties


@lru_cache(maxsize=4096)
def _party(body: Body, role: Role) -> Party:
    return Party(name=body.name, canonical=body.canonical, level=body.level, role=role)


def runs(content: str) -> Iterator[Run]:
    """The runs of a statement; marks inside brackets and quotation marks do not divide."""
    label: str | None = None
    items: list[str] = []
    first = start = depth = 0
    new_sentence = False
    for mark in _MARK.finditer(content):
        sign, end = mark.group(), mark.start()
        if sign in _OPEN or sign in _CLOSE:
            depth = depth + 1 if sign in _OPEN else max(0, depth - 1)
            continue
        if depth and sign != "\n":
            continue
        if sign in "：:":
            if items:
                yield Run(label, tuple(items), first, start, new_sentence)
                items, new_sentence = [], False
            label, first, start = content[start:end], start, mark.end()
            continue
        items.append(content[start:end])
        start = mark.end()
        if sign != "、":
            yield Run(label, tuple(items), first, end, new_sentence)
            label, items, first, depth = None, [], start, 0
            new_sentence = sign == "。"
    yield Run(label, (*items, content[start:]), first, len(content), new_sentence)


@dataclass(slots=True)
class _Reader:
    """Goes through a statement run by run, and collects the groups of bodies.

    `role` is that of the label in force; `shares`: 会同 stood before; `goes_on`: after its duty word the run tells
    what is to be done; `wrong`: a duty word closes what is no list of bodies; `mixed`: something else
    stands among bodies without a duty word.
    """

    words: DutyWords
    lexicon: Lexicon
    role: str | None = None
    shares: bool = False
    wrong: bool = False
    odd_label: bool = False
    mixed: bool = False
    pending: list[str] = field(default_factory=list)
    several: bool = False
    goes_on: bool = False
    found: list[_Group] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)

    def take(self, run: Run, content: str) -> None:
        """Take the bodies, or the time limit, of the next run."""
        if run.label is not None:
            before, role = self.words.label_in(run.label)
            if self.role not in _NO_BODIES and (body := sure_beginning(before, self.lexicon)):
                self.pending.append(body)  # 责任单位：市住建局 完成时限：, with no mark between
            self._close(self.role or "rest")
            self.role = role
            self.odd_label = self.odd_label or self.role is None
        elif run.new_sentence:
            self._close("rest")
            self.role = None
        if self.role == "deadline" or (self.role is None and self._is_time(run, content)):
            start = run.start if run.label is None else run.start + len(run.label) + 1
            self.limits.append(content[start : run.end].strip())
        elif self.role not in _NO_BODIES:
            self.goes_on = False
            closes = self.words.run.search(content, run.start, run.end) is not None
            for item in joined_levels(run.items, self.words):
                if closes:
                    self._item(item)
                else:
                    self._add(names_in(item, self.lexicon, cut=self.shares))
            if self.role is not None or self.shares:
                self._close(self.role or "joint")

    def _is_time(self, run: Run, content: str) -> bool:
        if _DATE.search(content, run.start, run.end) is None:
            return False
        last = run.items[-1]
        ends = [closing.start for closing in self.words.closings(last)]
        return not any(is_body(last[:end].rpartition("由")[2], self.lexicon) for end in (*ends, len(last)))

    def _item(self, item: str) -> None:
        """Take the bodies of an item, up to each of its duty words: 市发改委, 市财政局牵头制定办法."""
        position = 0
        for closing in self.words.closings(item):
            before = names_in(item[position : closing.start], self.lexicon)
            if closing.end < len(item) and before.names and not is_body(before.names[-1], self.lexicon):
                continue
            self._add(before)
            self._close(closing.role)
            position = closing.end
        rest = item[position:]
        if rest and ((position == 0 and not self.goes_on) or self.shares or is_sure_name(rest, self.lexicon)):
            self._add(names_in(rest, self.lexicon, cut=self.shares))
        self.goes_on = self.goes_on or (position > 0 and rest != "")

    def _add(self, more: Names) -> None:
        self.pending += more.names
        self.several = self.several or more.several
        if more.limit:
            self.limits.append(more.limit)

    def _close(self, role: str) -> None:
        """End the list of pending bodies with a duty of this role."""
        names, several = self.pending, self.several
        self.pending, self.several = [], False
        if not names:
            self.shares = role == "with"
            return
        sure = [name for name in names if is_name(name, self.lexicon)]
        if role == "rest":
            sure = [name for name in sure if is_body(name, self.lexicon)]
            self.mixed = self.mixed or len(sure) < len(names)
        by_word = role in _BY_DUTY_WORD and role != self.role
        self.wrong = self.wrong or (by_word and not self.found and len(sure) < len(names))
        if self.shares and role in ("answer", "rest"):
            role = "joint"
        self.shares = role == "with"
        if sure:
            self.found.append(_Group("lead" if role == "with" else role, tuple(sure), several))

    def groups(self) -> list[_Group]:
        """The groups in their order; none where the text is no statement."""
        self._close("rest")
        if self.wrong:
            return []
        bodies = [name for group in self.found for name in group.names]
        if all(group.role == "rest" for group in self.found):
            return self.found if not self.odd_label and not self.mixed and self._are_bodies(bodies) else []
        if self.role is None and 2 * sum(is_body(name, self.lexicon) for name in bodies) < len(bodies):
            return []
        return self.found

    def _are_bodies(self, names: list[str]) -> bool:
        """Whether names without a duty word are a list of bodies: the first or half of them are known, all may be."""
        known = [is_sure_name(name, self.lexicon) for name in names]
        return (known[:1] == [True] or 2 * sum(known) >= len(known) > 0) and all(
            sure or is_party(name, self.lexicon) or name.startswith("各")
            for name, sure in zip(names, known, strict=True)
        )


def _roles(groups: list[_Group], first_leads: bool) -> dict[str, Role]:
    """The role of each body, in the order of their names; a body named twice keeps its first role."""
    led = any(group.role == "lead" for group in groups)
    answering = [name for group in groups if group.role != "support" for name in group.names]
    roles: dict[str, Role] = {}
    for group in groups:
        shared = led or (group.role != "owner" and (len(answering) > 1 or group.several))
        role = _CERTAIN.get(group.role, "joint" if shared else "lead")
        for name in group.names:
            if first_leads and not led and role != "support":
                role = "joint" if any(other != "support" for other in roles.values()) else "lead"
            roles.setdefault(name, role)
    return roles
