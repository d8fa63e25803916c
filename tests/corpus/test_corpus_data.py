"""The corpus keeps its promises: offsets hold, the scripts give what is shipped, nothing stems from a real document."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
GOLD = CORPUS / "gold"
TEXTS = CORPUS / "texts"
ORIGINALS = next((p / "shared" / "corpus" for p in ROOT.parents if (p / "shared" / "corpus").is_dir()), None)
REGISTRY = tomllib.loads((CORPUS / "registry.toml").read_text("utf-8"))
NAMES = sorted(path.name.removesuffix(".targets.jsonl") for path in GOLD.glob("*.targets.jsonl"))
PAIRS = sorted(path.name for path in GOLD.glob("pair.*.json"))
RUN = 40

Row = dict[str, Any]

FIELDS = {
    "status": {"target", "achieved", "reference"},
    "comparator": {"ge", "le", "approx", "range", "eq"},
    "change": {"level", "increase", "decrease", "rate"},
    "recurrence": {None, "annual", "biennial", "quarterly", "monthly"},
    "implicit": {True, False},
}
STYLES = {"chapter", "section", "article", "han", "han_paren", "arabic", "arabic_paren", "inline", "box", "circled"}


def read(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_bytes().decode("utf-8")


def rows(name: str, layer: str) -> list[Row]:
    path = GOLD / f"{name}.{layer}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def runs(text: str) -> Iterator[str]:
    text = re.sub(r"\s", "", text)
    return (text[i : i + RUN] for i in range(len(text) - RUN + 1))


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Load a script of corpus/tools, which is no package."""
    monkeypatch.syspath_prepend(str(CORPUS / "tools"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load


@pytest.mark.parametrize("name", NAMES)
def test_quotes_stand_at_their_offsets(name: str) -> None:
    text = read(name)
    for row in rows(name, "targets"):
        assert text[row["start"] : row["end"]] == row["quote"], row["id"]
    for row in rows(name, "clauses"):
        assert text.startswith(row["label"], row["start"]), row["path"]
    for row in rows(name, "defects"):
        assert 0 <= row["start"] < row["end"] <= len(text), row["id"]
        head = row.get("quote_head") or row["quote"]
        assert text.startswith(head, row["start"]), row["id"]


@pytest.mark.parametrize("name", NAMES)
def test_party_names_stand_in_their_statement(name: str) -> None:
    text = read(name)
    if json.loads((GOLD / f"{name}.meta.json").read_text("utf-8"))["script"] != "hans":
        pytest.skip("names are simplified, the text is not")
    for row in rows(name, "responsibilities"):
        statement = re.sub(r"\s", "", text[row["start"] : row["end"]])
        assert row["parties"], row["id"]
        for party in row["parties"]:
            assert party["name"] in statement, row["id"]
            assert party["role"] in {"lead", "joint", "support"}, row["id"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layer", ["targets", "responsibilities", "defects"])
def test_ids_are_unique_and_in_text_order(name: str, layer: str) -> None:
    found = rows(name, layer)
    ids = [row["id"] for row in found]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(identifier.startswith(f"{name}-") for identifier in ids)
    starts = [row["start"] for row in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_fields_hold_known_words(name: str) -> None:
    for row in rows(name, "targets"):
        for field, words in FIELDS.items():
            assert row[field] in words, (row["id"], field)
        assert isinstance(row["value"], int | float), row["id"]
        assert (row["comparator"] == "range") == (row["value_max"] is not None), row["id"]
        assert row["deadline"] is None or 1990 <= row["deadline"] <= 2060, row["id"]
        assert row["indicator"], row["id"]
        if "deadline_ok" in row:
            assert row["deadline"] in row["deadline_ok"], row["id"]
    assert all(row["style"] in STYLES for row in rows(name, "clauses"))


@pytest.mark.parametrize("name", NAMES)
def test_clauses_named_by_figures_exist(name: str) -> None:
    paths = {row["path"] for row in rows(name, "clauses")} | {""}
    for layer in ("targets", "responsibilities"):
        assert {row["clause"] for row in rows(name, layer)} <= paths


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs_name_what_exists(pair: str) -> None:
    left, right = pair.removeprefix("pair.").removesuffix(".json").split(".")
    gold = json.loads((GOLD / pair).read_text("utf-8"))
    paths = [{row["path"] for row in rows(name, "clauses")} for name in (left, right)]
    targets = [{row["id"] for row in rows(name, "targets") if row["status"] == "target"} for name in (left, right)]
    for row in gold["clauses"]:
        assert row["city"] in paths[0]
        assert row["county"] in paths[1]
    for side, key in enumerate(("city_id", "county_id")):
        ids = [row[key] for row in gold["indicators"]]
        assert set(ids) <= targets[side]
        assert len(set(ids)) == len(ids)


def test_clean_spans_are_the_clean_article() -> None:
    text = read("article")
    spans = json.loads((GOLD / "article.clean.json").read_text("utf-8"))
    assert "".join(text[row["start"] : row["end"]] for row in spans).rstrip() == read("article.clean").rstrip()
    assert all(text.startswith(row["head"], row["start"]) for row in spans)


def test_wrapping_gives_the_shipped_text(tool: Any) -> None:
    text, places = tool("wrap_pdf").wrap(read("pdf-text.clean"))
    assert text == read("pdf-text")
    clean = read("pdf-text.clean")
    assert len(places) == len(clean)
    assert all(text[place] == clean[at] for at, place in enumerate(places))


def test_ruining_gives_the_shipped_article_and_defects(tool: Any) -> None:
    ruin = tool("ruin")
    done = ruin.damaged(ruin.SEED)
    assert done.text == read("article")
    assert tool("gold").renumber(done.defects, "article", "d") == rows("article", "defects")


def test_derived_gold_is_that_of_its_source() -> None:
    def facts(name: str) -> list[Row]:
        changed = {"id", "start", "end", "quote"}
        return [{key: value for key, value in row.items() if key not in changed} for row in rows(name, "targets")]

    assert facts("pdf-text") == facts("pdf-text.clean")


def test_registry_is_current(tool: Any) -> None:
    registry = (CORPUS / "registry.toml").read_text("utf-8")
    assert tool("refresh_registry").refreshed(registry) == registry
    documents = REGISTRY["document"]
    assert sorted(entry["name"] for entry in documents) == NAMES
    for entry in documents:
        data = (CORPUS / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"]
        assert len(data.decode("utf-8")) == entry["characters"], entry["name"]
        assert entry["hard"]


def test_registry_tells_what_gold_tells() -> None:
    for entry in REGISTRY["document"]:
        meta = json.loads((GOLD / f"{entry['name']}.meta.json").read_text("utf-8"))
        for key, field in (("number", "document_number"), ("issuer", "issuer"), ("script", "script")):
            assert entry.get(key) == meta[field], (entry["name"], key)
        date = entry.get("date")
        assert (date.isoformat() if date else None) == meta["date_written"], entry["name"]


def test_readme_tells_the_numbers() -> None:
    readme = (CORPUS / "README.md").read_text("utf-8")
    for name in NAMES:
        figures = rows(name, "targets")
        targets = sum(row["status"] == "target" for row in figures)
        duties = len(rows(name, "responsibilities")) or "–"
        counts = f"| {len(read(name))} | {len(figures)} ({targets}) | {duties} | {len(rows(name, 'clauses'))} |"
        assert re.search(rf"^\| {re.escape(name)} \|[^|]+{re.escape(counts)}$", readme, re.MULTILINE), name


def test_originals_are_named_by_digest_only() -> None:
    assert len(REGISTRY["original"]) == 5
    for entry in REGISTRY["original"]:
        assert not (TEXTS / entry["file"]).exists()
        if ORIGINALS is not None:
            data = (ORIGINALS / entry["file"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"]
            assert len(data.decode("utf-8")) == entry["characters"], entry["name"]


@pytest.mark.skipif(ORIGINALS is None, reason="the originals are not on this disk")
def test_nothing_is_taken_from_the_originals() -> None:
    assert ORIGINALS is not None
    taken = {run for path in ORIGINALS.glob("*.txt") for run in runs(path.read_bytes().decode("utf-8"))}
    assert len(taken) > 50_000
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix in {".txt", ".md", ".toml", ".jsonl", ".json", ".py"}:
            found = next((run for run in runs(path.read_bytes().decode("utf-8")) if run in taken), None)
            assert found is None, (path.name, found)
