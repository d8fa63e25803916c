"""The rules, one file each."""

from __future__ import annotations

from functools import lru_cache

from policyparse.check.rule import Rule
from policyparse.check.rules import (
    broken_paragraph,
    contradictory_targets,
    conversion_artefact,
    duplicate_block,
    folded_width,
    foreign_passage,
    inconsistent_party_name,
    likely_typo,
    malformed_date,
    malformed_document_number,
    missing_characters,
    missing_figure,
    missing_glyph,
    missing_heading,
    missing_punctuation,
    missing_table,
    mixed_line_endings,
    mixed_script,
    mojibake,
    near_duplicate,
    numbering_gap,
    numbering_jump,
    numbering_repeat,
    renumbered_duplicate,
    site_chrome,
    stray_whitespace,
    stutter,
    taiwan_vocabulary,
    target_without_deadline,
    target_without_lead,
    truncated_end,
    unbalanced_bracket,
    unbalanced_quote,
    wrong_year,
)

_MODULES = (
    duplicate_block, renumbered_duplicate, near_duplicate, stutter,
    numbering_gap, numbering_repeat, numbering_jump, missing_heading,
    broken_paragraph, truncated_end, unbalanced_bracket, unbalanced_quote, missing_punctuation, missing_characters,
    missing_glyph, mojibake, missing_table, missing_figure,
    foreign_passage, site_chrome,
    conversion_artefact, taiwan_vocabulary, mixed_script, folded_width, likely_typo, stray_whitespace,
    mixed_line_endings,
    malformed_document_number, malformed_date, wrong_year, inconsistent_party_name,
    target_without_deadline, target_without_lead, contradictory_targets,
)  # fmt: skip


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(sorted((Rule.of(module) for module in _MODULES), key=lambda rule: rule.code))
