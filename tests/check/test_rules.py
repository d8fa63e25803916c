"""Each rule speaks up at its bad sample and is silent at its good one; the rules are in order and documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policyparse.check.engine import check
from policyparse.check.rule import Rule
from policyparse.check.rules import rules
from policyparse.model.document import PolicyDocument
from policyparse.pipeline import parse_text

SECTIONS = ("What it looks for.", "Why.", "Example.", "What to do.", "Known false alarms.")
FAMILIES = {
    "D": ("D101", "D102", "D103", "D104"),
    "N": ("N101", "N102", "N103", "N104"),
    "B": tuple(f"B{number}" for number in range(101, 111)),
    "F": ("F101", "F102"),
    "C": tuple(f"C{number}" for number in range(101, 108)),
    "M": ("M101", "M102", "M103", "M104"),
    "T": ("T101", "T102", "T103"),
}


def named(document: PolicyDocument, rule: Rule) -> list[str]:
    return [document.source_text(finding.span) for finding in document.findings if finding.code == rule.code]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_finds_its_bad_sample(rule: Rule) -> None:
    assert named(check(parse_text(rule.bad)), rule)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_silent_at_its_good_sample(rule: Rule) -> None:
    assert named(check(parse_text(rule.good)), rule) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_good_samples_are_good_for_all_rules(rule: Rule) -> None:
    loud = [finding for finding in check(parse_text(rule.good)).findings if finding.severity != "info"]
    assert loud == []


def test_all_rules_of_the_design_are_there_by_code() -> None:
    assert [rule.code for rule in rules()] == sorted(code for codes in FAMILIES.values() for code in codes)
    assert len({rule.name for rule in rules()}) == len(rules())


def test_no_rule_file_is_left_out() -> None:
    folder = Path(__file__).resolve().parents[2] / "policyparse" / "check" / "rules"
    files = {file.stem.replace("_", "-") for file in folder.glob("*.py") if file.stem != "__init__"}
    assert files == {rule.name for rule in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_looks_for_and_where_it_fails(rule: Rule) -> None:
    assert [section for section in SECTIONS if f"**{section}**" not in rule.doc] == []
    assert rule.title
    assert re.fullmatch("[\u4e00-\u9fff]+", rule.title)
