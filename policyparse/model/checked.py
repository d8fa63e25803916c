"""What `check` says about one file, for programs."""

from __future__ import annotations

from policyparse.model.document import PolicyDocument, SourceInfo
from policyparse.model.finding import Finding
from policyparse.model.record import Record


class Checked(Record):
    """The findings of one document."""

    source: SourceInfo
    """Where it came from. 来源。"""
    findings: tuple[Finding, ...] = ()
    """What the rules found, in text order. 检查结果。"""

    @classmethod
    def of(cls, document: PolicyDocument) -> Checked:
        """What a checked document holds of it."""
        return cls(source=document.source, findings=document.findings)
