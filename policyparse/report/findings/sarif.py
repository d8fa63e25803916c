"""Findings as SARIF 2.1.0 (OASIS), the form that code viewers read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Protocol
from urllib.parse import quote

from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.model.finding import Finding, Severity
from policyparse.model.span import Span
from policyparse.report.places import Places
from policyparse.report.wording import Language
from policyparse.version import VERSION

LEVELS = MappingProxyType({"error": "error", "warning": "warning", "info": "note"})
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Described(Protocol):
    """What is told of a rule."""

    @property
    def code(self) -> str:
        """D101."""

    @property
    def name(self) -> str:
        """duplicate-block."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""

    @property
    def title(self) -> str:
        """Its name in Chinese."""

    @property
    def doc(self) -> str:
        """Its page."""


def log(results: Iterable[PolicyDocument | Failure], rules: Iterable[Described], language: Language) -> dict[str, Any]:
    """One run over all files, as the dict that JSON is made from. Files that failed are notifications."""
    findings: list[dict[str, Any]] = []
    failed: list[dict[str, Any]] = []
    for result in results:
        if isinstance(result, Failure):
            failed.append(_notification(result, language))
        else:
            places = Places(result.text)
            uri = _uri(result.source.name)
            findings += [_result(finding, places, uri, language) for finding in result.findings]
    driver = {"name": "policyparse", "version": VERSION, "rules": [_rule(rule, language) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": findings,
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": failed}],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def fingerprint(finding: Finding, text: str) -> str:
    """What a finding is known by when the text around it changes: its rule and its words, blanks left out."""
    words = "".join(text[finding.span.start : finding.span.end].split())
    return hashlib.sha256(f"{finding.code}\n{words}".encode("utf-8", "replace")).hexdigest()[:32]


def _rule(rule: Described, language: Language) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title if language == "zh" and rule.title else rule.name},
        "fullDescription": {"text": rule.doc or rule.name},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, places: Places, uri: str, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": getattr(finding.message, language)},
        "locations": [_location(finding.span, places, uri)],
        "partialFingerprints": {"policyparse/v1": fingerprint(finding, places.text)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(place.span, places, uri), "message": {"text": place.role}} for place in finding.related
        ]
    return result


def _location(span: Span, places: Places, uri: str) -> dict[str, Any]:
    last = max(span.start, span.end)
    region = {
        "startLine": places.line(span.start),
        "startColumn": places.column(span.start),
        "endLine": places.line(last),
        "endColumn": places.column(last),
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _notification(failure: Failure, language: Language) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": getattr(failure.error.message, language)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.source.name)}}}],
    }


def _uri(name: str | None) -> str:
    """A relative reference, or a file URI for an absolute path."""
    path = PurePath(name or "-")
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
