"""What one cell of a table says: a number alone, or a few words around it (比2020年下降10%, 累计13.5%, 〔20〕)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from policyparse.extract.quantities.find import find_quantities, parse_quantity
from policyparse.extract.quantities.implied import find_implied
from policyparse.extract.quantities.quantity import Quantity
from policyparse.lexicon import Lexicon

EMPTY = re.compile(r"[-—–－―／/\s]*")
SHELL = re.compile(r"\s{0,9}(?P<open>[〔［\[【（(]?)\s{0,9}")
CUMULATIVE = frozenset("〔［[【")
"""Brackets that plans set around running totals of five years."""
STATED = re.compile(
    r"(?:[比较](?:20\d\d年?|上年|基期|同期|[“\"]?十[一二三四五六七]?五[”\"]?)(?:[末底]|期末)?)?"
    r"(?:基本|力争|保持|稳定|控制|总体|继续|每年|平均|达到?|实现|不断|持续|逐年)?(?P<total>累计)?(?P<rate>年均)?"
    r"(?P<turn>增长|提高|增加|提升|上升|新增|下降|降低|减少|压减|削减)?(?P<to>[到至在]|幅度)?(?:控制在|保持在|达到?)?[:：]?"
)
FALLING = frozenset(("下降", "降低", "减少", "压减", "削减"))
LONGEST_REST = 6
LONGEST_IMPLIED = 12


@dataclass(frozen=True, slots=True)
class CellValue:
    """The quantity of a cell, in places of the cell, and what the words around it say of its change."""

    quantity: Quantity
    cumulative: bool = False
    change: Literal["increase", "decrease", "rate"] | None = None


def value_of(text: str, lexicon: Lexicon) -> CellValue | None:
    """The value of a cell, or None where it holds none, several, or a sentence."""
    shell = SHELL.match(text)
    start = shell.end() if shell else 0
    cumulative = bool(shell and shell["open"] in CUMULATIVE)
    inner = text[start:].rstrip("〕］]】） )\n")
    # in running text 3.2-3.5 may be a number of a drawing, in a cell it is a range
    whole = parse_quantity(inner, lexicon) or parse_quantity(inner.replace("-", "—"), lexicon)
    if whole is not None:
        return CellValue(moved(whole, start), cumulative)
    found = find_quantities(text, lexicon) or (find_implied(text, lexicon) if len(text) <= LONGEST_IMPLIED else [])
    if len(found) != 1:
        return None
    quantity = found[0]
    first = min(quantity.start, quantity.bound[0]) if quantity.bound else quantity.start
    before = text[start:first]
    said = STATED.fullmatch(before)
    rest = len(text[quantity.told_end :].strip("〔〕[]［］【】（）() ")) + (0 if said else len(before))
    if rest > LONGEST_REST:
        return None
    return CellValue(quantity, cumulative or bool(said and said["total"]), _change(said) if said else None)


def moved(quantity: Quantity, by: int) -> Quantity:
    """The quantity in places that begin `by` characters earlier."""
    bound = None if quantity.bound is None else (quantity.bound[0] + by, quantity.bound[1] + by)
    return quantity._replace(
        start=quantity.start + by, end=quantity.end + by, number_end=quantity.number_end + by, bound=bound
    )


def _change(said: re.Match[str]) -> Literal["increase", "decrease", "rate"] | None:
    if said["turn"] is None or said["to"]:
        return "rate" if said["rate"] else None
    if said["rate"]:
        return "rate"
    return "decrease" if said["turn"] in FALLING else "increase"
