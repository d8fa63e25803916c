"""Who works with whom, and on what: bodies that answer for the same clause, and the words of what they answer for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import read_body
from policyparse.mining.words import text_words
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Responsibility


@dataclass(frozen=True, slots=True)
class Partners:
    """Two bodies that answer for the same clauses: for how many, and for how many of these the first or second leads."""

    left: str
    right: str
    count: int
    left_leads: int
    right_leads: int
    documents: int


@dataclass(frozen=True, slots=True)
class Association:
    """A body and a word of the clauses that it answers for.

    `count` is the number of clauses with both, `lift` how many times more that is than if the two had nothing to do
    with each other: 1 is chance.
    """

    body: str
    word: str
    count: int
    lift: float


def partners(
    documents: Iterable[PolicyDocument], *, by_office: bool = True, least: int = 1, lexicon: Lexicon | None = None
) -> tuple[Partners, ...]:
    """Pairs of bodies that are named for the same clause at least `least` times, most frequent first.

    With `by_office`, bodies of all levels that do the same work are one: 市民政局 and 县民政局 are 民政; else bodies are
    told apart by their full names.
    """
    lexicon = lexicon or Lexicon.load()
    counts: Counter[tuple[str, str]] = Counter()
    leads: Counter[tuple[str, str, str]] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    for document in documents:
        here = set()
        for duty in document.responsibilities:
            leading = _bodies(duty, lexicon, by_office=by_office, lead=True)
            for pair in combinations(sorted(_bodies(duty, lexicon, by_office=by_office)), 2):
                counts[pair] += 1
                here.add(pair)
                leads.update((*pair, body) for body in pair if body in leading)
        spread.update(here)
    ordered = sorted((pair for pair in counts if counts[pair] >= least), key=lambda pair: (-counts[pair], pair))
    return tuple(
        Partners(*pair, counts[pair], leads[*pair, pair[0]], leads[*pair, pair[1]], spread[pair]) for pair in ordered
    )


def associations(
    documents: Iterable[PolicyDocument], *, least: int = 3, by_office: bool = True, lexicon: Lexicon | None = None
) -> tuple[Association, ...]:
    """Which words stand in the tasks of which bodies: those that meet in at least `least` clauses, by lift.

    A task is the text of a clause that names who answers for it, without the names themselves.
    """
    lexicon = lexicon or Lexicon.load()
    bodies: Counter[str] = Counter()
    words: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    total = 0
    for document in documents:
        for task, named in _tasks(document, lexicon, by_office=by_office):
            total += 1
            bodies.update(named)
            words.update(task)
            both.update((body, word) for body in named for word in task)
    found = (
        Association(body, word, count, round(count * total / (bodies[body] * words[word]), 6))
        for (body, word), count in both.items()
        if count >= least
    )
    return tuple(sorted(found, key=lambda pair: (-pair.lift, -pair.count, pair.body, pair.word)))


def _tasks(document: PolicyDocument, lexicon: Lexicon, *, by_office: bool) -> Iterator[tuple[set[str], set[str]]]:
    """For each clause with responsibilities its words and its bodies."""
    clauses = {clause.id: clause for clause in document.clauses}
    duties: dict[str, list[Responsibility]] = {}
    for duty in document.responsibilities:
        if duty.clause in clauses:
            duties.setdefault(duty.clause, []).append(duty)
    for id, here in duties.items():
        named = {body for duty in here for body in _bodies(duty, lexicon, by_office=by_office)}
        text = clauses[id].text
        for name in sorted((party.name for duty in here for party in duty.parties), key=len, reverse=True):
            text = text.replace(name, "，")
        yield set(text_words(text, lexicon)), named


def _bodies(duty: Responsibility, lexicon: Lexicon, *, by_office: bool, lead: bool = False) -> set[str]:
    parties = (party for party in duty.parties if party.role == "lead" or not lead)
    return {_office(party.canonical, lexicon) if by_office else party.canonical for party in parties}


def _office(canonical: str, lexicon: Lexicon) -> str:
    return read_body(canonical, lexicon).office or canonical
