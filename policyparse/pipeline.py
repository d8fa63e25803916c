"""From a file to a `PolicyDocument`: read, normalize, structure, extract; and what is done with one: check, repair.

The stages are imported when they are first used: `import policyparse` is for programs that only load results, too.
"""

from __future__ import annotations

import datetime
import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# These are there before the verbs of their names: imported later, they would take the verbs' places.
import policyparse.check
import policyparse.compare
import policyparse.repair  # noqa: F401
from policyparse import assemble
from policyparse.check.rule import Find, Rule
from policyparse.errors import UsageError
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import Comparison, Survey
from policyparse.model.document import PolicyDocument
from policyparse.model.repair import Repair
from policyparse.model.source import Source

SURROGATE = re.compile("[\ud800-\udfff]")


def parse(
    file: str | Path | bytes | BinaryIO, *, name: str | None = None, date: str | None = None,
    lexicon: Lexicon | None = None,
) -> PolicyDocument:  # fmt: skip
    """Take a document apart.

    `file` is a path, bytes, or an open binary file; a `str` is always a path, never text (see `parse_text`). `name`
    is what the document is called in results where `file` has no name. `date` (ISO) is that of the document, for one
    that does not tell it: 今年 and 三年内 count from it. Raises `ReadError` where the bytes give no document.
    """
    from policyparse.read import read

    return parse_source(read(file, name=name), date=date, lexicon=lexicon)


def parse_text(
    text: str, *, name: str | None = None, date: str | None = None, lexicon: Lexicon | None = None
) -> PolicyDocument:
    """Take a text apart that is at hand as a `str`. Offsets are those of `text`; the rest is as in `parse`.

    A lone surrogate, which no encoding can write, is read as U+FFFD.
    """
    return parse_source(Source(text=SURROGATE.sub("\ufffd", text), name=name), date=date, lexicon=lexicon)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from going through thousands of new records again and again while they are made.

    None of them refer to each other in circles, so nothing waits for it; in a text of some megabytes it takes a third of
    the time. It is left as it was found.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_collector_paused()
def parse_source(source: Source, *, date: str | None = None, lexicon: Lexicon | None = None) -> PolicyDocument:
    """Take a `Source` apart, as a reader made it. `date` is as in `parse`."""
    from policyparse import extract, structure
    from policyparse.normalize import normalize

    lexicon = lexicon or Lexicon.load()
    text = normalize(source, lexicon)
    outline = structure.outline(text, source, lexicon)
    metadata = structure.letterhead(text, outline, source, lexicon)
    if date is not None and metadata.date_written is None:
        metadata = metadata.model_copy(update={"date_written": _iso(date, source.name)})
    duties = extract.Duties.of(text, outline, lexicon)
    figures = extract.figures(text, outline, metadata, duties, lexicon)
    return PolicyDocument(
        source=assemble.source_info(source),
        metadata=metadata,
        references=extract.references(text, outline, lexicon),
        clauses=assemble.clauses(text, outline),
        targets=tuple(figure for figure in figures if figure.status == "target"),
        figures=tuple(figure for figure in figures if figure.status != "target"),
        responsibilities=duties.responsibilities,
        edits=assemble.source_edits(text),
    ).holding(text)


@_collector_paused()
def check(
    document: PolicyDocument, rules: Sequence[Rule | Find] | None = None, *, lexicon: Lexicon | None = None
) -> PolicyDocument:
    """The document with its findings, and with `duplicate_of` where a figure stands in a copied block.

    `rules` are ours where none are given; a rule of one's own goes beside them: ``check(doc, [*rules(), mine])``.
    """
    from policyparse.check.engine import check

    return check(document, rules, lexicon=lexicon)


def rules() -> tuple[Rule, ...]:
    """All rules of `check`, by code."""
    from policyparse.check.rules import rules

    return rules()


def repair(
    document: PolicyDocument, *, unsafe: bool = False, normalized: bool = False, lexicon: Lexicon | None = None
) -> Repair:
    """A plan that mends the text, and the mended text; safe steps only, or with `unsafe` all.

    Script, line wraps and page furniture stay as they are unless `normalized`, which gives the clean text of the mended
    one. The document is checked first where it has no findings. Raises `TextNotAtHand` where its text is not at hand.
    """
    from policyparse.normalize import normalize
    from policyparse.repair.plan import clean, plan

    checked = document if document.findings else check(document, lexicon=lexicon)
    mended = plan(checked, unsafe=unsafe)
    if not normalized:
        return mended
    return clean(mended, normalize(Source(text=mended.text, name=mended.source_name), lexicon or Lexicon.load()))


def compare(left: PolicyDocument, right: PolicyDocument, *, lexicon: Lexicon | None = None) -> Comparison:
    """Two documents side by side: a city's plan and a county's, or two versions of one document.

    `left` is what `right` is compared with. Neither is changed. Raises `TextNotAtHand` where one of them was loaded
    from JSON without its text.
    """
    from policyparse.compare.documents import compare

    return compare(left, right, lexicon=lexicon)


def compare_many(base: PolicyDocument, places: Iterable[PolicyDocument], *, lexicon: Lexicon | None = None) -> Survey:
    """A city's plan beside those of its counties, each compared as by `compare`; it raises the same."""
    from policyparse.compare.many import compare_many

    return compare_many(base, places, lexicon=lexicon)


def _iso(date: str, name: str | None) -> str:
    """`date` where it is one; raises `UsageError` where it is none."""
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise UsageError(
            name=name, zh=f"日期无法识别：{date}", en=f"not a date: {date}",
            cure_zh="请写成 2024-05-06 的形式", cure_en="write it like 2024-05-06",
        ) from error  # fmt: skip
