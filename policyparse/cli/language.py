"""The language that people are spoken to in."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence

from policyparse.report.wording import Language

BREAK = "\x1e"
"""Stands between the Chinese and the English of one help text until the language is known."""


def both(zh: str, en: str) -> str:
    """A help text in both languages."""
    return f"{zh}{BREAK}{en}"


def in_language(text: str | None, language: Language) -> str | None:
    """The half of a help text that `language` wants; a text without halves as it is."""
    if text is None or BREAK not in text:
        return text
    zh, en = text.split(BREAK)
    return (zh if language == "zh" else en).strip()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What ``--lang`` says; without it Chinese where the environment is Chinese, else English."""
    for place in range(len(arguments) - 1, -1, -1):
        option, _, value = arguments[place].partition("=")
        if option == "--lang":
            value = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
            return "zh" if value == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if setting := environment.get(name):
            return _read(setting)
    return _read(locale.getlocale()[0] or "")


def _read(setting: str) -> Language:
    """POSIX says zh_CN.UTF-8, Windows says Chinese (Simplified)_China."""
    return "zh" if setting.lower().startswith(("zh", "chinese")) else "en"
