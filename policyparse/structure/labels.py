"""Which numbering style starts a line: decided from the line alone, before any tree is thought of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import filled
from policyparse.structure.ordinals import NUMERAL, ordinal, ordinals

BLANKS = " \t\u3000\u00a0"
AFTER_LABEL = BLANKS + "、﹑.．:：，,"
TO_KEY = str.maketrans("（）．０１２３４５６７８９", "().0123456789", BLANKS)


@dataclass(frozen=True, slots=True)
class Style:
    """One way of numbering. Labels of one `series` run on from each other; `rank` grows from the outside in.

    One that is not `certain` is a label only where the document bears it out.
    """

    name: str
    series: str
    rank: int
    certain: bool


class Label(NamedTuple):
    """A label: ``text[start:end]``, and `head`, where the heading or text after it begins.

    `numbers` are those it shows, (1, 2) for 1.2.; `key` is what stands in paths: without punctuation and blanks.
    """

    style: Style
    numbers: tuple[int, ...]
    key: str
    start: int
    end: int
    head: int

    @property
    def number(self) -> int | None:
        """The number that counts the clause among its siblings: 2 for 1.2., 12 for 第十二条之一."""
        if not self.numbers:
            return None
        return self.numbers[-1] if self.style.name == "decimal" else self.numbers[0]


@dataclass(frozen=True, slots=True)
class Labels:
    """The styles of a lexicon, ready to be looked for."""

    pattern: re.Pattern[str]
    styles: tuple[Style, ...]
    together: re.Pattern[str]

    def find(self, text: str, start: int, end: int) -> Label | None:
        """The label at `start` of the line ``text[start:end]``, which begins with no blank."""
        match = self.pattern.match(text, start, end)
        if match is None or match.lastindex is None:
            return None
        style = self.styles[match.lastindex - 1]
        written = match.group().rstrip(BLANKS)
        numbers = ordinals(written)
        if style.name not in ("annex", "box") and not numbers:
            return None
        if style.name == "decimal":
            style = Style(style.name, f"decimal{len(numbers)}", style.rank + len(numbers) - 2, style.certain)
        if style.series in ("han", "arabic") and self._stands_together(text, match.end(), end, numbers[0]):
            return None
        stop = start + len(written)
        return Label(style, numbers, path_key(written), start, stop, _head(text, stop, end))

    def _stands_together(self, text: str, start: int, end: int, number: int) -> bool:
        """Whether the number after this one only names it together with the next: 一、二级医院, 1、2号线."""
        follower = NUMERAL.match(text, start, end)
        if follower is None or not self.together.match(text, follower.end(), end):
            return False
        return ordinal(follower.group()) == number + 1


@lru_cache(maxsize=4096)
def path_key(label: str) -> str:
    """A label as it stands in paths: half-width, without blanks and punctuation; the brackets of (一) stay, both."""
    key = label.translate(TO_KEY).strip(".、﹑,，:：")
    return key + ")" if key.startswith("(") and not key.endswith(")") else key


@lru_cache(maxsize=4)
def labels(lexicon: Lexicon) -> Labels:
    """The numbering styles of `lexicon`, compiled."""
    numbering = lexicon.numbering
    placeholders: dict[str, str] = numbering["placeholders"]
    rows: list[dict[str, Any]] = numbering["style"]
    # The empty group behind a style says which it was; a group around it would hide by which characters it can begin.
    pattern = "|".join(f"(?:{filled(row['pattern'], placeholders)})()" for row in rows)
    styles = tuple(Style(row["name"], row["series"], row["rank"], row.get("certain", True)) for row in rows)
    return Labels(re.compile(pattern), styles, re.compile(numbering["together"]["nouns"]))


def _head(text: str, position: int, end: int) -> int:
    """Where the words after a label begin: behind blanks and stray points."""
    while position < end and text[position] in AFTER_LABEL:
        position += 1
    return position
