"""The conversion tables of opencc-python-reimplemented, read from where that package is installed.

Three packages install a module named ``opencc``: opencc-python-reimplemented (plain tables in ``opencc/dictionary``),
opencc (C++ with binary tables) and opencc-py (tables in another package). They overwrite one another's code without a
word, but not these tables, so nothing of the module is imported: the tables are found by their place, and work whichever
code lies beside them. Where they are gone, the error says which of the packages is there and how to get the tables back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata, util
from pathlib import Path

from policyparse.errors import TablesMissing

PACKAGE = "opencc-python-reimplemented"
_RIVALS = (PACKAGE, "opencc", "opencc-py")


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """One step of a conversion: phrases first, the longest before the shorter ones, then single characters.

    No entry changes the length of what it replaces; where the tables offer several, the first is meant.
    """

    phrases: dict[str, str]
    characters: dict[str, str]


@lru_cache(maxsize=8)
def stages(conversion: str) -> tuple[Stage, ...]:
    """The steps of ``t2s``, ``tw2s`` or ``hk2s``, as that package's configuration gives them."""
    to_simplified = Stage(_table("TSPhrases"), _table("TSCharacters"))
    if conversion == "t2s":
        return (to_simplified,)
    region = conversion[:2].upper()
    return Stage(_table(f"{region}VariantsRevPhrases"), _table(f"{region}VariantsRev")), to_simplified


@lru_cache(maxsize=1)
def traditional_only() -> str:
    """The characters that no simplified text has: t2s changes them, and GB 2312 does not hold them.

    Those of the first plane, which are all that texts are judged by: `re` is slow in classes that reach beyond it.
    """
    changed = (old for old, new in _table("TSCharacters").items() if old != new and old <= "\uffff")
    return "".join(old for old in changed if not old.encode("gb2312", "ignore"))


@lru_cache(maxsize=1)
def simplified_only() -> str:
    """The characters of the first plane that no traditional text has: s2t changes them, whatever the word."""
    traditional = _table("TSCharacters")
    rows = _rows("STCharacters")
    return "".join(
        new for new, old in rows.items() if new <= "\uffff" and new not in old.split(" ") and new not in traditional
    )


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, str]:
    return {key: value.split(" ", 1)[0] for key, value in _rows(name).items()}


def _rows(name: str) -> dict[str, str]:
    text = (_folder() / f"{name}.txt").read_text("utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines() if "\t" in line)


@lru_cache(maxsize=1)
def _folder() -> Path:
    """The tables' folder. A namespace without code counts too: it is what a rival's removal leaves behind."""
    spec = util.find_spec("opencc")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    for place in places:
        folder = Path(place) / "dictionary"
        if (folder / "TSCharacters.txt").is_file():
            return folder
    raise _missing()


def _missing() -> TablesMissing:
    there = [name for name in _RIVALS if _is_installed(name)]
    zh = f"缺少 {PACKAGE} 的繁简转换表" + (f"（现装有 {'、'.join(there)}）" if there else "")
    en = f"the conversion tables of {PACKAGE} are missing" + (f" (installed: {', '.join(there)})" if there else "")
    return TablesMissing(
        zh=zh,
        en=en,
        cure_zh=f"请运行 pip install --force-reinstall {PACKAGE}",
        cure_en=f"run pip install --force-reinstall {PACKAGE}",
    )


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
