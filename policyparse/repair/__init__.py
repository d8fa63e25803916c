"""Mend a damaged text by a plan of edits that answers the findings."""
