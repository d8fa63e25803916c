"""The lines above the text: issuing body, number, title, recipients (GB/T 9704-2012, 7.2 and 7.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import TO_HALF, shape
from policyparse.structure.dates import find_date, is_date_line
from policyparse.structure.fields import BULLETS, COLONS
from policyparse.structure.kinds import kind
from policyparse.structure.lines import Line

HEAD_LINES = 60
TITLE_LINES = 6
LONGEST_TITLE = 120
LONGEST_LINE = 600
# Shapes that tell a line's part by themselves, in the order in which they are tried.
WHOLE = ("salutation", "recipients", "issuer_mark", "month", "excerpt", "annotation", "speaker", "damaged_number")
START = ("letter_field", "enactment", "occasion", "adoption", "authors", "abstract", "signatory")
LAST = ("salutation", "recipients")
# What a line begins with that goes on with the title above it.
GOES_ON = ("的", "（", "(", "和", "及", "与", "暨", "《")
CARRIERS = ("印发", "转发", "批转")
LOWEST_RANK_BELOW_SUBTITLE = 40
NUMBERS = ("document_number", "order_number", "taiwan_number")


@dataclass
class Head:
    """What the lines above the text are: a role for each, by index; those of the title; the index after the last."""

    roles: dict[int, str] = field(default_factory=dict)
    title: list[int] = field(default_factory=list)
    after: int = 0

    def title_words(self, lines: tuple[Line, ...], lexicon: Lexicon) -> str | None:
        """The title so far."""
        return title_of([lines[index].words for index in self.title], lexicon)


def read_head(lines: tuple[Line, ...], values: frozenset[int], lexicon: Lexicon) -> Head:
    """Give each line from the top its role, until the text begins. `values` are lines that are values of fields."""
    head = Head()
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.in_table:
            break
        role = (
            ("field" if index in values and not is_number_line(line.words, lexicon) else None)
            or _shape_role(line.words, head, lexicon)
            or _role_beside(lines, index, head, lexicon)
            or _title_role(lines, index, head, lexicon)
        )
        if role is None:
            break
        head.roles[index] = role
        if role == "title":
            head.title.append(index)
        if role in LAST:
            break
    _settle(lines, head, lexicon)
    return head


def title_of(lines: list[str], lexicon: Lexicon) -> str | None:
    """The title that stands in these lines; bodies that stand above it keep a blank between them."""
    words = ""
    for line in lines:
        words += f" {line}" if words and is_body(words, lexicon) and is_body(line, lexicon) else line
    return words or None


def is_number_line(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is a document number, and at most the 签发人 after it."""
    if len(words) > 60 or "号" not in words:
        return False
    plain = words.translate(TO_HALF)
    squashed = "".join(plain.split())
    for name in NUMBERS:
        if shape(lexicon, name).fullmatch(squashed):
            return True
        match = shape(lexicon, name).match(plain)
        if match and (match.end() == len(plain) or shape(lexicon, "signatory").search(plain, match.end())):
            return True
    return bool(shape(lexicon, "order_line").match(plain))


def is_bare_annex(line: Line) -> bool:
    """Whether a line says 附件 and no more."""
    return line.label is not None and line.label.style.name == "annex" and not line.rest


def is_body(words: str, lexicon: Lexicon) -> bool:
    """Whether a short line names a body: 云州市人民政府, 市财政局."""
    if not 3 <= len(words) <= 60 or "关于" in words or any(mark in words for mark in "，。；：、《"):
        return False
    return bool(shape(lexicon, "body").search(words)) and not shape(lexicon, "not_body").search(words)


