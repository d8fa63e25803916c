"""The documents written for this project, and the originals that one has on disk, by name.

>>> import policyparse as pp
>>> "yunzhou-city" in pp.corpus.names()
True
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from policyparse.errors import ReadError, UsageError
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.pipeline import parse

FOLDER_SETTING = "POLICYPARSE_CORPUS"
"""Environment variable that names the folder with the originals."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the registry says of one document. `original`: a real document, of which only facts are shipped."""

    name: str
    file: str
    sha256: str
    original: bool
    facts: MappingProxyType[str, Any]


def names(*, originals: bool = False) -> tuple[str, ...]:
    """The names of the documents written for the project; with `originals`, those of the originals as well."""
    return tuple(entry.name for entry in _registry().values() if originals or not entry.original)


def entry(name: str) -> Entry:
    """What the registry says of a document. Raises `UsageError` for a name that it does not hold."""
    try:
        return _registry()[name]
    except KeyError:
        known = "、".join(_registry())
        raise UsageError(
            name=name, zh="语料库中没有这个名称", en="the corpus has no document of this name",
            cure_zh=f"可用：{known}", cure_en=f"the names are: {known}",
        ) from None  # fmt: skip


def load(name: str, *, folder: str | Path | None = None, lexicon: Lexicon | None = None) -> PolicyDocument:
    """Parse a document of the corpus.

    An original is read from `folder`, or the folder that the environment variable POLICYPARSE_CORPUS names, and only if
    its bytes are those that the registry knows. Raises `UsageError` for an unknown name and `ReadError` for an original
    that is not there or differs.
    """
    found = entry(name)
    data = _original(found, folder) if found.original else _top().joinpath(found.file).read_bytes()
    return parse(data, name=Path(found.file).name, lexicon=lexicon)


def _original(found: Entry, folder: str | Path | None) -> bytes:
    place = folder if folder is not None else os.environ.get(FOLDER_SETTING)
    if place is None:
        raise ReadError(
            name=found.name, zh="原始文件不随本库分发", en="the originals are not shipped",
            cure_zh=f"用 folder= 或环境变量 {FOLDER_SETTING} 指明所在文件夹",
            cure_en=f"say where they are with folder= or the environment variable {FOLDER_SETTING}",
        )  # fmt: skip
    file = Path(place) / Path(found.file).name
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(
            name=str(file), zh="无法读取原始文件", en="the original cannot be read",
            cure_zh="请检查文件夹路径", cure_en="check the folder",
        ) from error  # fmt: skip
    if hashlib.sha256(data).hexdigest() != found.sha256:
        raise ReadError(
            name=str(file), zh="文件内容与登记的原始文件不一致", en="the file is not the original that the registry knows",
            cure_zh="请换用原始文件", cure_en="use the original file",
        )  # fmt: skip
    return data


@cache
def _registry() -> MappingProxyType[str, Entry]:
    tables = tomllib.loads(_top().joinpath("registry.toml").read_text("utf-8"))
    entries = (
        Entry(row["name"], row["file"], row["sha256"], kind == "original", MappingProxyType(row))
        for kind in ("document", "original")
        for row in tables[kind]
    )
    return MappingProxyType({entry.name: entry for entry in entries})


def _top() -> Traversable:
    """The corpus folder: inside the installed package, or beside it in a checkout."""
    inside = files("policyparse").joinpath("_corpus")
    return inside if inside.is_dir() else Path(__file__).resolve().parent.parent / "corpus"
