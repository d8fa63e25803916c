"""The rows of web_pages.toml: where sites of the government keep a document in their pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from policyparse.lexicon.tables import read_toml


@dataclass(frozen=True, slots=True)
class WebPages:
    """Selectors of the elements that hold the text, one of those that hold the title, labels of the table beside it."""

    containers: tuple[str, ...]
    title: str
    labels: frozenset[str]


@lru_cache(maxsize=1)
def web_pages() -> WebPages:
    """What the library knows of web pages."""
    rows = read_toml(files("policyparse.lexicon") / "web_pages.toml")
    return WebPages(
        containers=tuple(row["selector"] for row in rows["container"]),
        title=rows["title"]["selector"],
        labels=frozenset(rows["page_table"]["labels"]),
    )
