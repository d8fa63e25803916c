"""`policyparse schema`: the published JSON Schemas."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from policyparse import schema
from policyparse.cli.language import both
from policyparse.cli.options import DONE, Options
from policyparse.cli.terminal import Terminal
from policyparse.errors import UsageError

HELP = both(
    "输出 JSON Schema（draft 2020-12），说明解析结果的每个字段。",
    "Print the JSON Schema (draft 2020-12) that describes every field of the results.",
)
EXAMPLES = both(
    "示例：\n\n  policyparse schema > document.schema.json\n\n  policyparse schema --write schemas",
    "Examples:\n\n  policyparse schema > document.schema.json\n\n  policyparse schema --write schemas",
)


@dataclass(frozen=True, kw_only=True)
class Schema(Options):
    """The command line of `policyparse schema`."""

    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=both(f"名称：{'、'.join(schema.PUBLISHED)}", f"one of {', '.join(schema.PUBLISHED)}")
        ),
    ] = "document"
    write: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=both("把全部 Schema 写入该文件夹", "write all schemas into this folder")),
    ] = None

    def run(self, terminal: Terminal) -> int:
        """Print one schema, or write all."""
        if self.write is not None:
            for file in schema.write(self.write):
                terminal.note(str(file))
            return DONE
        if self.name not in schema.PUBLISHED:
            known = ", ".join(schema.PUBLISHED)
            raise UsageError(
                name=self.name, zh="没有这个名称的 Schema", en="there is no schema of this name",
                cure_zh=f"可用：{known}", cure_en=f"the names are: {known}",
            )  # fmt: skip
        terminal.data(schema.schema_text(self.name).encode())
        return DONE
