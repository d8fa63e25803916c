"""The lines of a page as a browser would set them, each with what the markup says about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from policyparse.read.counting import counted
from policyparse.read.web.dom import BLOCKS, TEXT, UNSEEN, Node, whole
from policyparse.read.web.tables import Cell

_SPACE = re.compile("[ \t\n\r\f]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PREFORMATTED = re.compile(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)", re.IGNORECASE)
_COUNTING = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})", re.IGNORECASE)
_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "decimal": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-decimal": "ideographDigital", "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting", "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified", "none": "none",
}  # fmt: skip
_HAN_STYLES = ("chineseCounting", "chineseLegalSimplified", "ideographDigital")
_NUMBERED = re.compile("[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、．]|第[一二三四五六七八九十]{1,4}[章节条]|[①-⑳]")
LONGEST_PATH = 100


@dataclass(slots=True)
class Line:
    """A line of text. `links` are the places of its links with their addresses, `image` the address of a picture that
    stands there instead of text. `inside`: it belongs to the document's container; `title`: to an element for titles.
    """

    text: str
    path: str | None
    inside: bool
    title: bool = False
    level: int | None = None
    label: str | None = None
    links: list[tuple[int, int, str]] = field(default_factory=list)
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: of each cell its place and its text. `table`: None for one that tells what the document is."""

    cells: tuple[tuple[Cell, str], ...]
    path: str
    inside: bool
    table: int | None


