"""Findings that are known and accepted: only new ones are told."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from policyparse.errors import UsageError
from policyparse.model.document import PolicyDocument
from policyparse.model.finding import Finding

FORM = "policyparse-baseline-1"
Key = tuple[str, str, str]
"""File, code, and digest of the words: what stays the same when other parts of a text change."""


class Baseline:
    """How often each finding is known; the words themselves are not kept."""

    def __init__(self, known: Iterable[Key] = ()) -> None:
        self._known = Counter(known)

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """From a file that `save` wrote; `UsageError` for anything else."""
        try:
            held = json.loads(path.read_bytes())
            rows = (
                [(row["file"], row["code"], row["words"]) for row in held["findings"]] if held["form"] == FORM else None
            )
        except (OSError, ValueError, KeyError, TypeError):
            rows = None
        if rows is None:
            raise UsageError(
                name=str(path), zh="不是 policyparse 写出的基线文件", en="not a baseline that policyparse wrote",
                cure_zh="请用 --write-baseline 生成", cure_en="make one with --write-baseline",
            )  # fmt: skip
        return cls(rows)

    @classmethod
    def of(cls, documents: Iterable[PolicyDocument]) -> Baseline:
        """All findings of these documents."""
        return cls(key(document, finding) for document in documents for finding in document.findings)

    def save(self, path: Path) -> None:
        """Write it, sorted, so that two versions can be compared."""
        rows = [{"file": file, "code": code, "words": words} for file, code, words in sorted(self._known.elements())]
        path.write_text(json.dumps({"form": FORM, "findings": rows}, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def without_known(self, document: PolicyDocument) -> PolicyDocument:
        """The document with only those findings that the baseline does not hold, counted one by one."""
        left = self._known.copy()
        fresh = []
        for finding in document.findings:
            name = key(document, finding)
            if left[name] > 0:
                left[name] -= 1
            else:
                fresh.append(finding)
        return document.model_copy(update={"findings": tuple(fresh)})


def key(document: PolicyDocument, finding: Finding) -> Key:
    """What a finding is known by."""
    words = "".join(document.source_text(finding.span).split())
    return document.source.name or "", finding.code, hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
