"""Word files: DOCX as it is, and what LibreOffice turns into DOCX."""

from policyparse.read.word.docx import DOCX
from policyparse.read.word.legacy import LEGACY

__all__ = ["DOCX", "LEGACY"]
