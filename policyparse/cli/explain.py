"""`policyparse explain`: why a target reads as it does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.language import both
from policyparse.cli.options import DONE, Options
from policyparse.cli.terminal import Terminal
from policyparse.errors import UsageError
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.facts import Figure
from policyparse.pipeline import parse
from policyparse.report.explanation import explanation

HELP = both(
    "说明一项目标为何这样解析：每个字段由哪些字词决定，在原文何处。",
    "Say why a target reads as it does: which words decided each field, and where they stand.",
)
EXAMPLES = both(
    "示例：\n\n  policyparse explain 规划.txt f003\n\n  policyparse explain 规划.txt",
    "Examples:\n\n  policyparse explain plan.txt f003\n\n  policyparse explain plan.txt",
)


@dataclass(frozen=True, kw_only=True)
class Explain(Options):
    """The command line of `policyparse explain`."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help=both("政策文件", "a policy document"))]
    figure: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET_ID",
            help=both("目标标识，如 f003；不写则全部说明", "id of a target, such as f003; all targets if not given"),
        ),
    ] = None
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("本单位词表所在文件夹", "folder with your own lexicon tables")),
    ] = None

    def run(self, terminal: Terminal) -> int:
        """Print a table a figure."""
        lexicon = Lexicon.load(overlay=self.lexicon) if self.lexicon is not None else None
        document = parse(self.file, lexicon=lexicon)
        for figure in [_wanted(document, self.figure, str(self.file))] if self.figure else document.targets:
            terminal.table(explanation(document, figure, terminal.language))
        return DONE


def _wanted(document: PolicyDocument, name: str, file: str) -> Figure:
    try:
        return document.figure(name)
    except KeyError:
        count = len(document.targets) + len(document.figures)
        raise UsageError(
            name=file, zh=f"没有标识为 {name} 的目标", en=f"there is no target or figure {name}",
            cure_zh=f"标识从 f001 到 f{count:03d}，policyparse parse --json 会列出", cure_en=f"they run from f001 to f{count:03d}; policyparse parse --json lists them",
        ) from None  # fmt: skip
