"""Read the lexicon's files: tab-separated tables with a header line, and TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from policyparse.errors import LexiconError

Row = TypeVar("Row", bound=NamedTuple)
Place = Path | Traversable


def read_table(place: Place, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a table, in its order. Lines that begin with # and empty lines are no rows.

    Raises `LexiconError` with file and line where the header or a row does not fit `row_type`.
    """
    return tuple(_rows(place, row_type))


def _rows(place: Place, row_type: type[Row]) -> Iterator[Row]:
    fields: tuple[str, ...] = row_type._fields
    make: Callable[..., Row] = row_type
    header = True
    for number, line in enumerate(_text(place).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header:
            if tuple(cells) != fields:
                wanted = " ".join(fields)
                raise wrong_row(place, number, f"表头应为：{wanted}", f"the header must be: {wanted}")
            header = False
            continue
        if len(cells) != len(fields):
            raise wrong_row(
                place, number, f"应有 {len(fields)} 列，实有 {len(cells)} 列",
                f"expected {len(fields)} columns separated by tabs, found {len(cells)}",
            )  # fmt: skip
        if not cells[0]:
            raise wrong_row(place, number, "第一列不能为空", "the first column is empty")
        yield make(*cells)


def read_toml(place: Place) -> dict[str, Any]:
    """The content of a TOML file; `LexiconError` where it is no TOML."""
    try:
        return tomllib.loads(_text(place))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            name=str(place), zh=f"TOML 格式错误：{error}", en=f"not valid TOML: {error}",
            cure_zh="请修正该行", cure_en="mend that line",
        ) from error  # fmt: skip


def wrong_row(place: Place, line: int, zh: str, en: str) -> LexiconError:
    """The error for a row that cannot be used."""
    return LexiconError(
        name=f"{place}:{line}", zh=zh, en=en,
        cure_zh="请修正或删除该行", cure_en="mend the row or delete it",
    )  # fmt: skip


def _text(place: Place) -> str:
    try:
        return place.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(
            name=str(place), zh="不是 UTF-8 编码", en="not UTF-8", cure_zh="请另存为 UTF-8", cure_en="save it as UTF-8"
        ) from error
