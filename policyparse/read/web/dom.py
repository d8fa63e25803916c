"""What is used of selectolax's elements, and how to go through them without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

TEXT = "-text"
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that begin and end a line."""
UNSEEN = frozenset(
    (
        "script", "style", "noscript", "template", "head", "iframe", "svg", "math", "object", "embed", "select",
        "option", "textarea", "audio", "video", "canvas", "map", "datalist", "-comment", "-document-type", "-cdata-section",
    )
)  # fmt: skip
"""What a reader of the page does not see as text."""
HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)


class Node(Protocol):
    """An element or a text of a page."""

    @property
    def tag(self) -> str:
        """Its name; that of a text is `TEXT`."""

    @property
    def attributes(self) -> dict[str, str | None]:
        """Its attributes."""

    @property
    def text_content(self) -> str | None:
        """The characters of a text."""

    @property
    def mem_id(self) -> int:
        """A number that no other node of the page has."""

    @property
    def child(self) -> Node | None:
        """The first node within it."""

    @property
    def next(self) -> Node | None:
        """The node after it."""

    def css(self, query: str) -> Sequence[Node]:
        """The elements within it that a selector names."""


def children(node: Node) -> Iterator[Node]:
    """The elements and texts right below `node`."""
    part = node.child
    while part is not None:
        yield part
        part = part.next


def is_hidden(node: Node) -> bool:
    """Whether the page itself says that an element is not to be shown."""
    attributes = node.attributes
    return "hidden" in attributes or HIDDEN.search(attributes.get("style") or "") is not None


def whole(said: str | None, most: int) -> int:
    """A count that an attribute tells, from 1 to `most`; 1 where it tells none."""
    said = (said or "").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdecimal() and len(said) < 7 else 1
