"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from policyparse.model.document import PolicyDocument
from policyparse.report.places import Places
from policyparse.report.wording import Language

LEVELS = MappingProxyType({"error": "error", "warning": "warning", "info": "notice"})


def commands(document: PolicyDocument, language: Language) -> Iterator[str]:
    """One command a finding. Needs the document's text; `TextNotAtHand` otherwise."""
    places = Places(document.text)
    for finding in document.findings:
        start, end = finding.span.start, max(finding.span.start, finding.span.end - 1)
        properties = {
            "file": document.source.name or "",
            "line": str(places.line(start)),
            "endLine": str(places.line(end)),
            "col": str(places.column(start)),
            "endColumn": str(places.column(end) + 1),
            "title": f"{finding.code} {finding.name}",
        }
        told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        yield f"::{LEVELS[finding.severity]} {told}::{_escaped(getattr(finding.message, language))}"


def _escaped(text: str, more: str = "") -> str:
    """Per cent, line breaks and, in properties, the marks between them are written as %XX."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" or c in more else c for c in text)
