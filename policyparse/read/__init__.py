"""Bytes to a `Source`: the text that every offset refers to, with what the format knew about it.

One module a format. A new one exports a `Format` and takes its place in `FORMATS`, before text, which takes the rest.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import BinaryIO

from policyparse.errors import ReadError
from policyparse.model.source import Source
from policyparse.read.format import Format
from policyparse.read.ocr import PICTURE
from policyparse.read.ofd import OFD
from policyparse.read.pdf import PDF
from policyparse.read.text import TEXT
from policyparse.read.web import HTML, MHTML
from policyparse.read.word import DOCX, LEGACY

FORMATS: tuple[Format, ...] = (PDF, DOCX, OFD, PICTURE, LEGACY, MHTML, HTML, TEXT)
"""The formats that can be read, in the order in which they are asked."""

_LONGEST_NAME = 80


def read(file: str | Path | bytes | BinaryIO, *, name: str | None = None) -> Source:
    """Read a document.

    `file` is a path, bytes, or an open binary file; a `str` is always a path, never text. `name` is what the document
    is called in results and errors; without it a path's last part, or an open file's own name. The content decides what
    format it is, before the suffix does. Raises `ReadError`, with the name and a cure, for a file that is not there or
    cannot be opened, and for bytes that give no document.
    """
    name = name or _name(file)
    content = _content(file, name)
    suffix = PurePath(name).suffix.lower() if name else ""
    reader = next(format for format in FORMATS if format.recognises(content, suffix))
    return reader.read(content, name)


def _name(file: str | Path | bytes | BinaryIO) -> str | None:
    if isinstance(file, bytes | bytearray | memoryview):
        return None
    place = file if isinstance(file, str | PurePath) else getattr(file, "name", None)
    return PurePath(place).name or str(place) if isinstance(place, str | PurePath) else None


def _content(file: str | Path | bytes | BinaryIO, name: str | None) -> bytes:
    if isinstance(file, bytes | bytearray | memoryview):
        return bytes(file)
    if isinstance(file, str | PurePath):
        try:
            return Path(file).read_bytes()
        except (OSError, ValueError) as error:
            raise _not_opened(Path(file), error) from error
    content = file.read()
    if not isinstance(content, bytes):
        raise ReadError(
            name=name, zh="文件以文本方式打开，读不到字节", en="the file is open as text, not as bytes",
            cure_zh="请以 'rb' 方式打开，或把文本交给 parse_text",
            cure_en="open it with 'rb', or give its text to parse_text",
        )  # fmt: skip
    return content


def _not_opened(path: Path, error: OSError | ValueError) -> ReadError:
    """What kept a path from being read, in words for people. Windows calls a folder a file without permission."""
    # A name from a foreign file system may hold lone surrogates, which no console can write.
    name = str(path).encode("utf-8", "backslashreplace").decode()
    if _is_folder(path):
        return ReadError(
            name=name, zh="这是文件夹，不是文件", en="this is a folder, not a file",
            cure_zh="请给出其中的文件", cure_en="name the files in it",
        )  # fmt: skip
    if isinstance(error, PermissionError):
        return ReadError(
            name=name, zh="没有读取权限", en="no permission to read it",
            cure_zh="请检查文件权限", cure_en="check the file's permissions",
        )  # fmt: skip
    why = getattr(error, "strerror", None) or str(error)
    absent = isinstance(error, FileNotFoundError)
    return ReadError(
        name=name if absent or len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…",
        zh="没有这个文件" if absent else f"无法读取：{why}",
        en="there is no such file" if absent else f"it cannot be read: {why}",
        cure_zh="请检查路径；若要解析的是文字本身，请用 parse_text",
        cure_en="check the path; text itself goes to parse_text",
    )


def _is_folder(path: Path) -> bool:
    """Whether a folder stands there; a path that the system refuses to look at is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