def is_signer(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is an office and the name of who holds it: 省长　沈知远."""
    match = shape(lexicon, "signer").match(words) if len(words) <= 16 else None
    return match is not None and are_names("".join(match["name"].split()), lexicon)


def are_names(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is a list of personal names: 刘平 吴光远."""
    names = words.replace("、", " ").replace("，", " ").split()
    surnames: str = lexicon.letterhead["names"]["surnames"]
    return 0 < len(names) <= 12 and all(
        2 <= len(name) <= 4 and name[0] in surnames and kind(name, lexicon) is None for name in names
    )


def _shape_role(words: str, head: Head, lexicon: Lexicon) -> str | None:
    """The role that the shape of a line tells."""
    if len(words) > LONGEST_LINE:
        return None
    if is_number_line(words, lexicon):
        return "number"
    if is_date_line(words, lexicon):
        return "date"
    if shape(lexicon, "field").match(words.lstrip(BULLETS)):
        return "field"
    for name in (*WHOLE, *START):
        if shape(lexicon, name).match(words) and (role := _checked_role(name, words, head, lexicon)):
            return role
    return None


def _checked_role(name: str, words: str, head: Head, lexicon: Lexicon) -> str | None:
    """The role of a line of this shape, where the shape alone may be wrong."""
    match = shape(lexicon, name).match(words)
    if name == "recipients":
        # a page may have left its title out of the text
        return name if head.title or "number" in head.roles.values() or not head.roles else None
    if name == "damaged_number":
        return "number"
    if name == "letter_field":
        return "page"
    if name == "speaker" and match:
        return name if are_names("".join(match["name"].split()), lexicon) else None
    if name == "authors" and match and words.startswith("作者"):
        return name if are_names(match["names"], lexicon) else "field"  # the author is a web site
    return name


def _role_beside(lines: tuple[Line, ...], index: int, head: Head, lexicon: Lexicon) -> str | None:
    """The role that the line above or below tells: 令 above its number, a field's value, where authors work."""
    words = lines[index].words
    below = lines[index + 1].words if index + 1 < len(lines) else ""
    title = head.title_words(lines, lexicon)
    if title and words.startswith(title) and find_date(words[len(title) :], lexicon):
        return "date"  # …的意见 2021年4月23日于北京市
    if shape(lexicon, "order_mark").match(words) and shape(lexicon, "order_line").match(below):
        return "order"
    if head.roles.get(index - 1) == "authors" and shape(lexicon, "affiliation").match(words):
        return "affiliation"
    if words[0] in BULLETS and words.endswith(COLONS) and head.roles.get(index - 1) == "field":
        return "field"
    is_page = shape(lexicon, "page_field").match(words) or (len(words) <= 60 and shape(lexicon, "site").search(words))
    return "page" if is_page and lines[index].label is None else None


def _title_role(lines: tuple[Line, ...], index: int, head: Head, lexicon: Lexicon) -> str | None:
    """The role of a line that no shape tells: a line of the title, a body above or below it, names, or none."""
    line = lines[index]
    words = line.words
    if line.label is not None and line.label.style.certain:
        return "annex" if index == 0 and is_bare_annex(line) else None
    if len(words) > LONGEST_TITLE or words[-1] in "。；：，、！？" or words.count("\t") > 1:
        return None  # several tabs make a row of a table
    title = head.title_words(lines, lexicon)
    if title and _is_complete(title, words, lexicon):
        return _role_below_title(lines, index, head, lexicon)
    if is_body(words, lexicon):
        return "issuer"
    if title and are_names(words, lexicon):
        return "authors"
    return None if len(head.title) == TITLE_LINES or _is_heading_name(words, lexicon) else "title"


def _role_below_title(lines: tuple[Line, ...], index: int, head: Head, lexicon: Lexicon) -> str | None:
    """The role of a line below a title that is complete."""
    words = lines[index].words
    below = index - 1 in head.title
    following = lines[index + 1].label if index + 1 < len(lines) else None
    if below and shape(lexicon, "subtitle").match(words):
        return "title"
    if "".join(words.split()) in "".join((head.title_words(lines, lexicon) or "").split()):
        return "repeat"
    if is_body(words, lexicon):
        return "issuer"
    if are_names(words, lexicon):
        return "authors"
    return (
        "subtitle" if below and following is not None and following.style.rank <= LOWEST_RANK_BELOW_SUBTITLE else None
    )


def _is_complete(title: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a title ends here: with a kind of document that suits its beginning, and no line that goes on with it."""
    found = kind(title, lexicon)
    if found is None or following.startswith(GOES_ON):
        return False
    return found.family == "official" or not any(verb in title for verb in CARRIERS)


def _is_heading_name(words: str, lexicon: Lexicon) -> bool:
    squashed = "".join(words.split())
    numbering = lexicon.numbering
    return (
        squashed in numbering["contents"]["names"]
        or squashed in numbering["headings"]["known"]
        or squashed in numbering["headings"]["alone"]
    )


def _settle(lines: tuple[Line, ...], head: Head, lexicon: Lexicon) -> None:
    """Let bodies right above 关于… into the title; give back a last line that is rather the first heading below."""
    order = next((index for index, role in head.roles.items() if role == "order"), None)
    if not head.title and order is not None:
        head.roles[order] = "title"
        head.title.append(order)
    if head.title and lines[head.title[0]].words.startswith(("关于", "对", *CARRIERS)):
        above = head.title[0] - 1
        while head.roles.get(above) == "issuer":
            head.roles[above] = "title"
            head.title.insert(0, above)
            above -= 1
    if len(head.title) > 1 and kind(head.title_words(lines, lexicon) or "", lexicon) is None:
        last = head.title[-1]
        if max(head.roles) == last:
            del head.roles[last]
            head.title.pop()
    head.after = max(head.roles, default=-1) + 1
