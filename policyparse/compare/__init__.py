"""Compare documents: two side by side, or one with several."""

from policyparse.compare.documents import compare
from policyparse.compare.many import compare_many

__all__ = ["compare", "compare_many"]
