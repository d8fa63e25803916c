"""MHTML (RFC 2557): a page with its pictures in one file, as browsers save it (.mht, .mhtml)."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from policyparse.model.source import Source
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, too_large
from policyparse.read.web.html import compose, page_text

KIND = "MHTML"
MEDIA_TYPE = "multipart/related"
LARGEST = 64 * 1024 * 1024
MOST_PARTS = 5000
_HEAD = re.compile(rb"^content-type:\s{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_FIRST_LINE = re.compile(
    rb"(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location|X-[A-Za-z-]{1,40}):", re.I
)


def read_mhtml(content: bytes, name: str | None = None) -> Source:
    """The page of an MHTML file as a `Source`. Raises `ReadError` where it holds no page or is too large."""
    if len(content) > LARGEST or content.count(b"\n--") > 2 * MOST_PARTS:
        raise too_large(KIND, f"{len(content) >> 20} MB", f"{len(content) >> 20} MB", name)
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        page = _page(message)
        found = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (MessageError, LookupError, ValueError, RecursionError, AttributeError, TypeError) as error:
        raise damaged(KIND, error, name) from error
    if not isinstance(found, bytes):
        raise damaged(KIND, "no page in it", name)
    text, encoding = page_text(found, charset, name)
    composer = Composer(name)
    properties = compose(text, composer)
    return composer.source(content, MEDIA_TYPE, encoding=encoding, properties=properties)


def _page(message: EmailMessage) -> EmailMessage | None:
    """The part that the file calls its start, else the first page."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = message.get_param("start")
    named = [part for part in pages if isinstance(part, EmailMessage) and part.get("Content-ID") == start]
    return next((part for part in (*named, *pages) if isinstance(part, EmailMessage)), None)


def _recognises(content: bytes, suffix: str) -> bool:
    head = content[:4096].lstrip()
    return _FIRST_LINE.match(head) is not None and _HEAD.search(head) is not None


MHTML = Format("mhtml", _recognises, read_mhtml, (".mht", ".mhtml"))
