"""The words of the trade, as data: one `Lexicon` is read once and handed to every stage.

An office's own words come from a folder with files of the same names, whose rows are added before ours; a row with
the same first column (and the same side or field) takes the place of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from policyparse.errors import LexiconError
from policyparse.lexicon import rows
from policyparse.lexicon.overlay import over, row_check
from policyparse.lexicon.tables import read_table, read_toml


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """All tables. `Lexicon.load()` gives ours, `Lexicon.load(overlay=folder)` ours under an office's own."""

    units: tuple[rows.Unit, ...]
    comparators: tuple[rows.ComparatorWord, ...]
    number_words: tuple[rows.NumberWord, ...]
    implied: tuple[rows.ImpliedValue, ...]
    departments: tuple[rows.Department, ...]
    bodies: tuple[rows.BodyWord, ...]
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
    sentence_ends: tuple[rows.SentenceEnd, ...]
    typos: tuple[rows.Typo, ...]
    conversions: tuple[rows.UnitConversion, ...]
    heading_roles: tuple[rows.HeadingRole, ...]
    formulae: tuple[rows.Formula, ...]
    place_words: tuple[rows.PlaceWord, ...]
    stop_words: tuple[rows.StopWord, ...]
    numbering: dict[str, Any]
    letterhead: dict[str, Any]

    @classmethod
    def load(cls, overlay: str | Path | None = None) -> Lexicon:
        """Ours, with the tables of the folder `overlay` before them.

        Raises `LexiconError` for a folder that does not exist, a file of an unknown name, or a row that is wrong.
        """
        if overlay is None:
            return _load(None, ())
        folder = Path(overlay).resolve()
        return _load(folder, _stamp(folder))


TABLES = {
    "units": rows.Unit,
    "comparators": rows.ComparatorWord,
    "number_words": rows.NumberWord,
    "implied": rows.ImpliedValue,
    "departments": rows.Department,
    "bodies": rows.BodyWord,
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
    "sentence_ends": rows.SentenceEnd,
    "typos": rows.Typo,
    "conversions": rows.UnitConversion,
    "heading_roles": rows.HeadingRole,
    "formulae": rows.Formula,
    "place_words": rows.PlaceWord,
    "stop_words": rows.StopWord,
}
TREES = ("numbering", "letterhead")


@lru_cache(maxsize=4)
def _load(overlay: Path | None, stamp: tuple[tuple[str, int, int], ...]) -> Lexicon:
    ours = files("policyparse.lexicon")
    parts: dict[str, Any] = {}
    for name, row_type in TABLES.items():
        base: tuple[Any, ...] = read_table(ours / f"{name}.tsv", row_type)
        theirs = overlay / f"{name}.tsv" if overlay is not None else None
        if theirs is not None and theirs.is_file():
            base = over(base, read_table(theirs, row_type, row_check(base)))
        parts[name] = base
    for name in TREES:
        parts[name] = read_toml(ours / f"{name}.toml")
    return Lexicon(**parts)


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the tables in the folder, by which a changed one is read anew."""
    if not folder.is_dir():
        raise LexiconError(
            name=str(folder), zh="没有这个词表文件夹", en="there is no such lexicon folder",
            cure_zh="请检查 --lexicon 的路径", cure_en="check the path given to --lexicon",
        )  # fmt: skip
    known = [f"{name}.tsv" for name in TABLES]
    tables = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in (".tsv", ".toml")]
    for file in tables:
        if file.name not in known:
            raise LexiconError(
                name=str(file), zh="不认识的词表文件名", en="not the name of a lexicon table",
                cure_zh=f"可用的文件名：{'、'.join(known)}", cure_en=f"the names are: {', '.join(known)}",
            )  # fmt: skip
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in tables)
