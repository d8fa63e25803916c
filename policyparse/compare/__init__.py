"""Compare documents: two side by side, or one with several."""

from policyparse.compare.documents import compare

__all__ = ["compare"]
