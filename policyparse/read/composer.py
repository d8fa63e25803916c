"""Put a source text together piece by piece, and remember where each piece came from."""

from __future__ import annotations

import hashlib
from typing import Any

from policyparse.errors import ReadError
from policyparse.model.source import Block, Source
from policyparse.model.span import Span

MOST_CHARACTERS = 50_000_000
"""A longer text is no policy document; what claims to be one is refused before it fills the memory."""


class Composer:
    """A source text in the making. Lines are ended on purpose, so that none is empty by accident."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.position = 0
        self._parts: list[str] = []
        self._blocks: list[tuple[int, int, int, dict[str, Any]]] = []
        self._tables = 0

    def write(self, text: str) -> None:
        """Add `text`. Raises `ReadError` where the document becomes too long."""
        if text:
            self._parts.append(text)
            self.position += len(text)
            if self.position > MOST_CHARACTERS:
                raise ReadError(
                    name=self.name, zh="文件展开后的文字过多", en="the file holds too much text",
                    cure_zh=f"上限为 {MOST_CHARACTERS} 字，请拆分后再试",
                    cure_en=f"at most {MOST_CHARACTERS} characters are read; split it",
                )  # fmt: skip

    def end_line(self) -> None:
        """End the line that is being written; nothing where none is."""
        if self._parts and not self._parts[-1].endswith("\n"):
            self.write("\n")

    def block(self, start: int, kind: str, *, end: int | None = None, **facts: Any) -> None:
        """Remember ``start:end`` (to here, where `end` is not given) as a block; `facts` are fields of `Block`."""
        end = self.position if end is None else end
        self._blocks.append((start, -end, len(self._blocks), {"kind": kind, **facts}))

    def adopt(self, other: Composer) -> None:
        """Add what another composer wrote, without the end of its last line, with its blocks."""
        text = "".join(other._parts).rstrip("\n")
        for start, end, _, facts in other._blocks:
            self.block(
                start + self.position,
                facts["kind"],
                end=min(-end, len(text)) + self.position,
                **{key: fact for key, fact in facts.items() if key != "kind"},
            )
        self.write(text)

    def new_table(self) -> int:
        """The index of the next table."""
        self._tables += 1
        return self._tables - 1

    def source(self, content: bytes, media_type: str, **facts: Any) -> Source:
        """The finished source of a file of these bytes; `facts` are further fields of `Source`."""
        return Source(
            text="".join(self._parts),
            name=self.name,
            media_type=media_type,
            sha256=hashlib.sha256(content).hexdigest(),
            blocks=tuple(
                Block(span=Span(start=start, end=-end), **fields)
                for start, end, _, fields in sorted(self._blocks, key=lambda block: block[:3])
            ),
            **facts,
        )
