"""Grown clauses to sections: where each ends, its title and its id."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TypeVar

from policyparse.model.outline import Section
from policyparse.structure.marks import Ground
from policyparse.structure.titles import Title, article_caption, heading_sentence, is_remark, names_duty
from policyparse.structure.tree import Node

SHARE_OF_TITLED = 0.7
FEWEST_SIBLINGS = 3
FEW, HALF = 0.4, 0.5
Kind = TypeVar("Kind")
LONGEST_REMARK = 400
_DIGIT = re.compile(r"\d")
MOST_REMARKS = 4


def sections(nodes: list[Node], ground: Ground) -> tuple[Section, ...]:
    """The sections of the outline, in text order."""
    ends = _ends(nodes, ground)
    titles = _titles(nodes, ends, ground)
    counts: Counter[str] = Counter()
    found: list[Section] = []
    for index, node in enumerate(nodes):
        label, title, end = node.mark.label, titles[index], ends[index]
        name = "h" if label is None else "/".join(node.path)
        counts[name] += 1
        head = title.start if title else min(label.head, end) if label else node.mark.start
        found.append(
            Section(
                index=index,
                parent=node.parent,
                id=_id(name, counts[name]),
                path=node.path,
                label=ground.text[node.mark.start : label.end] if label else None,
                style=node.style,
                number=node.mark.number,
                depth=node.depth,
                title=" ".join(title.words.split()) if title else None,
                start=node.mark.start,
                head=head,
                title_end=title.end if title else head,
                own_end=_own_end(nodes, node, end, ground.text),
                end=end,
            )
        )
    return tuple(found)


def _id(name: str, count: int) -> str:
    if name == "h":
        return f"h{count}"
    return name if count == 1 else f"{name}#{count}"


def _own_end(nodes: list[Node], node: Node, end: int, text: str) -> int:
    """Where the clause's own text ends: at its first child, or where it broke off before it."""
    if node.resumed is not None:
        end = node.resumed
        while text[end - 1].isspace():
            end -= 1
        return end
    return end if node.first_child is None else nodes[node.first_child].mark.start


# ---- where clauses end ----------------------------------------------------------------------------------------------


def _ends(nodes: list[Node], ground: Ground) -> list[int]:
    """The ends of all clauses: behind the last running text before what closed them, and behind their children."""
    running = [ground.lines[index] for index in ground.running]
    starts = [line.start for line in running]
    items = {node.mark.start: node for node in nodes if node.style == "inline"}
    ends: list[int] = []
    for node in nodes:
        place = bisect_left(starts, node.closed) - 1
        last = running[place].end if place >= 0 else node.closed
        least = node.mark.label.end if node.mark.label else ground.lines[node.mark.line].end
        end = min(last, node.closed, _own_limit(nodes, node, items, ground))
        while end > least and ground.text[end - 1].isspace():
            end -= 1
        ends.append(max(least, end))
    for index in range(len(nodes) - 1, -1, -1):
        parent = nodes[index].parent
        if parent is not None and ends[parent] < ends[index]:
            ends[parent] = ends[index]
    return ends


def _own_limit(nodes: list[Node], node: Node, items: dict[int, Node], ground: Ground) -> int:
    """What keeps a clause from taking the paragraphs below it.

    The last item of 一是…二是… ends with its paragraph, before a remark that is the whole clause's; an item (项) of an
    article with its own line, since the paragraphs after it are the article's. A paragraph that was cut off goes on.
    """
    line = ground.lines[node.mark.line]
    if node.style == "inline":
        following = items.get(node.closed)
        goes_on = following is not None and (following.parent, following.mark.series) == (node.parent, node.mark.series)
        if not goes_on and line.stops:
            return _without_remarks(ground, node.mark.start, line.end)
    elif _is_item(nodes, node):
        return line.end
    return node.closed


def _without_remarks(ground: Ground, start: int, end: int) -> int:
    """The end without brackets behind the last sentence that say who answers: …。（责任单位：…）."""
    text = ground.text
    for _ in range(MOST_REMARKS):
        stop = end - 1 if text[end - 1] == "。" and end - 2 > start else end
        if text[stop - 1] not in "）)":
            break
        opened = _opening(text, max(start, stop - LONGEST_REMARK), stop)
        if opened is None or text[opened - 1] not in "。；;）)" or not names_duty(text[opened:stop], ground.lexicon):
            break
        end = opened
    return end


