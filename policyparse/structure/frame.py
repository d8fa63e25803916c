"""What each line of a document is that is not its text: the frame of GB/T 9704-2012 around it.

A notice often carries another document. Then there are two titles, and the text begins below the second one.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import shape
from policyparse.structure.dates import is_date_line
from policyparse.structure.head import is_body, read_head
from policyparse.structure.kinds import bare
from policyparse.structure.lines import Line
from policyparse.structure.tail import read_tail

CARRIED_LINES = 5
SHORTEST_SHARE = 0.6
PLAIN = str.maketrans({**dict.fromkeys("—–－～~", "-"), **dict.fromkeys(" \t\u3000\u00a0《》〈〉“”\"", None), "（": "(", "）": ")"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The role of each line, `None` for text; the titles; the index of the line that the text begins with."""

    lines: tuple[Line, ...]
    roles: tuple[str | None, ...]
    title: str | None
    carried: str | None
    body: int

    def of(self, *roles: str) -> list[Line]:
        """The lines with one of these roles."""
        return [line for line, role in zip(self.lines, self.roles, strict=True) if role in roles]


def frame(lines: tuple[Line, ...], lexicon: Lexicon) -> Frame:
    """Tell the frame from the text."""
    head = read_head(lines, lexicon)
    title = head.title_words(lines, lexicon)
    roles = {**read_tail(lines, head.after, lexicon), **head.roles}
    body, carried = head.after, carried_title(title, lexicon)
    if carried is not None:
        place = _carried_place(lines, head.after, carried, lexicon)
        if place is not None:
            first, body = place
            for index in range(first, body):
                roles[index] = "carried"
            body = _below_title(lines, body, roles, lexicon)
    return Frame(lines, tuple(roles.get(index) for index in range(len(lines))), title, carried, body)


def carried_title(title: str | None, lexicon: Lexicon) -> str | None:
    """The title of the document that a notice of this title carries: 关于印发…方案的通知 carries …方案."""
    match = shape(lexicon, "carrier").search("".join((title or "").split()))
    if match is None:
        return None
    carried = match["carried"]
    opened, closed = carried.find("《"), carried.rfind("》")
    return carried[opened + 1 : closed] if 0 <= opened < closed else carried


def _carried_place(
    lines: tuple[Line, ...], after: int, carried: str, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The lines (first, after the last) in which the carried title stands on its own."""
    wanted = plain_title(carried)
    for index in range(after, len(lines)):
        line = lines[index]
        words = line.rest if line.label is not None and line.label.style.name == "annex" else line.words
        first = index
        if not words:
            continue
        stop = _match(lines, index, words, wanted)
        if stop is not None:
            if index > after and _is_bare_annex(lines[index - 1]):
                first = index - 1
            return first, stop
    return None


def _match(lines: tuple[Line, ...], index: int, words: str, wanted: str) -> int | None:
    """The index after the lines that together say the wanted title; its place name or closing bracket may be left out."""
    joined = ""
    for stop in range(index, min(index + CARRIED_LINES, len(lines))):
        joined += plain_title(words if stop == index else lines[stop].words)
        if joined == wanted or bare(joined) == bare(wanted):
            return stop + 1
        if wanted.endswith(joined) and len(joined) >= SHORTEST_SHARE * len(wanted):
            return stop + 1
        if joined not in wanted:
            break
    return None


def _below_title(lines: tuple[Line, ...], index: int, roles: dict[int, str], lexicon: Lexicon) -> int:
    """Pass what stands between the carried title and its text: brackets, dates, bodies; the index after it."""
    while index < len(lines):
        words = lines[index].words
        if any(shape(lexicon, name).match(words) for name in ("bracket_line", "adoption", "excerpt", "month")):
            if lines[index].label is not None:
                break
        elif not (is_date_line(words, lexicon) or is_body(words, lexicon)):
            break
        roles[index] = "note"
        index += 1
    return index


def plain_title(words: str) -> str:
    """A title for comparing: without blanks and quotation marks, dashes and brackets of one kind."""
    return words.translate(PLAIN)


def _is_bare_annex(line: Line) -> bool:
    return line.label is not None and line.label.style.name == "annex" and not line.rest

