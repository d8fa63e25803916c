"""From clean text and its outline to responsibilities, quantities, targets and references."""

from policyparse.extract.figures import figures
from policyparse.extract.references import references
from policyparse.extract.responsibilities import Duties

__all__ = ["Duties", "figures", "references"]
