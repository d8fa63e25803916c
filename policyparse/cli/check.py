"""`policyparse check`: what is wrong with documents, and where."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from policyparse.batch import attempt, attempt_check
from policyparse.check.baseline import Baseline
from policyparse.check.rule import Rule
from policyparse.check.rules import rules
from policyparse.check.selection import named, select
from policyparse.cli import findings
from policyparse.cli.configuration import CheckSettings
from policyparse.cli.inputs import Inputs
from policyparse.cli.language import both
from policyparse.cli.options import DONE, FAILED, FINDINGS, Options
from policyparse.cli.rules import explain
from policyparse.cli.terminal import Terminal
from policyparse.errors import UsageError
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.report import html

HELP = both(
    "检查文件：重复、插入、断句、编号错乱、缺字、目标缺时限等，逐处指出。有错误时返回 1。",
    "Check documents: copies, foreign passages, cut sentences, numbering, lost characters, targets without a deadline. "
    "Returns 1 where there is an error.",
)
EXAMPLES = both(
    """示例：

  policyparse check 文章.txt

  policyparse check 文件夹/ --select D,N,B --format sarif -o 结果.sarif

  policyparse check 文章.txt -o 检查报告.html

  policyparse check 文章.txt --write-baseline 已知.json

  policyparse check --explain D101""",
    """Examples:

  policyparse check article.txt

  policyparse check folder/ --select D,N,B --format sarif -o results.sarif

  policyparse check article.txt -o report.html

  policyparse check article.txt --write-baseline known.json

  policyparse check --explain D101""",
)
Form = Literal["text", "json", "jsonl", "sarif", "github", "html"]
RULES_HELP = both("规则代码、名称或其开头，逗号分隔", "codes, names or beginnings of them, with commas between")


@dataclass(frozen=True, kw_only=True)
class Check(Options):
    """The command line of `policyparse check`."""

    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help=both("文件、文件夹或通配符；- 为标准输入", "files, folders or patterns; - is standard input"),
        ),
    ] = None
    select: Annotated[str | None, typer.Option(metavar="RULES", help=RULES_HELP)] = None
    ignore: Annotated[str | None, typer.Option(metavar="RULES", help=RULES_HELP)] = None
    format: Annotated[Form, typer.Option("--format", help=both("输出格式", "form of the output"))] = "text"
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both("写入该文件；.html 为检查报告", "write into this file; an .html is a report"),
        ),
    ] = None
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=both("已知问题清单，只报新问题", "known findings; only new ones are told")),
    ] = None
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=both("把现有问题记为已知", "write the present findings as known ones")),
    ] = None
    explain: Annotated[
        str | None, typer.Option(metavar="RULE", help=both("说明一条规则", "tell what a rule looks for"))
    ] = None
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("本单位词表所在文件夹", "folder with your own lexicon tables")),
    ] = None
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help=both("只列出各规则的处数和行号", "only how often each rule speaks, and where")
        ),
    ] = False
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help=both("提示级问题也列出原文", "show the lines of notes as well")),
    ] = False

    def run(self, terminal: Terminal) -> int:
        """Check all files; 2 where one failed, 1 where an error stands."""
        if self.explain is not None:
            for rule in named(rules(), self.explain):
                explain(rule, terminal)
            return DONE
        settings = CheckSettings.nearest(Path.cwd())
        chosen = select(rules(), _words(self.select) or settings.select, [*_words(self.ignore), *settings.ignore])
        inputs = self._inputs()
        results = self._results(inputs, chosen, self.lexicon or settings.lexicon)
        if self.write_baseline is not None:
            return self._known(list(results), terminal)
        known = self.baseline or settings.baseline
        return self._tell(_fresh(results, known), chosen, terminal)

    def _inputs(self) -> Inputs:
        if not self.files:
            raise UsageError(
                zh="没有要检查的文件", en="there is no file to check",
                cure_zh="请写出文件、文件夹或通配符", cure_en="name files, folders or patterns",
            )  # fmt: skip
        inputs = Inputs.of(self.files)
        if self.output is not None and any(
            file.path is not None and file.path.resolve() == self.output.resolve() for file in inputs.files
        ):
            raise UsageError(
                name=str(self.output), zh="输出会覆盖输入文件", en="the output would overwrite an input",
                cure_zh="请换一个输出文件名", cure_en="choose another name for the output",
            )  # fmt: skip
        if inputs.several and self._reports:
            raise UsageError(
                name=None if self.output is None else str(self.output), zh="一个 .html 报告只装一个文件的结果",
                en="an .html report holds the result of one file",
                cure_zh="请逐一检查，或改用 --format json", cure_en="check them one by one, or use --format json",
            )  # fmt: skip
        return inputs

    @property
    def _reports(self) -> bool:
        """Whether a page for people is wanted."""
        named = self.output is not None and self.output.suffix.lower() == ".html"
        return self.format == "html" or (self.format == "text" and named)

    def _results(self, inputs: Inputs, chosen: Sequence[Rule], folder: Path | None) -> Iterator[findings.Result]:
        lexicon = None if folder is None else Lexicon.load(overlay=folder)
        for file in inputs.files:
            if file.path is None:
                result = attempt(sys.stdin.buffer.read(), name=file.name, lexicon=lexicon)
            else:
                result = attempt(file.path, name=file.name, lexicon=lexicon)
            yield result if isinstance(result, Failure) else attempt_check(result, chosen, lexicon=lexicon)

    def _known(self, results: list[findings.Result], terminal: Terminal) -> int:
        assert self.write_baseline is not None
        documents = [result for result in results if isinstance(result, PolicyDocument)]
        Baseline.of(documents).save(self.write_baseline)
        count = sum(len(document.findings) for document in documents)
        terminal.note(terminal.pick(f"已记录 {count} 处", f"{count} findings written"))
        return self._code(results, terminal, errors=False)

    def _tell(self, results: Iterator[findings.Result], chosen: Sequence[Rule], terminal: Terminal) -> int:
        """Text and lines come file by file; the other forms are one value over all files."""
        if self.format == "text" and self.output is None:
            held = []
            for result in results:
                held.append(result)
                if isinstance(result, PolicyDocument):
                    findings.summary(result, chosen, terminal, briefly=not self.statistics)
                    if not self.statistics:
                        findings.show(result, chosen, terminal, everything=self.verbose)
            findings.total(held, terminal)
            return self._code(held, terminal)
        held = list(results)
        findings.put(self._data(held, chosen, terminal), self.output, terminal)
        return self._code(held, terminal)

    def _data(self, held: Sequence[findings.Result], chosen: Sequence[Rule], terminal: Terminal) -> bytes:
        """The results as the bytes of a file."""
        documents = [result for result in held if isinstance(result, PolicyDocument)]
        if self._reports:
            pages = (html.document_page(document, terminal.language) for document in documents)
            return "".join(pages).encode("utf-8", "replace")
        if self.format == "json":
            return findings.as_json(held)
        if self.format == "jsonl":
            return b"".join(map(findings.as_line, held))
        if self.format == "sarif":
            return findings.as_sarif(held, chosen, terminal)
        if self.format == "github":
            return b"".join(findings.as_commands(document, terminal) for document in documents)
        raise UsageError(
            name=str(self.output), zh="文字结果直接显示，不写入文件", en="text is shown, not written",
            cure_zh="请加 --format json、jsonl、sarif、github 或 html，或写入 .html",
            cure_en="add --format json, jsonl, sarif, github or html, or write an .html",
        )  # fmt: skip

    def _code(self, results: Sequence[findings.Result], terminal: Terminal, *, errors: bool = True) -> int:
        failures = [result for result in results if isinstance(result, Failure)]
        for failure in failures:
            terminal.error(failure)
        if failures:
            return FAILED
        stand = any(
            finding.severity == "error"
            for result in results
            if isinstance(result, PolicyDocument)
            for finding in result.findings
        )
        return FINDINGS if errors and stand else DONE


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (text or "").replace("，", ",").split(",") if word.strip())


def _fresh(results: Iterator[findings.Result], path: Path | None) -> Iterator[findings.Result]:
    """Without what the baseline knows."""
    if path is None:
        yield from results
        return
    baseline = Baseline.load(path)
    for result in results:
        yield result if isinstance(result, Failure) else baseline.without_known(result)
