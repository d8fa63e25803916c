"""Records as HTML for notebooks: the source with what was found marked in place, the rest beside it as tables.

IPython asks `html` for the records when it shows them; `register` tells it so. A clause, a target and a finding do not
hold the text that they stand in: ``html(target, document)`` shows them in it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from types import MappingProxyType
from typing import Any

from policyparse.errors import TextNotAtHand, UsageError
from policyparse.model.comparison import ClausePair, Comparison
from policyparse.model.document import Clause, PolicyDocument
from policyparse.model.facts import Figure
from policyparse.model.finding import Finding
from policyparse.model.span import Span
from policyparse.report import comparisons, tables
from policyparse.report.html.marks import Mark, MarkedText
from policyparse.report.tables import Table
from policyparse.report.wording import ROLES, STATUSES, Language, amount, due, number, pick, share

Shown = PolicyDocument | Clause | Figure | Finding | Comparison
TYPES: tuple[type[Shown], ...] = (PolicyDocument, Clause, Figure, Finding, Comparison)
LONGEST = 60_000
"""Characters of a source that a cell shows; the rest is only counted, lest a notebook grow by megabytes."""
AROUND = 80
"""Characters shown before and after a single item."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, lone surrogates, and marks that turn the direction of what follows."""
KINDS = MappingProxyType({
    "target": ("目标", "target"), "figure": ("现状与参照数据", "fact or reference"),
    "duty": ("责任分工", "responsibility"), "reference": ("引用文件", "reference"), "finding": ("问题", "finding"),
    "label": ("条款", "clause"), "reused": ("沿用", "reused"), "changed": ("改动", "changed"),
    "focus": ("本条", "this one"),
})  # fmt: skip
SEVERITIES = MappingProxyType({"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")})
DARK = "--pp-line:#555;--pp-soft:#2a2a2a;--pp-alpha:40%"
STYLE = f"""<style>
.policyparse{{--pp-line:#bbb;--pp-soft:#f6f6f6;--pp-alpha:26%;color:inherit;font-size:14px;line-height:1.7;max-width:72em}}
@media (prefers-color-scheme:dark){{.policyparse{{{DARK}}}}}
[data-jp-theme-light="true"] .policyparse,.vscode-light .policyparse{{--pp-line:#bbb;--pp-soft:#f6f6f6;--pp-alpha:26%}}
[data-jp-theme-light="false"] .policyparse,.vscode-dark .policyparse,[data-theme="dark"] .policyparse{{{DARK}}}
.policyparse .pp-source{{white-space:pre-wrap;overflow-wrap:anywhere;max-height:30em;overflow:auto;padding:.6em;
border:1px solid var(--pp-line);border-radius:4px;unicode-bidi:isolate;text-align:left}}
.policyparse .pp-sides{{display:grid;grid-template-columns:1fr 1fr;gap:.6em}}
.policyparse mark{{color:inherit;border-radius:2px;background:color-mix(in srgb,var(--pp-hue) var(--pp-alpha),transparent)}}
.policyparse mark:hover{{outline:1px solid var(--pp-hue)}}
.pp-target{{--pp-hue:#1f8a3b}}.pp-figure{{--pp-hue:#888}}.pp-duty{{--pp-hue:#2f6fde}}.pp-reference{{--pp-hue:#8a4fd0}}
.pp-finding{{--pp-hue:#d93a2b}}.pp-label{{--pp-hue:#777;font-weight:600}}.pp-reused{{--pp-hue:#2f6fde}}
.pp-changed{{--pp-hue:#e08a00}}.pp-focus{{--pp-hue:#e0b400}}
.policyparse table{{border-collapse:collapse;margin:.4em 0}}
.policyparse .pp-rows{{max-height:30em;overflow:auto}}
.policyparse th,.policyparse td{{border:1px solid var(--pp-line);padding:.15em .6em;vertical-align:top;
text-align:left!important;white-space:normal!important}}
.policyparse th{{background:var(--pp-soft)}}
</style>"""


def register() -> None:
    """Tell a running IPython how to show the records. Without one nothing happens and nothing is imported."""
    running = sys.modules.get("IPython")
    shell = running.get_ipython() if running is not None and hasattr(running, "get_ipython") else None
    if shell is not None:
        formatter = shell.display_formatter.formatters["text/html"]
        for kind in TYPES:
            formatter.for_type(kind, html)


