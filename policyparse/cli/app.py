"""All commands under one name, with their help in one language."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from policyparse.cli import check, compare, explain, parse, repair, rules, schema, table
from policyparse.cli.language import both, in_language
from policyparse.report.wording import Language, pick
from policyparse.version import VERSION

ABOUT = both(
    "解析中文政策文件：哪一条定了哪项目标、由谁负责、到何时，出处精确到字。",
    "Mine Chinese policy documents: which clause sets which target, who leads, by when, and exactly where it stands.",
)
LANGUAGE_HELP = both("界面语言，默认随系统环境", "language for people; by environment if not given")
HELP_HELP = both("显示本说明", "show this help")


def command_line(language: Language) -> Any:
    """Typer's command; its ``main(arguments, standalone_mode=False)`` gives what the line was read into."""
    app = typer.Typer(name="policyparse", help=ABOUT, add_completion=False, rich_markup_mode="rich")
    app.callback()(_top)
    app.command("parse", help=parse.HELP, epilog=parse.EXAMPLES)(parse.Parse)
    app.command("compare", help=compare.HELP, epilog=compare.EXAMPLES)(compare.Compare)
    app.command("table", help=table.HELP, epilog=table.EXAMPLES)(table.MakeTable)
    app.command("check", help=check.HELP, epilog=check.EXAMPLES)(check.Check)
    app.command("rules", help=rules.HELP, epilog=rules.EXAMPLES)(rules.Rules)
    app.command("explain", help=explain.HELP, epilog=explain.EXAMPLES)(explain.Explain)
    app.command("repair", help=repair.HELP, epilog=repair.EXAMPLES)(repair.Mend)
    app.command("schema", help=schema.HELP, epilog=schema.EXAMPLES)(schema.Schema)
    command = typer.main.get_command(app)
    _localize(command, language)
    return command


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"policyparse {VERSION}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=both("版本号", "the version"))
    ] = False,
    lang: Annotated[Language | None, typer.Option(help=LANGUAGE_HELP)] = None,
) -> None:
    """What stands before a command."""


def _localize(command: Any, language: Language) -> None:
    """Leave of every help text the half that is wanted."""
    for field in ("help", "short_help", "epilog"):
        setattr(command, field, in_language(getattr(command, field), language))
    panels = {"argument": pick(("参数", "Arguments"), language), "option": pick(("选项", "Options"), language)}
    asks_for_help = command.get_help_option(typer.Context(command))
    asks_for_help.help = HELP_HELP
    for parameter in (*command.params, asks_for_help):
        parameter.help = in_language(parameter.help, language)
        parameter.rich_help_panel = panels[parameter.param_type_name]
    for child in getattr(command, "commands", {}).values():
        child.rich_help_panel = pick(("命令", "Commands"), language)
        _localize(child, language)
