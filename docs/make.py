"""Write what is made from the library itself, pages, READMEs' figures and pictures: ``python docs/make.py``.

The rules come from their modules, the JSON reference from the published schemas, the lexicon page from the tables, and
what was measured, in the pages and in the READMEs, from the files that the benchmarks left.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import measured
from picture import drawing
from policyparse.check.rule import Rule
from policyparse.check.rules import rules
from policyparse.lexicon import TABLES, Lexicon
from policyparse.schema import PUBLISHED, schema

DOCS = Path(__file__).resolve().parent
FAMILIES = {
    "B": "Breaks and losses",
    "C": "Characters and conversion",
    "D": "Duplicates",
    "F": "Foreign matter",
    "M": "Metadata and names",
    "N": "Numbering",
    "T": "Targets",
}
"""What the first letter of a rule's code stands for."""
READMES = {"README.md": "en", "README.zh.md": "zh"}
MEASURED = re.compile(r"(<!-- measured -->\n\n).*?(?=\n\n<!-- end -->)", re.DOTALL)
"""The part of a README that is made."""


def pages() -> dict[str, str]:
    """All made pages: path below docs → text."""
    made = {f"rules/{page_name(rule)}": rule_page(rule) for rule in rules()}
    made["rules/index.md"] = rule_index()
    made["reference/json.md"] = json_page()
    made["lexicons.md"] = lexicon_page()
    return made | measured.pages()


def readmes() -> dict[str, str]:
    """The READMEs with what was measured: path from the top → text."""
    made = {}
    for name, language in READMES.items():
        text = (DOCS.parent / name).read_text("utf-8")
        before, opening, after = MEASURED.split(text)
        made[name] = "".join((before, opening, measured.summary(language), after))
    return made


def page_name(rule: Rule) -> str:
    """The file of a rule's page."""
    return f"{rule.code}-{rule.name}.md"


def rule_page(rule: Rule) -> str:
    """One rule: what its docstring says, and the two samples that its test runs."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"{rule.title} · severity: {rule.severity}",
        rule.doc,
        "## It speaks up at",
        fenced(rule.bad),
        "## It leaves alone",
        fenced(rule.good),
    ]
    return "\n\n".join(parts) + "\n"


def fenced(sample: str) -> str:
    """A sample as a block of code; blanks at line ends, which some samples are about, are shown as ␣."""
    lines = []
    for line in sample.strip("\r\n").replace("\r", "").split("\n"):
        bare = line.rstrip(" \t\u3000")
        lines.append(bare + "␣" * (len(line) - len(bare)))
    return "\n".join(["```text", *lines, "```"])


def rule_index() -> str:
    """All rules, a table for each family."""
    lines = [
        "# Rules",
        "",
        "What `policyparse check` looks for. `--select` and `--ignore` take a code, a name or the beginning of one.",
    ]
    for letter, title in FAMILIES.items():
        family = [rule for rule in rules() if rule.code.startswith(letter)]
        lines += ["", f"## {title} ({letter})", ""]
        lines += table(
            ("Code", "Name", "In Chinese", "Severity", "What is wrong"),
            (
                (rule.code, f"[{rule.name}]({page_name(rule)})", rule.title, rule.severity, first_line(rule.doc))
                for rule in family
            ),
        )
    return "\n".join(lines) + "\n"


def json_page() -> str:
    """Every published form and every record in it, each field with its type and meaning."""
    records: dict[str, Mapping[str, Any]] = {}
    lines = [
        "# The JSON, field by field",
        "",
        "Made from the JSON Schemas in `schemas/` (draft 2020-12), which `policyparse schema` prints. Every field is",
        "always there; what was not found is `null`.",
        "",
        "## Forms",
        "",
    ]
    forms = {name: schema(name) for name in PUBLISHED}
    lines += table(
        ("Form", "Record", "What it is"),
        ((f"`{name}`", link(form["title"]), first_line(form["description"])) for name, form in forms.items()),
    )
    for form in forms.values():
        records[form["title"]] = form
        records.update(form.get("$defs", {}))
    for name, record in records.items():
        lines += ["", f"## {name}", "", escaped(" ".join(record.get("description", "").split())), ""]
        lines += table(
            ("Field", "Type", "Meaning"),
            (
                (f"`{field}`", type_of(of), escaped(of.get("description", "")))
                for field, of in record.get("properties", {}).items()
            ),
        )
    return "\n".join(lines) + "\n"


def type_of(node: Mapping[str, Any]) -> str:
    """A schema's type in words: ``string or null``, ``list of Clause``."""
    match node:
        case {"$ref": str(place)}:
            words = link(place.rpartition("/")[2])
        case {"anyOf": choices}:
            words = " or ".join(type_of(choice) for choice in choices)
        case {"const": value}:
            words = f"`{value}`"
        case {"enum": values}:
            words = ", ".join(f"`{value}`" for value in values)
        case {"type": "array", "items": items} if items:
            words = f"list of {type_of(items)}"
        case {"type": "array"}:
            words = "list"
        case _:
            words = str(node.get("type", "any"))
    return words


def link(record: str) -> str:
    """A link to a record's own heading."""
    return f"[{record}](#{record.lower()})"


def lexicon_page() -> str:
    """Every table of the lexicon: its columns, what they mean, and how many rows there are."""
    lexicon = Lexicon.load()
    lines = [
        "# Lexicons",
        "",
        "The words of the trade are tables: UTF-8, cells apart by a tab, a header line, `#` before a comment. An",
        "[overlay](how-to.md#your-own-words) is a folder with files of the same names.",
        "",
    ]
    lines += table(
        ("File", "Columns", "Rows"),
        (
            (f"[{name}.tsv](#{name})", ", ".join(f"`{column}`" for column in row._fields), f"{rows_of(lexicon, name)}")
            for name, row in TABLES.items()
        ),
    )
    for name, row in TABLES.items():
        lines += ["", f"## {name}", "", escaped_paragraphs(inspect.getdoc(row) or "")]
    return "\n".join(lines) + "\n"


def rows_of(lexicon: Lexicon, name: str) -> int:
    """How many rows a table has."""
    return len(getattr(lexicon, name))


def first_line(text: str) -> str:
    """The first line of a docstring, fit for a cell."""
    return escaped(text.strip().partition("\n")[0])


def escaped_paragraphs(text: str) -> str:
    """A docstring as Markdown."""
    return text.replace("``", "`").replace("<", "&lt;")


def escaped(text: str) -> str:
    """One line of text for a cell of a table."""
    return escaped_paragraphs(" ".join(text.split())).replace("|", "\\|")


def table(head: tuple[str, ...], body: Iterator[tuple[str, ...]]) -> list[str]:
    """A Markdown table."""
    rows = [head, tuple("---" for _ in head), *body]
    return ["| " + " | ".join(row) + " |" for row in rows]


def files() -> dict[Path, str]:
    """All that is made: file → text."""
    made = {DOCS / path: text for path, text in pages().items()}
    made |= {DOCS.parent / name: text for name, text in readmes().items()}
    return made | {DOCS / "summary.svg": drawing("en"), DOCS / "summary.zh.svg": drawing("zh")}


def main() -> None:
    """Write everything and drop the pages of rules that are gone."""
    made = files()
    for file, text in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    for file in set(DOCS.glob("rules/*.md")) - set(made):
        file.unlink()


if __name__ == "__main__":
    main()
