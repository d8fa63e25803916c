"""From clean text and its outline to responsibilities, quantities, targets and references."""

from policyparse.extract.responsibilities import Duties, responsibilities

__all__ = ["Duties", "responsibilities"]
