"""What each line of a document is that is not its text: the frame of GB/T 9704-2012 around it.

A notice often carries another document. Then there are two titles, and the text begins below the second one.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import shape
from policyparse.structure.dates import is_date_line
from policyparse.structure.fields import BULLETS
from policyparse.structure.head import LONGEST_TITLE, is_bare_annex, is_body, read_head
from policyparse.structure.kinds import bare
from policyparse.structure.lines import Line
from policyparse.structure.tail import read_tail

CARRIED_LINES = 5
ENACTING_LINES = 4
LONGEST_ENACTING = 600
FIELD_LINES = 20
SHORTEST_SHARE = 0.6
AFTER_TITLE = "《、，和及与等的（("
PLAIN = str.maketrans(
    {**dict.fromkeys("—–－～~", "-"), **dict.fromkeys(' \t\u3000\u00a0《》〈〉“”"', None), "（": "(", "）": ")"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The role of each line, `None` for text; the titles; the index of the line that the text begins with."""

    lines: tuple[Line, ...]
    roles: tuple[str | None, ...]
    title: str | None
    body: int

    def of(self, role: str) -> list[Line]:
        """The lines with this role."""
        return [line for line, each in zip(self.lines, self.roles, strict=True) if each == role]


def frame(lines: tuple[Line, ...], values: frozenset[int], lexicon: Lexicon) -> Frame:
    """Tell the frame from the text. `values` are the lines that are values of fields."""
    head = read_head(lines, values, lexicon)
    title = head.title_words(lines, lexicon)
    roles = {**read_tail(lines, head.after, lexicon), **head.roles}
    body = head.after
    wanted = carried_title(title, lexicon) or _enacted_title(lines, head.after, lexicon)
    place = _carried_place(lines, head.after, wanted, roles) if wanted and wanted != title else None
    if place is None:
        roles.update(_field_lines(lines, head.after, lexicon))
    else:
        first, body = place
        roles = {index: role for index, role in roles.items() if role != "tail" or index < first}
        roles.update(dict.fromkeys(range(first, body), "carried"))
        body = _below_title(lines, body, roles, lexicon)
    return Frame(lines, tuple(roles.get(index) for index in range(len(lines))), title, body)


def carried_title(title: str | None, lexicon: Lexicon) -> str | None:
    """The title of the document that a notice of this title carries: 关于印发…方案的通知 carries …方案."""
    match = shape(lexicon, "carrier").search("".join((title or "").split()))
    if match is None:
        return None
    carried = match["carried"]
    opened = carried.find("《")
    depth = 0
    for place in range(max(0, opened), len(carried)):
        depth += (carried[place] == "《") - (carried[place] == "》")
        if opened >= 0 and depth == 0:
            # of several, the first; in 2024年《政府工作报告》任务分解方案 the brackets only name another document
            alone = not carried[place + 1 :] or carried[place + 1] in AFTER_TITLE
            return carried[opened + 1 : place] if alone else carried
    return carried


def _carried_place(lines: tuple[Line, ...], after: int, wanted: str, roles: dict[int, str]) -> tuple[int, int] | None:
    """The lines (first, after the last) in which the title of the carried document stands on its own."""
    plain = plain_title(wanted)
    for index in range(after, len(lines)):
        line = lines[index]
        words = line.rest if line.label is not None and line.label.style.name == "annex" else line.words
        if roles.get(index, "tail") != "tail" or not words or len(words) > LONGEST_TITLE or words[-1] in "。；：":
            continue
        stop = _match(lines, index, words, plain)
        if stop is not None:
            return index - (index > after and is_bare_annex(lines[index - 1])), stop
    return None


def _field_lines(lines: tuple[Line, ...], after: int, lexicon: Lexicon) -> dict[int, str]:
    """Lines of a web page's own box near the top: • 发布时间：…."""
    pattern = shape(lexicon, "field")
    return {
        index: "field"
        for index, line in enumerate(lines[after : after + FIELD_LINES], after)
        if line.label is None and len(line.words) <= LONGEST_TITLE and pattern.match(line.words.lstrip(BULLETS))
    }


def _enacted_title(lines: tuple[Line, ...], after: int, lexicon: Lexicon) -> str | None:
    """What the text of an order or notice says that it puts in force: 《…办法》已经…通过，现予公布."""
    for line in lines[after : after + ENACTING_LINES]:
        if match := shape(lexicon, "enacting").search(line.words[:LONGEST_ENACTING]):
            return match["carried"]
    return None


def _match(lines: tuple[Line, ...], index: int, words: str, wanted: str) -> int | None:
    """The index after the lines that together say the wanted title, maybe without its place name or last bracket."""
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
