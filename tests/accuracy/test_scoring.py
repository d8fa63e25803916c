"""The measures count what they say they count."""

from __future__ import annotations

from typing import Any

import pytest

import policyparse as pp
from scoring import Ratio, Score, score, together

TEXT = """一、总体目标
到2027年，再生水利用率达到35%以上，新建污水管网120公里。（市水务局牵头，市财政局配合）"""


@pytest.fixture
def document() -> pp.PolicyDocument:
    return pp.parse_text(TEXT)


@pytest.fixture
def gold(document: pp.PolicyDocument) -> dict[str, Any]:
    """Annotations that say what the document says."""

    def row(record: Any) -> dict[str, Any]:
        plain = record.model_dump(mode="json")
        return {**plain, **plain["span"]}

    return {
        "targets": [row(figure) for figure in (*document.targets, *document.figures)],
        "clauses": [{**row(clause), "path": "/".join(clause.path)} for clause in document.clauses],
        "responsibilities": [row(duty) for duty in document.responsibilities],
        "meta": None,
    }


def test_what_agrees_is_all_right(document: pp.PolicyDocument, gold: dict[str, Any]) -> None:
    found = score("x", document, gold)
    assert {measure: ratio.value for measure, ratio in found.measures.items()} == {
        **dict.fromkeys(found.measures, 1.0), "metadata": None,
    }  # fmt: skip


def test_what_is_missed_and_what_is_too_much_count_alike(document: pp.PolicyDocument, gold: dict[str, Any]) -> None:
    missed = {**gold, "targets": [*gold["targets"], {**gold["targets"][0], "start": 0, "end": 2, "span": None}]}
    too_much = {**gold, "targets": gold["targets"][:1]}
    assert score("x", document, missed)["targets"] == pytest.approx(2 * 2 / 5)
    assert score("x", document, too_much)["targets"] == pytest.approx(2 * 1 / 3)


@pytest.mark.parametrize(
    ("field", "value"), [("value", 36), ("unit", "个"), ("comparator", "le"), ("deadline", 2028), ("indicator", "供水普及率")]
)  # fmt: skip
def test_a_field_that_differs_costs_its_own_share_and_the_strict_one(
    document: pp.PolicyDocument, gold: dict[str, Any], field: str, value: object
) -> None:
    gold["targets"][0][field] = value
    found = score("x", document, gold)
    assert found[field] == 0.5
    assert found["strict"] == 0.5
    assert found["targets"] == 1
    gold["targets"][0][f"{field}_ok"] = [getattr(document.targets[0], field)]
    assert score("x", document, gold)[field] == 1


def test_a_wrong_role_is_a_body_missed_and_one_too_many(document: pp.PolicyDocument, gold: dict[str, Any]) -> None:
    gold["responsibilities"][0]["parties"][1]["role"] = "joint"
    assert score("x", document, gold)["parties"] == 0.5


def test_documents_together_count_by_their_size() -> None:
    small, large = Score("a", _all(Ratio(0, 1))), Score("b", _all(Ratio(9, 9)))
    assert together("both", [small, large])["targets"] == pytest.approx(0.9)
    assert together("none", [])["targets"] is None


def _all(ratio: Ratio) -> dict[str, Ratio]:
    return dict.fromkeys(together("", []).measures, ratio)
