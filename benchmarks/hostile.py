"""Inputs that break careless parsers: each unit, repeated to any length, must be parsed in linear time or refused."""

from __future__ import annotations

import random

UNITS = {
    "one character": "一",
    "ASCII letters": "a",
    "digits": "7",
    "digits and points": "1.",
    "Chinese numerals": "三",
    "powers": "百万亿",
    "opening brackets": "（",
    "half-width brackets": "(",
    "bracket pairs": "（）",
    "title marks": "《",
    "number brackets": "〔2024〕",
    "quotation marks": "“",
    "labels": "一、",
    "bracketed labels": "（一）",
    "labels on lines": "（一）\n",
    "articles on lines": "第一条\n",
    "decimal labels": "1.1.\n",
    "circled numbers": "①",
    "enumerations": "一是",
    "headings": "第一章　总则\n",
    "contents": "目录\n",
    "blanks": " ",
    "wide blanks": "\u3000",
    "tabs": "\t",
    "line breaks": "\n",
    "old line breaks": "\r",
    "short lines": "每行很短\n\n",
    "full stops": "。",
    "commas": "，",
    "enumeration commas": "、",
    "colons": "责任单位：",
    "leads": "市水务局牵头，",
    "bodies": "市水务局、",
    "open statements": "（市水务局",
    "percentages": "35%",
    "comparators": "不低于",
    "bounds": "以上",
    "years": "到2027年",
    "targets": "到2027年，再生水利用率达到35%以上，",
    "ranges": "3-",
    "table cells": "指标\t2025\t",
    "table rows": "再生水利用率 % 28 35 预期性\n",
    "implied values": "全覆盖",
    "traditional": "體",
    "Taiwan words": "智慧型化",
    "private use": "\ue000",
    "marks": "\u0301",
    "zero width": "\u200b",
    "astral": "𠮷",
    "replacement characters": "\ufffd",
}
"""What is repeated, by name."""

KNOWN = {
    "5,000 blanks": " " * 5_000,
    "每年 1,000 times": "每年" * 1_000,
    "1- 500 times": "1-" * 500,
    "20,000 digits": "7" * 20_000,
    "一 10,000 times": "一" * 10_000,
    "5,000 brackets, nested": "（" * 5_000 + "）" * 5_000,
}
"""Short texts that hold up other tools for seconds or minutes, by name."""


def text(name: str, characters: int) -> str:
    """A text of one unit, of this length."""
    unit = UNITS[name]
    return (unit * (characters // len(unit) + 1))[:characters]


def noise(size: int, seed: int = 0) -> bytes:
    """Random bytes, the same for the same seed."""
    return random.Random(seed).randbytes(size)
