"""What the commands write to: standard output for results, standard error for everything else."""

from __future__ import annotations

import os
import sys
import unicodedata
from dataclasses import dataclass
from io import TextIOWrapper
from types import TracebackType

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table as Grid
from rich.text import Text

from policyparse.model.failure import Failure
from policyparse.report.tables import Table
from policyparse.report.wording import Language, pick

PIPE_WIDTH = 120
"""Columns where the output is no terminal."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Both streams and the language. Document text is shown as text: no markup, no control characters."""

    language: Language
    out: Console
    err: Console

    @classmethod
    def open(cls, language: Language) -> Terminal:
        """On the process's own streams. A character that the console's encoding lacks is replaced, never an error."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        return cls(language, _console(stderr=False), _console(stderr=True))

    def pick(self, zh: str, en: str) -> str:
        """The one that this terminal's language wants."""
        return pick((zh, en), self.language)

    def line(self, text: str, style: str = "") -> None:
        """One line of the result."""
        self.out.print(Text(visible(text), style=style, overflow="fold"))

    def hanging(self, head: str, text: str, style: str = "") -> None:
        """A line that begins with `head`; where it is too long for the width, `text` goes on under its own beginning."""
        if cell_len(head) + 2 + cell_len(text) <= self.out.width:
            self.line(f"{head}  {text}", style)
            return
        room = self.out.width - cell_len(head) - 2
        if room < self.out.width // 2:
            self.line(head, style)
            self.out.print(Padding(Text(visible(text), style=style, overflow="fold"), (0, 0, 0, 4)))
            return
        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(visible(head), style=style), Text(visible(text), style=style))
        self.out.print(grid)

    def note(self, text: str, style: str = "") -> None:
        """One line beside the result: an error, a warning, a word on what was done."""
        self.err.print(Text(visible(text), style=style), soft_wrap=True)

    def error(self, failure: Failure) -> None:
        """One line for a file that failed: its name, what is wrong, what to do."""
        said = [getattr(failure.error.message, self.language)]
        if failure.error.cure is not None:
            said.append(getattr(failure.error.cure, self.language))
        self.note(f"{failure.source.name}: {self.pick('；', '; ').join(said)}", style="red")

    def pairs(self, table: Table) -> None:
        """A table of two columns as names and values, without a head."""
        grid = Grid.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for row in table.rows:
            grid.add_row(*(Text(visible(cell)) for cell in row))
        self.out.print(grid)

    def table(self, table: Table) -> None:
        """A table of the result."""
        self.out.print(_grid(table))

    def data(self, data: bytes) -> None:
        """Bytes of the result, as they are: JSON is UTF-8 whatever the console's encoding."""
        self.out.file.flush()
        binary = getattr(self.out.file, "buffer", None)
        if binary is None:
            self.out.file.write(data.decode("utf-8"))
        else:
            binary.write(data)
            binary.flush()

    def progress(self, total: int, *, beside_results: bool) -> Bar:
        """A bar on standard error, where that is a terminal; for one file, which a scan may make long, it only moves.

        `beside_results`: results are written to standard output meanwhile, so that there is no bar if that is a
        terminal too.
        """
        room = self.err.is_terminal and not (beside_results and self.out.is_terminal)
        return Bar(self.err, total if room else 0)


class Bar:
    """A progress bar that is silent for `total` 0."""

    def __init__(self, console: Console, total: int) -> None:
        several = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        columns = several if total > 1 else (BarColumn(), TimeElapsedColumn())
        self._progress = Progress(
            *columns, console=console, transient=True, disable=not total, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._progress.add_task("", total=total if total > 1 else None)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def step(self) -> None:
        """One more file is done."""
        self._progress.advance(self._task)


def visible(text: str) -> str:
    """`text` without what would steer a terminal: escapes, control characters, marks that turn the direction."""
    return "".join(" " if c == "\t" else "\ufffd" if _steers(c) else c for c in text)


def _steers(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs")


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPE_WIDTH
    return console


def _grid(table: Table) -> Grid:
    grid = Grid(title=Text(table.title), title_justify="left", box=SIMPLE_HEAD, pad_edge=False, title_style="bold")
    for column in table.columns:
        grid.add_column(Text(column), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(visible(cell)) for cell in row))
    return grid
