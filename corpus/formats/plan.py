"""A text of the corpus as an editor would see it: paragraphs with their numbers, titles, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TEXTS = Path(__file__).resolve().parents[1] / "texts"
DIGITS = "一二三四五六七八九"
LABELS = (
    ("chapter", re.compile(r"第([一二三四五六七八九十]{1,3})章[\u3000 ]+(?=.)")),
    ("section", re.compile(r"第([一二三四五六七八九十]{1,3})节[\u3000 ]+(?=.)")),
    ("han", re.compile(r"([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]、)")),
    ("han_paren", re.compile(r"（([一二三四五六七八九十]{1,3})）")),
    ("arabic", re.compile(r"(\d{1,3})\.(?!\d)")),
    ("arabic_paren", re.compile(r"\((\d{1,3})\)")),
)
HEADS = {"类别", "序号", "指标", "单位", "2025年", "2030年", "年均/累计", "属性"}
LONGEST_HEADING = 40
RIGHT = 8


@dataclass(frozen=True)
class Label:
    """A number before a paragraph: its style, and what it counts."""

    style: str
    number: int
    words: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph without its label and indent."""

    text: str
    place: Literal["body", "center", "right"]
    label: Label | None = None
    heading: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table at its row and column, merged down over `row_span` rows."""

    text: str
    row: int
    column: int
    row_span: int = 1


@dataclass(frozen=True)
class Table:
    """A table with its cells row by row."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int


Part = Paragraph | Table


def read_plan(name: str) -> list[Part]:
    """The parts of ``texts/NAME.txt`` in their order; blank lines are empty paragraphs."""
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").rstrip("\n").split("\n")
    parts: list[Part] = []
    index = 0
    begun = False
    while index < len(lines):
        found = _flat_table(lines, index) or _piped_table(lines, index)
        if found is not None:
            table, index = found
            parts.append(table)
            continue
        paragraph = _paragraph(lines[index], begun)
        begun = begun or paragraph.label is not None
        parts.append(paragraph)
        index += 1
    return parts


def _paragraph(line: str, begun: bool) -> Paragraph:
    text = line.strip("\u3000 ")
    indent = len(line) - len(line.lstrip("\u3000 "))
    for style, pattern in LABELS:
        if match := pattern.match(text):
            rest = text[match.end() :]
            heading = len(rest) <= LONGEST_HEADING and rest[-1:] not in "。；："
            return Paragraph(rest, "body", Label(style, number(match[1]), match[0].strip("\u3000 ")), heading)
    if indent > RIGHT:
        return Paragraph(text, "right")
    centred = not begun and text and indent == 0 and text[-1] not in "。：；"
    return Paragraph(text, "center" if centred else "body")


def number(words: str) -> int:
    """A Chinese or Arabic number below a hundred."""
    if words.isdigit():
        return int(words)
    tens, ten, units = words.rpartition("十")
    value = DIGITS.index(units) + 1 if units else 0
    return value + (10 * (DIGITS.index(tens) + 1 if tens else 1) if ten else 0)


def _flat_table(lines: list[str], index: int) -> tuple[Table, int] | None:
    """A table of which each line is a cell; where a row does not begin with its number, a category stands before it."""
    end = index
    while end < len(lines) and lines[end] in HEADS:
        end += 1
    width = end - index
    if width < 4:
        return None
    cells = [Cell(text, 0, column) for column, text in enumerate(lines[index:end])]
    row, category = 1, None
    spans: dict[int, int] = {}
    while end < len(lines) and not lines[end].startswith("注"):
        if not lines[end].isdigit():
            category = len(cells)
            cells.append(Cell(lines[end], row, 0))
            end += 1
        if category is not None:
            spans[category] = spans.get(category, 0) + 1
        cells += [Cell(text, row, column) for column, text in enumerate(lines[end : end + width - 1], 1)]
        end += width - 1
        row += 1
    merged = tuple(Cell(c.text, c.row, c.column, spans.get(place, 1)) for place, c in enumerate(cells))
    return Table(merged, row, width), end


def _piped_table(lines: list[str], index: int) -> tuple[Table, int] | None:
    end = index
    while end < len(lines) and lines[end].count("|") > 2:
        end += 1
    if end - index < 2:
        return None
    rows = [line.split("|") for line in lines[index:end]]
    cells = tuple(Cell(text, row, column) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    return Table(cells, len(rows), len(rows[0])), end


def rows_of(table: Table) -> Iterator[list[Cell]]:
    """The cells of each row, without those that a cell above covers."""
    for row in range(table.rows):
        yield [cell for cell in table.cells if cell.row == row]
