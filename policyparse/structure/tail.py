"""The lines below the text: list of attachments, sign-off, note and imprint (GB/T 9704-2012, 7.3 and 7.4)."""

from __future__ import annotations

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import shape
from policyparse.structure.dates import find_date, is_date_line
from policyparse.structure.head import is_body, is_signer
from policyparse.structure.kinds import kind
from policyparse.structure.lines import Line

SIGNATURE_LINES = 12
IMPRINT = ("copied", "printed", "imprint")
LONGEST_ATTACHMENT = 80
COPIES = "正副"  # 正本 above 副本; either alone is a word of its own


def read_tail(lines: tuple[Line, ...], after: int, lexicon: Lexicon) -> dict[int, str]:
    """The roles of lines below `after` that are no running text."""
    roles: dict[int, str] = {}
    for index in range(after, len(lines)):
        if len(lines[index].words) <= 80 and index not in roles:
            _sign_off(lines, index, roles, lexicon)
    _attachments(lines, after, roles, lexicon)
    _imprint(lines, after, roles, lexicon)
    return roles


def _sign_off(lines: tuple[Line, ...], index: int, roles: dict[int, str], lexicon: Lexicon) -> None:
    """A date below the names of bodies, both on one line, or a note in brackets."""
    words = lines[index].words
    if words[0] in "（(" and shape(lexicon, "annotation").match(words):
        roles[index] = "annotation"
        return
    if not _may_be_date(words):
        return
    whole = is_date_line(words, lexicon)
    if whole or shape(lexicon, "damaged_date").match(words):
        names = _names_above(lines, index, roles, lexicon)
        if not names and whole and _ends_text(lines, index, lexicon):
            names = [index - 1] if _may_sign(lines[index - 1]) else []
            roles[index] = "signed"
        if names:
            roles[index] = "signed"
            roles.update((at, "signer" if is_signer(lines[at].words, lexicon) else "signature") for at in names)
        return
    dated = find_date(words, lexicon)
    if dated and dated.end == len(words) and is_body(words[: dated.start].strip(), lexicon):
        roles[index] = "signed"


def _may_be_date(words: str) -> bool:
    return ("日" in words and "月" in words) or words[:2] == "20"


def _names_above(lines: tuple[Line, ...], index: int, roles: dict[int, str], lexicon: Lexicon) -> list[int]:
    """The lines of names above a date: of bodies, or of the head who signs an order."""
    names: list[int] = []
    for above in range(index - 1, max(-1, index - 1 - SIGNATURE_LINES), -1):
        line = lines[above]
        if (
            above in roles
            or line.label is not None
            or not (is_body(line.words, lexicon) or is_signer(line.words, lexicon))
        ):
            break
        names.append(above)
    return names


def _ends_text(lines: tuple[Line, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether a date that no known body signs ends a text: below a stop or a name, above the end or the next part."""
    if index == 0 or not (lines[index - 1].stops or _may_sign(lines[index - 1])):
        return False
    if index + 1 == len(lines):
        return True
    following = lines[index + 1]
    if following.label is not None:
        return following.label.style.name == "annex"
    if any(shape(lexicon, name).match(following.words) for name in ("annotation", *IMPRINT)):
        return True
    return (
        len(following.words) <= LONGEST_ATTACHMENT
        and not following.stops
        and kind(following.words, lexicon) is not None
    )


def _may_sign(line: Line) -> bool:
    """Whether a line is short and plain enough to be the name of a body that no rule knows."""
    words = line.words
    return (
        line.label is None
        and 4 <= len(words) <= 30
        and all(character.isalpha() for character in "".join(words.split()))
    )


def _attachments(lines: tuple[Line, ...], after: int, roles: dict[int, str], lexicon: Lexicon) -> None:
    """The list 附件：1.… 2.… that announces the annexes; what stands above content of its own is an annex itself."""
    keys = [line.label.key if line.label and line.label.style.name == "annex" else None for line in lines]
    signed = [index for index, role in roles.items() if role == "signed"]
    index = after
    while index < len(lines):
        if keys[index] is not None and shape(lexicon, "attachment_list").match(lines[index].words):
            stop = _list_end(lines, index)
            if _is_list(lines, index, stop, keys, signed):
                roles.update(dict.fromkeys(range(index, stop), "attachment"))
            index = stop
        else:
            index += 1


def _list_end(lines: tuple[Line, ...], index: int) -> int:
    """The index after the last entry of a list of attachments that begins at `index`."""
    last = index + 1
    while last < len(lines):
        line = lines[last]
        if line.label is None or len(line.words) > LONGEST_ATTACHMENT or "。" in line.words[:-1]:
            break
        if line.label.style.name not in ("arabic", "annex") or not line.rest:
            break
        last += 1
    return last


def _is_list(lines: tuple[Line, ...], index: int, stop: int, keys: list[str | None], signed: list[int]) -> bool:
    """Whether these lines announce annexes: a sign-off or the annex itself comes later, or nothing more comes."""
    if stop == len(lines):
        return True
    if not lines[index].rest and stop == index + 1:
        return False
    if any(place >= stop for place in signed):
        return all(keys[place] is None for place in range(stop, min(place for place in signed if place >= stop)))
    return any(key is not None and key[:2] == "附件" for key in keys[stop:])


def _imprint(lines: tuple[Line, ...], after: int, roles: dict[int, str], lexicon: Lexicon) -> None:
    """抄送, 印发 and the lines between; what a web page lets follow is no text either, unless an annex begins."""
    inside = False
    for index in range(after, len(lines)):
        line = lines[index]
        if inside and line.label is not None and line.label.style.name == "annex":
            inside = False
        name = _imprint_role(lines, index, lexicon)
        if name is not None:
            roles[index] = name
            inside = True
        elif inside and index not in roles:
            roles[index] = "tail"


def _imprint_role(lines: tuple[Line, ...], index: int, lexicon: Lexicon) -> str | None:
    words = lines[index].words
    if words[0] in COPIES:
        name, beside = ("addressed", index + 1) if words[0] == COPIES[0] else ("copied", index - 1)
        pair = {words[0], lines[beside].words[0]} if 0 <= beside < len(lines) else set()
        return name if pair == set(COPIES) and shape(lexicon, name).match(words) else None
    if words[0] in "抄分发报主校打共" or words[-1] in "发制":
        return next((name for name in IMPRINT if shape(lexicon, name).match(words)), None)
    return None
