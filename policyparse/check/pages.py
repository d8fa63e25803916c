"""The published pages of the rules, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policyparse.check.rule import Rule

INDEX = "README.md"
SEVERITIES = {"error": "错误 error", "warning": "警告 warning", "info": "提示 info"}
FAMILIES = {
    "D": "重复 duplication",
    "N": "编号 numbering",
    "B": "残缺 broken text",
    "F": "混入 foreign text",
    "C": "字词 characters and words",
    "M": "要素 metadata",
    "T": "目标 targets",
}
HEAD = """# Rules of `policyparse check`

What each rule looks for, why, what to do, and where it is known to be wrong. `policyparse rules` lists them,
`policyparse check --explain D101` shows one. Both the code and the name may be used: `--select D,foreign-passage`.
These pages are made by `policyparse rules --write docs/rules`.
"""


def pages(rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """The name and text of each page: the index first, then one a rule."""
    yield INDEX, "\n".join([HEAD, *_index(rules)]) + "\n"
    for rule in rules:
        yield f"{rule.code}-{rule.name}.md", page(rule)


def page(rule: Rule) -> str:
    """The page of one rule in Markdown."""
    return "\n".join([
        f"# {rule.code} {rule.name} {rule.title}", "", f"{SEVERITIES[rule.severity]}", "", rule.doc, "",
        "**It speaks up at**", "", "```text", _shown(rule.bad), "```", "",
        "**It leaves alone**", "", "```text", _shown(rule.good), "```", "",
    ])  # fmt: skip


def _shown(sample: str) -> str:
    """A sample as it can be printed: a carriage return as its escape."""
    return sample.strip("\n").replace("\r", "\\r")


def write(rules: Sequence[Rule], folder: Path) -> tuple[Path, ...]:
    """Write the pages into `folder`, and name them."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, words in pages(rules):
        file = folder / name
        file.write_text(words, "utf-8", newline="\n")
        files.append(file)
    return tuple(files)


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    family = ""
    for rule in rules:
        if rule.code[0] != family:
            family = rule.code[0]
            yield from (
                "",
                f"## {family} {FAMILIES[family]}",
                "",
                "| code | name | 规则 | severity | what it is |",
                "|---|---|---|---|---|",
            )
        first = rule.doc.split("\n\n")[0].replace("\n", " ")
        link = f"[{rule.code}]({rule.code}-{rule.name}.md)"
        yield f"| {link} | {rule.name} | {rule.title} | {rule.severity} | {first} |"
