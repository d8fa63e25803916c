"""Reports as one HTML page each: self-contained, nothing from the network, Chinese or English."""

from policyparse.report.html.comparison import comparison_page
from policyparse.report.html.document import document_page
from policyparse.report.html.page import save
from policyparse.report.html.repair import repair_page
from policyparse.report.html.survey import survey_page

__all__ = ["comparison_page", "document_page", "repair_page", "save", "survey_page"]
