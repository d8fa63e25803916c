"""The content of one Word paragraph: its text as accepted, and what else is anchored in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from policyparse.read.word.package import child, is_on

Kind = Literal["text", "inserted", "deleted", "box", "image", "footnote", "endnote"]
Change = Literal["inserted", "deleted"] | None

_WRAPPERS = frozenset(
    ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "Choice", "rubyBase", "ruby")
)
_INSERTED = frozenset(("ins", "moveTo"))
_DELETED = frozenset(("del", "moveFrom"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DEEPEST = 60
_LAST_PLANE = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: words, the number of a note, or the element of a text box."""

    kind: Kind
    text: str = ""
    element: Element | None = None


def pieces(paragraph: Element) -> Iterator[Piece]:
    """The pieces of a paragraph in their order."""
    return _inside(paragraph, None, 0)


def _inside(element: Element, change: Change, depth: int) -> Iterator[Piece]:
    if depth > _DEEPEST:
        return
    for part in element:
        tag = part.tag
        if tag == "r":
            if not is_on(child(part, "rPr"), "vanish"):
                yield from _run(part, change, depth + 1)
        elif tag in _INSERTED:
            yield from _inside(part, change or "inserted", depth + 1)
        elif tag in _DELETED:
            yield from _inside(part, "deleted", depth + 1)
        elif tag in _WRAPPERS:
            yield from _inside(part, change, depth + 1)
        elif tag == "AlternateContent":
            yield from _inside(_alternative(part), change, depth + 1)
        elif tag in ("oMath", "oMathPara"):
            yield Piece(change or "text", "".join(words.text or "" for words in part.iter("t")))


def _run(run: Element, change: Change, depth: int) -> Iterator[Piece]:
    for part in run:
        tag = part.tag
        if tag in ("t", "delText"):
            if part.text:
                yield Piece("deleted" if tag == "delText" else change or "text", part.text)
        elif tag in _SIGNS:
            yield Piece(change or "text", _SIGNS[tag])
        elif tag == "sym":
            yield Piece(change or "text", _symbol(part.get("char", "")))
        elif tag in ("footnoteReference", "endnoteReference"):
            if change != "deleted":
                yield Piece("footnote" if tag == "footnoteReference" else "endnote", part.get("id", ""))
        elif tag in _DRAWN:
            if change != "deleted":
                yield from _drawn(part)
        elif tag == "ruby":
            base = child(part, "rubyBase")
            if base is not None:
                yield from _inside(base, change, depth + 1)
        elif tag == "AlternateContent" and depth < _DEEPEST:
            yield from _run(_alternative(part), change, depth + 1)


def _drawn(drawing: Element) -> Iterator[Piece]:
    """The text boxes of a drawing, of which each is there once; a drawing without text is a picture."""
    boxes = _boxes(drawing, 0)
    found = False
    for box in boxes:
        found = True
        yield Piece("box", element=box)
    if not found and any(part.tag in ("blip", "imagedata") for part in drawing.iter()):
        yield Piece("image")


def _boxes(element: Element, depth: int) -> Iterator[Element]:
    if depth > _DEEPEST:
        return
    for part in element:
        if part.tag == "txbxContent":
            yield part
        elif part.tag == "AlternateContent":
            yield from _boxes(_alternative(part), depth + 1)
        else:
            yield from _boxes(part, depth + 1)


def _alternative(element: Element) -> Element:
    """What a reader that knows all extensions takes: the first choice, or what is there instead."""
    choice = child(element, "Choice")
    if choice is not None and len(choice):
        return choice
    fallback = child(element, "Fallback")
    return fallback if fallback is not None else element


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number <= _LAST_PLANE and not 0xD800 <= number <= 0xDFFF else ""
