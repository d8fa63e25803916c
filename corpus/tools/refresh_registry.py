"""Bring the digests and lengths of `corpus/registry.toml` up to date with `corpus/texts`.

Only the lines `sha256 = …` and `characters = …` that follow a `file = "texts/…"` line are touched. Run it after every
change of a text:

    python corpus/tools/refresh_registry.py
"""

from __future__ import annotations

import hashlib
import re

from gold import CORPUS

REGISTRY = CORPUS / "registry.toml"
ENTRY = re.compile(r'^file = "(texts/[^"\n]+)"\nsha256 = "[^"\n]*"\ncharacters = \d+$', re.MULTILINE)


def entry(match: re.Match[str]) -> str:
    """The three lines of one file, as they should be."""
    data = (CORPUS / match[1]).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return f'file = "{match[1]}"\nsha256 = "{digest}"\ncharacters = {len(data.decode("utf-8"))}'


def refreshed(registry: str) -> str:
    """The registry with the digests and lengths that the files have."""
    return ENTRY.sub(entry, registry)


if __name__ == "__main__":
    REGISTRY.write_text(refreshed(REGISTRY.read_text("utf-8")), "utf-8")
