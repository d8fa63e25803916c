"""``python -m policyparse``."""

import sys

from policyparse.cli import main

if __name__ == "__main__":
    sys.exit(main())