def _opening(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`."""
    depth = 0
    for place in range(end - 1, start, -1):
        if text[place] in "）)":
            depth += 1
        elif text[place] in "（(":
            depth -= 1
            if depth == 0:
                return place
    return None


# ---- titles ---------------------------------------------------------------------------------------------------------


def _titles(nodes: list[Node], ends: list[int], ground: Ground) -> list[Title | None]:
    """The titles of all clauses."""
    stops = [min(ground.lines[node.mark.line].end, end) for node, end in zip(nodes, ends, strict=True)]
    for index, following in enumerate(nodes[1:]):
        stops[index] = min(stops[index], following.mark.start)
    titles = [
        _title(node, stop, ground, more=_goes_on(stop, end, ground))
        for node, stop, end in zip(nodes, stops, ends, strict=True)
    ]
    for index in _no_headings(nodes, titles, ground.text):
        titles[index] = None
    return titles


def _goes_on(stop: int, end: int, ground: Ground) -> bool:
    """Whether a clause says more below its first line than who answers for it."""
    if end <= stop:
        return False
    return end - stop > LONGEST_REMARK or not is_remark(ground.text[stop:end].strip(), ground.lexicon)


def _title(node: Node, stop: int, ground: Ground, *, more: bool) -> Title | None:
    line, label = ground.lines[node.mark.line], node.mark.label
    if label is None:
        return Title(line.words, line.start, line.end, False, False)
    below = ground.below.get(node.mark.line) if node.mark.start == line.start else None
    if below is not None:
        line = ground.lines[below]
        return Title(line.words, line.start, line.end, False, False)
    caption = article_caption(ground.text, label.head, stop) if node.style == "article" else None
    return caption or heading_sentence(ground.text, label.head, stop, ground.lexicon, more=more)


def _no_headings(nodes: list[Node], titles: list[Title | None], text: str) -> Iterator[int]:
    """Sentences that are no headings, as the clauses of the same sort show.

    The first sentence of a clause is a heading where most clauses of its series and level begin with one, as plans and
    measures do; laws and numbered paragraphs do not. Three siblings and more decide for themselves where few have one,
    or all have one before a colon. One that is all of its clause is a heading only where all of them have one, and never
    in an article or below it; one with a comma or a figure only where some stand above more text.
    """
    if not any(title is not None and title.sentence for title in titles):
        return
    sorts, families = [(len(node.path), node.mark.series) for node in nodes], _families(nodes)
    above = [title is not None and not _is_alone(title) and not _has_digit(title) for title in titles]
    headed = _shares(families, above)
    fits = [
        title is not None and (not _is_alone(title) or not (inside or (_states(title) and headed[family] < HALF)))
        for title, inside, family in zip(titles, _in_articles(nodes), families, strict=True)
    ]
    by_sort, by_family, size = _shares(sorts, fits), _shares(families, fits), Counter(families)
    colons = _shares(families, [title is not None and text[title.end - 1] in "：:" for title in titles])
    for index, title in enumerate(titles):
        if title is None or not title.sentence:
            continue
        family, share = families[index], by_sort[sorts[index]]
        if _is_alone(title):
            heads = fits[index] and share == by_family[family] == 1
        elif size[family] >= FEWEST_SIBLINGS and (colons[family] == 1 or by_family[family] <= FEW):
            heads = colons[family] == 1
        else:
            heads = share >= SHARE_OF_TITLED
        if not heads:
            yield index


def _families(nodes: list[Node]) -> list[int]:
    """For each clause the number of its family: the siblings of a series that count on from each other."""
    families: list[int] = []
    last: dict[tuple[int | None, str], tuple[int, int]] = {}
    for index, node in enumerate(nodes):
        family, number = last.get((node.parent, node.mark.series), (index, 0))
        if (node.mark.number or 0) <= number:
            family = index
        last[node.parent, node.mark.series] = family, node.mark.number or 0
        families.append(family)
    return families


def _is_alone(title: Title) -> bool:
    """Whether a sentence is all of its clause."""
    return title.sentence and not title.followed


def _states(title: Title) -> bool:
    """Whether a sentence says more than headings do."""
    return "，" in title.words or _has_digit(title)


def _has_digit(title: Title) -> bool:
    return _DIGIT.search(title.words) is not None


def _in_articles(nodes: list[Node]) -> list[bool]:
    """Which clauses are articles or stand below one."""
    inside: list[bool] = []
    for node in nodes:
        inside.append(node.style == "article" or (node.parent is not None and inside[node.parent]))
    return inside


def _shares(kinds: Sequence[Kind], fits: list[bool]) -> dict[Kind, float]:
    """For each kind of clause, the share of those that fit."""
    total = Counter(kinds)
    found = Counter(compress(kinds, fits))
    return {kind: found[kind] / total[kind] for kind in total}


def _is_item(nodes: list[Node], node: Node) -> bool:
    """Whether a clause is an item (项) of an article: （一）, and 一、 in Taiwan's laws."""
    return node.style in ("han", "han_paren") and node.parent is not None and nodes[node.parent].style == "article"
