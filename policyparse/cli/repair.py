"""`policyparse repair`: mend a damaged text, and say what was done."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.language import both
from policyparse.cli.options import DONE, Options
from policyparse.cli.terminal import Terminal
from policyparse.lexicon import Lexicon
from policyparse.model.repair import Repair
from policyparse.pipeline import parse, repair
from policyparse.report import html
from policyparse.report.repairs import steps

HELP = both(
    "修复受损文本：删除重复与插入内容，接合断句，改正编号；每处改动说明原因。",
    "Mend a damaged text: drop copies and foreign passages, join cut sentences, renumber; each edit with its reason.",
)
EXAMPLES = both(
    "示例：\n\n  policyparse repair 文章.txt\n\n  policyparse repair 文章.txt -o 修复.txt --plan 方案.json --report 报告.html --unsafe",
    "Examples:\n\n  policyparse repair article.txt\n\n  policyparse repair article.txt -o clean.txt --plan plan.json --report report.html --unsafe",
)


@dataclass(frozen=True, kw_only=True)
class Mend(Options):
    """The command line of `policyparse repair`."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help=both("受损的文件", "the damaged file"))]
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help=both("写入修复后的文本", "write the mended text here")),
    ] = None
    plan: Annotated[
        Path | None, typer.Option(metavar="FILE", help=both("写入修复方案（JSON）", "write the plan here, as JSON"))
    ] = None
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help=both("写入修复报告（.html）", "write a report here, as .html"))
    ] = None
    unsafe: Annotated[
        bool,
        typer.Option("--unsafe", help=both("也执行不能确保无损的操作", "take steps that may lose something as well")),
    ] = False
    normalize: Annotated[
        bool,
        typer.Option(
            "--normalize", help=both("同时规范字形、断行与版面文字", "clean script, line wraps and furniture too")
        ),
    ] = False
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("本单位词表所在文件夹", "folder with your own lexicon tables")),
    ] = None

    def run(self, terminal: Terminal) -> int:
        """Write the mended text or print it; tell the steps."""
        lexicon = Lexicon.load(overlay=self.lexicon) if self.lexicon is not None else None
        document = parse(self.file, lexicon=lexicon)
        mended = repair(document, unsafe=self.unsafe, normalized=self.normalize, lexicon=lexicon)
        if self.plan is not None:
            self.plan.write_text(mended.model_dump_json(indent=1, exclude={"text"}) + "\n", "utf-8")
        if self.output is not None:
            self.output.write_text(mended.text, "utf-8", newline="")
        if self.report is not None:
            html.save(html.repair_page(mended, document.text, terminal.language), self.report)
        if self.output is None and self.plan is None and self.report is None:
            terminal.data(mended.text.encode("utf-8", "replace"))
        else:
            terminal.table(steps(mended, document.text, terminal.language))
        terminal.note(_summary(mended, terminal))
        return DONE


def _summary(mended: Repair, terminal: Terminal) -> str:
    done, left = len(mended.steps), len(mended.left)
    more = terminal.pick(f"；另有 {left} 处需 --unsafe", f"; {left} more with --unsafe") if left else ""
    return terminal.pick(f"执行 {done} 处修复", f"{done} steps taken") + more
