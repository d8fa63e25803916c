"""Documents as JSON: UTF-8, the published field names, null where nothing was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from policyparse.errors import ReadError
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.model.record import Record


def line(record: Record) -> bytes:
    """A record in one line of JSON Lines, with its line break."""
    return record.model_dump_json().encode() + b"\n"


def page(record: Record) -> bytes:
    """A record as a file of its own, indented for people."""
    return record.model_dump_json(indent=2).encode() + b"\n"


def save(record: Record, path: str | Path) -> None:
    """Write one document or comparison to a JSON file. ``document.with_text()`` writes its source text too."""
    Path(path).write_bytes(page(record))


def load(path: str | Path) -> PolicyDocument:
    """Read a document back from a JSON file that `save` or ``policyparse parse -o`` wrote; equal to what was written.

    Raises `ReadError` for a file that is not there or holds something else.
    """
    path = Path(path)
    try:
        return PolicyDocument.model_validate_json(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValidationError as error:
        raise _not_ours(str(path), error) from error


def load_many(path: str | Path) -> Iterator[PolicyDocument | Failure]:
    """Read back what a JSON Lines file holds, line by line: the documents, and the failures in their places.

    Raises `ReadError` for a file that is not there, and for a line that is neither; the error names the line.
    """
    path = Path(path)
    try:
        with path.open("rb") as lines:
            for number, content in enumerate(lines, 1):
                if content.strip():
                    yield _row(content, f"{path}:{number}")
    except OSError as error:
        raise _unreadable(path, error) from error


def _row(content: bytes, name: str) -> PolicyDocument | Failure:
    try:
        return PolicyDocument.model_validate_json(content)
    except ValidationError as error:
        try:
            return Failure.model_validate_json(content)
        except ValidationError:
            raise _not_ours(name, error) from error


def _unreadable(path: Path, error: OSError) -> ReadError:
    return ReadError(
        name=str(path), zh=f"无法读取（{error.strerror}）", en=f"cannot be read ({error.strerror})",
        cure_zh="请检查路径和权限", cure_en="check the path and its permissions",
    )  # fmt: skip


def _not_ours(name: str, error: ValidationError) -> ReadError:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    what = f"{where}: {first['msg']}" if where else first["msg"]
    return ReadError(
        name=name, zh=f"不是 policyparse 写出的文档（{what}）", en=f"not a document of policyparse ({what})",
        cure_zh="请用 policyparse parse -o 重新生成", cure_en="write it again with policyparse parse -o",
    )  # fmt: skip
