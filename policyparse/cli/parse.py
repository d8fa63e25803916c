"""`policyparse parse`: take documents apart."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from policyparse.batch import attempt, attempt_check, parse_many
from policyparse.cli.inputs import Input, Inputs
from policyparse.cli.language import both
from policyparse.cli.options import DONE, FAILED, Options
from policyparse.cli.output import Result, Write, to_path, to_terminal
from policyparse.cli.summary import summarize
from policyparse.cli.terminal import Terminal
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure

HELP = both(
    "解析政策文件：要素、提纲、目标、责任分工，以摘要显示或输出 JSON。",
    "Take policy documents apart: letterhead, outline, targets, responsibilities, as a summary or as JSON.",
)
EXAMPLES = both(
    """示例：

  policyparse parse 规划.txt

  policyparse parse 规划.txt -o 规划.json

  policyparse parse 规划.txt -o 规划.html

  policyparse parse 规划.txt -o 规划.xlsx

  policyparse parse 文件夹/ '其他/*.txt' -o 结果.jsonl

  cat 规划.txt | policyparse parse - --json""",
    """Examples:

  policyparse parse plan.txt

  policyparse parse plan.txt -o plan.json

  policyparse parse plan.txt -o plan.html

  policyparse parse plan.txt -o plan.xlsx

  policyparse parse folder/ 'more/*.txt' -o results.jsonl

  cat plan.txt | policyparse parse - --json""",
)


@dataclass(frozen=True, kw_only=True)
class Parse(Options):
    """The command line of `policyparse parse`."""

    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help=both("文件、文件夹或通配符；- 为标准输入", "files, folders or patterns; - is standard input"),
        ),
    ]
    json: Annotated[
        bool,
        typer.Option("--json", help=both("输出 JSON；多个文件时一行一个", "write JSON; a line each for several files")),
    ] = False
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help=both(
                "写入 .json、.html、.jsonl 或 文件夹/；表格写入 .xlsx、.docx、.md",
                "write a .json, .html or .jsonl, or into a folder/; the office's tables as .xlsx, .docx, .md",
            ),
        ),
    ] = None
    with_text: Annotated[
        bool, typer.Option("--with-text", help=both("JSON 中附带源文本", "put the source text into the JSON"))
    ] = False
    check: Annotated[
        bool, typer.Option("--check", help=both("同时检查，结果写入 findings", "check as well; fills findings"))
    ] = False
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help=both("文件未写明日期时的成文日期", "date of a document that tells none, as 2024-05-06")
        ),
    ] = None
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("本单位词表所在文件夹", "folder with your own lexicon tables")),
    ] = None
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help=both("并行进程数", "number of processes"))] = 1
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=both("只报错误", "say nothing but errors"))] = False
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help=both("另列现状数据、引用文件与改动", "list facts, references and edits as well")
        ),
    ] = False

    def run(self, terminal: Terminal) -> int:
        """Parse all files; 2 where one failed."""
        inputs = Inputs.of(self.files)
        lexicon = None if self.lexicon is None else Lexicon.load(overlay=self.lexicon)
        failed = False
        bar = terminal.progress(len(inputs.files), beside_results=self.output is None)
        with self._writer(terminal, inputs) as write, bar:
            for input, result in zip(inputs.files, self._results(inputs, lexicon), strict=True):
                bar.step()
                if isinstance(result, Failure):
                    failed = True
                    terminal.error(result)
                write(input, result)
        return FAILED if failed else DONE

    def _writer(self, terminal: Terminal, inputs: Inputs) -> AbstractContextManager[Write]:
        if self.output is not None:
            return to_path(self.output, inputs, terminal.language)
        if self.json:
            return nullcontext(to_terminal(terminal, inputs))
        return nullcontext(self._summaries(terminal, inputs))

    def _summaries(self, terminal: Terminal, inputs: Inputs) -> Write:
        def write(input: Input, result: Result) -> None:
            if isinstance(result, PolicyDocument) and not self.quiet:
                summarize(result, input.name, terminal, everything=self.verbose)

        return write

    def _results(self, inputs: Inputs, lexicon: Lexicon | None) -> Iterator[Result]:
        for piped, files in groupby(inputs.files, key=lambda file: file.path is None):
            results: Iterator[Result]
            if piped:
                results = (
                    attempt(sys.stdin.buffer.read(), name=file.name, date=self.date, lexicon=lexicon) for file in files
                )
            else:
                paths = [file.path for file in files if file.path is not None]
                results = parse_many(paths, date=self.date, lexicon=lexicon, jobs=self.jobs)
            for result in results:
                told = (
                    attempt_check(result, lexicon=lexicon)
                    if self.check and isinstance(result, PolicyDocument)
                    else result
                )
                yield told.with_text() if self.with_text and isinstance(told, PolicyDocument) else told