def html(item: Shown, document: PolicyDocument | None = None, language: Language = "zh") -> str:
    """A piece of HTML that shows `item`, complete with its styles, light and dark; every text in it is escaped.

    `document` is where a clause, target or finding stands; with it the item is shown in its surroundings. Raises
    `UsageError` for what cannot be shown.
    """
    if isinstance(item, PolicyDocument):
        parts = _document(item, language)
    elif isinstance(item, Comparison):
        parts = _comparison(item, language)
    elif isinstance(item, Clause):
        parts = _clause(item, document, language)
    elif isinstance(item, Figure):
        parts = _figure(item, document, language)
    elif isinstance(item, Finding):
        parts = _finding(item, document, language)
    else:
        raise UsageError(
            name=type(item).__name__, zh="不能显示为 HTML", en="cannot be shown as HTML",
            cure_zh="可用：文件、条款、目标、检查结果、对照", cure_en="give a document, clause, target, finding or comparison",
        )  # fmt: skip
    # The two classes keep MathJax from reading money between dollar signs as formulae.
    return f'{STYLE}<div class="policyparse tex2jax_ignore mathjax_ignore">{"".join(parts)}</div>'


def _document(document: PolicyDocument, language: Language) -> Iterator[str]:
    metadata = document.metadata
    yield _title(
        metadata.carried_title or metadata.title or document.source.name or pick(("文件", "document"), language)
    )
    yield _folded(tables.letterhead(document, language), shut=False)
    marks = tuple(document_marks(document, language))
    yield _legend(marks, language)
    yield _source(document, marks, language)
    for table in (tables.targets(document, language), tables.responsibilities(document, language)):
        yield _folded(table)


def _clause(clause: Clause, document: PolicyDocument | None, language: Language) -> Iterator[str]:
    yield _title(f"{clause.label or ''} {clause.title or ''}".strip() or clause.id)
    yield f"<div>{_safe(' › '.join(clause.path) or clause.id)}</div>"
    if document is None:
        yield f'<div class="pp-source">{_safe(clause.text)}</div>'
    else:
        yield _source(document, document_marks(document, language), language, clause.span)


def _figure(figure: Figure, document: PolicyDocument | None, language: Language) -> Iterator[str]:
    yield _title(f"{figure.indicator or '—'}　{amount(figure, language)}　{due(figure, language)}".strip())
    rows = (*_readings(figure, language), (pick(("原文", "words"), language), figure.quote))
    yield _table(Table("", (), tuple(rows)))
    if document is not None:
        marks = [Mark(figure.span.start, figure.span.end, "target", tip=_figure_told(figure, language))]
        marks += [Mark(proof.span.start, proof.span.end, "focus", tip=proof.field) for proof in figure.evidence]
        yield _source(document, marks, language, figure.sentence)


def _finding(finding: Finding, document: PolicyDocument | None, language: Language) -> Iterator[str]:
    severity = pick(SEVERITIES[finding.severity], language)
    yield _title(f"{finding.code} {finding.name}（{severity}）")
    yield f"<div>{_safe(_message(finding, language))}</div>"
    if finding.suggestion is not None:
        yield f"<div>{pick(('建议', 'suggestion'), language)}: <b>{_safe(finding.suggestion)}</b></div>"
    if document is not None:
        mark = Mark(finding.span.start, finding.span.end, "finding", tip=_message(finding, language))
        yield _source(document, (mark,), language, _widened(finding.span, document))
        for other in finding.related:
            beside = Mark(other.span.start, other.span.end, "focus", tip=other.role)
            yield _source(document, (beside,), language, _widened(other.span, document))


def _comparison(comparison: Comparison, language: Language) -> Iterator[str]:
    left, right = comparisons.side_names(comparison, language)
    yield _title(f"{left} ↔ {right}")
    alike, reused = share(comparison.similarity), share(comparison.reuse.share)
    yield f"<div>{pick(('相似度', 'likeness'), language)} {alike}　{pick(('沿用', 'reused'), language)} {reused}</div>"
    yield _folded(comparisons.substitutions(comparison, language))
    yield _folded(comparisons.indicators(comparison, language), shut=False)
    yield _folded(comparisons.tasks(comparison, language))
    if comparison.documents is not None:
        sides = (side_marks(comparison, side, language) for side in ("left", "right"))
        shown = (_source(*both, language) for both in zip(comparison.documents, sides, strict=True))
        yield f'<div class="pp-sides">{"".join(shown)}</div>'


def document_marks(document: PolicyDocument, language: Language = "zh") -> Iterator[Mark]:
    """What is marked in the source of a document: labels, targets, facts, responsibilities, references, findings."""
    for clause in document.clauses:
        if clause.label:
            end = clause.span.start + len(clause.label)
            yield Mark(clause.span.start, end, "label", tip=f"{clause.id} {clause.title or ''}".strip())
    for kind, figures in (("target", document.targets), ("figure", document.figures)):
        for figure in figures:
            yield Mark(figure.span.start, figure.span.end, kind, tip=_figure_told(figure, language))
    for duty in document.responsibilities:
        told = "、".join(f"{party.name}（{pick(ROLES[party.role], language)}）" for party in duty.parties)
        yield Mark(duty.span.start, duty.span.end, "duty", tip=told)
    for reference in document.references:
        told = " ".join(filter(None, (f"《{reference.title}》", reference.document_number)))
        yield Mark(reference.span.start, reference.span.end, "reference", tip=told)
    for finding in document.findings:
        told = f"{finding.code} {_message(finding, language)}"
        yield Mark(finding.span.start, finding.span.end, "finding", tip=told)


