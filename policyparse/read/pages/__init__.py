"""Documents that know only where each character stands on its page: PDF, OFD and pictures of pages."""
