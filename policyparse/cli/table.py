"""`policyparse table`: the tables that an office makes of a document by hand."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

import typer

from policyparse.batch import attempt
from policyparse.cli.inputs import Inputs
from policyparse.cli.language import both
from policyparse.cli.options import DONE, FAILED, Options
from policyparse.cli.output import not_an_input
from policyparse.cli.terminal import Terminal
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.report import office
from policyparse.report.papers import table_paper
from policyparse.report.save import FORMS, form_of, save_paper

HELP = both(
    "编制任务分解表、指标表或责任清单：重点任务、目标、牵头单位、配合单位、完成时限、出处。",
    "Make the office's tables: tasks with targets, who leads, who supports, by when; targets alone; duties by body.",
)
EXAMPLES = both(
    """示例：

  policyparse table 方案.docx -o 任务分解表.xlsx

  policyparse table 方案.docx -o 任务分解表.docx

  policyparse table 方案.docx --kind duties -o 责任清单.xlsx

  policyparse table 文件夹/ --kind targets -o 指标表.csv""",
    """Examples:

  policyparse table plan.docx -o tasks.xlsx

  policyparse table plan.docx -o tasks.docx

  policyparse table plan.docx --kind duties -o duties.xlsx

  policyparse table folder/ --kind targets -o targets.csv""",
)

Kind = Literal["tasks", "targets", "duties"]
TABLES: Mapping[Kind, office.Make] = MappingProxyType(
    {"tasks": office.tasks, "targets": office.targets, "duties": office.duties}
)


@dataclass(frozen=True, kw_only=True)
class MakeTable(Options):
    """The command line of `policyparse table`."""

    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help=both("文件、文件夹或通配符；- 为标准输入", "files, folders or patterns; - is standard input"),
        ),
    ]
    kind: Annotated[
        Kind,
        typer.Option(
            help=both(
                "tasks 任务分解表，targets 指标表，duties 责任清单",
                "tasks: what is to be done; targets: what is to be reached; duties: who answers for what",
            )
        ),
    ] = "tasks"
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help=both("写入 .xlsx、.docx、.csv 或 .md 文件", "write a .xlsx, .docx, .csv or .md file"),
        ),
    ] = None
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

    def run(self, terminal: Terminal) -> int:
        """Make the table of all files together; 2 where one failed."""
        inputs = Inputs.of(self.files)
        if self.output is not None:
            form_of(self.output, tuple(FORMS))
            not_an_input(self.output, inputs.files)
        documents = self._documents(inputs, terminal)
        if documents:
            self._write(documents, terminal)
        return DONE if len(documents) == len(inputs.files) else FAILED

    def _documents(self, inputs: Inputs, terminal: Terminal) -> list[PolicyDocument]:
        """Those that could be parsed; the others are told."""
        lexicon = None if self.lexicon is None else Lexicon.load(overlay=self.lexicon)
        documents = []
        for file in inputs.files:
            content = sys.stdin.buffer.read() if file.path is None else file.path
            result = attempt(content, name=file.name if file.path is None else None, date=self.date, lexicon=lexicon)
            if isinstance(result, Failure):
                terminal.error(result)
            else:
                documents.append(result)
        return documents

    def _write(self, documents: list[PolicyDocument], terminal: Terminal) -> None:
        paper = table_paper(documents, TABLES[self.kind], terminal.language)
        table = paper.tables[0]
        if self.output is not None:
            save_paper(paper, self.output)
        elif table.rows:
            terminal.line(paper.title, style="bold reverse")
            terminal.table(table)
        if not table.rows:
            terminal.note(terminal.pick(f"{table.title}没有内容", f"{table.title}: nothing to list"))