def side_marks(comparison: Comparison, side: str, language: Language = "zh") -> Iterator[Mark]:
    """What is marked in one document of a comparison: passages that both have, and words that differ."""
    other = "right" if side == "left" else "left"
    for passage in comparison.reuse.passages:
        span: Span = getattr(passage, f"{side}_span")
        told = getattr(passage, f"{other}_clause") or pick(KINDS["reused"], language)
        yield Mark(span.start, span.end, "reused", tip=f"{pick(KINDS['reused'], language)} ↔ {told}")
    pairs: Iterable[ClausePair] = comparison.clauses
    for change in (change for pair in pairs for change in pair.changes):
        span = getattr(change, f"{side}_span")
        yield Mark(span.start, span.end, "changed", tip=f"↔ {getattr(change, other) or '∅'}")


def _source(document: PolicyDocument, marks: Iterable[Mark], language: Language, window: Span | None = None) -> str:
    """The source text with its marks, all of it or what stands in `window`."""
    try:
        text = document.text
    except TextNotAtHand as error:
        return f"<div>{_safe(error.text(language))}</div>"
    start, wanted = (window.start, window.end) if window is not None else (0, len(text))
    end = min(wanted, len(text), start + LONGEST)
    left = wanted - end
    words = pick((f"……另有 {left:,} 字未显示", f"… {left:,} more characters"), language)
    return f'<div class="pp-source">{"".join(marked(text, marks, start, end))}</div>' + (
        f"<div>{words}</div>" if left > 0 else ""
    )


def marked(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[str]:
    """``text[start:end]`` as HTML. Where marks overlap, the shortest gives the colour and all are told, inner first."""
    clipped = (replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start) for m in marks)
    for segment in MarkedText(text[start:end], clipped).segments(0, end - start):
        piece = _safe(segment.text)
        kind = segment.styles.partition(" ")[0]
        yield f'<mark class="pp-{kind}" title="{_safe(segment.tip)}">{piece}</mark>' if kind else piece


def _readings(figure: Figure, language: Language) -> Iterator[tuple[str, str]]:
    """What was read of a figure, as pairs of name and value."""
    yield pick(("状态", "status"), language), pick(STATUSES[figure.status], language)
    if figure.scope:
        yield pick(("范围", "scope"), language), figure.scope
    if figure.baseline is not None and figure.baseline.value is not None:
        base = figure.baseline
        year = f"（{base.year}）" if base.year is not None else ""
        yield pick(("基期", "baseline"), language), f"{number(base.value or 0, language)}{base.unit or ''}{year}"
    for role, words in ROLES.items():
        bodies = "、".join(party.name for party in figure.parties if party.role == role)
        if bodies:
            yield pick(words, language), bodies


def _figure_told(figure: Figure, language: Language) -> str:
    parts = (figure.indicator or "—", amount(figure, language), due(figure, language))
    head = " · ".join(part for part in parts if part)
    return "\n".join((head, *(f"{name}: {value}" for name, value in _readings(figure, language))))


def _message(finding: Finding, language: Language) -> str:
    return pick((finding.message.zh, finding.message.en), language)


def _widened(span: Span, document: PolicyDocument) -> Span:
    return Span(start=max(0, span.start - AROUND), end=min(document.source.length, span.end + AROUND))


def _legend(marks: Iterable[Mark], language: Language) -> str:
    there = {mark.style for mark in marks}
    kinds = (
        f'<mark class="pp-{kind}">{pick(words, language)}</mark>' for kind, words in KINDS.items() if kind in there
    )
    return f"<div>{' '.join(kinds)}</div>"


def _folded(table: Table, *, shut: bool = True) -> str:
    if not table.rows:
        return ""
    opened = "" if shut else " open"
    return f"<details{opened}><summary>{_safe(table.title)} ({len(table.rows)})</summary>{_table(table)}</details>"


def _table(table: Table) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{_safe(cell)}</{tag}>' for cell in cells)}</tr>"

    head = row(table.columns, "th") if table.columns else ""
    return f'<div class="pp-rows"><table>{head}{"".join(row(cells, "td") for cells in table.rows)}</table></div>'


def _title(words: str) -> str:
    return f"<div><b>{_safe(words)}</b></div>"


def _safe(value: Any) -> str:
    """Text that can be nothing but text: escaped, and without characters that a page cannot show or is fooled by."""
    return escape(UNPRINTABLE.sub("\ufffd", str(value)))
