"""The command line: ``policyparse COMMAND …``. One file a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from policyparse.cli.app import command_line
from policyparse.cli.language import language_of
from policyparse.cli.options import DONE, FAILED
from policyparse.cli.terminal import Terminal
from policyparse.cli.usage import explained
from policyparse.errors import PolicyParseError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process, if none is given); the exit code. Errors are one line with a cure."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    language = language_of(arguments, os.environ)
    terminal = Terminal.open(language)
    try:
        return _run(arguments, terminal)
    except PolicyParseError as error:
        terminal.note(error.text(language), style="red")
    except typer.TyperException as error:
        terminal.note(explained(error, language), style="red")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        terminal.note(f"{error.filename or 'policyparse'}: {error.strerror or error}", style="red")
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    return FAILED


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
    command = command_line(terminal.language)
    read = command.main(list(arguments) or ["--help"], prog_name="policyparse", standalone_mode=False)
    return read if isinstance(read, int) else read.run(terminal)
