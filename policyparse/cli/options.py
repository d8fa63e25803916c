"""The options that every command takes.

A command is a frozen dataclass: its fields are its arguments and options, its docstring says what it is, and `run` does
it and gives the exit code. Typer fills it in; it needs the annotations themselves, so these modules do not postpone
them.
"""

from dataclasses import dataclass
from typing import Annotated, Protocol

import typer

from policyparse.cli.language import both
from policyparse.cli.terminal import Terminal
from policyparse.report.wording import Language

DONE = 0
FINDINGS = 1
FAILED = 2
"""Exit codes: done; error-level findings (`check` only); wrong usage or a file that failed."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every command takes."""

    lang: Annotated[
        Language | None,
        typer.Option(help=both("界面语言，默认随系统环境", "language for people, by environment if not given")),
    ] = None


class Command(Protocol):
    """What the command line was read into."""

    def run(self, terminal: Terminal) -> int:
        """Do it; the exit code."""
