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
from policyparse.report.findings.excerpt import MORE, columns, excerpt
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
FEW_ENOUGH = 3
"""So many findings need no table of rules."""
INDENT_OF_LINES = 6


def summary(document: PolicyDocument, rules: Sequence[Rule], terminal: Terminal, *, briefly: bool) -> None:
    """What a person reads in ten seconds: how grave it is, and for each rule how often it speaks and on which lines.

    `briefly`: a document of a few findings needs no more than its counts.
    """
    found = document.findings
    terminal.line(f"{document.source.name or '-'}  {_counts(found, terminal)}", style="bold")
    if briefly and len(found) <= FEW_ENOUGH:
        return
    places = Places(document.text)
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda finding: (list(SEVERITIES).index(finding.severity), finding.code)):
        by_rule.setdefault(finding.code, []).append(finding)
    names = {group[0].code: _called(group[0], rules, terminal) for group in by_rule.values()}
    wide = max(map(columns, names.values()), default=0)
    for code, group in by_rule.items():
        name = names[code] + " " * (wide - columns(names[code]))
        head = f"{len(group):5}  {code}  {name}  "
        lines = sorted({places.line(finding.span.start) for finding in group})
        told = terminal.pick("行 ", "line ") + _fitting(lines, terminal.out.width - columns(head) - INDENT_OF_LINES)
        terminal.line(head + told, style=SEVERITIES[group[0].severity][2])
    terminal.line("")


def total(results: Sequence[Result], terminal: Terminal) -> None:
    """The counts over several documents."""
    documents = [result for result in results if isinstance(result, PolicyDocument)]
    if len(documents) > 1:
        counts = _counts((finding for document in documents for finding in document.findings), terminal)
        told = terminal.pick(f"共 {len(documents)} 个文件", f"{len(documents)} files in all")
        terminal.line(f"{told}  {counts}", style="bold")


def _called(finding: Finding, rules: Sequence[Rule], terminal: Terminal) -> str:
    """The rule by its Chinese title and its name, or by its name alone."""
    title = next((rule.title for rule in rules if rule.name == finding.name), "")
    return f"{title} {finding.name}" if terminal.language == "zh" and title else finding.name


def _fitting(lines: Sequence[int], room: int) -> str:
    """As many line numbers as there is room for."""
    told = " ".join(map(str, lines))
    if len(told) <= room:
        return told
    return told[: max(room - columns(MORE), 1)].rpartition(" ")[0] + f" {MORE}"


def show(document: PolicyDocument, rules: Sequence[Rule], terminal: Terminal, *, everything: bool) -> None:
    """The findings of one document with their lines; notes without lines unless `everything`."""
    places = Places(document.text)
    tally = Counter(finding.code for finding in document.findings)
    many = set() if everything else {code for code, count in tally.items() if code[0] in COSMETIC and count > FEW}
    for finding in document.findings:
        if finding.code not in many:
            _show(finding, places, terminal, short=finding.severity == "info" and not everything)
    for code in sorted(many):
        _show_together([finding for finding in document.findings if finding.code == code], places, terminal)
    terminal.line("")


def _show_together(findings: Sequence[Finding], places: Places, terminal: Terminal) -> None:
    """Many findings of one rule in one line, so that they do not bury the others: what they say most often, and where."""
    first = findings[0]
    said = Counter(getattr(finding.message, terminal.language) for finding in findings)
    words = [f"{message} ×{count}" if count > 1 else message for message, count in said.most_common(SHOWN)]
    if len(said) > SHOWN:
        words.append(terminal.pick(f"等 {len(said)} 种", f"and {len(said) - SHOWN} more"))
    head = f"{places.of(first.span)}  {first.code}  {first.name}  ×{len(findings)}"
    terminal.hanging(head, terminal.pick("；", "; ").join(words), SEVERITIES[first.severity][2])


def _show(finding: Finding, places: Places, terminal: Terminal, *, short: bool) -> None:
    style = SEVERITIES[finding.severity][2]
    message = getattr(finding.message, terminal.language)
    suggestion = finding.suggestion if finding.suggestion and finding.suggestion not in message else None
    hint = terminal.pick("  建议：", "  should be: ") + suggestion if suggestion else ""
    terminal.hanging(f"{places.of(finding.span)}  {finding.code}  {finding.name}", message + hint, style)
    if short:
        return
    line, carets = excerpt(places, finding.span, max(40, terminal.out.width - len(INDENT)))
    terminal.line(INDENT + line)
    terminal.line(INDENT + carets, style=style)
    for place in finding.related:
        if finding.span.start <= place.span.start and place.span.end <= finding.span.end:
            continue
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
