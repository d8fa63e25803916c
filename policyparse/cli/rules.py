"""`policyparse rules`: what `check` looks for."""

import json
from dataclasses import dataclass
from typing import Annotated

import typer

from policyparse.check.rule import Rule
from policyparse.check.rules import rules
from policyparse.check.selection import named
from policyparse.cli.findings import SEVERITIES
from policyparse.cli.language import both
from policyparse.cli.options import DONE, Options
from policyparse.cli.terminal import Terminal
from policyparse.report.tables import Table
from policyparse.report.wording import pick

HELP = both("列出检查规则，或说明其中一条。", "List the rules of `check`, or tell about one.")
EXAMPLES = both(
    "示例：\n\n  policyparse rules\n\n  policyparse rules duplicate-block",
    "Examples:\n\n  policyparse rules\n\n  policyparse rules duplicate-block",
)


@dataclass(frozen=True, kw_only=True)
class Rules(Options):
    """The command line of `policyparse rules`."""

    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help=both("规则代码、名称或其开头", "code, name or beginning of one")),
    ] = None
    json: Annotated[bool, typer.Option("--json", help=both("输出 JSON", "write JSON"))] = False

    def run(self, terminal: Terminal) -> int:
        """Print them."""
        chosen = rules() if self.rule is None else named(rules(), self.rule)
        if self.json:
            rows = [
                {"code": rule.code, "name": rule.name, "severity": rule.severity, "title": rule.title, "doc": rule.doc}
                for rule in chosen
            ]
            terminal.data((json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
        elif self.rule is None:
            terminal.table(_listed(chosen, terminal))
        else:
            for rule in chosen:
                explain(rule, terminal)
        return DONE


def explain(rule: Rule, terminal: Terminal) -> None:
    """The page of one rule."""
    zh, en, style = SEVERITIES[rule.severity]
    terminal.line(f"{rule.code} {rule.name}  {rule.title}  ({terminal.pick(zh, en)})", style=f"bold {style}")
    for line in rule.doc.replace("**", "").splitlines():
        terminal.line(line)
    if rule.bad:
        terminal.line(terminal.pick("会报告：", "It speaks up at:"), style="dim")
        terminal.line("  " + rule.bad.strip().replace("\n", "\n  "))
    if rule.good:
        terminal.line(terminal.pick("不报告：", "It leaves alone:"), style="dim")
        terminal.line("  " + rule.good.strip().replace("\n", "\n  "))
    terminal.line("")


def _listed(chosen: tuple[Rule, ...], terminal: Terminal) -> Table:
    heads = (("代码", "code"), ("名称", "name"), ("说明", "in Chinese"), ("级别", "severity"))
    rows = tuple(
        (rule.code, rule.name, rule.title, pick(SEVERITIES[rule.severity][:2], terminal.language)) for rule in chosen
    )
    return Table(terminal.pick("检查规则", "Rules"), tuple(pick(head, terminal.language) for head in heads), rows)
