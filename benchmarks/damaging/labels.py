"""Numbers in front of paragraphs, as far as damaging them needs it. The checker's own reading is not used on purpose."""

from __future__ import annotations

import re

LABEL = re.compile(
    "(?P<open>[（(]?)(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?P<close>[）)]|、|[.．](?![0-9]))"
    "|第(?P<article>[一二三四五六七八九十百]{1,5})条(?=[\u3000 ])"
)
DIGITS = "零一二三四五六七八九"


def shape(label: re.Match[str]) -> tuple[str | None, str | None, bool]:
    """Which way of numbering it is."""
    return label["open"], label["close"], bool(label["article"])


def group(label: re.Match[str]) -> str:
    """The group of `LABEL` that holds the number."""
    return "number" if label["number"] else "article"


def count(label: re.Match[str]) -> int:
    """The number as a number."""
    written = label[group(label)]
    if written.isdigit():
        return int(written)
    tens, mark, ones = written.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(mark) + (DIGITS.index(ones) if ones else 0)


def written(number: int, label: re.Match[str]) -> str:
    """`number` in the numerals of `label`."""
    if label[group(label)].isdigit():
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return ten + (DIGITS[ones] if ones else "")


def renumbered(words: str, number: int) -> str:
    """A paragraph with another number in front."""
    label = LABEL.match(words)
    if label is None:
        return words
    start, end = label.span(group(label))
    return words[:start] + written(number, label) + words[end:]
