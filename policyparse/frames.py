"""Documents as data frames: one row a target, figure, clause, responsibility, finding or reference.

Rows are laid out once, in Arrow-like columns with fixed types; pandas, polars and pyarrow frames are made from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from policyparse.errors import MissingExtra, TextNotAtHand, UsageError
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure, Party
from policyparse.model.record import Record

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Kind = Literal["targets", "figures", "clauses", "responsibilities", "findings", "references"]
Backend = Literal["pandas", "polars", "arrow"]
Row = dict[str, Any]

DOCUMENT = MappingProxyType({
    "document": "string", "document_number": "string", "document_title": "string", "issuer": "string",
    "date_written": "string", "region": "string", "region_level": "string",
})  # fmt: skip
PLACE = MappingProxyType({"start": "int64", "end": "int64"})
FIGURE = MappingProxyType({
    "id": "string", "clause": "string", "status": "string", "indicator": "string", "indicator_key": "string",
    "value": "double", "value_max": "double", "unit": "string", "unit_canonical": "string", "comparator": "string",
    "comparator_text": "string", "change": "string", "deadline": "int64", "deadline_text": "string", "deadline_date": "string",
    "recurrence": "string", "implicit": "bool", "cumulative": "bool", "property": "string", "scope": "string",
    "baseline_value": "double", "baseline_unit": "string", "baseline_year": "int64", "lead": "string",
    "joint": "string", "support": "string", "quote": "string", "sentence": "string",
    "duplicate_of": "string", **PLACE,
})  # fmt: skip
COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "targets": FIGURE,
    "figures": FIGURE,
    "clauses": MappingProxyType({
        "id": "string", "parent": "string", "path": "string", "label": "string", "style": "string",
        "number": "int64", "depth": "int64", "title": "string", "text": "string", **PLACE,
    }),
    "responsibilities": MappingProxyType({
        "id": "string", "clause": "string", "party": "string", "canonical": "string", "level": "string",
        "role": "string", "deadline_text": "string", **PLACE,
    }),
    "findings": MappingProxyType({
        "code": "string", "name": "string", "severity": "string", "message_zh": "string", "message_en": "string",
        "clause": "string", "suggestion": "string", **PLACE,
    }),
    "references": MappingProxyType({"title": "string", "cited_number": "string", **PLACE}),
})  # fmt: skip


def to_frame(
    documents: PolicyDocument | Iterable[PolicyDocument], kind: Kind = "targets", *, backend: Backend = "pandas"
) -> pd.DataFrame | pl.DataFrame | pa.Table:
    """One row an item of `kind`, with the document's metadata before it; responsibilities have a row a party.

    Targets and figures have their sentence as it stands in the source; it is null for a document loaded without its text.

    Columns and their types are fixed by `COLUMNS` and do not change with the data; what was not found is null. `backend`
    is pandas (nullable types), polars or arrow. Raises `UsageError` for an unknown kind or backend, `MissingExtra` where
    the package is not installed (extra ``frames``).
    """
    if kind not in COLUMNS or backend not in ("pandas", "polars", "arrow"):
        raise UsageError(
            name=f"{kind}, {backend}", zh="没有这种表或这种数据框", en="no such kind of rows or of frame",
            cure_zh=f"可用：{'、'.join(COLUMNS)}；pandas、polars、arrow",
            cure_en=f"the kinds are {', '.join(COLUMNS)}; the frames pandas, polars, arrow",
        )  # fmt: skip
    several = (documents,) if isinstance(documents, PolicyDocument) else documents
    table = _arrow([row for document in several for row in _rows(document, kind)], {**DOCUMENT, **COLUMNS[kind]})
    if backend == "arrow":
        return table
    if backend == "polars":
        return _module("polars").from_arrow(table)
    pandas = _module("pandas")
    types = {"string": pandas.StringDtype(), "int64": pandas.Int64Dtype(), "double": pandas.Float64Dtype()}
    return table.to_pandas(types_mapper=lambda arrow: types.get(str(arrow), pandas.BooleanDtype()))


def from_frame(frame: Any) -> tuple[Row, ...]:
    """The rows of a frame that `to_frame` made, as plain dicts with None for null."""
    if hasattr(frame, "to_pylist"):
        return tuple(frame.to_pylist())
    if hasattr(frame, "to_dicts"):
        return tuple(frame.to_dicts())
    return tuple(_module("pyarrow").Table.from_pandas(frame, preserve_index=False).to_pylist())


def _arrow(rows: list[Row], columns: Mapping[str, str]) -> Any:
    arrow = _module("pyarrow")
    types = {"string": arrow.string(), "int64": arrow.int64(), "double": arrow.float64(), "bool": arrow.bool_()}
    return arrow.Table.from_pylist(rows, schema=arrow.schema([(name, types[kind]) for name, kind in columns.items()]))


def _module(name: str) -> Any:
    try:
        return __import__(name)
    except ImportError as error:
        raise MissingExtra(
            name=name, zh="数据框需要安装附加组件", en="data frames need an optional package",
            cure_zh='请运行：pip install "policyparse[frames]"', cure_en='run: pip install "policyparse[frames]"',
        ) from error  # fmt: skip


def _rows(document: PolicyDocument, kind: Kind) -> Iterator[Row]:
    metadata = document.metadata
    shared = {
        "document": document.source.name,
        "document_number": metadata.document_number,
        "document_title": metadata.carried_title or metadata.title,
        "issuer": metadata.issuer,
        "date_written": metadata.date_written,
        "region": metadata.region.name if metadata.region else None,
        "region_level": metadata.region.level if metadata.region else None,
    }
    text = _text(document)
    for item in getattr(document, kind):
        for own in _items(item, text):
            yield {**shared, **own, "start": item.span.start, "end": item.span.end}


def _text(document: PolicyDocument) -> str | None:
    try:
        return document.text
    except TextNotAtHand:
        return None


def _items(item: Record, text: str | None) -> Iterator[Row]:
    """The row of an item, one a party for a responsibility."""
    row = item.model_dump(mode="json")
    if isinstance(item, Figure):
        baseline = row.pop("baseline") or {}
        named = {f"baseline_{name}": baseline.get(name) for name in ("value", "unit", "year")}
        bodies = {role: _bodies(item.parties, role) for role in ("lead", "joint", "support")}
        yield {**row, **named, **bodies, "sentence": None if text is None else item.sentence.of(text)}
    elif "parties" in row:
        for party in row["parties"]:
            yield {**row, **party, "party": party["name"]}
    elif "path" in row:
        yield {**row, "path": "/".join(row["path"])}
    elif "message" in row:
        yield {**row, "message_zh": row["message"]["zh"], "message_en": row["message"]["en"]}
    else:
        yield {**row, "cited_number": row.pop("document_number")}


def _bodies(parties: tuple[Party, ...], role: str) -> str | None:
    return "、".join(party.name for party in parties if party.role == role) or None
