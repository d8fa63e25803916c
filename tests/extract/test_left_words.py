"""The words before a quantity."""

from __future__ import annotations

import sys

from policyparse.extract.targets.left_words import TAIL, TAIL_ENDS


def test_what_a_tail_may_end_with_is_known() -> None:
    """The set keeps the search away from the many words that end in nothing of it, so it has to be whole."""
    alone = {chr(code) for code in range(sys.maxunicode) if TAIL.search(f"户{chr(code)}")}
    assert TAIL.search("户新台币")
    assert TAIL.search("户按照")
    assert alone | {"币", "照"} == TAIL_ENDS
