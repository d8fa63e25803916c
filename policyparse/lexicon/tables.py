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


class Complaint(NamedTuple):
    """What is wrong with a row, and what to do, in both languages."""

    zh: str
    en: str
    cure_zh: str = "请修正或删除该行"
    cure_en: str = "mend the row or delete it"


def read_table(
    place: Place, row_type: type[Row], check: Callable[[Row], Complaint | None] | None = None
) -> tuple[Row, ...]:
    """The rows of a table, in its order. Lines that begin with # and empty lines are no rows.

    `check` says what is wrong with a row beyond its number of columns. Raises `LexiconError` with file and line where
    the header or a row does not fit.
    """
    return tuple(_rows(place, row_type, check))


def _rows(place: Place, row_type: type[Row], check: Callable[[Row], Complaint | None] | None) -> Iterator[Row]:
    fields: tuple[str, ...] = row_type._fields
    make: Callable[..., Row] = row_type
    header = True
    for number, line in enumerate(_text(place).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header:
            if tuple(cells) != fields:
                wanted = " ".join(fields)
                raise wrong_row(place, number, Complaint(f"表头应为：{wanted}", f"the header must be: {wanted}"))
            header = False
            continue
        if len(cells) != len(fields):
            complaint = Complaint(
                f"应有 {len(fields)} 列（以制表符分隔），实有 {len(cells)} 列",
                f"expected {len(fields)} columns separated by tabs, found {len(cells)}",
            )
            raise wrong_row(place, number, complaint)
        if not cells[0]:
            raise wrong_row(place, number, Complaint("第一列不能为空", "the first column is empty"))
        row = make(*cells)
        if check is not None and (found := check(row)) is not None:
            raise wrong_row(place, number, found)
        yield row


def read_toml(place: Place) -> dict[str, Any]:
    """The content of a TOML file; `LexiconError` where it is no TOML."""
    try:
        return tomllib.loads(_text(place))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            name=str(place), zh=f"TOML 格式错误：{error}", en=f"not valid TOML: {error}",
            cure_zh="请修正该行", cure_en="mend that line",
        ) from error  # fmt: skip


def wrong_row(place: Place, line: int, complaint: Complaint) -> LexiconError:
    """The error for a row that cannot be used."""
    return LexiconError(
        name=f"{place}:{line}", zh=complaint.zh, en=complaint.en, cure_zh=complaint.cure_zh, cure_en=complaint.cure_en
    )


def _text(place: Place) -> str:
    try:
        return place.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(
            name=str(place), zh="不是 UTF-8 编码", en="not UTF-8", cure_zh="请另存为 UTF-8", cure_en="save it as UTF-8"
        ) from error
