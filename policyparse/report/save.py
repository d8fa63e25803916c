"""Results to a file, in the form that its suffix names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from policyparse.errors import UsageError
from policyparse.model.comparison import Comparison, Survey
from policyparse.model.document import PolicyDocument
from policyparse.model.record import Record
from policyparse.report import csv, excel, html, json, markdown, word
from policyparse.report.papers import Form, Paper, comparison_paper, documents_paper, survey_paper
from policyparse.report.wording import Language

FORMS: Mapping[str, Form] = MappingProxyType(
    {".xlsx": excel.write, ".docx": word.write, ".csv": csv.write, ".md": markdown.write}
)
"""What lays a `Paper` out, by suffix."""
SUFFIXES = (".json", ".jsonl", ".html", *FORMS)
"""What `save` writes: a record as .json, several documents as .jsonl, a page of one result as .html, tables else."""


def save(result: Record | Sequence[PolicyDocument], path: str | Path, language: Language = "zh") -> None:
    """Write a document, several documents, a comparison or a survey; the suffix of `path` says in which form.

    ``.json`` (one record, in the published form), ``.jsonl`` (a line a document); for people, in `language`, ``.html``
    (one document, or one comparison), ``.xlsx``, ``.docx``, ``.csv`` (the chief table alone) and ``.md``. Raises `UsageError` for another suffix and for a form that
    cannot hold the result, `MissingExtra` where the package that writes the form is not installed.
    """
    path = Path(path)
    suffix = form_of(path)
    if suffix == ".jsonl" or (suffix == ".json" and not isinstance(result, Record)):
        _save_lines(result, path)
    elif isinstance(result, Record) and suffix == ".json":
        json.save(result, path)
    elif suffix == ".html":
        html.save(page_of(result, path, language), path)
    else:
        save_paper(paper_of(result, path, language), path)


def save_paper(paper: Paper, path: Path) -> None:
    """Write tables in the form that the suffix of `path` names, one of `FORMS`."""
    path.write_bytes(FORMS[form_of(path, tuple(FORMS))](paper))


def form_of(path: Path, suffixes: Sequence[str] = SUFFIXES) -> str:
    """The suffix of `path`, in lower case; raises `UsageError` where it is none of `suffixes`."""
    suffix = path.suffix.lower()
    if suffix not in suffixes:
        raise UsageError(
            name=str(path), zh="无法写出这种格式", en="not a form that can be written",
            cure_zh=f"请用 {'、'.join(suffixes)}", cure_en=f"use {', '.join(suffixes)}",
        )  # fmt: skip
    return suffix


def paper_of(result: Record | Sequence[PolicyDocument], path: Path, language: Language) -> Paper:
    """The tables of a result; raises `UsageError` where it has none."""
    if isinstance(result, Comparison):
        return comparison_paper(result, language)
    if isinstance(result, Survey):
        return survey_paper(result, language)
    documents = [result] if isinstance(result, PolicyDocument) else result
    if isinstance(documents, Record) or not documents or not all(isinstance(d, PolicyDocument) for d in documents):
        raise UsageError(
            name=str(path), zh="没有可写成表格的内容", en="there is nothing here to make tables of",
            cure_zh="请给出文件、多份文件、对照结果，或改用 .json",
            cure_en="give a document, several documents or a comparison, or use .json",
        )  # fmt: skip
    return documents_paper(documents, language)


def page_of(result: Record | Sequence[PolicyDocument], path: Path, language: Language) -> str:
    """The page of a document, a comparison or a survey; raises `UsageError` for what has none."""
    if isinstance(result, Comparison):
        return html.comparison_page(result, language)
    if isinstance(result, Survey):
        return html.survey_page(result, language)
    if isinstance(result, PolicyDocument):
        return html.document_page(result, language)
    raise UsageError(
        name=str(path), zh="一个 .html 文件只装一份文件或一项对照",
        en="an .html file shows one document, or one comparison",
        cure_zh="请逐一写出，或改用 .xlsx、.docx", cure_en="write them one by one, or use .xlsx or .docx",
    )  # fmt: skip


def _save_lines(result: Record | Sequence[PolicyDocument], path: Path) -> None:
    records: Sequence[Record] = [result] if isinstance(result, Record) else result
    if path.suffix.lower() != ".jsonl":
        raise UsageError(
            name=str(path), zh="一个 .json 文件只装一个文件的结果", en="a .json file holds the result of one document",
            cure_zh="多份文件请用 .jsonl", cure_en="use .jsonl for several",
        )  # fmt: skip
    path.write_bytes(b"".join(json.line(record) for record in records))
