"""HTML pages. The text is what a reader sees: a line for each line that the markup makes, tabs between cells.

The document is what stands in its container; the page around it stays in the text and is marked as furniture, from
which the letterhead still takes the date of publication and the like. The path of a block is a CSS selector.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from policyparse.lexicon.web_pages import web_pages
from policyparse.model.source import Source
from policyparse.read.composer import Composer
from policyparse.read.encoding import decode
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, missing_extra, too_large
from policyparse.read.web.burden import too_heavy
from policyparse.read.web.dom import Node
from policyparse.read.web.page import Page

KIND = "HTML"
MEDIA_TYPE = "text/html"
LARGEST = 32 * 1024 * 1024
_MOST_PROPERTIES = 100
_LONGEST_PROPERTY = 500
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_OPENING = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--[^>]{0,2000}-->\s*){0,9}")
_TAG = re.compile(r"<(?:p|div|span|table|br|h[1-6]|li|td|font|section|meta)[\s>/]", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"\s{0,99}<(?:div|p|table|section|article|h[1-6]|ul|ol|font|center)(?:\s[^<>]{0,2000})?>", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:div|p|table|section|article|h[1-6]|ul|ol|font|center)>", re.IGNORECASE)
_PLAIN = (".txt", ".text", ".md")
_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".jhtml", ".jsp", ".asp", ".aspx", ".php")


def read_html(content: bytes, name: str | None = None) -> Source:
    """An HTML page as a `Source`. Raises `ReadError` where it is no text, too large, or nested beyond measure."""
    page, encoding = page_text(content, None, name)
    composer = Composer(name)
    properties = compose(page, composer)
    return composer.source(content, MEDIA_TYPE, encoding=encoding, properties=properties)


def page_text(content: bytes, charset: str | None, name: str | None) -> tuple[str, str]:
    """The characters of a page and their encoding: that of its byte order mark, the server, the page, or a guess."""
    if len(content) > LARGEST:
        raise too_large(KIND, f"{len(content) >> 20} MB", f"{len(content) >> 20} MB", name)
    declared = _known(charset) or _declared(content)
    if declared and not content.startswith(_MARKS):
        try:
            return content.decode(declared), declared
        except UnicodeDecodeError:
            pass
    decoded = decode(content)
    if decoded is not None:
        return decoded.text.removeprefix("\ufeff"), decoded.encoding
    if declared is None:
        raise damaged(KIND, "unknown encoding", name)
    return content.decode(declared, "replace"), declared


def compose(page: str, composer: Composer) -> tuple[tuple[str, str], ...]:
    """Write the text of a page, and give its properties: the fields of its own table, then its ``meta`` elements."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise missing_extra(KIND, "html", composer.name) from error
    if too_heavy(page):
        raise too_large(KIND, "标签过多或嵌套过深", "its tags are too many, or nested too deeply", composer.name)
    tree: Any = LexborHTMLParser(page.replace("\0", "\ufffd"))
    body: Node | None = tree.body
    if body is None:
        return ()
    properties = list(_meta(tree))
    read = Page.of(body, web_pages())
    read.read()
    read.write(composer, _title(tree, properties))
    return tuple(read.fields[:_MOST_PROPERTIES] + properties)


def _declared(content: bytes) -> str | None:
    match = _CHARSET.search(content[:_HEAD])
    return _known(match[1].decode("ascii")) if match else None


def _known(charset: str | None) -> str | None:
    """The codec for a declared encoding; pages say gb2312 and use all of GB18030."""
    if not charset:
        return None
    wanted = charset.strip().lower()
    try:
        return _ALIASES.get(wanted) or codecs.lookup(wanted).name
    except LookupError:
        return None


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[content]")[:_MOST_PROPERTIES]:
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content and len(content) <= _LONGEST_PROPERTY:
            yield name.strip(), content


def _title(tree: Any, properties: list[tuple[str, str]]) -> str | None:
    """What the head calls the document; ``title`` often has the site's name behind it."""
    for name, content in properties:
        if name.lower() in ("articletitle", "og:title"):
            return content
    for node in tree.css("head > title"):
        if node.child is not None and node.child.text_content:
            return str(node.child.text_content).strip()
    return None


def _recognises(content: bytes, suffix: str) -> bool:
    head = _head(content)
    opening = _PROLOGUE.match(head)
    if opening is not None and _OPENING.match(head, opening.end()):
        return True
    if suffix not in _PLAIN and _FRAGMENT.match(head) and _CLOSED.search(head):
        return True
    return suffix in _SUFFIXES and _TAG.search(head) is not None


def _head(content: bytes) -> str:
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            return content[2 : 2 * _HEAD].decode(codec, "ignore")
    return content[: 4 * _HEAD].removeprefix(codecs.BOM_UTF8).decode("latin-1")


HTML = Format("html", _recognises, read_html, (".html", ".htm", ".xhtml", ".shtml"))
