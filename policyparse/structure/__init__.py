"""Structure: clean text to outline and metadata."""

from policyparse.structure.outline import outline

__all__ = ["outline"]
