"""Which rules run: by code (D101), by name (duplicate-block), or by the beginning of either (D, duplicate)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policyparse.check.rule import Rule
from policyparse.errors import UsageError


def select(rules: Sequence[Rule], wanted: Iterable[str] = (), ignored: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that one of `wanted` names (all, if there is none) and none of `ignored` does.

    Raises `UsageError` for a word that names no rule.
    """
    kept = {rule.code for word in wanted for rule in named(rules, word)} or {rule.code for rule in rules}
    dropped = {rule.code for word in ignored for rule in named(rules, word)}
    return tuple(rule for rule in rules if rule.code in kept - dropped)


def named(rules: Sequence[Rule], word: str) -> tuple[Rule, ...]:
    """The rules that `word` names: exactly, else by the beginning of the code, else of the name. Never empty: `UsageError`."""
    exact = tuple(rule for rule in rules if word.upper() == rule.code or word.lower() == rule.name)
    by_code = tuple(rule for rule in rules if word and rule.code.startswith(word.upper()))
    found = exact or by_code or tuple(rule for rule in rules if word and rule.name.startswith(word.lower()))
    if not found:
        raise UsageError(
            name=word, zh="没有这条规则", en="there is no such rule",
            cure_zh="policyparse rules 列出全部规则", cure_en="policyparse rules lists them",
        )  # fmt: skip
    return found
