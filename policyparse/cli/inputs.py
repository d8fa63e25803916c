"""The files that a command line names: paths, folders, patterns, and - for standard input."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from policyparse.errors import UsageError
from policyparse.read import FORMATS

STANDARD_INPUT = "-"
SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)
"""What a folder is searched for; a file that is named itself may have any suffix."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. `place` is where its result goes below an output folder; `path` is None for standard input."""

    path: Path | None
    place: PurePath

    @property
    def name(self) -> str:
        """What people call it."""
        return STANDARD_INPUT if self.path is None else str(self.path)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All files, in order. `several` says whether a list was asked for: more than one name, a folder or a pattern."""

    files: tuple[Input, ...]
    several: bool

    @classmethod
    def of(cls, names: Iterable[str]) -> Inputs:
        """The files that `names` stand for.

        Raises `UsageError` for a folder that holds nothing to parse. A file that is not there is left to the reader, so
        that the others go on.
        """
        names = tuple(names)
        files = tuple(file for name in names for file in _expanded(name))
        single = len(names) == 1 and len(files) == 1 and files[0].name == names[0]
        return cls(files, several=not single)


def _expanded(name: str) -> Iterator[Input]:
    if name == STANDARD_INPUT:
        yield Input(None, PurePath("stdin"))
        return
    path = Path(name)
    if path.is_dir():
        yield from _inside(path)
    elif glob.has_magic(name) and not path.exists():
        yield from _matching(name)
    else:
        yield Input(path, PurePath(path.name))


def _inside(folder: Path) -> Iterator[Input]:
    found = [file for file in sorted(folder.rglob("*")) if _wanted(file, folder)]
    if not found:
        raise UsageError(
            name=str(folder), zh="文件夹中没有可解析的文件", en="the folder holds no file that can be parsed",
            cure_zh=f"可识别的后缀：{' '.join(SUFFIXES)}；其他后缀请直接写出文件名",
            cure_en=f"files are known by {' '.join(SUFFIXES)}; name others one by one",
        )  # fmt: skip
    for file in found:
        yield Input(file, file.relative_to(folder))


def _wanted(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
    return file.suffix.lower() in SUFFIXES and not hidden and file.is_file()


def _matching(pattern: str) -> Iterator[Input]:
    """The files of a pattern; the pattern itself where there are none, so that the reader says that it is not there."""
    found = sorted(name for name in glob.glob(pattern, recursive=True) if Path(name).is_file())
    for name in found or [pattern]:
        yield Input(Path(name), PurePath(Path(name).name))
