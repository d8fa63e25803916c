"""Where in a page the document stands: the element that holds most of its running text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from policyparse.lexicon.web_pages import WebPages
from policyparse.read.web.dom import TEXT, UNSEEN, Node, children

_SENTENCE = re.compile("[。；？！]")
_LONG, _VERY_LONG = 20, 40
_KNOWN_SHARE = 0.5
_GUESSED_SHARE = 0.75
_INLINE = frozenset(("p", "span", "font", "b", "strong", "em", "i", "u", "a", "o:p"))


@dataclass(frozen=True, slots=True)
class Survey:
    """Running text of each element in characters by its ``mem_id``, that of the whole page, and how often ids are used."""

    amounts: dict[int, int]
    whole: int
    ids: Counter[str]

    @classmethod
    def of(cls, body: Node) -> Survey:
        """Of a page's body. Text in links is no running text."""
        amounts: dict[int, int] = {}
        ids: Counter[str] = Counter()
        stack: list[tuple[Node, bool, list[int]]] = [(body, False, [0])]
        node: Node | None = body.child
        while stack:
            if node is None:
                done, _, sums = stack.pop()
                if sums[0]:
                    amounts[done.mem_id] = sums[0]
                    if stack:
                        stack[-1][2][0] += sums[0]
                node = done.next if stack else None
                continue
            in_link, sums = stack[-1][1], stack[-1][2]
            if node.tag == TEXT:
                sums[0] += 0 if in_link else _running(node.text_content or "")
            elif node.tag not in UNSEEN:
                if id := node.attributes.get("id"):
                    ids[id] += 1
                stack.append((node, in_link or node.tag == "a", [0]))
                node = node.child
                continue
            node = node.next
        return cls(amounts, amounts.get(body.mem_id, 0), ids)

    def amount(self, node: Node) -> int:
        """The running text in an element."""
        return self.amounts.get(node.mem_id, 0)

    def container(self, body: Node, known: WebPages) -> Node:
        """The element that holds the document: one that sites are known to use, else the smallest with most of its text."""
        for selector in known.containers:
            best = max(body.css(selector), key=self.amount, default=None)
            if best is not None and self.amount(best) > 0 and self.amount(best) >= _KNOWN_SHARE * self.whole:
                return best
        node = body
        while self.whole:
            below = max(children(node), key=self.amount, default=None)
            if below is None or below.tag in _INLINE or self.amount(below) < _GUESSED_SHARE * self.whole:
                break
            node = below
        return node


def _running(text: str) -> int:
    words = text.strip()
    runs = _SENTENCE.search(words) or len(words) >= _VERY_LONG or (len(words) >= _LONG and "，" in words)
    return len(words) if runs else 0
