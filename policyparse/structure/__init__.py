"""Structure: clean text to outline and metadata."""

from policyparse.structure.letterhead import letterhead
from policyparse.structure.outline import outline

__all__ = ["letterhead", "outline"]