@dataclass(slots=True)
class Step:
    """An element on the way from the root, and how many of each kind were met right below it."""

    node: Node
    path: str | None
    counts: dict[str, int] = field(default_factory=dict)
    link_start: int | None = None
    counter: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What a walk has to know: the container and titles by ``mem_id``, ids used once, hidden elements.

    `enter` is asked at each table; where it has added the table to the walk's items, the walk goes around it.
    """

    container: int | None
    titles: frozenset[int]
    ids: frozenset[str]
    hidden: Callable[[Node], bool]
    enter: Callable[[Node, Walk], bool]


class Walk:
    """Goes through an element and collects its lines and rows."""

    def __init__(self, marks: Marks, *, inside: bool = False) -> None:
        self.marks = marks
        self.items: list[Line | Row] = []
        self.inside = inside
        self.title_depth = 0
        self._steps: list[Step] = []
        self._text: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._label: str | None = None
        self._preformatted = 0
        self._open_links: list[Step] = []
        self._levels: list[int] = []

    def over(self, root: Node, path: str | None = None) -> list[Line | Row]:
        """The lines and rows of `root`, which stands at `path`."""
        self._enter(root, path if path is not None else root.tag)
        node = root.child
        while self._steps:
            if node is None:
                done = self._leave()
                node = done.next if self._steps else None
            elif node.tag == TEXT:
                self._write(node.text_content or "")
                node = node.next
            elif node.tag in UNSEEN or self.marks.hidden(node):
                self._count(node)
                node = node.next
            elif node.tag in ("br", "hr", "img"):
                self._void(node)
                node = node.next
            elif node.tag == "table" and self._taken(node):
                node = node.next
            else:
                self._enter(node, self._path(node))
                node = node.child
        return self.items

    def path_of(self, node: Node) -> str | None:
        """The path of an element right below the one where the walk is, after `_count` has counted it."""
        return self._path(node, counted_already=True)

    def flush(self) -> None:
        """End the line that is being written."""
        text = "".join(self._text)
        stripped = text.strip(" ")
        if stripped:
            left = len(text) - len(text.lstrip(" "))
            links = [(max(0, a - left), min(b - left, len(stripped)), address) for a, b, address in self._links]
            self.items.append(
                Line(
                    text=stripped,
                    path=self._block_path(),
                    inside=self.inside,
                    title=self.title_depth > 0,
                    level=self._levels[-1] if self._levels else None,
                    label=self._label,
                    links=[link for link in links if link[0] < link[1]],
                )
            )
            self._label = None
        self._text, self._length, self._links = [], 0, []
        for step in self._open_links:
            step.link_start = 0

    # ---- elements ---------------------------------------------------------------------------------------------------

    def _taken(self, node: Node) -> bool:
        self.flush()
        self._count(node)
        if self.marks.enter(node, self):
            return True
        self._steps[-1].counts[node.tag] -= 1
        return False

    def _enter(self, node: Node, path: str | None) -> None:
        tag = node.tag
        attributes = node.attributes
        if tag in BLOCKS:
            self.flush()
        if node.mem_id == self.marks.container:
            self.inside = True
        self.title_depth += node.mem_id in self.marks.titles
        self._preformatted += _is_preformatted(tag, attributes)
        step = Step(node, path)
        if tag == "a" and attributes.get("href"):
            step.link_start = self._length
            self._open_links.append(step)
        if tag in _HEADINGS:
            self._levels.append(int(tag[1]))
        if tag == "ol":
            step.counter = whole(attributes.get("start"), 32_767) - 1
        if tag == "li":
            self._number(node)
        self._steps.append(step)

    def _leave(self) -> Node:
        step = self._steps[-1]
        node = step.node
        if step.link_start is not None:
            self._open_links.remove(step)
            if self._length > step.link_start:
                self._links.append((step.link_start, self._length, (node.attributes.get("href") or "").strip()))
        if node.tag in BLOCKS:
            self.flush()
        if node.tag in _HEADINGS:
            self._levels.pop()
        self._steps.pop()
        if node.mem_id == self.marks.container:
            self.flush()
            self.inside = False
        self.title_depth -= node.mem_id in self.marks.titles
        self._preformatted -= _is_preformatted(node.tag, node.attributes)
        return node

    def _void(self, node: Node) -> None:
        self._count(node)
        if node.tag != "img":
            self.flush()
        elif self.inside and (address := node.attributes.get("src")):
            self.flush()
            self.items.append(Line("", self.path_of(node), self.inside, image=address[:500]))

    def _number(self, node: Node) -> None:
        """The number that a browser writes before an item of an ordered list."""
        list_step = self._steps[-1] if self._steps and self._steps[-1].node.tag == "ol" else None
        if list_step is None:
            return
        said = node.attributes.get("value")
        list_step.counter = whole(said, 32_767) if said else list_step.counter + 1
        attributes = list_step.node.attributes
        css = _COUNTING.search(f"{attributes.get('style') or ''};{node.attributes.get('style') or ''}")
        style = _STYLES.get(css[1].lower() if css else attributes.get("type") or "1", "none")
        number = counted(list_step.counter, style)
        self._label = f"{number}{'、' if style in _HAN_STYLES else '.'}" if number else None

    # ---- text -------------------------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        if self._preformatted:
            for number, part in enumerate(text.split("\n")):
                if number:
                    self.flush()
                self._append(part.replace("\r", ""))
            return
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and (not self._text or self._text[-1].endswith(" ")):
            text = text[1:]
        self._append(text)

    def _append(self, text: str) -> None:
        if not text:
            return
        if self._label is not None and not self._text:
            if _NUMBERED.match(text):  # the author has written the number as well
                self._label = None
            else:
                blank = " " if self._label[-1] == "." and text[0].isdecimal() else ""
                self._text.append(self._label + blank)
                self._length += len(self._label) + len(blank)
        self._text.append(text)
        self._length += len(text)

    # ---- paths ------------------------------------------------------------------------------------------------------

    def _count(self, node: Node) -> int:
        counts = self._steps[-1].counts
        counts[node.tag] = counts.get(node.tag, 0) + 1
        return counts[node.tag]

    def _path(self, node: Node, *, counted_already: bool = False) -> str | None:
        number = self._steps[-1].counts.get(node.tag, 1) if counted_already else self._count(node)
        id = node.attributes.get("id")
        if id is not None and id in self.marks.ids:
            return f"#{id}"
        above = self._steps[-1].path
        if above is None or above.count(">") >= LONGEST_PATH:
            return None
        return f"{above} > {node.tag}:nth-of-type({number})"

    def _block_path(self) -> str | None:
        """The path of the innermost element that makes the line."""
        return next((step.path for step in reversed(self._steps) if step.node.tag in BLOCKS), None)


def _is_preformatted(tag: str, attributes: dict[str, str | None]) -> bool:
    return tag == "pre" or _PREFORMATTED.search(attributes.get("style") or "") is not None
