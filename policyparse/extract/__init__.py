"""From clean text and its outline to responsibilities, targets, figures and references.

``quantities`` finds numbers with units, ``times`` dates and what they govern, ``tables`` grids of cells, ``duties`` the
bodies that answer for something, and ``targets`` puts these together into figures about an indicator.
"""

from policyparse.extract.duties.responsibilities import Duties
from policyparse.extract.references import references
from policyparse.extract.targets.figures import figures

__all__ = ["Duties", "figures", "references"]
