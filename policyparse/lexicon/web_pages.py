"""The rows of web_pages.toml: where sites of the government keep a document in their pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from policyparse.lexicon.rows import DocumentKind
from policyparse.lexicon.tables import read_table, read_toml

FAMILIES = frozenset(("official", "plan", "law", "report"))
"""The kinds of documents that pages are made for; 政策解读 and 办事指南 are as often headings of what stands beside them."""


@dataclass(frozen=True, slots=True)
class WebPages:
    """Selectors of the elements that hold the text, one of those that hold the title, labels of the table beside it.

    `kinds` are the words that titles of documents end with.
    """

    containers: tuple[str, ...]
    title: str
    labels: frozenset[str]
    kinds: tuple[str, ...]


@lru_cache(maxsize=1)
def web_pages() -> WebPages:
    """What the library knows of web pages."""
    folder = files("policyparse.lexicon")
    kinds = read_table(folder / "document_kinds.tsv", DocumentKind)
    rows = read_toml(folder / "web_pages.toml")
    return WebPages(
        containers=tuple(row["selector"] for row in rows["container"]),
        title=rows["title"]["selector"],
        labels=frozenset(rows["page_table"]["labels"]),
        kinds=tuple(kind.surface for kind in kinds if kind.family in FAMILIES),
    )
