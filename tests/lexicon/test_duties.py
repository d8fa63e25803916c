"""The duty words: every row's example reads as its row says, and the rows are in order."""

import pytest

from policyparse.extract.duties.parties import read_statement
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import DutyWord

LEXICON = Lexicon.load()
ROLES = {"lead": {"lead"}, "owner": {"lead"}, "joint": {"joint"}, "support": {"support"}}


@pytest.mark.parametrize("row", LEXICON.duties, ids=lambda row: row.surface)
def test_every_example_reads_as_its_row_says(row: DutyWord) -> None:
    assert row.surface in row.example
    reading = read_statement(row.example, LEXICON)
    if row.role in ("person", "deadline") or row.side == "note":
        assert reading is None
    elif row.side == "between":
        assert reading is not None
        assert [party.role for party in reading.parties] == [row.role, "joint"]
    else:
        assert reading is not None
        assert not any(row.surface in party.name for party in reading.parties)
        roles = [party.role for party in reading.parties]
        if row.role in ROLES:
            assert set(roles) == ROLES[row.role]
        elif row.role == "answer":
            assert roles == ["lead"]


def test_rows_are_sorted_and_none_says_what_another_says() -> None:
    rows = LEXICON.duties
    assert list(rows) == sorted(rows, key=lambda row: (row.side, row.role, row.surface))
    labels = [row for row in rows if row.side == "before"]
    for row in labels:
        shorter = [o for o in labels if o.surface != row.surface and row.surface.endswith(o.surface)]
        assert all(other.role != row.role for other in shorter), row
