"""Settings of an office or a repository: ``policyparse.toml``, or ``[tool.policyparse]`` in ``pyproject.toml``.

    [check]                    # in pyproject.toml: [tool.policyparse.check]
    select = ["D", "N"]
    ignore = ["target-without-lead"]
    baseline = "known.json"
    lexicon = "our-lexicon"

The nearest file counts, from the working folder upwards. Paths are relative to the file. The command line comes first.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policyparse.errors import UsageError

KINDS = {"select": list, "ignore": list, "baseline": str, "lexicon": str}


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What a settings file says about `check`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    lexicon: Path | None = None

    @classmethod
    def nearest(cls, folder: Path) -> CheckSettings:
        """The settings that hold in `folder`. Raises `UsageError` for a file that says what is not understood."""
        for place in (folder, *folder.parents):
            for name in ("policyparse.toml", "pyproject.toml"):
                file = place / name
                if file.is_file():
                    table = _table(file)
                    if table is not None:
                        return cls._of(table, file)
        return cls()

    @classmethod
    def _of(cls, table: dict[str, Any], file: Path) -> CheckSettings:
        held = table.get("check", {})
        strange = [key for key in table if key != "check"]
        if not isinstance(held, dict):
            raise _wrong(file, "check")
        for key, value in held.items():
            fits = key in KINDS and isinstance(value, KINDS[key])
            if not fits or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
                strange.append(f"check.{key}")
        if strange:
            raise _wrong(file, ", ".join(strange))
        paths = {key: file.parent / held[key] for key in ("baseline", "lexicon") if key in held}
        return cls(select=tuple(held.get("select", ())), ignore=tuple(held.get("ignore", ())), **paths)


def _table(file: Path) -> dict[str, Any] | None:
    """The settings of one file; None for a ``pyproject.toml`` that has none."""
    try:
        held = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            name=str(file), zh=f"配置文件有误（{error}）", en=f"the settings cannot be read ({error})",
            cure_zh="请按 TOML 格式改正", cure_en="correct the TOML",
        ) from error  # fmt: skip
    if file.name == "pyproject.toml":
        own = held.get("tool", {}).get("policyparse")
        return own if isinstance(own, dict) else None
    return held


def _wrong(file: Path, keys: str) -> UsageError:
    known = ", ".join(f"check.{key}" for key in KINDS)
    return UsageError(
        name=str(file), zh=f"无法理解的配置项：{keys}", en=f"settings that are not understood: {keys}",
        cure_zh=f"可用：{known}", cure_en=f"known are: {known}",
    )  # fmt: skip
