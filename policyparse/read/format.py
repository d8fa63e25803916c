"""What a reader of one file format offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policyparse.model.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: how its bytes are known, and how they become a `Source`.

    `recognises` looks at the bytes and at the file's suffix (lower-case, with its dot, ``""`` where there is none);
    content counts before the suffix. `read` takes the bytes and the name, and raises `ReadError` where the bytes give
    no document. `suffixes` are those that a folder is searched for.
    """

    name: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, str | None], Source]
    suffixes: tuple[str, ...] = ()
