"""From a template to a page that holds its own style and script and may load nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policyparse.errors import MissingExtra
from policyparse.report.wording import Language, pick, share
from policyparse.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = "templates"


def render(template: str, language: Language, **content: object) -> str:
    """The page that `template` makes of `content`. Every text in it is escaped; its style and script are ours alone.

    The page forbids itself all but its own style and script (Content Security Policy, by their digests), so that
    nothing within a document's text could load or run. Raises `MissingExtra` where jinja2 is not installed.
    """
    environment = _environment()
    style, script = _asset("page.css"), _asset("page.js")

    def say(zh: str, en: str) -> str:
        return pick((zh, en), language)

    return environment.get_template(template).render(
        **content, t=say, language=language, version=VERSION, style=style, script=script,
        policy=f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def save(page: str, path: Path) -> None:
    """Write a page as UTF-8."""
    path.write_bytes(page.encode("utf-8", "replace"))


def counted(
    counts: Counter[str], words: Mapping[str, tuple[str, str]], language: Language
) -> list[tuple[str, str, int]]:
    """Code, word and number of what there is, in the order of `words`."""
    return [(code, pick(pair, language), counts[code]) for code, pair in words.items() if counts[code]]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra(
            zh="生成 HTML 报告需要安装附加组件", en="HTML reports need an optional package",
            cure_zh='请运行：pip install "policyparse[report]"', cure_en='run: pip install "policyparse[report]"',
        ) from error  # fmt: skip
    environment = Environment(
        loader=PackageLoader(__package__, TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["share"] = share
    return environment


@lru_cache(maxsize=4)
def _asset(name: str) -> Any:
    """A style or script of ours, to be put into a page as it is."""
    from markupsafe import Markup

    return Markup("\n" + files(__package__).joinpath(TEMPLATES, name).read_text("utf-8"))


def _digest(text: str) -> str:
    """The digest by which a page names what may run in it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
