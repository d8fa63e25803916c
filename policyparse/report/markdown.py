"""Markdown tables (GitHub's form), in which document text is text: no markup, no HTML, no links."""

from __future__ import annotations

import re

from policyparse.report.layout import writable
from policyparse.report.papers import Paper
from policyparse.report.tables import Table

_MARKUP = re.compile(r"([\\`*_\[\]|~#$!])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LINKS = re.compile(r"(?i)\b(https?|ftp|xmpp|mailto)(:)|\b(www)(\.)")
"""What GitHub makes a link of without being asked."""


def write(paper: Paper) -> bytes:
    """The paper with its notes and all tables."""
    parts = [f"# {escaped(paper.title)}", *(escaped(note) for note in paper.notes)]
    for table in paper.all_tables:
        parts += [f"## {escaped(table.title)}", _lines(table)]
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is; a line break becomes ``<br>``."""
    text = _MARKUP.sub(r"\\\1", writable(text).translate(_ENTITIES))
    text = _LINKS.sub(lambda found: f"{found[1] or found[3]}&#{ord(found[2] or found[4])};", text)
    return "<br>".join(line.strip() for line in text.strip().split("\n"))


def _lines(table: Table) -> str:
    rows = [table.columns, tuple("---" for _ in table.columns)]
    lines = ["| " + " | ".join(escaped(head) for head in rows[0]) + " |", "|" + "|".join(rows[1]) + "|"]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in table.rows]
    return "\n".join(lines)
