"""The findings of a check: for a terminal, for GitHub's log, for SARIF viewers."""
