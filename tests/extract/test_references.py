"""Documents that are cited in 《》, each once, with the numbers that follow them."""

from __future__ import annotations

import pytest

from policyparse.extract.references import references
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline
from policyparse.model.text import Edit, MappedText

LEXICON = Lexicon.load()
NOTHING = Outline((), 0)


def cited(text: str) -> list[tuple[str, str | None]]:
    found = references(MappedText.replay(text, ()), NOTHING, LEXICON)
    return [(each.title, each.document_number) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实《江东省水网规划》要求", [("江东省水网规划", None)]),
        ("按照《江东省水网规划》（江政发〔2023〕5号）", [("江东省水网规划", "江政发〔2023〕5号")]),
        ("按照《江东省水网规划》 (江政发﹝2023﹞5号)", [("江东省水网规划", "江政发〔2023〕5号")]),
        ("按照《江东省水网规划》（江政发〔20235号）", [("江东省水网规划", "江政发〔2023〕5号")]),
        ("按照《江东省水网规划》（江政发20235）", [("江东省水网规划", None)]),
        (
            "按照《江东省水网规划》（江政发〔2023〕5号，以下简称《水网规划》）和《水网规划》",
            [("江东省水网规划", "江政发〔2023〕5号")],
        ),
        ("按照《江东省水网规划》（以下简称《规划》）。《规划》共五章", [("江东省水网规划", None)]),
        ("按照《消防站标准》（GB 50016-2014）", [("消防站标准", "GB 50016-2014")]),
        ("按照《充电设施管理办法》（江东省人民政府令第286号）", [("充电设施管理办法", "江东省人民政府令第286号")]),
        ("按照《江东省水网规划》（2021—2035年）", [("江东省水网规划", None)]),
        ("《关于印发〈防汛预案〉的通知》", [("关于印发〈防汛预案〉的通知", None)]),
        ("《关于印发《防汛预案》的通知》", [("关于印发《防汛预案》的通知", None)]),
        ("《甲规划》《乙方案》《甲规划》", [("甲规划", None), ("乙方案", None)]),
        ("《甲规划》和《甲规划》（云政发〔2023〕5号）", [("甲规划", "云政发〔2023〕5号")]),
        ("《甲规划（2021—2035年）》和《甲规划(2021-2035年)》", [("甲规划（2021—2035年）", None)]),
        ("《甲规划", []),
        ("甲规划》", []),
        ("《甲规划\n乙方案》", []),
        ("《》", []),
        ("《坏《甲规划》", [("甲规划", None)]),
        ("", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert cited(text) == expected


def test_the_span_is_that_of_the_first_citation_in_the_source() -> None:
    text = "落实 《江东省 水网规划》和《江东省水网规划》。"
    blank = text.index(" 水")
    found = references(MappedText.replay(text, [Edit(blank, blank + 1, "", "blank")]), NOTHING, LEXICON)
    assert [(each.title, each.span.of(text)) for each in found] == [("江东省水网规划", "《江东省 水网规划》")]


@pytest.mark.parametrize(
    "text", ["《" * 60_000, "《》" * 60_000, ("《" * 199 + "》") * 500, "《" * 60_000 + "》" * 60_000]
)
def test_hostile_brackets(text: str) -> None:
    assert len(cited(text)) <= 500
