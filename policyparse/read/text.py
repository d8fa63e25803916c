"""Plain text: bytes in any of the encodings of Chinese texts."""

from __future__ import annotations

import hashlib

from policyparse.errors import ReadError
from policyparse.model.source import Source
from policyparse.read.encoding import decode
from policyparse.read.format import Format
from policyparse.read.signatures import known_format

_CONTROL = bytes((*range(1, 9), *range(14, 32), 127))
_MOST_CONTROL = 0.02


def read_text(content: bytes, name: str | None = None) -> Source:
    """A text file as a `Source`: every character as it is, a byte order mark and ``\\r\\n`` included.

    ``content.decode(source.encoding) == source.text``, so that offsets are those of anybody who decodes the file with
    the encoding that the result names; for UTF-8 that is ``bytes.decode("utf-8")``, where a byte order mark is the
    character U+FEFF at 0. The normalizer removes it. Damaged places, if few, are U+FFFD. An empty file is an empty text.
    Raises `ReadError` where the bytes are no text.
    """
    decoded = None if known_format(content) else decode(content)
    if decoded is None or _is_junk(decoded.text):
        raise _no_text(content, name)
    return Source(
        text=decoded.text,
        name=name,
        media_type="text/plain",
        encoding=decoded.encoding,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _is_junk(text: str) -> bool:
    """Whether so many control characters stand in it that it is no text."""
    head = text[:65_536].encode("utf-8", "surrogatepass")
    return len(head) - len(head.translate(None, _CONTROL)) > _MOST_CONTROL * len(head) + 1


def _no_text(content: bytes, name: str | None) -> ReadError:
    kind = known_format(content)
    if kind is not None:
        return ReadError(
            name=name, zh=f"这是 {kind} 文件，目前不能读取", en=f"this is a {kind} file, which cannot be read",
            cure_zh="请另存为纯文本（UTF-8）后再试", cure_en="save it as plain text (UTF-8) and try again",
        )  # fmt: skip
    return ReadError(
        name=name, zh="不是文本文件，或编码无法识别", en="not a text file, or its encoding is not known",
        cure_zh="请另存为 UTF-8、GB18030、Big5 或 UTF-16 编码的文本",
        cure_en="save it as text in UTF-8, GB18030, Big5 or UTF-16",
    )  # fmt: skip


def _recognises(content: bytes, suffix: str) -> bool:
    """Text is what is left when no other format has claimed the bytes."""
    return True


TEXT = Format("text", _recognises, read_text, (".txt", ".text"))
