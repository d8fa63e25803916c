"""Lists of names in a letterhead: bodies, persons, attachments."""

from __future__ import annotations

import re
from itertools import zip_longest

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import is_body as is_any_body
from policyparse.lexicon.shapes import shape
from policyparse.model.outline import FramePart
from policyparse.model.text import MappedText
from policyparse.structure.head import is_body

BLANKS = " \t\u3000\u00a0"
GROUP_MARKS = "，；,;。"
LEAD = re.compile("(?:抄[ \u3000]*[送报]|主[ \u3000]*送|[正副][ \u3000]*本)[ \u3000]*[:：]")
# 各县、区人民政府: a bare kind of place shares the end of the next name; a bare 政府 or 单位 that of the one before.
BARE_PLACE = re.compile(
    "各?(?:(?:及|和|与)?(?:计划单列市|直辖市|自治区|自治州|自治县|省|市|州|盟|县|区|旗|乡|镇|街道)){1,3}"
)
BEGINS_ANEW = re.compile("各|[省市县区旗州]|有关|相关|驻|中央|国家")
BARE_END = re.compile("(?:人民)?政府|街道|管委会|(?:有关)?(?:单位|部门|机构)")
NUMBERED = re.compile(
    "附[ \u3000]*件[ \u3000]*[0-9一二三四五六七八九十]{0,3}[ \u3000]*[:：.．、]?"
    "|(?<![0-9])[0-9]{1,2}[.．、](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))"
)
FILE_ENDING = re.compile("[.](?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$", re.IGNORECASE)


def split_bodies(words: str, lexicon: Lexicon) -> list[str]:
    """The bodies of 主送机关 or 抄送机关: each name by itself, brackets kept whole.

    各县、区人民政府 is one name, since 各县 alone names no body, and so is 各市财政、民政主管部门.
    """
    match = LEAD.match(words)
    bodies: list[str] = []
    for group in _at_marks(words[match.end() :] if match else words, GROUP_MARKS):
        waiting, before = "", len(bodies)
        names = _at_marks(group, "、")
        for name, following in zip_longest(names, names[1:], fillvalue=""):
            if len(bodies) > before and BARE_END.fullmatch(name) and not waiting:
                bodies[-1] += f"、{name}"
            elif BARE_PLACE.fullmatch(name.strip("（）()")) or _shares_end(name, following, lexicon):
                waiting += f"{name}、"
            else:
                bodies.append(waiting + name)
                waiting = ""
        bodies += [waiting[:-1]] if waiting else []
    return bodies


def _shares_end(name: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a name lacks the end that it has in common with the next one, which names no place of its own."""
    return bool(following) and not BEGINS_ANEW.match(following) and not is_any_body(f"某{name[1:]}", lexicon)


def _at_marks(words: str, marks: str) -> list[str]:
    """`words` cut at marks outside brackets, without blanks and the final colon."""
    parts = [""]
    depth = 0
    for character in words:
        depth += (character in "（(") - (character in "）)")
        if character in marks and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in ("".join(part.split()).rstrip("：:") for part in parts) if part]


def joined_names(words: str) -> str:
    """One name without the blanks that typesetting put between its characters."""
    return "".join(words.split())


def body_names(text: MappedText, part: FramePart, lexicon: Lexicon) -> list[str]:
    """The bodies on one line of a sign-off or red head; where blanks part them in the source, each by itself."""
    pieces = _pieces(text, part.start, part.end)
    if len(pieces) > 1 and all(is_body(piece, lexicon) for piece in pieces):
        return pieces
    return [joined_names("".join(pieces))] if pieces else []


def author_names(text: MappedText, part: FramePart, lexicon: Lexicon) -> list[str]:
    """The persons on a line of authors, as the blanks of the source part them."""
    words = text.text[part.start : part.end]
    match = shape(lexicon, "authors").match(words)
    start = match.start("names") if match else 0
    stop = len(words)
    for mark in "（(":
        place = words.find(mark, start)
        stop = place if 0 <= place < stop else stop
    names = _pieces(text, part.start + start, part.start + stop)
    return [name for piece in names for name in re.split("[、，,;；]", piece) if name]


def attachment_titles(lines: list[str]) -> list[str]:
    """The titles in the lines of 附件：1.… 2.…, without numbers, final stops and file endings."""
    titles = [title.strip(BLANKS + "。；;") for line in lines for title in NUMBERED.split(line)]
    return [FILE_ENDING.sub("", title) for title in titles if title]


def _pieces(text: MappedText, start: int, end: int) -> list[str]:
    """The clean words at ``start:end``, parted where the source has blanks, which the clean text may have lost."""
    first, last = text.place(start, end)
    pieces: list[str] = []
    for match in re.finditer(r"\S+", text.source[first:last]):
        begin = text.clean_position(first + match.start())
        stop = text.clean_position(first + match.end() - 1) + 1
        pieces.append(text.text[begin:stop].strip())
    return [piece for piece in pieces if piece]
