"""How `policyparse check` writes findings: for people, as JSON, as SARIF, for GitHub."""

from __future__ import annotations

import json as standard_json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from policyparse.check.rule import Rule
from policyparse.cli.terminal import Terminal
from policyparse.model.checked import Checked
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.model.finding import Finding, Severity
from policyparse.report import json
from policyparse.report.findings import github, sarif
from policyparse.report.findings.excerpt import excerpt
from policyparse.report.places import Places
from policyparse.report.wording import pick

Result = PolicyDocument | Failure
SEVERITIES: Mapping[Severity, tuple[str, str, str]] = MappingProxyType({
    "error": ("错误", "errors", "red"), "warning": ("警告", "warnings", "yellow"), "info": ("提示", "notes", "cyan"),
})  # fmt: skip
INDENT = "    "
COSMETIC = "CT"
"""Families of which one document may have hundreds of findings; more than a few of a rule are told together."""
FEW, SHOWN = 5, 6


def show(document: PolicyDocument, rules: Sequence[Rule], terminal: Terminal, *, everything: bool) -> None:
    """A summary of one document, then its findings with their lines; notes without lines unless `everything`."""
    findings = document.findings
    terminal.line(f"{document.source.name or '-'}  {_counts(findings, terminal)}", style="bold")
    titles = {rule.name: rule.title if terminal.language == "zh" and rule.title else rule.name for rule in rules}
    tally = Counter((finding.code, finding.name) for finding in findings)
    if len(findings) > 3:
        words = [f"{code} {titles.get(name, name)} {count}" for (code, name), count in sorted(tally.items())]
        terminal.line(terminal.pick("，", ", ").join(words), style="dim")
    places = Places(document.text)
    many = set() if everything else {code for (code, _), count in tally.items() if code[0] in COSMETIC and count > FEW}
    for finding in findings:
        if finding.code not in many:
            _show(finding, places, terminal, short=finding.severity == "info" and not everything)
    for code in sorted(many):
        _show_together([finding for finding in findings if finding.code == code], places, terminal)
    terminal.line("")


def _show_together(findings: Sequence[Finding], places: Places, terminal: Terminal) -> None:
    """Many findings of one rule in one line, so that they do not bury the others: what they say most often, and where."""
    first = findings[0]
    said = Counter(getattr(finding.message, terminal.language) for finding in findings)
    words = [f"{message} ×{count}" if count > 1 else message for message, count in said.most_common(SHOWN)]
    more = terminal.pick(f"等 {len(said)} 种", f"and {len(said) - SHOWN} more") if len(said) > SHOWN else ""
    told = (
        places.of(first.span),
        first.code,
        first.name,
        f"×{len(findings)}",
        terminal.pick("；", "; ").join(words),
        more,
    )
    terminal.line("  ".join(part for part in told if part), style=SEVERITIES[first.severity][2])


def _show(finding: Finding, places: Places, terminal: Terminal, *, short: bool) -> None:
    style = SEVERITIES[finding.severity][2]
    message = getattr(finding.message, terminal.language)
    suggestion = finding.suggestion if finding.suggestion and finding.suggestion not in message else None
    hint = terminal.pick("建议：", "should be: ") + suggestion if suggestion else ""
    told = "  ".join(part for part in (places.of(finding.span), finding.code, finding.name, message, hint) if part)
    terminal.line(told, style=style)
    if short:
        return
    line, carets = excerpt(places, finding.span, max(40, terminal.out.width - len(INDENT)))
    terminal.line(INDENT + line)
    terminal.line(INDENT + carets, style=style)
    for place in finding.related:
        role = {"original": ("原文", "original"), "continuation": ("下文", "continues"), "other-name": ("另见", "see")}
        terminal.line(f"{INDENT}{pick(role[place.role], terminal.language)} {places.of(place.span)}", style="dim")


def _counts(findings: Iterable[Finding], terminal: Terminal) -> str:
    tally = Counter(finding.severity for finding in findings)
    parts = [f"{pick(names[:2], terminal.language)} {tally[key]}" for key, names in SEVERITIES.items() if tally[key]]
    return terminal.pick("，", ", ").join(parts) or terminal.pick("未发现问题", "no findings")


def as_json(results: Iterable[Result]) -> bytes:
    """A list of ``{source, findings}``, or ``{source, error}`` for a file that failed."""
    rows = b",\n".join(json.page(_row(result)).rstrip() for result in results)
    return b"[" + rows + b"]\n"


def as_line(result: Result) -> bytes:
    """The same for one file, in one line."""
    return json.line(_row(result))


def as_sarif(results: Iterable[Result], rules: Sequence[Rule], terminal: Terminal) -> bytes:
    """One SARIF log over all files."""
    log = sarif.log(results, rules, terminal.language)
    return (standard_json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def as_commands(document: PolicyDocument, terminal: Terminal) -> bytes:
    """Workflow commands for GitHub."""
    return "".join(f"{line}\n" for line in github.commands(document, terminal.language)).encode("utf-8", "replace")


def _row(result: Result) -> Checked | Failure:
    return result if isinstance(result, Failure) else Checked.of(result)


def put(data: bytes, path: Path | None, terminal: Terminal) -> None:
    """To the file, or to standard output where none is given."""
    if path is None:
        terminal.data(data)
    else:
        path.write_bytes(data)
