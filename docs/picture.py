"""The READMEs' pictures, drawn from the real output; ``python docs/make.py`` writes them."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

import policyparse as pp
from policyparse.cli.summary import summarize
from policyparse.cli.terminal import Terminal
from policyparse.report.wording import Language

ROOT = Path(__file__).resolve().parent.parent
PLAN = Path("corpus/texts/yunzhou-city.txt")
WIDTH = 116
COLUMN = 12.2
"""Width of a column in rich's SVG."""
TEXT = re.compile(r'<text( class="[^"]*-r\d+") x="([\d.]+)"( y="[\d.]+") textLength="[\d.]+"([^>]*)>([^<]*)</text>')
WORD = re.compile(r"[!-~]+|[^\s!-~]+")
"""A run of characters of one width."""
ROWS = 12
"""Rows shown of each table; the rest is told by a line of dots."""
FONTS = "Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"


def drawing(language: Language) -> str:
    """What ``policyparse parse`` prints, each table cut short, as an SVG without anything from the network."""
    shown = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    shown.print(Text(f"$ policyparse parse {PLAN}" + (" --lang zh" if language == "zh" else ""), style="bold green"))
    for line in cut(printed(language)):
        shown.print(Text.from_ansi(line), overflow="crop", no_wrap=True)
    svg = shown.export_svg(title="policyparse")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONTS};", svg)
    svg = svg.replace("font-size: 20px;", "font-size: 22px;")
    svg = TEXT.sub(placed, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def placed(text: re.Match[str]) -> str:
    """A stretch of text as words, each where its column is: rich takes every character for one column wide."""
    before, left, middle, after, content = text.groups()
    content = html.unescape(content)
    parts = []
    for word in WORD.finditer(content):
        x = float(left) + COLUMN * cell_len(content[: word.start()])
        width = COLUMN * cell_len(word[0])
        parts.append(
            f'<text{before} x="{x:g}"{middle} textLength="{width:g}" lengthAdjust="spacingAndGlyphs"{after}>'
            f"{html.escape(word[0], quote=False)}</text>"
        )
    return "".join(parts)


def printed(language: Language) -> list[str]:
    """The lines of the summary, with colours."""
    stream = io.StringIO()
    console = Console(file=stream, width=WIDTH, force_terminal=True, color_system="truecolor", highlight=False)
    terminal = Terminal(language, console, console)
    summarize(pp.parse(ROOT / PLAN), str(PLAN), terminal, everything=False)
    return stream.getvalue().splitlines()


def cut(lines: list[str]) -> list[str]:
    """The lines, with tables longer than ROWS cut."""
    kept: list[str] = []
    rows = None
    for line in lines:
        bare = re.sub(r"\x1b\[[0-9;]*m", "", line).strip()
        if set(bare) == {"─"}:
            rows = 0
        elif not bare:
            rows = None
        elif rows is not None:
            rows += 1
            if rows > ROWS:
                if rows == ROWS + 1:
                    kept.append(" ⋮")
                continue
        kept.append(line)
    return kept
