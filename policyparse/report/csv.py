"""CSV that Excel and WPS open without mojibake: UTF-8 with byte order mark, comma, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
from io import StringIO

from policyparse.report.layout import number, writable
from policyparse.report.papers import Paper

STARTERS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""


def write(paper: Paper) -> bytes:
    """The first table of the paper, which is all that a CSV file can hold. A formula gets an apostrophe before it."""
    table = paper.tables[0]
    content = StringIO(newline="")
    writer = csv.writer(content)
    for row in (table.columns, *table.rows):
        writer.writerow([cell(text) for text in row])
    return content.getvalue().encode("utf-8-sig")


def cell(text: str) -> str:
    """`text` as a field that no spreadsheet takes for a formula; a plain number keeps its sign."""
    text = writable(text)
    if text.lstrip(" \n\u00a0\u3000").startswith(STARTERS) and number(text) is None:
        return f"'{text}"
    return text
