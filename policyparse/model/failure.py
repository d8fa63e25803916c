"""A file that gave no document, as a row of a batch."""

from __future__ import annotations

from policyparse.errors import PolicyParseError
from policyparse.model.finding import Message
from policyparse.model.record import Record


class FailedSource(Record):
    """The file that failed."""

    name: str | None
    """Name of the file. 文件名。"""


class ErrorInfo(Record):
    """What went wrong, for programs and for people."""

    code: str
    """Stable code of the error, such as unreadable. 错误代码。"""
    message: Message
    """What is wrong. 错误说明。"""
    cure: Message | None = None
    """What to do. 解决办法。"""


class Failure(Record):
    """A file that gave no document, in the place where its document would have stood."""

    source: FailedSource
    """The file that failed. 出错的文件。"""
    error: ErrorInfo
    """What went wrong. 错误信息。"""

    @classmethod
    def of(cls, error: PolicyParseError, name: str | None = None) -> Failure:
        """The row for `error`; `name` is what the caller calls the file."""
        cure = Message.model_validate(error.cure) if error.cure["zh"] else None
        info = ErrorInfo(code=error.code, message=Message.model_validate(error.message), cure=cure)
        return cls(source=FailedSource(name=name or error.name), error=info)
