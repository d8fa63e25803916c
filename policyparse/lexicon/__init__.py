"""The words of the trade, as data: one `Lexicon` is read once and handed to every stage.

An office's own words come from a folder with files of the same names, whose rows are added before ours; a row with
the same first column takes the place of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from policyparse.errors import LexiconError
from policyparse.lexicon import rows
from policyparse.lexicon.tables import read_table, read_toml

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables. `Lexicon.load()` gives ours, `Lexicon.load(overlay=folder)` ours under an office's own."""

    units: tuple[rows.Unit, ...]
    comparators: tuple[rows.ComparatorWord, ...]
    number_words: tuple[rows.NumberWord, ...]
    implied: tuple[rows.ImpliedValue, ...]
    departments: tuple[rows.Department, ...]
    duties: tuple[rows.DutyWord, ...]
    document_kinds: tuple[rows.DocumentKind, ...]
    script_words: tuple[rows.ScriptWord, ...]
    script_mending: tuple[rows.ScriptMending, ...]
    furniture: tuple[rows.FurnitureLine, ...]
    origins: tuple[rows.OriginWord, ...]
    glyphs: tuple[rows.Glyph, ...]
    regions: tuple[rows.RegionName, ...]
    indicators: tuple[rows.IndicatorSynonym, ...]
    cues: tuple[rows.CueWord, ...]
    numbering: dict[str, Any]
    letterhead: dict[str, Any]

    @classmethod
    def load(cls, overlay: str | Path | None = None) -> Lexicon:
        """Ours, with the tables of the folder `overlay` before them.

        Raises `LexiconError` for a folder that does not exist, a file of an unknown name, or a row that is wrong.
        """
        return _load(None if overlay is None else Path(overlay).resolve())


TABLES = {
    "units": rows.Unit,
    "comparators": rows.ComparatorWord,
    "number_words": rows.NumberWord,
    "implied": rows.ImpliedValue,
    "departments": rows.Department,
    "duties": rows.DutyWord,
    "document_kinds": rows.DocumentKind,
    "script_words": rows.ScriptWord,
    "script_mending": rows.ScriptMending,
    "furniture": rows.FurnitureLine,
    "origins": rows.OriginWord,
    "glyphs": rows.Glyph,
    "regions": rows.RegionName,
    "indicators": rows.IndicatorSynonym,
    "cues": rows.CueWord,
}
TREES = ("numbering", "letterhead")


@lru_cache(maxsize=4)
def _load(overlay: Path | None) -> Lexicon:
    ours = files("policyparse.lexicon")
    if overlay is not None:
        _inspect(overlay)
    parts: dict[str, Any] = {}
    for name, row_type in TABLES.items():
        base: tuple[Any, ...] = read_table(ours / f"{name}.tsv", row_type)
        theirs = overlay / f"{name}.tsv" if overlay is not None else None
        parts[name] = base if theirs is None or not theirs.is_file() else _over(base, read_table(theirs, row_type))
    for name in TREES:
        parts[name] = read_toml(ours / f"{name}.toml")
    return Lexicon(**parts)


def _inspect(folder: Path) -> None:
    if not folder.is_dir():
        raise LexiconError(
            name=str(folder), zh="没有这个词表文件夹", en="there is no such lexicon folder",
            cure_zh="请检查 --lexicon 的路径", cure_en="check the path given to --lexicon",
        )  # fmt: skip
    known = [f"{name}.tsv" for name in TABLES]
    for file in sorted(folder.iterdir()):
        if file.suffix in (".tsv", ".toml") and file.name not in known:
            raise LexiconError(
                name=str(file), zh="不认识的词表文件名", en="not the name of a lexicon table",
                cure_zh=f"可用的文件名：{'、'.join(known)}", cure_en=f"the names are: {', '.join(known)}",
            )  # fmt: skip


def _over(base: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    mine = {row[0] for row in theirs}
    return (*theirs, *(row for row in base if row[0] not in mine))
