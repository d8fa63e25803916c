"""Mend a damaged text by a plan of edits that answers the findings."""

from policyparse.repair.plan import clean, plan, replay

__all__ = ["clean", "plan", "replay"]
