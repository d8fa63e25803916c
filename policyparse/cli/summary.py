"""What a person reads of one document."""

from __future__ import annotations

from policyparse.cli.terminal import Terminal
from policyparse.model.document import PolicyDocument
from policyparse.report import tables


def summarize(document: PolicyDocument, name: str, terminal: Terminal, *, everything: bool) -> None:
    """Letterhead, counts, outline, targets and responsibilities; with `everything` facts, references and edits too."""
    terminal.line(name, style="bold reverse")
    terminal.pairs(tables.letterhead(document, terminal.language))
    terminal.line(_counts(document, terminal))
    shown = [tables.outline, tables.targets, tables.responsibilities]
    if everything:
        shown += [tables.figures, tables.references, tables.edits]
    for make in shown:
        table = make(document, terminal.language)
        if table.rows:
            terminal.table(table)


def _counts(document: PolicyDocument, terminal: Terminal) -> str:
    counted = (
        (document.clauses, "个条款", "clauses"),
        (document.targets, "项目标", "targets"),
        (document.figures, "项现状与参照数据", "facts and references"),
        (document.responsibilities, "处责任分工", "statements of responsibility"),
        (document.edits, "处规范化改动", "edits"),
    )
    parts = (f"{len(things)} {terminal.pick(zh, en)}" for things, zh, en in counted)
    return terminal.pick("，", ", ").join(parts)
