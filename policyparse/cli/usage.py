"""Wrong command lines, said in one line."""

from __future__ import annotations

from typing import Any

import typer

from policyparse.report.wording import Language

CHINESE = (
    ("No such option", "没有这个选项"),
    ("No such command", "没有这个命令"),
    ("Did you mean", "是否想用"),
    ("Possible options", "相近的选项"),
    ("Missing argument", "缺少参数"),
    ("Missing option", "缺少选项"),
    ("Missing command", "缺少命令"),
    ("Invalid value for", "取值有误"),
    ("is not one of", "不在可选值之内："),
    ("requires an argument", "需要一个值"),
    ("Got unexpected extra argument", "多余的参数"),
)
"""Typer's phrases and how they are said in Chinese."""


def explained(error: typer.TyperException, language: Language) -> str:
    """What is wrong with the command line, and where its help is."""
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "policyparse"
    message = " ".join(error.format_message().replace("Value error, ", "").split())
    if language == "en":
        return f"{message.rstrip('.')}; see {path} --help"
    for english, chinese in CHINESE:
        message = message.replace(english, chinese)
    return f"{message.rstrip('.')}；用法见 {path} --help"
