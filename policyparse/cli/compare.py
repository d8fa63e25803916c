"""`policyparse compare`: lay documents side by side."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from policyparse.batch import attempt
from policyparse.cli.inputs import Input, Inputs
from policyparse.cli.language import both
from policyparse.cli.options import DONE, FAILED, Options
from policyparse.cli.output import not_an_input
from policyparse.cli.terminal import Terminal
from policyparse.errors import UsageError
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import Comparison, Survey
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.pipeline import compare, compare_many
from policyparse.report import comparisons, json, surveys
from policyparse.report.save import FORMS, form_of, save
from policyparse.report.wording import share

HELP = both(
    "对照两份文件（市与县、旧版与新版），或一份与多份：任务、指标、部门、文字差异、沿用文字。",
    "Lay two documents side by side (city and county, old and new), or one and several: tasks, targets, bodies, "
    "wording, text reuse.",
)
EXAMPLES = both(
    """示例：

  policyparse compare 市方案.txt 县方案.txt

  policyparse compare 市方案.txt 县方案.txt -o 对照.html

  policyparse compare 市方案.txt 县方案.txt -o 对照.xlsx

  policyparse compare 市方案.txt 甲县.txt 乙县.txt 丙区.txt -o 各县对照.html""",
    """Examples:

  policyparse compare city.txt county.txt

  policyparse compare city.txt county.txt -o comparison.html

  policyparse compare city.txt county.txt -o comparison.xlsx

  policyparse compare city.txt county-a.txt county-b.txt district-c.txt -o survey.html""",
)

Result = Comparison | Survey
FORMATS = (".json", ".html", *FORMS)
"""What a comparison is written as."""


@dataclass(frozen=True, kw_only=True)
class Compare(Options):
    """The command line of `policyparse compare`."""

    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help=both(
                "先写作为基准的文件，再写与之对照的一份或多份", "what to compare with, then one or several documents"
            ),
        ),
    ]
    json: Annotated[bool, typer.Option("--json", help=both("输出 JSON", "write JSON"))] = False
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help=both(
                "写入 .html、.xlsx、.docx、.md、.csv 或 .json 文件",
                "write a .html, .xlsx, .docx, .md, .csv or .json file",
            ),
        ),
    ] = None
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("本单位词表所在文件夹", "folder with your own lexicon tables")),
    ] = None
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=both("另列每处文字差异", "list every difference of wording as well"))
    ] = False

    def run(self, terminal: Terminal) -> int:
        """Compare; 2 where a file failed."""
        inputs = Inputs.of(self.files).files
        if len(inputs) < 2:
            raise UsageError(
                zh="对照至少需要两份文件", en="comparing takes at least two documents",
                cure_zh="先写基准文件，再写与之对照的文件", cure_en="name what to compare with, then what to compare",
            )  # fmt: skip
        if self.output is not None:
            form_of(self.output, FORMATS)
            not_an_input(self.output, inputs)
        lexicon = None if self.lexicon is None else Lexicon.load(overlay=self.lexicon)
        documents, failed = _read(inputs, lexicon, terminal)
        if isinstance(documents[0], Failure) or len(documents) - failed < 2:
            return FAILED
        base, *others = [document for document in documents if isinstance(document, PolicyDocument)]
        several = len(inputs) > 2
        result = compare_many(base, others, lexicon=lexicon) if several else compare(base, others[0], lexicon=lexicon)
        self._write(result, terminal)
        return FAILED if failed else DONE

    def _write(self, result: Result, terminal: Terminal) -> None:
        if self.output is not None:
            save(result, self.output, terminal.language)
            if self.output.suffix.lower() == ".csv":
                terminal.note(
                    terminal.pick(
                        "CSV 只能装一张表：已写入第一张；全部表格请用 .xlsx",
                        "CSV holds one table: the first was written; use .xlsx for all",
                    )
                )
        elif self.json:
            terminal.data(json.page(result))
        elif isinstance(result, Comparison):
            _show(result, terminal, wording=self.verbose)
        else:
            _survey(result, terminal)


def _read(
    inputs: tuple[Input, ...], lexicon: Lexicon | None, terminal: Terminal
) -> tuple[list[PolicyDocument | Failure], int]:
    """The documents, and how many of the files failed."""
    found: list[PolicyDocument | Failure] = []
    for file in inputs:
        content = sys.stdin.buffer.read() if file.path is None else file.path
        found.append(attempt(content, name=file.name if file.path is None else None, lexicon=lexicon))
    failures = [result for result in found if isinstance(result, Failure)]
    for failure in failures:
        terminal.error(failure)
    return found, len(failures)


def _show(result: Comparison, terminal: Terminal, *, wording: bool) -> None:
    language = terminal.language
    left, right = comparisons.side_names(result, language)
    terminal.line(f"{left} — {right}", style="bold reverse")
    terminal.line(
        terminal.pick(
            f"相似度 {share(result.similarity)}，沿用文字 {share(result.reuse.share)}",
            f"likeness {share(result.similarity)}, reused text {share(result.reuse.share)}",
        )
    )
    shown = [comparisons.substitutions, comparisons.tasks, comparisons.indicators, comparisons.bodies]
    if wording:
        shown.append(comparisons.changes)
    for make in shown:
        table = make(result, language)
        if table.rows:
            terminal.table(table)


def _survey(result: Survey, terminal: Terminal) -> None:
    for make in (surveys.overview, surveys.matrix, surveys.coverage, surveys.counterparts):
        table = make(result, terminal.language)
        if table.rows:
            terminal.table(table)
