"""A linter for policy documents: what is wrong with a text, exactly where, and what it should say."""

from policyparse.check.engine import check
from policyparse.check.rule import Remark, Rule
from policyparse.check.rules import rules
from policyparse.check.view import View

__all__ = ["Remark", "Rule", "View", "check", "rules"]
