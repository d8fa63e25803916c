"""What a reader hands over: the text that every offset refers to, and what the format knew about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType

from policyparse.model.record import Record
from policyparse.model.span import Span

KINDS = MappingProxyType(
    {
        "page": "a page of the original 页",
        "paragraph": "a paragraph, or the part of it that stands on one page 段落",
        "continuation": "the rest of the paragraph above, on the next page or in the next column 段落续",
        "heading": "a heading that the format marks as one 标题",
        "table": "a table of cells 表格",
        "cell": "a cell of a table 单元格",
        "note": "a footnote or endnote; it stands at the end of the source text 脚注、尾注",
        "furniture": "what is around the document: menus of a web page, running heads, page numbers 页面附属信息",
        "attachment": "a link to an attached file, its address in `path` 附件",
        "image": "a picture; one that fills a page without text needs OCR 图像",
        "recognised": "text that was recognised from a picture (OCR) and may hold misread characters 识别文字",
        "inserted": "what a tracked change inserted 修订插入",
        "deleted": "the place where a tracked change deleted the words in `text` 修订删除",
    }
)
"""The kinds of blocks, each with its meaning."""


class Block(Record):
    """A piece of the original that the format itself marks: a page, a paragraph, a heading, a table cell."""

    span: Span
    """The block's place in the source text. 该块在源文本中的位置。"""
    kind: str
    """What it is: one of `KINDS`. 块的种类。"""
    page: int | None = None
    """Number of the page, from 1, where the format has pages. 页码（从 1 起）。"""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top on the page in points, where the format has pages. 页面坐标（磅）。"""
    path: str | None = None
    """Where the block stands in the original: an element path, a paragraph index. 原文件内的路径或段落序号。"""
    level: int | None = None
    """Level of a heading, from 1. 标题级别。"""
    label: str | None = None
    """Number that the format made by itself (Word's automatic numbering). 自动编号。"""
    text: str | None = None
    """Words that stand in the original and not in the source text: what a tracked change deletes. 源文本以外的文字。"""
    table: int | None = None
    """Index of the table that a row or cell belongs to, from 0. 所属表格的序号（从 0 起）。"""
    row: int | None = None
    """Row of a cell in its table, from 0. 行号（从 0 起）。"""
    column: int | None = None
    """Column of a cell in its table, from 0. 列号（从 0 起）。"""
    row_span: int | None = None
    """Number of rows that a merged cell covers. 跨行数。"""
    column_span: int | None = None
    """Number of columns that a merged cell covers. 跨列数。"""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read: nothing in `text` was changed by the reader.

    `text` is the frame of every offset. `sha256` is that of the bytes, `None` for text that came as a `str`.
    `properties` holds metadata that the format carries beside the text (HTML's meta elements, Word's properties).
    """

    text: str
    name: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    sha256: str | None = None
    blocks: tuple[Block, ...] = ()
    properties: tuple[tuple[str, str], ...] = field(default=())
