"""The steps of a repair as plain rows."""

from __future__ import annotations

from types import MappingProxyType

from policyparse.model.repair import Repair, Step
from policyparse.report.tables import Table
from policyparse.report.wording import Language, pick

KINDS = MappingProxyType({
    "drop": ("删除", "drop"), "move": ("移动", "move"), "join": ("接合", "join"),
    "renumber": ("改编号", "renumber"), "replace": ("替换", "replace"),
})  # fmt: skip
HEADS = (("操作", "step"), ("位置", "line"), ("原文", "text"), ("改为", "becomes"), ("原因", "why"), ("安全", "safe"))
LONGEST = 40


def steps(repair: Repair, source: str, language: Language) -> Table:
    """One row a step, in text order; places are lines of the source text, from 1."""
    rows = tuple(
        (
            pick(KINDS[step.kind], language),
            str(source.count("\n", 0, step.span.start) + 1),
            _short(source[step.span.start : step.span.end]),
            _becomes(step, source, language),
            f"{step.reason.zh if language == 'zh' else step.reason.en}（{step.answers.code}）",
            pick(("是", "yes") if step.safe else ("否", "no"), language),
        )
        for step in repair.steps
    )
    return Table(pick(("修复操作", "Steps"), language), tuple(pick(head, language) for head in HEADS), rows)


def _becomes(step: Step, source: str, language: Language) -> str:
    """The new words, or the line before which a block goes."""
    if step.to is None:
        return step.text or ""
    line = source.count("\n", 0, step.to) + 1
    return pick((f"移到第 {line} 行之前", f"goes before line {line}"), language)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
