"""How values, times and bodies are said to people, in Chinese and in English."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from policyparse.model.facts import Figure, Number, Party

Language = Literal["zh", "en"]

SIGNS = MappingProxyType({"ge": "≥", "le": "≤", "approx": "≈", "range": "", "eq": ""})
CHANGES = MappingProxyType({
    "level": ("", ""), "increase": ("增加", "up "), "decrease": ("减少", "down "), "rate": ("增速", "growth "),
})  # fmt: skip
RECURRENCES = MappingProxyType({
    "annual": ("每年", "every year"), "biennial": ("每两年", "every two years"),
    "quarterly": ("每季度", "every quarter"), "monthly": ("每月", "every month"),
})  # fmt: skip
ROLES = MappingProxyType({"lead": ("牵头", "lead"), "joint": ("共同负责", "joint"), "support": ("配合", "support")})
STATUSES = MappingProxyType({
    "target": ("目标", "target"), "achieved": ("已完成", "achieved"), "reference": ("参照", "reference"),
})  # fmt: skip


def pick(words: tuple[str, str], language: Language) -> str:
    """The one of a pair (Chinese, English) that `language` wants."""
    return words[0] if language == "zh" else words[1]


def number(value: Number, language: Language) -> str:
    """A number as people write it: 13000 is 1.3万 in Chinese and 13,000 in English."""
    exact = Decimal(str(value))
    if language == "en":
        return f"{exact:,f}"
    power, name = myriads(value)
    return f"{plain(exact.scaleb(-power))}{name}"


def myriads(*values: Number) -> tuple[int, str]:
    """The power of ten, and its name, by which people say all of these numbers: 8 and 亿, 4 and 万, or 0 and nothing."""
    for power, name in ((8, "亿"), (4, "万")):
        shares = [Decimal(str(value)).scaleb(-power) for value in values]
        if all(abs(share) >= 1 and -_exponent(share) <= 4 for share in shares):
            return power, name
    return 0, ""


def share(value: float) -> str:
    """A share as people read it: 0.0615 is 6.2%, 0.9298 is 93%; 0.9996 is 99.9%, for it is not all."""
    if 0.995 <= value < 1:
        return f"{min(value, 0.999):.1%}"
    return f"{value:.1%}" if 0 < abs(value) < 0.1 else f"{value:.0%}"


def amount(figure: Figure, language: Language) -> str:
    """Change, comparator, value and unit of a figure: 增加 ≥300个, 3–5个."""
    value = number(figure.value, language)
    if figure.value_max is not None:
        value = f"{value}–{number(figure.value_max, language)}"
    sign = SIGNS[figure.comparator]
    change = pick(CHANGES[figure.change], language)
    gap = " " if language == "zh" and change and sign else ""
    return f"{change}{gap}{sign}{value}{figure.unit}"


def due(figure: Figure, language: Language) -> str:
    """When a figure holds: the date or year, and how often."""
    when = figure.deadline_date or (str(figure.deadline) if figure.deadline is not None else "")
    often = pick(RECURRENCES[figure.recurrence], language) if figure.recurrence else ""
    return " ".join(part for part in (when, often) if part)


def names(parties: tuple[Party, ...], *roles: str) -> str:
    """The bodies with one of these roles, in their order."""
    return "、".join(party.name for party in parties if party.role in roles)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def plain(value: Decimal) -> str:
    """All its digits, and none that says nothing."""
    return f"{value.normalize():f}"
