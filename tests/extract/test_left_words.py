"""The words before a quantity."""

from __future__ import annotations

import sys

from policyparse.extract.targets.left_words import TAIL, TAIL_ENDS


def test_what_a_tail_may_end_with_is_known() -> None:
    """The set keeps the search away from the many words that end in nothing of it, so it has to be whole."""
    alone = {chr(code) for code in range(sys.maxunicode) if TAIL.search(f"户{chr(code)}")}
    assert TAIL.search("户新台币")
    assert TAIL.search("户按照")
    assert all(map(TAIL.search, ("户由目前", "户从现有", "户从原来", "2020年的水平")))
    assert alone | set("币照前有来平") == TAIL_ENDS
