"""Web pages: HTML as sites serve it, and MHTML as browsers save it."""

from policyparse.read.web.html import HTML
from policyparse.read.web.mhtml import MHTML

__all__ = ["HTML", "MHTML"]
