"""Run the rules on a document, and tell which figures it holds twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policyparse.check.rule import Find, Rule
from policyparse.check.rules import rules as all_rules
from policyparse.check.view import View
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure
from policyparse.model.finding import Finding, Message
from policyparse.model.record import maker

_message = maker(Message)


def check(
    document: PolicyDocument, rules: Sequence[Rule | Find] | None = None, *, lexicon: Lexicon | None = None
) -> PolicyDocument:
    """The document with its `findings`, in text order, and with `duplicate_of` where a figure stands in a copy.

    `rules` are those of `policyparse.check.rules()` where none are given. A rule of one's own is a `Rule`, or a plain
    function that takes a `View` and yields remarks (see `View.remark`). Raises `TextNotAtHand` where the document was
    loaded from JSON without its text.
    """
    view = View(document, lexicon or Lexicon.load())
    chosen = all_rules() if rules is None else [rule if isinstance(rule, Rule) else Rule.by(rule) for rule in rules]
    findings = sorted(
        (finding for rule in chosen for finding in _findings(rule, view)),
        key=lambda finding: (finding.span.start, finding.code, finding.span.end),
    )
    update = {
        "findings": tuple(findings),
        "targets": tuple(_marked(document.targets, view)),
        "figures": tuple(_marked(document.figures, view)),
    }
    return document.model_copy(update=update).holding(view.mapped)


def _findings(rule: Rule, view: View) -> Iterator[Finding]:
    for remark in rule.find(view):
        clause = view.clause_at(remark.span.start)
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=remark.severity or rule.severity,
            message=_message({"zh": remark.zh, "en": remark.en}),
            span=remark.span,
            related=remark.related,
            clause=None if clause is None else clause.id,
            suggestion=remark.suggestion,
        )


def _marked(figures: Iterable[Figure], view: View) -> Iterator[Figure]:
    """The figures, each with the id of the first one of which it is a copy."""
    for figure in figures:
        first = view.first_of(figure)
        same = figure.duplicate_of == (first.id if first else None)
        yield figure if same else figure.model_copy(update={"duplicate_of": first.id if first else None})
